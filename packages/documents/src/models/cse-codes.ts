import type { Coded } from '@socle-sante/core/coded';
import { SYSTEMS } from '../cda/oids.js';
import type { Activity, Education, FollowUp, Occupation } from './schema/child-certificate.js';
import { coded } from './values.js';

/** A code of TA_ASIP. */
export const ta = (code: string, displayName: string): Coded => coded(code, displayName, SYSTEMS.taAsip, 'TA_ASIP');
export const snomed = (code: string, displayName: string): Coded =>
  coded(code, displayName, SYSTEMS.snomed, 'SNOMED CT');
export const icd10 = (code: string, displayName: string): Coded => coded(code, displayName, SYSTEMS.icd10, 'CIM-10');
export const atc = (code: string, displayName: string): Coded => coded(code, displayName, SYSTEMS.atc, 'ATC');

const pcs = (code: string, displayName: string) => coded(code, displayName, '1.2.250.1.213.2.13', 'PCS-INSEE');

/** JDV_Profession_CISIS. */
export const OCCUPATIONS: Readonly<Record<Occupation, Coded>> = {
  farmer: pcs('1', 'Agriculteur exploitant'),
  selfEmployed: pcs('2', "Artisan, commerçant ou chef d'entreprise"),
  executive: pcs('3', 'Cadre ou profession intellectuelle supérieure'),
  intermediate: pcs('4', 'Profession intermédiaire'),
  employee: pcs('5', 'Employé'),
  worker: pcs('6', 'Ouvrier'),
};

/** JDV_Activite_CISIS. */
export const ACTIVITIES: Readonly<Record<Activity, Coded>> = {
  employed: ta('PAT-040', 'Activité salariée'),
  retired: ta('PAT-042', 'Retraité'),
  atHome: ta('PAT-043', 'Au foyer'),
  parentalLeave: ta('PAT-044', 'Congé parental'),
  unemployed: ta('PAT-045', 'Chômeur'),
  student: ta('PAT-046', 'Elève, étudiant ou en formation'),
  otherInactive: ta('GEN-092.05.06', 'Autre inactif'),
  other: ta('GEN-092.05.05', 'Autre activité'),
};

/** JDV_NiveauEtude_CISIS. */
export const EDUCATIONS: Readonly<Record<Education, Coded>> = {
  primary: ta('PAT-035', 'Ecole primaire'),
  college: ta('PAT-036', 'Collège'),
  lycee: ta('PAT-037', 'Lycée'),
  bac2: ta('PAT-038', 'Bac +1 ou +2'),
  bac3: ta('PAT-039', 'Bac +3 et +'),
};

/** JDV_Rencontre_CS8_CISIS, JDV_Rencontre_CS9_CS24_CISIS. */
export const FOLLOW_UPS: Readonly<Record<FollowUp['to'], Coded>> = {
  professional: ta('ORG-194', 'Orientation vers un autre professionnel de santé'),
  multidisciplinary: ta(
    'ORG-195',
    'Orientation vers une structure pluridisciplinaire (CAMPS centre de référence, réseau…)',
  ),
  pmi: ta('ORG-196', 'Lien avec le médecin de PMI après accord des parents'),
};

/** JDV_VaccinCSE8_CISIS, JDV_VaccinCSE9_CISIS, JDV_VaccinCSE24_CISIS. */
export const VACCINES = {
  diphtheriaPolioTetanus: {
    atc: atc('J07CA01', 'diphtérie-poliomyélite-tétanos'),
    text: 'Vaccin diphtérie-poliomyélite-tétanos',
  },
  pertussis: { atc: atc('J07AJ', 'vaccins coquelucheux'), text: 'Vaccin contre la coqueluche' },
  haemophilus: {
    atc: atc('J07AG', "vaccins de l'Haemophilus influenzae B"),
    text: 'Vaccin contre Haemophilus influenzae B',
  },
  hepatitisB: { atc: atc('J07BC01', 'hépatite B, antigène purifié'), text: "Vaccin contre l'hépatite B" },
  pneumococcus: { atc: atc('J07AL', 'vaccins pneumococciques'), text: 'Vaccin antipneumococcique' },
  meningococcusC: {
    atc: atc('J07AH07', 'méningocoque C, antigène polysaccharidique purifié conjugué'),
    text: 'Vaccin contre le méningocoque C',
  },
  meningococcusACWY: {
    atc: atc('J07AH08', 'méningocoques A,C,Y, W-135, antigènes polysaccharidiques tétravalents purifiés conjugués'),
    text: 'Vaccin contre les méningocoques A, C, W, Y',
  },
  meningococcusB: {
    atc: atc('J07AH09', 'méningocoque B, vaccin multicomposant'),
    text: 'Vaccin contre le méningocoque B',
  },
  measlesMumpsRubella: {
    atc: atc('J07BD52', 'rougeole en association aux oreillons et à la rubéole, virus vivants atténués'),
    text: 'Vaccin rougeole-oreillons-rubéole',
  },
  rotavirus: { atc: atc('J07BH', 'vaccins des diarrhées à Rotavirus'), text: 'Vaccin contre le rotavirus' },
  tuberculosis: { atc: atc('J07AN', 'vaccins de la tuberculose'), text: 'Vaccin antituberculeux' },
  yellowFever: { atc: atc('J07BL', 'vaccins de la fièvre jaune'), text: 'Vaccin contre la fièvre jaune' },
} as const;
export type CertifiedVaccine = keyof typeof VACCINES;
