// Written by scripts/generate.ts from data/jdv-j246.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J246. */
export type JdvJ246Code = 'DR' | 'MC' | 'MG' | 'PC' | 'PG' | 'PR';

/** JDV_J246 Titre CISIS, OID 1.2.250.1.213.1.1.5.719, version 20240126. */
export const jdvJ246: ConceptSet<JdvJ246Code> = {
  id: 'JDV_J246',
  name: 'Titre_CISIS',
  oid: '1.2.250.1.213.1.1.5.719',
  version: '20240126',
  date: '2024-01-26',
  source: 'ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)',
  concepts: [
    { code: 'DR', system: '1.2.250.1.213.1.6.1.11', label: 'Docteur', status: 'active' },
    { code: 'MC', system: '1.2.250.1.213.1.6.1.11', label: 'Médecin chef', status: 'active' },
    { code: 'MG', system: '1.2.250.1.213.1.6.1.11', label: 'Médecin général', status: 'active' },
    { code: 'PC', system: '1.2.250.1.213.1.6.1.11', label: 'Pharmacien chef', status: 'active' },
    { code: 'PG', system: '1.2.250.1.213.1.6.1.11', label: 'Pharmacien général', status: 'active' },
    { code: 'PR', system: '1.2.250.1.213.1.6.1.11', label: 'Professeur', status: 'active' },
  ],
};
