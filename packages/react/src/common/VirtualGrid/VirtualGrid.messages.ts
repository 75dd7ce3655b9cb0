import { defineMessages } from '../../base/messages.js';
import { plural } from '../../base/plural.js';

export const virtualGridMessages = defineMessages('virtualGrid', {
  fr: {
    selection: 'Sélection',
    selectAll: 'Tout sélectionner',
    selectRow: 'Sélectionner la ligne',
    actions: 'Actions',
    empty: 'Aucune ligne',
    more: 'Charger la suite',
    loading: 'Chargement de la suite…',
    shown: plural('n', { one: '{n} ligne sur {total}', other: '{n} lignes sur {total}' }),
    loaded: plural('n', { one: '{n} ligne affichée', other: '{n} lignes affichées' }),
    selected: plural('n', {
      zero: 'Aucune ligne sélectionnée',
      one: '{n} ligne sélectionnée',
      other: '{n} lignes sélectionnées',
    }),
    notPrinted: plural('n', {
      one: '{n} ligne n’était pas chargée et n’est pas imprimée.',
      other: '{n} lignes n’étaient pas chargées et ne sont pas imprimées.',
    }),
    sortedAscending: 'Trié par {column}, ordre croissant',
    sortedDescending: 'Trié par {column}, ordre décroissant',
    keys: 'Flèches pour se déplacer, Entrée pour ouvrir, Espace pour sélectionner, F2 pour les actions de la ligne',
  },
  en: {
    selection: 'Selection',
    selectAll: 'Select all',
    selectRow: 'Select row',
    actions: 'Actions',
    empty: 'No row',
    more: 'Load more',
    loading: 'Loading more…',
    shown: plural('n', { one: '{n} row of {total}', other: '{n} rows of {total}' }),
    loaded: plural('n', { one: '{n} row shown', other: '{n} rows shown' }),
    selected: plural('n', { zero: 'No row selected', one: '{n} row selected', other: '{n} rows selected' }),
    notPrinted: plural('n', {
      one: '{n} row was not loaded and is not printed.',
      other: '{n} rows were not loaded and are not printed.',
    }),
    sortedAscending: 'Sorted by {column}, ascending',
    sortedDescending: 'Sorted by {column}, descending',
    keys: 'Arrow keys to move, Enter to open, Space to select, F2 for the actions of the row',
  },
});
