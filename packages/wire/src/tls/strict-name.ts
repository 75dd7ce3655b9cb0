import { IdentityError } from '../errors/identity-error.js';
import { type DerNode, derChildren, derOid, derString, expectTag, hex, readDer, TAG } from './der.js';
import { escapeRfc2253 } from './name.js';

/** The keywords of RFC 2253 §2.3, and no other. */
const KEYWORDS: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
};

/**
 * The subject of a certificate as RFC 2253 writes it to the letter, which any reader of it takes: a type that has no keyword there
 * (surname, given name, title) is its OID, and its value the octets of the certificate in hexadecimal (§2.4:
 * `CN=899900063480+2.5.4.4=#0c054c49425245+2.5.4.42=#0c034d4158`). In a multi-valued part keywords come first. `reversed` starts with
 * the country. {@link formatRfc2253} writes a more readable form, with other keywords.
 *
 * Throws {@link IdentityError} 'certificate.malformed'.
 */
export function subjectRfc2253(der: Uint8Array, options: { readonly reversed?: boolean } = {}): string {
  try {
    const [tbs] = derChildren(readDer(der, TAG.sequence));
    const fields = derChildren(expectTag(tbs, TAG.sequence));
    // [0] version is absent in version 1 certificates.
    const subject = fields[fields[0]?.tag === 0xa0 ? 5 : 4];
    const parts = derChildren(expectTag(subject, TAG.sequence)).map(relativeName);
    return (options.reversed ? parts : parts.reverse()).join(',');
  } catch {
    throw new IdentityError('certificate.malformed');
  }
}

function relativeName(rdn: DerNode): string {
  const pairs = derChildren(expectTag(rdn, TAG.set)).map((pair) => {
    const [type, value] = derChildren(expectTag(pair, TAG.sequence));
    const oid = derOid(expectTag(type, TAG.oid));
    const keyword = KEYWORDS[oid];
    return keyword === undefined
      ? { arcs: oid.split('.').map(Number), text: `${oid}=#${hex(expectTag(value).raw).toLowerCase()}` }
      : { arcs: [], text: `${keyword}=${escapeRfc2253(derString(expectTag(value)))}` };
  });
  return pairs
    .sort((a, b) => byArcs(a.arcs, b.arcs) || (a.text < b.text ? -1 : 1))
    .map(({ text }) => text)
    .join('+');
}

/** Keywords, which have no arcs here, before OIDs; those in the order of their numbers. */
function byArcs(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((arc, index) => arc !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
}
