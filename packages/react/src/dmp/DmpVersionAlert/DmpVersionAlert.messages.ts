import { defineMessages } from '../../base/messages.js';

export const dmpVersionAlertMessages = defineMessages('dmpVersionAlert', {
  fr: {
    title: 'Changements au DMP',
    newer: 'Une version plus récente de « {title} » existe au DMP',
    deleted: '« {title} » a été supprimé du DMP',
    view: 'Voir',
    integrate: 'Intégrer en gardant l’ancienne',
    remove: 'Retirer du dossier',
    confirmTitle: 'Retirer « {title} » du dossier ?',
    confirmText: 'Le document a été supprimé du DMP. Il ne sera plus dans le dossier local.',
    removed: 'Document retiré du dossier',
    integrated: 'Nouvelle version intégrée, l’ancienne est gardée',
  },
  en: {
    title: 'Changes in the DMP',
    newer: 'A newer version of “{title}” exists',
    deleted: '“{title}” was deleted from the DMP',
    view: 'View',
    integrate: 'File and keep the old one',
    remove: 'Remove from the record',
    confirmTitle: 'Remove “{title}” from the record?',
    confirmText: 'The document was deleted from the DMP. It will no longer be in the local record.',
    removed: 'Document removed from the record',
    integrated: 'New version filed, the old one is kept',
  },
});
