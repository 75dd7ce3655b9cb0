import { defineMessages } from '../../base/messages.js';

export const insDatamatrixMessages = defineMessages(
  'insDatamatrix',
  {
    fr: {
      caption: 'INS à scanner',
      image: 'Datamatrix INS à scanner',
      clear: 'INS en clair',
      refused: 'Disponible seulement pour une identité qualifiée',
      notAllowed: 'Votre profil ne permet pas d’afficher le datamatrix INS de ce dossier.',
      broken: 'Le datamatrix n’a pas pu être dessiné. N’imprimez pas ce document.',
    },
    en: {
      // The reader of the paper needs the French words.
      caption: 'INS à scanner',
      image: 'INS datamatrix to scan',
      clear: 'INS in clear',
      refused: 'Only for a qualified identity (identité qualifiée)',
      notAllowed: 'Your profile does not allow to show the INS datamatrix of this record.',
      broken: 'The datamatrix could not be drawn. Do not print this document.',
    },
  },
  { imposed: ['caption'] },
);
