import { inflateRawSync } from 'node:zlib';
import { buildCda } from '../../src/cda.js';
import { parseCda } from '../../src/cda-reader.js';
import type { SubmissionDocument } from '../../src/submission.js';
import type { XdmContent, XdmIssuer } from '../../src/xdm.js';
import { ASSOCIATION_TYPES, metadataFromCda, uniqueId } from '../../src/xds.js';
import { sampleDocument, sampleSubmission } from '../support/sample.js';

export const issuer: XdmIssuer = {
  name: 'Lise EXEMPLE',
  organization: 'Cabinet fictif d’Évry',
  organizationId: '10B0999999',
  address: '1 rue de l’Œuvre, 91000 Évry',
  software: { name: 'Exemple', version: '1.0', vendor: 'Éditeur fictif' },
};

const clock = (): Date => new Date('2026-01-15T10:00:00Z');

/** Random bytes that a test can repeat. */
export function counter(): (n: number) => Uint8Array {
  let last = 0;
  return (n) =>
    new Uint8Array(n).map(() => {
      last = (last + 1) & 0xff;
      return last;
    });
}

/** Content of an archive: the sample document, once for each change of it. */
export function contentOf(changes: readonly Partial<SubmissionDocument>[] = [{}]): XdmContent {
  const setId = 'set';
  const made = changes.map((change, i) => {
    const id = `2.999.7.1.20260115.${i + 1}`;
    const document = { ...sampleDocument, id, ...change };
    const built = buildCda(document, sampleSubmission, { clock, random: counter() });
    if (!built.ok) throw new Error(built.findings.map((f) => f.rule).join());
    const entry = metadataFromCda(parseCda(built.bytes), { id: `doc${i + 1}` });
    if (!entry.ok) throw new Error(entry.findings.map((f) => f.rule).join());
    return { entry: entry.value, bytes: built.bytes };
  });
  const [first] = made;
  if (first === undefined) throw new Error('one document at least');
  return {
    submissionSet: {
      id: setId,
      uniqueId: uniqueId('2.999.7.9.1'),
      sourceId: '2.999.7',
      patientId: first.entry.patientId,
      submissionTime: '20260115100000',
      contentType: sampleSubmission.contentType,
      authors: first.entry.authors,
      extraSlots: {},
    },
    entries: made.map(({ entry }) => entry),
    associations: made.map(({ entry }, i) => ({
      id: `as${i + 1}`,
      type: ASSOCIATION_TYPES.hasMember,
      source: setId,
      target: entry.id,
      slots: { SubmissionSetStatus: ['Original'] },
    })),
    documents: made.map(({ entry, bytes }) => ({
      entryId: entry.id,
      uniqueId: entry.uniqueId,
      mimeType: entry.mimeType,
      bytes,
    })),
  };
}

/** Another reader of zip archives: local headers in their order, inflated by zlib. */
export function otherReader(bytes: Uint8Array): { name: string; content: Buffer; flags: number; method: number }[] {
  const view = Buffer.from(bytes);
  const found: { name: string; content: Buffer; flags: number; method: number }[] = [];
  let at = 0;
  while (view.readUInt32LE(at) === 0x04034b50) {
    const flags = view.readUInt16LE(at + 6);
    const method = view.readUInt16LE(at + 8);
    const packed = view.readUInt32LE(at + 18);
    const nameLength = view.readUInt16LE(at + 26);
    const start = at + 30 + nameLength + view.readUInt16LE(at + 28);
    const raw = view.subarray(start, start + packed);
    const name = view.toString('latin1', at + 30, at + 30 + nameLength);
    found.push({ name, flags, method, content: method === 8 ? inflateRawSync(raw) : raw });
    at = start + packed;
  }
  return found;
}
