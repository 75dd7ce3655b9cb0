import { defineMessages } from '../../base/messages.js';

export const dmpHoldCheckboxMessages = defineMessages('dmpHoldCheckbox', {
  fr: {
    hold: 'Ne pas envoyer ce document au DMP',
    reason: 'Motif (facultatif)',
    held: 'Non envoyé à la demande de {n}',
    heldWhy: 'Non envoyé à la demande de {n} : {why}',
    on: 'Document retenu',
    off: 'Document libéré : il pourra être envoyé',
    confirm: 'Retenir',
    cancel: 'Annuler',
  },
  en: {
    hold: 'Do not send this document to the DMP',
    reason: 'Reason (optional)',
    held: 'Held back by {n}',
    heldWhy: 'Held back by {n}: {why}',
    on: 'Document held back',
    off: 'Document released: it may be sent',
    confirm: 'Hold back',
    cancel: 'Cancel',
  },
});
