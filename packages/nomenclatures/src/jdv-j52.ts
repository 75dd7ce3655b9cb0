// Written by scripts/generate.ts from data/jdv-j52.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J52. */
export type JdvJ52Code =
  | 'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved'
  | 'urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated'
  | 'urn:asip:ci-sis:2010:StatusType:Archived'
  | 'urn:asip:ci-sis:2010:StatusType:Deleted';

/** JDV_J52 AvailabilityStatus CISIS, OID 1.2.250.1.213.1.1.5.131, version 20200424. */
export const jdvJ52: ConceptSet<JdvJ52Code> = {
  id: 'JDV_J52',
  name: 'AvailabilityStatus_CISIS',
  oid: '1.2.250.1.213.1.1.5.131',
  version: '20200424',
  date: '2020-04-24',
  source: 'ANS, terminologies de santé 1.12.0 (2026-08-05)',
  concepts: [
    {
      code: 'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved',
      system: 'URN',
      label: 'Version à jour',
      status: 'active',
    },
    {
      code: 'urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated',
      system: 'URN',
      label: 'Version obsolète',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:2010:StatusType:Archived',
      system: 'URN',
      label: 'Version archivée et à jour',
      status: 'active',
    },
    { code: 'urn:asip:ci-sis:2010:StatusType:Deleted', system: 'URN', label: 'Version dépubliée', status: 'active' },
  ],
};
