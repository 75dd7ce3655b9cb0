import { type CertificateInfo, type ClientIdentity, readCertificate, sameName } from '@socle-sante/wire/tls';

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const LONGEST = 6;

/** DER of the authorities above a certificate, issuing one first, as far as its own file and the authorities given go. */
export function signingChain(identity: ClientIdentity, authorities: string | readonly string[]): readonly Uint8Array[] {
  const pems = [...identity.chainPem, ...[authorities].flat()].flatMap((text) => text.match(PEM) ?? []);
  const known = pems.map((pem) => readCertificate(pem));
  const chain: CertificateInfo[] = [];
  for (let last = identity.certificate; chain.length < LONGEST && !sameName(last.subject, last.issuer); ) {
    const above = known.find((candidate) => candidate.isAuthority && sameName(candidate.subject, last.issuer));
    if (above === undefined) break;
    chain.push(above);
    last = above;
  }
  return chain.map(({ der }) => der);
}
