'use client';
import type { DmpNewCountsInput, DmpNewCountsOutput, DocumentGroup } from '@socle-sante/gateway/contract';
import { type ReactNode, useId } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatInstant } from '../../base/format.js';
import { useEmit } from '../../base/use-emit.js';
import { useMessages } from '../../base/use-messages.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Button } from '../../parts/Button.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import { Icon } from '../../parts/icons.js';
import { dmpNewDocumentsMessages } from './DmpNewDocuments.messages.js';
import { useDmpNewDocuments } from './useDmpNewDocuments.js';

export interface DmpNewDocumentsProps extends BaseProps, MessagesProp<typeof dmpNewDocumentsMessages> {
  readonly patientRef: string;
  /** Since this user last looked, else the last two years. */
  readonly since?: DmpNewCountsInput['since'];
  /** Types of the unit; those of the site otherwise. */
  readonly types?: readonly string[];
  /** Opens the list on a group, or on everything. No title is shown before. */
  readonly onOpen?: (group: DocumentGroup | undefined) => void;
  readonly headingLevel?: HeadingLevel;
}

/** Counts of what others added to the DMP, by group of types. */
export const DmpNewDocuments = component<DmpNewDocumentsProps>('DmpNewDocuments', (props, ref) => {
  const t = useMessages(dmpNewDocumentsMessages, props.messages);
  const id = useId();
  const { patientRef, since, types } = props;
  const state = useDmpNewDocuments({
    patientRef,
    ...(since === undefined ? {} : { since }),
    ...(types === undefined ? {} : { types: [...types] }),
  });
  return (
    <section {...rootProps('DmpNewDocuments', 'sc-dmp-new', props)} ref={ref} aria-labelledby={id}>
      <Heading level={props.headingLevel ?? 3} id={id} className="sc-hidden">
        {t('title')}
      </Heading>
      <AsyncView state={state} skeleton={<Skeleton rows={2} />}>
        {(found) => <Counts found={found} panel={props} />}
      </AsyncView>
    </section>
  );
});

function Counts(props: { readonly found: DmpNewCountsOutput; readonly panel: DmpNewDocumentsProps }): ReactNode {
  const { found, panel } = props;
  const { locale, zone } = useSocle();
  const t = useMessages(dmpNewDocumentsMessages, panel.messages);
  const emit = useEmit('DmpNewDocuments', panel.onEvent);
  const d = formatInstant(found.since, locale, zone);
  const open = (group?: DocumentGroup): void => {
    emit('dmp.newDocuments.opened');
    panel.onOpen?.(group);
  };
  if (found.total === 0) {
    return (
      <p className="sc-text sc-muted sc-dmp-new-line">
        <Icon name="inbox" />
        {t('noneSince', { d })}
      </p>
    );
  }
  return (
    <div className="sc-stack">
      <p className="sc-text sc-dmp-new-line">
        <Icon name="inbox" />
        <strong>{t('new', { n: found.total, d })}</strong>
      </p>
      <ul className="sc-list sc-dmp-new-groups">
        {found.counts
          .filter(({ count }) => count > 0)
          .map(({ group, count }) => {
            const name = group.labels[locale] || t('others');
            return (
              <li key={group.id} className="sc-dmp-new-group">
                {panel.onOpen ? (
                  <Button variant="secondary" onClick={() => open(group)}>
                    {t('group', { name, n: count })}
                  </Button>
                ) : (
                  t('group', { name, n: count })
                )}
              </li>
            );
          })}
        {panel.onOpen ? (
          <li className="sc-dmp-new-group">
            <Button variant="quiet" onClick={() => open()}>
              {t('all')}
            </Button>
          </li>
        ) : null}
      </ul>
    </div>
  );
}
