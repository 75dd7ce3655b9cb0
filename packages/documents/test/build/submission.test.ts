import { describeFinding, type Finding } from '@socle-sante/core/finding';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentsFindings } from '../../src/messages.ts';
import {
  parseSubmission,
  type Submission,
  type SubmissionDocument,
  submissionJsonSchema,
  validateSubmission,
} from '../../src/submission.ts';
import { structuredDocument } from '../arbitraries/models.ts';
import { submission } from '../arbitraries/submission.ts';
import { qualifiedIdentity, sampleDocument, sampleSubmission } from '../support/sample.ts';

/** Every finding met here, so that none is without a text. */
const met = new Map<string, Finding>();

function keep(findings: readonly Finding[]): readonly Finding[] {
  for (const one of findings) met.set(one.rule, one);
  return findings;
}

function errors(changes: Partial<SubmissionDocument>, profile: 'cisis' | 'dmp' | 'mss' = 'dmp'): string[] {
  return errorsOf({ ...sampleSubmission, documents: [{ ...sampleDocument, ...changes }] }, profile);
}

function errorsOf(whole: Submission, profile: 'cisis' | 'dmp' | 'mss' = 'dmp'): string[] {
  const found = keep(validateSubmission(whole, { profile }));
  return found.filter(({ severity }) => severity === 'error').map(({ rule }) => rule.replace('documents.', ''));
}

function warnings(changes: Partial<SubmissionDocument>, profile: 'cisis' | 'dmp' | 'mss' = 'dmp'): string[] {
  const whole = { ...sampleSubmission, documents: [{ ...sampleDocument, ...changes }] };
  const found = keep(validateSubmission(whole, { profile }));
  return found.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule.replace('documents.', ''));
}

const [act] = sampleDocument.acts;
const [author] = sampleDocument.authors;
if (!act || author?.kind !== 'professional') throw new Error('the sample has an act and a professional');
const { organization } = author;

describe('parseSubmission', () => {
  it('reads what is right, from the program and from JSON', () => {
    expect(parseSubmission(sampleSubmission)).toMatchObject({ ok: true });
    const json = JSON.parse(
      JSON.stringify({
        ...sampleSubmission,
        documents: [{ ...sampleDocument, body: { kind: 'text', content: { base64: 'Ym9u\nam91cg==' } } }],
      }),
    );
    const read = parseSubmission(json);
    expect(read.ok && read.value.documents[0]?.body).toEqual({
      kind: 'text',
      content: new TextEncoder().encode('bonjour'),
    });
  });

  it('reads files when it is given the means', () => {
    const whole = {
      ...sampleSubmission,
      documents: [{ ...sampleDocument, body: { kind: 'pdf', content: { file: 'letter.pdf' } } }],
    };
    const readFile = (path: string) => (path === 'letter.pdf' ? Uint8Array.of(1) : undefined);
    expect(parseSubmission(whole, { readFile })).toMatchObject({ ok: true });
    expect(keep(parseSubmission(whole).findings)).toMatchObject([
      { rule: 'documents.submission.content', path: ['documents', 0, 'body', 'content'], params: { how: 'file' } },
    ]);
  });

  it('takes everything that the arbitraries make', () => {
    fc.assert(
      fc.property(submission(), structuredDocument('vsm'), structuredDocument('cr-bio'), (whole, vsm, biology) => {
        const read = parseSubmission({ ...whole, documents: [...whole.documents, vsm, biology] });
        expect(read.findings).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, (whole: Record<string, unknown>, document: Record<string, unknown>) => void, string, string]>([
    ['a field that is missing', (_, d) => delete d['title'], 'missing', 'documents.0.title'],
    ['a misspelt field', (_, d) => Object.assign(d, { tilte: 'x' }), 'unknown', 'documents.0.tilte'],
    ['another type', (_, d) => Object.assign(d, { title: 3 }), 'type', 'documents.0.title'],
    [
      'a date without offset',
      (_, d) => Object.assign(d, { createdAt: '2026-01-15T10:00:00' }),
      'format',
      'documents.0.createdAt',
    ],
    ['an unknown value', (_, d) => Object.assign(d, { confidentiality: 'X' }), 'value', 'documents.0.confidentiality'],
    [
      'base64 that is none',
      (_, d) => Object.assign(d, { body: { kind: 'pdf', content: { base64: '@' } } }),
      'content',
      'documents.0.body.content',
    ],
    ['no document', (w) => Object.assign(w, { documents: [] }), 'format', 'documents'],
  ])('refuses %s, and says where', (_name, spoil, rule, path) => {
    const document: Record<string, unknown> = { ...sampleDocument };
    const whole: Record<string, unknown> = { ...sampleSubmission, documents: [document] };
    spoil(whole, document);
    const found = keep(parseSubmission(whole).findings);
    expect(found.map((f) => [f.rule, f.path.join('.')])).toEqual([[`documents.submission.${rule}`, path]]);
  });

  it('never throws, and never repeats what was given', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(parseSubmission(input).ok).toBe(false);
      }),
    );
    const identity = { ...qualifiedIdentity, ins: { matricule: '275126322074975', oid: '1.2.250.1.213.1.4.10' } };
    const found = parseSubmission({ ...sampleSubmission, patient: { identity } }).findings;
    expect(found.length).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toContain('275126322074975');
  });

  it('has a JSON Schema, with contents as file or base64', () => {
    const schema = JSON.stringify(submissionJsonSchema());
    for (const word of ['base64', 'file', 'legalAuthenticator', 'activeProblems', 'hiddenFromPatient']) {
      expect(schema).toContain(`"${word}"`);
    }
  });
});

describe('validateSubmission', () => {
  it('has nothing against the sample, nor against what the arbitraries make for the DMP', () => {
    expect(errors({})).toEqual([]);
    fc.assert(
      fc.property(submission('dmp'), (whole) => {
        expect(errorsOf(whole)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('tells the lists of the DMP from those of the CI-SIS', () => {
    const type = { code: '51851-4', displayName: 'Note administrative', codeSystem: '2.16.840.1.113883.6.1' };
    expect(errors({ type }, 'cisis')).toEqual([]);
    expect(errors({ type })).toContain('code.notInDmp');
    const setting = { code: 'ESSMS', displayName: 'ESSMS', codeSystem: '1.2.250.1.213.1.1.4.9' };
    const acts = [{ ...act, performer: { professional: { idNat: '899900000017' }, organization: { setting } } }];
    expect(errors({ acts }, 'cisis')).toEqual([]);
    expect(errors({ acts })).toEqual(['code.notInDmp']);
  });

  it.each<[string, Partial<SubmissionDocument>, string]>([
    ['a code of another list', { type: { ...sampleDocument.type, code: 'X' } }, 'code.set'],
    ['the right code under another system', { type: { ...sampleDocument.type, codeSystem: '1.2.3' } }, 'code.system'],
    ['a code without a label', { type: { ...sampleDocument.type, displayName: ' ' } }, 'code.form'],
    ['a date that no calendar has', { createdAt: '2026-02-30T10:00:00+01:00' }, 'time.value'],
    ['a day for the creation', { createdAt: '2026-01-15' }, 'createdAt.day'],
    ['an empty title', { title: ' ' }, 'title.empty'],
    ['a title too long', { title: 'a'.repeat(129) }, 'title.length'],
    ['no author', { authors: [] }, 'author.none'],
    ['no act', { acts: [] }, 'act.none'],
    ['an act without performer', { acts: [{ ...act, performer: undefined }] }, 'act.performer'],
    ['an act without start', { acts: [{ ...act, start: undefined }] }, 'act.start'],
    ['an act that stops before it starts', { acts: [{ ...act, stop: '2026-01-14T10:00:00+01:00' }] }, 'period.order'],
    [
      'an empty interval',
      { encounter: { ...sampleDocument.encounter, stop: sampleDocument.encounter.start } },
      'period.empty',
    ],
    ['https', { custodian: { ...organization, telecoms: [{ value: 'https://x' }] } }, 'telecom.form'],
    ['a telecom without value', { custodian: { ...organization, telecoms: [{ use: 'WP' }] } }, 'telecom.empty'],
    ['an empty address', { custodian: { ...organization, addresses: [{ use: 'WP' }] } }, 'address.empty'],
    [
      'an address in two ways',
      { custodian: { ...organization, addresses: [{ lines: ['1 rue'], city: 'X' }] } },
      'address.mixed',
    ],
    ['the same address twice', { custodian: { ...organization, addresses: [{ city: 'X' }, { city: 'X' }] } }, 'twice'],
    [
      'an absent address beside another',
      { custodian: { ...organization, addresses: [{ city: 'X' }, { nullFlavor: 'UNK' }] } },
      'nullAmong',
    ],
    ['an identifier with a space', { custodian: { idNat: '1 7' } }, 'id.form'],
    ['an OID too long', { id: `2.999.${'1'.repeat(60)}` }, 'id.length'],
    ['what is no OID', { id: 'abc' }, 'id.oid'],
    ['version 2 of nothing', { version: 2 }, 'version.replaces'],
    ['version 0', { version: 0 }, 'version.form'],
    [
      'the first version of a replacement',
      { version: 1, replaces: { uniqueId: '2.999.1', setId: '2.999' } },
      'version.first',
    ],
    [
      'a version that goes back',
      { version: 2, replaces: { uniqueId: '2.999.1', setId: '2.999', version: 3 } },
      'version.order',
    ],
    [
      'another line',
      { setId: '2.999.5', version: 2, replaces: { uniqueId: '2.999.1', setId: '2.999', version: 1 } },
      'version.setIdChanged',
    ],
    [
      'a document that replaces itself',
      { replaces: { uniqueId: '2.999.7.1.20260115.42', setId: '2.999', version: 1 } },
      'version.sameId',
    ],
    ['a minor’s secret of an adult', { visibility: { hiddenFromLegalRepresentatives: true } }, 'visibility.adult'],
    [
      'a document of the patient hidden from the patient',
      {
        authors: [{ kind: 'patient' }],
        custodian: { idNat: 'MES', patientHost: true },
        visibility: { hiddenFromPatient: true },
      },
      'visibility.patientAuthor',
    ],
    ['a patient alone without custodian', { authors: [{ kind: 'patient' }] }, 'custodian.missing'],
    [
      'a system with the specialty of a person',
      { authors: [{ ...author, kind: 'system', device: { model: 'x', software: 'y' } }] as never },
      'author.system',
    ],
    [
      'a telemedicine report without its act',
      { type: { code: '85208-7', displayName: 'CR de télémédecine', codeSystem: '2.16.840.1.113883.6.1' } },
      'telemedicine.act',
    ],
    ['a very restricted document in the DMP', { confidentiality: 'V' }, 'confidentiality.dmp'],
    ['an empty name', { custodian: { ...organization, name: ' ' } }, 'text.empty'],
    ['a language without a country', { language: 'fr' }, 'language'],
    ['an empty body', { body: { kind: 'text', content: new Uint8Array() } }, 'body.empty'],
    ['a PDF that is none', { body: { kind: 'pdf', content: Uint8Array.of(1) } }, 'pdf.notPdf'],
    ['a PDF as text', { body: { kind: 'text', content: new TextEncoder().encode('%PDF-1.4') } }, 'body.isPdf'],
    ['a JPEG that is none', { body: { kind: 'jpeg', content: Uint8Array.of(1, 2, 3) } }, 'body.mismatch'],
  ])('refuses %s', (_name, changes, rule) => {
    expect(errors(changes)).toContain(rule);
  });

  it('warns of what will surprise', () => {
    expect(warnings({ visibility: { maskedFromProfessionals: true } }, 'mss')).toContain('visibility.mss');
    expect(warnings({ acts: [{ ...act, start: '2026-01-15' }] })).toContain('act.day');
    expect(warnings({ type: { ...sampleDocument.type, displayName: 'Autre' } })).toContain('code.label');
    expect(warnings({ body: { kind: 'rtf', content: new TextEncoder().encode('{\\rtf1}') } })).toContain('body.older');
    expect(
      warnings({
        visibility: { hiddenFromPatient: true },
        replaces: { uniqueId: '2.999.1', setId: '2.999', version: 1 },
      }),
    ).toContain('visibility.hiddenAgain');
    expect(warnings({ custodian: { idNat: 'MES', patientHost: true } })).toContain('custodian.patientHost');
  });

  it('lets a document leave by MSSanté when the DMP would refuse its identity', () => {
    const { document: _, ...recovered } = qualifiedIdentity;
    const whole = { ...sampleSubmission, patient: { ...sampleSubmission.patient, identity: recovered } };
    expect(errorsOf(whole, 'dmp')).toEqual(['identity.dmp']);
    expect(errorsOf(whole, 'mss')).toEqual([]);
    expect(errorsOf({ ...whole, patient: { identity: recovered } }, 'mss')).toEqual(['identity.noIdentifier']);
    const inProduction = keep(validateSubmission(sampleSubmission, { profile: 'dmp', environment: 'production' }));
    expect(inProduction.map(({ rule }) => rule)).toContain('documents.identity.environment');
    expect(errorsOf(sampleSubmission)).toEqual([]);
  });

  it('refuses a vendor whose OID is none or leaves no room, and the same document twice', () => {
    expect(errorsOf({ ...sampleSubmission, vendor: { oid: 'x' } })).toEqual(['vendor.oid']);
    expect(errorsOf({ ...sampleSubmission, vendor: { oid: `2.999.${'1'.repeat(40)}` } })).toEqual(['vendor.length']);
    expect(errorsOf({ ...sampleSubmission, documents: [sampleDocument, sampleDocument] })).toEqual(['id.twice']);
    expect(errorsOf({ ...sampleSubmission, documents: [] })).toEqual(['none']);
  });

  it('has a text for every finding, in both languages, with its holes filled', () => {
    expect(met.size).toBeGreaterThan(50);
    for (const one of met.values()) {
      if (!one.rule.startsWith('documents.')) continue;
      expect(Object.hasOwn(documentsFindings, one.rule), one.rule).toBe(true);
      for (const locale of ['fr', 'en'] as const) {
        const { title, why, action } = describeFinding(one, locale, documentsFindings);
        expect(`${title} ${why} ${action}`, one.rule).not.toMatch(/\{\w+\}/);
      }
    }
  });
});
