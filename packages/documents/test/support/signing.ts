import { createTestPki, type TestPki } from '@socle-sante/sandbox/pki';
import { createKeySigner, dangerouslyAllowSha1, type SignatureAlgorithm, type XmlSigner } from '@socle-sante/wire/dsig';
import { loadClientIdentity, readCertificate } from '@socle-sante/wire/tls';

let pki: Promise<TestPki> | undefined;

/** One PKI for the file: its keys take a moment to make. */
export function testPki(): Promise<TestPki> {
  pki ??= createTestPki();
  return pki;
}

/** What signs a set: the signer, its certificate, and the authorities above it. */
export interface TestSigning {
  readonly signer: XmlSigner;
  readonly chain: readonly Uint8Array[];
  readonly certPem: string;
  readonly keyPem: string;
}

/** The signature key of a role, `org-sign` by default, in SHA-1 as the official samples show or in SHA-256. */
export async function testSigning(algorithm: SignatureAlgorithm = 'rsa-sha1', role = 'org-sign'): Promise<TestSigning> {
  const { certPem, keyPem, chainPem } = (await testPki()).identity(role);
  const identity = await loadClientIdentity({ key: keyPem, cert: certPem });
  const signer = createKeySigner(identity, { algorithm, legacy: dangerouslyAllowSha1() });
  const chain = splitPem(chainPem).map((pem) => readCertificate(pem).der);
  return { signer, chain, certPem, keyPem };
}

function splitPem(text: string): string[] {
  return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
}
