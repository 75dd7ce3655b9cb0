import { jdvJ01 } from '@socle-sante/nomenclatures/jdv-j01';
import { jdvJ04 } from '@socle-sante/nomenclatures/jdv-j04';
import { ONCE, UPTO_ONE } from '../model.js';
import { all, along, type attr, has, is, notNull } from '../xml.js';
import { ADDRESSES, CODED_PLAIN, honorifics, isSector, PS_ROOT, STRUCTURE_ROOT, shapesOf, TELECOM } from './shared.js';
import { instant } from './times.js';

type Element = Parameters<typeof attr>[0];

/** True when a signature is stated. */
const isSigned = (element: Element): boolean => along([element], 'signatureCode').some(is('code', 'S'));

/** True when an entity is identified as a professional. */
export const isProfessional = (element: Element): boolean => along([element], 'id').some(is('root', PS_ROOT));

const legal = shapesOf('legalAuthenticator');

/** Who answers for the document. Source: CI-SIS, structuration minimale, template 1.2.250.1.213.1.1.1.1.10.6. */
export const legalAuthenticator = legal.el('legalAuthenticator', {
  when: isSigned,
  ...ONCE,
  checks: [honorifics('legalAuthenticator', 'assignedEntity', 'assignedPerson')],
  children: [
    instant(legal.el, ONCE),
    legal.el('signatureCode', { when: is('code', 'S'), ...ONCE, type: 'CS' }),
    legal.el('assignedEntity', {
      ...ONCE,
      children: [
        legal.el('id', { when: notNull, ...ONCE, type: 'II', attributes: { root: 'uid!', extension: 'st!' } }),
        legal.el('code', { ...UPTO_ONE, type: 'CD', attributes: { code: { set: jdvJ01 } } }),
        ...ADDRESSES,
        TELECOM,
        legal.person('assignedPerson', { children: [legal.personName({ when: all(notNull, has('family')) })] }),
        legal.el('representedOrganization', {
          ...UPTO_ONE,
          children: [
            legal.identifier('organizationId', STRUCTURE_ROOT),
            legal.el('name', { alias: 'organizationName', ...UPTO_ONE }),
            TELECOM,
            ...ADDRESSES,
            legal.sector({ attributes: { code: { set: jdvJ04 } } }),
          ],
        }),
      ],
    }),
  ],
});

const { el, identifier, person, sector } = shapesOf('authenticator');

/** Who attests the document. Source: CI-SIS, structuration minimale, template 1.2.250.1.213.1.1.1.1.10.16. */
export const authenticator = el('authenticator', {
  when: isSigned,
  checks: [honorifics('authenticator', 'assignedEntity', 'assignedPerson')],
  children: [
    el('templateId', { type: 'II', attributes: { root: 'uid' } }),
    instant(el, ONCE),
    el('signatureCode', { when: is('code', 'S'), ...ONCE, type: 'CS' }),
    el('assignedEntity', {
      when: isProfessional,
      ...ONCE,
      children: [
        identifier('id', PS_ROOT, ONCE),
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
            sector({ when: isSector, attributes: CODED_PLAIN }),
          ],
        }),
      ],
    }),
  ],
});
