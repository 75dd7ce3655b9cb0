import type { FindingCatalogue } from '@socle-sante/core/finding';

/** The text of every rule of this package, for `describeFinding`. */
export const nomenclaturesFindings: FindingCatalogue = {
  'nomenclatures.request.label': {
    fr: { title: 'Le libellé manque', why: 'Le service le demande.', action: 'Saisissez un libellé.' },
    en: { title: 'The label is missing', why: 'The service asks for it.', action: 'Enter a label.' },
  },
};
