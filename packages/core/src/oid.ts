import { type Finding, finding } from './finding.js';

/** Root arc 0 to 2, second arc below 40 under 0 and 1, no leading zero (ITU-T X.660). */
const OID = /^(?:[01]\.(?:0|[1-9]|[1-3][0-9])|2\.(?:0|[1-9][0-9]*))(?:\.(?:0|[1-9][0-9]*))*$/;

/** True for a dotted OID of at least two arcs and at most 128 characters. */
export function isOid(text: string): boolean {
  return text.length <= 128 && OID.test(text);
}

/** Checks the form of an OID. Rule: `oid.format`. */
export function validateOid(input: string, path: readonly (string | number)[] = []): Finding[] {
  return isOid(input) ? [] : [finding('oid.format', 'error', path)];
}

/** `urn:oid:` form (RFC 3061). */
export function oidUrn(oid: string): string {
  return `urn:oid:${oid}`;
}

/** The OID of an `urn:oid:` (any case of the prefix), or `undefined`. */
export function oidFromUrn(urn: string): string | undefined {
  const oid = /^urn:oid:/i.test(urn) ? urn.slice(8) : '';
  return isOid(oid) ? oid : undefined;
}

/** The OID of a UUID: arc `2.25` and the UUID as one decimal number (ITU-T X.667 §7). `undefined` when it is not a UUID. */
export function oidFromUuid(uuid: string): string | undefined {
  const hex = uuid.replaceAll('-', '');
  return uuid.length === 36 && /^[0-9a-f]{32}$/i.test(hex) ? `2.25.${BigInt(`0x${hex}`)}` : undefined;
}
