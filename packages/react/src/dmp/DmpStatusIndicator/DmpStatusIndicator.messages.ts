import { defineMessages } from '../../base/messages.js';

export const dmpStatusIndicatorMessages = defineMessages('dmpStatusIndicator', {
  fr: {
    title: 'Dossier médical partagé',
    'open-authorised': 'DMP créé, vous êtes autorisé',
    'open-not-authorised': 'DMP créé, vous n’êtes pas autorisé',
    none: 'DMP non créé',
    closed: 'DMP fermé',
    closedOn: 'DMP fermé le {on}',
    'not-qualified': 'DMP non interrogé : identité non qualifiée',
    unknown: 'DMP non joint',
    mt: 'Vous êtes médecin traitant',
    blocked: 'Le patient vous a bloqué l’accès',
    at: 'Interrogé à {t}',
  },
  en: {
    title: 'Shared medical record (DMP)',
    'open-authorised': 'DMP open, you are authorised',
    'open-not-authorised': 'DMP open, not authorised',
    none: 'No DMP',
    closed: 'DMP closed',
    closedOn: 'DMP closed on {on}',
    'not-qualified': 'Not queried: identity not qualified',
    unknown: 'DMP not reached',
    mt: 'You are the treating doctor',
    blocked: 'The patient has blocked your access',
    at: 'Asked at {t}',
  },
});
