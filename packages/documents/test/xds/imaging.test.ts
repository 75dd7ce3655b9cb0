import { describe, expect, it } from 'vitest';
import { buildCda } from '../../src/cda.ts';
import { parseCda } from '../../src/cda-reader.ts';
import type { ImgCrContent, ImgDaContent, SubmissionDocument } from '../../src/submission.ts';
import { encodeCxi } from '../../src/xds/hl7.ts';
import { deriveMetadata, metadataFromCda, validateMetadata } from '../../src/xds.ts';
import { fixedOptions, sampleDocument, samplePdf, sampleSubmission } from '../support/sample.ts';

const LOINC = '2.16.840.1.113883.6.1';

const content: ImgCrContent = {
  acts: [
    {
      code: { code: '24727-0', displayName: 'CT tête avec contraste IV', codeSystem: LOINC },
      ccam: { code: 'ACQH004', label: 'Scanographie du crâne' },
      studyUid: '2.999.5.1',
      modalities: ['CT'],
      regions: ['teteCou'],
      site: { code: '302548004', label: 'tête entière' },
      description: 'Acquisition hélicoïdale.',
    },
    {
      code: { code: '36235-0', displayName: 'CT cou avec contraste IV', codeSystem: LOINC },
      studyUid: '2.999.5.2',
      modalities: ['CT'],
      site: { code: '302550007', label: 'cou entier' },
      description: 'Acquisition hélicoïdale.',
      start: '2026-01-15T10:05:00+01:00',
    },
  ],
  conclusion: 'Pas de lésion.',
};

const screening = {
  code: 'Z13.9',
  displayName: 'Examen spécial de dépistage, sans précision',
  codeSystem: '2.16.840.1.113883.6.3',
};

const report: SubmissionDocument = {
  ...sampleDocument,
  type: { code: '18748-4', displayName: "CR d'imagerie médicale", codeSystem: LOINC },
  acts: [...sampleDocument.acts, { code: screening }],
  orders: [
    { id: { root: '2.999.6', extension: '984375862' }, accessionNumber: { root: '2.999.7', extension: '105234751' } },
  ],
  body: { kind: 'structured', model: 'img-cr', content, pdfCopy: samplePdf },
};

const made = buildCda(report, sampleSubmission, fixedOptions(7));
if (!made.ok) throw new Error(JSON.stringify(made.findings));

describe('a report of imaging', () => {
  it('says each act of its content in its header, once, with the performer of the first act', () => {
    const { acts, typeTranslations } = made.document;
    expect(acts.map(({ code }) => code?.code)).toEqual(['24727-0', '36235-0', 'Z13.9']);
    expect(acts.map(({ start }) => start)).toEqual([report.acts[0]?.start, '2026-01-15T10:05:00+01:00', undefined]);
    expect(acts[1]?.performer).toEqual(report.acts[0]?.performer);
    expect(typeTranslations?.map(({ code }) => code)).toEqual(['24727-0', '36235-0']);
    // An act given first that is none of them stays too.
    const screened = buildCda(
      { ...report, acts: sampleDocument.acts.map((act) => ({ ...act, code: screening })) },
      sampleSubmission,
      fixedOptions(7),
    );
    expect(screened.ok && screened.document.acts.map(({ code }) => code?.code)).toEqual([
      '24727-0',
      '36235-0',
      'Z13.9',
    ]);
    // What is built once is built again the same.
    const again = buildCda(made.document, sampleSubmission, fixedOptions(7));
    expect(again.ok && again.document).toEqual(made.document);
    expect(again.ok && again.bytes).toEqual(made.bytes);
  });

  it('gives its metadata the format, the events, the order, the accession number and the studies', () => {
    const submission = { ...sampleSubmission, id: '2.999.1', submittedAt: '2026-01-15T10:20:00+01:00' };
    const facts = { uniqueId: made.uniqueId, mimeType: 'text/xml', hash: 'a'.repeat(40), size: made.bytes.length };
    const derived = deriveMetadata({ ...submission, documents: [made.document] }, [facts]);
    if (!derived.ok) throw new Error(JSON.stringify(derived.findings));
    const [entry] = derived.value.entries;
    expect(entry?.formatCode.code).toBe('urn:ihe:rad:CDA:ImagingReportStructuredHeadings:2013');
    expect(entry?.classCode.code).toBe('31');
    expect(entry?.events.map(({ code }) => code)).toEqual(['24727-0', 'ACQH004', 'CT', '774007', '36235-0', 'Z13.9']);
    expect(entry?.referenceIds.map(encodeCxi)).toEqual([
      '984375862^^^&2.999.6&ISO^urn:ihe:iti:xds:2013:order',
      '105234751^^^&2.999.7&ISO^urn:ihe:iti:xds:2013:accession',
      '2.999.5.1^^^^urn:ihe:iti:xds:2016:studyInstanceUID',
      '2.999.5.2^^^^urn:ihe:iti:xds:2016:studyInstanceUID',
    ]);
    const read = metadataFromCda(parseCda(made.bytes), { id: 'D1', hash: facts.hash, size: facts.size });
    expect(read.ok && read.value).toEqual(entry);
    const checked = validateMetadata(derived.value, { profile: 'dmp', environment: 'test' });
    expect(checked.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([]);
  });

  it('is refused with the place of what is wrong', () => {
    const [act] = content.acts;
    if (!act) throw new Error('no act');
    const wrong: SubmissionDocument = {
      ...report,
      orders: [{ id: { root: '2.999.6' } }],
      body: {
        kind: 'structured',
        model: 'img-cr',
        content: {
          ...content,
          conclusion: ' ',
          acts: [
            {
              ...act,
              code: { ...act.code, codeSystem: '1.2.3' },
              studyUid: `2.999.${'1'.repeat(60)}`,
              site: { code: '1', label: 'x' },
              images: {
                seriesUid: 'série 1',
                objectUid: '2.999.2',
                modality: 'CT',
                sopClass: { uid: '1.2.840.10008.5.1.4.1.1.2', name: 'CT Image Storage' },
                url: 'ftp://exemple.fr/a b',
              },
            },
          ],
        },
      },
    };
    const answer = buildCda(wrong, sampleSubmission, fixedOptions(7));
    const errors = answer.findings.filter(({ severity }) => severity === 'error');
    const at = 'body.content.acts.0';
    expect(errors.map(({ rule, path }) => `${rule} ${path.join('.')}`).sort()).toEqual([
      `documents.code.set ${at}.site.code`,
      `documents.code.system ${at}.code`,
      'documents.model.missing orders.0.accessionNumber',
      'documents.model.pdfCopy body.pdfCopy',
      `documents.model.uid ${at}.images.seriesUid`,
      `documents.model.uid ${at}.studyUid`,
      `documents.model.url ${at}.images.url`,
      'documents.text.empty body.content.conclusion',
    ]);
  });
});

describe('a request of imaging', () => {
  const information = {
    reason: 'Douleur.',
    medicalHistory: 'Aucun.',
    surgicalHistory: 'Aucun.',
    contraindications: [],
  };
  const site = { code: '361291001', label: 'région entière du genou', precision: 'gauche' as const };
  const request = (content: Partial<ImgDaContent>): SubmissionDocument => ({
    ...sampleDocument,
    type: { code: '55115-0', displayName: "Demande d'actes d'imagerie", codeSystem: LOINC },
    acts: sampleDocument.acts.map((act) => ({ ...act, ids: [{ root: '2.999.6', extension: '984375872' }] })),
    body: {
      kind: 'structured',
      model: 'img-da',
      content: { clinicalInformation: information, requests: [{ modality: 'irm', site }], risksTold: true, ...content },
    },
  });

  it('gives its number to its metadata as an order', () => {
    const built = buildCda(request({}), sampleSubmission, fixedOptions(7));
    if (!built.ok) throw new Error(JSON.stringify(built.findings));
    const read = metadataFromCda(parseCda(built.bytes), { id: 'D1' });
    expect(read.ok && read.value.referenceIds.map(encodeCxi)).toEqual([
      '984375872^^^&2.999.6&ISO^urn:ihe:iti:xds:2013:order',
    ]);
    expect(read.ok && read.value.formatCode.code).toBe('urn:ans:ci-sis:img-da:2022');
  });

  it('says what a scintigraphy looks at, and nothing else does', () => {
    const contacted = { idNat: '899900000017', name: { family: 'EXEMPLE' } };
    const wrong = request({
      requests: [
        { modality: 'scintigraphie', site },
        { modality: 'tep', site, studied: 'osseuse' },
        { modality: 'irm', site, studied: 'osseuse', contacted },
        { modality: 'irm', site: { code: '1', label: 'x' }, otherSites: [{ code: '2', label: 'x' }] },
      ],
    });
    const { findings } = buildCda(wrong, sampleSubmission, fixedOptions(7));
    const at = 'body.content.requests';
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule, path }) => `${rule} ${path.join('.')}`).sort()).toEqual([
      `documents.code.set ${at}.1.studied`,
      `documents.code.set ${at}.3.otherSites.0.code`,
      `documents.code.set ${at}.3.site.code`,
      `documents.model.missing ${at}.0.studied`,
      `documents.model.missing ${at}.2.contacted.specialty`,
      `documents.model.notHere ${at}.2.studied`,
    ]);
  });
});
