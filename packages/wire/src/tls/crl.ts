import { type KeyObject, verify } from 'node:crypto';
import { IdentityError } from '../errors/identity-error.js';
import {
  type DerNode,
  derBitBytes,
  derBoolean,
  derChildren,
  derInteger,
  derOid,
  derTime,
  expectTag,
  readDer,
  TAG,
} from './der.js';
import { asPemText, pemBlocks } from './pem.js';

/** A revocation list as read (RFC 5280 §5). */
export interface CrlInfo {
  /** DER of the issuer name, to be compared with the subject of the authority. */
  readonly issuerRaw: Uint8Array;
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
  /** Revoked serials (hexadecimal, upper case) and since when. */
  readonly revoked: ReadonlyMap<string, Date>;
  /** True when the list holds a critical extension that we do not read (delta or partial list): it proves nothing alone. */
  readonly partial: boolean;
  readonly der: Uint8Array;
  /** True when the list is signed with that key. */
  verify(key: KeyObject): boolean;
}

const HASHES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

const MAX_CRL = 64 * 1_048_576;

/** Reads a CRL, PEM (the first one of the text) or DER. Throws {@link IdentityError} 'crl.malformed'. */
export function readCrl(input: string | Uint8Array): CrlInfo {
  const pem = asPemText(input);
  const der = pem === undefined ? new Uint8Array(input as Uint8Array) : pemBlocks(pem, 'X509 CRL', 'CRL')[0];
  if (der === undefined || der.length > MAX_CRL) throw new IdentityError('crl.malformed');
  try {
    return read(der);
  } catch {
    throw new IdentityError('crl.malformed');
  }
}

function read(der: Uint8Array): CrlInfo {
  const [tbs, algorithm, signature] = derChildren(readDer(der, TAG.sequence));
  const fields = derChildren(expectTag(tbs, TAG.sequence));
  let at = fields[0]?.tag === TAG.integer ? 1 : 0;
  at += 1; // signature algorithm, repeated outside
  const issuer = expectTag(fields[at], TAG.sequence);
  const thisUpdate = derTime(expectTag(fields[at + 1]));
  at += 2;
  const isTime = (node: DerNode | undefined) => node?.tag === TAG.utcTime || node?.tag === TAG.generalizedTime;
  const nextUpdate = isTime(fields[at]) ? derTime(expectTag(fields[at])) : undefined;
  if (nextUpdate !== undefined) at += 1;
  const revoked = new Map<string, Date>();
  if (fields[at]?.tag === TAG.sequence) {
    for (const entry of derChildren(expectTag(fields[at]))) {
      const [serial, since] = derChildren(entry);
      revoked.set(derInteger(expectTag(serial)).toString(16).toUpperCase(), derTime(expectTag(since)));
    }
  }
  const [oid] = derChildren(expectTag(algorithm, TAG.sequence));
  const hash = HASHES[derOid(expectTag(oid))];
  const value = derBitBytes(expectTag(signature));
  return {
    issuerRaw: issuer.raw,
    thisUpdate,
    ...(nextUpdate === undefined ? {} : { nextUpdate }),
    revoked,
    partial: hasCriticalExtension(fields.find((field) => field.tag === 0xa0)),
    der,
    verify: (key) => hash !== undefined && verify(hash, expectTag(tbs).raw, key, value),
  };
}

function hasCriticalExtension(field: DerNode | undefined): boolean {
  if (field === undefined) return false;
  const [list] = derChildren(field);
  return derChildren(expectTag(list, TAG.sequence)).some((item) => {
    const parts = derChildren(item);
    return parts.length === 3 && derBoolean(expectTag(parts[1]));
  });
}
