// Written by scripts/generate.ts from data/jdv-j140.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J140. */
export type JdvJ140Code = 'ADM' | 'ATND' | 'CON' | 'DIS' | 'REF' | 'RESP';

/** JDV_J140 EncounterParticipationType CISIS, OID 1.2.250.1.213.1.1.5.528, version 20210326. */
export const jdvJ140: ConceptSet<JdvJ140Code> = {
  id: 'JDV_J140',
  name: 'EncounterParticipationType_CISIS',
  oid: '1.2.250.1.213.1.1.5.528',
  version: '20210326',
  date: '2021-03-26',
  source: 'ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)',
  concepts: [
    { code: 'ADM', system: '2.16.840.1.113883.5.90', label: "Responsable de l'admission", status: 'active' },
    { code: 'ATND', system: '2.16.840.1.113883.5.90', label: 'Superviseur / Responsable des soins', status: 'active' },
    { code: 'CON', system: '2.16.840.1.113883.5.90', label: 'Consultant', status: 'active' },
    { code: 'DIS', system: '2.16.840.1.113883.5.90', label: 'Responsable de la sortie', status: 'active' },
    { code: 'REF', system: '2.16.840.1.113883.5.90', label: 'Référent / Prescripteur', status: 'active' },
    { code: 'RESP', system: '2.16.840.1.113883.5.90', label: "Responsable de l'acte", status: 'active' },
  ],
};
