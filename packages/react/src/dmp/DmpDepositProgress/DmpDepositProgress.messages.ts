import { defineMessages } from '../../base/messages.js';
import { plural } from '../../base/plural.js';

export const dmpDepositProgressMessages = defineMessages('dmpDepositProgress', {
  fr: {
    title: 'Suivi de l’envoi',
    by: 'Demandé par {n} le {d}',
    summary: plural('n', {
      zero: 'Aucun document envoyé',
      one: '{n} envoyé, {r} refusé(s)',
      other: '{n} envoyés, {r} refusé(s)',
    }),
    finished: 'Envoi terminé',
    background: 'L’envoi continue en arrière-plan : vous pouvez quitter cet écran.',
    replaces: 'Remplace une version précédente',
    heldBy: 'Retenu à la demande de {n}',
  },
  en: {
    title: 'Follow-up of the sending',
    by: 'Asked by {n} on {d}',
    summary: plural('n', {
      zero: 'No document sent',
      one: '{n} sent, {r} refused',
      other: '{n} sent, {r} refused',
    }),
    finished: 'Sending finished',
    background: 'The sending goes on in the background: you can leave this screen.',
    replaces: 'Replaces a former version',
    heldBy: 'Held back by {n}',
  },
});
