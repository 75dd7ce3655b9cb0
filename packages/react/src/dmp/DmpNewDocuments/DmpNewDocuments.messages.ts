import { defineMessages } from '../../base/messages.js';
import { plural } from '../../base/plural.js';

export const dmpNewDocumentsMessages = defineMessages('dmpNewDocuments', {
  fr: {
    title: 'Nouveaux documents au DMP',
    new: plural('n', {
      one: '{n} nouveau document au DMP depuis le {d}',
      other: '{n} nouveaux documents au DMP depuis le {d}',
    }),
    noneSince: 'Aucun nouveau document au DMP depuis le {d}',
    others: 'Autres documents',
    group: '{name} : {n}',
    all: 'Ouvrir la liste',
  },
  en: {
    title: 'New documents in the DMP',
    new: plural('n', {
      one: '{n} new document in the DMP since {d}',
      other: '{n} new documents in the DMP since {d}',
    }),
    noneSince: 'Nothing new in the DMP since {d}',
    others: 'Other documents',
    group: '{name}: {n}',
    all: 'Open the list',
  },
});
