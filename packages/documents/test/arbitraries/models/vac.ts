import fc from 'fast-check';
import type { NotedVaccination, PlannedVaccination, Vaccination } from '../../../src/submission.ts';
import { personName, professionalAuthor, specialty } from '../people.ts';
import { day, maybe, someText } from '../values.ts';
import type { ModelCase } from './model-case.ts';
import { clinicalDate, codedText, few } from './values.ts';

const ATC = { code: 'J07AM', displayName: 'vaccins tétaniques', codeSystem: '2.16.840.1.113883.6.73' };
const CIP = { code: '3400932857241', displayName: 'VACCIN TETANIQUE PASTEUR', codeSystem: '1.2.250.1.213.2.3.2' };
const CIS = { code: '68747507', displayName: 'VACCIN TETANIQUE PASTEUR', codeSystem: '1.2.250.1.213.2.3.1' };

const administration = {
  series: fc.constantFrom(undefined, 'initial', 'booster', 'unspecified'),
  rank: maybe(fc.integer({ min: 1, max: 9 })),
  route: maybe(
    fc.constant({ code: '20035000', displayName: 'Voie intramusculaire', codeSystem: '0.4.0.127.0.16.1.1.2.1' }),
  ),
  site: maybe(
    fc.constant({
      code: '16217701000119102',
      displayName: 'deltoïde gauche',
      codeSystem: '2.16.840.1.113883.6.96',
    }),
  ),
  dose: maybe(fc.constantFrom({ value: 0.5, unit: 'mL' }, { value: 1, unit: '1' })),
  comment: maybe(someText),
};

const doer = fc.record({
  idNat: maybe(fc.constant('899900000017')),
  specialty: maybe(specialty),
  name: personName,
  organization: maybe(fc.record({ idNat: maybe(fc.constant('10B0999999')), name: someText })),
});

const given = {
  ...administration,
  reason: maybe(codedText),
  reactions: maybe(few(fc.record({ name: codedText, since: maybe(clinicalDate) }))),
  by: maybe(doer),
};

export const vaccination: fc.Arbitrary<Vaccination> = fc.record({
  vaccine: fc.record({
    text: someText,
    code: maybe(fc.constant(CIS)),
    otherCodes: maybe(fc.subarray([ATC, CIP])),
    lot: maybe(someText),
  }),
  at: maybe(clinicalDate),
  notDone: fc.constantFrom(undefined, true, false),
  ...given,
});

const noted: fc.Arbitrary<NotedVaccination> = fc.record({
  vaccine: fc.record({
    text: someText,
    code: fc.constant(CIS),
    otherCodes: fc.subarray([CIP]).map((more) => [ATC, ...more]),
    lot: someText,
  }),
  at: day,
  ...given,
  author: maybe(
    fc.record({ professional: professionalAuthor.map(({ kind: _kind, ...rest }) => rest), at: maybe(day) }),
  ),
});

export const plannedVaccination: fc.Arbitrary<PlannedVaccination> = fc
  .record({
    vaccine: fc.record({ text: someText, code: maybe(fc.constant(CIS)), otherCodes: maybe(fc.subarray([ATC])) }),
    period: fc.constantFrom({}, { start: '2026-02-01' }, { start: '2026-02', end: '2026-06' }),
    intent: fc.constantFrom(undefined, 'planned', 'proposed'),
    avoid: maybe(fc.boolean()),
    ...administration,
  })
  .map(({ period, ...rest }) => ({ ...rest, ...period }));

export const vacCase: ModelCase<'vac'> = {
  rules: 'schematrons/CI-SIS_VAC_2023.01.sch',
  content: fc.record({
    vaccinations: fc.oneof(
      { weight: 4, arbitrary: few(vaccination) },
      { weight: 1, arbitrary: fc.constant('noInformation' as const) },
    ),
    planned: maybe(few(plannedVaccination)),
  }),
  // The model fixes the code of the first act.
  shape: (document) => ({
    ...document,
    acts: document.acts.map((act, index) => (index === 0 ? { ...act, code: undefined } : act)),
  }),
};

export const vacNoteCase: ModelCase<'vac-note'> = {
  rules: 'schematrons/CI-SIS_VAC-NOTE_2023.01.sch',
  content: fc.record({ vaccination: noted }),
};
