import type { Coded } from '@socle-sante/core/coded';
import fc from 'fast-check';
import type { Author, DocumentAuthor, Submission, SubmissionDocument } from '../../src/submission.js';
import { sampleDocument, sampleSubmission } from './sample.js';

const [doctor] = sampleDocument.authors;
if (doctor?.kind !== 'professional') throw new Error('The sample has a professional author.');

/** Texts with accents, delimiters of HL7 and XML, and spaces that a document loses. */
const texts = fc
  .array(fc.constantFrom('É', 'a', 'ç', '&', '^', '<', '"', '|', '\\', ' ', '  ', '’', 'œ', '-', '3'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((list) => `T${list.join('')}`);

const named: fc.Arbitrary<DocumentAuthor> = fc
  .record({ family: texts, given: texts, role: fc.option(texts, { nil: undefined }), name: texts })
  .map(({ family, given, role, name }) => ({
    ...doctor,
    name: { family, given },
    ...(role === undefined
      ? {}
      : { function: { code: 'PCP', codeSystem: '2.16.840.1.113883.5.88', displayName: role } satisfies Coded }),
    organization: { ...doctor.organization, name },
  }));
const local: fc.Arbitrary<DocumentAuthor> = fc.constantFrom(
  { ...doctor, idNat: '310B0999999/A1234' },
  { ...doctor, idNat: '001234567' },
);
const machine: fc.Arbitrary<Author> = texts.map((software) => ({
  kind: 'system' as const,
  idNat: '310B0999999/DEV1',
  specialty: { code: 'DISPOSITIF', displayName: 'Dispositif', codeSystem: '1.2.250.1.213.1.1.4.6' },
  device: { model: 'Modèle 3', software },
  organization: doctor.organization,
}));
const service: fc.Arbitrary<Author> = texts.map((name) => ({
  kind: 'service' as const,
  oid: '2.999.12',
  extension: 'SNR-1',
  device: { model: 'Service', software: 'Logiciel' },
  organization: { idNat: '2123456789', name },
}));
const patient: fc.Arbitrary<Author> = fc.constant({ kind: 'patient' as const });

const instants = fc
  .tuple(fc.integer({ min: 0, max: 600_000 }), fc.constantFrom(0, 60, 120, -300))
  .map(([minutes, offset]) => {
    const local = new Date(Date.UTC(2025, 0, 1) + (minutes + offset) * 60_000).toISOString().slice(0, 19);
    const [sign, abs] = [offset < 0 ? '-' : '+', Math.abs(offset)];
    const two = (n: number): string => String(n).padStart(2, '0');
    return `${local}${sign}${two(Math.trunc(abs / 60))}:${two(abs % 60)}`;
  });

const documents: fc.Arbitrary<SubmissionDocument> = fc
  .record({
    title: texts,
    createdAt: instants,
    start: instants,
    authors: fc.array(fc.oneof(named, local, machine, service, patient), { minLength: 1, maxLength: 3 }),
    kind: fc.constantFrom('text' as const, 'rtf' as const, 'jpeg' as const, 'tiff' as const),
    confidentiality: fc.constantFrom(undefined, 'N' as const, 'R' as const, 'V' as const),
    signed: fc.boolean(),
    order: fc.boolean(),
    act: fc.boolean(),
    language: fc.constantFrom(undefined, 'fr-FR', 'en-GB'),
  })
  .map(({ start, kind, confidentiality, signed, order, act, language, ...rest }) => {
    const [first] = sampleDocument.acts;
    const content = {
      text: [0x41],
      rtf: [0x7b, 0x5c, 0x72, 0x74, 0x66],
      jpeg: [0xff, 0xd8, 0xff, 0xe0],
      tiff: [0x49, 0x49, 0x2a, 0x00],
    }[kind];
    const code = { code: 'YYYY600', codeSystem: '1.2.250.1.213.2.5', displayName: 'Acte' };
    return {
      ...sampleDocument,
      ...rest,
      acts: [{ ...first, start, stop: '2027-01-01T00:00:00+01:00', ...(act ? { code } : {}) }],
      ...(confidentiality === undefined ? {} : { confidentiality }),
      ...(language === undefined ? {} : { language }),
      ...(signed ? { legalAuthenticator: { signatory: { kind: 'patient' as const } } } : {}),
      ...(order
        ? {
            orders: [
              {
                id: { root: '2.999.5', extension: 'P-1' },
                accessionNumber: { root: '2.999.6', extension: 'A-1' },
              },
            ],
          }
        : {}),
      body: { kind, content: Uint8Array.from(content) },
    };
  });

/** Submissions of one document that the builder takes: authors of each kind, times with offsets, texts that hurt. */
export const submissions: fc.Arbitrary<Submission> = fc
  .record({ document: documents, ipp: fc.boolean() })
  .map(({ document, ipp }) => ({
    ...sampleSubmission,
    id: '2.999.7.1.20260115.43',
    submittedAt: '2026-01-15T10:20:00+01:00',
    patient: ipp ? sampleSubmission.patient : { identity: sampleSubmission.patient.identity },
    documents: [document],
  }));
