import { canonicalize } from '@socle-sante/wire/c14n';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBase64, writeBase64 } from '../../src/cda/base64.ts';
import { buildCda } from '../../src/cda.ts';
import { mediaBytes, parseCda } from '../../src/cda-reader.ts';
import { newOid, type Submission, type SubmissionDocument } from '../../src/submission.ts';
import { structuredDocument } from '../arbitraries/models.ts';
import { document, patient } from '../arbitraries/submission.ts';
import { fixedOptions, qualifiedIdentity, sampleDocument, sampleSubmission } from '../support/sample.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function built(one: SubmissionDocument, whole: Submission = sampleSubmission) {
  const made = buildCda(one, whole, fixedOptions(7));
  if (!made.ok) throw new Error(made.findings.map(({ rule }) => rule).join(' '));
  return made;
}

function refused(one: SubmissionDocument, whole: Submission = sampleSubmission): string[] {
  const made = buildCda(one, whole, fixedOptions(7));
  return made.ok ? [] : made.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
}

describe('a document that is built', () => {
  it('is its own canonical form, and the same every time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(document(), structuredDocument('vsm'), structuredDocument('cr-bio')), async (one) => {
        const { bytes } = built(one);
        expect(text(await canonicalize(text(bytes), { method: 'c14n' }))).toBe(text(bytes));
        expect(built(one).bytes).toEqual(bytes);
      }),
      { numRuns: 40 },
    );
  });

  it('is read back by the reader: identifiers, type, authors, body', () => {
    fc.assert(
      fc.property(document(), patient, (one, who) => {
        const made = built(one, { ...sampleSubmission, patient: who });
        const { header, body, findings } = parseCda(made.bytes);
        expect(findings).toEqual([]);
        expect(header.id).toMatchObject({ root: made.uniqueId });
        expect(header.setId?.root).toBe(made.setId);
        expect(header.versionNumber).toBe(made.version);
        expect(header.code?.code).toBe(one.type.code);
        // The reader joins lines: white space counts for one.
        expect(header.title).toBe(one.title.replace(/\s+/g, ' '));
        expect(header.authors).toHaveLength(one.authors.length);
        expect(header.participants).toHaveLength(one.participants?.length ?? 0);
        if (body.kind !== 'nonXml' || one.body.kind === 'structured') throw new Error('not an unstructured body');
        expect(mediaBytes(body.media)).toMatchObject({ ok: true, value: one.body.content });
      }),
      { numRuns: 60 },
    );
  });

  it('announces its encoding on demand, and is otherwise the same', () => {
    const plain = built(sampleDocument).bytes;
    const made = buildCda(sampleDocument, sampleSubmission, { ...fixedOptions(7), prologue: true });
    expect(made.ok && text(made.bytes)).toBe(`<?xml version="1.0" encoding="UTF-8"?>\n${text(plain)}`);
  });

  it('gets an OID under that of the vendor when it has none', () => {
    const { id: _, ...anonymous } = sampleDocument;
    const made = built(anonymous);
    expect(made.uniqueId).toMatch(/^2\.999\.7\.1768468500000\.\d+$/);
    expect(made.setId).toBe(made.uniqueId);
    expect(newOid({ oid: `2.999.${'1'.repeat(50)}` }, fixedOptions(1))).toBeUndefined();
    expect(newOid({ oid: '2.999', instance: '3' }, fixedOptions(1))).toMatch(/^2\.999\.3\.\d+\.\d+$/);
  });

  it('says what it replaces, in the same line, one version later', () => {
    const made = built({
      ...sampleDocument,
      replaces: { uniqueId: '2.999.7.1.1', setId: '2.999.7.1', version: 4 },
    });
    expect(made).toMatchObject({ setId: '2.999.7.1', version: 5 });
    expect(text(made.bytes)).toContain(
      '<relatedDocument typeCode="RPLC"><parentDocument><id root="2.999.7.1.1"></id><setId root="2.999.7.1"></setId><versionNumber value="4"></versionNumber></parentDocument></relatedDocument>',
    );
  });

  it('keeps the INS for a qualified identity alone', () => {
    const { document: _, ...recovered } = qualifiedIdentity;
    const made = built(sampleDocument, {
      ...sampleSubmission,
      patient: { ...sampleSubmission.patient, identity: recovered },
    });
    expect(text(made.bytes)).not.toContain('275126322074974');
    expect(made.findings.map(({ rule }) => rule)).toContain('ins.transmit.withheld');
  });

  it('takes the patient as author and signatory, by the INS', () => {
    const made = built({
      ...sampleDocument,
      authors: [{ kind: 'patient' }],
      legalAuthenticator: { signatory: { kind: 'patient' } },
      custodian: { idNat: 'MES', patientHost: true },
    });
    const { authors, legalAuthenticator } = parseCda(made.bytes).header;
    expect(authors[0]?.kind).toBe('patient');
    expect(legalAuthenticator).toBeDefined();
    expect(text(made.bytes)).toContain('<id extension="MES" root="1.2.250.1.213.4.1"></id>');
  });

  it('keeps the CDA of the vendor byte for byte', () => {
    const { bytes } = built(sampleDocument);
    const kept = built({ ...sampleDocument, body: { kind: 'cda', content: bytes } });
    expect(kept.bytes).toBe(bytes);
    expect(kept.uniqueId).toBe(sampleDocument.id);
  });
});

describe('a document is refused', () => {
  it('when the CDA of the vendor contradicts the submission', () => {
    const { bytes } = built(sampleDocument);
    const other = { ...sampleDocument, body: { kind: 'cda' as const, content: bytes } };
    expect(refused({ ...other, id: '2.999.1' })).toEqual(['documents.cda.otherId']);
    const replaces = { uniqueId: '2.999.1', setId: '2.999.2', version: 1 };
    expect(refused({ ...other, replaces })).toEqual(['documents.cda.otherReplaced']);
    const second = built({ ...sampleDocument, replaces }).bytes;
    const again = { ...sampleDocument, body: { kind: 'cda' as const, content: second } };
    expect(built({ ...again, replaces }).findings.map(({ rule }) => rule)).not.toContain('documents.cda.otherReplaced');
    expect(refused({ ...again, replaces: { ...replaces, uniqueId: '2.999.3' } })).toEqual([
      'documents.cda.otherReplaced',
    ]);
    expect(built(again).findings).toContainEqual(
      expect.objectContaining({ rule: 'documents.cda.otherReplaced', severity: 'warning' }),
    );
    expect(refused({ ...other, body: { kind: 'cda', content: new TextEncoder().encode('<a>') } })).toEqual([
      'documents.cda.unreadable',
    ]);
    const { document: _, ...recovered } = qualifiedIdentity;
    const whole = { ...sampleSubmission, patient: { ...sampleSubmission.patient, identity: recovered } };
    expect(refused(other, whole)).toContain('documents.cda.insNotQualified');
  });

  it('when a text cannot stand in XML, without repeating it', () => {
    expect(refused({ ...sampleDocument, title: 'a\u0001b' })).toEqual(['documents.text.control']);
  });

  it('when the patient has an address, a telecom or a place of birth that cannot be written', () => {
    const { patient } = sampleSubmission;
    const of = (more: Partial<typeof patient>): string[] =>
      refused(sampleDocument, { ...sampleSubmission, patient: { ...patient, ...more } });
    expect(of({ addresses: [{ lines: ['1 rue X'], city: 'PARIS' }] })).toEqual(['documents.address.mixed']);
    expect(of({ telecoms: [{ value: 'tel:' }] })).toEqual(['documents.telecom.form']);
    const { identity } = patient;
    expect(of({ identity: { ...identity, traits: { ...identity.traits, lieuNaissance: 'PARIS' } } })).toContain(
      'cog.format',
    );
  });

  it('when a civility or a title is not the code of its list', () => {
    const signatory = { ...sampleDocument.legalAuthenticator.signatory, name: { family: 'X', prefix: 'Mme' } };
    const wrong = { ...sampleDocument, legalAuthenticator: { signatory } } as unknown as SubmissionDocument;
    expect(refused(wrong)).toEqual(['documents.submission.value']);
  });

  it('never, but with a remark, when the custodian has more contacts than the schema takes', () => {
    const custodian = { idNat: '10B0999999', name: 'X', telecoms: [{ value: 'tel:1' }, { value: 'tel:2' }] };
    expect(built({ ...sampleDocument, custodian }).findings).toContainEqual(
      expect.objectContaining({ rule: 'documents.custodian.contacts', severity: 'warning' }),
    );
  });

  it('when it replaces what nobody can name', () => {
    expect(refused({ ...sampleDocument, version: 2 })).toEqual(['documents.version.replaces']);
    expect(refused({ ...sampleDocument, replaces: { uniqueId: '2.999.1' } })).toEqual([
      'documents.version.setId',
      'documents.version.number',
    ]);
  });
});

describe('base64', () => {
  it('is that of RFC 4648, whatever the length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
        expect(writeBase64(bytes, out, 0)).toBe(out.length);
        expect(text(out)).toBe(Buffer.from(bytes).toString('base64'));
        expect(readBase64(text(out).replace(/(.{19})/g, '$1\r\n '))).toEqual(bytes);
      }),
    );
  });

  it('is the same at any place, and touches nothing around', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat({ max: 5 }), fc.nat({ max: 3 }), (bytes, at, offset) => {
        const out = new Uint8Array(new ArrayBuffer(120), offset, 100);
        const end = writeBase64(bytes, out, at, null);
        expect(text(out.subarray(at, end))).toBe(Buffer.from(bytes).toString('base64'));
        expect([...out.subarray(0, at), ...out.subarray(end)].every((octet) => octet === 0)).toBe(true);
      }),
    );
  });

  it('is the same from the platform as from the loop, slice after slice', () => {
    const size = fc.oneof(
      fc.integer({ min: 250, max: 400 }),
      fc.integer({ min: 49_140, max: 49_170 }),
      fc.nat(150_000),
    );
    fc.assert(
      fc.property(size, fc.nat(5), fc.nat(3), (length, at, offset) => {
        const bytes = new Uint8Array(new ArrayBuffer(length + 3), offset, length);
        for (let index = 0; index < length; index += 1) bytes[index] = (index * 31) >> (index % 7);
        const [quick, slow] = [new Uint8Array(length * 2 + 10), new Uint8Array(length * 2 + 10)];
        const native = (slice: Uint8Array) => Buffer.from(slice).toString('base64');
        expect(writeBase64(bytes, quick, at, native)).toBe(writeBase64(bytes, slow, at, null));
        expect(Buffer.compare(quick, slow)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['A', 'AA', 'AAA', 'AA=', 'A===', '====', 'AA==AA', 'AB*=', 'é', 'AAAA='])('%s is none', (wrong) => {
    expect(readBase64(wrong)).toBeUndefined();
  });
});
