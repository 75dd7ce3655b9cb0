// What a run of deposits must remember to go on after a stop: a port, with two adapters.

import type { PreparedSubmission } from '@socle-sante/documents/xds';
import type { DepositResult } from '../documents-types.js';
import type { DmpErrorCode } from '../errors.js';

/**
 * Where one deposit stands. `prepared`: identifiers and bytes are chosen, nothing left. `sending`: it may have arrived. `done`: it is in
 * the DMP. `partial`: some documents of the set are, others are not: `result` says which. `refused`: it is not, and the same message
 * never will be.
 */
export type DepositState = 'prepared' | 'sending' | 'done' | 'partial' | 'refused';

/** One deposit, as remembered. */
export interface DepositRecord {
  /** The caller's own name of the deposit. */
  readonly key: string;
  readonly state: DepositState;
  /** ISO instant of the last change. */
  readonly at: string;
  /** Messages sent, over all runs. */
  readonly attempts: number;
  readonly result?: DepositResult;
  readonly errorCode?: DmpErrorCode;
  readonly officialCode?: string;
}

/**
 * Memory of a run. It must be durable before its promises resolve: a deposit is sent only once `keep` and `write` said so. One process
 * at a time: a shared queue is another package's work.
 */
export interface DepositJournal {
  /** The record of a key; `undefined` when it was never prepared. */
  read(key: string): Promise<DepositRecord | undefined>;
  write(record: DepositRecord): Promise<void>;
  /** Keeps the exact submission of a key: identifiers and bytes never change afterwards. */
  keep(key: string, submission: PreparedSubmission): Promise<void>;
  load(key: string): Promise<PreparedSubmission | undefined>;
  /** Forgets the bytes, once the deposit is done or refused; the record stays. */
  discard(key: string): Promise<void>;
}

/** A journal that lasts as long as the process: for tests, and for deposits that are not to be resumed. */
export function createMemoryJournal(): DepositJournal {
  const records = new Map<string, DepositRecord>();
  const submissions = new Map<string, PreparedSubmission>();
  return {
    read: async (key) => records.get(key),
    write: async (record) => {
      records.set(record.key, record);
    },
    keep: async (key, submission) => {
      submissions.set(key, submission);
    },
    load: async (key) => submissions.get(key),
    discard: async (key) => {
      submissions.delete(key);
    },
  };
}
