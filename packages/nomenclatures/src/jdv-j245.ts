// Written by scripts/generate.ts from data/jdv-j245.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J245. */
export type JdvJ245Code = 'M' | 'MME';

/** JDV_J245 Civilite CISIS, OID 1.2.250.1.213.1.1.5.718, version 20230331. */
export const jdvJ245: ConceptSet<JdvJ245Code> = {
  id: 'JDV_J245',
  name: 'Civilite_CISIS',
  oid: '1.2.250.1.213.1.1.5.718',
  version: '20230331',
  date: '2023-03-31',
  source: 'ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)',
  concepts: [
    { code: 'M', system: '1.2.250.1.213.1.6.1.69', label: 'Monsieur', status: 'active' },
    { code: 'MME', system: '1.2.250.1.213.1.6.1.69', label: 'Madame', status: 'active' },
  ],
};
