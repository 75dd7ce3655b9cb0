'use client';
import type { AuditListOutput, DmpAuthorisation, DmpAuthorisationsOutput } from '@socle-sante/gateway/contract';
import { type ReactNode, useEffect, useId } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import type { Translate } from '../../base/messages.js';
import { useEmit } from '../../base/use-emit.js';
import { useMessages } from '../../base/use-messages.js';
import { auditTrailMessages } from '../../common/AuditTrail/AuditTrail.messages.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Badge } from '../../parts/Badge.js';
import { Heading, type HeadingLevel, nextLevel } from '../../parts/Heading.js';
import { dayText } from '../shared/day-text.js';
import { Moment } from '../shared/Moment.js';
import { dmpAccessHistoryMessages } from './DmpAccessHistory.messages.js';
import { useDmpAccessHistory } from './useDmpAccessHistory.js';

export interface DmpAccessHistoryProps extends BaseProps, MessagesProp<typeof dmpAccessHistoryMessages> {
  readonly patientRef: string;
  readonly headingLevel?: HeadingLevel;
}

type T = Translate<(typeof dmpAccessHistoryMessages)['fr']>;

/** Traces of this product on the DMP of a person, and the professionals whom the person authorised or blocked (TD1.6). Read only. */
export const DmpAccessHistory = component<DmpAccessHistoryProps>('DmpAccessHistory', (props, ref) => {
  const t = useMessages(dmpAccessHistoryMessages, props.messages);
  const id = useId();
  const level = props.headingLevel ?? 3;
  const view = useDmpAccessHistory(props.patientRef);
  const emit = useEmit('DmpAccessHistory', props.onEvent);
  useEffect(() => emit('dmp.history.opened'), [emit]);
  return (
    <section {...rootProps('DmpAccessHistory', 'sc-dmp-history', props)} ref={ref} aria-labelledby={id}>
      <Heading level={level} id={id}>
        {t('title')}
      </Heading>
      <Heading level={nextLevel(level)}>{t('local')}</Heading>
      <AsyncView state={view.traces} skeleton={<Skeleton rows={3} />} empty={t('localEmpty')}>
        {(found) => <Traces found={found} t={t} />}
      </AsyncView>
      <Heading level={nextLevel(level)}>{t('authorisations')}</Heading>
      <AsyncView state={view.authorisations} skeleton={<Skeleton rows={3} />} empty={t('authorisationsEmpty')}>
        {(found) => <Authorisations found={found} t={t} />}
      </AsyncView>
    </section>
  );
});

function Traces({ found, t }: { readonly found: AuditListOutput; readonly t: T }): ReactNode {
  const audit = useMessages(auditTrailMessages);
  return (
    <Table caption={t('local')} columns={[t('date'), t('author'), t('action'), t('result')]}>
      {found.entries.map((entry) => {
        const kind = `kind.${entry.kind}`;
        return (
          <tr key={entry.id}>
            <Cell>
              <Moment at={entry.at} />
            </Cell>
            <Cell>{entry.by.name}</Cell>
            <Cell>{kind in auditTrailMessages.fr ? audit(kind as 'kind.dmp.searched') : entry.kind}</Cell>
            <Cell>{audit(`outcome.${entry.outcome}`)}</Cell>
          </tr>
        );
      })}
    </Table>
  );
}

function Authorisations({ found, t }: { readonly found: DmpAuthorisationsOutput; readonly t: T }): ReactNode {
  return (
    <Table caption={t('authorisations')} columns={[t('professional'), t('specialty'), t('state'), t('period')]}>
      {found.rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list has no key, and is drawn anew with each answer
        <tr key={index}>
          <Cell>{[row.name, row.structure].filter(Boolean).join(' – ')}</Cell>
          <Cell>{row.specialty ?? ''}</Cell>
          <Cell>
            <span className="sc-dmp-history-state">
              <Badge
                tone={row.state === 'blocked' ? 'danger' : 'success'}
                icon={row.state === 'blocked' ? 'lock' : 'success'}
              >
                {t(row.state)}
              </Badge>
              {row.treatingDoctor ? (
                <Badge tone="info" icon="user">
                  {t('mt')}
                </Badge>
              ) : null}
            </span>
          </Cell>
          <Cell>{periodText(row, t)}</Cell>
        </tr>
      ))}
    </Table>
  );
}

function periodText({ from, to }: DmpAuthorisation, t: T): string {
  if (from !== undefined && to !== undefined) return t('between', { a: dayText(from), b: dayText(to) });
  if (from !== undefined) return t('since', { d: dayText(from) });
  return to === undefined ? '' : t('until', { d: dayText(to) });
}

function Table(props: {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly children: ReactNode;
}): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen must scroll by keyboard
    <section className="sc-dmp-history-scroll sc-focusable" aria-label={props.caption} tabIndex={0}>
      <table className="sc-dmp-history-table">
        <caption className="sc-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((name) => (
              <th key={name} scope="col" className="sc-dmp-history-head">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </section>
  );
}

function Cell(props: { readonly children: ReactNode }): ReactNode {
  return <td className="sc-dmp-history-cell">{props.children}</td>;
}
