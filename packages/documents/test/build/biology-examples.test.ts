import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { buildCda } from '../../src/cda.ts';
import { type ParsedCda, parseCda } from '../../src/cda-reader.ts';
import type { CrBioContent, SubmissionDocument } from '../../src/submission.ts';
import { biologyContent } from '../support/biology-content.ts';
import { biologyFacts } from '../support/biology-facts.ts';
import { fixedOptions, sampleDocument, samplePdf, sampleSubmission } from '../support/sample.ts';

const folder = conformanceFile('cda/ExemplesCDA');
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);

const contact = { addresses: [{ city: 'BOURG-EXEMPLE' }], telecoms: [{ value: 'tel:0102030405' }] };
const biologist = {
  idNat: '899900000017',
  name: { family: 'EXEMPLE', given: 'Lise' },
  specialty: {
    code: 'G15_10/SM03',
    displayName: 'Médecin - Biologie médicale (SM)',
    codeSystem: '1.2.250.1.213.1.1.4.5',
  },
};

/** A report of biology of an invented patient, with that content. */
function report(content: CrBioContent, attached: number): SubmissionDocument {
  const [act] = sampleDocument.acts;
  const [chapter] = content.chapters;
  return {
    ...sampleDocument,
    type: { code: '11502-2', displayName: "CR d'examens biologiques", codeSystem: '2.16.840.1.113883.6.1' },
    acts: [
      {
        ...act,
        code: chapter?.code,
        performer: {
          time: { stop: '2026-01-15T10:00:00+01:00' },
          professional: { ...biologist, ...contact },
          organization: {
            idNat: '10B0999999',
            name: 'LABORATOIRE FICTIF',
            ...contact,
            setting: { code: 'AMBULATOIRE', displayName: 'Ambulatoire', codeSystem: '1.2.250.1.213.1.1.4.9' },
          },
        },
      },
    ],
    encounter: { ...sampleDocument.encounter, responsible: biologist },
    body: {
      kind: 'structured',
      model: 'cr-bio',
      content,
      pdfCopy: samplePdf,
      attachments: Array.from({ length: attached }, () => ({ title: 'Compte rendu de biologie', content: samplePdf })),
    },
  };
}

/** One earlier result of the Electrophorese example is dated of a month 20: the day and the month changed places. */
function official(file: string): ParsedCda {
  const bytes = readFileSync(`${folder}/${file}`);
  return parseCda(new TextEncoder().encode(bytes.toString('utf8').replace('20092012081500', '20200912081500')));
}

describeWithConformance('an official report of biology (CR-BIO 2024.01)', () => {
  const files = readdirSync(folder).filter((name) => name.startsWith('BIO-CR-BIO_2024.01'));

  it.each(files)('%s: its codes, values, dates and people are those of the same content in our types', (file) => {
    const theirs = official(file);
    const facts = biologyFacts(theirs) as { readonly secondIntention: number };
    const made = buildCda(
      report(biologyContent(theirs, PNG), facts.secondIntention),
      sampleSubmission,
      fixedOptions(7),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.findings.filter(({ severity }) => severity === 'error')));
    expect(biologyFacts(parseCda(made.bytes))).toEqual(facts);
  });

  it('there are seven of them', () => {
    expect(files).toHaveLength(7);
  });
});
