'use client';
import type { DmpQuery, DmpSearchOutput, DocumentRow } from '@socle-sante/gateway/contract';
import { useCallback, useMemo, useState } from 'react';
import type { Async } from '../../base/async.js';
import type { BaseProps } from '../../base/component.js';
import { useGatewayClient } from '../../base/session.js';
import { type Action, useAction } from '../../base/use-action.js';
import { useEmit } from '../../base/use-emit.js';

export interface DmpDocumentsOptions extends Pick<BaseProps, 'onEvent'> {
  readonly patientRef: string;
  /** Criteria at first; nothing is searched before `run()`. */
  readonly initialQuery?: DmpQuery;
}

/** What a filing gave, document by document. */
export interface FilingResult {
  readonly filed: number;
  readonly failed: number;
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

/**
 * The documents of a DMP (TD3.1): searched on a gesture only, never again by itself, by batches of 20. Rows are not filtered on the
 * patient's number, which may change (EX_3.1-1055).
 */
export function useDmpDocuments(options: DmpDocumentsOptions): DmpDocumentsResult {
  const { patientRef, initialQuery } = options;
  const client = useGatewayClient();
  const emit = useEmit('DmpDocumentList', options.onEvent);
  const [query, setQuery] = useState<DmpQuery>(initialQuery ?? {});
  const [applied, setApplied] = useState<DmpQuery>();
  const [added, setAdded] = useState<DmpSearchOutput>();
  const [selection, setSelection] = useState(nothing);
  const search = useAction(async (asked: DmpQuery, signal) => {
    const answer = await client.dmp.search({ patientRef, query: asked }, { signal });
    setApplied(asked);
    setAdded(undefined);
    setSelection(nothing);
    emit('dmp.searched');
    return answer;
  });
  const { state } = search;
  const current = state.status === 'success' ? (added ?? state.data) : undefined;
  const list = useMemo<Async<DmpSearchOutput>>(
    () => (state.status === 'success' ? { ...state, data: added ?? state.data } : state),
    [state, added],
  );

  const more = useAction(async (cursor: string, signal) => {
    const answer = await client.dmp.search({ patientRef, query: { ...applied, cursor } }, { signal });
    const before = current?.rows ?? [];
    const known = new Set(before.map(({ handle }) => handle));
    setAdded({ ...answer, rows: [...before, ...answer.rows.filter(({ handle }) => !known.has(handle))] });
    return answer;
  });

  const start = search.run;
  const run = useCallback(
    async (asked?: DmpQuery) => {
      if (asked) setQuery(asked);
      await start(asked ?? query);
    },
    [start, query],
  );
  const newer = useCallback(() => run({ since: 'last-visit' }), [run]);

  const replaceRow = (before: DocumentRow, after: DocumentRow | undefined): void => {
    if (current === undefined) return;
    const rows = current.rows.flatMap((row) => (row.handle === before.handle ? (after ? [after] : []) : [row]));
    setAdded({ ...current, rows, total: current.total - (after ? 0 : 1) });
  };

  const integrate = useAction(async (rows: readonly DocumentRow[], signal): Promise<FilingResult> => {
    let failed = 0;
    const filed = new Map<string, NonNullable<DocumentRow['filed']>>();
    for (const row of rows) {
      try {
        const { at, version } = await client.dmp.document.integrate({ patientRef, handle: row.handle }, { signal });
        filed.set(row.handle, { at, version });
        emit('dmp.document.integrated');
      } catch (error) {
        if (signal.aborted || rows.length === 1) throw error;
        failed += 1;
      }
    }
    if (current !== undefined) {
      setAdded({
        ...current,
        rows: current.rows.map((row) => {
          const mark = filed.get(row.handle);
          return mark === undefined ? row : { ...row, filed: mark };
        }),
      });
    }
    setSelection(nothing);
    return { filed: filed.size, failed };
  });

  return { query, setQuery, run, list, applied, more, newer, replaceRow, selection, setSelection, integrate };
}
