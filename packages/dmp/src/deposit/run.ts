// Many deposits, one after the other or a few at once, that can be stopped at any moment and taken up again: each document is in the
// DMP exactly once.

import { isSocleError } from '@socle-sante/core/error';
import type { IdentityState } from '@socle-sante/core/rniv';
import { type Clock, systemClock } from '@socle-sante/core/time';
import type { PreparedSubmission } from '@socle-sante/documents/xds';
import type { DmpClient } from '../client/types.js';
import { DmpConfigError, type DmpErrorCode, DmpRefusedError } from '../errors.js';
import type { DepositJournal, DepositRecord } from './journal.js';

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

/** How a run ended: records by key, and what could not be finished. */
export interface DepositRunResult {
  readonly records: readonly DepositRecord[];
  /** Not finished: the DMP was not reachable, or did not confirm. Run again. */
  readonly pending: readonly { readonly key: string; readonly error: unknown }[];
}

export interface DepositRun {
  /** Deposits what is not done yet. May be called again with the same items, in this process or another. */
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

  async function one(item: DepositItem, signal: AbortSignal | undefined): Promise<DepositRecord> {
    const { key, patient } = item;
    let record = await journal.read(key);
    if (record?.state === 'done' || record?.state === 'refused') {
      // The process may have stopped between the record and this.
      await journal.discard(key);
      return record;
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
      const done = await write({ key, state: 'done', attempts: attempts + Math.max(result.attempts, 1), result });
      await journal.discard(key);
      return done;
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
      return refused;
    }
  }

  return {
    async run(items, { signal } = {}) {
      const records: DepositRecord[] = [];
      const pending: { key: string; error: unknown }[] = [];
      const queue = items[Symbol.iterator]();
      const worker = async (): Promise<void> => {
        for (let next = queue.next(); !next.done && !signal?.aborted; next = queue.next()) {
          const item = next.value;
          try {
            records.push(await one(item, signal));
          } catch (error) {
            pending.push({ key: item.key, error });
          }
        }
      };
      await Promise.all(Array.from({ length: Math.max(1, options.concurrency ?? 1) }, worker));
      return { records, pending };
    },
  };
}

/** The same message can never be accepted: only a corrected document, with new identifiers, can. */
function isFinal(error: unknown): boolean {
  if (error instanceof DmpRefusedError) return !error.retryable && error.code !== 'dmp.refused.rights';
  return (
    isSocleError(error) && error.service === 'dmp' && error.origin === 'argument' && error.code.startsWith('dmp.input')
  );
}
