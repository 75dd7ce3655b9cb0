// Written by scripts/generate.ts from data/jdv-j04.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J04. */
export type JdvJ04Code =
  | 'EXP_PATIENT'
  | 'SNR'
  | 'AMBULATOIRE'
  | 'AMO'
  | 'DEPISTAGE'
  | 'ESSMS'
  | 'ETABLISSEMENT'
  | 'HAD'
  | 'MAD'
  | 'PALLIATIF'
  | 'SAD'
  | 'SAMU_SMUR';

/** JDV_J04 XdsPracticeSettingCode CISIS, OID 1.2.250.1.213.1.1.5.467, version 20240927. */
export const jdvJ04: ConceptSet<JdvJ04Code> = {
  id: 'JDV_J04',
  name: 'XdsPracticeSettingCode_CISIS',
  oid: '1.2.250.1.213.1.1.5.467',
  version: '20240927',
  date: '2024-09-27',
  source: 'ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)',
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
    {
      code: 'ESSMS',
      system: '1.2.250.1.213.1.1.4.9',
      label: 'Etablissement ou Service Social ou Médico-Social',
      status: 'active',
    },
    { code: 'ETABLISSEMENT', system: '1.2.250.1.213.1.1.4.9', label: 'Etablissement de santé', status: 'active' },
    { code: 'HAD', system: '1.2.250.1.213.1.1.4.9', label: 'Hospitalisation à domicile', status: 'active' },
    { code: 'MAD', system: '1.2.250.1.213.1.1.4.9', label: 'Maintien à domicile', status: 'active' },
    { code: 'PALLIATIF', system: '1.2.250.1.213.1.1.4.9', label: 'Soins palliatifs', status: 'active' },
    { code: 'SAD', system: '1.2.250.1.213.1.1.4.9', label: 'Soins à domicile', status: 'active' },
    { code: 'SAMU_SMUR', system: '1.2.250.1.213.1.1.4.9', label: 'SAMU/SMUR', status: 'active' },
  ],
};
