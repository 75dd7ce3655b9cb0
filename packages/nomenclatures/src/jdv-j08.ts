// Written by scripts/generate.ts from data/jdv-j08.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J08. */
export type JdvJ08Code = 'N' | 'R' | 'V' | 'INVISIBLE_PATIENT' | 'INVISIBLE_REPRESENTANTS_LEGAUX' | 'MASQUE_PS';

/** JDV_J08 XdsConfidentialityCode CISIS, OID 1.2.250.1.213.1.1.5.463, version 20200424. */
export const jdvJ08: ConceptSet<JdvJ08Code> = {
  id: 'JDV_J08',
  name: 'XdsConfidentialityCode_CISIS',
  oid: '1.2.250.1.213.1.1.5.463',
  version: '20200424',
  date: '2020-04-24',
  source: 'ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)',
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
