import { jdvJ01 } from '@socle-sante/nomenclatures/jdv-j01';
import { jdvJ47 } from '@socle-sante/nomenclatures/jdv-j47';
import { type Check, ONCE, UPTO_ONE } from '../model.js';
import { all, along, has, notNull } from '../xml.js';
import { ADDRESSES, CODED_PLAIN, codedBy, honorifics, isSector, STRUCTURE_ROOT, shapesOf, TELECOM } from './shared.js';
import { instant } from './times.js';

const { el, identifier, person, sector } = shapesOf('author');

const personOrDevice: Check = (element, reporter) => {
  const count = along([element], 'assignedPerson').length + along([element], 'assignedAuthoringDevice').length;
  if (count > 1) reporter.report('cda.author.assignedAuthor.choiceTooMany', 'error');
};

/** Who wrote the document. Source: CI-SIS, structuration minimale, template 1.2.250.1.213.1.1.1.1.10.1. */
export const author = el('author', {
  when: has('assignedAuthor'),
  countWhen: all(notNull, has('assignedAuthor')),
  min: 1,
  checks: [honorifics('author', 'assignedAuthor', 'assignedPerson')],
  children: [
    el('functionCode', {
      ...UPTO_ONE,
      type: 'CE',
      attributes: { displayName: 'st', codeSystem: 'oid!', code: { required: true, set: jdvJ47 } },
      children: [el('originalText', { alias: 'functionText', ...UPTO_ONE, type: 'ED' })],
    }),
    instant(el, ONCE),
    el('assignedAuthor', {
      when: notNull,
      ...ONCE,
      checks: [personOrDevice],
      children: [
        el('id', { min: 1, type: 'II', attributes: { extension: 'st!', root: 'uid!' } }),
        el('code', { ...UPTO_ONE, type: 'CE', attributes: codedBy(jdvJ01) }),
        ...ADDRESSES,
        TELECOM,
        person('assignedPerson'),
        el('assignedAuthoringDevice', {
          ...UPTO_ONE,
          children: [el('manufacturerModelName', { ...ONCE, type: 'SC' }), el('softwareName', { ...ONCE, type: 'SC' })],
        }),
        el('representedOrganization', {
          ...UPTO_ONE,
          children: [
            identifier('organizationId', STRUCTURE_ROOT, UPTO_ONE),
            el('name', { alias: 'organizationName', ...UPTO_ONE }),
            TELECOM,
            ...ADDRESSES,
            sector({ when: isSector, attributes: CODED_PLAIN }),
          ],
        }),
      ],
    }),
  ],
});
