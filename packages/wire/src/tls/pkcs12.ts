import { createRequire } from 'node:module';
import type forge from 'node-forge';
import { IdentityError } from '../errors/identity-error.js';

type Forge = typeof forge;
type Asn1 = forge.asn1.Asn1;

/** What a PKCS#12 file holds. */
export interface Pkcs12Content {
  /** PKCS#8, DER. */
  readonly keys: readonly Uint8Array[];
  /** Certificates, DER, in the order of the file. */
  readonly certificates: readonly Uint8Array[];
  /** Name of the old cipher that OpenSSL 3 refuses, when the file uses one. */
  readonly legacyCipher?: string;
}

/** Password-based encryptions of PKCS#12 (RFC 7292, appendix C). OpenSSL 3 has RC2 and RC4 only in its legacy provider. */
const legacyCiphers: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.12.1.1': 'RC4-128',
  '1.2.840.113549.1.12.1.2': 'RC4-40',
  '1.2.840.113549.1.12.1.3': '3DES',
  '1.2.840.113549.1.12.1.4': '3DES-2',
  '1.2.840.113549.1.12.1.5': 'RC2-128',
  '1.2.840.113549.1.12.1.6': 'RC2-40',
};

const MAX_BYTES = 1_048_576;
/** All of them together: each is computed in this thread, at about three microseconds. */
const MAX_ITERATIONS = 2_000_000;

/**
 * Reads a PKCS#12 file with node-forge, whatever its encryption: OpenSSL 3 refuses the RC2 and RC4 of older exports
 * (ERR_CRYPTO_UNSUPPORTED_OPERATION), and never gives the key back. node-forge is loaded at the first call.
 *
 * Throws {@link IdentityError}: 'pkcs12.malformed', 'pkcs12.password', 'pkcs12.unsupported'.
 */
export function readPkcs12(file: Uint8Array, passphrase: string): Pkcs12Content {
  if (file.length === 0 || file.length > MAX_BYTES || isTruncated(file)) throw new IdentityError('pkcs12.malformed');
  const library = createRequire(import.meta.url)('node-forge') as Forge;
  try {
    return read(library, Buffer.from(file).toString('binary'), passphrase);
  } catch (cause) {
    if (cause instanceof IdentityError) throw cause;
    // Whatever node-forge stumbles on: an object identifier out of range, nesting without end.
    throw new IdentityError('pkcs12.malformed');
  }
}

function read(library: Forge, bytes: string, passphrase: string): Pkcs12Content {
  // Not strict: several exporters write BER (indefinite lengths).
  const root = library.asn1.fromDer(library.util.createBuffer(bytes, 'raw'), false);
  const facts = { ciphers: new Set<string>(), iterations: 0 };
  survey(library, root, facts, 0);
  if (facts.iterations > MAX_ITERATIONS) {
    throw new IdentityError('pkcs12.unsupported', 'Its iteration count is excessive.');
  }
  const content = open(library, root, passphrase);
  const legacyCipher = [...facts.ciphers][0];
  return { ...content, ...(legacyCipher === undefined ? {} : { legacyCipher }) };
}

function open(library: Forge, root: Asn1, passphrase: string): Pick<Pkcs12Content, 'keys' | 'certificates'> {
  const pfx = decrypt(library, root, passphrase);
  const bags = (type: string) => pfx.getBags({ bagType: type })[type] ?? [];
  const { oids } = library.pki;
  const keys = [...bags(oids['pkcs8ShroudedKeyBag'] ?? ''), ...bags(oids['keyBag'] ?? '')].map((bag) =>
    bag.key ? library.pki.wrapRsaPrivateKey(library.pki.privateKeyToAsn1(bag.key)) : bag.asn1,
  );
  const certificates = bags(oids['certBag'] ?? '').map((bag) => (bag.cert ? original(library, bag.cert) : bag.asn1));
  return {
    keys: keys.map((item) => toDer(library, item)),
    certificates: certificates.map((item) => toDer(library, item)),
  };
}

function decrypt(library: Forge, root: Asn1, passphrase: string): forge.pkcs12.Pkcs12Pfx {
  try {
    return library.pkcs12.pkcs12FromAsn1(root, false, passphrase);
  } catch (cause) {
    // The messages of node-forge are the only way to tell these apart.
    const reason = cause instanceof Error ? cause.message : '';
    if (/MAC could not be verified|Invalid password/i.test(reason)) throw new IdentityError('pkcs12.password');
    const utf8 = Buffer.from(passphrase, 'utf8').toString('binary');
    // PBES2 wants the passphrase in UTF-8, the integrity check and the old ciphers in UTF-16: node-forge keeps one form
    // for both. The check has passed with an accented passphrase: only the decryption is done again.
    if (utf8 !== passphrase) {
      const withoutMac = { ...root, value: (root.value as Asn1[]).slice(0, 2) };
      return decrypt(library, withoutMac, utf8);
    }
    if (/wrong password|Failed to decrypt/i.test(reason)) throw new IdentityError('pkcs12.password');
    if (/unsupported|not supported|unknown/i.test(reason)) throw new IdentityError('pkcs12.unsupported');
    throw new IdentityError('pkcs12.malformed');
  }
}

/** The outer length says more than there is. node-forge, lenient, would go on and blame the passphrase. */
function isTruncated(file: Uint8Array): boolean {
  const first = file[1] ?? 0;
  if (file[0] !== 0x30 || first === 0x80) return file[0] !== 0x30;
  if (first < 0x80) return file.length < 2 + first;
  const count = first & 0x7f;
  const length = file.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  return file.length < 2 + count + length;
}

/**
 * The certificate as it was in the file. node-forge would rebuild its outer algorithm from its own tables; the one inside
 * the signed part, which RFC 5280 §4.1.1.2 wants identical, is copied instead.
 */
function original(library: Forge, certificate: forge.pki.Certificate): Asn1 {
  const { asn1 } = library;
  const tbs = certificate.tbsCertificate as Asn1;
  const fields = tbs.value as Asn1[];
  const algorithm = fields[fields[0]?.tagClass === asn1.Class.CONTEXT_SPECIFIC ? 2 : 1] as Asn1;
  const signature = asn1.create(
    asn1.Class.UNIVERSAL,
    asn1.Type.BITSTRING,
    false,
    `\u0000${String(certificate.signature)}`,
  );
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, [tbs, algorithm, signature]);
}

function toDer(library: Forge, node: Asn1 | undefined): Uint8Array {
  if (node === undefined) throw new IdentityError('pkcs12.malformed');
  return new Uint8Array(Buffer.from(library.asn1.toDer(node).getBytes(), 'binary'));
}

/**
 * Notes the old ciphers and adds up the iteration counts, looking into octet strings that hold ASN.1. A count is the INTEGER
 * that follows the salt, an OCTET STRING (RFC 7292 §4 and appendix C, RFC 8018 appendix A.2): any other is a serial number.
 */
function survey(library: Forge, node: Asn1, facts: { ciphers: Set<string>; iterations: number }, depth: number): void {
  if (depth > 24) return;
  const { asn1 } = library;
  const value = node.value as Asn1[] | string;
  if (typeof value !== 'string') {
    for (const [index, child] of value.entries()) {
      const text = child.value as Asn1[] | string;
      const afterSalt = value[index - 1]?.type === asn1.Type.OCTETSTRING && child.type === asn1.Type.INTEGER;
      if (afterSalt && typeof text === 'string')
        facts.iterations += Number.parseInt(library.util.bytesToHex(text) || '0', 16);
      survey(library, child, facts, depth + 1);
    }
    return;
  }
  if (node.type === asn1.Type.OID) {
    const name = legacyCiphers[asn1.derToOid(value)];
    if (name !== undefined) facts.ciphers.add(name);
  } else if (node.type === asn1.Type.OCTETSTRING && value.length > 16) {
    try {
      survey(library, asn1.fromDer(library.util.createBuffer(value, 'raw'), false), facts, depth + 1);
    } catch {
      // Encrypted content or a salt: nothing to look at.
    }
  }
}
