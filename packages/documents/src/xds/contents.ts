import type { Finding } from '@socle-sante/core/finding';
import { type Hash, toHex, webCryptoHash } from '../xades/hash.js';
import { problem } from './check-values.js';
import type { MetadataToCheck } from './validate.js';

/**
 * Holds the bytes of each document against the hash that its entry announces: SHA-1, as XDS has it. Size and presence are
 * checked by `validateMetadata`. Rule: `documents.metadata.otherHash`.
 */
export async function checkHashes(
  { entries, documents = [] }: Pick<MetadataToCheck, 'entries' | 'documents'>,
  hash: Hash = webCryptoHash,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [index, entry] of entries.entries()) {
    const document = documents.find((item) => item.entryId === entry.id);
    if (document === undefined || entry.hash === undefined) continue;
    if (toHex(await hash('sha1', document.bytes)) !== entry.hash) {
      findings.push(problem('otherHash', 'error', ['entries', index, 'hash']));
    }
  }
  return findings;
}
