// Written by scripts/generate.ts from data/jdv-j231.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J231. */
export type JdvJ231Code =
  | 'urn:ihe:iti:xds:2013:accession'
  | 'urn:ihe:iti:xds:2013:order'
  | 'urn:ihe:iti:xds:2016:studyInstanceUID';

/** JDV_J231 XdsTypesIdentifiantsReferenceId DMP, OID 1.2.250.1.213.1.1.5.693, version 20221216. */
export const jdvJ231: ConceptSet<JdvJ231Code> = {
  id: 'JDV_J231',
  name: 'XdsTypesIdentifiantsReferenceId_DMP',
  oid: '1.2.250.1.213.1.1.5.693',
  version: '20221216',
  date: '2022-12-16',
  source: 'ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)',
  concepts: [
    { code: 'urn:ihe:iti:xds:2013:accession', system: '1.2.250.1.213.1.1.4.347', label: 'accession', status: 'active' },
    { code: 'urn:ihe:iti:xds:2013:order', system: '1.2.250.1.213.1.1.4.347', label: 'order', status: 'active' },
    {
      code: 'urn:ihe:iti:xds:2016:studyInstanceUID',
      system: '1.2.250.1.213.1.1.4.347',
      label: 'studyInstanceUID',
      status: 'active',
    },
  ],
};
