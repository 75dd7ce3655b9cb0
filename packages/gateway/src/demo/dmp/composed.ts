import type { ComposedDocument } from '../../handlers/documents-service.js';

const named = (text: string) => ({ text });

/** What the software of the demonstration composes: a summary for every patient, invented from the first word to the last. */
export const demoComposed: Readonly<Record<string, ComposedDocument | undefined>> = {
  vsm: {
    document: {
      type: { code: 'SYNTH', codeSystem: '1.2.250.1.213.1.1.4.12', displayName: 'Synthèse' },
      title: 'Volet de synthèse médicale',
      body: {
        kind: 'structured',
        model: 'vsm',
        content: {
          activeProblems: [{ name: named('Hypertension artérielle'), since: '2015' }],
          pastIllnesses: [],
          surgeries: [{ name: named('Appendicectomie'), at: '1992' }],
          allergies: [{ agent: named('Pénicilline'), kind: 'medicamenteuse', status: 'active' }],
          habits: [],
          occupationalRisks: [],
          familyHistory: [],
          watchPoints: ['Fonction rénale à contrôler chaque année (mention inventée)'],
          treatments: [
            {
              product: named('Amlodipine 5 mg'),
              start: '2020-01',
              posology: '1 gélule le matin',
              reason: named('Hypertension'),
            },
          ],
        },
      },
    },
  },
};
