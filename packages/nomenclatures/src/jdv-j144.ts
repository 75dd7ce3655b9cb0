// Written by scripts/generate.ts from data/jdv-j144.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J144. */
export type JdvJ144Code = 'REF' | 'REFB' | 'INF' | 'RESP' | 'PRF' | 'CON' | 'VRF';

/** JDV_J144 ParticipationType CISIS, OID 1.2.250.1.213.1.1.5.591, version 20210326. */
export const jdvJ144: ConceptSet<JdvJ144Code> = {
  id: 'JDV_J144',
  name: 'ParticipationType_CISIS',
  oid: '1.2.250.1.213.1.1.5.591',
  version: '20210326',
  date: '2021-03-26',
  source: 'ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)',
  concepts: [
    { code: 'REF', system: '2.16.840.1.113883.5.90', label: 'Référent / Prescripteur', status: 'active' },
    { code: 'REFB', system: '2.16.840.1.113883.5.90', label: 'Personne ayant adressé le patient', status: 'active' },
    { code: 'INF', system: '2.16.840.1.113883.5.90', label: 'Informateur', status: 'active' },
    { code: 'RESP', system: '2.16.840.1.113883.5.90', label: "Responsable de l'acte", status: 'active' },
    { code: 'PRF', system: '2.16.840.1.113883.5.90', label: 'Exécutant', status: 'active' },
    { code: 'CON', system: '2.16.840.1.113883.5.90', label: 'Consultant', status: 'active' },
    { code: 'VRF', system: '2.16.840.1.113883.5.90', label: 'Vérificateur', status: 'active' },
  ],
};
