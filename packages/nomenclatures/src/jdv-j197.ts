// Written by scripts/generate.ts from data/jdv-j197.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J197. */
export type JdvJ197Code =
  | 'urn:ihe:iti:xds:2013:uniqueId'
  | 'urn:ihe:iti:xds:2013:accession'
  | 'urn:ihe:iti:xds:2013:referral'
  | 'urn:ihe:iti:xds:2013:order'
  | 'urn:ihe:iti:xdw:2013:workflowInstanceId'
  | 'urn:ihe:iti:xds:2016:studyInstanceUID'
  | 'urn:ihe:iti:xds:2015:encounterId';

/** JDV_J197 XdsTypesIdentifiantsReferenceId CISIS, OID 1.2.250.1.213.1.1.5.692, version 20220624. */
export const jdvJ197: ConceptSet<JdvJ197Code> = {
  id: 'JDV_J197',
  name: 'XdsTypesIdentifiantsReferenceId_CISIS',
  oid: '1.2.250.1.213.1.1.5.692',
  version: '20220624',
  date: '2022-06-24',
  source: 'ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)',
  concepts: [
    { code: 'urn:ihe:iti:xds:2013:uniqueId', system: '1.2.250.1.213.1.1.4.347', label: 'uniqueId', status: 'active' },
    { code: 'urn:ihe:iti:xds:2013:accession', system: '1.2.250.1.213.1.1.4.347', label: 'accession', status: 'active' },
    { code: 'urn:ihe:iti:xds:2013:referral', system: '1.2.250.1.213.1.1.4.347', label: 'referral', status: 'active' },
    { code: 'urn:ihe:iti:xds:2013:order', system: '1.2.250.1.213.1.1.4.347', label: 'order', status: 'active' },
    {
      code: 'urn:ihe:iti:xdw:2013:workflowInstanceId',
      system: '1.2.250.1.213.1.1.4.347',
      label: 'workflowInstanceId',
      status: 'active',
    },
    {
      code: 'urn:ihe:iti:xds:2016:studyInstanceUID',
      system: '1.2.250.1.213.1.1.4.347',
      label: 'studyInstanceUID',
      status: 'active',
    },
    {
      code: 'urn:ihe:iti:xds:2015:encounterId',
      system: '1.2.250.1.213.1.1.4.347',
      label: 'encounterId',
      status: 'active',
    },
  ],
};
