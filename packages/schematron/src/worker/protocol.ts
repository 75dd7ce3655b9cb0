import type { PackManifest } from '../manifest.js';
import type { RuleFault, SchematronFinding } from '../pack.js';
import type { Deviation } from '../schema/model.js';
import type { DocumentLimits } from '../tree/limits.js';
import type { FailureCode } from './failure.js';

/** Changes when a page and a worker of two versions no longer understand each other. */
export const WORKER_PROTOCOL = 1;

/** Bounds of one validation in a worker. */
export interface WorkerLimits {
  /** Of the reader. */
  readonly document?: Partial<DocumentLimits>;
  /** Steps of the rules: see `RunLimits`. */
  readonly steps?: number;
  /** Wall time of the rules of one pack. */
  readonly milliseconds?: number;
  /** Findings that are sent to the page, in all; the others are only counted. Default 20 000. */
  readonly findings?: number;
}

/** A pack to apply: the key that the worker gave when it loaded it. */
export interface WantedPack {
  readonly pack: string;
  readonly phase?: string;
}

/** What a page asks. `id` numbers the requests of a page. */
export type ToWorker =
  | { readonly type: 'load'; readonly id: number; readonly address: string; readonly phases?: readonly string[] }
  | {
      readonly type: 'validate';
      readonly id: number;
      readonly bytes: Uint8Array;
      readonly packs: readonly WantedPack[];
      readonly name?: string;
      readonly limits?: WorkerLimits;
    }
  | { readonly type: 'stop'; readonly id: number };

/** How far a validation is. */
export interface ValidationProgress {
  /** `reading`: the tree is being made, nothing more is known; `checking`: the rules of a pack run. */
  readonly stage: 'reading' | 'checking';
  /** The pack whose rules run. */
  readonly pack?: string;
  /** From 0 to 1, all packs together. */
  readonly done: number;
}

/** What one pack said, its findings apart: they were sent before. */
export interface PackOutcome {
  readonly pack: string;
  /** The phase that ran. */
  readonly phase: string;
  /** How many rules were fired, all patterns together. */
  readonly fired: number;
  /** How many findings there are, those that were not sent too. */
  readonly found: number;
  readonly faults: readonly RuleFault[];
  readonly deviations: readonly Deviation[];
  readonly milliseconds: number;
}

/** Why something failed, as it crosses to the page. The message never quotes the document. */
export interface WireFailure {
  readonly code: FailureCode;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

/** What a worker answers. */
export type FromWorker =
  | { readonly type: 'loaded'; readonly id: number; readonly pack: string; readonly manifest: PackManifest }
  | { readonly type: 'progress'; readonly id: number; readonly progress: ValidationProgress }
  | {
      readonly type: 'findings';
      readonly id: number;
      readonly pack: string;
      readonly findings: readonly SchematronFinding[];
    }
  | {
      readonly type: 'validated';
      readonly id: number;
      readonly packs: readonly PackOutcome[];
      readonly readMilliseconds: number;
      readonly nodes: number;
    }
  | { readonly type: 'failed'; readonly id: number; readonly failure: WireFailure };

/** A message as it is posted: other scripts may share the channel. */
export interface Envelope<Message> {
  readonly socleSchematron: number;
  readonly message: Message;
}

/** Puts a message into its envelope. */
export function seal<Message>(message: Message): Envelope<Message> {
  return { socleSchematron: WORKER_PROTOCOL, message };
}

/** The protocol version of a posted value; `undefined` when it is not one of ours. */
export function versionOf(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null || !('socleSchematron' in data)) return undefined;
  return typeof data.socleSchematron === 'number' ? data.socleSchematron : undefined;
}

/** The one end of a channel: a `Worker`, the scope of a worker, a `MessagePort`. */
export interface ValidationPort {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  removeEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  /** A `MessagePort` keeps its messages until it is started. */
  start?(): void;
}
