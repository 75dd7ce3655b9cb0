import { defineMessages } from '../../base/messages.js';
import { plural } from '../../base/plural.js';

export const dmpDepositProgressMessages = defineMessages('dmpDepositProgress', {
  fr: {
    title: 'Suivi de l’envoi',
    by: 'Demandé par {n} le {d}',
    summary: plural('n', { zero: 'Aucun envoyé', one: '{n} envoyé', other: '{n} envoyés' }),
    summaryRefused: plural('n', { one: '{n} refusé', other: '{n} refusés' }),
    finished: 'Envoi terminé',
    background: 'L’envoi continue en arrière-plan : vous pouvez quitter cet écran.',
    replaces: 'Remplace une version précédente',
    heldBy: 'Retenu à la demande de {n}',
  },
  en: {
    title: 'Follow-up of the sending',
    by: 'Asked by {n} on {d}',
    summary: plural('n', { zero: 'None sent', one: '{n} sent', other: '{n} sent' }),
    summaryRefused: plural('n', { one: '{n} refused', other: '{n} refused' }),
    finished: 'Sending finished',
    background: 'The sending goes on in the background: you can leave this screen.',
    replaces: 'Replaces a former version',
    heldBy: 'Held back by {n}',
  },
});
