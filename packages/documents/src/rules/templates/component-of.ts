import { jdvJ02 } from '@socle-sante/nomenclatures/jdv-j02';
import { jdvJ140 } from '@socle-sante/nomenclatures/jdv-j140';
import { jdvJ142 } from '@socle-sante/nomenclatures/jdv-j142';
import { type ElementRule, ONCE, UPTO_ONE } from '../model.js';
import { all, has, notNull, states } from '../xml.js';
import { isProfessional } from './authenticator.js';
import {
  ADDRESSES,
  CODED_PLAIN,
  codedBy,
  honorifics,
  isSector,
  oneAddress,
  PS_ROOT,
  STRUCTURE_ROOT,
  shapesOf,
  TELECOM,
} from './shared.js';
import { interval } from './times.js';

const { el, identifier, partOf, personName, sector } = shapesOf('componentOf');

/** A professional of the encounter, and the structure; the names of its rules begin with `role`. */
function professional(role: string, organization: readonly ElementRule[]): ElementRule {
  return el('assignedEntity', {
    alias: `${role}Entity`,
    when: isProfessional,
    ...ONCE,
    children: [
      identifier(`${role}Id`, PS_ROOT, ONCE),
      el('code', { alias: `${role}Code`, ...UPTO_ONE, type: 'CD' }),
      ...ADDRESSES,
      TELECOM,
      el('assignedPerson', { alias: `${role}Person`, ...UPTO_ONE, children: [namedFor(role)] }),
      el('representedOrganization', {
        alias: `${role}Organization`,
        ...UPTO_ONE,
        children: [
          identifier(`${role}OrganizationId`, STRUCTURE_ROOT),
          ...organization,
          el('name', { alias: `${role}OrganizationName`, ...UPTO_ONE, type: 'ON' }),
          TELECOM,
          ...ADDRESSES,
          sector({ alias: `${role}Sector`, when: isSector, attributes: CODED_PLAIN }),
        ],
      }),
    ],
  });
}

function namedFor(role: string): ElementRule {
  return personName({
    alias: `${role}Name`,
    children: [
      el('family', { alias: `${role}Family`, ...ONCE }),
      el('given', { alias: `${role}Given`, ...UPTO_ONE }),
      el('prefix', { alias: `${role}Prefix`, ...UPTO_ONE }),
      el('suffix', { alias: `${role}Suffix`, ...UPTO_ONE }),
    ],
  });
}

const facility = el('location', {
  when: has('healthCareFacility'),
  ...ONCE,
  children: [
    el('healthCareFacility', {
      when: notNull,
      ...ONCE,
      children: [
        el('id', { alias: 'facilityId', type: 'II' }),
        el('code', {
          alias: 'facilityCode',
          when: notNull,
          ...ONCE,
          type: 'CE',
          attributes: codedBy(jdvJ02),
          children: [el('translation', { alias: 'facilityTranslation', type: 'CD', attributes: CODED_PLAIN })],
        }),
        el('location', {
          alias: 'place',
          ...UPTO_ONE,
          checks: [oneAddress('cda.componentOf.place.address')],
          children: [el('name', { alias: 'placeName', ...UPTO_ONE, type: 'EN' }), ...ADDRESSES],
        }),
      ],
    }),
  ],
});

/** The encounter. Source: CI-SIS, structuration minimale, template 1.2.250.1.213.1.1.1.1.10.2. */
export const componentOf = el('componentOf', {
  when: all(notNull, has('encompassingEncounter')),
  ...ONCE,
  checks: [
    honorifics('componentOf', 'encompassingEncounter', 'encounterParticipant', 'assignedEntity', 'assignedPerson'),
    honorifics('componentOf', 'encompassingEncounter', 'responsibleParty', 'assignedEntity', 'assignedPerson'),
  ],
  children: [
    el('encompassingEncounter', {
      when: all(notNull, has('location')),
      ...ONCE,
      children: [
        el('id', { type: 'II', attributes: { extension: 'st', root: 'uid!' } }),
        el('code', { ...UPTO_ONE, type: 'CE', attributes: codedBy(jdvJ142) }),
        interval(el, 'effectiveTime', ONCE),
        el('dischargeDispositionCode', {
          ...UPTO_ONE,
          type: 'CE',
          attributes: { displayName: 'st!', codeSystem: { fixedIfPresent: '1.2.250.1.213.2.14' }, code: 'cs!' },
        }),
        el('responsibleParty', {
          when: has('assignedEntity'),
          ...UPTO_ONE,
          children: [
            professional('responsible', [
              el('id', {
                alias: 'responsibleOrganizationOtherId',
                type: 'II',
                attributes: { extension: 'st!', root: 'uid!' },
              }),
              partOf(),
            ]),
          ],
        }),
        el('encounterParticipant', {
          when: all(states('typeCode'), has('assignedEntity')),
          attributes: { typeCode: { set: jdvJ140 } },
          children: [interval(el, 'time', { ...UPTO_ONE, low: 'ts!', high: 'ts!' }), professional('participant', [])],
        }),
        facility,
      ],
    }),
  ],
});
