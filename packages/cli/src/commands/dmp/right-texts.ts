import type { Right, RightAction } from '@socle-sante/dmp/rights';
import type { Bilingual } from '../../frame/locale.js';

/** What may be done, for a reader of the terminal; `--json` keeps the names of the API. */
export const ACTION_TEXTS: Readonly<Record<RightAction, Bilingual>> = {
  existence: { fr: 'savoir si le DMP existe', en: 'know whether the DMP exists' },
  authoriseSelf: { fr: 's’autoriser', en: 'authorise oneself' },
  unauthoriseSelf: { fr: 'retirer son autorisation', en: 'remove one’s authorisation' },
  dropTreatingDoctor: { fr: 'cesser d’être médecin traitant', en: 'stop being médecin traitant' },
  myPatients: { fr: 'lister ses DMP', en: 'list one’s DMPs' },
  findPatients: { fr: 'chercher un patient sans INS', en: 'find a patient without INS' },
  webAccess: { fr: 'ouvrir l’accès web', en: 'open the web access' },
  administrativeData: { fr: 'données administratives', en: 'administrative data' },
  authorisations: { fr: 'lister les professionnels autorisés', en: 'list the authorised professionals' },
  deposit: { fr: 'déposer', en: 'deposit' },
  depositByStaff: { fr: 'déposer avec une carte CPE', en: 'deposit with a CPE card' },
  search: { fr: 'chercher des documents', en: 'search documents' },
  findReference: { fr: 'retrouver un document déposé', en: 'find a deposited document' },
  retrieve: { fr: 'lire', en: 'read' },
  retrieveMasked: { fr: 'lire un document masqué', en: 'read a masked document' },
  mask: { fr: 'masquer', en: 'mask' },
  unmask: { fr: 'démasquer', en: 'unmask' },
  showToPatient: { fr: 'rendre visible au patient', en: 'show to the patient' },
  archive: { fr: 'archiver', en: 'archive' },
  remove: { fr: 'supprimer', en: 'delete' },
};

export const RIGHT_TEXTS: Readonly<Record<Right, Bilingual>> = {
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
  own: { fr: 'ses propres documents', en: 'own documents' },
  structureOwned: { fr: 'documents de la structure', en: 'documents of the structure' },
  ifPatientAllows: { fr: 'sauf opposition du patient', en: 'unless the patient opposed it' },
  sameStructure: { fr: 'pour la même structure', en: 'for the same structure' },
  toStructure: { fr: 'au nom de la structure', en: 'in the name of the structure' },
};
