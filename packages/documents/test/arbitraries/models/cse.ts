import type { Coded } from '@socle-sante/core/coded';
import fc from 'fast-check';
import type { Administration, FollowUp, Mother, OtherParent, SubmissionDocument } from '../../../src/submission.ts';
import { ADRUN_MATRICULE } from '../../support/sample.ts';
import { personName } from '../people.ts';
import { contact, day, instant, maybe, someText } from '../values.ts';
import { type HeaderParts, namedPerformers } from './model-case.ts';
import { clinicalDate, number } from './values.ts';

export const smallCount = fc.integer({ min: 0, max: 20 });

export const relative = { name: personName, nir: maybe(fc.constant<string>(ADRUN_MATRICULE)) };

const parent = {
  ...relative,
  birthDate: maybe(day),
  occupation: fc.constantFrom(
    undefined,
    'farmer',
    'selfEmployed',
    'executive',
    'intermediate',
    'employee',
    'worker',
  ) as fc.Arbitrary<Mother['occupation']>,
  activity: fc.constantFrom(
    undefined,
    'employed',
    'retired',
    'atHome',
    'parentalLeave',
    'unemployed',
    'student',
    'otherInactive',
    'other',
  ) as fc.Arbitrary<Mother['activity']>,
};

export const mother: fc.Arbitrary<Mother> = fc
  .tuple(fc.record(parent), contact)
  .map(([fields, more]) => ({ ...fields, ...more }) as Mother);

const SECOND_MOTHER = { code: 'MTH', displayName: 'Mère', codeSystem: '2.16.840.1.113883.5.111' };

export const otherParent: fc.Arbitrary<OtherParent> = fc
  .tuple(fc.record({ ...parent, relationship: maybe(fc.constant(SECOND_MOTHER)) }), contact)
  .map(([fields, more]) => ({ ...fields, ...more }) as OtherParent);

export const followUp: fc.Arbitrary<FollowUp> = fc.record({
  to: fc.constantFrom('professional', 'multidisciplinary', 'pmi'),
  at: maybe(clinicalDate),
  comment: maybe(someText),
});

const BEYFORTUS = { code: '65150617', displayName: 'BEYFORTUS 100 mg', codeSystem: '1.2.250.1.213.2.3.1' };

export const administration: fc.Arbitrary<Administration> = fc.oneof(
  fc.constant({ given: false }),
  fc.record({
    given: fc.constant(true),
    at: maybe(fc.oneof(clinicalDate, instant)),
    product: maybe(
      fc.record({
        text: someText,
        code: fc.constant(BEYFORTUS),
        otherCodes: maybe(
          fc.constant<Coded[]>([{ code: 'J06BD08', displayName: 'nirsévimab', codeSystem: '2.16.840.1.113883.6.73' }]),
        ),
        lot: maybe(someText),
      }),
    ),
    route: maybe(
      fc.constant({ code: '20035000', displayName: 'Voie intramusculaire', codeSystem: '0.4.0.127.0.16.1.1.2.1' }),
    ),
    dose: maybe(fc.record({ value: number, unit: fc.constant('mg') })),
  }),
);

/** A vaccination against one of these. */
export const certified = <Against extends string>(...against: readonly Against[]) =>
  fc.record({
    against: fc.constantFrom(...against),
    notDone: fc.constantFrom(undefined, true, false),
    at: maybe(clinicalDate),
    series: fc.constantFrom(undefined, 'initial' as const, 'booster' as const),
    rank: maybe(fc.integer({ min: 1, max: 4 })),
    product: maybe(fc.constant({ code: '68747507', displayName: 'VACCIN FICTIF', codeSystem: '1.2.250.1.213.2.3.1' })),
    lot: maybe(someText),
    route: maybe(
      fc.constant({ code: '20035000', displayName: 'Voie intramusculaire', codeSystem: '0.4.0.127.0.16.1.1.2.1' }),
    ),
    comment: maybe(someText),
  });

const ADDRESS = { houseNumber: '1', streetName: 'rue des Exemples', postalCode: '63000', city: 'CLERMONT-FERRAND' };

/** The examination of the certificate: its code left to the model, who did it told whole, the address in parts. */
export function examined(document: SubmissionDocument, parts: HeaderParts): SubmissionDocument {
  const named = namedPerformers(document, parts);
  return {
    ...named,
    acts: named.acts.map((act, index) => ({
      ...act,
      ...(index === 0 ? { code: undefined } : {}),
      ...(act.performer
        ? {
            performer: {
              ...act.performer,
              professional: { ...act.performer.professional, specialty: parts.specialty },
              organization: { ...act.performer.organization, addresses: [ADDRESS] },
            },
          }
        : {}),
    })),
  };
}
