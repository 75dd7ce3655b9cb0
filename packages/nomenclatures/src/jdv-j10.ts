// Written by scripts/generate.ts from data/jdv-j10.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J10. */
export type JdvJ10Code =
  | 'urn:ans:ci-sis:bio-ep-bio:2022'
  | 'urn:ans:ci-sis:img-da:2022'
  | 'urn:asip:ci-sis:aunv:2013'
  | 'urn:asip:ci-sis:avk:2009'
  | 'urn:asip:ci-sis:crgm:2018'
  | 'urn:asip:ci-sis:crrtn:2013'
  | 'urn:asip:ci-sis:cse-cs24:2017'
  | 'urn:asip:ci-sis:cse-cs8:2017'
  | 'urn:asip:ci-sis:cse-cs9:2017'
  | 'urn:asip:ci-sis:d2lm-fidd:2017'
  | 'urn:asip:ci-sis:d2lm-fin:2017'
  | 'urn:asip:ci-sis:dci:2009'
  | 'urn:asip:ci-sis:dlu:2015'
  | 'urn:ans:ci-sis:cse-mde:2023'
  | 'urn:asip:ci-sis:eunv:2013'
  | 'urn:asip:ci-sis:fludr:2017'
  | 'urn:asip:ci-sis:fludt:2017'
  | 'urn:asip:ci-sis:frcp:2011'
  | 'urn:asip:ci-sis:hr:2019'
  | 'urn:asip:ci-sis:idap:2011'
  | 'urn:asip:ci-sis:ldl-ees:2017'
  | 'urn:asip:ci-sis:ldl-ses:2017'
  | 'urn:asip:ci-sis:pavc:2016'
  | 'urn:asip:ci-sis:pps-cancer:2017'
  | 'urn:asip:ci-sis:pps-paerpa:2017'
  | 'urn:asip:ci-sis:ppv:2009'
  | 'urn:asip:ci-sis:psc:2009'
  | 'urn:asip:ci-sis:sdm-mr:2017'
  | 'urn:asip:ci-sis:sunv:2013'
  | 'urn:asip:ci-sis:tap:2009'
  | 'urn:asip:ci-sis:vac:2019'
  | 'urn:asip:ci-sis:vsm:2012'
  | 'urn:asipSante:modelesHorsProfils:2011'
  | 'urn:asip:ci-sis:cr-cpa:2020'
  | 'urn:asip:ci-sis:cr-anest:2020'
  | 'urn:asip:ci-sis:tlm-da:2020'
  | 'urn:asip:ci-sis:vac-note:2021'
  | 'urn:asip:ci-sis:obp-sap:2023'
  | 'urn:asip:ci-sis:obp-snm:2023'
  | 'urn:asip:ci-sis:obp-sne:2023'
  | 'urn:asip:ci-sis:obp-scm:2023'
  | 'urn:asip:ci-sis:obp-sem:2023'
  | 'urn:asip:ci-sis:ppp:2023'
  | 'urn:asip:ci-sis:ft-su:2024'
  | 'urn:asip:ci-sis:fr-su:2024'
  | 'urn:ans:ci-sis:trod:2024'
  | 'urn:ans:ci-sis:feuille-de-style:2023'
  | 'urn:ans:ci-sis:mso-rougeole:2026'
  | 'urn:ans:ci-sis:mso-dengue:2026'
  | 'urn:ans:ci-sis:mso-chikungunya:2026'
  | 'urn:ans:ci-sis:mso-zika:2026'
  | 'urn:ans:ci-sis:mso-westnile:2026'
  | 'urn:ihe:iti:dsg:detached:2014'
  | 'urn:ihe:iti:dsg:enveloping:2014'
  | 'urn:ihe:iti:xds-sd:pdf:2008'
  | 'urn:ihe:iti:xds-sd:text:2008'
  | 'urn:ihe:pharm:dis:2010'
  | 'urn:ihe:iti-fr:xds-sd:jpeg:2010'
  | 'urn:ihe:iti-fr:xds-sd:rtf:2010'
  | 'urn:ihe:iti-fr:xds-sd:tiff:2010'
  | 'urn:ihe:lab:xd-lab:2008'
  | 'urn:ihe:palm:apsr:2016'
  | 'urn:ihe:pcc:ips:2020'
  | 'urn:ihe:pharm:pre:2010'
  | 'urn:ihe:eyecare:geneyeevalcn:2014'
  | 'urn:ihe:rad:CDA:ImagingReportStructuredHeadings:2013'
  | '1.2.840.10008.5.1.4.1.1.88.59'
  | 'urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1';

/** JDV_J10 XdsFormatCode CISIS, OID 1.2.250.1.213.1.1.5.465, version 20260629. */
export const jdvJ10: ConceptSet<JdvJ10Code> = {
  id: 'JDV_J10',
  name: 'XdsFormatCode_CISIS',
  oid: '1.2.250.1.213.1.1.5.465',
  version: '20260629',
  date: '2026-06-29',
  source: 'ANS, terminologies de santé 1.12.0 (2026-08-05)',
  concepts: [
    {
      code: 'urn:ans:ci-sis:bio-ep-bio:2022',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Prescription d'actes de biologie médicale",
      status: 'active',
    },
    {
      code: 'urn:ans:ci-sis:img-da:2022',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Demande d'actes d'imagerie",
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:aunv:2013',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Fiche d'admission en unité neuro-vasculaire",
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:avk:2009',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Fiche patient à risque en cardiologie - Traitement AVK',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:crgm:2018',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Compte rendu de génétique moléculaire',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:crrtn:2013',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Compte-rendu de rétinographie',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:cse-cs24:2017',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Certificat de santé du 24ème mois de l'enfant",
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:cse-cs8:2017',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Certificat de santé du 8ème jour de l'enfant",
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:cse-cs9:2017',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Certificat de santé du 9ème mois de l'enfant",
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:d2lm-fidd:2017',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Seconde lecture de mammographie - Fiche d'interprétation du bilan de diagnostic différé",
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:d2lm-fin:2017',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Seconde lecture de mammographie - Fiche d'interprétation nationale",
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:dci:2009',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Fiche patient à risque en cardiologie - Défibrillateur cardiaque interne',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:dlu:2015',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Document de liaison d'urgence",
      status: 'active',
    },
    {
      code: 'urn:ans:ci-sis:cse-mde:2023',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Mesures de signes vitaux',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:eunv:2013',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Fiche d'épisode de soin en unité neuro-vasculaire",
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:fludr:2017',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Fiche de liaison d'urgence - Retour des urgences vers l'EHPAD",
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:fludt:2017',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Fiche de liaison d'urgence - Transfert de l'EHPAD vers les urgences",
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:frcp:2011',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Fiche de réunion de concertation pluridisciplinaire',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:hr:2019',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Données de remboursement',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:idap:2011',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Information et directives anticipées du patient',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:ldl-ees:2017',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Lettre de Liaison à l'entrée d'un établissement de santé",
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:ldl-ses:2017',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Lettre de Liaison à la sortie de l'établissement de santé",
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:pavc:2016',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Compte-rendu de consultation d'évaluation pluri-professionnelle post AVC",
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:pps-cancer:2017',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Programme Personnalisé de Soins - Cancer',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:pps-paerpa:2017',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Plan Personnalisé de Santé - PAERPA',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:ppv:2009',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Fiche patient à risque en cardiologie - Porteur d'une prothèse valvulaire",
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:psc:2009',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Fiche patient à risque en cardiologie - Porteur d'un stimulateur cardiaque",
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:sdm-mr:2017',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Set de Données Minimum - Maladies Rares',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:sunv:2013',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Fiche de sortie d'unité neuro-vasculaire",
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:tap:2009',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Fiche patient à risque en cardiologie - Traitement antiagrégant plaquettaire, stent',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:vac:2019',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Historique des vaccinations',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:vsm:2012',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Synthèse médicale',
      status: 'active',
    },
    {
      code: 'urn:asipSante:modelesHorsProfils:2011',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Document non référencé IHE ou CI-SIS',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:cr-cpa:2020',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Compte rendu de consultation pré-anesthésique',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:cr-anest:2020',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Compte rendu d'anesthésie",
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:tlm-da:2020',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Demande d'acte de télémédecine",
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:vac-note:2021',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Note de vaccination',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:obp-sap:2023',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Synthèse antepartum',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:obp-snm:2023',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Synthèse Salle de Naissance Mère',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:obp-sne:2023',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Synthèse Salle de Naissance Enfant',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:obp-scm:2023',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Synthèse Suites de Couches Mère',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:obp-sem:2023',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Synthèse Enfant en Maternité',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:ppp:2023',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Plan personnalisé de prévention',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:ft-su:2024',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Fiche de transfert vers le service des urgences',
      status: 'active',
    },
    {
      code: 'urn:asip:ci-sis:fr-su:2024',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Fiche de retour du service des urgences',
      status: 'active',
    },
    {
      code: 'urn:ans:ci-sis:trod:2024',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: "Test rapide d'orientation diagnostique",
      status: 'active',
    },
    {
      code: 'urn:ans:ci-sis:feuille-de-style:2023',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Feuille de style',
      status: 'active',
    },
    {
      code: 'urn:ans:ci-sis:mso-rougeole:2026',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Déclaration de maladie à signalement obligatoire : Rougeole',
      status: 'active',
    },
    {
      code: 'urn:ans:ci-sis:mso-dengue:2026',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Déclaration de maladie à signalement obligatoire : Dengue',
      status: 'active',
    },
    {
      code: 'urn:ans:ci-sis:mso-chikungunya:2026',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Déclaration de maladie à signalement obligatoire : Chikungunya',
      status: 'active',
    },
    {
      code: 'urn:ans:ci-sis:mso-zika:2026',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Déclaration de maladie à signalement obligatoire : Zika',
      status: 'active',
    },
    {
      code: 'urn:ans:ci-sis:mso-westnile:2026',
      system: '1.2.250.1.213.1.1.4.2.282',
      label: 'Déclaration de maladie à signalement obligatoire : West Nile',
      status: 'active',
    },
    {
      code: 'urn:ihe:iti:dsg:detached:2014',
      system: '1.3.6.1.4.1.19376.1.2.3',
      label: 'Signature détachée',
      status: 'active',
    },
    {
      code: 'urn:ihe:iti:dsg:enveloping:2014',
      system: '1.3.6.1.4.1.19376.1.2.3',
      label: 'Document signé avec une signature enveloppante',
      status: 'active',
    },
    {
      code: 'urn:ihe:iti:xds-sd:pdf:2008',
      system: '1.3.6.1.4.1.19376.1.2.3',
      label: 'Document à corps non structuré en Pdf/A-1',
      status: 'active',
    },
    {
      code: 'urn:ihe:iti:xds-sd:text:2008',
      system: '1.3.6.1.4.1.19376.1.2.3',
      label: 'Document à corps non structuré en texte brut',
      status: 'active',
    },
    {
      code: 'urn:ihe:pharm:dis:2010',
      system: '1.3.6.1.4.1.19376.1.2.3',
      label: 'Dispensation médicamenteuse',
      status: 'active',
    },
    {
      code: 'urn:ihe:iti-fr:xds-sd:jpeg:2010',
      system: '1.3.6.1.4.1.19376.1.2.3',
      label: 'Document à corps non structuré en format jpeg',
      status: 'active',
    },
    {
      code: 'urn:ihe:iti-fr:xds-sd:rtf:2010',
      system: '1.3.6.1.4.1.19376.1.2.3',
      label: 'Document à corps non structuré en format rtf',
      status: 'active',
    },
    {
      code: 'urn:ihe:iti-fr:xds-sd:tiff:2010',
      system: '1.3.6.1.4.1.19376.1.2.3',
      label: 'Document à corps non structuré en format tiff',
      status: 'active',
    },
    {
      code: 'urn:ihe:lab:xd-lab:2008',
      system: '1.3.6.1.4.1.19376.1.2.3',
      label: "Compte rendu structuré d'examens de biologie médicale",
      status: 'active',
    },
    {
      code: 'urn:ihe:palm:apsr:2016',
      system: '1.3.6.1.4.1.19376.1.2.3',
      label: "CR d'anatomie et de cytologie pathologiques",
      status: 'active',
    },
    { code: 'urn:ihe:pcc:ips:2020', system: '1.3.6.1.4.1.19376.1.2.3', label: 'Synthèse médicale', status: 'active' },
    {
      code: 'urn:ihe:pharm:pre:2010',
      system: '1.3.6.1.4.1.19376.1.2.3',
      label: 'Prescription de médicaments',
      status: 'active',
    },
    {
      code: 'urn:ihe:eyecare:geneyeevalcn:2014',
      system: '1.3.6.1.4.1.19376.1.2.3',
      label: 'CR de consultation en ophtalmologie',
      status: 'active',
    },
    {
      code: 'urn:ihe:rad:CDA:ImagingReportStructuredHeadings:2013',
      system: '1.3.6.1.4.1.19376.1.2.3',
      label: "Compte-rendu d'imagerie médicale",
      status: 'active',
    },
    {
      code: '1.2.840.10008.5.1.4.1.1.88.59',
      system: '1.2.840.10008.2.6.1',
      label: "Document Références d'objets d'un examen d'imagerie selon profil IHE RAD XDS-I",
      status: 'active',
    },
    { code: 'urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1', system: 'URN', label: 'Digital Signature', status: 'active' },
  ],
};
