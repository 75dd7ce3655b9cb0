import { SocleArgumentError } from '@socle-sante/core/error';
import type { Locale } from '@socle-sante/core/finding';

/** Why a folder is not that of the official rules. */
export type OfficialFolderErrorCode =
  | 'documents.official.folder'
  | 'documents.official.layout'
  | 'documents.official.schema';

const TEXTS: Readonly<
  Record<OfficialFolderErrorCode, Readonly<Record<Locale, { readonly title: string; readonly action: string }>>>
> = {
  'documents.official.folder': {
    fr: {
      title: 'Le dossier des règles officielles n’existe pas',
      action: 'Indiquez le dossier où vous avez copié le kit de l’ANS (dépôt public ansforge/TestContenuCDA-3-0).',
    },
    en: {
      title: 'The folder of the official rules does not exist',
      action: 'Name the folder where you copied the kit of the ANS (public repository ansforge/TestContenuCDA-3-0).',
    },
  },
  'documents.official.layout': {
    fr: {
      title: 'Ce dossier n’est pas celui des règles officielles',
      action:
        'Indiquez le dossier qui contient « schematrons », « jeuxDeValeurs » et « infrastructure », comme dans le kit de l’ANS.',
    },
    en: {
      title: 'This folder is not that of the official rules',
      action:
        'Name the folder that holds "schematrons", "jeuxDeValeurs" and "infrastructure", as in the kit of the ANS.',
    },
  },
  'documents.official.schema': {
    fr: {
      title: 'Le schéma XML du dossier est inutilisable',
      action: 'Complétez « infrastructure/cda » avec une copie entière du kit de l’ANS.',
    },
    en: {
      title: 'The XML schema of the folder cannot be used',
      action: 'Complete "infrastructure/cda" with a whole copy of the kit of the ANS.',
    },
  },
};

/** The folder given is not one of official rules: `documents.official.folder` (absent), `.layout`, `.schema` (its XML schema). */
export class OfficialFolderError extends SocleArgumentError {
  declare readonly code: OfficialFolderErrorCode;

  constructor(code: OfficialFolderErrorCode, message: string) {
    super({ code, service: 'documents', message, audience: 'admin', userMessage: TEXTS[code] });
  }
}
