import type { RuleFault, SchematronFinding, SchematronVerdict } from '../pack.js';
import type { RunLimits } from '../runtime/limits.js';
import type { DocumentLoader, Instant } from '../runtime/run.js';
import type { SchemaLoader } from '../schema/loader.js';
import { factsOf, refreshNames } from '../tree/document.js';
import type { XNode } from '../tree/node.js';
import { Collector, type OnRule, Stopped } from './collector.js';
import { documentStore } from './documents.js';
import { elsewhere } from './elsewhere.js';
import type { ActivePatterns, Pack } from './pack.js';
import { PackRun } from './pack-run.js';
import { Walk } from './walk.js';

/** How a document is validated. */
export interface ValidateOptions {
  /** A phase of the schema, `#ALL` or `#DEFAULT` (which is the default). */
  readonly phase?: string;
  /**
   * Where the documents that rules refer to are: the loader of the schema (its references are relative to the main file), or a
   * function. Without it no other document is available.
   */
  readonly loader?: SchemaLoader | DocumentLoader;
  readonly limits?: RunLimits;
  /** Gets findings as they are made, in document order. */
  readonly onFinding?: (finding: SchematronFinding) => void;
  /**
   * When a rule cannot be evaluated: `report` (by default) says so and goes on with the next check; `stop` ends there, as the
   * reference engine does; a function is told, and goes on.
   */
  readonly onFault?: 'report' | 'stop' | ((fault: RuleFault) => void);
  /** What `current-dateTime()` says. By default the clock of the machine. */
  readonly now?: Instant;
  /** Keep the list of the rules that fired, so that SVRL has them all. */
  readonly keepFirings?: boolean;
  /** How many findings and faults there may be, together. 100 000 by default. */
  readonly maxFindings?: number;
  /** Told what each rule costs on each node: it makes the run slower. */
  readonly onRule?: OnRule;
  /** Milliseconds that only grow: what `limits.milliseconds` is measured with. */
  readonly clock?: () => number;
}

/** A validation that can be done in parts. */
export interface Validation {
  /** Goes on until the end or until `pause` answers true; true at the end. */
  advance(pause?: () => boolean): boolean;
  /** What was found so far. */
  verdict(): SchematronVerdict;
}

/**
 * What a pack says of a document.
 *
 * @throws LimitError when a bound given in the options is reached
 * @throws PackError 'pack.phase', 'pack.notLoaded'
 */
export function validate(document: XNode, pack: Pack, options: ValidateOptions = {}): SchematronVerdict {
  const validation = beginValidation(document, pack, options);
  validation.advance();
  return validation.verdict();
}

/** Begins a validation; see {@link Validation}. */
export function beginValidation(document: XNode, pack: Pack, options: ValidateOptions = {}): Validation {
  const active = pack.active(options.phase);
  refreshNames(document);
  const run = makeRun(document, pack, active.phase, options);
  const { onFault } = options;
  const collector = new Collector(pack, run, {
    onFinding: options.onFinding,
    onFault: typeof onFault === 'function' ? onFault : undefined,
    stop: onFault === 'stop',
    keepFirings: options.keepFirings ?? false,
    most: options.maxFindings ?? 100_000,
    onRule: options.onRule,
    clock: options.clock ?? (() => performance.now()),
  });
  const walks = walksOf(document, pack, active, run, collector);
  let walk = walks.next();
  return {
    advance(pause) {
      // Another validation may have run in between: what modules keep of the last node stays true, they compare nodes.
      try {
        while (walk.done !== true) {
          if (!walk.value.advance(pause)) return false;
          walk = walks.next();
        }
      } catch (cause) {
        if (!(cause instanceof Stopped)) throw cause;
        walk = { done: true, value: undefined };
      } finally {
        pack.reset();
      }
      return true;
    },
    verdict: () => verdictOf(pack, active, run, collector),
  };
}

function makeRun(document: XNode, pack: Pack, phase: string, options: ValidateOptions): PackRun {
  const { loader, limits, now, clock } = options;
  const main = pack.manifest.files[0] ?? '';
  const load =
    loader === undefined ? undefined : typeof loader === 'function' ? loader : documentStore(loader, { main });
  const name = factsOf(document).name;
  return new PackRun(
    {
      document,
      baseUri: main,
      namespaces: pack.namespaces,
      keys: pack.keys,
      functions: pack.functions,
      ...(name === undefined ? {} : { documentUri: name }),
      ...(load === undefined ? {} : { load }),
      ...(limits === undefined ? {} : { limits }),
      ...(now === undefined ? {} : { now }),
      ...(clock === undefined ? {} : { clock }),
    },
    phase,
  );
}

function* walksOf(
  document: XNode,
  pack: Pack,
  active: ActivePatterns,
  run: PackRun,
  collector: Collector,
): Generator<Walk, undefined> {
  const count = pack.manifest.patterns.length;
  const fire = collector.fire.bind(collector);
  const walkOf = (top: XNode, automaton: ActivePatterns['automaton']): Walk =>
    new Walk(automaton, top, run, count, fire, (node, state, cause) =>
      collector.contextFault(node, cause, state.blamed),
    );
  yield walkOf(document, active.automaton);
  for (const { pattern, automaton } of active.elsewhere) {
    for (const other of elsewhere(document, pack, pattern, run, collector)) yield walkOf(other, automaton);
  }
  return undefined;
}

function verdictOf(pack: Pack, active: ActivePatterns, run: PackRun, collector: Collector): SchematronVerdict {
  const keys = pack.manifest.patterns;
  const missing = [...run.missing].map((href) => ({
    code: 'document.missing',
    message: `"${href}" is not available: what rules say of it is not checked`,
    subject: href,
    incomplete: true,
  }));
  return {
    phase: active.phase,
    findings: collector.findings,
    faults: collector.faults,
    deviations: [...pack.manifest.deviations, ...missing],
    fired: new Map(active.patterns.map((rank) => [keys[rank]?.key ?? '', collector.fired.get(rank) ?? 0] as const)),
    firings: collector.firings,
  };
}
