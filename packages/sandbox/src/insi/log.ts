import type { InsiOperation } from './namespaces.js';
import type { ScenarioName } from './scenarios.js';

/** One exchange, without anything personal: no trait, no matricule, no assertion, no body. */
export interface SandboxExchange {
  /** 1, 2, 3… since the start or the last reset. */
  readonly sequence: number;
  /** ISO instant, by the clock of the sandbox. */
  readonly at: string;
  readonly service: 'insi';
  readonly listener: 'tlsm' | 'cpx';
  /** HTTP status; 0 when the scenario left the client without an answer. */
  readonly status: number;
  readonly operation?: InsiOperation;
  /** UUID of the MessageID, once its form was accepted. */
  readonly messageId?: string;
  readonly codeCr?: string;
  readonly faultCode?: string;
  /** Number of the check that refused (1 to 10), or 0 for a failure of the simulator itself. */
  readonly check?: number;
  readonly scenario?: ScenarioName;
  readonly warnings: readonly string[];
  readonly requestBytes: number;
  readonly responseBytes: number;
}

/** An exchange while it is being handled. */
export type LogDraft = { -readonly [K in keyof SandboxExchange]?: SandboxExchange[K] } & { warnings: string[] };

/** Keeps the last exchanges. */
interface ExchangeLog {
  readonly entries: readonly SandboxExchange[];
  add(entry: Omit<SandboxExchange, 'sequence'>): void;
  clear(): void;
}

export function createExchangeLog(limit: number, onExchange?: (exchange: SandboxExchange) => void): ExchangeLog {
  const entries: SandboxExchange[] = [];
  let sequence = 0;
  return {
    entries,
    add(entry) {
      sequence += 1;
      const complete = { sequence, ...entry };
      entries.push(complete);
      if (entries.length > limit) entries.shift();
      onExchange?.(complete);
    },
    clear() {
      entries.length = 0;
      sequence = 0;
    },
  };
}

/** Remembers the last `limit` values. */
interface SeenSet {
  /** True when the value was there already; remembers it in any case. */
  check(value: string): boolean;
  clear(): void;
}

export function createSeenSet(limit = 10_000): SeenSet {
  const seen = new Set<string>();
  return {
    check(value) {
      if (seen.has(value)) return true;
      seen.add(value);
      if (seen.size > limit) for (const oldest of seen) return seen.delete(oldest) && false;
      return false;
    },
    clear: () => seen.clear(),
  };
}
