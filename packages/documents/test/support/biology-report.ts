import type { CrBioContent, SubmissionDocument } from '../../src/submission.ts';
import { sampleDocument, samplePdf } from './sample.ts';

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
export function biologyReport(content: CrBioContent, attached = 0): SubmissionDocument {
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
