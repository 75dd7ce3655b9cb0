/**
 * A code with its code system and its official label: the form of the CDA, of the XDS metadata and of the VIHF.
 * The label matters: the DMP shows it, so send the official one.
 */
export interface Coded {
  readonly code: string;
  /** OID of the code system, without `urn:oid:`; `URN` for the few codes that are themselves URNs (signature document). */
  readonly codeSystem: string;
  /** Official label of the code. */
  readonly displayName: string;
  /** Name of the code system, for people only. */
  readonly codeSystemName?: string;
}

/** True when both codes are the same: code and code system, whatever the labels. */
export function sameCode(a: Pick<Coded, 'code' | 'codeSystem'>, b: Pick<Coded, 'code' | 'codeSystem'>): boolean {
  return a.code === b.code && a.codeSystem === b.codeSystem;
}
