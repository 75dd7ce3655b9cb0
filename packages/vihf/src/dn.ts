// Distinguished names as texts: the Issuer of an assertion against the subject of a certificate.
// RFC 2253, and what JDK, OpenSSL and .NET write in its place (S, G, GIVENNAME, SURNAME, OID.2.5.4.42, #hexadecimal).

import type { CertificateInfo, DistinguishedName } from '@socle-sante/wire/tls';
import { subjectRfc2253 } from '@socle-sante/wire/tls';

const KEYWORDS: Readonly<Record<string, string>> = {
  CN: '2.5.4.3',
  SN: '2.5.4.4',
  SURNAME: '2.5.4.4',
  C: '2.5.4.6',
  L: '2.5.4.7',
  S: '2.5.4.8',
  ST: '2.5.4.8',
  STREET: '2.5.4.9',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  T: '2.5.4.12',
  TITLE: '2.5.4.12',
  G: '2.5.4.42',
  GN: '2.5.4.42',
  GIVENNAME: '2.5.4.42',
  UID: '0.9.2342.19200300.100.1.1',
  DC: '0.9.2342.19200300.100.1.25',
};

/** The text of the Issuer. */
export function formatIssuer(
  certificate: CertificateInfo,
  form: 'rfc2253' | 'reversed' | ((certificate: CertificateInfo) => string) = 'rfc2253',
): string {
  if (typeof form === 'function') return form(certificate);
  const texts = written.get(certificate) ?? new Map<string, string>();
  written.set(certificate, texts);
  const text = texts.get(form) ?? subjectRfc2253(certificate.der, { reversed: form === 'reversed' });
  texts.set(form, text);
  return text;
}

// The same certificate signs all day.
const written = new WeakMap<CertificateInfo, Map<string, string>>();

/**
 * True when a text names the holder of a certificate, whatever the order of the parts, the spelling of the types and the order
 * inside a multi-valued part.
 */
export function namesSubject(text: string, subject: DistinguishedName): boolean {
  const written = readDn(text);
  if (written === undefined) return false;
  const genuine = subject.map((rdn) => keyOf(rdn.map((item) => [item.oid, item.value])));
  return same(written, genuine) || same(written, [...genuine].reverse());
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}

function keyOf(pairs: readonly (readonly [string, string])[]): string {
  return JSON.stringify(pairs.map(([oid, value]) => `${oid}=${value.normalize('NFC').trim()}`).sort());
}

/** One key a part, in the order of the text; undefined when it is not a name. */
function readDn(text: string): string[] | undefined {
  const keys: string[] = [];
  for (const part of split(text, /[,;]/)) {
    const pairs: (readonly [string, string])[] = [];
    for (const pair of split(part, /\+/)) {
      const at = pair.indexOf('=');
      const oid = at < 1 ? undefined : oidOf(pair.slice(0, at).trim());
      const value = unescapeValue(pair.slice(at + 1).trim());
      if (oid === undefined || value === undefined) return undefined;
      pairs.push([oid, value]);
    }
    keys.push(keyOf(pairs));
  }
  return keys;
}

function oidOf(type: string): string | undefined {
  const bare = type.replace(/^oid\./i, '');
  return /^\d+(?:\.\d+)+$/.test(bare) ? bare : KEYWORDS[bare.toUpperCase()];
}

/** Cuts at separators that are neither escaped nor between quotes. */
function split(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let current = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') {
      current += character + text.charAt(at + 1);
      at += 1;
    } else if (character === '"') {
      quoted = !quoted;
      current += character;
    } else if (!quoted && separator.test(character)) {
      parts.push(current);
      current = '';
    } else current += character;
  }
  return [...parts, current];
}

function unescapeValue(value: string): string | undefined {
  if (value.startsWith('#')) return derText(value.slice(1));
  const bare = value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
  // A pair of hexadecimal digits is an octet of UTF-8, any other escaped character is itself.
  return bare.replace(/(?:\\[0-9a-f]{2})+|\\(.)/gis, (whole: string, character: string | undefined) =>
    character === undefined ? Buffer.from(whole.replaceAll('\\', ''), 'hex').toString('utf8') : character,
  );
}

/** A short DER string in hexadecimal: UTF8String, PrintableString, TeletexString, IA5String. */
function derText(hexadecimal: string): string | undefined {
  if (!/^(?:[0-9a-f]{2})+$/i.test(hexadecimal)) return undefined;
  const der = Buffer.from(hexadecimal, 'hex');
  if (der[1] === undefined || der[1] > 127 || der.length !== der[1] + 2) return undefined;
  return der.subarray(2).toString(der[0] === 0x0c ? 'utf8' : 'latin1');
}
