// Written by scripts/generate.ts from data/jdv-j64.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J64. */
export type JdvJ64Code = 'INVISIBLE_REPRESENTANTS_LEGAUX';

/** JDV_J64 RestrictionAudienceVIHF DMP, OID 1.2.250.1.213.1.1.5.97, version 20200424. */
export const jdvJ64: ConceptSet<JdvJ64Code> = {
  id: 'JDV_J64',
  name: 'RestrictionAudienceVIHF_DMP',
  oid: '1.2.250.1.213.1.1.5.97',
  version: '20200424',
  date: '2020-04-24',
  source: 'ANS, terminologies de santé 1.12.0 (2026-08-05)',
  concepts: [
    {
      code: 'INVISIBLE_REPRESENTANTS_LEGAUX',
      system: '1.2.250.1.213.1.1.4.13',
      label: 'Non visible par les représentants légaux du patient',
      status: 'active',
    },
  ],
};
