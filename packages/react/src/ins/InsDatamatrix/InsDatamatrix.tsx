'use client';
import type { ReactNode } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useMessages } from '../../base/use-messages.js';
import { AsyncView } from '../../parts/AsyncView.js';
import { Notice } from '../../parts/Notice.js';
import { ClearIns } from '../shared/ClearIns.js';
import { insDatamatrixMessages } from './InsDatamatrix.messages.js';
import { SymbolImage } from './SymbolImage.js';
import { type DrawnDatamatrix, type InsDatamatrixOptions, useInsDatamatrix } from './useInsDatamatrix.js';

export interface InsDatamatrixProps
  extends BaseProps,
    InsDatamatrixOptions,
    MessagesProp<typeof insDatamatrixMessages> {
  /** The INS in clear beside the symbol (EXI DIF 02). True by default; false only where the page already writes it. */
  readonly withText?: boolean;
  /** Words under « INS à scanner »: which document, which room. */
  readonly caption?: ReactNode;
}

/** The INS datamatrix of a qualified identity, to scan or to print, with the INS in clear. Nothing for any other status. */
export const InsDatamatrix = component<InsDatamatrixProps>('InsDatamatrix', (props, ref) => {
  const t = useMessages(insDatamatrixMessages, props.messages);
  const view = useInsDatamatrix(props);
  const { withText = true } = props;
  const draw = (drawn: DrawnDatamatrix): ReactNode =>
    view.size === undefined ? null : (
      <figure className="sc-datamatrix-figure">
        <SymbolImage symbol={drawn} size={view.size} label={t('image')} />
        <figcaption className="sc-datamatrix-caption">
          <span className="sc-datamatrix-words" lang="fr">
            {t('caption')}
          </span>
          {props.caption == null ? null : <span className="sc-muted">{props.caption}</span>}
          {withText ? <ClearIns traits={drawn.clear.traits} ins={drawn.ins} matricule={drawn.clear.matricule} /> : null}
        </figcaption>
      </figure>
    );
  return (
    <section {...rootProps('InsDatamatrix', 'sc-datamatrix', props)} ref={ref} aria-label={t('caption')}>
      <AsyncView state={view.record} skeleton={<Blank />}>
        {() =>
          view.refusal ? (
            <Notice tone="neutral" icon="lock">
              {t(view.refusal === 'notQualified' ? 'refused' : 'notAllowed')}
            </Notice>
          ) : view.state.status === 'error' && view.state.error.service === 'ui' ? (
            <Notice tone="danger" role="status">
              {t('broken')}
            </Notice>
          ) : (
            <AsyncView state={view.state} skeleton={<Blank />}>
              {draw}
            </AsyncView>
          )
        }
      </AsyncView>
    </section>
  );
});

function Blank(): ReactNode {
  return <div className="sc-datamatrix-blank" aria-hidden="true" />;
}
