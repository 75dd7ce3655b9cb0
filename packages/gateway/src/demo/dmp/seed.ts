import type { Coded } from '@socle-sante/core/coded';
import type { IdentityState } from '@socle-sante/core/rniv';
import { prepareSubmission } from '@socle-sante/documents/prepare';
import type { DocumentBody, ServiceEvent, Submission, SubmissionDocument } from '@socle-sante/documents/submission';
import type { PreparedSubmission } from '@socle-sante/documents/xds';
import type { DmpCaller, DmpCore } from '@socle-sante/sandbox/dmp';
import { demoPatients, demoRecords } from '../patients.js';
import { bytesOf, seededRandom } from '../random.js';
import { toSubmission } from './entries.js';
import { letterPdf } from './letter-pdf.js';
import { demoDefaults, hospital } from './people.js';

const LOINC = '2.16.840.1.113883.6.1';
const loinc = (code: string, displayName: string): Coded => ({ code, codeSystem: LOINC, displayName });
const DAY_MS = 86_400_000;

interface Seed {
  readonly type: Coded;
  readonly title: string;
  readonly daysAgo: number;
  readonly body: DocumentBody;
  readonly act?: Pick<ServiceEvent, 'code' | 'status'>;
}

const dated = (text: string) => ({ text });

/** Documents of a hospital, made by our own builder: invented from the first word to the last. */
const seeds: readonly Seed[] = [
  {
    type: loinc('34133-9', "Synthèse d'épisode de soins"),
    title: 'Lettre de liaison à la sortie',
    daysAgo: 12,
    body: {
      kind: 'pdf',
      content: letterPdf('Lettre de liaison à la sortie', [
        'DOCUMENT INVENTE',
        '',
        'Patiente hospitalisée deux jours pour bilan.',
        'Évolution favorable, sortie à domicile.',
        'Traitement inchangé, contrôle dans trois mois.',
      ]),
    },
  },
  {
    type: { code: 'SYNTH', codeSystem: '1.2.250.1.213.1.1.4.12', displayName: 'Synthèse' },
    title: 'Volet de synthèse médicale',
    daysAgo: 40,
    body: {
      kind: 'structured',
      model: 'vsm',
      content: {
        activeProblems: [
          { name: dated('Hypertension artérielle'), since: '2015' },
          { name: dated('Arthrose du genou droit'), since: '2019-03' },
        ],
        pastIllnesses: [{ name: dated('Pneumopathie'), since: '2008', until: '2008' }],
        surgeries: [{ name: dated('Appendicectomie'), at: '1992' }],
        allergies: [{ agent: dated('Pénicilline'), kind: 'medicamenteuse', status: 'active' }],
        habits: [],
        occupationalRisks: [],
        familyHistory: [],
        watchPoints: ['Fonction rénale à contrôler chaque année (mention inventée)'],
        treatments: [
          {
            product: dated('Amlodipine 5 mg'),
            start: '2020-01',
            posology: '1 gélule le matin',
            reason: dated('Hypertension'),
          },
        ],
      },
    },
  },
  {
    type: loinc('11502-2', "CR d'examens biologiques"),
    title: 'Compte rendu de biologie',
    daysAgo: 25,
    act: { code: loinc('18719-5', 'Biochimie'), status: 'completed' },
    body: {
      kind: 'structured',
      model: 'cr-bio',
      content: {
        chapters: [
          {
            code: loinc('18719-5', 'Biochimie'),
            title: 'Biochimie',
            results: [
              {
                code: loinc('2345-7', 'Glucose'),
                label: 'Glycémie à jeun',
                at: '2026-10-20',
                value: { kind: 'quantity', value: 5.1, unit: 'mmol/L' },
                reference: { low: 3.9, high: 5.5, unit: 'mmol/L' },
              },
              {
                code: loinc('2823-3', 'Potassium'),
                label: 'Potassium',
                at: '2026-10-20',
                value: { kind: 'quantity', value: 5.6, unit: 'mmol/L' },
                reference: { low: 3.5, high: 5, unit: 'mmol/L' },
              },
            ],
          },
        ],
      },
      pdfCopy: letterPdf('Compte rendu de biologie', [
        'DOCUMENT INVENTE',
        '',
        'Glycémie à jeun 5,1 mmol/L',
        'Potassium 5,6 mmol/L',
      ]),
    },
  },
];

/** What the demonstration adds to the records of the simulator. */
export async function seedMore(core: DmpCore, now: Date): Promise<void> {
  const record = demoRecords().find(({ patientRef }) => patientRef === demoPatients.dominique);
  const ins = record?.state.ins;
  if (!record || !ins) return;
  const caller: DmpCaller = { ...hospital.caller, patient: { extension: ins.matricule, oid: ins.oid } };
  for (const prepared of await preparedAt(now, record.state)) {
    const done = core.submit(caller, toSubmission(prepared));
    if (!done.ok) throw new RangeError(`A seed of the demonstration is refused: ${done.refusals[0]?.context}`);
  }
}

/** Building them takes a moment, and demonstrations are made by hundreds in tests: those of the last instant are kept. */
let kept: { readonly at: number; readonly prepared: Promise<readonly PreparedSubmission[]> } | undefined;

function preparedAt(now: Date, identity: IdentityState): Promise<readonly PreparedSubmission[]> {
  const at = now.getTime();
  if (kept?.at !== at) kept = { at, prepared: prepareAll(now, identity) };
  return kept.prepared;
}

async function prepareAll(now: Date, identity: IdentityState): Promise<readonly PreparedSubmission[]> {
  const random = bytesOf(seededRandom(8121));
  const all: PreparedSubmission[] = [];
  for (const [index, seed] of seeds.entries()) {
    const at = new Date(now.getTime() - seed.daysAgo * DAY_MS);
    all.push(await prepareSubmission(submissionOf(seed, index, at, identity), { clock: () => at, random }));
  }
  return all;
}

function submissionOf(seed: Seed, index: number, at: Date, identity: IdentityState): Submission {
  const createdAt = at.toISOString();
  const document: SubmissionDocument = {
    id: `${demoDefaults.vendor.oid}.7.${index + 1}`,
    type: seed.type,
    title: seed.title,
    createdAt,
    authors: [hospital.author],
    legalAuthenticator: { signatory: hospital.author },
    acts: [{ ...seed.act, start: createdAt, performer: { ...hospital.performer, time: { start: createdAt } } }],
    encounter: hospital.encounter,
    body: seed.body,
  };
  return {
    vendor: demoDefaults.vendor,
    patient: { identity },
    submitter: hospital.author,
    contentType: demoDefaults.contentType,
    id: `${demoDefaults.vendor.oid}.8.${index + 1}`,
    submittedAt: createdAt,
    documents: [document],
  };
}
