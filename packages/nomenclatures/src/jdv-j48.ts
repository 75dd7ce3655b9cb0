// Written by scripts/generate.ts from data/jdv-j48.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J48. */
export type JdvJ48Code =
  | '71'
  | '72'
  | '73'
  | '93'
  | '97'
  | '41'
  | '42'
  | '43'
  | '44'
  | '45'
  | '46'
  | '47'
  | '48'
  | '49'
  | '51'
  | '52'
  | '53'
  | '300'
  | '301'
  | '302'
  | '303'
  | '304'
  | '305'
  | '306'
  | '307'
  | '308'
  | '309'
  | '310'
  | '311'
  | '312'
  | '313'
  | '314'
  | '315'
  | '316'
  | '317'
  | '318'
  | '319'
  | '320'
  | '321'
  | '322'
  | '323'
  | '324'
  | '325'
  | '326'
  | '327'
  | '328'
  | '329'
  | '331'
  | '332'
  | '333'
  | '334'
  | '335'
  | '350'
  | '351';

/** JDV_J48 ProfessionNonPS CISIS, OID 1.2.250.1.213.1.1.5.123, version 20241213. */
export const jdvJ48: ConceptSet<JdvJ48Code> = {
  id: 'JDV_J48',
  name: 'ProfessionNonPS_CISIS',
  oid: '1.2.250.1.213.1.1.5.123',
  version: '20241213',
  date: '2024-12-13',
  source: 'ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)',
  concepts: [
    { code: '71', system: '1.2.250.1.213.1.6.1.109', label: 'Ostéopathe', status: 'active' },
    { code: '72', system: '1.2.250.1.213.1.6.1.109', label: 'Psychothérapeute', status: 'active' },
    { code: '73', system: '1.2.250.1.213.1.6.1.109', label: 'Chiropracteur', status: 'active' },
    { code: '93', system: '1.2.250.1.213.1.6.1.109', label: 'Psychologue', status: 'active' },
    { code: '97', system: '1.2.250.1.213.1.6.1.109', label: 'Conseiller en génétique', status: 'active' },
    { code: '41', system: '1.2.250.1.213.1.6.1.4', label: 'Assistant de service social', status: 'active' },
    { code: '42', system: '1.2.250.1.213.1.6.1.4', label: 'Auxiliaire de vie sociale', status: 'active' },
    {
      code: '43',
      system: '1.2.250.1.213.1.6.1.4',
      label: "Technicien de l'intervention sociale et familiale",
      status: 'active',
    },
    {
      code: '44',
      system: '1.2.250.1.213.1.6.1.4',
      label: 'Conseiller en économie sociale et familiale',
      status: 'active',
    },
    { code: '45', system: '1.2.250.1.213.1.6.1.4', label: 'Médiateur familial', status: 'active' },
    { code: '46', system: '1.2.250.1.213.1.6.1.4', label: 'Assistant familial', status: 'active' },
    { code: '47', system: '1.2.250.1.213.1.6.1.4', label: 'Aide médico-psychologique (AMP)', status: 'active' },
    { code: '48', system: '1.2.250.1.213.1.6.1.4', label: 'Moniteur éducateur', status: 'active' },
    { code: '49', system: '1.2.250.1.213.1.6.1.4', label: 'Educateur de jeunes enfants', status: 'active' },
    { code: '51', system: '1.2.250.1.213.1.6.1.4', label: 'Educateur spécialisé', status: 'active' },
    { code: '52', system: '1.2.250.1.213.1.6.1.4', label: 'Educateur technique spécialisé', status: 'active' },
    { code: '53', system: '1.2.250.1.213.1.6.1.4', label: 'Accompagnant éducatif et social', status: 'active' },
    { code: '300', system: '1.2.250.1.213.1.6.1.107', label: 'Assistant de service social (PAERPA)', status: 'active' },
    {
      code: '301',
      system: '1.2.250.1.213.1.6.1.107',
      label: "Coordination territoriale d'appui (PAERPA)",
      status: 'active',
    },
    {
      code: '302',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Aide et accompagnement à domicile (PAERPA)',
      status: 'active',
    },
    {
      code: '303',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Avocat participant aux processus de soins sans consentement (eSSS)',
      status: 'active',
    },
    {
      code: '304',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Assistant de service social (Expérimentation MAIA)',
      status: 'active',
    },
    { code: '305', system: '1.2.250.1.213.1.6.1.107', label: 'Psychologue (Expérimentation MAIA)', status: 'active' },
    {
      code: '306',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Psychothérapeute (Expérimentation MAIA)',
      status: 'active',
    },
    {
      code: '307',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Mandataire judiciaire à la protection des majeurs (MJPM)',
      status: 'active',
    },
    { code: '308', system: '1.2.250.1.213.1.6.1.107', label: 'Pilote MAIA', status: 'active' },
    { code: '309', system: '1.2.250.1.213.1.6.1.107', label: 'Gestionnaire de cas MAIA', status: 'active' },
    { code: '310', system: '1.2.250.1.213.1.6.1.107', label: 'Equipe médico-sociale APA', status: 'active' },
    {
      code: '311',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Autre acteur mettant en oeuvre la méthode MAIA',
      status: 'active',
    },
    { code: '312', system: '1.2.250.1.213.1.6.1.107', label: 'Autre professionnel', status: 'active' },
    { code: '313', system: '1.2.250.1.213.1.6.1.107', label: 'Aide-soignant', status: 'active' },
    { code: '314', system: '1.2.250.1.213.1.6.1.107', label: 'Ambulancier', status: 'active' },
    { code: '315', system: '1.2.250.1.213.1.6.1.107', label: 'Auxiliaire de puériculture', status: 'active' },
    {
      code: '316',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Préparateur en pharmacie hospitalière',
      status: 'active',
    },
    { code: '317', system: '1.2.250.1.213.1.6.1.107', label: 'Préparateur en pharmacie (officine)', status: 'active' },
    { code: '318', system: '1.2.250.1.213.1.6.1.107', label: 'Auxiliaire de vie sociale', status: 'active' },
    {
      code: '319',
      system: '1.2.250.1.213.1.6.1.107',
      label: "Technicien de l'intervention sociale et familiale",
      status: 'active',
    },
    {
      code: '320',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Conseiller en économie sociale et familiale',
      status: 'active',
    },
    { code: '321', system: '1.2.250.1.213.1.6.1.107', label: 'Médiateur familial', status: 'active' },
    { code: '322', system: '1.2.250.1.213.1.6.1.107', label: 'Assistant familial', status: 'active' },
    { code: '323', system: '1.2.250.1.213.1.6.1.107', label: 'Aide médico-psychologique (AMP)', status: 'active' },
    { code: '324', system: '1.2.250.1.213.1.6.1.107', label: 'Moniteur éducateur', status: 'active' },
    { code: '325', system: '1.2.250.1.213.1.6.1.107', label: 'Educateur de jeunes enfants', status: 'active' },
    { code: '326', system: '1.2.250.1.213.1.6.1.107', label: 'Educateur spécialisé', status: 'active' },
    { code: '327', system: '1.2.250.1.213.1.6.1.107', label: 'Educateur technique spécialisé', status: 'active' },
    { code: '328', system: '1.2.250.1.213.1.6.1.107', label: 'Accompagnant éducatif et social', status: 'active' },
    { code: '329', system: '1.2.250.1.213.1.6.1.107', label: 'Conseiller en génétique', status: 'active' },
    { code: '331', system: '1.2.250.1.213.1.6.1.107', label: 'Secrétaire médicale', status: 'active' },
    { code: '332', system: '1.2.250.1.213.1.6.1.107', label: 'Assistant médical', status: 'active' },
    { code: '333', system: '1.2.250.1.213.1.6.1.107', label: 'Responsable de secteur', status: 'active' },
    {
      code: '334',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Biologiste médical ni médecin ni pharmacien',
      status: 'active',
    },
    {
      code: '335',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Gestionnaire alertes et urgences sanitaires',
      status: 'active',
    },
    { code: '350', system: '1.2.250.1.213.1.6.1.107', label: 'Aide à domicile', status: 'active' },
    { code: '351', system: '1.2.250.1.213.1.6.1.107', label: 'Assistant(e) maternel(le)', status: 'active' },
  ],
};
