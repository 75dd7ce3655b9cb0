import type { PackManifest } from '../manifest.js';
import type { SchematronFinding } from '../pack.js';
import { ValidationFailure } from './failure.js';
import {
  type Envelope,
  type FromWorker,
  type PackOutcome,
  seal,
  type ToWorker,
  type ValidationPort,
  type ValidationProgress,
  versionOf,
  type WantedPack,
  WORKER_PROTOCOL,
  type WorkerLimits,
} from './protocol.js';

/** A pack that the worker holds. */
export interface RemotePack {
  /** Names it in `validate`. */
  readonly key: string;
  readonly manifest: PackManifest;
}

/** What to check a document against, and who is told meanwhile. */
export interface ValidationRequest {
  /** One pass each, in this order; the document is read once. */
  readonly packs: readonly (RemotePack | { readonly pack: RemotePack; readonly phase: string })[];
  /** `document-uri()`: seen by rules only. */
  readonly name?: string;
  readonly limits?: WorkerLimits;
  readonly signal?: AbortSignal;
  /** Gets findings while the rules run. */
  readonly onFindings?: (findings: readonly SchematronFinding[], pack: string) => void;
  readonly onProgress?: (progress: ValidationProgress) => void;
  /** Give the bytes away instead of copying them. Default false. */
  readonly transfer?: boolean;
}

/** What a pack said. */
export interface PackVerdict extends PackOutcome {
  /** In document order; at most `limits.findings`, while `found` counts all. */
  readonly findings: readonly SchematronFinding[];
}

/** What all packs said of a document. */
export interface ValidationOutcome {
  readonly packs: readonly PackVerdict[];
  readonly readMilliseconds: number;
  /** From the request to the answer, as the page measures it. */
  readonly milliseconds: number;
  readonly bytes: number;
  /** Nodes of the document, attributes too. */
  readonly nodes: number;
}

/** Validation in a worker, seen from a page. Every rejection is a {@link ValidationFailure}. */
export interface ValidationClient {
  /** Loads a pack from the address of its entry, made by `pageFiles`; relative addresses are relative to the page. */
  load(
    address: string | URL,
    options?: { readonly phases?: readonly string[]; readonly signal?: AbortSignal },
  ): Promise<RemotePack>;
  validate(bytes: Uint8Array, request: ValidationRequest): Promise<ValidationOutcome>;
  /** Rejects what is under way and forgets the worker, which is the caller's to end. */
  close(): void;
}

/** How a client of a worker is made. */
export interface ClientOptions {
  /** What relative addresses of packs are relative to; the page by default. */
  readonly base?: string;
  readonly clock?: () => number;
}

/** The page's side of {@link serveValidation}. `worker` is a `Worker`, or the port of a channel. */
export function createValidationClient(worker: ValidationPort, options: ClientOptions = {}): ValidationClient {
  return new Client(worker, options);
}

interface Pending {
  receive(message: FromWorker): void;
  fail(failure: ValidationFailure): void;
}

class Client implements ValidationClient {
  readonly #pending = new Map<number, Pending>();
  readonly #listen = (event: { readonly data: unknown }): void => this.#receive(event.data);
  readonly #crash = (): void => this.#failAll('worker.crashed', 'The worker could not run.');
  readonly #clock: () => number;
  #next = 1;
  #closed = false;

  constructor(
    private readonly worker: ValidationPort,
    private readonly options: ClientOptions,
  ) {
    this.#clock = options.clock ?? (() => performance.now());
    worker.addEventListener('message', this.#listen);
    crashes(worker)?.addEventListener('error', this.#crash);
    crashes(worker)?.addEventListener('messageerror', this.#crash);
    worker.start?.();
  }

  load(
    address: string | URL,
    { phases, signal }: { readonly phases?: readonly string[]; readonly signal?: AbortSignal } = {},
  ): Promise<RemotePack> {
    const base = this.options.base ?? (typeof location === 'undefined' ? undefined : location.href);
    const whole = new URL(address, base).href;
    return this.#ask<RemotePack>(
      (id) => ({ type: 'load', id, address: whole, ...(phases === undefined ? {} : { phases }) }),
      [],
      signal,
      (message) => (message.type === 'loaded' ? { key: message.pack, manifest: message.manifest } : undefined),
    );
  }

  validate(bytes: Uint8Array, request: ValidationRequest): Promise<ValidationOutcome> {
    const { name, limits, signal, onFindings, onProgress } = request;
    const start = this.#clock();
    const size = bytes.byteLength;
    const packs = request.packs.map(
      (each): WantedPack => ('key' in each ? { pack: each.key } : { pack: each.pack.key, phase: each.phase }),
    );
    const found = new Map<string, SchematronFinding[]>(packs.map(({ pack }) => [pack, []]));
    return this.#ask<ValidationOutcome>(
      (id) => ({
        type: 'validate',
        id,
        bytes,
        packs,
        ...(name === undefined ? {} : { name }),
        ...(limits === undefined ? {} : { limits }),
      }),
      request.transfer === true && bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [],
      signal,
      (message) => {
        if (message.type === 'progress') onProgress?.(message.progress);
        else if (message.type === 'findings') {
          for (const each of message.findings) found.get(message.pack)?.push(each);
          onFindings?.(message.findings, message.pack);
        } else if (message.type === 'validated') {
          return {
            packs: message.packs.map((each) => ({ ...each, findings: found.get(each.pack) ?? [] })),
            readMilliseconds: message.readMilliseconds,
            milliseconds: this.#clock() - start,
            bytes: size,
            nodes: message.nodes,
          };
        }
        return undefined;
      },
    );
  }

  close(): void {
    this.#closed = true;
    this.worker.removeEventListener('message', this.#listen);
    crashes(this.worker)?.removeEventListener('error', this.#crash);
    crashes(this.worker)?.removeEventListener('messageerror', this.#crash);
    this.#failAll('worker.closed', 'The page closed its worker.');
  }

  /** Asks, and answers with the first value that `take` makes of a message. */
  #ask<T>(
    request: (id: number) => Exclude<ToWorker, { type: 'stop' }>,
    transfer: Transferable[],
    signal: AbortSignal | undefined,
    take: (message: FromWorker) => T | undefined,
  ): Promise<T> {
    const id = this.#next;
    this.#next += 1;
    return new Promise<T>((resolve, reject) => {
      const stop = (): void => {
        this.worker.postMessage(seal<ToWorker>({ type: 'stop', id }), []);
        // The page does not wait for the worker to hear it.
        pending.fail(new ValidationFailure({ code: 'limit.aborted', message: 'the caller stopped the run' }));
      };
      const end = (): void => {
        this.#pending.delete(id);
        signal?.removeEventListener('abort', stop);
      };
      const pending: Pending = {
        receive(message) {
          const value = take(message);
          if (value === undefined) return;
          end();
          resolve(value);
        },
        fail(failure) {
          end();
          reject(failure);
        },
      };
      if (this.#closed) {
        pending.fail(new ValidationFailure({ code: 'worker.closed', message: 'The page closed its worker.' }));
        return;
      }
      if (signal?.aborted === true) {
        pending.fail(new ValidationFailure({ code: 'limit.aborted', message: 'the caller stopped the run' }));
        return;
      }
      this.#pending.set(id, pending);
      signal?.addEventListener('abort', stop);
      this.worker.postMessage(seal<ToWorker>(request(id)), transfer);
    });
  }

  #receive(data: unknown): void {
    const version = versionOf(data);
    if (version === undefined) return;
    const { message } = data as Envelope<FromWorker>;
    const pending = this.#pending.get(message.id);
    if (version !== WORKER_PROTOCOL) {
      pending?.fail(
        new ValidationFailure({ code: 'worker.protocol', message: `The worker speaks version ${version}.` }),
      );
    } else if (message.type === 'failed') pending?.fail(new ValidationFailure(message.failure));
    else pending?.receive(message);
  }

  #failAll(code: 'worker.crashed' | 'worker.closed', message: string): void {
    for (const pending of [...this.#pending.values()]) pending.fail(new ValidationFailure({ code, message }));
  }
}

/** A worker says when it could not run; a port has no such event. */
function crashes(worker: ValidationPort): EventTarget | undefined {
  return typeof Worker !== 'undefined' && worker instanceof Worker ? worker : undefined;
}
