import { jdvJ01 } from '@socle-sante/nomenclatures/jdv-j01';
import { jdvJ04 } from '@socle-sante/nomenclatures/jdv-j04';
import { type Check, ONCE, UPTO_ONE } from '../model.js';
import { all, alongNames, attr, has, is, notNull } from '../xml.js';
import { ADDRESSES, codedBy, honorifics, STRUCTURE_ROOT, shapesOf, TELECOM } from './shared.js';

const { el, identifier, partOf, personName, sector } = shapesOf('documentationOf');
const LAB = 'urn:oid:1.3.6.1.4.1.19376.1.3.2';

/** Of any namespace: the official rules do not look at it here (`*:performer`). */
const someAct: Check = (_element, reporter) => {
  const events = alongNames([reporter.document], 'documentationOf', 'serviceEvent');
  const performed = events.filter((event) => alongNames([event], 'performer').length > 0);
  if (performed.length < 1) reporter.report('cda.documentationOf.performer.nowhere', 'error');
  if (alongNames(performed, 'effectiveTime').length < 1)
    reporter.report('cda.documentationOf.effectiveTime.nowhere', 'error');
};

const codeOrNull: Check = (element, reporter) => {
  const [code, system] = [attr(element, 'code'), attr(element, 'codeSystem')];
  const coded = code !== undefined && system !== undefined && notNull(element);
  const isNull = code === undefined && system === undefined && !notNull(element);
  if (!coded && !isNull) reporter.report('cda.documentationOf.code.codeOrNull', 'error');
};

const performer = el('performer', {
  when: all(is('typeCode', 'PRF'), has('assignedEntity')),
  ...UPTO_ONE,
  children: [
    el('templateId', { type: 'II', attributes: { extension: 'st', root: 'uid' } }),
    el('functionCode', { ...UPTO_ONE, type: 'CE' }),
    el('time', { ...UPTO_ONE, type: 'IVL_TS' }),
    el('assignedEntity', {
      when: has('representedOrganization'),
      ...ONCE,
      children: [
        el('id', { alias: 'performerId', ...ONCE, type: 'II' }),
        el('code', { alias: 'performerCode', ...UPTO_ONE, type: 'CD', attributes: { code: { set: jdvJ01 } } }),
        ...ADDRESSES,
        TELECOM,
        el('assignedPerson', { ...UPTO_ONE, children: [personName({ min: 0, max: Number.POSITIVE_INFINITY })] }),
        el('representedOrganization', {
          ...ONCE,
          children: [
            identifier('organizationId', STRUCTURE_ROOT),
            el('id', { alias: 'organizationOtherId', type: 'II', attributes: { root: 'uid', extension: 'st' } }),
            el('name', { alias: 'organizationName', ...UPTO_ONE, type: 'ON' }),
            TELECOM,
            ...ADDRESSES,
            sector({ when: notNull, ...ONCE, attributes: codedBy(jdvJ04) }),
            partOf(),
          ],
        }),
      ],
    }),
  ],
});

/** What is documented. Source: CI-SIS, structuration minimale, template 1.2.250.1.213.1.1.1.1.10.4. */
export const documentationOf = el('documentationOf', {
  when: all(notNull, has('serviceEvent')),
  min: 1,
  checks: [someAct, honorifics('documentationOf', 'serviceEvent', 'performer', 'assignedEntity', 'assignedPerson')],
  children: [
    el('serviceEvent', {
      when: notNull,
      ...ONCE,
      children: [
        el('id', { type: 'II' }),
        el('code', {
          ...UPTO_ONE,
          type: 'CE',
          attributes: { displayName: 'st', codeSystem: 'oid', code: 'cs' },
          checks: [codeOrNull],
          children: [
            el('translation', {
              type: 'CD',
              children: [
                el('qualifier', {
                  ...UPTO_ONE,
                  type: 'CR',
                  children: [
                    el('name', {
                      alias: 'qualifierName',
                      ...ONCE,
                      type: 'CV',
                      attributes: { codeSystemName: 'st', codeSystem: 'oid', displayName: 'st', code: 'cs' },
                    }),
                  ],
                }),
              ],
            }),
            el('originalText', { ...UPTO_ONE, type: 'ED' }),
          ],
        }),
        el('statusCode', { namespace: LAB, ...UPTO_ONE, type: 'CS', attributes: { code: 'cs' } }),
        el('effectiveTime', {
          ...UPTO_ONE,
          children: [
            el('low', { ...ONCE, type: 'IVXB_TS', attributes: { value: 'ts!' } }),
            el('high', { ...UPTO_ONE, type: 'IVXB_TS', attributes: { value: 'ts' } }),
          ],
        }),
        performer,
      ],
    }),
  ],
});
