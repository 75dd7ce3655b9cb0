'use client';
import type { ReactNode } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useMessages } from '../../base/use-messages.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { insDatamatrixMessages } from '../InsDatamatrix/InsDatamatrix.messages.js';
import { SymbolImage } from '../InsDatamatrix/SymbolImage.js';
import type { InsDatamatrixOptions } from '../InsDatamatrix/useInsDatamatrix.js';
import { ClearIns } from '../shared/ClearIns.js';
import { PlaceText } from '../shared/PlaceText.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { printIdentityBlockMessages } from './PrintIdentityBlock.messages.js';
import { type PrintIdentityView, usePrintIdentity } from './usePrintIdentity.js';

export interface PrintIdentityBlockProps
  extends BaseProps,
    Omit<InsDatamatrixOptions, 'purpose'>,
    MessagesProp<typeof printIdentityBlockMessages> {
  /** Fields beside the minimum of INS/va1.15. */
  readonly fields?: readonly ('birthPlace' | 'usedName' | 'usedFirstName')[];
}

const defaults = ['usedName', 'usedFirstName', 'birthPlace'] as const;

/** The identity on a paper: what INS/va1.15 asks for; matricule and datamatrix when the identity is qualified. Give it to `PrintSheet`. */
export const PrintIdentityBlock = component<PrintIdentityBlockProps>('PrintIdentityBlock', (props, ref) => {
  const t = useMessages(printIdentityBlockMessages, props.messages);
  const view = usePrintIdentity(props);
  return (
    <section
      {...rootProps('PrintIdentityBlock', 'sc-print-identity', props)}
      ref={ref}
      aria-label={t('label')}
      data-ready={view.isReady || undefined}
    >
      {view.isReady ? null : <p className="sc-text sc-print-only">{t('wait')}</p>}
      <AsyncView state={view.record} skeleton={<Skeleton rows={4} />}>
        {(patient) => (
          <div className="sc-print-identity-block">
            <div className="sc-print-identity-text">
              {patient.ins && patient.ins.oidKind !== 'production' && view.qualified ? (
                <p className="sc-text sc-print-identity-test">{t('test')}</p>
              ) : null}
              <ClearIns
                traits={patient.traits}
                more={<More {...props} patient={patient} />}
                {...(view.qualified
                  ? { ins: view.qualified.drawn.ins, matricule: view.qualified.drawn.clear.matricule }
                  : {})}
              />
            </div>
            <PrintedSymbol view={view} />
          </div>
        )}
      </AsyncView>
      <ActionTrouble state={view.symbol} />
    </section>
  );
});

function PrintedSymbol(props: { readonly view: PrintIdentityView }): ReactNode {
  const t = useMessages(insDatamatrixMessages);
  const { qualified } = props.view;
  if (!qualified?.size) return null;
  return (
    <figure className="sc-print-identity-figure">
      <SymbolImage symbol={qualified.drawn} size={qualified.size} label={t('image')} />
      <figcaption className="sc-print-identity-caption" lang="fr">
        {t('caption')}
      </figcaption>
    </figure>
  );
}

function More(
  props: Pick<PrintIdentityBlockProps, 'fields'> & {
    readonly patient: {
      readonly traits: { readonly birthPlace?: string | undefined; readonly birthDate: string };
      readonly usedName?: string | undefined;
      readonly usedFirstName?: string | undefined;
    };
  },
): ReactNode {
  const t = useMessages(traitsMessages);
  const { patient, fields = defaults } = props;
  const values = {
    usedName: patient.usedName,
    usedFirstName: patient.usedFirstName,
    birthPlace: patient.traits.birthPlace,
  };
  return fields.map((field) =>
    values[field] ? (
      <div key={field} className="sc-clear-ins-line">
        <dt className="sc-term">{t(field)}</dt>
        <dd className="sc-definition sc-clear-ins-value">
          {field === 'birthPlace' ? (
            <PlaceText code={values[field] ?? ''} birthDate={patient.traits.birthDate} />
          ) : (
            values[field]
          )}
        </dd>
      </div>
    ) : null,
  );
}
