// Written by scripts/generate.ts from data/jdv-j141.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J141. */
export type JdvJ141Code = 'PROV' | 'AGNT';

/** JDV_J141 RoleClass CISIS, OID 1.2.250.1.213.1.1.5.588, version 20210326. */
export const jdvJ141: ConceptSet<JdvJ141Code> = {
  id: 'JDV_J141',
  name: 'RoleClass_CISIS',
  oid: '1.2.250.1.213.1.1.5.588',
  version: '20210326',
  date: '2021-03-26',
  source: 'ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)',
  concepts: [
    { code: 'PROV', system: '2.16.840.1.113883.5.110', label: 'Professionnel de santé', status: 'active' },
    {
      code: 'AGNT',
      system: '2.16.840.1.113883.5.110',
      label: 'Professionnel caractérisé par son rôle',
      status: 'active',
    },
  ],
};
