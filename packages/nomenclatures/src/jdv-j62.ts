// Written by scripts/generate.ts from data/jdv-j62.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J62. */
export type JdvJ62Code =
  | 'EXP_PATIENT'
  | 'SNR'
  | 'AMBULATOIRE'
  | 'AMO'
  | 'DEPISTAGE'
  | 'ETABLISSEMENT'
  | 'HAD'
  | 'MAD'
  | 'PALLIATIF'
  | 'SAD'
  | 'SAMU_SMUR';

/** JDV_J62 PracticeSettingCode DMP, OID 1.2.250.1.213.1.1.5.4, version 20230922. */
export const jdvJ62: ConceptSet<JdvJ62Code> = {
  id: 'JDV_J62',
  name: 'PracticeSettingCode_DMP',
  oid: '1.2.250.1.213.1.1.5.4',
  version: '20230922',
  date: '2023-09-22',
  source: 'ANS, terminologies de santé 1.12.0 (2026-08-05), labels of JDV_J04',
  concepts: [
    {
      code: 'EXP_PATIENT',
      system: '1.2.250.1.213.1.1.4.6',
      label: 'Expression personnelle du patient',
      status: 'active',
    },
    { code: 'SNR', system: '1.2.250.1.213.1.1.4.6', label: 'Service numérique référencé', status: 'active' },
    { code: 'AMBULATOIRE', system: '1.2.250.1.213.1.1.4.9', label: 'Ambulatoire', status: 'active' },
    {
      code: 'AMO',
      system: '1.2.250.1.213.1.1.4.9',
      label: "Organisme d'assurance maladie obligatoire",
      status: 'active',
    },
    { code: 'DEPISTAGE', system: '1.2.250.1.213.1.1.4.9', label: 'Dépistage', status: 'active' },
    { code: 'ETABLISSEMENT', system: '1.2.250.1.213.1.1.4.9', label: 'Etablissement de santé', status: 'active' },
    { code: 'HAD', system: '1.2.250.1.213.1.1.4.9', label: 'Hospitalisation à domicile', status: 'active' },
    { code: 'MAD', system: '1.2.250.1.213.1.1.4.9', label: 'Maintien à domicile', status: 'active' },
    { code: 'PALLIATIF', system: '1.2.250.1.213.1.1.4.9', label: 'Soins palliatifs', status: 'active' },
    { code: 'SAD', system: '1.2.250.1.213.1.1.4.9', label: 'Soins à domicile', status: 'active' },
    { code: 'SAMU_SMUR', system: '1.2.250.1.213.1.1.4.9', label: 'SAMU/SMUR', status: 'active' },
  ],
};
