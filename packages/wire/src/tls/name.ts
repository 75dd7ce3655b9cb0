import { type DerNode, derChildren, derOid, derString, expectTag, TAG } from './der.js';
import type { DistinguishedName, NameAttribute } from './types.js';

const shortNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'T',
  '2.5.4.17': 'postalCode',
  '2.5.4.42': 'GN',
  '2.5.4.43': 'initials',
  '2.5.4.46': 'dnQualifier',
  '2.5.4.65': 'pseudonym',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

/** Reads a Name (RFC 5280 §4.1.2.4), keeping multi-valued RDNs and the order of the certificate. */
export function readName(node: DerNode): DistinguishedName {
  return derChildren(expectTag(node, TAG.sequence)).map((rdn) =>
    derChildren(expectTag(rdn, TAG.set)).map((pair): NameAttribute => {
      const [type, value] = derChildren(expectTag(pair, TAG.sequence));
      const oid = derOid(expectTag(type, TAG.oid));
      return { oid, type: shortNames[oid] ?? oid, value: derString(expectTag(value)) };
    }),
  );
}

/** First value of an attribute, by short name or OID; searches the RDNs from the last (the most precise) backwards. */
export function nameAttribute(name: DistinguishedName, type: string): string | undefined {
  return nameAttributes(name, type)[0];
}

/** All values of an attribute, by short name or OID, the most precise RDN first. */
export function nameAttributes(name: DistinguishedName, type: string): string[] {
  return [...name]
    .reverse()
    .flatMap((rdn) => rdn.filter((item) => item.type === type || item.oid === type).map((item) => item.value));
}

/** True when two names hold the same attributes in the same RDNs; the order inside a multi-valued RDN does not count. */
export function sameName(a: DistinguishedName, b: DistinguishedName): boolean {
  const key = (name: DistinguishedName) =>
    JSON.stringify(name.map((rdn) => rdn.map((item) => [item.oid, item.value.normalize('NFC')]).sort(byFirst)));
  return key(a) === key(b);
}

function byFirst(a: readonly string[], b: readonly string[]): number {
  const [x, y] = [a.join('='), b.join('=')];
  return x < y ? -1 : x > y ? 1 : 0;
}

export interface Rfc2253Options {
  /**
   * Order inside a multi-valued RDN, which is a set: `sorted` (default) by the written type, so that the text does not
   * depend on the encoder; `certificate` as encoded.
   */
  readonly multiValued?: 'sorted' | 'certificate';
  /** Types written by a keyword; all others are written as dotted OIDs. */
  readonly keywords?: Readonly<Record<string, string>>;
}

/**
 * Keywords of RFC 2253 §2.3, plus SN and T. The given name stays `2.5.4.42`: that is the form of the X509SubjectName that
 * the national services are known to receive (`2.5.4.42=ALIX+CN=899900000001+SN=EXEMPLE,T=Médecin,C=FR`).
 */
const rfc2253Keywords: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'T',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
};

/** Writes a name as RFC 2253: last RDN first, `+` inside a multi-valued one, special characters escaped. */
export function formatRfc2253(name: DistinguishedName, options: Rfc2253Options = {}): string {
  const keywords = options.keywords ?? rfc2253Keywords;
  return [...name]
    .reverse()
    .map((rdn) => {
      const parts = rdn.map((item) => `${keywords[item.oid] ?? item.oid}=${escapeRfc2253(item.value)}`);
      return (options.multiValued === 'certificate' ? parts : parts.sort()).join('+');
    })
    .join(',');
}

/** RFC 2253 §2.4. */
export function escapeRfc2253(value: string): string {
  return value
    .replace(/[,+"\\<>;]/g, '\\$&')
    .replace(/^[ #]/, '\\$&')
    .replace(/(?<=.) $/s, (space, at: number, whole: string) => (at === 1 && whole === '\\ ' ? space : '\\ '));
}
