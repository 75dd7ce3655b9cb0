// Written by scripts/generate.ts from data/jdv-j61.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J61. */
export type JdvJ61Code =
  | 'EXP_PATIENT'
  | 'SNR'
  | 'SA01'
  | 'SA02'
  | 'SA03'
  | 'SA04'
  | 'SA05'
  | 'SA06'
  | 'SA07'
  | 'SA08'
  | 'SA09'
  | 'SA10'
  | 'SA12'
  | 'SA13'
  | 'SA14'
  | 'SA15'
  | 'SA16'
  | 'SA17'
  | 'SA18'
  | 'SA19'
  | 'SA20'
  | 'SA21'
  | 'SA22'
  | 'SA23'
  | 'SA24'
  | 'SA25'
  | 'SA26'
  | 'SA27'
  | 'SA28'
  | 'SA29'
  | 'SA30'
  | 'SA31'
  | 'SA32'
  | 'SA33'
  | 'SA34'
  | 'SA35'
  | 'SA36'
  | 'SA37'
  | 'SA38'
  | 'SA39'
  | 'SA40'
  | 'SA41'
  | 'SA42'
  | 'SA43'
  | 'SA44'
  | 'SA45'
  | 'SA46'
  | 'SA47'
  | 'SA48'
  | 'SA49'
  | 'SA50'
  | 'SA51'
  | 'SA52'
  | 'SA53'
  | 'SA54'
  | 'SA55'
  | 'SA56'
  | 'SA57'
  | 'SA58'
  | 'SA59'
  | 'SA60'
  | 'SA61'
  | 'SA63'
  | 'SA64'
  | 'SA65'
  | 'SA68'
  | 'SA69';

/** JDV_J61 HealthcareFacilityTypeCode DMP, OID 1.2.250.1.213.1.1.5.3, version 20240927. */
export const jdvJ61: ConceptSet<JdvJ61Code> = {
  id: 'JDV_J61',
  name: 'HealthcareFacilityTypeCode_DMP',
  oid: '1.2.250.1.213.1.1.5.3',
  version: '20240927',
  date: '2024-09-27',
  source: 'ANS, terminologies de santé 1.12.0 (2026-08-05), labels of JDV_J02',
  concepts: [
    {
      code: 'EXP_PATIENT',
      system: '1.2.250.1.213.1.1.4.6',
      label: 'Expression personnelle du patient',
      status: 'active',
    },
    { code: 'SNR', system: '1.2.250.1.213.1.1.4.6', label: 'Service numérique référencé', status: 'active' },
    { code: 'SA01', system: '1.2.250.1.71.4.2.4', label: 'Etablissement public de santé', status: 'active' },
    {
      code: 'SA02',
      system: '1.2.250.1.71.4.2.4',
      label: 'Hôpital militaire du Service de santé des armées',
      status: 'active',
    },
    { code: 'SA03', system: '1.2.250.1.71.4.2.4', label: 'Etablissement privé PSPH', status: 'active' },
    { code: 'SA04', system: '1.2.250.1.71.4.2.4', label: 'Etablissement privé non PSPH', status: 'active' },
    { code: 'SA05', system: '1.2.250.1.71.4.2.4', label: 'Centre de santé', status: 'active' },
    {
      code: 'SA06',
      system: '1.2.250.1.71.4.2.4',
      label: 'Autre structure du Service de santé des armées',
      status: 'active',
    },
    { code: 'SA07', system: '1.2.250.1.71.4.2.4', label: 'Cabinet individuel', status: 'active' },
    { code: 'SA08', system: '1.2.250.1.71.4.2.4', label: 'Cabinet de groupe', status: 'active' },
    { code: 'SA09', system: '1.2.250.1.71.4.2.4', label: 'Exercice en société', status: 'active' },
    { code: 'SA10', system: '1.2.250.1.71.4.2.4', label: 'Transporteur sanitaire', status: 'active' },
    { code: 'SA12', system: '1.2.250.1.71.4.2.4', label: 'Etablissement de soins et prévention', status: 'active' },
    { code: 'SA13', system: '1.2.250.1.71.4.2.4', label: 'Prévention et soins en entreprise', status: 'active' },
    {
      code: 'SA14',
      system: '1.2.250.1.71.4.2.4',
      label: 'Etablissements scolaires, universitaires et de formation hors champ FINESS',
      status: 'active',
    },
    { code: 'SA15', system: '1.2.250.1.71.4.2.4', label: 'PMI et Planification familiale', status: 'active' },
    { code: 'SA16', system: '1.2.250.1.71.4.2.4', label: 'Etablissement pour personnes handicapées', status: 'active' },
    { code: 'SA17', system: '1.2.250.1.71.4.2.4', label: 'Etablissement pour personnes âgées', status: 'active' },
    { code: 'SA18', system: '1.2.250.1.71.4.2.4', label: 'Etablissement aide à la famille', status: 'active' },
    {
      code: 'SA19',
      system: '1.2.250.1.71.4.2.4',
      label: 'Etablissements FINESS de formation aux professions sanitaires et sociales',
      status: 'active',
    },
    {
      code: 'SA20',
      system: '1.2.250.1.71.4.2.4',
      label: "Etablissement pour la protection de l'enfance",
      status: 'active',
    },
    {
      code: 'SA21',
      system: '1.2.250.1.71.4.2.4',
      label: "Etablissement d'hébergement et de réadaptation",
      status: 'active',
    },
    { code: 'SA22', system: '1.2.250.1.71.4.2.4', label: 'Recherche', status: 'active' },
    { code: 'SA23', system: '1.2.250.1.71.4.2.4', label: 'Assurance privée', status: 'active' },
    { code: 'SA24', system: '1.2.250.1.71.4.2.4', label: 'Organisme de sécurité sociale', status: 'active' },
    { code: 'SA25', system: '1.2.250.1.71.4.2.4', label: 'Laboratoire de biologie médicale', status: 'active' },
    { code: 'SA26', system: '1.2.250.1.71.4.2.4', label: 'Ministère ou Service déconcentré', status: 'active' },
    { code: 'SA27', system: '1.2.250.1.71.4.2.4', label: 'Collectivité territoriale', status: 'active' },
    { code: 'SA28', system: '1.2.250.1.71.4.2.4', label: 'Association ou organisme humanitaire', status: 'active' },
    {
      code: 'SA29',
      system: '1.2.250.1.71.4.2.4',
      label: "Laboratoire d'analyses et de biologie médicale",
      status: 'active',
    },
    { code: 'SA30', system: '1.2.250.1.71.4.2.4', label: 'Autre établissement sanitaire', status: 'active' },
    {
      code: 'SA31',
      system: '1.2.250.1.71.4.2.4',
      label: 'Répartition et Distribution de médicaments et dispositifs médicaux',
      status: 'active',
    },
    {
      code: 'SA32',
      system: '1.2.250.1.71.4.2.4',
      label: 'Fabrication, Exploitation et Importation de médicaments et dispositifs médicaux',
      status: 'active',
    },
    { code: 'SA33', system: '1.2.250.1.71.4.2.4', label: "Pharmacie d'officine", status: 'active' },
    { code: 'SA34', system: '1.2.250.1.71.4.2.4', label: 'Centre de dialyse', status: 'active' },
    { code: 'SA35', system: '1.2.250.1.71.4.2.4', label: 'Para-pharmacie', status: 'active' },
    { code: 'SA36', system: '1.2.250.1.71.4.2.4', label: 'Centre anti-cancer', status: 'active' },
    { code: 'SA37', system: '1.2.250.1.71.4.2.4', label: 'Centre de transfusion sanguine', status: 'active' },
    { code: 'SA38', system: '1.2.250.1.71.4.2.4', label: 'Pharmacie minière', status: 'active' },
    { code: 'SA39', system: '1.2.250.1.71.4.2.4', label: 'Pharmacie mutualiste', status: 'active' },
    {
      code: 'SA40',
      system: '1.2.250.1.71.4.2.4',
      label: 'Secteur privé, praticien hospitalier temps plein',
      status: 'active',
    },
    {
      code: 'SA41',
      system: '1.2.250.1.71.4.2.4',
      label: 'Autre établissement du domaine social ou médico-social',
      status: 'active',
    },
    { code: 'SA42', system: '1.2.250.1.71.4.2.4', label: 'Appareillage médical', status: 'active' },
    { code: 'SA43', system: '1.2.250.1.71.4.2.4', label: 'Secteur non défini', status: 'active' },
    { code: 'SA44', system: '1.2.250.1.71.4.2.4', label: 'Recrutement ou Gestion RH', status: 'active' },
    {
      code: 'SA45',
      system: '1.2.250.1.71.4.2.4',
      label: 'Communication, Marketing, Consulting, Média',
      status: 'active',
    },
    {
      code: 'SA46',
      system: '1.2.250.1.71.4.2.4',
      label: 'Fabrication, Exploitation, Importation, Répartition, Distribution médicaments et dispositifs médicaux',
      status: 'active',
    },
    { code: 'SA47', system: '1.2.250.1.71.4.2.4', label: 'Incendie et secours', status: 'active' },
    {
      code: 'SA48',
      system: '1.2.250.1.71.4.2.4',
      label: 'Entreprise industrielle et tertiaire hors industrie pharmaceutique',
      status: 'active',
    },
    { code: 'SA49', system: '1.2.250.1.71.4.2.4', label: 'Entité Outre-Mer', status: 'active' },
    {
      code: 'SA50',
      system: '1.2.250.1.71.4.2.4',
      label: 'Permanence des soins ambulatoires hors cabinet',
      status: 'active',
    },
    {
      code: 'SA51',
      system: '1.2.250.1.71.4.2.4',
      label: 'Structure de coopération avec autorisation de soins',
      status: 'active',
    },
    { code: 'SA52', system: '1.2.250.1.71.4.2.4', label: 'Maison de santé ou Pôle de santé', status: 'active' },
    {
      code: 'SA53',
      system: '1.2.250.1.71.4.2.4',
      label: "Siège administratif d'un établissement de santé",
      status: 'active',
    },
    { code: 'SA54', system: '1.2.250.1.71.4.2.4', label: 'Centre de dépistage et de prévention', status: 'active' },
    {
      code: 'SA55',
      system: '1.2.250.1.71.4.2.4',
      label: 'Laboratoire pharmaceutique préparant et délivrant des allergènes',
      status: 'active',
    },
    { code: 'SA56', system: '1.2.250.1.71.4.2.4', label: 'Propharmacie', status: 'active' },
    {
      code: 'SA57',
      system: '1.2.250.1.71.4.2.4',
      label: 'Structure de coopération avec mission de coordination de soins',
      status: 'active',
    },
    { code: 'SA58', system: '1.2.250.1.71.4.2.4', label: 'Entreprise de taxis', status: 'active' },
    {
      code: 'SA59',
      system: '1.2.250.1.71.4.2.4',
      label: 'Laboratoire de biologie médicale hors catégorie standard',
      status: 'active',
    },
    { code: 'SA60', system: '1.2.250.1.71.4.2.4', label: 'Centres médicaux SNCF', status: 'active' },
    {
      code: 'SA61',
      system: '1.2.250.1.71.4.2.4',
      label: "Structure Dispensatrice à domicile d'Oxygène à usage médical",
      status: 'active',
    },
    {
      code: 'SA63',
      system: '1.2.250.1.71.4.2.4',
      label: 'Communauté professionnelle territoriale de santé et équipe de soins spécialisés',
      status: 'active',
    },
    { code: 'SA64', system: '1.2.250.1.71.4.2.4', label: 'Société de téléconsultation', status: 'active' },
    { code: 'SA65', system: '1.2.250.1.71.4.2.4', label: 'Antenne de pharmacie', status: 'active' },
    {
      code: 'SA68',
      system: '1.2.250.1.71.4.2.4',
      label: "Services départementaux d'incendie et de secours",
      status: 'active',
    },
    { code: 'SA69', system: '1.2.250.1.71.4.2.4', label: 'Maisons de naissance', status: 'active' },
  ],
};
