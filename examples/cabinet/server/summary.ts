import type { Professional } from '@socle-sante/documents/submission';
import type { ComposedDocument } from '@socle-sante/gateway/handlers';

/** What the practice's own software knows of a patient: here, invented; in a product, a reading of its tables. */
interface Chart {
  readonly problems: readonly { readonly name: string; readonly since: string }[];
  readonly surgeries: readonly { readonly name: string; readonly at: string }[];
  readonly allergies: readonly string[];
  readonly treatments: readonly { readonly name: string; readonly posology: string; readonly since: string }[];
  readonly watchPoints: readonly string[];
}

const chart: Chart = {
  problems: [
    { name: 'Hypertension artérielle', since: '2015' },
    { name: 'Diabète de type 2', since: '2019-03' },
  ],
  surgeries: [{ name: 'Appendicectomie', at: '1992' }],
  allergies: ['Pénicilline'],
  treatments: [
    { name: 'Amlodipine 5 mg', posology: '1 gélule le matin', since: '2020-01' },
    { name: 'Metformine 500 mg', posology: '1 comprimé matin et soir', since: '2019-04' },
  ],
  watchPoints: ['Fonction rénale à contrôler chaque année (mention inventée)'],
};

const named = (text: string) => ({ text });

/** The medical summary (VSM, CDA N3) of a patient, from the chart: the wizard of the page shows it, checks it and sends it. */
export function medicalSummary(doctor: Required<Pick<Professional, 'idNat' | 'name' | 'specialty'>>): ComposedDocument {
  const { problems, surgeries, allergies, treatments, watchPoints } = chart;
  return {
    document: {
      type: { code: 'SYNTH', codeSystem: '1.2.250.1.213.1.1.4.12', displayName: 'Synthèse' },
      title: 'Volet de synthèse médicale',
      // The summary is that of the treating doctor.
      participants: [
        {
          type: 'INF',
          class: 'PROV',
          function: { code: 'PCP', codeSystem: '2.16.840.1.113883.5.88', displayName: 'Médecin traitant' },
          id: { root: '1.2.250.1.71.4.2.1', extension: doctor.idNat },
          specialty: doctor.specialty,
          name: doctor.name,
        },
      ],
      body: {
        kind: 'structured',
        model: 'vsm',
        content: {
          activeProblems: problems.map(({ name, since }) => ({ name: named(name), since })),
          pastIllnesses: [],
          surgeries: surgeries.map(({ name, at }) => ({ name: named(name), at })),
          allergies: allergies.map((agent) => ({ agent: named(agent), kind: 'medicamenteuse', status: 'active' })),
          habits: [],
          occupationalRisks: [],
          familyHistory: [],
          watchPoints: [...watchPoints],
          treatments: treatments.map(({ name, posology, since }) => ({ product: named(name), start: since, posology })),
        },
      },
    },
  };
}
