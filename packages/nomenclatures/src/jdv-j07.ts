// Written by scripts/generate.ts from data/jdv-j07.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J07. */
export type JdvJ07Code =
  | 'ATTEST-ASS-COMPL'
  | 'ATTEST-RESID'
  | 'ATTEST-HEBGT'
  | 'ATTEST-DROITS-AM'
  | 'AUTORIS-SOINS'
  | 'BIL_AUTO'
  | 'CERT_DECL'
  | 'DISP_AUT'
  | 'EXPPAT_1'
  | 'EXPPAT_2'
  | 'EXPPAT_3'
  | 'IMG-KOS'
  | 'PROT_ALD'
  | 'REMB'
  | 'SYNTH'
  | 'DOCPAT01'
  | 'DOCPAT02'
  | 'DOCPAT03'
  | 'DOCPAT04'
  | 'DOCPAT05'
  | 'DOCPAT06'
  | 'DOCPAT07'
  | 'DOCPAT08'
  | 'DOCPAT09'
  | 'PIECE-IDENTITE'
  | 'PRESC-AAT'
  | 'PRESC-BIO'
  | 'PRESC-KINE'
  | 'PRESC-INF'
  | 'PRESC-PEDI'
  | 'PRESC-ORTHOPHO'
  | 'PRESC-ORTHOPTIE'
  | 'FEUILLE-DE-STYLE'
  | 'FICHE-CONTACTS'
  | 'EXPORT_DUI'
  | '11369-6'
  | '11488-4'
  | '11490-0'
  | '34112-3'
  | '11502-2'
  | '11505-5'
  | '11506-3'
  | '15507-7'
  | '15508-5'
  | '18776-5'
  | '18748-4'
  | '18761-7'
  | '28617-9'
  | '28653-4'
  | '29274-8'
  | '34120-6'
  | '34133-9'
  | '34749-2'
  | '34794-8'
  | '34842-5'
  | '34874-8'
  | '34875-5'
  | '47420-5'
  | '51851-4'
  | '51969-4'
  | '52040-3'
  | '55115-0'
  | '56445-0'
  | '56446-8'
  | '57828-6'
  | '57832-8'
  | '57833-6'
  | '59283-2'
  | '59284-0'
  | '60280-5'
  | '60568-3'
  | '60591-5'
  | '60593-1'
  | '61357-0'
  | '67851-6'
  | '68599-0'
  | '68817-6'
  | '70004-7'
  | '78341-5'
  | '74207-2'
  | '74465-6'
  | '75468-9'
  | '75482-0'
  | '75492-9'
  | '75496-0'
  | '77436-4'
  | '77604-7'
  | '78513-9'
  | '78601-2'
  | '80565-5'
  | '80771-9'
  | '80788-3'
  | '80820-4'
  | '83836-7'
  | '83869-8'
  | '83901-9'
  | '83981-1'
  | '85208-7'
  | '86531-1'
  | '87273-9'
  | '88348-8'
  | '89601-9'
  | '93024-8'
  | '96349-6'
  | '96874-3'
  | '96173-0'
  | '57055-6'
  | '57057-2'
  | '57075-4'
  | '89235-6'
  | '78489-2'
  | '89233-1'
  | '101881-1'
  | 'E1762';

/** JDV_J07 XdsTypeCode CISIS, OID 1.2.250.1.213.1.1.5.471, version 20240927. */
export const jdvJ07: ConceptSet<JdvJ07Code> = {
  id: 'JDV_J07',
  name: 'XdsTypeCode_CISIS',
  oid: '1.2.250.1.213.1.1.5.471',
  version: '20240927',
  date: '2024-09-27',
  source: 'ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)',
  concepts: [
    {
      code: 'ATTEST-ASS-COMPL',
      system: '1.2.250.1.213.1.1.4.12',
      label: 'Attestation assurance complémentaire',
      status: 'active',
    },
    { code: 'ATTEST-RESID', system: '1.2.250.1.213.1.1.4.12', label: 'Attestation de résidence', status: 'active' },
    { code: 'ATTEST-HEBGT', system: '1.2.250.1.213.1.1.4.12', label: "Attestation d'hébergement", status: 'active' },
    {
      code: 'ATTEST-DROITS-AM',
      system: '1.2.250.1.213.1.1.4.12',
      label: "Attestation de droits à l'assurance maladie",
      status: 'active',
    },
    {
      code: 'AUTORIS-SOINS',
      system: '1.2.250.1.213.1.1.4.12',
      label: 'Autorisation de soins et actes non usuels sanitaires',
      status: 'active',
    },
    {
      code: 'BIL_AUTO',
      system: '1.2.250.1.213.1.1.4.12',
      label: "CR de bilan d'évaluation de la perte d'autonomie",
      status: 'active',
    },
    { code: 'CERT_DECL', system: '1.2.250.1.213.1.1.4.12', label: 'Certificat, déclaration', status: 'active' },
    { code: 'DISP_AUT', system: '1.2.250.1.213.1.1.4.12', label: 'Dispensation (autre)', status: 'active' },
    { code: 'EXPPAT_1', system: '1.2.250.1.213.1.1.4.12', label: 'Volontés et droits du patient', status: 'active' },
    { code: 'EXPPAT_2', system: '1.2.250.1.213.1.1.4.12', label: 'Autre document du patient', status: 'active' },
    { code: 'EXPPAT_3', system: '1.2.250.1.213.1.1.4.12', label: 'Directives anticipées', status: 'active' },
    {
      code: 'IMG-KOS',
      system: '1.2.250.1.213.1.1.4.12',
      label: "Reference d'objets d'un examen d'imagerie",
      status: 'active',
    },
    { code: 'PROT_ALD', system: '1.2.250.1.213.1.1.4.12', label: 'Protocole de soins ALD', status: 'active' },
    { code: 'REMB', system: '1.2.250.1.213.1.1.4.12', label: 'Données de remboursement', status: 'active' },
    { code: 'SYNTH', system: '1.2.250.1.213.1.1.4.12', label: 'Synthèse', status: 'active' },
    { code: 'DOCPAT01', system: '1.2.250.1.213.1.1.4.12', label: 'Synthèse déposée par le patient', status: 'active' },
    {
      code: 'DOCPAT02',
      system: '1.2.250.1.213.1.1.4.12',
      label: 'Traitement ou document de soins déposé par le patient',
      status: 'active',
    },
    { code: 'DOCPAT03', system: '1.2.250.1.213.1.1.4.12', label: 'CR déposé par le patient', status: 'active' },
    { code: 'DOCPAT04', system: '1.2.250.1.213.1.1.4.12', label: 'Imagerie déposée par le patient', status: 'active' },
    {
      code: 'DOCPAT05',
      system: '1.2.250.1.213.1.1.4.12',
      label: 'CR de biologie déposé par le patient',
      status: 'active',
    },
    {
      code: 'DOCPAT06',
      system: '1.2.250.1.213.1.1.4.12',
      label: 'CR de prévention déposé par le patient',
      status: 'active',
    },
    { code: 'DOCPAT07', system: '1.2.250.1.213.1.1.4.12', label: 'Certificat déposé par le patient', status: 'active' },
    { code: 'DOCPAT08', system: '1.2.250.1.213.1.1.4.12', label: 'Profil médical Mon espace santé', status: 'active' },
    {
      code: 'DOCPAT09',
      system: '1.2.250.1.213.1.1.4.12',
      label: 'Document administratif déposé par le patient',
      status: 'active',
    },
    { code: 'PIECE-IDENTITE', system: '1.2.250.1.213.1.1.4.12', label: "Copie pièce d'identité", status: 'active' },
    { code: 'PRESC-AAT', system: '1.2.250.1.213.1.1.4.12', label: 'Prescription arrêt de travail', status: 'active' },
    {
      code: 'PRESC-BIO',
      system: '1.2.250.1.213.1.1.4.12',
      label: "Prescription d'actes de biologie médicale",
      status: 'active',
    },
    {
      code: 'PRESC-KINE',
      system: '1.2.250.1.213.1.1.4.12',
      label: "Prescription d'actes de kinésithérapie",
      status: 'active',
    },
    { code: 'PRESC-INF', system: '1.2.250.1.213.1.1.4.12', label: "Prescription d'actes infirmiers", status: 'active' },
    {
      code: 'PRESC-PEDI',
      system: '1.2.250.1.213.1.1.4.12',
      label: "Prescription d'actes de pédicurie",
      status: 'active',
    },
    {
      code: 'PRESC-ORTHOPHO',
      system: '1.2.250.1.213.1.1.4.12',
      label: "Prescription d'actes d'orthophonie",
      status: 'active',
    },
    {
      code: 'PRESC-ORTHOPTIE',
      system: '1.2.250.1.213.1.1.4.12',
      label: "Prescription d'actes d'orthoptie",
      status: 'active',
    },
    { code: 'FEUILLE-DE-STYLE', system: '1.2.250.1.213.1.1.4.12', label: 'Feuille de style', status: 'active' },
    { code: 'FICHE-CONTACTS', system: '1.2.250.1.213.1.1.4.12', label: 'Fiche contacts', status: 'active' },
    {
      code: 'EXPORT_DUI',
      system: '1.2.250.1.213.1.1.4.12',
      label: 'Export du Dossier Usager Informatisé',
      status: 'active',
    },
    { code: '11369-6', system: '2.16.840.1.113883.6.1', label: 'Historique des vaccinations', status: 'active' },
    {
      code: '11488-4',
      system: '2.16.840.1.113883.6.1',
      label: 'CR ou fiche de consultation ou de visite',
      status: 'active',
    },
    {
      code: '11490-0',
      system: '2.16.840.1.113883.6.1',
      label: "Lettre de liaison à la sortie d'un établissement de soins",
      status: 'active',
    },
    { code: '34112-3', system: '2.16.840.1.113883.6.1', label: 'CR hospitalier (séjour)', status: 'active' },
    { code: '11502-2', system: '2.16.840.1.113883.6.1', label: "CR d'examens biologiques", status: 'active' },
    { code: '11505-5', system: '2.16.840.1.113883.6.1', label: "CR d'acte thérapeutique (autre)", status: 'active' },
    {
      code: '11506-3',
      system: '2.16.840.1.113883.6.1',
      label: 'CR ou fiche de suivi de soins par auxiliaire médical',
      status: 'active',
    },
    { code: '15507-7', system: '2.16.840.1.113883.6.1', label: 'CR de passage aux urgences', status: 'active' },
    { code: '15508-5', system: '2.16.840.1.113883.6.1', label: "CR d'accouchement", status: 'active' },
    { code: '18776-5', system: '2.16.840.1.113883.6.1', label: 'Plan personnalisé de soins', status: 'active' },
    { code: '18748-4', system: '2.16.840.1.113883.6.1', label: "CR d'imagerie médicale", status: 'active' },
    {
      code: '18761-7',
      system: '2.16.840.1.113883.6.1',
      label: "Note de transfert (dont lettre de liaison à l'entrée en établissement de soins)",
      status: 'active',
    },
    { code: '28617-9', system: '2.16.840.1.113883.6.1', label: 'Bilan bucco-dentaire', status: 'active' },
    {
      code: '28653-4',
      system: '2.16.840.1.113883.6.1',
      label: 'Document du secteur social / médico-social',
      status: 'active',
    },
    { code: '29274-8', system: '2.16.840.1.113883.6.1', label: 'Mesures de signes vitaux', status: 'active' },
    { code: '34120-6', system: '2.16.840.1.113883.6.1', label: 'Bilan par professionnel de santé', status: 'active' },
    { code: '34133-9', system: '2.16.840.1.113883.6.1', label: "Synthèse d'épisode de soins", status: 'active' },
    {
      code: '34749-2',
      system: '2.16.840.1.113883.6.1',
      label: 'CR de consultation pré-anesthésique',
      status: 'active',
    },
    {
      code: '34794-8',
      system: '2.16.840.1.113883.6.1',
      label: 'CR de réunion de concertation pluridisciplinaire',
      status: 'active',
    },
    { code: '34842-5', system: '2.16.840.1.113883.6.1', label: "Grille d'évaluation médico-social", status: 'active' },
    { code: '34874-8', system: '2.16.840.1.113883.6.1', label: 'CR opératoire', status: 'active' },
    {
      code: '34875-5',
      system: '2.16.840.1.113883.6.1',
      label: 'Évaluation postopératoire et note de suivi',
      status: 'active',
    },
    { code: '47420-5', system: '2.16.840.1.113883.6.1', label: 'CR de bilan fonctionnel', status: 'active' },
    { code: '51851-4', system: '2.16.840.1.113883.6.1', label: 'Document administratif', status: 'active' },
    { code: '51969-4', system: '2.16.840.1.113883.6.1', label: 'CR de génétique moléculaire', status: 'active' },
    {
      code: '52040-3',
      system: '2.16.840.1.113883.6.1',
      label: "Document encapsulant une image d'illustration non DICOM",
      status: 'active',
    },
    { code: '55115-0', system: '2.16.840.1.113883.6.1', label: "Demande d'actes d'imagerie", status: 'active' },
    { code: '56445-0', system: '2.16.840.1.113883.6.1', label: 'Bilan médicamenteux (Officine)', status: 'active' },
    { code: '56446-8', system: '2.16.840.1.113883.6.1', label: 'Notification de rendez-vous', status: 'active' },
    { code: '57828-6', system: '2.16.840.1.113883.6.1', label: 'Prescription (autre)', status: 'active' },
    { code: '57832-8', system: '2.16.840.1.113883.6.1', label: 'Prescription de soins', status: 'active' },
    { code: '57833-6', system: '2.16.840.1.113883.6.1', label: 'Prescription de produits de santé', status: 'active' },
    { code: '59283-2', system: '2.16.840.1.113883.6.1', label: "CR d'examen de l'enfant", status: 'active' },
    { code: '59284-0', system: '2.16.840.1.113883.6.1', label: 'Attestation de consentement', status: 'active' },
    {
      code: '60280-5',
      system: '2.16.840.1.113883.6.1',
      label: 'Fiche de retour du service des urgences',
      status: 'active',
    },
    {
      code: '60568-3',
      system: '2.16.840.1.113883.6.1',
      label: "CR d'anatomie et de cytologie pathologiques",
      status: 'active',
    },
    { code: '60591-5', system: '2.16.840.1.113883.6.1', label: 'Synthèse médicale', status: 'active' },
    { code: '60593-1', system: '2.16.840.1.113883.6.1', label: 'Dispensation médicamenteuse', status: 'active' },
    { code: '61357-0', system: '2.16.840.1.113883.6.1', label: 'Intervention pharmaceutique', status: 'active' },
    { code: '67851-6', system: '2.16.840.1.113883.6.1', label: "CR d'admission", status: 'active' },
    { code: '68599-0', system: '2.16.840.1.113883.6.1', label: 'Synthèse psychiatrique', status: 'active' },
    {
      code: '68817-6',
      system: '2.16.840.1.113883.6.1',
      label: "Bilan de santé et de prévention de l'enfant",
      status: 'active',
    },
    { code: '70004-7', system: '2.16.840.1.113883.6.1', label: "CR d'acte diagnostique (autre)", status: 'active' },
    {
      code: '78341-5',
      system: '2.16.840.1.113883.6.1',
      label: 'Fiche de transfert vers le service des urgences',
      status: 'active',
    },
    { code: '74207-2', system: '2.16.840.1.113883.6.1', label: "Document de liaison d'urgence", status: 'active' },
    { code: '74465-6', system: '2.16.840.1.113883.6.1', label: 'Questionnaire patient', status: 'active' },
    {
      code: '75468-9',
      system: '2.16.840.1.113883.6.1',
      label: 'Renouvellement ordonnance par pharmacien correspondant',
      status: 'active',
    },
    {
      code: '75482-0',
      system: '2.16.840.1.113883.6.1',
      label: "CR d'acte thérapeutique à visée préventive",
      status: 'active',
    },
    {
      code: '75492-9',
      system: '2.16.840.1.113883.6.1',
      label: "CR d'acte diagnostique à visée préventive ou de dépistage",
      status: 'active',
    },
    { code: '75496-0', system: '2.16.840.1.113883.6.1', label: "Demande d'acte de télémédecine", status: 'active' },
    { code: '77436-4', system: '2.16.840.1.113883.6.1', label: "CR d'anesthésie", status: 'active' },
    { code: '77604-7', system: '2.16.840.1.113883.6.1', label: 'Planification thérapeutique', status: 'active' },
    {
      code: '78513-9',
      system: '2.16.840.1.113883.6.1',
      label: 'CR de consultation en ophtalmologie',
      status: 'active',
    },
    { code: '78601-2', system: '2.16.840.1.113883.6.1', label: "CR d'entretien pharmaceutique", status: 'active' },
    { code: '80565-5', system: '2.16.840.1.113883.6.1', label: "CR d'administration de médicaments", status: 'active' },
    { code: '80771-9', system: '2.16.840.1.113883.6.1', label: "Projet d'accueil individualisé", status: 'active' },
    {
      code: '80788-3',
      system: '2.16.840.1.113883.6.1',
      label: "Projet personnalisé d'accompagnement",
      status: 'active',
    },
    {
      code: '80820-4',
      system: '2.16.840.1.113883.6.1',
      label: 'Formulaire de conciliation médicamenteuse (Hôpital)',
      status: 'active',
    },
    { code: '83836-7', system: '2.16.840.1.113883.6.1', label: 'Schéma dentaire', status: 'active' },
    { code: '83869-8', system: '2.16.840.1.113883.6.1', label: 'Plan personnalisé de prévention', status: 'active' },
    { code: '83901-9', system: '2.16.840.1.113883.6.1', label: 'Bilan psychologique', status: 'active' },
    {
      code: '83981-1',
      system: '2.16.840.1.113883.6.1',
      label: "Lettre de liaison à la sortie d'une structure sociale ou médico-sociale",
      status: 'active',
    },
    { code: '85208-7', system: '2.16.840.1.113883.6.1', label: 'CR de télémédecine', status: 'active' },
    { code: '86531-1', system: '2.16.840.1.113883.6.1', label: 'Attestation de sortie', status: 'active' },
    { code: '87273-9', system: '2.16.840.1.113883.6.1', label: 'Note de vaccination', status: 'active' },
    {
      code: '88348-8',
      system: '2.16.840.1.113883.6.1',
      label: "Lettre de liaison d'entrée en structure sociale ou médico-sociale",
      status: 'active',
    },
    { code: '89601-9', system: '2.16.840.1.113883.6.1', label: 'Certificat médical', status: 'active' },
    { code: '93024-8', system: '2.16.840.1.113883.6.1', label: 'CR de consultation pharmaceutique', status: 'active' },
    { code: '96349-6', system: '2.16.840.1.113883.6.1', label: "Lettre d'adressage", status: 'active' },
    {
      code: '96874-3',
      system: '2.16.840.1.113883.6.1',
      label: 'COVID-19 Attestation de vaccination',
      status: 'active',
    },
    {
      code: '96173-0',
      system: '2.16.840.1.113883.6.1',
      label: "Test rapide d'orientation diagnostique",
      status: 'active',
    },
    { code: '57055-6', system: '2.16.840.1.113883.6.1', label: 'Synthèse antepartum', status: 'active' },
    { code: '57057-2', system: '2.16.840.1.113883.6.1', label: 'Synthèse Salle de Naissance Mère', status: 'active' },
    { code: '57075-4', system: '2.16.840.1.113883.6.1', label: 'Synthèse Salle de Naissance Enfant', status: 'active' },
    { code: '89235-6', system: '2.16.840.1.113883.6.1', label: 'Synthèse Suites de Couches Mère', status: 'active' },
    { code: '78489-2', system: '2.16.840.1.113883.6.1', label: 'Synthèse Enfant en Maternité', status: 'active' },
    { code: '89233-1', system: '2.16.840.1.113883.6.1', label: 'CR de grossesse', status: 'active' },
    { code: '101881-1', system: '2.16.840.1.113883.6.1', label: "Carte d'implant", status: 'active' },
    { code: 'E1762', system: 'ASTM', label: 'Full Document', status: 'active' },
  ],
};
