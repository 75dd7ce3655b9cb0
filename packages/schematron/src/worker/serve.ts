import type { SchematronFinding } from '../pack.js';
import { LimitError } from '../runtime/limits.js';
import { factsOf, nextInTree, type XDocument } from '../tree/document.js';
import type { XNode } from '../tree/node.js';
import { readDocument } from '../tree/read.js';
import { nextTurn } from '../validate/slices.js';
import { beginValidation } from '../validate/validate.js';
import { toWire, ValidationFailure } from './failure.js';
import { type HeldPack, type ImportModule, loadPage } from './load-page.js';
import {
  type Envelope,
  type FromWorker,
  type PackOutcome,
  seal,
  type ToWorker,
  type ValidationPort,
  versionOf,
  WORKER_PROTOCOL,
} from './protocol.js';

/** How a worker serves. */
export interface ServeOptions {
  /** How modules of packs are loaded: `import(address)` by default. */
  readonly importModule?: ImportModule;
  /** How long the rules run before the worker listens again, in milliseconds. Default 40. */
  readonly sliceMs?: number;
  /** Milliseconds that only grow. */
  readonly clock?: () => number;
}

/** A worker that serves; `close` makes it deaf. */
export interface ValidationServer {
  close(): void;
}

/** Nodes that a walk visits between two looks at the clock. */
const STRIDE = 64;
const MOST_FINDINGS = 20_000;

/**
 * The worker's side of {@link createValidationClient}: `serveValidation(self)` is the whole script of a worker. Requests are served
 * one after the other; a request that is stopped ends within a slice.
 */
export function serveValidation(port: ValidationPort, options: ServeOptions = {}): ValidationServer {
  const server = new Server(port, options);
  const listen = (event: { readonly data: unknown }): void => server.receive(event.data);
  port.addEventListener('message', listen);
  port.start?.();
  return { close: () => port.removeEventListener('message', listen) };
}

type Validate = Extract<ToWorker, { type: 'validate' }>;

class Server {
  readonly #packs = new Map<string, HeldPack>();
  /** Requests that wait or run. */
  readonly #stops = new Map<number, AbortController>();
  #last: Promise<void> = Promise.resolve();
  readonly #importModule: ImportModule;
  readonly #sliceMs: number;
  readonly #clock: () => number;

  constructor(
    private readonly port: ValidationPort,
    options: ServeOptions,
  ) {
    this.#importModule = options.importModule ?? ((address) => import(/* @vite-ignore */ address));
    this.#sliceMs = options.sliceMs ?? 40;
    this.#clock = options.clock ?? (() => performance.now());
  }

  receive(data: unknown): void {
    const version = versionOf(data);
    if (version === undefined) return;
    const { message } = data as Envelope<ToWorker>;
    if (version !== WORKER_PROTOCOL) {
      const failure = { code: 'worker.protocol', message: `This worker speaks version ${WORKER_PROTOCOL}.` } as const;
      this.#send({ type: 'failed', id: message.id, failure });
      return;
    }
    if (message.type === 'stop') {
      this.#stops.get(message.id)?.abort();
      return;
    }
    const stop = new AbortController();
    this.#stops.set(message.id, stop);
    this.#last = this.#last.then(() => this.#serve(message, stop.signal));
  }

  async #serve(message: Exclude<ToWorker, { type: 'stop' }>, signal: AbortSignal): Promise<void> {
    try {
      throwIfStopped(signal);
      if (message.type === 'load') await this.#load(message.id, message.address, message.phases);
      else await this.#validate(message, signal);
    } catch (thrown) {
      this.#send({ type: 'failed', id: message.id, failure: toWire(thrown) });
    } finally {
      this.#stops.delete(message.id);
    }
  }

  async #load(id: number, address: string, phases: readonly string[] | undefined): Promise<void> {
    const held = await loadPage(address, this.#importModule, phases);
    const key = `pack-${this.#packs.size + 1}`;
    this.#packs.set(key, held);
    this.#send({ type: 'loaded', id, pack: key, manifest: held.pack.manifest });
  }

  async #validate(message: Validate, signal: AbortSignal): Promise<void> {
    const { id, bytes, name, limits } = message;
    const packs = message.packs.map((wanted) => ({ ...wanted, held: this.#held(wanted.pack) }));
    this.#send({ type: 'progress', id, progress: { stage: 'reading', done: 0 } });
    const start = this.#clock();
    const document = readDocument(bytes, {
      ...(name === undefined ? {} : { name }),
      ...(limits?.document === undefined ? {} : { limits: limits.document }),
    });
    const readMilliseconds = this.#clock() - start;
    const walked = countWalked(document);
    const sent = { left: limits?.findings ?? MOST_FINDINGS };
    const outcomes: PackOutcome[] = [];
    for (const [rank, { pack, phase, held }] of packs.entries()) {
      const told = (done: number): void => {
        const all = (rank + Math.min(done, 1)) / packs.length;
        this.#send({ type: 'progress', id, progress: { stage: 'checking', pack, done: all } });
      };
      outcomes.push(await this.#apply({ message, pack, phase, held, document, walked, sent, signal, told }));
    }
    this.#send({ type: 'validated', id, packs: outcomes, readMilliseconds, nodes: factsOf(document).nodes });
  }

  async #apply(work: {
    readonly message: Validate;
    readonly pack: string;
    readonly phase: string | undefined;
    readonly held: HeldPack;
    readonly document: XDocument;
    readonly walked: number;
    readonly sent: { left: number };
    readonly signal: AbortSignal;
    readonly told: (done: number) => void;
  }): Promise<PackOutcome> {
    const { message, pack, phase, held, sent, signal } = work;
    const { steps, milliseconds } = message.limits ?? {};
    let waiting: SchematronFinding[] = [];
    const start = this.#clock();
    const validation = beginValidation(work.document, held.pack, {
      loader: held.loader,
      ...(phase === undefined ? {} : { phase }),
      limits: {
        signal,
        ...(steps === undefined ? {} : { steps }),
        ...(milliseconds === undefined ? {} : { milliseconds }),
      },
      onFinding(finding) {
        if (sent.left === 0) return;
        sent.left -= 1;
        waiting.push(finding);
      },
    });
    let visited = 0;
    for (let ended = false; !ended; ) {
      work.told(visited / work.walked);
      await nextTurn();
      throwIfStopped(signal);
      const end = this.#clock() + this.#sliceMs;
      ended = validation.advance(() => {
        visited += STRIDE;
        return this.#clock() >= end;
      });
      if (waiting.length > 0) this.#send({ type: 'findings', id: message.id, pack, findings: waiting });
      waiting = [];
    }
    const verdict = validation.verdict();
    return {
      pack,
      phase: verdict.phase,
      fired: [...verdict.fired.values()].reduce((sum, each) => sum + each, 0),
      found: verdict.findings.length,
      faults: verdict.faults,
      deviations: verdict.deviations,
      milliseconds: this.#clock() - start,
    };
  }

  #held(pack: string): HeldPack {
    const held = this.#packs.get(pack);
    if (held === undefined) {
      throw new ValidationFailure({ code: 'worker.pack', message: 'This worker has not loaded that pack.' });
    }
    return held;
  }

  #send(message: FromWorker): void {
    this.port.postMessage(seal(message), []);
  }
}

function throwIfStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new LimitError('limit.aborted', 'the caller stopped the run');
}

/** How many nodes a walk visits: what progress is measured with. */
function countWalked(document: XNode): number {
  let count = 0;
  for (let node: XNode | null = document; node !== null; node = nextInTree(node, document)) count += 1;
  return count;
}
