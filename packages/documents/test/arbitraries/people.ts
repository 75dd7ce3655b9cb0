import { jdvJ01 } from '@socle-sante/nomenclatures/jdv-j01';
import { jdvJ47 } from '@socle-sante/nomenclatures/jdv-j47';
import { jdvJ62 } from '@socle-sante/nomenclatures/jdv-j62';
import fc from 'fast-check';
import type { Author, Organization, PersonName, Professional, ProfessionalAuthor } from '../../src/submission.ts';
import { codeOf, contact, maybe, oid, someText } from './values.ts';

export const personName: fc.Arbitrary<PersonName> = fc.record({
  family: someText,
  given: maybe(someText),
  prefix: maybe(fc.constantFrom('M', 'MME')),
  suffix: maybe(fc.constantFrom('DR', 'MC', 'MG', 'PC', 'PG', 'PR')),
});

const specialties = codeOf(jdvJ01);
const OTHER = '1.2.250.1.213.1.1.4.6';
/** What a person is; what a device is. */
export const specialty = specialties.filter(({ codeSystem }) => codeSystem !== OTHER);
const deviceKind = specialties.filter(({ code }) => code === 'DISPOSITIF' || code === 'AUTOMATE');

const structId = fc.constantFrom('10B0999999', '1750803447', '2123456789', '312345678900011', '499999999999001');
const psId = fc.constantFrom('899900000017', '810002422979', '30B0127189/A1234', '0750012345', '499700000/77');

export const organization: fc.Arbitrary<Organization> = fc
  .tuple(fc.record({ idNat: structId, name: someText, setting: maybe(codeOf(jdvJ62)) }), contact)
  .map(([fields, more]) => ({ ...fields, ...more }));

export const professional: fc.Arbitrary<Professional> = fc
  .tuple(
    fc.record({
      idNat: psId,
      name: personName,
      specialty: maybe(specialty),
      function: maybe(codeOf(jdvJ47)),
      organization: maybe(organization),
    }),
    contact,
  )
  .map(([fields, more]) => ({ ...fields, ...more }));

export const professionalAuthor: fc.Arbitrary<ProfessionalAuthor> = fc
  .tuple(professional, specialty, organization)
  .map(([who, what, where]) => ({ ...who, kind: 'professional', specialty: what, organization: where }));

const device = fc.record({ model: someText, software: someText });

/** An author of any kind but the patient. */
export const author: fc.Arbitrary<Author> = fc.oneof(
  { weight: 4, arbitrary: professionalAuthor },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('system' as const),
      idNat: fc.constant('30B0127189/DEV1'),
      specialty: deviceKind,
      device,
      organization,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('service' as const),
      oid,
      extension: fc.stringMatching(/^[A-Z0-9]{1,12}$/),
      device,
      organization,
    }),
  },
);
