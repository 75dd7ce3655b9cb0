// Written by scripts/generate.ts from data/jdv-j11.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J11. */
export type JdvJ11Code =
  | 'MTH'
  | 'FTH'
  | 'NMTH'
  | 'NFTH'
  | 'STPMTH'
  | 'STPFTH'
  | 'GRMTH'
  | 'GRFTH'
  | 'GGRMTH'
  | 'GGRFTH'
  | 'DAU'
  | 'SON'
  | 'BRO'
  | 'SIS'
  | 'HBRO'
  | 'HSIS'
  | 'GRNDDAU'
  | 'GRNDSO'
  | 'UNCLE'
  | 'AUNT'
  | 'NEPHEW'
  | 'NIECE'
  | 'HUSB'
  | 'WIFE'
  | 'DOMPART'
  | 'ROOM'
  | 'FRND'
  | 'NBOR'
  | 'FAMMEMB'
  | 'CHILD'
  | 'COUSN'
  | 'SIGOTHR'
  | 'DAUC'
  | 'SONC'
  | 'TUTEUR'
  | 'CURATEUR'
  | 'MSVG';

/** JDV_J11 RelationPatient CISIS, OID 1.2.250.1.213.3.3.16, version 20200424. */
export const jdvJ11: ConceptSet<JdvJ11Code> = {
  id: 'JDV_J11',
  name: 'RelationPatient_CISIS',
  oid: '1.2.250.1.213.3.3.16',
  version: '20200424',
  date: '2020-04-24',
  source: 'ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)',
  concepts: [
    { code: 'MTH', system: '2.16.840.1.113883.5.111', label: 'Mère', status: 'active' },
    { code: 'FTH', system: '2.16.840.1.113883.5.111', label: 'Père', status: 'active' },
    { code: 'NMTH', system: '2.16.840.1.113883.5.111', label: 'Mère biologique', status: 'active' },
    { code: 'NFTH', system: '2.16.840.1.113883.5.111', label: 'Père biologique', status: 'active' },
    {
      code: 'STPMTH',
      system: '2.16.840.1.113883.5.111',
      label: 'Belle-mère - épouse du père ou de la mère',
      status: 'active',
    },
    {
      code: 'STPFTH',
      system: '2.16.840.1.113883.5.111',
      label: 'Beau-père - époux du père ou de la mère',
      status: 'active',
    },
    { code: 'GRMTH', system: '2.16.840.1.113883.5.111', label: 'Grand-mère', status: 'active' },
    { code: 'GRFTH', system: '2.16.840.1.113883.5.111', label: 'Grand-père', status: 'active' },
    { code: 'GGRMTH', system: '2.16.840.1.113883.5.111', label: 'Arrière-grand-mère', status: 'active' },
    { code: 'GGRFTH', system: '2.16.840.1.113883.5.111', label: 'Arrière-grand-père', status: 'active' },
    { code: 'DAU', system: '2.16.840.1.113883.5.111', label: 'Fille biologique', status: 'active' },
    { code: 'SON', system: '2.16.840.1.113883.5.111', label: 'Fils biologique', status: 'active' },
    { code: 'BRO', system: '2.16.840.1.113883.5.111', label: 'Frère', status: 'active' },
    { code: 'SIS', system: '2.16.840.1.113883.5.111', label: 'Soeur', status: 'active' },
    { code: 'HBRO', system: '2.16.840.1.113883.5.111', label: 'Demi-frère', status: 'active' },
    { code: 'HSIS', system: '2.16.840.1.113883.5.111', label: 'Demi-soeur', status: 'active' },
    { code: 'GRNDDAU', system: '2.16.840.1.113883.5.111', label: 'Petite-fille', status: 'active' },
    { code: 'GRNDSO', system: '2.16.840.1.113883.5.111', label: 'Petit-fils', status: 'active' },
    { code: 'UNCLE', system: '2.16.840.1.113883.5.111', label: 'Oncle', status: 'active' },
    { code: 'AUNT', system: '2.16.840.1.113883.5.111', label: 'Tante', status: 'active' },
    { code: 'NEPHEW', system: '2.16.840.1.113883.5.111', label: 'Neveu', status: 'active' },
    { code: 'NIECE', system: '2.16.840.1.113883.5.111', label: 'Nièce', status: 'active' },
    { code: 'HUSB', system: '2.16.840.1.113883.5.111', label: 'Epoux', status: 'active' },
    { code: 'WIFE', system: '2.16.840.1.113883.5.111', label: 'Epouse', status: 'active' },
    { code: 'DOMPART', system: '2.16.840.1.113883.5.111', label: 'Concubin(e) ou partenaire PACS', status: 'active' },
    { code: 'ROOM', system: '2.16.840.1.113883.5.111', label: 'Personne vivant sous le même toit', status: 'active' },
    { code: 'FRND', system: '2.16.840.1.113883.5.111', label: 'Autre proche', status: 'active' },
    { code: 'NBOR', system: '2.16.840.1.113883.5.111', label: 'Voisin(e)', status: 'active' },
    { code: 'FAMMEMB', system: '2.16.840.1.113883.5.111', label: 'Autre membre de la famille', status: 'active' },
    { code: 'CHILD', system: '2.16.840.1.113883.5.111', label: 'Enfant', status: 'active' },
    { code: 'COUSN', system: '2.16.840.1.113883.5.111', label: 'Cousin(e)', status: 'active' },
    { code: 'SIGOTHR', system: '2.16.840.1.113883.5.111', label: 'Conjoint', status: 'active' },
    { code: 'DAUC', system: '2.16.840.1.113883.5.111', label: 'Fille', status: 'active' },
    { code: 'SONC', system: '2.16.840.1.113883.5.111', label: 'Fils', status: 'active' },
    { code: 'TUTEUR', system: '1.2.250.1.213.1.1.4.327', label: 'Tuteur', status: 'active' },
    { code: 'CURATEUR', system: '1.2.250.1.213.1.1.4.327', label: 'Curateur', status: 'active' },
    { code: 'MSVG', system: '1.2.250.1.213.1.1.4.327', label: 'Mandataire de sauvegarde', status: 'active' },
  ],
};
