export { loadClientIdentity } from '@socle-sante/wire/tls';

/** DER of each certificate of a text, in order. */
export function splitPem(pem: string): Uint8Array[] {
  return [...pem.matchAll(/-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/g)].map((match) =>
    Uint8Array.from(Buffer.from(match[1] ?? '', 'base64')),
  );
}
