import type { Finding } from '@socle-sante/core/finding';

/**
 * What an encoder answers. `carriesIns` says whether the matricule and its OID are in the value: only for a qualified
 * identity (EXI SI 08, EXI ID 29). When they were left out, the finding `ins.transmit.withheld` says why.
 */
export type Encoded<T> =
  | { readonly ok: true; readonly value: T; readonly carriesIns: boolean; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** What a decoder answers: all that could be read, even when an error forbids to rely on it. */
export type Received<T> =
  | { readonly ok: true; readonly value: T; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly value?: T; readonly findings: readonly Finding[] };
