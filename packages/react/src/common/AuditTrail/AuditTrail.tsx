'use client';
import type { AuditEntry, AuditKind } from '@socle-sante/gateway/contract';
import { type FormEvent, type ReactNode, useId, useMemo, useState } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatInstant, formatInstantWithOffset } from '../../base/format.js';
import type { Translate } from '../../base/messages.js';
import { saveFile } from '../../base/save-file.js';
import { useMessages } from '../../base/use-messages.js';
import { startOfDay } from '../../base/zone-day.js';
import { AsyncView } from '../../parts/AsyncView.js';
import { Badge } from '../../parts/Badge.js';
import { Button } from '../../parts/Button.js';
import { Field } from '../../parts/Field.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import type { Tone } from '../../parts/Notice.js';
import { OfficialErrorAlert } from '../OfficialErrorAlert/OfficialErrorAlert.js';
import type { GridColumn } from '../VirtualGrid/grid-types.js';
import { VirtualGrid } from '../VirtualGrid/VirtualGrid.js';
import { auditTrailMessages } from './AuditTrail.messages.js';
import { type AuditScope, useAuditTrail } from './useAuditTrail.js';

export type AuditColumn = 'date' | 'author' | 'action' | 'object' | 'result' | 'reference';

export interface AuditTrailProps extends BaseProps, MessagesProp<typeof auditTrailMessages> {
  readonly scope?: AuditScope;
  /** With `scope="patient"`. */
  readonly patientRef?: string;
  /** Kinds offered in the filter; those of the INS screens otherwise. */
  readonly kinds?: readonly AuditKind[];
  /** Partners offered in the filter (INS/va1.46). */
  readonly partners?: readonly string[];
  readonly columns?: readonly AuditColumn[];
  readonly headingLevel?: HeadingLevel;
  /** Receives the CSV text in place of a download. */
  readonly onExport?: (csv: string) => void;
}

type T = Translate<(typeof auditTrailMessages)['fr']>;

const allKinds = Object.keys(auditTrailMessages.fr)
  .filter((key) => key.startsWith('kind.'))
  .map((key) => key.slice(5)) as AuditKind[];
const allColumns: readonly AuditColumn[] = ['date', 'author', 'action', 'object', 'result', 'reference'];
const tones: Readonly<Record<AuditEntry['outcome'], Tone>> = {
  success: 'success',
  refused: 'warning',
  failed: 'danger',
  denied: 'danger',
  cancelled: 'neutral',
};

/** The label of a kind; a kind that is newer than this page is shown by its code. */
function kindText(kind: string, t: T): string {
  const key = `kind.${kind}`;
  return key in auditTrailMessages.fr ? t(key as 'kind.identity.read') : kind;
}

/** Who did what, when, with which result. Read only; no matricule in any column; exporting is traced. */
export const AuditTrail = component<AuditTrailProps>('AuditTrail', (props, ref) => {
  const t = useMessages(auditTrailMessages, props.messages);
  const { announce, zone } = useSocle();
  const [filters, setFilters] = useState<{ kind?: AuditKind; partner?: string; from?: string; to?: string }>({});
  const id = useId();
  const trail = useAuditTrail({
    ...(props.scope === undefined ? {} : { scope: props.scope }),
    ...(props.patientRef === undefined ? {} : { patientRef: props.patientRef }),
    ...(filters.kind === undefined ? (props.kinds ? { kinds: props.kinds } : {}) : { kinds: [filters.kind] }),
    ...(filters.partner === undefined ? {} : { partner: filters.partner }),
    ...(filters.from === undefined ? {} : { from: startOfDay(filters.from, zone) }),
    ...(filters.to === undefined ? {} : { to: startOfDay(filters.to, zone, 1) }),
    ...(props.onEvent ? { onEvent: props.onEvent } : {}),
  });
  const columns = useColumns(t, props.columns ?? allColumns);

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const value = (name: string): string | undefined => String(data.get(name) ?? '') || undefined;
    const kind = value('kind') as AuditKind | undefined;
    const partner = value('partner');
    const from = value('from');
    const to = value('to');
    setFilters({ ...(kind && { kind }), ...(partner && { partner }), ...(from && { from }), ...(to && { to }) });
  };
  const exportCsv = async (): Promise<void> => {
    const csv = await trail.exportCsv.run(undefined);
    if (csv === undefined) return;
    announce(t('exported'));
    if (props.onExport) props.onExport(csv);
    else download(csv);
  };
  const exporting = trail.exportCsv.state;

  return (
    <section {...rootProps('AuditTrail', 'sc-audit', props)} ref={ref} aria-labelledby={id}>
      <div className="sc-audit-head">
        <Heading level={props.headingLevel ?? 2} id={id}>
          {t('title')}
        </Heading>
        <Button
          icon="download"
          className="sc-no-print"
          disabled={exporting.status === 'loading'}
          onClick={() => void exportCsv()}
        >
          {t(exporting.status === 'loading' ? 'exporting' : 'export')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: the search element is not known by every screen reader in use */}
      <form role="search" className="sc-audit-filters sc-no-print" aria-label={t('filters')} onSubmit={submit}>
        <Choice
          name="kind"
          label={t('kind')}
          all={t('allKinds')}
          values={props.kinds ?? allKinds}
          text={(kind) => kindText(kind, t)}
        />
        {props.partners ? (
          <Choice
            name="partner"
            label={t('partner')}
            all={t('allPartners')}
            values={props.partners}
            text={(one) => one}
          />
        ) : null}
        <Field label={t('from')}>
          {(control) => <input {...control} name="from" type="date" className="sc-input sc-focusable sc-num" />}
        </Field>
        <Field label={t('to')}>
          {(control) => <input {...control} name="to" type="date" className="sc-input sc-focusable sc-num" />}
        </Field>
        <Button type="submit" icon="filter">
          {t('apply')}
        </Button>
      </form>
      {exporting.status === 'error' ? <OfficialErrorAlert error={exporting.error} /> : null}
      <AsyncView state={trail.state} empty={t('empty')}>
        {(data) => (
          <VirtualGrid<AuditEntry>
            label={t('count', { n: data.total ?? data.entries.length })}
            columns={columns}
            rows={data.entries}
            getRowKey={entryKey}
            hasMore={trail.hasMore}
            isLoadingMore={trail.isLoadingMore}
            onLoadMore={trail.loadMore}
            {...(data.total === undefined ? {} : { total: data.total })}
          />
        )}
      </AsyncView>
    </section>
  );
});

const entryKey = (entry: AuditEntry): string => entry.id;

function useColumns(t: T, wanted: readonly AuditColumn[]): readonly GridColumn<AuditEntry>[] {
  const { locale, zone } = useSocle();
  const list = wanted.join();
  return useMemo(() => {
    const all: Readonly<Record<AuditColumn, GridColumn<AuditEntry>>> = {
      date: {
        id: 'date',
        header: t('date'),
        width: '9rem',
        isRowHeader: true,
        cell: ({ at }) => (
          <time className="sc-num" dateTime={at}>
            <span aria-hidden="true">{formatInstant(at, locale, zone)}</span>
            <span className="sc-hidden">{formatInstantWithOffset(at, locale, zone)}</span>
          </time>
        ),
      },
      author: {
        id: 'author',
        header: t('author'),
        width: '11rem',
        cell: ({ by }) => (
          <>
            {by.name} {by.idTail === undefined ? null : <span className="sc-nowrap sc-num">(…{by.idTail})</span>}
          </>
        ),
      },
      action: { id: 'action', header: t('action'), width: '14rem', priority: 1, cell: ({ kind }) => kindText(kind, t) },
      object: { id: 'object', header: t('object'), width: '10rem', cell: (entry) => objectOf(entry, t) },
      result: {
        id: 'result',
        header: t('result'),
        width: '9rem',
        cell: ({ outcome, code }) => (
          <span className="sc-audit-result">
            <Badge tone={tones[outcome]}>{t(`outcome.${outcome}`)}</Badge>
            {code === undefined ? null : <span className="sc-code sc-muted">{code}</span>}
          </span>
        ),
      },
      reference: {
        id: 'reference',
        header: t('reference'),
        width: '10rem',
        cell: ({ messageId }) => (messageId === undefined ? '—' : <span className="sc-code">{messageId}</span>),
      },
    };
    return list.split(',').map((name) => all[name as AuditColumn]);
  }, [t, locale, zone, list]);
}

function objectOf(entry: AuditEntry, t: T): ReactNode {
  const fields = entry.detail?.['fields'];
  return (
    <>
      {entry.patientRef === undefined ? t('product') : t('record', { ref: entry.patientRef })}
      {typeof fields === 'string' ? <span className="sc-muted"> {t('fields', { list: fields })}</span> : null}
    </>
  );
}

function Choice<V extends string>(props: {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly values: readonly V[];
  readonly text: (value: V) => string;
}): ReactNode {
  return (
    <Field label={props.label}>
      {(control) => (
        <select {...control} name={props.name} className="sc-input sc-focusable">
          <option value="">{props.all}</option>
          {props.values.map((value) => (
            <option key={value} value={value}>
              {props.text(value)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function download(csv: string): void {
  // A byte order mark, so that spreadsheets read the accents.
  saveFile(new Blob(['\uFEFF', csv], { type: 'text/csv;charset=utf-8' }), 'journal.csv');
}
