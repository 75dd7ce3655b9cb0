/** How much is enforced: what makes a message unusable, what the real system is known to refuse, or every check. */
export type DmpLevel = 'lenient' | 'dmp' | 'strict';

/** The lowest level at which something is refused; `never`: it is only noted. */
export type DmpRefusalLevel = DmpLevel | 'never';

/** Why a call is refused: number of the check (dmp-xds.md §16), code, and a French sentence that starts with `[SIM]`. */
export interface DmpRefusal {
  /** 1 to 21; 0 for a fault injected or a failure of the simulator. */
  readonly check: number;
  readonly kind: 'fault' | 'registryError';
  /** Sub-code of the fault, or `errorCode` of the RegistryError. An open string: the official list is not public. */
  readonly code: string;
  /** French, names fields and never values of the patient. */
  readonly context: string;
  /** Typed reason, stable, for tests: `patient.closed`, `metadata.typeCode`. */
  readonly reason: string;
  /** The lowest level at which it is enforced; at lower ones it is only logged. */
  readonly from: DmpRefusalLevel;
  readonly location?: string;
}

const ORDER: Readonly<Record<DmpRefusalLevel, number>> = { lenient: 0, dmp: 1, strict: 2, never: 3 };

/** True when a refusal counts at this level. */
export function isEnforced(refusal: DmpRefusal, level: DmpLevel): boolean {
  return ORDER[refusal.from] <= ORDER[level];
}

export type DmpOutcome<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly DmpRefusal[] }
  | { readonly ok: false; readonly refusals: readonly DmpRefusal[]; readonly warnings: readonly DmpRefusal[] };

type Detail = { readonly from?: DmpRefusalLevel; readonly location?: string };

function refusal(
  kind: DmpRefusal['kind'],
  check: number,
  code: string,
  reason: string,
  context: string,
  { from = 'lenient', location }: Detail,
): DmpRefusal {
  return {
    check,
    kind,
    code,
    reason,
    context: `[SIM] ${context}`,
    from,
    ...(location === undefined ? {} : { location }),
  };
}

/** Refused with a SOAP fault. */
export function faultRefusal(
  check: number,
  code: string,
  reason: string,
  context: string,
  detail: Detail = {},
): DmpRefusal {
  return refusal('fault', check, code, reason, context, detail);
}

/** Refused with a RegistryError. */
export function registryRefusal(
  check: number,
  code: string,
  reason: string,
  context: string,
  detail: Detail = {},
): DmpRefusal {
  return refusal('registryError', check, code, reason, context, detail);
}

/** Thrown inside the core and the wire, turned into an outcome at the border. */
export class DmpRefused extends Error {
  override readonly name = 'DmpRefused';
  constructor(readonly refusals: readonly DmpRefusal[]) {
    super(refusals.map(({ code }) => code).join(', '));
  }
}
