// Written by scripts/generate.ts from data/jdv-j47.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J47. */
export type JdvJ47Code =
  | 'CORRE'
  | 'PRELV'
  | 'ES-REF'
  | 'ES-PREF'
  | 'ADMPHYS'
  | 'ATTPHYS'
  | 'DISPHYS'
  | 'PCP'
  | '330'
  | '353';

/** JDV_J47 FunctionCode CISIS, OID 1.2.250.1.213.1.1.5.124, version 20241213. */
export const jdvJ47: ConceptSet<JdvJ47Code> = {
  id: 'JDV_J47',
  name: 'FunctionCode_CISIS',
  oid: '1.2.250.1.213.1.1.5.124',
  version: '20241213',
  date: '2024-12-13',
  source: 'ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)',
  concepts: [
    { code: 'CORRE', system: '1.2.250.1.213.1.1.4.2.280', label: 'Correspondant', status: 'active' },
    { code: 'PRELV', system: '1.2.250.1.213.1.1.4.2.280', label: 'Préleveur', status: 'active' },
    {
      code: 'ES-REF',
      system: '1.2.250.1.213.1.1.4.2.280',
      label: 'Etablissement de santé de référence',
      status: 'active',
    },
    {
      code: 'ES-PREF',
      system: '1.2.250.1.213.1.1.4.2.280',
      label: 'Etablissement de santé de préférence',
      status: 'active',
    },
    { code: 'ADMPHYS', system: '2.16.840.1.113883.5.88', label: "Responsable de l'admission", status: 'active' },
    {
      code: 'ATTPHYS',
      system: '2.16.840.1.113883.5.88',
      label: 'Référent - Responsable du patient dans la structure de soins',
      status: 'active',
    },
    { code: 'DISPHYS', system: '2.16.840.1.113883.5.88', label: 'Responsable de la sortie', status: 'active' },
    { code: 'PCP', system: '2.16.840.1.113883.5.88', label: 'Médecin traitant', status: 'active' },
    { code: '330', system: '1.2.250.1.213.1.6.1.107', label: 'Coordonnateur de parcours', status: 'active' },
    { code: '353', system: '1.2.250.1.213.1.6.1.107', label: "Membre de l'équipe de soins", status: 'active' },
  ],
};
