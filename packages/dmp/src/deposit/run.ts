// Many deposits, one after the other or a few at once, that can be stopped at any moment and taken up again: each document is in the
// DMP exactly once.

import { isSocleError } from '@socle-sante/core/error';
import type { IdentityState } from '@socle-sante/core/rniv';
import { type Clock, systemClock } from '@socle-sante/core/time';
import type { PreparedSubmission } from '@socle-sante/documents/xds';
import type { DmpClient } from '../client/types.js';
import { DmpConfigError, type DmpErrorCode, DmpRefusedError } from '../errors.js';
import type { DepositJournal, DepositRecord, DepositState } from './journal.js';

/** One deposit of a run. */
export interface DepositItem {
  /** Stable name: the same in every run. */
  readonly key: string;
  readonly patient: IdentityState;
  /** Builds and signs the submission. Asked once in the life of the key: a later run takes what the journal kept. */
  prepare(): Promise<PreparedSubmission>;
}

export interface DepositRunOptions {
  readonly client: Pick<DmpClient, 'deposit' | 'depositByStaff' | 'caller'>;
  readonly journal: DepositJournal;
  /** Deposits under way at once. Default 1. */
  readonly concurrency?: number;
  readonly clock?: Clock;
  /** Told at each change, after it is durable. */
  readonly onChange?: (record: DepositRecord) => void;
}

/**
 * How one item of a run ended. `state` is what the journal says: `done`, `partial` and `refused` are final; `sending`, the DMP did not
 * confirm or could not be reached; `prepared`, nothing of it ever left. `notStarted`: the journal does not know it, because the run was
 * stopped before its turn or its preparation failed.
 */
export interface DepositItemOutcome {
  readonly key: string;
  readonly state: DepositState | 'notStarted';
  readonly record?: DepositRecord;
  /** Why it was refused in this run, or is not finished. Absent for an item whose turn did not come. */
  readonly error?: unknown;
}

/** How a run ended: each item once, whatever became of it. */
export interface DepositRunResult {
  /** Every item that was given, in order. */
  readonly items: readonly DepositItemOutcome[];
  /** Finished: `done`, `partial` or `refused`. */
  readonly records: readonly DepositRecord[];
  /** Tried and not finished: the DMP was not reachable, or did not confirm. Run again. */
  readonly pending: readonly { readonly key: string; readonly error: unknown }[];
}

interface Ended {
  readonly record: DepositRecord;
  readonly error?: unknown;
}

export interface DepositRun {
  /**
   * Deposits what is not done yet. May be called again with the same items, in this process or another. Once `signal` is aborted nothing
   * more is prepared nor sent; the items left are still listed, as the journal knows them.
   */
  run(items: Iterable<DepositItem>, options?: { readonly signal?: AbortSignal }): Promise<DepositRunResult>;
}

/**
 * A resumable run. For each item: the submission is prepared once and kept; `sending` is written before the first byte leaves; a run that
 * finds `sending` asks the DMP (TD3.1b) whether it arrived before it sends the same bytes again.
 */
export function createDepositRun(options: DepositRunOptions): DepositRun {
  const { client, journal } = options;
  const clock = options.clock ?? systemClock;

  async function write(record: Omit<DepositRecord, 'at'>): Promise<DepositRecord> {
    const written = { ...record, at: clock().toISOString() };
    await journal.write(written);
    options.onChange?.(written);
    return written;
  }

  async function one(item: DepositItem, signal: AbortSignal | undefined): Promise<Ended> {
    const { key, patient } = item;
    let record = await journal.read(key);
    if (record !== undefined && isOver(record.state)) {
      // The process may have stopped between the record and this.
      await journal.discard(key);
      return { record };
    }
    let submission = record === undefined ? undefined : await journal.load(key);
    if (record !== undefined && submission === undefined) {
      throw new DmpConfigError({
        code: 'dmp.journal',
        origin: 'argument',
        message:
          'The journal knows a deposit but lost its submission: it cannot be sent again with the same identifiers.',
      });
    }
    if (record === undefined || submission === undefined) {
      submission = await item.prepare();
      // In this order: a record without its submission would be lost, a submission without its record is only written again.
      await journal.keep(key, submission);
      record = await write({ key, state: 'prepared', attempts: 0 });
    }
    const mayHaveArrived = record.state === 'sending';
    const { attempts } = record;
    await write({ key, state: 'sending', attempts: attempts + 1 });
    const input = { patient, submission, mayHaveArrived, ...(signal === undefined ? {} : { signal }) };
    try {
      const result = await (client.caller.staff ? client.depositByStaff(input) : client.deposit(input));
      const state = result.outcome === 'partial' ? 'partial' : 'done';
      const done = await write({ key, state, attempts: attempts + result.attempts, result });
      await journal.discard(key);
      return { record: done };
    } catch (error) {
      if (!isFinal(error)) throw error;
      const refused = await write({
        key,
        state: 'refused',
        attempts: attempts + 1,
        ...(isSocleError(error) ? { errorCode: error.code as DmpErrorCode } : {}),
        ...(isSocleError(error) && error.officialCode !== undefined ? { officialCode: error.officialCode } : {}),
      });
      await journal.discard(key);
      return { record: refused, error };
    }
  }

  /** What the journal holds, for the list of items: a journal that cannot be read must not hide the others. */
  async function stateOf(key: string, error?: unknown): Promise<DepositItemOutcome> {
    const why = error === undefined ? {} : { error };
    try {
      const record = await journal.read(key);
      return record === undefined ? { key, state: 'notStarted', ...why } : { key, state: record.state, record, ...why };
    } catch (cause) {
      return { key, state: 'notStarted', error: error ?? cause };
    }
  }

  return {
    async run(items, { signal } = {}) {
      const outcomes: DepositItemOutcome[] = [];
      const pending: { key: string; error: unknown }[] = [];
      const seen = new Set<string>();
      const queue = items[Symbol.iterator]();
      let count = 0;
      const worker = async (): Promise<void> => {
        for (let next = queue.next(); !next.done; next = queue.next()) {
          const item = next.value;
          const { key } = item;
          // The same deposit twice in one run would be prepared twice.
          if (seen.has(key)) continue;
          seen.add(key);
          const place = count;
          count += 1;
          if (signal?.aborted) {
            outcomes[place] = await stateOf(key);
            continue;
          }
          try {
            const ended = await one(item, signal);
            outcomes[place] = { key, state: ended.record.state, ...ended };
          } catch (error) {
            pending.push({ key, error });
            outcomes[place] = await stateOf(key, error);
          }
        }
      };
      await Promise.all(Array.from({ length: Math.max(1, options.concurrency ?? 1) }, worker));
      const records = outcomes.flatMap(({ state, record }) =>
        record !== undefined && state !== 'notStarted' && isOver(state) ? [record] : [],
      );
      return { items: outcomes, records, pending };
    },
  };
}

function isOver(state: DepositState): boolean {
  return state === 'done' || state === 'partial' || state === 'refused';
}

/** The same message can never be accepted: only a corrected document, with new identifiers, can. */
function isFinal(error: unknown): boolean {
  if (error instanceof DmpRefusedError) return !error.retryable && error.code !== 'dmp.refused.rights';
  return (
    isSocleError(error) && error.service === 'dmp' && error.origin === 'argument' && error.code.startsWith('dmp.input')
  );
}
