import { defineMessages } from '../../base/messages.js';

export const confirmDialogMessages = defineMessages('confirmDialog', {
  fr: { cancel: 'Annuler', working: 'Envoi…' },
  en: { cancel: 'Cancel', working: 'Sending…' },
});
