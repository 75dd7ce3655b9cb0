'use client';
import type { Submission, SubmissionListOutput } from '@socle-sante/gateway/contract';
import { type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatHour, formatInstant } from '../../base/format.js';
import type { Translate } from '../../base/messages.js';
import { refocus } from '../../base/refocus.js';
import { saveFile } from '../../base/save-file.js';
import { useEmit } from '../../base/use-emit.js';
import { useMessages } from '../../base/use-messages.js';
import { ConfirmDialog } from '../../common/ConfirmDialog/ConfirmDialog.js';
import type { GridColumn } from '../../common/VirtualGrid/grid-types.js';
import { VirtualGrid } from '../../common/VirtualGrid/VirtualGrid.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Button } from '../../parts/Button.js';
import { Field } from '../../parts/Field.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import { Notice } from '../../parts/Notice.js';
import { ChannelBadge, useChannelText } from '../shared/ChannelLine.js';
import { Moment } from '../shared/Moment.js';
import { dmpSubmissionMessages } from '../shared/submission.messages.js';
import { depositQueueMessages } from './DepositQueue.messages.js';
import { type DepositQueueResult, type QueueFilter, useDepositQueue } from './useDepositQueue.js';

export interface DepositQueueProps extends BaseProps, MessagesProp<typeof depositQueueMessages> {
  readonly patientRef?: string;
  readonly defaultFilter?: QueueFilter;
  /** Shows one sending. */
  readonly onOpen?: (submission: Submission) => void;
  /** Receives the CSV text in place of a download. */
  readonly onExport?: (csv: string) => void;
  readonly headingLevel?: HeadingLevel;
}

type T = Translate<(typeof depositQueueMessages)['fr']>;
const filters: readonly QueueFilter[] = ['open', 'failed', 'all'];
const rowKey = (row: Submission): string => row.ref;
/** Under this width the columns and the gestures do not fit: rows become cards. */
const CARDS_PX = 900;
/** Least time between two announcements of what changes by itself. */
const QUIET_MS = 10_000;

/** The queue of sendings: what waits, what failed and why, sending again, removal with its reason, pause. */
export const DepositQueue = component<DepositQueueProps>('DepositQueue', (props, ref) => {
  const t = useMessages(depositQueueMessages, props.messages);
  const id = useId();
  const [filter, setFilter] = useState<QueueFilter>(props.defaultFilter ?? 'open');
  const tell = useThrottledCount(t);
  const view = useDepositQueue({
    filter,
    onChange: tell,
    ...(props.patientRef === undefined ? {} : { patientRef: props.patientRef }),
    ...(props.onEvent ? { onEvent: props.onEvent } : {}),
  });
  return (
    <section {...rootProps('DepositQueue', 'sc-queue', props)} ref={ref} aria-labelledby={id}>
      <div className="sc-queue-head">
        <Heading level={props.headingLevel ?? 2} id={id}>
          {t('title')}
        </Heading>
        <div className="sc-row sc-no-print" role="radiogroup" aria-label={t('show')}>
          {filters.map((one) => (
            <label key={one} className="sc-choice">
              <input
                type="radio"
                className="sc-choice-input sc-focusable"
                name={`${id}-filter`}
                checked={filter === one}
                onChange={() => setFilter(one)}
              />
              {t(`filter.${one}`)}
            </label>
          ))}
        </div>
      </div>
      <AsyncView state={view.queue} skeleton={<Skeleton rows={5} />}>
        {(queue) => <Rows queue={queue} view={view} t={t} panel={props} failed={filter === 'failed'} />}
      </AsyncView>
    </section>
  );
});

function Rows(props: {
  readonly queue: SubmissionListOutput;
  readonly view: DepositQueueResult;
  readonly t: T;
  readonly panel: DepositQueueProps;
  readonly failed: boolean;
}): ReactNode {
  const { queue, view, t, panel } = props;
  const words = useMessages(dmpSubmissionMessages);
  const { announce } = useSocle();
  const emit = useEmit('DepositQueue', panel.onEvent);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [removing, setRemoving] = useState<Submission>();
  const columns = useColumns(t);
  const replaying = view.replay.state.status === 'loading';
  const csvOf = useCsv(t);
  const refs = queue.submissions
    .filter(({ ref, actions }) => selected.has(ref) && actions.includes('replay'))
    .map(({ ref }) => ref);
  const replay = useCallback(
    async (chosen: readonly string[]) => {
      const done = await view.replay.run(chosen);
      if (done) {
        setSelected(new Set());
        announce(t('replayed', { n: done.submissions.length }));
      }
    },
    [view.replay, announce, t],
  );
  const root = useRef<HTMLDivElement>(null);
  const latest = useRef(replay);
  latest.current = replay;
  const actions = useCallback(
    (row: Submission): ReactNode => (
      <span className="sc-queue-actions">
        {row.actions.includes('replay') ? (
          <Button variant="quiet" icon="refresh" disabled={replaying} onClick={() => void latest.current([row.ref])}>
            {words('replay')}
            <span className="sc-hidden"> : {titleOf(row)}</span>
          </Button>
        ) : null}
        {row.actions.includes('cancel') ? (
          <Button variant="quiet" icon="trash" onClick={() => setRemoving(row)}>
            {words('cancel')}
            <span className="sc-hidden"> : {titleOf(row)}</span>
          </Button>
        ) : null}
      </span>
    ),
    [words, replaying],
  );
  const exportCsv = (): void => {
    const csv = csvOf(queue.submissions);
    emit('queue.exported');
    if (panel.onExport) panel.onExport(csv);
    else saveFile(new Blob(['\uFEFF', csv], { type: 'text/csv' }), 'envois.csv');
  };
  return (
    <div className="sc-stack" ref={root}>
      <div className="sc-row sc-no-print">
        <Button icon="refresh" disabled={refs.length === 0 || replaying} onClick={() => void replay(refs)}>
          {t('replayAll', { n: refs.length })}
        </Button>
        <Button
          variant="quiet"
          icon={queue.paused ? 'send' : 'pause'}
          disabled={view.pause.state.status === 'loading'}
          onClick={() => void view.pause.run(!queue.paused)}
        >
          {t(queue.paused ? 'resume' : 'pause')}
        </Button>
        <Button variant="quiet" icon="download" onClick={exportCsv}>
          {t('export')}
        </Button>
      </div>
      {queue.paused ? (
        <Notice tone="warning" role="status">
          {t('paused')}
        </Notice>
      ) : null}
      <ActionTrouble state={view.replay.state} />
      <ActionTrouble state={view.pause.state} />
      {queue.submissions.length === 0 ? (
        <p className="sc-text sc-empty">{t(props.failed ? 'emptyFailed' : 'empty')}</p>
      ) : (
        <VirtualGrid<Submission>
          label={t('count', { n: queue.total ?? queue.submissions.length })}
          columns={columns}
          narrowUnder={CARDS_PX}
          rows={queue.submissions}
          getRowKey={rowKey}
          selectionMode="multiple"
          selected={selected}
          onSelect={setSelected}
          rowActions={actions}
          {...(panel.onOpen ? { onOpen: panel.onOpen } : {})}
        />
      )}
      {removing ? (
        <Removal
          row={removing}
          view={view}
          t={t}
          onClose={() => setRemoving(undefined)}
          onRemoved={() => {
            setRemoving(undefined);
            announce(t('removed'));
            refocus(root.current, '[tabindex="0"]', 'button:not(:disabled)');
          }}
        />
      ) : null}
    </div>
  );
}

function Removal(props: {
  readonly row: Submission;
  readonly view: DepositQueueResult;
  readonly t: T;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}): ReactNode {
  const { row, view, t } = props;
  const words = useMessages(dmpSubmissionMessages);
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      isOpen
      isDestructive
      isWorking={view.remove.state.status === 'loading'}
      isConfirmDisabled={reason.trim().length < 3}
      title={t('removeTitle', { title: titleOf(row) })}
      confirmLabel={words('cancel')}
      onCancel={props.onClose}
      onConfirm={async () => {
        if (await view.remove.run({ ref: row.ref, reason: reason.trim() })) props.onRemoved();
      }}
    >
      <p className="sc-text">{t('removeText')}</p>
      <Field label={words('cancelWhy')} hint={words('cancelHint')} required>
        {(control) => (
          <input
            {...control}
            className="sc-input sc-focusable"
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <ActionTrouble state={view.remove.state} />
    </ConfirmDialog>
  );
}

function titleOf(row: Submission): string {
  return row.documents.map(({ title }) => title).join(' ; ');
}

function useColumns(t: T): readonly GridColumn<Submission>[] {
  const { locale, zone } = useSocle();
  const words = useMessages(dmpSubmissionMessages);
  return useMemo(
    () => [
      { id: 'title', header: t('column.title'), cell: titleOf, priority: 1, isRowHeader: true },
      { id: 'type', header: t('column.type'), cell: (row) => row.documents.map(({ type }) => type.label).join(' ; ') },
      {
        id: 'state',
        header: t('column.state'),
        cell: (row) => (
          <span className="sc-queue-states">
            {row.documents.flatMap(({ channels }, index) =>
              channels.map((line) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the documents of a sending never move
                <span key={`${index}-${line.channel}`} className="sc-queue-state">
                  <span className="sc-muted">{words(`channel.${line.channel}`)}</span> <ChannelBadge line={line} />
                  {line.error?.officialCode ? <span className="sc-code">{line.error.officialCode}</span> : null}
                </span>
              )),
            )}
          </span>
        ),
      },
      { id: 'at', header: t('column.at'), cell: (row) => <Moment at={lastChange(row)} />, width: '9rem' },
      {
        id: 'next',
        header: t('column.next'),
        cell: (row) => {
          const next = row.documents.flatMap(({ channels }) => channels.flatMap(({ nextTryAt }) => nextTryAt ?? []))[0];
          return next === undefined ? '' : formatHour(next, locale, zone);
        },
        width: '7rem',
      },
      { id: 'by', header: t('column.by'), cell: (row) => row.by },
    ],
    [t, words, locale, zone],
  );
}

function lastChange(row: Submission): string {
  const all = row.documents.flatMap(({ channels }) => channels.map(({ at }) => at));
  return all.sort().at(-1) ?? row.createdAt;
}

/** What is on screen as CSV (`;`, one header line). No value can start a formula. */
function useCsv(t: T): (rows: readonly Submission[]) => string {
  const words = useMessages(dmpSubmissionMessages);
  const stateText = useChannelText();
  const { locale, zone } = useSocle();
  return (rows) => {
    const cell = (value: string): string =>
      `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
    const head = [t('column.title'), t('column.type'), t('column.state'), t('column.at'), t('column.by')];
    const lines = rows.map((row) => [
      titleOf(row),
      row.documents.map(({ type }) => type.label).join(' ; '),
      row.documents
        .flatMap(({ channels }) => channels.map((line) => `${words(`channel.${line.channel}`)} : ${stateText(line)}`))
        .join(' ; '),
      formatInstant(lastChange(row), locale, zone),
      row.by,
    ]);
    return [head, ...lines].map((line) => line.map(cell).join(';')).join('\r\n');
  };
}

/** « 12 envoyés, 1 refusé », at most every ten seconds. */
function useThrottledCount(t: T): (submission: Submission) => void {
  const { announce } = useSocle();
  const counts = useRef({ sent: 0, refused: 0 });
  // The server tells the whole sending at each step of one of its documents: only what is new counts.
  const known = useRef(new Map<string, { readonly sent: number; readonly refused: number }>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (submission) => {
      const all = submission.documents.flatMap(({ channels }) => channels.map(({ state }) => state));
      const before = known.current.get(submission.ref) ?? { sent: 0, refused: 0 };
      const after = {
        sent: all.filter((state) => state === 'sent').length,
        refused: all.filter((state) => state === 'refused').length,
      };
      known.current.set(submission.ref, after);
      counts.current.sent += Math.max(0, after.sent - before.sent);
      counts.current.refused += Math.max(0, after.refused - before.refused);
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        const { sent, refused } = counts.current;
        counts.current = { sent: 0, refused: 0 };
        if (sent + refused === 0) return;
        announce(
          [t('progress', { n: sent }), ...(refused > 0 ? [t('progressRefused', { n: refused })] : [])].join(', '),
        );
      }, QUIET_MS);
    },
    [announce, t],
  );
}
