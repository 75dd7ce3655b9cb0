import { webcrypto } from 'node:crypto';

export const RSA_SHA256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

export interface TestKeyPair {
  readonly pair: webcrypto.CryptoKeyPair;
  /** PKCS#8 PEM, not encrypted: test material, made at run time and never kept. */
  readonly privateKeyPem: string;
}

/** A fresh RSA 2048 pair. The work is done on the thread pool, so several calls in flight use several cores. */
export async function generateTestKey(): Promise<TestKeyPair> {
  const pair = await webcrypto.subtle.generateKey(
    { ...RSA_SHA256, modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
    true,
    ['sign', 'verify'],
  );
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', pair.privateKey));
  const lines = pkcs8.toString('base64').match(/.{1,64}/g) ?? [];
  return { pair, privateKeyPem: `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n` };
}
