import { type Check, ONCE, UPTO_ONE } from '../model.js';
import { all, attr, has, notNull } from '../xml.js';
import { ADDRESSES, honorifics, oneAddress, PS_ROOT, STRUCTURE_ROOT, shapesOf, TELECOM } from './shared.js';

const keeping = shapesOf('custodian');

/** OID of the organisations that host the documents of patients. */
const PATIENT_CUSTODIAN = '1.2.250.1.213.4.1';

const custodianRoot: Check = (element, reporter) => {
  if (![STRUCTURE_ROOT, PATIENT_CUSTODIAN].includes(attr(element, 'root') ?? ''))
    reporter.report('cda.custodian.id.root', 'error');
};

/** Who keeps the document. Source: CI-SIS, structuration minimale, template 1.2.250.1.213.1.1.1.1.10.5. */
export const custodian = keeping.el('custodian', {
  when: all(notNull, has('assignedCustodian')),
  ...ONCE,
  children: [
    keeping.el('assignedCustodian', {
      when: has('representedCustodianOrganization'),
      ...ONCE,
      children: [
        keeping.el('representedCustodianOrganization', {
          ...ONCE,
          checks: [oneAddress('cda.custodian.representedCustodianOrganization.address')],
          children: [
            keeping.el('id', {
              when: notNull,
              ...ONCE,
              type: 'II',
              attributes: { extension: 'st', root: 'uid!' },
              checks: [custodianRoot],
            }),
            keeping.el('name', UPTO_ONE),
            { ...TELECOM, section: 'custodian', ...UPTO_ONE },
            ...ADDRESSES,
          ],
        }),
      ],
    }),
  ],
});

const receiving = shapesOf('informationRecipient');

/** To whom the document is meant. Source: CI-SIS, structuration minimale, template 1.2.250.1.213.1.1.1.1.10.15. */
export const informationRecipient = receiving.el('informationRecipient', {
  when: has('intendedRecipient'),
  checks: [honorifics('informationRecipient', 'intendedRecipient', 'informationRecipient')],
  children: [
    receiving.el('intendedRecipient', {
      ...ONCE,
      children: [
        receiving.el('templateId', { type: 'II', attributes: { root: '!' } }),
        receiving.identifier('id', PS_ROOT),
        ...ADDRESSES,
        TELECOM,
        receiving.el('informationRecipient', {
          alias: 'recipientPerson',
          ...UPTO_ONE,
          children: [receiving.personName({ min: 0, max: Number.POSITIVE_INFINITY })],
        }),
        receiving.el('receivedOrganization', {
          ...UPTO_ONE,
          children: [
            receiving.identifier('organizationId', STRUCTURE_ROOT),
            receiving.el('name', { alias: 'organizationName', type: 'ON' }),
            TELECOM,
            ...ADDRESSES,
          ],
        }),
      ],
    }),
  ],
});
