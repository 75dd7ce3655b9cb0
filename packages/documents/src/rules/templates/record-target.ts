import { jdvJ143 } from '@socle-sante/nomenclatures/jdv-j143';
import { type Check, ONCE, type Reporter, SDTC, UPTO_ONE } from '../model.js';
import { along, attr, has, kid, notNull } from '../xml.js';
import { ADDRESSES, oneAddress, STRUCTURE_ROOT, shapesOf, TELECOM } from './shared.js';
import { optionalInstant } from './times.js';

const { el, identifier, personName } = shapesOf('recordTarget');

/** Every name of every patient of the document: the official rules look at them together. */
const patientNames = ({ recordTargets }: Reporter) => along(recordTargets, 'patientRole', 'patient', 'name');

const qualifiers: Check = (_element, reporter) => {
  const names = patientNames(reporter);
  const wrong = (part: string): boolean =>
    along(names, part).some((each) => !['BR', 'CL', undefined].includes(attr(each, 'qualifier')));
  if (wrong('given')) reporter.report('cda.recordTarget.given.qualifier', 'error');
  if (wrong('family')) reporter.report('cda.recordTarget.family.qualifier', 'error');
};

const guardianFamily: Check = (_element, reporter) => {
  const known = along(patientNames(reporter), 'family').some((each) =>
    ['BR', 'SP', 'CL'].includes(attr(each, 'qualifier') ?? ''),
  );
  if (!known) reporter.report('cda.recordTarget.guardianFamily.qualifier', 'error');
};

const guardianChoice: Check = (element, reporter) => {
  const count = along([element], 'guardianPerson').length + along([element], 'guardianOrganization').length;
  if (count < 1) reporter.report('cda.recordTarget.guardian.choiceMissing', 'error');
  if (count > 1) reporter.report('cda.recordTarget.guardian.choiceTooMany', 'error');
};

const guardian = el('guardian', {
  type: 'ANY',
  checks: [guardianChoice],
  children: [
    el('id', { alias: 'guardianId', type: 'II', attributes: { extension: 'st', root: 'uid' } }),
    ...ADDRESSES,
    TELECOM,
    el('guardianPerson', {
      ...UPTO_ONE,
      children: [
        personName({
          alias: 'guardianName',
          children: [
            el('family', {
              alias: 'guardianFamily',
              min: 1,
              max: 3,
              attributes: { qualifier: 'cs' },
              checks: [guardianFamily],
            }),
            el('given', { alias: 'guardianGiven' }),
            el('prefix', { alias: 'guardianPrefix', ...UPTO_ONE }),
          ],
        }),
      ],
    }),
    el('guardianOrganization', {
      ...UPTO_ONE,
      children: [
        identifier('guardianOrganizationId', STRUCTURE_ROOT, UPTO_ONE),
        el('name', { alias: 'guardianOrganizationName', ...UPTO_ONE, type: 'ON' }),
      ],
    }),
  ],
});

const patient = el('patient', {
  when: notNull,
  ...ONCE,
  children: [
    el('name', {
      when: notNull,
      ...ONCE,
      type: 'PN',
      checks: [qualifiers],
      children: [
        el('given', { when: notNull, min: 1, attributes: { qualifier: 'cs' } }),
        el('family', { when: notNull, min: 1, attributes: { qualifier: 'cs!' } }),
        el('prefix', UPTO_ONE),
        el('suffix', UPTO_ONE),
      ],
    }),
    el('administrativeGenderCode', { ...ONCE, type: 'CE', attributes: { code: { required: true, set: jdvJ143 } } }),
    optionalInstant(el, 'birthTime', { ...ONCE, attributes: { value: 'ts!' } }),
    el('deceasedInd', { namespace: SDTC, ...UPTO_ONE, type: 'BL' }),
    optionalInstant(el, 'deceasedTime', { namespace: SDTC, ...UPTO_ONE }),
    el('multipleBirthInd', { namespace: SDTC, ...UPTO_ONE, type: 'BL' }),
    el('multipleBirthOrderNumber', { namespace: SDTC, ...UPTO_ONE, type: 'INT.POS', attributes: { value: 'int' } }),
    guardian,
    el('birthplace', {
      when: has('place'),
      ...UPTO_ONE,
      children: [
        el('place', {
          alias: 'birthPlace',
          ...ONCE,
          checks: [oneAddress('cda.recordTarget.birthPlace.address')],
          children: [...ADDRESSES, el('name', { alias: 'birthPlaceName', ...UPTO_ONE, type: 'EN' })],
        }),
      ],
    }),
  ],
});

/** The patient. Source: CI-SIS, structuration minimale, template 1.2.250.1.213.1.1.1.1.10.10. */
export const recordTarget = el('recordTarget', {
  when: notNull,
  ...ONCE,
  children: [
    el('patientRole', {
      when: (element) => kid(element, 'patient') !== undefined,
      ...ONCE,
      type: 'ANY',
      children: [
        el('id', {
          alias: 'patientId',
          when: notNull,
          min: 1,
          type: 'II',
          attributes: { root: 'uid!', extension: 'st!' },
        }),
        ...ADDRESSES,
        TELECOM,
        patient,
      ],
    }),
  ],
});
