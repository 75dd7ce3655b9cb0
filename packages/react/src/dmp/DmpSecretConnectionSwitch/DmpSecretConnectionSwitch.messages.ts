import { defineMessages } from '../../base/messages.js';

export const dmpSecretConnectionSwitchMessages = defineMessages('dmpSecretConnectionSwitch', {
  fr: {
    label: 'Connexion secrète',
    text: 'L’accès et les documents ne seront pas visibles des représentants légaux.',
    on: 'Activée pour cet accès',
    off: 'Désactivée',
    saved: 'Connexion secrète : {state}',
  },
  en: {
    label: 'Secret connection',
    text: 'The access and the documents will not be visible to the legal representatives.',
    on: 'On for this access',
    off: 'Off',
    saved: 'Secret connection: {state}',
  },
});
