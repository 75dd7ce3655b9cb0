// Written by scripts/generate.ts from data/jdv-j142.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J142. */
export type JdvJ142Code = 'IMP' | 'EMER' | 'AMB' | 'FLD' | 'HH' | 'VR' | 'EXTERNE' | 'SEANCE';

/** JDV_J142 TypeRencontre CISIS, OID 1.2.250.1.213.1.1.5.589, version 20210326. */
export const jdvJ142: ConceptSet<JdvJ142Code> = {
  id: 'JDV_J142',
  name: 'TypeRencontre_CISIS',
  oid: '1.2.250.1.213.1.1.5.589',
  version: '20210326',
  date: '2021-03-26',
  source: 'ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)',
  concepts: [
    {
      code: 'IMP',
      system: '2.16.840.1.113883.5.4',
      label: 'Hospitalisation (établissement, y compris HAD)',
      status: 'active',
    },
    { code: 'EMER', system: '2.16.840.1.113883.5.4', label: 'Passage aux urgences (établissement)', status: 'active' },
    { code: 'AMB', system: '2.16.840.1.113883.5.4', label: 'Ambulatoire (hors établissement)', status: 'active' },
    {
      code: 'FLD',
      system: '2.16.840.1.113883.5.4',
      label: 'Terrain (voie publique, hélicoptère, ambulance, etc.)',
      status: 'active',
    },
    { code: 'HH', system: '2.16.840.1.113883.5.4', label: 'Soins à domicile (hors établissement)', status: 'active' },
    {
      code: 'VR',
      system: '2.16.840.1.113883.5.4',
      label: "Virtuelle (exemple : RCP en l'absence du patient)",
      status: 'active',
    },
    {
      code: 'EXTERNE',
      system: '1.2.250.1.213.1.1.4.2.291',
      label: 'Acte et consultation externe (établissement)',
      status: 'active',
    },
    {
      code: 'SEANCE',
      system: '1.2.250.1.213.1.1.4.2.291',
      label: 'Séance (établissement ou libéral)',
      status: 'active',
    },
  ],
};
