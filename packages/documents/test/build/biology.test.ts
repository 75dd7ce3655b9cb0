import { attribute, text, walk, type XmlElement } from '@socle-sante/wire/xml';
import { describe, expect, it } from 'vitest';
import { buildCda } from '../../src/cda.ts';
import { parseCda } from '../../src/cda-reader.ts';
import type { CrBioContent, LabReport, LabResult, SubmissionDocument } from '../../src/submission.ts';
import { parseSubmission } from '../../src/submission.ts';
import { biologyReport } from '../support/biology-report.ts';
import { fixedOptions, samplePdf, sampleSubmission } from '../support/sample.ts';

const LOINC = '2.16.840.1.113883.6.1';
const chemistry = { code: '18719-5', displayName: 'Biochimie', codeSystem: LOINC };
const tsh: LabResult = {
  code: {
    code: '3016-3',
    displayName: 'Thyréostimuline [Arbitraire/Volume] Sérum/Plasma ; Numérique',
    codeSystem: LOINC,
  },
  label: 'Thyréostimuline (TSH)',
  at: '2026-01-15T14:55:21+01:00',
  value: { kind: 'quantity', value: '1.950', unit: 'm[IU]/L' },
};

const chapter = (more: Partial<LabReport> = { results: [tsh] }): CrBioContent => ({
  chapters: [{ code: chemistry, title: 'BIOCHIMIE', ...more }],
});
const withResult = (more: Partial<LabResult>): CrBioContent => chapter({ results: [{ ...tsh, ...more }] });

function tree(one: SubmissionDocument): XmlElement {
  const made = buildCda(one, sampleSubmission, fixedOptions(7));
  if (!made.ok) throw new Error(JSON.stringify(made.findings.filter(({ severity }) => severity === 'error')));
  return parseCda(made.bytes).document;
}

const shown = (content: CrBioContent): string => text(tree(biologyReport(content)));

function named(root: XmlElement, local: string): XmlElement[] {
  return [...walk(root)].filter((node) => node.local === local);
}

function refusals(content: CrBioContent): string[] {
  const made = buildCda(biologyReport(content), sampleSubmission, fixedOptions(7));
  return made.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, path }) => `${rule} ${path.slice(2).join('.')}`);
}

describe('the values of a report of biology', () => {
  it('keep their digits in the data and in the text', () => {
    const root = tree(biologyReport(chapter()));
    expect(named(root, 'value').map((node) => attribute(node, 'value'))).toContain('1.950');
    expect(text(root)).toContain('1,950 mUI/L');
  });

  it.each<[LabResult['value'], string]>([
    [{ kind: 'quantity', value: 0.05, unit: 'ug/mL', comparator: '<' }, '< 0,05 µg/mL'],
    [{ kind: 'quantity', value: 8, unit: 'mg/L', comparator: '>=' }, '≥ 8 mg/L'],
    [{ kind: 'range', low: 10, high: 20, unit: '/uL' }, '10 – 20 /µL'],
    [{ kind: 'ratio', numerator: { value: 1 }, denominator: { value: 160 } }, '1 / 160'],
    [{ kind: 'number', value: '2.0' }, '2,0'],
    [{ kind: 'coded', text: 'paille' }, 'paille'],
    [{ kind: 'text', text: 'Absence de germe' }, 'Absence de germe'],
  ])('%j is shown as %s', (value, said) => {
    expect(shown(withResult({ value }))).toContain(said);
  });

  it('of an examination that was not done are absent, and the text says so', () => {
    const content = withResult({ value: undefined, status: 'aborted', comment: 'Tube hémolysé' });
    expect(shown(content)).toContain('Examen non réalisé');
    expect(named(tree(biologyReport(content)), 'text').length).toBeGreaterThan(1);
  });

  it('have one range as data, with the sex that it is for, and the others in the text', () => {
    const content = withResult({
      reference: { low: '0.27', high: '4.20', unit: 'm[IU]/L', criteria: { sexe: 'F', text: 'de 18 à 60 ans' } },
      otherReferences: [{ high: 5, unit: 'm[IU]/L', criteria: { sexe: 'M' } }],
    });
    const root = tree(biologyReport(content));
    expect(named(root, 'referenceRange')).toHaveLength(1);
    const [condition] = named(root, 'precondition');
    expect(condition?.namespace).toBe('urn:oid:1.3.6.1.4.1.19376.1.3.2');
    expect(condition && named(condition, 'value').map((node) => attribute(node, 'value'))).toEqual(['F']);
    expect(text(root)).toContain('0,27 – 4,20 mUI/L (femme, de 18 à 60 ans)');
    expect(text(root)).toContain('≤ 5 mUI/L (homme)');
  });
});

describe('a chapter', () => {
  it('that is not finished says it; its own results come before its sub-chapters', () => {
    const content: CrBioContent = {
      chapters: [
        {
          code: chemistry,
          title: 'BIOCHIMIE',
          status: 'active',
          results: [tsh],
          subChapters: [{ code: { ...chemistry, code: '14340-4' }, title: 'Electrophorèse', results: [tsh] }],
        },
      ],
    };
    const root = tree(biologyReport(content));
    expect(text(root)).toContain('BIOCHIMIE — résultats partiels');
    const statuses = named(root, 'act').flatMap((act) => named(act, 'statusCode').slice(0, 1));
    expect(statuses.map((node) => attribute(node, 'code'))).toEqual(['active', 'completed']);
  });

  it('tells who did the work and who validated it', () => {
    const who = { idNat: '899900000017', name: { family: 'EXEMPLE', given: 'Lise', suffix: 'DR' as const } };
    const setting = {
      code: 'ETABLISSEMENT',
      displayName: 'Etablissement de santé',
      codeSystem: '1.2.250.1.213.1.1.4.9',
    };
    const said = shown(
      chapter({
        results: [tsh],
        performer: {
          at: '2026-01-15',
          professional: who,
          organization: { idNat: '10B0999999', name: 'LABORATOIRE SOUS-TRAITANT', setting },
        },
        validation: { at: '2026-01-15T11:20:00+01:00', professional: who },
      }),
    );
    expect(said).toContain('Examens exécutés par LABORATOIRE SOUS-TRAITANT, le 15/01/2026');
    expect(said).toContain('Résultats validés par DR Lise EXEMPLE, le 15/01/2026 11:20');
  });
});

describe('what is wrong in the content of a report of biology', () => {
  const image = { content: new TextEncoder().encode('GIF89a') };
  it.each<[CrBioContent, string]>([
    [chapter({}), 'documents.biology.empty chapters.0'],
    [withResult({ code: undefined }), 'documents.biology.code chapters.0.results.0.code'],
    [withResult({ code: { ...chemistry, codeSystem: '2.999' } }), 'documents.biology.system chapters.0.results.0.code'],
    [withResult({ value: undefined }), 'documents.biology.value chapters.0.results.0.value'],
    [withResult({ value: { kind: 'coded' } }), 'documents.biology.value chapters.0.results.0.value'],
    [
      withResult({ value: { kind: 'range', low: 3, high: 2, unit: 'g/L' } }),
      'documents.biology.range chapters.0.results.0.value',
    ],
    [withResult({ reference: { low: 3 } }), 'documents.biology.unit chapters.0.results.0.reference.unit'],
    [withResult({ reference: {} }), 'documents.biology.range chapters.0.results.0.reference'],
    [
      withResult({ interpretation: { ...chemistry, code: 'HIGH' } }),
      'documents.biology.interpretation chapters.0.results.0.interpretation',
    ],
    [chapter({ results: [tsh], images: [image] }), 'documents.biology.image chapters.0.images.0.content'],
    [
      chapter({ isolates: [{ germ: { text: 'E. coli', code: chemistry } }] }),
      'documents.biology.system chapters.0.isolates.0.germ.code',
    ],
    [
      chapter({ specimens: [{ material: { text: 'urine' }, collectedAt: '2026-01-15', receivedAt: '2026-01-14' }] }),
      'documents.period.order chapters.0.specimens.0',
    ],
    [withResult({ at: '2026-02-30' }), 'documents.time.value chapters.0.results.0.at'],
    [
      withResult({
        validation: { at: '2026-01-15', professional: { idNat: 'A B', name: { family: 'EXEMPLE' } } },
      }),
      'documents.id.form chapters.0.results.0.validation.professional.idNat',
    ],
  ])('%#: is refused where it stands', (content, expected) => {
    expect(refusals(content)).toEqual([expected]);
  });
});

it('documents of a laboratory of second intention go to their own section', () => {
  const one = biologyReport(chapter());
  if (one.body.kind !== 'structured') throw new Error('structured');
  const attachments = [{ title: 'Compte rendu du laboratoire B', content: samplePdf }];
  const root = tree({ ...one, body: { ...one.body, attachments } });
  const roots = named(root, 'templateId').map((node) => attribute(node, 'root'));
  expect(roots).toContain('1.2.250.1.213.1.1.2.60');
  expect(roots).not.toContain('1.2.250.1.213.1.1.2.37');
});

it('images may be given as base64, or by the name of a file', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const whole = (content: unknown) => ({
    ...sampleSubmission,
    documents: [
      {
        ...biologyReport(chapter()),
        body: {
          kind: 'structured',
          model: 'cr-bio',
          pdfCopy: samplePdf,
          content: { chapters: [{ code: chemistry, title: 'B', images: [{ content }] }] },
        },
      },
    ],
  });
  for (const content of [{ base64: 'iVBORw0KGgo=' }, { file: 'graph.png' }, png]) {
    const read = parseSubmission(whole(content), { readFile: (name) => (name === 'graph.png' ? png : undefined) });
    expect(read.findings).toEqual([]);
  }
  expect(parseSubmission(whole({ base64: '@' })).findings.map(({ path }) => path.join('.'))).toEqual([
    'documents.0.body.content.chapters.0.images.0.content',
  ]);
});
