import fc from 'fast-check';
import type {
  AdvanceDirectives,
  AdverseEffect,
  CarePlan,
  FunctionalStatus,
  IpsFrContent,
  ResultGroup,
} from '../../../src/submission.ts';
import { samplePdf } from '../../support/sample.ts';
import { maybe, someText } from '../values.ts';
import type { ModelCase } from './model-case.ts';
import { plannedVaccination, vaccination } from './vac.ts';
import {
  activeProblem,
  allergy,
  clinicalDate,
  codedText,
  doer,
  familyProblem,
  few,
  habit,
  known,
  number,
  past,
  pastProblem,
  placedDevice,
  pregnancies,
  procedure,
  reaction,
  treatment,
  value,
  vitalSign,
} from './values.ts';

const LOINC = '2.16.840.1.113883.6.1';
const route = { code: '20053000', displayName: 'Voie orale', codeSystem: '0.4.0.127.0.16.1.1.2.1' };

const adverseEffect: fc.Arbitrary<AdverseEffect> = fc.record({
  origin: fc.constantFrom(
    'treatmentAsPrescribed',
    'overdose',
    'misuse',
    'medicationError',
    'occupationalExposure',
    'interaction',
    'qualityDefect',
    'maternalExposure',
    'paternalExposure',
    'breastFeeding',
  ),
  since: maybe(clinicalDate),
  treatment: treatment.map(({ reason: _, stopReason: __, comment: ___, ...rest }) => ({ ...rest, route })),
  reactions: maybe(few(reaction)),
  imputability: maybe(fc.constantFrom('certain', 'possible', 'uncertain', 'undetermined')),
  gravity: fc.constantFrom(
    'mild',
    'hospitalisation',
    'invalidity',
    'congenitalMalformation',
    'lifeThreatening',
    'otherSerious',
    'death',
  ),
  outcome: maybe(
    fc.constantFrom(
      'recovered',
      'recoveredWithSequelae',
      'recovering',
      'notRecovered',
      'fatal',
      'deathMayBeDue',
      'deathUnrelated',
      'unknown',
    ),
  ),
  comment: maybe(someText),
});

const seen = maybe(fc.boolean());

const functionalStatus: fc.Arbitrary<FunctionalStatus> = fc.record({
  at: maybe(clinicalDate),
  observations: maybe(few(fc.record({ what: codedText, value, at: maybe(clinicalDate), comment: maybe(someText) }))),
  mobility: maybe(fc.record({ falls: seen, wandering: seen, absconding: seen, restraint: seen })),
  mentalState: maybe(
    fc.record({
      communicates: seen,
      oriented: seen,
      disoriented: seen,
      agitated: seen,
      uncooperative: seen,
      suicidal: seen,
    }),
  ),
  otherRisks: maybe(fc.record({ pressureSores: seen, choking: seen })),
});

const carePlan: fc.Arbitrary<CarePlan> = fc.record({
  treatments: maybe(
    few(fc.tuple(treatment, fc.boolean()).map(([one, open]) => (open ? { ...one, posology: undefined } : one))),
  ),
  examinations: maybe(
    few(fc.record({ what: codedText, at: maybe(clinicalDate), goal: maybe(value), comment: maybe(someText) })),
  ),
  procedures: maybe(
    few(
      fc.record({
        name: codedText,
        at: maybe(clinicalDate),
        priority: maybe(fc.constant({ code: 'EL', displayName: 'Bénéfique', codeSystem: '2.16.840.1.113883.5.7' })),
        comment: maybe(someText),
      }),
    ),
  ),
  encounters: maybe(
    few(
      fc.record({
        kind: fc.constant({ code: 'AMB', displayName: 'Ambulatoire', codeSystem: '2.16.840.1.113883.5.4' }),
        at: maybe(clinicalDate),
        by: maybe(doer),
        place: maybe(fc.record({ name: someText, telephone: maybe(fc.constant('01 58 45 32 00')) })),
        comment: maybe(someText),
      }),
    ),
  ),
  vaccinations: maybe(few(plannedVaccination)),
});

const told = {
  when: fc.oneof(
    past,
    clinicalDate.map((since) => ({ since })),
    fc.constant({}),
  ),
  comment: maybe(someText),
};

const advanceDirectives: fc.Arbitrary<AdvanceDirectives> = fc.record({
  wishes: maybe(
    few(
      fc
        .record({
          what: fc.constantFrom(
            'lifeSupport',
            'resuscitation',
            'ventilation',
            'nutrition',
            'dialysis',
            'surgery',
            'deepSedation',
          ),
          accepted: fc.boolean(),
          ...told,
        })
        .map(({ when, ...rest }) => ({ ...rest, ...when })),
    ),
  ),
  others: maybe(few(fc.record({ text: someText, ...told }).map(({ when, ...rest }) => ({ ...rest, ...when })))),
  document: maybe(
    fc.record({ pdf: fc.constant(samplePdf), ...told }).map(({ when, ...rest }) => ({ ...rest, ...when })),
  ),
});

const resultGroup: fc.Arbitrary<ResultGroup> = fc.record({
  kind: fc.constantFrom('biology', 'imaging', 'cytology', 'pathology', 'genetics'),
  at: maybe(clinicalDate),
  by: maybe(doer),
  results: fc.array(
    fc.record({
      what: fc.constant({ code: '1988-5', displayName: 'C Réactive protéine', codeSystem: LOINC }),
      at: maybe(clinicalDate),
      value,
      interpretation: maybe(fc.constant({ code: 'N', displayName: 'Normal', codeSystem: '2.16.840.1.113883.5.83' })),
      site: maybe(
        fc.constant({ code: '302551006', displayName: 'thorax entier', codeSystem: '2.16.840.1.113883.6.96' }),
      ),
      reference: maybe(fc.record({ low: maybe(number), high: number, unit: fc.constant('mg/L') })),
      comment: maybe(someText),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

const ipsFrContent: fc.Arbitrary<IpsFrContent> = fc.record({
  problems: known(activeProblem),
  pastIllnesses: maybe(known(pastProblem)),
  procedures: known(procedure),
  allergies: known(allergy),
  adverseEffects: maybe(few(adverseEffect)),
  treatments: known(treatment),
  devices: known(placedDevice),
  watchPoints: maybe(few(someText)),
  functionalStatus: maybe(functionalStatus),
  vitalSigns: maybe(few(vitalSign)),
  habits: maybe(few(habit)),
  occupationalRisks: maybe(few(someText)),
  familyHistory: maybe(known(familyProblem)),
  vaccinations: maybe(known(vaccination)),
  pregnancies: maybe(pregnancies),
  carePlan: maybe(carePlan),
  advanceDirectives: maybe(advanceDirectives),
  results: maybe(few(resultGroup)),
});

const INFORMED = new Set(['PCP', 'ES-PREF']);

export const ipsFrCase: ModelCase<'ips-fr'> = {
  rules: 'schematrons/CI-SIS_IPS-FR_2024.01.sch',
  content: ipsFrContent,
  shape: (document) => {
    const seenCodes = new Set<string>();
    const participants = document.participants?.filter(({ type, function: role }) => {
      if (type !== 'INF') return true;
      const code = role?.code ?? '';
      if (!INFORMED.has(code) || seenCodes.has(code)) return false;
      seenCodes.add(code);
      return true;
    });
    const urgent = document.title.length % 2 === 1;
    return {
      ...document,
      ...(participants ? { participants } : {}),
      type: urgent
        ? { code: '74207-2', displayName: "Document de liaison d'urgence", codeSystem: LOINC }
        : document.type,
    };
  },
};
