import { createHash } from 'node:crypto';
import { hasErrors } from '@socle-sante/core/finding';
import { isCanonicalDocument } from '@socle-sante/wire/c14n-stream';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCda } from '../../src/cda.js';
import { parseCda } from '../../src/cda-reader.js';
import {
  identifySubmission,
  type PrepareOptions,
  prepareSubmission,
  SubmissionRefusedError,
} from '../../src/prepare.js';
import type { Submission, SubmissionDocument } from '../../src/submission.js';
import { type Hash, verifySubmissionSetSignature } from '../../src/xades.js';
import {
  ASSOCIATION_TYPES,
  checkHashes,
  compareWithCda,
  isSignatureEntry,
  type PreparedSubmission,
  validateMetadata,
} from '../../src/xds.js';
import { structuredDocument } from '../arbitraries/models.js';
import { sampleDocument, samplePdf, sampleSubmission } from '../support/sample.js';
import { type TestSigning, testSigning } from '../support/signing.js';

let sha1: TestSigning;
let sha256: TestSigning;
beforeAll(async () => {
  [sha1, sha256] = await Promise.all([testSigning('rsa-sha1'), testSigning('rsa-sha256')]);
});

let tick = 0;
const clock = () => new Date(Date.UTC(2026, 0, 15, 9, 20, 0) + tick++ * 1000);
const random = (n: number) => globalThis.crypto.getRandomValues(new Uint8Array(n));

const ids = { id: '2.999.7.1.20260115.43', submittedAt: '2026-01-15T10:20:00+01:00' };
const submission: Submission = { ...sampleSubmission, ...ids };
const pdf: SubmissionDocument = {
  ...sampleDocument,
  id: '2.999.7.1.20260115.44',
  body: { kind: 'pdf', content: samplePdf },
};

function prepare(given: Submission = submission, more: Partial<PrepareOptions> = {}): Promise<PreparedSubmission> {
  return prepareSubmission(given, { clock, random, signing: sha1, environment: 'test', ...more });
}

async function refusal(given: Submission, more: Partial<PrepareOptions> = {}): Promise<string[]> {
  try {
    await prepare(given, more);
    return [];
  } catch (error) {
    if (!(error instanceof SubmissionRefusedError)) throw error;
    return error.findings.map((item) => item.rule);
  }
}

describe('a prepared submission', () => {
  it('holds documents, metadata, signature and associations that agree', async () => {
    const prepared = await prepare({ ...submission, documents: [sampleDocument, pdf] });
    expect(prepared.findings.filter((item) => item.severity === 'error')).toEqual([]);
    expect(prepared.entries.map((item) => item.id)).toEqual(['D1', 'D2', 'SIG1']);
    expect(prepared.documents.map((item) => item.entryId)).toEqual(['D1', 'D2', 'SIG1']);
    for (const [index, document] of prepared.documents.entries()) {
      const entry = prepared.entries[index];
      expect(entry).toMatchObject({
        uniqueId: document.uniqueId,
        mimeType: 'text/xml',
        size: document.bytes.length,
        hash: createHash('sha1').update(document.bytes).digest('hex'),
      });
    }
    expect(await checkHashes(prepared)).toEqual([]);
    const types = prepared.associations.map((item) => [item.id, item.type, item.source, item.target]);
    const { hasMember, signs } = ASSOCIATION_TYPES;
    expect(types).toEqual([
      ['a1', hasMember, 'SS', 'D1'],
      ['a2', hasMember, 'SS', 'D2'],
      ['a3', hasMember, 'SS', 'SIG1'],
      ['a4', signs, 'SIG1', 'SS'],
    ]);
    for (const [index, document] of prepared.documents.slice(0, 2).entries()) {
      expect(isCanonicalDocument(document.bytes)).toBe(true);
      const entry = prepared.entries[index];
      expect(entry && compareWithCda(entry, parseCda(document.bytes))).toEqual([]);
    }
  });

  it('is signed: the signature verifies against the documents, and its entry is that of the DMP', async () => {
    for (const signing of [sha1, sha256, { ...sha256, digest: 'sha1' as const }]) {
      const prepared = await prepare({ ...submission, documents: [sampleDocument, pdf] }, { signing });
      const signature = prepared.documents.at(-1);
      const documents = prepared.documents.slice(0, -1);
      if (signature === undefined) throw new Error('a signature');
      const verified = await verifySubmissionSetSignature(signature.bytes, {
        submissionSetUniqueId: prepared.submissionSet.uniqueId,
        documents,
        certificate: signing.signer.certificateDer,
      });
      expect(verified.signingTime).toBe(submission.submittedAt);
      const entry = prepared.entries.find(isSignatureEntry);
      expect(entry).toMatchObject({
        uniqueId: '2.999.7.1.20260115.43.1',
        creationTime: '20260115092000',
        serviceStopTime: '20260115092000',
        languageCode: 'art',
        title: 'Source',
        typeCode: { code: 'E1762', codeSystem: 'ASTM', displayName: 'Full Document' },
        events: [{ code: '1.2.840.10065.1.12.1.14' }],
        healthcareFacilityType: { code: 'SA07' },
      });
      expect(entry?.sourcePatientInfo).toBeUndefined();
      expect(entry?.legalAuthenticator).toEqual(prepared.submissionSet.authors[0]?.person);
    }
  });

  it('is the same to the byte when it is prepared again, structured documents too', async () => {
    const [structured] = fc.sample(structuredDocument('cse-mde'), { numRuns: 1, seed: 42 });
    if (structured === undefined) throw new Error('a structured document');
    const given = { ...submission, documents: [pdf, { ...structured, id: '2.999.7.1.20260115.45' }] };
    const [first, second] = [await prepare(given), await prepare(given)];
    expect(second).toEqual(first);
    const anonymous: Submission = { ...sampleSubmission, documents: [{ ...sampleDocument, id: undefined } as never] };
    const kept = identifySubmission(anonymous, { clock, random });
    if (!kept.ok) throw new Error('identified');
    expect(await prepare(kept.value)).toEqual(await prepare(kept.value));
    expect(await prepare(anonymous)).not.toEqual(await prepare(anonymous));
  });

  it('is the same again when the identifier of the set leaves no room for that of its signature', async () => {
    const long: Submission = { ...submission, id: `2.999.7.${'1'.repeat(55)}`, documents: [pdf] };
    const [first, second] = [await prepare(long), await prepare(long)];
    expect(first.entries[1]?.uniqueId.length).toBeLessThanOrEqual(64);
    expect(second).toEqual(first);
  });

  it('keeps a CDA of the vendor byte for byte, and signs its canonical form', async () => {
    const built = buildCda(sampleDocument, sampleSubmission, { clock, random, prologue: true });
    if (!built.ok) throw new Error('built');
    const prepared = await prepare({
      ...submission,
      documents: [{ ...sampleDocument, body: { kind: 'cda', content: built.bytes } }],
    });
    expect(prepared.documents[0]?.bytes).toBe(built.bytes);
    expect(prepared.entries[0]?.hash).toBe(createHash('sha1').update(built.bytes).digest('hex'));
    const [document, signature] = prepared.documents;
    if (document === undefined || signature === undefined) throw new Error('two documents');
    await verifySubmissionSetSignature(signature.bytes, {
      submissionSetUniqueId: prepared.submissionSet.uniqueId,
      documents: [document],
    });
    const plain = await prepare();
    const same = { ...plain.entries[0], hash: '', size: 0 };
    expect({ ...prepared.entries[0], hash: '', size: 0 }).toEqual(same);
  });

  it('has no signature without a signer, and is then checked for any exchange', async () => {
    const { signing: _, ...rest } = { clock, random, signing: sha1 };
    const prepared = await prepareSubmission(submission, rest);
    expect(prepared.entries.some(isSignatureEntry)).toBe(false);
    expect(hasErrors(prepared.findings)).toBe(false);
    expect(validateMetadata(prepared, { profile: 'cisis' })).toEqual([]);
  });

  it('hashes each document once', async () => {
    const sizes: number[] = [];
    const hash: Hash = (algorithm, bytes) => {
      sizes.push(bytes.length);
      return new Uint8Array(createHash(algorithm).update(bytes).digest());
    };
    const prepared = await prepare(submission, { hash });
    const size = prepared.documents[0]?.bytes.length;
    expect(sizes.filter((item) => item === size)).toHaveLength(1);
  });
});

describe('refusals', () => {
  it('say what to correct, under the paths of the submission', async () => {
    expect(await refusal({ ...submission, documents: [{ ...sampleDocument, title: '' }] })).not.toEqual([]);
    const type = { code: '101881-1', codeSystem: '2.16.840.1.113883.6.1', displayName: 'Carte d’implant' };
    expect(await refusal({ ...submission, documents: [{ ...sampleDocument, type }] })).toContain('documents.xds.class');
    expect(await refusal({ ...submission, documents: [] })).toContain('documents.none');
    expect(await refusal({ ...sampleSubmission, vendor: { oid: 'x' } })).toContain('documents.vendor.oid');
    const bad: SubmissionDocument = { ...sampleDocument, body: { kind: 'cda', content: Uint8Array.of(60) } };
    expect(await refusal({ ...submission, documents: [bad] })).not.toEqual([]);
  });

  it('of the DMP come as findings, before anything is sent', async () => {
    const setting = { code: 'ESSMS', displayName: 'ESSMS', codeSystem: '1.2.250.1.213.1.1.4.9' };
    const [act] = sampleDocument.acts;
    const performer = act?.performer && { ...act.performer, organization: { ...act.performer.organization, setting } };
    const document = { ...sampleDocument, acts: [{ ...act, ...(performer ? { performer } : {}) }] };
    const prepared = await prepare({ ...submission, documents: [document] });
    expect(prepared.findings).toContainEqual(
      expect.objectContaining({ rule: 'documents.metadata.cisisOnly', path: ['entries', 0, 'practiceSetting'] }),
    );
    const production = await prepare(submission, { environment: 'production' });
    expect(production.findings.map((item) => item.rule)).toContain('documents.metadata.environment');
    const [issuing] = sha1.chain;
    const short = await prepare(submission, { signing: { ...sha1, chain: issuing === undefined ? [] : [issuing] } });
    expect(short.findings.map((item) => item.rule)).toContain('documents.xades.chain');
  });
});
