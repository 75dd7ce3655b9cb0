// Written by scripts/generate.ts from data/jdv-j03.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J03. */
export type JdvJ03Code =
  | 'EXP_PATIENT'
  | '03'
  | '04'
  | '07'
  | '08'
  | '09'
  | '11'
  | '13'
  | '14'
  | '15'
  | '16'
  | '17'
  | '18'
  | '19'
  | '20'
  | '21'
  | '22'
  | '26'
  | '27'
  | '28'
  | '33'
  | '37'
  | '40'
  | '42'
  | '43'
  | '44'
  | '45'
  | '46'
  | '47'
  | '48'
  | '50'
  | '52'
  | '60'
  | '97'
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
  | 'SA66'
  | 'SA67'
  | 'SA68'
  | 'SA69'
  | '05'
  | '12';

/** JDV_J03 XdsContentTypeCode CISIS, OID 1.2.250.1.213.1.1.5.464, version 20260223. */
export const jdvJ03: ConceptSet<JdvJ03Code> = {
  id: 'JDV_J03',
  name: 'XdsContentTypeCode_CISIS',
  oid: '1.2.250.1.213.1.1.5.464',
  version: '20260223',
  date: '2026-02-23',
  source: 'ANS, terminologies de santé 1.12.0 (2026-08-05)',
  concepts: [
    {
      code: 'EXP_PATIENT',
      system: '1.2.250.1.213.1.1.4.6',
      label: 'Expression personnelle du patient',
      status: 'active',
    },
    {
      code: '03',
      system: '1.2.250.1.213.2.2',
      label: 'Hospitalisation complète (non compris hospitalisation de semaine)',
      status: 'active',
    },
    { code: '04', system: '1.2.250.1.213.2.2', label: 'Hospitalisation de jour', status: 'active' },
    { code: '07', system: '1.2.250.1.213.2.2', label: 'Consultations soins externes', status: 'active' },
    {
      code: '08',
      system: '1.2.250.1.213.2.2',
      label: 'Bloc opératoire (y compris obstétrical et gynécologique)',
      status: 'active',
    },
    {
      code: '09',
      system: '1.2.250.1.213.2.2',
      label: 'Autres unités médico-techniques (anesthésiologie, explor fonct, rééduc et réadapt fonct, pharmacie)',
      status: 'active',
    },
    {
      code: '11',
      system: '1.2.250.1.213.2.2',
      label: 'Hébergement complet ou internat (non compris internat de semaine)',
      status: 'active',
    },
    { code: '13', system: '1.2.250.1.213.2.2', label: 'Semi-internat', status: 'active' },
    { code: '14', system: '1.2.250.1.213.2.2', label: 'Externat', status: 'active' },
    {
      code: '15',
      system: '1.2.250.1.213.2.2',
      label: "Placement en famille d'accueil (strictement social)",
      status: 'active',
    },
    {
      code: '16',
      system: '1.2.250.1.213.2.2',
      label: 'Prestations sur le lieu de vie (non compris placement familial)',
      status: 'active',
    },
    { code: '17', system: '1.2.250.1.213.2.2', label: 'Internat de semaine', status: 'active' },
    { code: '18', system: '1.2.250.1.213.2.2', label: 'Hébergement de nuit en structure éclatée', status: 'active' },
    { code: '19', system: '1.2.250.1.213.2.2', label: 'Traitement et cure ambulatoire', status: 'active' },
    { code: '20', system: '1.2.250.1.213.2.2', label: 'Hospitalisation de semaine', status: 'active' },
    {
      code: '21',
      system: '1.2.250.1.213.2.2',
      label: 'Accueil de Jour (sans distinction entre semi-internat et externat)',
      status: 'active',
    },
    { code: '22', system: '1.2.250.1.213.2.2', label: 'Accueil de nuit', status: 'active' },
    { code: '26', system: '1.2.250.1.213.2.2', label: 'Analyses médicales biologiques', status: 'active' },
    { code: '27', system: '1.2.250.1.213.2.2', label: 'Accueil modulable/séquentiel', status: 'active' },
    { code: '28', system: '1.2.250.1.213.2.2', label: 'Consultations dentaires et soins dentaires', status: 'active' },
    { code: '33', system: '1.2.250.1.213.2.2', label: 'Recherche', status: 'active' },
    {
      code: '37',
      system: '1.2.250.1.213.2.2',
      label: 'Accueil et prise en charge en appartement thérapeutique',
      status: 'active',
    },
    { code: '40', system: '1.2.250.1.213.2.2', label: 'Accueil temporaire avec hébergement', status: 'active' },
    { code: '42', system: '1.2.250.1.213.2.2', label: 'Equipe mobile de rue', status: 'active' },
    { code: '43', system: '1.2.250.1.213.2.2', label: "Tous modes d'accueil avec hébergement", status: 'active' },
    { code: '44', system: '1.2.250.1.213.2.2', label: 'Accueil temporaire de jour', status: 'active' },
    {
      code: '45',
      system: '1.2.250.1.213.2.2',
      label: 'Accueil temporaire (avec et sans hébergement)',
      status: 'active',
    },
    {
      code: '46',
      system: '1.2.250.1.213.2.2',
      label: "Tous modes d'accueil (avec et sans hébergement)",
      status: 'active',
    },
    {
      code: '47',
      system: '1.2.250.1.213.2.2',
      label: 'Accueil de jour et accompagnement en milieu ordinaire',
      status: 'active',
    },
    { code: '48', system: '1.2.250.1.213.2.2', label: "Tous modes d'accueil et d'accompagnement", status: 'active' },
    { code: '50', system: '1.2.250.1.213.2.2', label: 'Protection juridique', status: 'active' },
    { code: '52', system: '1.2.250.1.213.2.2', label: 'Accompagnement social personnalisé', status: 'active' },
    { code: '60', system: '1.2.250.1.213.2.2', label: 'Consultations et actes', status: 'active' },
    { code: '97', system: '1.2.250.1.213.2.2', label: "Type d'activité indifférencié", status: 'active' },
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
    { code: 'SA40', system: '1.2.250.1.71.4.2.4', label: 'Secteur privé, praticien hospitalier', status: 'active' },
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
      label: "Structures de coordination et d'orientation",
      status: 'active',
    },
    { code: 'SA64', system: '1.2.250.1.71.4.2.4', label: 'Société de téléconsultation', status: 'active' },
    { code: 'SA65', system: '1.2.250.1.71.4.2.4', label: 'Antenne de pharmacie', status: 'active' },
    {
      code: 'SA66',
      system: '1.2.250.1.71.4.2.4',
      label: 'Services de Prévention et de Santé au Travail (SPST)',
      status: 'active',
    },
    { code: 'SA67', system: '1.2.250.1.71.4.2.4', label: 'Maisons médicales de garde (MMG)', status: 'active' },
    {
      code: 'SA68',
      system: '1.2.250.1.71.4.2.4',
      label: "Services départementaux d'incendie et de secours",
      status: 'active',
    },
    { code: 'SA69', system: '1.2.250.1.71.4.2.4', label: 'Maisons de naissance', status: 'active' },
    {
      code: '05',
      system: '1.2.250.1.213.1.6.1.128',
      label: 'Hospitalisation à domicile (au domicile du patient)',
      status: 'active',
    },
    { code: '11', system: '1.2.250.1.213.1.6.1.128', label: 'Centre postcure', status: 'active' },
    { code: '12', system: '1.2.250.1.213.1.6.1.128', label: 'Centre de crise', status: 'active' },
  ],
};
