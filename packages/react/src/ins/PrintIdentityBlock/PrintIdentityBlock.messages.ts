import { defineMessages } from '../../base/messages.js';

export const printIdentityBlockMessages = defineMessages('printIdentityBlock', {
  fr: {
    label: 'Identité à imprimer',
    test: 'IDENTITÉ DE TEST',
    wait: 'Identité en cours de chargement : n’imprimez pas encore.',
  },
  en: {
    label: 'Identity to print',
    test: 'TEST IDENTITY',
    wait: 'The identity is loading: do not print yet.',
  },
});
