import type { DmpOperation, DmpServiceName } from './namespaces.js';
import type { DmpScenarioName } from './scenarios.js';

/** One exchange with the DMP, without anything personal: no trait, no matricule, no assertion, no document. */
export interface DmpExchange {
  /** 1, 2, 3… since the start or the last reset. */
  readonly sequence: number;
  /** ISO instant, by the clock of the sandbox. */
  readonly at: string;
  readonly service: 'dmp';
  readonly endpoint?: DmpServiceName;
  readonly operation?: DmpOperation;
  /** HTTP status; 0 when the scenario left the client without an answer. */
  readonly status: number;
  readonly messageId?: string;
  /** Sub-code of the fault. */
  readonly faultCode?: string;
  /** `errorCode` of each RegistryError. */
  readonly errorCodes: readonly string[];
  /** Typed reasons of the refusals, and numbers of their checks. */
  readonly reasons: readonly string[];
  readonly checks: readonly number[];
  /** Reasons that this level only notes. */
  readonly warnings: readonly string[];
  /** Algorithms seen: of the VIHF, of the signature of the set. */
  readonly vihfAlgorithms?: string;
  readonly xadesAlgorithms?: string;
  readonly scenario?: DmpScenarioName;
  readonly requestBytes: number;
  readonly responseBytes: number;
}

/** An exchange while it is being handled. */
export type DmpLogDraft = { -readonly [K in keyof DmpExchange]?: DmpExchange[K] } & {
  errorCodes: string[];
  reasons: string[];
  checks: number[];
  warnings: string[];
};

export interface DmpLog {
  readonly entries: readonly DmpExchange[];
  add(entry: Omit<DmpExchange, 'sequence'>): void;
  clear(): void;
}

const LIMIT = 1000;

export function createDmpLog(onExchange?: (exchange: DmpExchange) => void): DmpLog {
  const entries: DmpExchange[] = [];
  let sequence = 0;
  return {
    entries,
    add(entry) {
      sequence += 1;
      const complete = { sequence, ...entry };
      entries.push(complete);
      if (entries.length > LIMIT) entries.shift();
      onExchange?.(complete);
    },
    clear() {
      entries.length = 0;
      sequence = 0;
    },
  };
}
