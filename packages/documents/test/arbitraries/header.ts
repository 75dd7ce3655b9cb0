import { jdvJ01 } from '@socle-sante/nomenclatures/jdv-j01';
import { jdvJ02 } from '@socle-sante/nomenclatures/jdv-j02';
import { jdvJ04 } from '@socle-sante/nomenclatures/jdv-j04';
import { jdvJ11 } from '@socle-sante/nomenclatures/jdv-j11';
import { jdvJ47 } from '@socle-sante/nomenclatures/jdv-j47';
import { jdvJ61 } from '@socle-sante/nomenclatures/jdv-j61';
import { jdvJ62 } from '@socle-sante/nomenclatures/jdv-j62';
import { jdvJ142 } from '@socle-sante/nomenclatures/jdv-j142';
import fc from 'fast-check';
import type {
  Consent,
  Encounter,
  Informant,
  Order,
  Participant,
  Recipient,
  ServiceEvent,
} from '../../src/submission.ts';
import { organization, personName, professional } from './people.ts';
import { codeOf, contact, instanceId, instanceIds, maybe, period, someText } from './values.ts';

/** A code of a terminology that no list bounds. */
export const clinicalCode = fc.record({
  code: fc.stringMatching(/^[A-Z][0-9]{2}\.[0-9]$/),
  displayName: someText,
  codeSystem: fc.constant('2.16.840.1.113883.6.3'),
});

/** `dmp` keeps to the lists of the DMP, which are narrower. */
export type Lists = 'cisis' | 'dmp';

export function firstAct(lists: Lists): fc.Arbitrary<ServiceEvent> {
  const setting = codeOf(lists === 'dmp' ? jdvJ62 : jdvJ04);
  return fc
    .record({
      ids: instanceIds,
      code: maybe(clinicalCode),
      when: period.filter(({ start }) => start !== undefined),
      status: maybe(fc.constantFrom('completed', 'active')),
      who: professional,
      time: maybe(period),
      setting,
      where: organization,
    })
    .map(({ when, who, time, setting: kind, where, ...rest }) => ({
      ...rest,
      ...when,
      performer: {
        professional: {
          idNat: who.idNat,
          name: who.name,
          specialty: who.specialty,
          function: who.function,
          addresses: who.addresses,
          telecoms: who.telecoms,
        },
        time,
        organization: { ...where, setting: kind },
      },
    }));
}

export const otherAct: fc.Arbitrary<ServiceEvent> = fc.record({ ids: instanceIds, code: clinicalCode });

export function encounter(lists: Lists): fc.Arbitrary<Encounter> {
  return fc
    .record({
      ids: instanceIds,
      code: maybe(codeOf(jdvJ142)),
      when: period,
      responsible: maybe(professional),
      participants: fc.array(
        fc.record({
          type: fc.constantFrom('ADM', 'ATND', 'CON', 'DIS', 'REF'),
          time: maybe(period),
          professional,
        }),
        { maxLength: 2 },
      ),
      facility: fc.record({
        ids: instanceIds,
        type: codeOf(lists === 'dmp' ? jdvJ61 : jdvJ02),
        name: maybe(someText),
      }),
    })
    .map(({ when, ...rest }) => ({ ...rest, ...when }));
}

export const informant: fc.Arbitrary<Informant> = fc.oneof(
  professional.map((who) => ({ kind: 'professional' as const, professional: who })),
  fc
    .tuple(
      fc.record({
        kind: fc.constant('related' as const),
        relation: fc.constantFrom('ECON', 'NOK', 'CON', 'CAREGIVER', 'PAT'),
        relationship: maybe(codeOf(jdvJ11)),
        name: personName,
      }),
      contact,
    )
    .map(([fields, more]) => ({ ...fields, ...more })),
);

export const recipient: fc.Arbitrary<Recipient> = fc.record({
  idNat: maybe(fc.constant('899900000017')),
  name: personName,
  organization: maybe(organization),
});

export const participant: fc.Arbitrary<Participant> = fc
  .tuple(
    fc.record({
      type: fc.constantFrom('REF', 'REFB', 'INF', 'RESP', 'PRF', 'CON', 'VRF'),
      class: fc.constantFrom('PROV', 'AGNT'),
      function: maybe(codeOf(jdvJ47)),
      time: maybe(period),
      id: maybe(fc.constant({ root: '1.2.250.1.71.4.2.1', extension: '899900000017' })),
      specialty: maybe(codeOf(jdvJ01)),
      name: maybe(personName),
      organization: maybe(organization),
    }),
    contact,
  )
  .map(([fields, more]) => ({ ...fields, ...more }));

export const order: fc.Arbitrary<Order> = fc.record({
  id: instanceId,
  code: maybe(clinicalCode),
  accessionNumber: maybe(instanceId),
});

export const consent: fc.Arbitrary<Consent> = fc.record({ ids: instanceIds, code: clinicalCode });
