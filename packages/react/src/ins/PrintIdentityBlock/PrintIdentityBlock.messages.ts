import { defineMessages } from '../../base/messages.js';

export const printIdentityBlockMessages = defineMessages('printIdentityBlock', {
  fr: {
    label: 'Identité du patient',
    test: 'IDENTITÉ DE TEST',
    wait: 'Identité en cours de chargement : n’imprimez pas encore.',
  },
  en: {
    label: 'Identity of the patient',
    test: 'TEST IDENTITY',
    wait: 'The identity is loading: do not print yet.',
  },
});
