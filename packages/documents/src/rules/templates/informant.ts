import { jdvJ04 } from '@socle-sante/nomenclatures/jdv-j04';
import { jdvJ11 } from '@socle-sante/nomenclatures/jdv-j11';
import { type Check, ONCE, UPTO_ONE } from '../model.js';
import { all, along, attr, has, is, states } from '../xml.js';
import { ADDRESSES, codedBy, honorifics, STRUCTURE_ROOT, shapesOf, TELECOM } from './shared.js';
import { optionalInstant } from './times.js';

const { el, identifier, person, personName, sector } = shapesOf('informant');

const RELATIONS = ['ECON', 'NOK', 'CON', 'CAREGIVER', 'PAT'];
const isRelated = all(states('classCode'), has('relatedPerson'));

const choice: Check = (element, reporter) => {
  const related = along([element], 'relatedEntity').filter(isRelated).length;
  const count = along([element], 'assignedEntity').length + related;
  if (count < 1) reporter.report('cda.informant.choiceMissing', 'error');
  if (count > 1) reporter.report('cda.informant.choiceTooMany', 'error');
};

const identified: Check = (element, reporter) => {
  const whole = attr(element, 'root') !== undefined && attr(element, 'extension') !== undefined;
  if (!whole && attr(element, 'nullFlavor') === undefined) reporter.report('cda.informant.id.incomplete', 'error');
};

const relation: Check = (element, reporter) => {
  const code = attr(element, 'classCode') ?? '';
  if (/^$|[ \t\r\n]/.test(code))
    reporter.report('cda.informant.relatedEntity.form', 'error', { attribute: 'classCode' });
  if (!RELATIONS.includes(code)) reporter.report('cda.informant.relatedEntity.classCode', 'error');
};

/** Who gave information. Source: CI-SIS, structuration minimale, templates 1.2.250.1.213.1.1.1.1.10.12 to .14. */
export const informant = el('informant', {
  checks: [choice],
  children: [
    el('assignedEntity', {
      ...UPTO_ONE,
      type: 'ANY',
      checks: [honorifics('informant', 'assignedPerson')],
      children: [
        el('id', { ...ONCE, type: 'II', attributes: { root: 'uid', extension: 'st' }, checks: [identified] }),
        el('code', {
          ...UPTO_ONE,
          type: 'CD',
          attributes: { codeSystemName: 'st', displayName: 'st', codeSystem: 'oid', code: 'cs' },
        }),
        ...ADDRESSES,
        TELECOM,
        person('assignedPerson'),
        el('representedOrganization', {
          ...UPTO_ONE,
          children: [
            identifier('organizationId', STRUCTURE_ROOT),
            el('name', { alias: 'organizationName', ...UPTO_ONE, type: 'ON' }),
            TELECOM,
            ...ADDRESSES,
            sector({ attributes: codedBy(jdvJ04) }),
          ],
        }),
      ],
    }),
    el('relatedEntity', {
      when: isRelated,
      ...UPTO_ONE,
      type: 'ANY',
      checks: [relation, honorifics('informant', 'relatedPerson')],
      children: [
        el('code', {
          alias: 'relation',
          ...UPTO_ONE,
          type: 'CE',
          attributes: codedBy(jdvJ11),
          children: [el('originalText', { alias: 'relationText', ...UPTO_ONE, type: 'ED' })],
        }),
        ...ADDRESSES,
        TELECOM,
        el('relatedPerson', {
          ...ONCE,
          children: [
            personName({
              alias: 'relatedName',
              children: [
                el('family', { alias: 'relatedFamily', ...ONCE }),
                el('given', { alias: 'relatedGiven', ...UPTO_ONE }),
                el('prefix', { alias: 'relatedPrefix', ...UPTO_ONE }),
              ],
            }),
          ],
        }),
      ],
    }),
  ],
});

const entering = shapesOf('dataEnterer');

/** The official rules only name what they expect here; nothing inside is checked. */
const described = (
  local: string,
  ...children: readonly ReturnType<typeof entering.el>[]
): ReturnType<typeof entering.el> => entering.el(local, { children });
const addresses = ADDRESSES.map(({ when, children }) => {
  const plain = entering.el('addr', { children: children.map((part) => described(part.local)) });
  return when === undefined ? plain : { ...plain, when };
});

/** Who typed the document. Source: CI-SIS, structuration minimale, template 1.2.250.1.213.1.1.1.1.10.11. */
export const dataEnterer = entering.el('dataEnterer', {
  ...UPTO_ONE,
  type: 'ANY',
  children: [
    optionalInstant(entering.el, 'time', UPTO_ONE),
    described(
      'assignedEntity',
      described('id'),
      described('code'),
      ...addresses,
      described('telecom'),
      described(
        'assignedPerson',
        entering.el('name', {
          when: has('family'),
          children: [described('prefix'), described('given'), described('family'), described('suffix')],
        }),
      ),
      described(
        'representedOrganization',
        entering.el('id', { when: is('root', STRUCTURE_ROOT) }),
        described('name'),
        ...addresses,
        described('telecom'),
        described('standardIndustryClassCode'),
      ),
    ),
  ],
});
