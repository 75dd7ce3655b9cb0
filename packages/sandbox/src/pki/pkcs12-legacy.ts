import forge from 'node-forge';

const OID = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  rc2Pbe40: '1.2.840.113549.1.12.1.6',
  sha1: '1.3.14.3.2.26',
  certBag: '1.2.840.113549.1.12.10.1.3',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  x509Certificate: '1.2.840.113549.1.9.22.1',
} as const;

const { asn1 } = forge;
const UNIVERSAL = asn1.Class.UNIVERSAL;
const CONTEXT = asn1.Class.CONTEXT_SPECIFIC;
const sequence = (items: forge.asn1.Asn1[]) => asn1.create(UNIVERSAL, asn1.Type.SEQUENCE, true, items);
const set = (items: forge.asn1.Asn1[]) => asn1.create(UNIVERSAL, asn1.Type.SET, true, items);
const oid = (dotted: string) => asn1.create(UNIVERSAL, asn1.Type.OID, false, asn1.oidToDer(dotted).getBytes());
const octets = (bytes: string) => asn1.create(UNIVERSAL, asn1.Type.OCTETSTRING, false, bytes);
const integer = (value: number) =>
  asn1.create(UNIVERSAL, asn1.Type.INTEGER, false, asn1.integerToDer(value).getBytes());
const explicit = (tag: number, item: forge.asn1.Asn1) => asn1.create(CONTEXT, tag, true, [item]);
const der = (item: forge.asn1.Asn1) => asn1.toDer(item).getBytes();

const ITERATIONS = 2048;

/** pbeWithSHAAnd40BitRC2-CBC (RFC 7292 appendix C), the cipher of old exports that OpenSSL 3 keeps in its legacy provider. */
function encryptRc2(plain: string, passphrase: string): { salt: string; cipherText: string } {
  const salt = forge.random.getBytesSync(8);
  const buffer = forge.util.createBuffer(salt);
  const key = forge.pkcs12.generateKey(passphrase, buffer, 1, ITERATIONS, 5);
  const iv = forge.pkcs12.generateKey(passphrase, forge.util.createBuffer(salt), 2, ITERATIONS, 8);
  const cipher = forge.rc2.createEncryptionCipher(key, 40);
  cipher.start(iv);
  cipher.update(forge.util.createBuffer(plain));
  cipher.finish();
  return { salt, cipherText: cipher.output.getBytes() };
}

/**
 * A PKCS#12 file as older exports write them: certificates under RC2-40, key under 3DES, SHA-1 integrity. Made only to
 * prove that a client explains the refusal of OpenSSL 3 or reads the file another way.
 *
 * @param certificatesPem leaf first, then its authorities
 */
export function writeLegacyPkcs12(keyPem: string, certificatesPem: readonly string[], passphrase: string): Uint8Array {
  const localKeyId = forge.md.sha1
    .create()
    .update(certificatesPem[0] ?? '')
    .digest()
    .getBytes();
  const keyIdAttribute = set([sequence([oid('1.2.840.113549.1.9.21'), set([octets(localKeyId)])])]);

  const bags = certificatesPem.map((pem, index) => {
    const certificate = forge.pki.certificateToAsn1(forge.pki.certificateFromPem(pem));
    const bag = sequence([oid(OID.x509Certificate), explicit(0, octets(der(certificate)))]);
    return sequence([oid(OID.certBag), explicit(0, bag), ...(index === 0 ? [keyIdAttribute] : [])]);
  });
  const { salt, cipherText } = encryptRc2(der(sequence(bags)), passphrase);
  const encryptedContent = sequence([
    oid(OID.data),
    sequence([oid(OID.rc2Pbe40), sequence([octets(salt), integer(ITERATIONS)])]),
    asn1.create(CONTEXT, 0, false, cipherText),
  ]);
  const certificates = sequence([oid(OID.encryptedData), explicit(0, sequence([integer(0), encryptedContent]))]);

  const keyInfo = forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(forge.pki.privateKeyFromPem(keyPem)));
  const shrouded = forge.pki.encryptPrivateKeyInfo(keyInfo, passphrase, { algorithm: '3des', count: ITERATIONS });
  const keyBag = sequence([oid(OID.shroudedKeyBag), explicit(0, shrouded), keyIdAttribute]);
  const key = sequence([oid(OID.data), explicit(0, octets(der(sequence([keyBag]))))]);

  const safe = der(sequence([certificates, key]));
  const macSalt = forge.random.getBytesSync(8);
  const macKey = forge.pkcs12.generateKey(passphrase, forge.util.createBuffer(macSalt), 3, ITERATIONS, 20);
  const mac = forge.hmac.create();
  mac.start('sha1', macKey);
  mac.update(safe);
  const digest = sequence([
    sequence([oid(OID.sha1), asn1.create(UNIVERSAL, asn1.Type.NULL, false, '')]),
    octets(mac.getMac().getBytes()),
  ]);
  const file = sequence([
    integer(3),
    sequence([oid(OID.data), explicit(0, octets(safe))]),
    sequence([digest, octets(macSalt), integer(ITERATIONS)]),
  ]);
  return Buffer.from(der(file), 'binary');
}
