import { defineMessages } from '../../base/messages.js';

/** The status itself is worded in the labels shared by the INS components (`insTraits`). */
export const insStatusBadgeMessages = defineMessages('insStatusBadge', {
  fr: {
    homonyme: 'Homonyme',
    douteuse: 'Identité douteuse',
    fictive: 'Identité fictive',
    list: 'Statut de l’identité',
  },
  en: {
    homonyme: 'Homonyme (namesake)',
    douteuse: 'Identité douteuse (doubtful)',
    fictive: 'Identité fictive (fictitious)',
    list: 'Status of the identity',
  },
});
