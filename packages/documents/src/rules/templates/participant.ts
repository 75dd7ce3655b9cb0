import { jdvJ01 } from '@socle-sante/nomenclatures/jdv-j01';
import { jdvJ47 } from '@socle-sante/nomenclatures/jdv-j47';
import { jdvJ141 } from '@socle-sante/nomenclatures/jdv-j141';
import { jdvJ144 } from '@socle-sante/nomenclatures/jdv-j144';
import { type Check, ONCE, UPTO_ONE } from '../model.js';
import { all, along, attr, has, states } from '../xml.js';
import { ADDRESSES, codedBy, honorifics, shapesOf, TELECOM } from './shared.js';
import { interval } from './times.js';

const { el, person, personName, sector } = shapesOf('participant');

const associated = states('classCode');

const associatedClass: Check = (element, reporter) => {
  if (!['PROV', 'AGNT'].includes(attr(element, 'classCode') ?? ''))
    reporter.report('cda.participant.associatedEntity.classCode', 'error');
};

/** Who took part. Source: CI-SIS, structuration minimale, template 1.2.250.1.213.1.1.1.1.10.9. */
export const participant = el('participant', {
  when: all(states('typeCode'), (element) => along([element], 'associatedEntity').some(associated)),
  attributes: { typeCode: { set: jdvJ144 } },
  checks: [honorifics('participant', 'associatedEntity', 'associatedPerson')],
  children: [
    el('templateId', { ...UPTO_ONE, type: 'II', attributes: { extension: 'st', root: 'uid' } }),
    el('functionCode', {
      ...UPTO_ONE,
      type: 'CE',
      attributes: { code: { set: jdvJ47 }, displayName: 'st', codeSystem: 'oid', codeSystemName: 'st' },
      children: [
        el('originalText', { alias: 'functionText', ...UPTO_ONE, type: 'ED' }),
        el('translation', { alias: 'functionTranslation', type: 'CD' }),
      ],
    }),
    interval(el, 'time', { ...ONCE, low: 'ts!', high: 'ts!' }),
    el('associatedEntity', {
      when: associated,
      ...ONCE,
      attributes: { classCode: { set: jdvJ141 } },
      checks: [associatedClass],
      children: [
        el('id', { ...UPTO_ONE, type: 'II', attributes: { extension: 'st!', root: 'uid!' } }),
        el('code', { ...UPTO_ONE, type: 'CE', attributes: { ...codedBy(jdvJ01), codeSystemName: 'st' } }),
        ...ADDRESSES,
        TELECOM,
        person('associatedPerson', { when: has('name'), children: [withoutType(personName())] }),
        el('scopingOrganization', {
          ...UPTO_ONE,
          type: 'ANY',
          children: [
            el('id', { alias: 'organizationId', ...UPTO_ONE, type: 'II', attributes: { root: 'uid' } }),
            el('name', { alias: 'organizationName', ...UPTO_ONE, type: 'ANY' }),
            TELECOM,
            ...ADDRESSES,
            sector({ type: 'CD' }),
          ],
        }),
      ],
    }),
  ],
});

/** The official rules do not look at the type of this name. */
function withoutType({ type: _type, ...rule }: ReturnType<typeof personName>): ReturnType<typeof personName> {
  return { ...rule, xsiType: false };
}
