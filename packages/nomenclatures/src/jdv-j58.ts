// Written by scripts/generate.ts from data/jdv-j58.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J58. */
export type JdvJ58Code = 'N' | 'R' | 'V' | 'INVISIBLE_PATIENT' | 'INVISIBLE_REPRESENTANTS_LEGAUX' | 'MASQUE_PS';

/** JDV_J58 ConfidentialityCode DMP, OID 1.2.250.1.213.1.1.5.9, version 20200424. */
export const jdvJ58: ConceptSet<JdvJ58Code> = {
  id: 'JDV_J58',
  name: 'ConfidentialityCode_DMP',
  oid: '1.2.250.1.213.1.1.5.9',
  version: '20200424',
  date: '2020-04-24',
  source: 'ANS, terminologies de santé 1.12.0 (2026-08-05), labels of JDV_J08',
  concepts: [
    { code: 'N', system: '2.16.840.1.113883.5.25', label: 'Normal', status: 'active' },
    { code: 'R', system: '2.16.840.1.113883.5.25', label: 'Restreint', status: 'active' },
    { code: 'V', system: '2.16.840.1.113883.5.25', label: 'Très restreint', status: 'active' },
    {
      code: 'INVISIBLE_PATIENT',
      system: '1.2.250.1.213.1.1.4.13',
      label: 'Non visible par le patient',
      status: 'active',
    },
    {
      code: 'INVISIBLE_REPRESENTANTS_LEGAUX',
      system: '1.2.250.1.213.1.1.4.13',
      label: 'Non visible par les représentants légaux du patient',
      status: 'active',
    },
    {
      code: 'MASQUE_PS',
      system: '1.2.250.1.213.1.1.4.13',
      label: 'Masqué aux professionnels de santé',
      status: 'active',
    },
  ],
};
