import { defineStates } from '../../base/states.js';
import type { IdentityFormProps } from './IdentityForm.js';

/** Situations of the form, by the record of the demonstration that shows them. */
export const identityFormStates = defineStates<Partial<IdentityFormProps>>()({
  create: {},
  scanned: {
    collectedBy: 'CB',
    initial: {
      birthName: 'ADRUN',
      firstNames: 'ZOE',
      firstName: 'ZOE',
      sex: 'F',
      birthDate: '1975-12-31',
      birthPlace: '63220',
    },
  },
  edit: { patientRef: 'p-0006' },
  locked: { patientRef: 'p-0010' },
  superuser: { patientRef: 'p-0010' },
  retrieved: { patientRef: 'p-0012' },
  readOnly: { patientRef: 'p-0008', readOnly: true },
});
