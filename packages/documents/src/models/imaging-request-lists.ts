import { dicom, icd10, type List, snomed, taAsip } from './imaging-lists.js';
import { coded } from './values.js';

// Value sets of the request of imaging: ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19).

const ncit = (code: string, displayName: string) => coded(code, displayName, '2.16.840.1.113883.3.26.1.1', 'NCIT');

/** JDV_Modalite_demandeActeImagerie_CISIS (1.2.250.1.213.1.1.5.660). */
export const REQUESTED_MODALITIES = {
  radiographieSansContraste: taAsip('MED-1126', 'Radiographie sans contraste'),
  radiographieAvecContraste: taAsip('MED-1127', 'Radiographie avec contraste'),
  mammographie: dicom('MG', 'Mammographie'),
  echographieSansContraste: taAsip('MED-1128', 'Échographie sans contraste'),
  echographieAvecContraste: taAsip('MED-1129', 'Échographie avec contraste'),
  scanner: dicom('CT', 'Scanner/TDM'),
  irm: dicom('MR', 'IRM'),
  radiologieInterventionnelle: ncit('C63334', 'Radiologie interventionnelle'),
  autre: dicom('OT', "Autre technique d'imagerie"),
  scintigraphie: dicom('NM', 'Scintigraphie'),
  tep: dicom('PT', 'TEP : Tomographie par émission de positons'),
} as const satisfies List;

/** JDV_FonctionEtudieeScintigraphie_CISIS (1.2.250.1.213.1.1.5.669). */
export const SCINTIGRAPHY_FUNCTIONS = {
  perfusionMyocardique: taAsip('MED-1141', 'Cardiaque : Perfusion myocardique'),
  fevg: taAsip('MED-1142', 'Cardiaque : FEVG'),
  osseuse: taAsip('MED-1143', 'Osseuse'),
  pulmonaire: taAsip('MED-1144', 'Pulmonaire'),
  endocrinienne: taAsip('MED-1145', 'Endocrinienne'),
  uroNephrologie: taAsip('MED-1146', 'Uro-Néphrologie'),
  digestive: taAsip('MED-1147', 'Digestive'),
  neurologique: taAsip('MED-1148', 'Neurologique'),
  hematologie: taAsip('MED-1149', 'Hématologie'),
  lymphoscintigraphie: taAsip('MED-1150', 'Lymphoscintigraphie'),
  leucocytesMarques: taAsip('MED-1151', 'Scintigraphie aux leucocytes marqués'),
  autreFonction: taAsip('GEN-092.04.19', 'Autre fonction étudiée'),
} as const satisfies List;

/** JDV_FonctionEtudieeTEP_CISIS (1.2.250.1.213.1.1.5.668). */
export const PET_FUNCTIONS = {
  fdgOncologie: taAsip('MED-1133', 'FDG Oncologie /Infectieux/inflammatoire'),
  fdgCerebrale: taAsip('MED-1134', 'FDG cérébrale'),
  fCholine: taAsip('MED-1135', 'F-Choline'),
  fDopaCerebrale: taAsip('MED-1136', 'F-DOPA cérébrale'),
  fDopaOncologie: taAsip('MED-1137', 'F-DOPA oncologie'),
  fna: taAsip('MED-1138', 'FNA'),
  fFluciclovine: taAsip('MED-1139', 'F-Fluciclovine'),
  autreTraceur: taAsip('GEN-092.04.18', 'Autre (autres traceurs, TEP-IRM)'),
} as const satisfies List;

/** JDV_InfoPriseEnCharge_CISIS (1.2.250.1.213.1.1.5.685). */
export const CARE_NEEDS = {
  bacterieMultiresistante: icd10('U83.71', 'Bactérie multirésistante [BMR]'),
  accompagnement: taAsip('MED-1124', 'Patient nécessitant un accompagnement par un tiers'),
  mobiliteRestreinte: icd10('Z74.0', "Besoin d'assistance du fait de mobilité restreinte"),
  nonCooperant: taAsip('MED-1125', 'Patient potentiellement non-coopérant (déficience mentale, etc.)'),
  germeAerien: taAsip('MED-1123', "Patient porteur d'un germe à transmission aérienne"),
} as const satisfies List;

/** JDV_ModificateurTopographique_CISIS (1.2.250.1.213.1.1.5.688). */
export const TOPOGRAPHIES = {
  droit: snomed('24028007', 'droit'),
  gauche: snomed('7771000', 'gauche'),
  bilateral: snomed('51440002', 'bilatéral'),
  unilateral: snomed('66459002', 'unilatéral(e)'),
  lateral: snomed('49370004', 'latéral(e)'),
  median: snomed('260528009', 'médian(e)'),
  anterieur: snomed('255549009', 'antérieur(e)'),
  posterieur: snomed('255551008', 'postérieur(e)'),
  cephalique: snomed('66787007', 'céphalique'),
  caudal: snomed('3583002', 'caudal(e)'),
  medial: snomed('255561001', 'médial(e)'),
  central: snomed('26216008', 'central(e)'),
  peripherique: snomed('14414005', 'périphérique'),
  externe: snomed('261074009', 'externe'),
  interne: snomed('260521003', 'interne'),
  intermediaire: snomed('11896004', 'intermédiaire'),
  inferieur: snomed('261089000', 'inférieur(e)'),
  superieur: snomed('264217000', 'supérieur(e)'),
  transverse: snomed('62824007', 'transverse'),
  proximal: snomed('40415009', 'proximal(e)'),
  distal: snomed('46053002', 'distal(e)'),
  postaxial: snomed('60583000', 'postaxial'),
  preaxial: snomed('32400000', 'préaxial'),
  apical: snomed('43674008', 'apical(e)'),
  basal: snomed('57195005', 'basal(e)'),
  afferent: snomed('49530007', 'afférent(e)'),
  efferent: snomed('33843005', 'efférent(e)'),
  coronal: snomed('81654009', 'coronal(e)'),
  superficiel: snomed('26283006', 'superficiel(le)'),
  profond: snomed('795002', 'profond(e)'),
  horizontal: snomed('24020000', 'horizontal(e)'),
  longitudinal: snomed('38717003', 'longitudinal(e)'),
  vertical: snomed('33096000', 'vertical(e)'),
  sagittal: snomed('30730003', 'sagital(le)'),
  axial: snomed('24422004', 'axial(e)'),
  extraArticulaire: snomed('87687004', 'extra-articulaire'),
  surface: snomed('410679008', 'surface'),
  gouttiere: snomed('68493006', 'gouttière'),
  hilaire: snomed('32381004', 'hilaire'),
  capsulaire: snomed('11070000', 'capsulaire'),
  sousCapsulaire: snomed('61397002', 'sous-capsulaire'),
  bord: snomed('57183005', "le long d'un bord"),
  anterolateral: snomed('37197008', 'antérolatéral(e)'),
  posterolateral: snomed('90069004', 'postérolatéral(e)'),
  intraArticulaire: snomed('131183008', 'intra-articulaire'),
  marginal: snomed('112233002', 'marginal'),
} as const satisfies List;
