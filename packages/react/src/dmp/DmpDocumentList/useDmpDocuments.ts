'use client';
import type { DmpQuery, DmpSearchOutput, DocumentRow, UiError } from '@socle-sante/gateway/contract';
import { useCallback, useMemo } from 'react';
import type { Async } from '../../base/async.js';
import type { BaseProps } from '../../base/component.js';
import { useGatewayClient } from '../../base/session.js';
import { toUiError } from '../../base/ui-error.js';
import { type Action, useAction } from '../../base/use-action.js';
import { useEmit } from '../../base/use-emit.js';
import { useScopedState } from '../../base/use-scoped-state.js';

export interface DmpDocumentsOptions extends Pick<BaseProps, 'onEvent'> {
  readonly patientRef: string;
  /** Criteria at first; nothing is searched before `run()`. */
  readonly initialQuery?: DmpQuery;
}

/** A document that could not be filed, and why. */
export interface FilingFailure {
  readonly row: DocumentRow;
  readonly error: UiError;
}

/** What a filing gave, document by document. */
export interface FilingResult {
  readonly filed: number;
  readonly failed: number;
  readonly failures: readonly FilingFailure[];
}

export interface DmpDocumentsResult {
  /** Criteria of the next search. */
  readonly query: DmpQuery;
  setQuery(query: DmpQuery): void;
  /** Searches, with the criteria given or those of `query`. Nothing else ever searches. */
  run(query?: DmpQuery): Promise<void>;
  /** The last answer, all batches together. */
  readonly list: Async<DmpSearchOutput>;
  /** Criteria of the list on screen. */
  readonly applied: DmpQuery | undefined;
  /** The next batch of the same search. */
  readonly more: Action<string, DmpSearchOutput>;
  /** What was added since this user last looked. */
  newer(): Promise<void>;
  /** Puts a row in the place of another, or takes it out. */
  replaceRow(before: DocumentRow, after: DocumentRow | undefined): void;
  readonly selection: ReadonlySet<string>;
  setSelection(keys: ReadonlySet<string>): void;
  /** Files the selected documents in the record, one after the other. */
  readonly integrate: Action<readonly DocumentRow[], FilingResult>;
}

const nothing: ReadonlySet<string> = new Set();
const noQuery: DmpQuery = {};

/**
 * The documents of a DMP (TD3.1): searched on a gesture only, never again by itself, by batches of 20. Rows are not filtered on the
 * patient's number, which may change (EX_3.1-1055).
 */
export function useDmpDocuments(options: DmpDocumentsOptions): DmpDocumentsResult {
  const { patientRef, initialQuery } = options;
  const scope = { scope: patientRef };
  const client = useGatewayClient();
  const emit = useEmit('DmpDocumentList', options.onEvent);
  const [query, setQuery] = useScopedState<DmpQuery>(patientRef, initialQuery ?? noQuery);
  const [applied, setApplied] = useScopedState<DmpQuery | undefined>(patientRef, undefined);
  // What changed in the list since its answer: a batch more, a row updated or filed. It goes with the next search.
  const [changed, setChanged] = useScopedState<DmpSearchOutput | undefined>(patientRef, undefined);
  const [selection, setSelection] = useScopedState(patientRef, nothing);
  const search = useAction(async (asked: DmpQuery, signal) => {
    const answer = await client.dmp.search({ patientRef, query: asked }, { signal });
    setApplied(asked);
    setChanged(undefined);
    setSelection(nothing);
    emit('dmp.searched');
    return answer;
  }, scope);
  const { state } = search;
  const list = useMemo<Async<DmpSearchOutput>>(
    () => (state.status === 'success' ? { ...state, data: changed ?? state.data } : state),
    [state, changed],
  );
  // The list at the time of an answer, not at that of its question: rows may have changed in between.
  const answered = state.status === 'success' ? state.data : undefined;
  const change = (edit: (before: DmpSearchOutput) => DmpSearchOutput): void =>
    setChanged((before) => {
      const from = before ?? answered;
      return from === undefined ? before : edit(from);
    });

  const more = useAction(async (cursor: string, signal) => {
    const answer = await client.dmp.search({ patientRef, query: { ...applied, cursor } }, { signal });
    if (signal.aborted) return answer;
    change(({ rows, at }) => {
      const known = new Set(rows.map(({ handle }) => handle));
      return { ...answer, at, rows: [...rows, ...answer.rows.filter(({ handle }) => !known.has(handle))] };
    });
    return answer;
  }, scope);

  const integrate = useAction(async (rows: readonly DocumentRow[], signal): Promise<FilingResult> => {
    const failures: FilingFailure[] = [];
    let filed = 0;
    for (const row of rows) {
      try {
        const { at, version } = await client.dmp.document.integrate({ patientRef, handle: row.handle }, { signal });
        filed += 1;
        change((before) => ({
          ...before,
          rows: before.rows.map((one) => (one.handle === row.handle ? { ...one, filed: { at, version } } : one)),
        }));
        emit('dmp.document.integrated');
      } catch (error) {
        if (signal.aborted || rows.length === 1) throw error;
        failures.push({ row, error: toUiError(error) });
      }
    }
    // What could not be filed stays selected, to be tried again.
    setSelection(new Set(failures.map(({ row }) => row.handle)));
    return { filed, failed: failures.length, failures };
  }, scope);

  const { run: start } = search;
  const { reset: forgetBatch } = more;
  const { reset: forgetFiling } = integrate;
  const run = useCallback(
    async (asked?: DmpQuery) => {
      if (asked) setQuery(asked);
      // A batch of the search before would come into the new list.
      forgetBatch();
      forgetFiling();
      await start(asked ?? query);
    },
    [start, query, setQuery, forgetBatch, forgetFiling],
  );
  const newer = useCallback(() => run({ since: 'last-visit' }), [run]);

  const replaceRow = (before: DocumentRow, after: DocumentRow | undefined): void =>
    change((current) => ({
      ...current,
      rows: current.rows.flatMap((row) => (row.handle === before.handle ? (after ? [after] : []) : [row])),
      total: current.total - (after ? 0 : 1),
    }));

  return { query, setQuery, run, list, applied, more, newer, replaceRow, selection, setSelection, integrate };
}
