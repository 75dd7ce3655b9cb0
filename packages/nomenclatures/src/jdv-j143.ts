// Written by scripts/generate.ts from data/jdv-j143.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J143. */
export type JdvJ143Code = 'F' | 'M' | 'UN';

/** JDV_J143 AdministrativeGender CISIS, OID 1.2.250.1.213.1.1.5.590, version 20210326. */
export const jdvJ143: ConceptSet<JdvJ143Code> = {
  id: 'JDV_J143',
  name: 'AdministrativeGender_CISIS',
  oid: '1.2.250.1.213.1.1.5.590',
  version: '20210326',
  date: '2021-03-26',
  source: 'ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)',
  concepts: [
    { code: 'F', system: '2.16.840.1.113883.5.1', label: 'Féminin', status: 'active' },
    { code: 'M', system: '2.16.840.1.113883.5.1', label: 'Masculin', status: 'active' },
    { code: 'UN', system: '2.16.840.1.113883.5.1', label: 'Inconnu', status: 'active' },
  ],
};
