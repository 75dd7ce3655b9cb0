// Written by scripts/generate.ts from data/jdv-j65.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J65. */
export type JdvJ65Code =
  | 'ALIM_AM'
  | 'DISPOSITIF'
  | 'EXP_PATIENT'
  | 'SECRETARIAT_MEDICAL'
  | 'AUTOMATE'
  | '10'
  | '21'
  | '26'
  | '28'
  | '31'
  | '32'
  | '35'
  | '36'
  | '37'
  | '38'
  | '39'
  | '40'
  | '50'
  | '60'
  | '69'
  | '70'
  | '80'
  | '81'
  | '82'
  | '83'
  | '84'
  | '85'
  | '86'
  | '91'
  | '92'
  | '94'
  | '95'
  | '96'
  | '98'
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
  | '99'
  | 'SCD01'
  | 'SCD02'
  | 'SCD03'
  | 'PAC00'
  | 'SM01'
  | 'SM02'
  | 'SM03'
  | 'SM04'
  | 'SM05'
  | 'SM06'
  | 'SM07'
  | 'SM08'
  | 'SM09'
  | 'SM10'
  | 'SM11'
  | 'SM12'
  | 'SM13'
  | 'SM14'
  | 'SM15'
  | 'SM16'
  | 'SM17'
  | 'SM18'
  | 'SM19'
  | 'SM20'
  | 'SM21'
  | 'SM22'
  | 'SM23'
  | 'SM24'
  | 'SM25'
  | 'SM26'
  | 'SM27'
  | 'SM28'
  | 'SM29'
  | 'SM30'
  | 'SM31'
  | 'SM32'
  | 'SM33'
  | 'SM34'
  | 'SM35'
  | 'SM36'
  | 'SM37'
  | 'SM38'
  | 'SM39'
  | 'SM40'
  | 'SM41'
  | 'SM42'
  | 'SM43'
  | 'SM44'
  | 'SM45'
  | 'SM46'
  | 'SM47'
  | 'SM48'
  | 'SM49'
  | 'SM50'
  | 'SM51'
  | 'SM52'
  | 'SM53'
  | 'SM54'
  | 'SM55'
  | 'SM56'
  | 'SM57'
  | 'SM58'
  | 'SM59'
  | 'SM60'
  | 'SM61'
  | 'SM62'
  | 'SM63'
  | 'SM64'
  | 'SM65'
  | 'SM66'
  | 'SM67'
  | 'SM68'
  | 'SM69'
  | 'SM70'
  | 'SM71'
  | 'SM72'
  | 'CEX22'
  | 'CEX24'
  | 'CEX26'
  | 'CEX64'
  | 'SCH01'
  | 'SCH02'
  | 'SCH03'
  | 'SCH04'
  | 'SCH05'
  | 'SCH06'
  | 'SCH07'
  | 'SCH08'
  | 'SCH09'
  | 'SCH10'
  | 'SCH11'
  | 'SCH12'
  | 'SCH13'
  | 'SCH14'
  | 'SCH15'
  | 'SCH16'
  | 'SCH17'
  | 'SCH18'
  | 'SCH19'
  | 'SCH20'
  | 'SCH21'
  | 'SCH22'
  | 'SCH23'
  | 'SCH24'
  | 'SCH25'
  | 'SCH26'
  | 'SCH27'
  | 'SCH28'
  | 'SCH29'
  | 'SCH30'
  | 'SCH31'
  | 'SCH32'
  | 'SCH33'
  | 'SCH34'
  | 'SCH35'
  | 'SCH36'
  | 'SCH37'
  | 'SCH38'
  | 'SCH39'
  | 'SCH40'
  | 'SCH41'
  | 'SCH42'
  | 'SCH43'
  | 'SCH44'
  | 'SCH45'
  | 'SCH46'
  | 'SCH47'
  | 'SCH48'
  | 'SCH49'
  | 'SCH50'
  | 'SCH51'
  | 'SCH52'
  | 'SCH53'
  | 'SCH54'
  | 'SCH55'
  | 'SCH56'
  | 'SCH57'
  | 'SCH58'
  | 'SCH59'
  | 'SCH60'
  | 'SI01'
  | 'SI02'
  | 'SI03'
  | 'SI04'
  | 'C01'
  | 'C03'
  | 'C05'
  | 'C07'
  | 'C09'
  | 'C10'
  | 'C11'
  | 'C12'
  | 'C13'
  | 'C15'
  | 'C20'
  | 'C23'
  | 'C25'
  | 'C27'
  | 'C29'
  | 'C30'
  | 'C31'
  | 'C33'
  | 'C34'
  | 'C35'
  | 'C36'
  | 'C37'
  | 'C38'
  | 'C39'
  | 'C40'
  | 'C41'
  | 'C43'
  | 'C45'
  | 'C47'
  | 'C51'
  | 'C52'
  | 'C54'
  | 'C57'
  | 'C58'
  | 'C60'
  | 'C62'
  | 'C68'
  | 'C69'
  | 'C71'
  | 'C72'
  | 'C75'
  | 'C76'
  | 'C83'
  | 'CAPA01'
  | 'CAPA02'
  | 'CAPA03'
  | 'CAPA04'
  | 'CAPA05'
  | 'CAPA06'
  | 'CAPA07'
  | 'CAPA08'
  | 'CAPA09'
  | 'CAPA10'
  | 'CAPA11'
  | 'CAPA12'
  | 'CAPA13'
  | 'CAPA14'
  | 'CAPA15'
  | 'CAPA16'
  | 'DSM200'
  | 'DSM201'
  | 'DSM202'
  | 'DSM203'
  | 'DSM204'
  | 'DSM205'
  | 'DSM206'
  | 'DSM207'
  | 'DSM208'
  | 'DSM209'
  | 'DSM210'
  | 'DSM211'
  | 'DSM212'
  | 'DSM213'
  | 'DSM214'
  | 'DSM215'
  | 'DSM216'
  | 'DSM217'
  | 'DSM218'
  | 'DSM219'
  | 'DSM220'
  | 'DSM221'
  | 'DSM222'
  | 'DSM223'
  | 'DSM224'
  | 'DSM225'
  | 'DSM226'
  | 'DSM227'
  | 'DSM228'
  | 'DSM229'
  | 'DSM230'
  | 'DSM231'
  | 'DSM232'
  | 'DSM233'
  | 'DSM234'
  | 'DSM235'
  | 'DSM236'
  | 'DSM237'
  | 'DSM238'
  | 'DSM239'
  | 'DSM240'
  | 'A'
  | 'B'
  | 'C'
  | 'D'
  | 'DA'
  | 'DM'
  | 'E'
  | 'EA'
  | 'EB'
  | 'EC'
  | 'ED'
  | 'EG'
  | 'EH'
  | 'G'
  | 'H'
  | 'M'
  | 'GENR01'
  | 'GENR02'
  | 'GENR03'
  | 'GENR04'
  | 'GENR06'
  | 'GENR08'
  | 'GENR09'
  | 'GENR10'
  | 'GENR11'
  | 'GENR12'
  | 'FON-01'
  | 'FON-02'
  | 'FON-03'
  | 'FON-04'
  | 'FON-05'
  | 'FON-07'
  | 'FON-09'
  | 'FON-15'
  | 'FON-16'
  | 'FON-17'
  | 'FON-18'
  | 'FON-19'
  | 'FON-21'
  | 'FON-22'
  | 'FON-23'
  | 'FON-24'
  | 'FON-29'
  | 'FON-32'
  | 'FON-33'
  | 'FON-36'
  | 'FON-37'
  | 'FON-39'
  | 'FON-40'
  | 'FON-41'
  | 'FON-42'
  | 'FON-43'
  | 'FON-45'
  | 'FON-46'
  | 'FON-47'
  | 'FON-48'
  | 'FON-49'
  | 'FON-50'
  | 'FON-51'
  | 'FON-52'
  | 'FON-53'
  | 'FON-54'
  | 'FON-55'
  | 'FON-56'
  | 'FON-57'
  | 'FON-AU'
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
  | '350'
  | '351'
  | '352';

/** JDV_J65 SubjectRole DMP, OID 1.2.250.1.213.1.1.5.5, version 20220729. */
export const jdvJ65: ConceptSet<JdvJ65Code> = {
  id: 'JDV_J65',
  name: 'SubjectRole_DMP',
  oid: '1.2.250.1.213.1.1.5.5',
  version: '20220729',
  date: '2022-07-29',
  source: 'ANS, list of 2022-07-29 as copied by prosanteconnect/generate-VIHF',
  concepts: [
    {
      code: 'ALIM_AM',
      system: '1.2.250.1.213.1.1.4.6',
      label: "Alimentation automatique à partir du Système d'Information de l'Assurance Maladie",
      status: 'active',
    },
    { code: 'DISPOSITIF', system: '1.2.250.1.213.1.1.4.6', label: 'Dispositif médical', status: 'active' },
    {
      code: 'EXP_PATIENT',
      system: '1.2.250.1.213.1.1.4.6',
      label: 'Expression personnelle du patient',
      status: 'active',
    },
    { code: 'SECRETARIAT_MEDICAL', system: '1.2.250.1.213.1.1.4.6', label: 'Secrétariat médical', status: 'active' },
    { code: 'AUTOMATE', system: '1.2.250.1.213.1.1.4.6', label: 'Automate', status: 'active' },
    { code: '10', system: '1.2.250.1.71.1.2.7', label: 'Médecin', status: 'active' },
    { code: '21', system: '1.2.250.1.71.1.2.7', label: 'Pharmacien', status: 'active' },
    { code: '26', system: '1.2.250.1.71.1.2.7', label: 'Audioprothésiste', status: 'active' },
    { code: '28', system: '1.2.250.1.71.1.2.7', label: 'Opticien-Lunetier', status: 'active' },
    { code: '31', system: '1.2.250.1.71.1.2.7', label: 'Assistant dentaire', status: 'active' },
    { code: '32', system: '1.2.250.1.71.1.2.7', label: 'Physicien médical', status: 'active' },
    { code: '35', system: '1.2.250.1.71.1.2.7', label: 'Aide-soignant', status: 'active' },
    { code: '36', system: '1.2.250.1.71.1.2.7', label: 'Ambulancier', status: 'active' },
    { code: '37', system: '1.2.250.1.71.1.2.7', label: 'Auxiliaire de puériculture', status: 'active' },
    { code: '38', system: '1.2.250.1.71.1.2.7', label: 'Préparateur en pharmacie hospitalière', status: 'active' },
    { code: '39', system: '1.2.250.1.71.1.2.7', label: 'Préparateur en pharmacie (officine)', status: 'active' },
    { code: '40', system: '1.2.250.1.71.1.2.7', label: 'Chirurgien-Dentiste', status: 'active' },
    { code: '50', system: '1.2.250.1.71.1.2.7', label: 'Sage-Femme', status: 'active' },
    { code: '60', system: '1.2.250.1.71.1.2.7', label: 'Infirmier', status: 'active' },
    { code: '69', system: '1.2.250.1.71.1.2.7', label: 'Infirmier psychiatrique', status: 'active' },
    { code: '70', system: '1.2.250.1.71.1.2.7', label: 'Masseur-Kinésithérapeute', status: 'active' },
    { code: '80', system: '1.2.250.1.71.1.2.7', label: 'Pédicure-Podologue', status: 'active' },
    { code: '81', system: '1.2.250.1.71.1.2.7', label: 'Orthoprothésiste', status: 'active' },
    { code: '82', system: '1.2.250.1.71.1.2.7', label: 'Podo-Orthésiste', status: 'active' },
    { code: '83', system: '1.2.250.1.71.1.2.7', label: 'Orthopédiste-Orthésiste', status: 'active' },
    { code: '84', system: '1.2.250.1.71.1.2.7', label: 'Oculariste', status: 'active' },
    { code: '85', system: '1.2.250.1.71.1.2.7', label: 'Epithésiste', status: 'active' },
    { code: '86', system: '1.2.250.1.71.1.2.7', label: 'Technicien de laboratoire médical', status: 'active' },
    { code: '91', system: '1.2.250.1.71.1.2.7', label: 'Orthophoniste', status: 'active' },
    { code: '92', system: '1.2.250.1.71.1.2.7', label: 'Orthoptiste', status: 'active' },
    { code: '94', system: '1.2.250.1.71.1.2.7', label: 'Ergothérapeute', status: 'active' },
    { code: '95', system: '1.2.250.1.71.1.2.7', label: 'Diététicien', status: 'active' },
    { code: '96', system: '1.2.250.1.71.1.2.7', label: 'Psychomotricien', status: 'active' },
    { code: '98', system: '1.2.250.1.71.1.2.7', label: 'Manipulateur ERM', status: 'active' },
    { code: '10', system: '1.2.250.1.71.1.2.8', label: 'Médecin en formation', status: 'active' },
    { code: '21', system: '1.2.250.1.71.1.2.8', label: 'Pharmacien en formation', status: 'active' },
    { code: '40', system: '1.2.250.1.71.1.2.8', label: 'Chirurgien-Dentiste en formation', status: 'active' },
    { code: '50', system: '1.2.250.1.71.1.2.8', label: 'Sage-Femme en formation', status: 'active' },
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
    { code: '99', system: '1.2.250.1.213.1.6.1.140', label: 'Acteur caractérisé par son rôle', status: 'active' },
    { code: 'SCD01', system: '1.2.250.1.71.4.2.5', label: 'Orthopédie dento-faciale (SCD)', status: 'active' },
    { code: 'SCD02', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie orale (SCD)', status: 'active' },
    { code: 'SCD03', system: '1.2.250.1.71.4.2.5', label: 'Médecine bucco-dentaire (SCD)', status: 'active' },
    {
      code: 'PAC00',
      system: '1.2.250.1.71.4.2.5',
      label: 'Qualifié Praticien Adjoint Contractuel (PAC)',
      status: 'active',
    },
    { code: 'SM01', system: '1.2.250.1.71.4.2.5', label: 'Anatomie et cytologie pathologiques (SM)', status: 'active' },
    { code: 'SM02', system: '1.2.250.1.71.4.2.5', label: 'Anesthésie-réanimation (SM)', status: 'active' },
    { code: 'SM03', system: '1.2.250.1.71.4.2.5', label: 'Biologie médicale (SM)', status: 'active' },
    { code: 'SM04', system: '1.2.250.1.71.4.2.5', label: 'Cardiologie et maladies vasculaires (SM)', status: 'active' },
    { code: 'SM05', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie générale (SM)', status: 'active' },
    { code: 'SM06', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie maxillo-faciale (SM)', status: 'active' },
    {
      code: 'SM07',
      system: '1.2.250.1.71.4.2.5',
      label: 'Chirurgie maxillo-faciale et stomatologie (SM)',
      status: 'active',
    },
    {
      code: 'SM08',
      system: '1.2.250.1.71.4.2.5',
      label: 'Chirurgie orthopédique et traumatologie (SM)',
      status: 'active',
    },
    { code: 'SM09', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie infantile (SM)', status: 'active' },
    {
      code: 'SM10',
      system: '1.2.250.1.71.4.2.5',
      label: 'Chirurgie plastique reconstructrice et esthétique (SM)',
      status: 'active',
    },
    {
      code: 'SM11',
      system: '1.2.250.1.71.4.2.5',
      label: 'Chirurgie thoracique et cardio-vasculaire (SM)',
      status: 'active',
    },
    { code: 'SM12', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie urologique (SM)', status: 'active' },
    { code: 'SM13', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie vasculaire (SM)', status: 'active' },
    { code: 'SM14', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie viscérale et digestive (SM)', status: 'active' },
    { code: 'SM15', system: '1.2.250.1.71.4.2.5', label: 'Dermatologie et vénéréologie (SM)', status: 'active' },
    { code: 'SM16', system: '1.2.250.1.71.4.2.5', label: 'Endocrinologie et métabolisme (SM)', status: 'active' },
    { code: 'SM17', system: '1.2.250.1.71.4.2.5', label: 'Génétique médicale (SM)', status: 'active' },
    { code: 'SM18', system: '1.2.250.1.71.4.2.5', label: 'Gériatrie (SM)', status: 'active' },
    { code: 'SM19', system: '1.2.250.1.71.4.2.5', label: 'Gynécologie médicale (SM)', status: 'active' },
    { code: 'SM20', system: '1.2.250.1.71.4.2.5', label: 'Gynécologie-obstétrique (SM)', status: 'active' },
    { code: 'SM21', system: '1.2.250.1.71.4.2.5', label: 'Hématologie (SM)', status: 'active' },
    { code: 'SM22', system: '1.2.250.1.71.4.2.5', label: 'Hématologie option Maladie du sang (SM)', status: 'active' },
    { code: 'SM23', system: '1.2.250.1.71.4.2.5', label: 'Hématologie option Onco-hématologie (SM)', status: 'active' },
    { code: 'SM24', system: '1.2.250.1.71.4.2.5', label: 'Gastro-entérologie et hépatologie (SM)', status: 'active' },
    { code: 'SM25', system: '1.2.250.1.71.4.2.5', label: 'Médecine du travail (SM)', status: 'active' },
    { code: 'SM26', system: '1.2.250.1.71.4.2.5', label: 'Qualifié en médecine générale (SM)', status: 'active' },
    { code: 'SM27', system: '1.2.250.1.71.4.2.5', label: 'Médecine interne (SM)', status: 'active' },
    { code: 'SM28', system: '1.2.250.1.71.4.2.5', label: 'Médecine nucléaire (SM)', status: 'active' },
    { code: 'SM29', system: '1.2.250.1.71.4.2.5', label: 'Médecine physique et réadaptation (SM)', status: 'active' },
    { code: 'SM30', system: '1.2.250.1.71.4.2.5', label: 'Néphrologie (SM)', status: 'active' },
    { code: 'SM31', system: '1.2.250.1.71.4.2.5', label: 'Neuro-chirurgie (SM)', status: 'active' },
    { code: 'SM32', system: '1.2.250.1.71.4.2.5', label: 'Neurologie (SM)', status: 'active' },
    { code: 'SM33', system: '1.2.250.1.71.4.2.5', label: 'Neuro-psychiatrie (SM)', status: 'active' },
    { code: 'SM34', system: '1.2.250.1.71.4.2.5', label: 'ORL et chirurgie cervico-faciale (SM)', status: 'active' },
    { code: 'SM35', system: '1.2.250.1.71.4.2.5', label: 'Oncologie option onco-hématologie (SM)', status: 'active' },
    { code: 'SM36', system: '1.2.250.1.71.4.2.5', label: 'Oncologie option médicale (SM)', status: 'active' },
    { code: 'SM37', system: '1.2.250.1.71.4.2.5', label: 'Oncologie option radiothérapie (SM)', status: 'active' },
    { code: 'SM38', system: '1.2.250.1.71.4.2.5', label: 'Ophtalmologie (SM)', status: 'active' },
    { code: 'SM39', system: '1.2.250.1.71.4.2.5', label: 'Oto-rhino-laryngologie (SM)', status: 'active' },
    { code: 'SM40', system: '1.2.250.1.71.4.2.5', label: 'Pédiatrie (SM)', status: 'active' },
    { code: 'SM41', system: '1.2.250.1.71.4.2.5', label: 'Pneumologie (SM)', status: 'active' },
    { code: 'SM42', system: '1.2.250.1.71.4.2.5', label: 'Psychiatrie (SM)', status: 'active' },
    {
      code: 'SM43',
      system: '1.2.250.1.71.4.2.5',
      label: 'Psychiatrie option enfant et adolescent (SM)',
      status: 'active',
    },
    { code: 'SM44', system: '1.2.250.1.71.4.2.5', label: 'Radiodiagnostic (SM)', status: 'active' },
    { code: 'SM45', system: '1.2.250.1.71.4.2.5', label: 'Radiothérapie (SM)', status: 'active' },
    { code: 'SM46', system: '1.2.250.1.71.4.2.5', label: 'Médecine intensive-réanimation (SM)', status: 'active' },
    { code: 'SM47', system: '1.2.250.1.71.4.2.5', label: 'Recherche médicale (SM)', status: 'active' },
    { code: 'SM48', system: '1.2.250.1.71.4.2.5', label: 'Rhumatologie (SM)', status: 'active' },
    { code: 'SM49', system: '1.2.250.1.71.4.2.5', label: 'Santé publique et médecine sociale (SM)', status: 'active' },
    { code: 'SM50', system: '1.2.250.1.71.4.2.5', label: 'Stomatologie (SM)', status: 'active' },
    {
      code: 'SM51',
      system: '1.2.250.1.71.4.2.5',
      label: 'Gynéco-obstétrique et Gynéco médicale option Gynéco-obst. (SM)',
      status: 'active',
    },
    {
      code: 'SM52',
      system: '1.2.250.1.71.4.2.5',
      label: 'Gynéco-obstétrique et Gynéco médicale option Gynéco-médicale (SM)',
      status: 'active',
    },
    { code: 'SM53', system: '1.2.250.1.71.4.2.5', label: 'Spécialiste en médecine générale (SM)', status: 'active' },
    { code: 'SM54', system: '1.2.250.1.71.4.2.5', label: 'Médecine générale (SM)', status: 'active' },
    { code: 'SM55', system: '1.2.250.1.71.4.2.5', label: 'Radiodiagnostic et radiothérapie (SM)', status: 'active' },
    { code: 'SM56', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie orale (SM)', status: 'active' },
    { code: 'SM57', system: '1.2.250.1.71.4.2.5', label: 'Allergologie (SM)', status: 'active' },
    { code: 'SM58', system: '1.2.250.1.71.4.2.5', label: 'Maladies infectieuses et tropicales (SM)', status: 'active' },
    { code: 'SM59', system: '1.2.250.1.71.4.2.5', label: "Médecine d'urgence (SM)", status: 'active' },
    {
      code: 'SM60',
      system: '1.2.250.1.71.4.2.5',
      label: 'Médecine légale et expertises médicales (SM)',
      status: 'active',
    },
    { code: 'SM61', system: '1.2.250.1.71.4.2.5', label: 'Médecine vasculaire (SM)', status: 'active' },
    {
      code: 'SM62',
      system: '1.2.250.1.71.4.2.5',
      label: 'Endocrinologie, diabétologie, nutrition (SM)',
      status: 'active',
    },
    {
      code: 'SM63',
      system: '1.2.250.1.71.4.2.5',
      label: 'Biologie médicale option biologie générale (SM)',
      status: 'active',
    },
    {
      code: 'SM64',
      system: '1.2.250.1.71.4.2.5',
      label: 'Biologie médicale option médecine moléculaire, génétique et pharmacologie (SM)',
      status: 'active',
    },
    {
      code: 'SM65',
      system: '1.2.250.1.71.4.2.5',
      label: 'Biologie médicale option hématologie et immunologie (SM)',
      status: 'active',
    },
    {
      code: 'SM66',
      system: '1.2.250.1.71.4.2.5',
      label: 'Biologie médicale option agents infectieux (SM)',
      status: 'active',
    },
    {
      code: 'SM67',
      system: '1.2.250.1.71.4.2.5',
      label: 'Biologie médicale option biologie de la reproduction (SM)',
      status: 'active',
    },
    {
      code: 'SM68',
      system: '1.2.250.1.71.4.2.5',
      label: 'Chirurgie maxillo-faciale (réforme 2017) (SM)',
      status: 'active',
    },
    {
      code: 'SM69',
      system: '1.2.250.1.71.4.2.5',
      label: 'Chirurgie pédiatrique option chirurgie viscérale pédiatrique (SM)',
      status: 'active',
    },
    {
      code: 'SM70',
      system: '1.2.250.1.71.4.2.5',
      label: 'Chirurgie pédiatrique option orthopédie pédiatrique (SM)',
      status: 'active',
    },
    { code: 'SM71', system: '1.2.250.1.71.4.2.5', label: 'Hématologie (réforme 2017) (SM)', status: 'active' },
    {
      code: 'SM72',
      system: '1.2.250.1.71.4.2.5',
      label: 'Médecine interne et immunologie clinique (SM)',
      status: 'active',
    },
    {
      code: 'CEX22',
      system: '1.2.250.1.71.4.2.5',
      label: 'Gynécologie médicale et obstétrique (CEX)',
      status: 'active',
    },
    { code: 'CEX24', system: '1.2.250.1.71.4.2.5', label: 'Gynécologie médicale (CEX)', status: 'active' },
    { code: 'CEX26', system: '1.2.250.1.71.4.2.5', label: 'Obstétrique (CEX)', status: 'active' },
    { code: 'CEX64', system: '1.2.250.1.71.4.2.5', label: 'Urologie (CEX)', status: 'active' },
    {
      code: 'SCH01',
      system: '1.2.250.1.71.4.2.5',
      label: 'Anatomie et cytologie pathologiques (SCH)',
      status: 'active',
    },
    { code: 'SCH02', system: '1.2.250.1.71.4.2.5', label: 'Anesthésie-réanimation (SCH)', status: 'active' },
    {
      code: 'SCH03',
      system: '1.2.250.1.71.4.2.5',
      label: 'Bactériologie-virologie, hygiène hospitalière (SCH)',
      status: 'active',
    },
    { code: 'SCH04', system: '1.2.250.1.71.4.2.5', label: 'Biochimie (SCH)', status: 'active' },
    {
      code: 'SCH05',
      system: '1.2.250.1.71.4.2.5',
      label: 'Biologie cellulaire, histologie, biologie du développement et de la reproduction (SCH)',
      status: 'active',
    },
    { code: 'SCH06', system: '1.2.250.1.71.4.2.5', label: 'Biologie médicale (SCH)', status: 'active' },
    { code: 'SCH07', system: '1.2.250.1.71.4.2.5', label: 'Biophysique (SCH)', status: 'active' },
    { code: 'SCH08', system: '1.2.250.1.71.4.2.5', label: 'Oncologie médicale (SCH)', status: 'active' },
    {
      code: 'SCH09',
      system: '1.2.250.1.71.4.2.5',
      label: 'Cardiologie et maladies vasculaires (SCH)',
      status: 'active',
    },
    { code: 'SCH10', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie générale (SCH)', status: 'active' },
    { code: 'SCH11', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie viscérale et digestive (SCH)', status: 'active' },
    { code: 'SCH12', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie infantile (SCH)', status: 'active' },
    { code: 'SCH13', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie maxillo-faciale (SCH)', status: 'active' },
    {
      code: 'SCH14',
      system: '1.2.250.1.71.4.2.5',
      label: 'Chirurgie orthopédique et traumatologique (SCH)',
      status: 'active',
    },
    {
      code: 'SCH15',
      system: '1.2.250.1.71.4.2.5',
      label: 'Chirurgie plastique reconstructrice et esthétique (SCH)',
      status: 'active',
    },
    {
      code: 'SCH16',
      system: '1.2.250.1.71.4.2.5',
      label: 'Chirurgie thoracique et cardio-vasculaire (SCH)',
      status: 'active',
    },
    { code: 'SCH17', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie urologique (SCH)', status: 'active' },
    { code: 'SCH18', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie vasculaire (SCH)', status: 'active' },
    { code: 'SCH19', system: '1.2.250.1.71.4.2.5', label: 'Dermatologie et vénéréologie (SCH)', status: 'active' },
    { code: 'SCH20', system: '1.2.250.1.71.4.2.5', label: 'Endocrinologie et métabolisme (SCH)', status: 'active' },
    { code: 'SCH21', system: '1.2.250.1.71.4.2.5', label: 'Santé publique (SCH)', status: 'active' },
    { code: 'SCH22', system: '1.2.250.1.71.4.2.5', label: 'Explorations fonctionnelles (SCH)', status: 'active' },
    { code: 'SCH23', system: '1.2.250.1.71.4.2.5', label: 'Gastro-entérologie et hépatologie (SCH)', status: 'active' },
    { code: 'SCH24', system: '1.2.250.1.71.4.2.5', label: 'Génétique (SCH)', status: 'active' },
    { code: 'SCH25', system: '1.2.250.1.71.4.2.5', label: 'Génétique médicale (SCH)', status: 'active' },
    { code: 'SCH26', system: '1.2.250.1.71.4.2.5', label: 'Gynécologie et obstétrique (SCH)', status: 'active' },
    { code: 'SCH27', system: '1.2.250.1.71.4.2.5', label: 'Hématologie biologique (SCH)', status: 'active' },
    { code: 'SCH28', system: '1.2.250.1.71.4.2.5', label: 'Hématologie clinique (SCH)', status: 'active' },
    { code: 'SCH29', system: '1.2.250.1.71.4.2.5', label: 'Hémobiologie-transfusion (SCH)', status: 'active' },
    { code: 'SCH30', system: '1.2.250.1.71.4.2.5', label: 'Hygiène hospitalière (SCH)', status: 'active' },
    { code: 'SCH31', system: '1.2.250.1.71.4.2.5', label: 'Immunologie biologique (SCH)', status: 'active' },
    { code: 'SCH32', system: '1.2.250.1.71.4.2.5', label: 'Immunologie clinique (SCH)', status: 'active' },
    {
      code: 'SCH33',
      system: '1.2.250.1.71.4.2.5',
      label: 'Maladies infectieuses, maladies tropicales (SCH)',
      status: 'active',
    },
    {
      code: 'SCH34',
      system: '1.2.250.1.71.4.2.5',
      label: 'Médecine de la reproduction et gynécologie médicale (SCH)',
      status: 'active',
    },
    { code: 'SCH35', system: '1.2.250.1.71.4.2.5', label: 'Médecine du travail (SCH)', status: 'active' },
    { code: 'SCH36', system: '1.2.250.1.71.4.2.5', label: "Médecine d'urgence (SCH)", status: 'active' },
    { code: 'SCH37', system: '1.2.250.1.71.4.2.5', label: 'Médecine générale (SCH)', status: 'active' },
    { code: 'SCH38', system: '1.2.250.1.71.4.2.5', label: 'Gériatrie (SCH)', status: 'active' },
    { code: 'SCH39', system: '1.2.250.1.71.4.2.5', label: 'Médecine interne (SCH)', status: 'active' },
    { code: 'SCH40', system: '1.2.250.1.71.4.2.5', label: 'Médecine légale (SCH)', status: 'active' },
    { code: 'SCH41', system: '1.2.250.1.71.4.2.5', label: 'Médecine nucléaire (SCH)', status: 'active' },
    {
      code: 'SCH42',
      system: '1.2.250.1.71.4.2.5',
      label: 'Médecine physique et de réadaptation (SCH)',
      status: 'active',
    },
    { code: 'SCH43', system: '1.2.250.1.71.4.2.5', label: 'Néphrologie (SCH)', status: 'active' },
    { code: 'SCH44', system: '1.2.250.1.71.4.2.5', label: 'Neurochirurgie (SCH)', status: 'active' },
    { code: 'SCH45', system: '1.2.250.1.71.4.2.5', label: 'Neurologie (SCH)', status: 'active' },
    { code: 'SCH46', system: '1.2.250.1.71.4.2.5', label: 'Odontologie polyvalente (SCH)', status: 'active' },
    { code: 'SCH47', system: '1.2.250.1.71.4.2.5', label: 'Ophtalmologie (SCH)', status: 'active' },
    { code: 'SCH48', system: '1.2.250.1.71.4.2.5', label: 'Oto-rhino-laryngologie (SCH)', status: 'active' },
    { code: 'SCH49', system: '1.2.250.1.71.4.2.5', label: 'Parasitologie (SCH)', status: 'active' },
    { code: 'SCH50', system: '1.2.250.1.71.4.2.5', label: 'Pédiatrie (SCH)', status: 'active' },
    {
      code: 'SCH51',
      system: '1.2.250.1.71.4.2.5',
      label: 'Pharmacie polyvalente et pharmacie hospitalière (SCH)',
      status: 'active',
    },
    {
      code: 'SCH52',
      system: '1.2.250.1.71.4.2.5',
      label: 'Pharmacologie clinique et toxicologie (SCH)',
      status: 'active',
    },
    { code: 'SCH53', system: '1.2.250.1.71.4.2.5', label: 'Pneumologie (SCH)', status: 'active' },
    { code: 'SCH54', system: '1.2.250.1.71.4.2.5', label: 'Psychiatrie polyvalente (SCH)', status: 'active' },
    { code: 'SCH55', system: '1.2.250.1.71.4.2.5', label: 'Radiologie (SCH)', status: 'active' },
    { code: 'SCH56', system: '1.2.250.1.71.4.2.5', label: 'Oncologie radiothérapique (SCH)', status: 'active' },
    { code: 'SCH57', system: '1.2.250.1.71.4.2.5', label: 'Réanimation médicale (SCH)', status: 'active' },
    { code: 'SCH58', system: '1.2.250.1.71.4.2.5', label: 'Rhumatologie (SCH)', status: 'active' },
    { code: 'SCH59', system: '1.2.250.1.71.4.2.5', label: 'Stomatologie (SCH)', status: 'active' },
    { code: 'SCH60', system: '1.2.250.1.71.4.2.5', label: 'Toxicologie et pharmacologie (SCH)', status: 'active' },
    {
      code: 'SI01',
      system: '1.2.250.1.71.4.2.5',
      label: 'Exercice infirmier en pratique avancée pathologies chroniques stabilisées (SI)',
      status: 'active',
    },
    {
      code: 'SI02',
      system: '1.2.250.1.71.4.2.5',
      label: 'Exercice infirmier en pratique avancée oncologie et hémato-oncologie (SI)',
      status: 'active',
    },
    {
      code: 'SI03',
      system: '1.2.250.1.71.4.2.5',
      label: 'Exercice infirmier en pratique avancée maladie rénale chronique, dialyse et transplantation rénale (SI)',
      status: 'active',
    },
    {
      code: 'SI04',
      system: '1.2.250.1.71.4.2.5',
      label: 'Exercice infirmier en pratique avancée santé mentale (SI)',
      status: 'active',
    },
    {
      code: 'C01',
      system: '1.2.250.1.71.4.2.5',
      label: 'Anatomie et cytologie pathologiques humaines (C)',
      status: 'active',
    },
    { code: 'C03', system: '1.2.250.1.71.4.2.5', label: 'Anesthésie-réanimation (C)', status: 'active' },
    { code: 'C05', system: '1.2.250.1.71.4.2.5', label: 'Médecine appliquée aux sports (C)', status: 'active' },
    { code: 'C07', system: '1.2.250.1.71.4.2.5', label: 'Cardiologie (C)', status: 'active' },
    {
      code: 'C09',
      system: '1.2.250.1.71.4.2.5',
      label: 'Chirurgie plastique reconstructrice et esthétique (C)',
      status: 'active',
    },
    { code: 'C10', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie maxillo-faciale (C)', status: 'active' },
    { code: 'C11', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie thoracique (C)', status: 'active' },
    { code: 'C12', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie orthopédique (C)', status: 'active' },
    { code: 'C13', system: '1.2.250.1.71.4.2.5', label: 'Urologie (C)', status: 'active' },
    { code: 'C15', system: '1.2.250.1.71.4.2.5', label: 'Dermato-vénéréologie (C)', status: 'active' },
    { code: 'C20', system: '1.2.250.1.71.4.2.5', label: 'Hémobiologie (C)', status: 'active' },
    { code: 'C23', system: '1.2.250.1.71.4.2.5', label: 'Gynécologie médicale et obstétrique (C)', status: 'active' },
    { code: 'C25', system: '1.2.250.1.71.4.2.5', label: 'Gynécologie médicale (C)', status: 'active' },
    { code: 'C27', system: '1.2.250.1.71.4.2.5', label: 'Obstétrique (C)', status: 'active' },
    { code: 'C29', system: '1.2.250.1.71.4.2.5', label: "Maladies de l'appareil digestif (C)", status: 'active' },
    { code: 'C30', system: '1.2.250.1.71.4.2.5', label: 'Néphrologie (C)', status: 'active' },
    { code: 'C31', system: '1.2.250.1.71.4.2.5', label: 'Médecine exotique (C)', status: 'active' },
    { code: 'C33', system: '1.2.250.1.71.4.2.5', label: 'Allergologie (C)', status: 'active' },
    { code: 'C34', system: '1.2.250.1.71.4.2.5', label: 'Angéiologie (C)', status: 'active' },
    { code: 'C35', system: '1.2.250.1.71.4.2.5', label: 'Cancérologie (C)', status: 'active' },
    { code: 'C36', system: '1.2.250.1.71.4.2.5', label: 'Diabétologie-nutrition (C)', status: 'active' },
    { code: 'C37', system: '1.2.250.1.71.4.2.5', label: 'Endocrinologie (C)', status: 'active' },
    { code: 'C38', system: '1.2.250.1.71.4.2.5', label: 'Maladies du sang (C)', status: 'active' },
    { code: 'C39', system: '1.2.250.1.71.4.2.5', label: 'Réanimation (C)', status: 'active' },
    { code: 'C40', system: '1.2.250.1.71.4.2.5', label: 'Médecine légale (C)', status: 'active' },
    { code: 'C41', system: '1.2.250.1.71.4.2.5', label: 'Médecine du travail (C)', status: 'active' },
    { code: 'C43', system: '1.2.250.1.71.4.2.5', label: 'Neurologie (C)', status: 'active' },
    { code: 'C45', system: '1.2.250.1.71.4.2.5', label: 'Neuro-chirurgie (C)', status: 'active' },
    { code: 'C47', system: '1.2.250.1.71.4.2.5', label: 'Neuro-psychiatrie (C)', status: 'active' },
    { code: 'C51', system: '1.2.250.1.71.4.2.5', label: 'Pédiatrie (C)', status: 'active' },
    { code: 'C52', system: '1.2.250.1.71.4.2.5', label: 'Phoniatrie (C)', status: 'active' },
    { code: 'C54', system: '1.2.250.1.71.4.2.5', label: 'Pneumologie (C)', status: 'active' },
    { code: 'C57', system: '1.2.250.1.71.4.2.5', label: 'Psychiatrie (C)', status: 'active' },
    {
      code: 'C58',
      system: '1.2.250.1.71.4.2.5',
      label: 'Psychiatrie option enfant et adolescent (C)',
      status: 'active',
    },
    { code: 'C60', system: '1.2.250.1.71.4.2.5', label: 'Médecine physique et réadaptation (C)', status: 'active' },
    { code: 'C62', system: '1.2.250.1.71.4.2.5', label: 'Rhumatologie (C)', status: 'active' },
    { code: 'C68', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie pédiatrique (C)', status: 'active' },
    { code: 'C69', system: '1.2.250.1.71.4.2.5', label: 'Médecine nucléaire (C)', status: 'active' },
    { code: 'C71', system: '1.2.250.1.71.4.2.5', label: 'Médecine thermale (C)', status: 'active' },
    { code: 'C72', system: '1.2.250.1.71.4.2.5', label: 'Génétique médicale (C)', status: 'active' },
    { code: 'C75', system: '1.2.250.1.71.4.2.5', label: 'Endocrinologie maladies métaboliques (C)', status: 'active' },
    { code: 'C76', system: '1.2.250.1.71.4.2.5', label: 'Orthopédie dento-maxillo-faciale (C)', status: 'active' },
    { code: 'C83', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie de la face et du cou (C)', status: 'active' },
    { code: 'CAPA01', system: '1.2.250.1.71.4.2.5', label: 'Addictologie clinique (CAPA)', status: 'active' },
    { code: 'CAPA02', system: '1.2.250.1.71.4.2.5', label: 'Aide médicale urgente (CAPA)', status: 'active' },
    { code: 'CAPA03', system: '1.2.250.1.71.4.2.5', label: 'Allergologie (CAPA)', status: 'active' },
    { code: 'CAPA04', system: '1.2.250.1.71.4.2.5', label: 'Angéiologie (CAPA)', status: 'active' },
    {
      code: 'CAPA05',
      system: '1.2.250.1.71.4.2.5',
      label: 'Evaluation et traitement de la douleur (CAPA)',
      status: 'active',
    },
    { code: 'CAPA06', system: '1.2.250.1.71.4.2.5', label: 'Gérontologie (CAPA)', status: 'active' },
    {
      code: 'CAPA07',
      system: '1.2.250.1.71.4.2.5',
      label: 'Hydrologie et climatologie médicales (CAPA)',
      status: 'active',
    },
    { code: 'CAPA08', system: '1.2.250.1.71.4.2.5', label: 'Médecine aérospatiale (CAPA)', status: 'active' },
    { code: 'CAPA09', system: '1.2.250.1.71.4.2.5', label: 'Médecine de catastrophe (CAPA)', status: 'active' },
    { code: 'CAPA10', system: '1.2.250.1.71.4.2.5', label: 'Médecine et biologie du sport (CAPA)', status: 'active' },
    {
      code: 'CAPA11',
      system: '1.2.250.1.71.4.2.5',
      label: 'Médecine de santé au travail et prévention des risques professionnels (CAPA)',
      status: 'active',
    },
    { code: 'CAPA12', system: '1.2.250.1.71.4.2.5', label: 'Médecine pénitentiaire (CAPA)', status: 'active' },
    { code: 'CAPA13', system: '1.2.250.1.71.4.2.5', label: 'Médecine tropicale (CAPA)', status: 'active' },
    { code: 'CAPA14', system: '1.2.250.1.71.4.2.5', label: 'Pratiques médico-judiciaires (CAPA)', status: 'active' },
    { code: 'CAPA15', system: '1.2.250.1.71.4.2.5', label: 'Technologie transfusionnelle (CAPA)', status: 'active' },
    { code: 'CAPA16', system: '1.2.250.1.71.4.2.5', label: 'Toxicomanies et alcoologies (CAPA)', status: 'active' },
    { code: 'DSM200', system: '1.2.250.1.71.4.2.5', label: 'Addictologie (DNQ)', status: 'active' },
    {
      code: 'DSM201',
      system: '1.2.250.1.71.4.2.5',
      label: 'Allergologie et Immunologie clinique (DNQ)',
      status: 'active',
    },
    { code: 'DSM202', system: '1.2.250.1.71.4.2.5', label: 'Andrologie (DNQ)', status: 'active' },
    {
      code: 'DSM203',
      system: '1.2.250.1.71.4.2.5',
      label: 'Biochimie hormonale et métabolique (DNQ)',
      status: 'active',
    },
    { code: 'DSM204', system: '1.2.250.1.71.4.2.5', label: 'Biologie des agents infectieux (DNQ)', status: 'active' },
    { code: 'DSM205', system: '1.2.250.1.71.4.2.5', label: 'Biologie moléculaire (DNQ)', status: 'active' },
    { code: 'DSM206', system: '1.2.250.1.71.4.2.5', label: 'Cancérologie (DNQ)', status: 'active' },
    { code: 'DSM207', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie de la face et du cou (DNQ)', status: 'active' },
    {
      code: 'DSM208',
      system: '1.2.250.1.71.4.2.5',
      label: 'Chirurgie plastique et reconstructrice (DNQ)',
      status: 'active',
    },
    { code: 'DSM209', system: '1.2.250.1.71.4.2.5', label: 'Chirurgie vasculaire (DNQ)', status: 'active' },
    { code: 'DSM210', system: '1.2.250.1.71.4.2.5', label: 'Cytogénétique humaine (DNQ)', status: 'active' },
    { code: 'DSM211', system: '1.2.250.1.71.4.2.5', label: 'Dermatopathologie (DNQ)', status: 'active' },
    { code: 'DSM212', system: '1.2.250.1.71.4.2.5', label: 'Foetopathologie (DNQ)', status: 'active' },
    { code: 'DSM213', system: '1.2.250.1.71.4.2.5', label: 'Gériatrie (DNQ)', status: 'active' },
    { code: 'DSM214', system: '1.2.250.1.71.4.2.5', label: 'Hématologie biologique (DNQ)', status: 'active' },
    { code: 'DSM215', system: '1.2.250.1.71.4.2.5', label: 'Hématologie maladies du sang (DNQ)', status: 'active' },
    { code: 'DSM216', system: '1.2.250.1.71.4.2.5', label: 'Hémobiologie-transfusion (DNQ)', status: 'active' },
    { code: 'DSM217', system: '1.2.250.1.71.4.2.5', label: 'Immunologie et Immunopathologie (DNQ)', status: 'active' },
    { code: 'DSM218', system: '1.2.250.1.71.4.2.5', label: 'Médecine de la reproduction (DNQ)', status: 'active' },
    { code: 'DSM219', system: '1.2.250.1.71.4.2.5', label: 'Médecine du sport (DNQ)', status: 'active' },
    { code: 'DSM220', system: '1.2.250.1.71.4.2.5', label: "Médecine d'urgence (DNQ)", status: 'active' },
    {
      code: 'DSM221',
      system: '1.2.250.1.71.4.2.5',
      label: 'Médecine légale et Expertises médicales (DNQ)',
      status: 'active',
    },
    { code: 'DSM222', system: '1.2.250.1.71.4.2.5', label: 'Médecine nucléaire (DNQ)', status: 'active' },
    { code: 'DSM223', system: '1.2.250.1.71.4.2.5', label: 'Médecine vasculaire (DNQ)', status: 'active' },
    { code: 'DSM224', system: '1.2.250.1.71.4.2.5', label: 'Néonatalogie (DNQ)', status: 'active' },
    { code: 'DSM225', system: '1.2.250.1.71.4.2.5', label: 'Neuropathologie (DNQ)', status: 'active' },
    { code: 'DSM226', system: '1.2.250.1.71.4.2.5', label: 'Nutrition (DNQ)', status: 'active' },
    { code: 'DSM227', system: '1.2.250.1.71.4.2.5', label: 'Orthopédie dento-maxillo-faciale (DNQ)', status: 'active' },
    {
      code: 'DSM228',
      system: '1.2.250.1.71.4.2.5',
      label: 'Pathologie infectieuse et tropicale, clinique et biologique (DNQ)',
      status: 'active',
    },
    {
      code: 'DSM229',
      system: '1.2.250.1.71.4.2.5',
      label: 'Pharmacocinétique et Métabolisme des médicaments (DNQ)',
      status: 'active',
    },
    {
      code: 'DSM230',
      system: '1.2.250.1.71.4.2.5',
      label: 'Pharmacologie clinique et Evaluation des thérapeutiques (DNQ)',
      status: 'active',
    },
    {
      code: 'DSM231',
      system: '1.2.250.1.71.4.2.5',
      label: "Psychiatrie de l'enfant et de l'adolescent (DNQ)",
      status: 'active',
    },
    { code: 'DSM232', system: '1.2.250.1.71.4.2.5', label: 'Radiopharmacie et radiobiologie (DNQ)', status: 'active' },
    { code: 'DSM233', system: '1.2.250.1.71.4.2.5', label: 'Réanimation médicale (DNQ)', status: 'active' },
    { code: 'DSM234', system: '1.2.250.1.71.4.2.5', label: 'Toxicologie biologique (DNQ)', status: 'active' },
    {
      code: 'DSM235',
      system: '1.2.250.1.71.4.2.5',
      label: 'Médecine de la douleur et Médecine palliative (DNQ)',
      status: 'active',
    },
    {
      code: 'DSM236',
      system: '1.2.250.1.71.4.2.5',
      label: 'Cancérologie, option Traitements médicaux des cancers (DNQ)',
      status: 'active',
    },
    {
      code: 'DSM237',
      system: '1.2.250.1.71.4.2.5',
      label: 'Cancérologie, option Chirurgie cancérologique (DNQ)',
      status: 'active',
    },
    {
      code: 'DSM238',
      system: '1.2.250.1.71.4.2.5',
      label: 'Cancérologie, option Réseaux de cancérologie (DNQ)',
      status: 'active',
    },
    {
      code: 'DSM239',
      system: '1.2.250.1.71.4.2.5',
      label: 'Cancérologie, option Biologie cancérologie (DNQ)',
      status: 'active',
    },
    {
      code: 'DSM240',
      system: '1.2.250.1.71.4.2.5',
      label: 'Cancérologie, option Imagerie cancérologie (DNQ)',
      status: 'active',
    },
    { code: 'A', system: '1.2.250.1.71.4.2.6', label: "Pharmacien titulaire d'officine", status: 'active' },
    { code: 'B', system: '1.2.250.1.71.4.2.6', label: "Pharmacien d'entreprise - industrie", status: 'active' },
    { code: 'C', system: '1.2.250.1.71.4.2.6', label: "Pharmacien d'entreprise - distribution", status: 'active' },
    { code: 'D', system: '1.2.250.1.71.4.2.6', label: 'Pharmacien adjoint, remplaçant ou gérant', status: 'active' },
    { code: 'DA', system: '1.2.250.1.71.4.2.6', label: 'Pharmacien adjoint', status: 'active' },
    { code: 'DM', system: '1.2.250.1.71.4.2.6', label: 'Pharmacien mutualiste ou minier', status: 'active' },
    { code: 'E', system: '1.2.250.1.71.4.2.6', label: "Pharmacien d'Outre-Mer", status: 'active' },
    { code: 'EA', system: '1.2.250.1.71.4.2.6', label: "Pharmacien titulaire d'officine - OM", status: 'active' },
    { code: 'EB', system: '1.2.250.1.71.4.2.6', label: "Pharmacien d'entreprise - industrie - OM", status: 'active' },
    {
      code: 'EC',
      system: '1.2.250.1.71.4.2.6',
      label: "Pharmacien d'entreprise - distribution - OM",
      status: 'active',
    },
    { code: 'ED', system: '1.2.250.1.71.4.2.6', label: 'Pharmacien adjoint - OM', status: 'active' },
    { code: 'EG', system: '1.2.250.1.71.4.2.6', label: 'Pharmacien biologiste - OM', status: 'active' },
    { code: 'EH', system: '1.2.250.1.71.4.2.6', label: "Pharmacien d'établissement de santé - OM", status: 'active' },
    { code: 'G', system: '1.2.250.1.71.4.2.6', label: 'Pharmacien biologiste', status: 'active' },
    { code: 'H', system: '1.2.250.1.71.4.2.6', label: "Pharmacien d'établissement de santé", status: 'active' },
    { code: 'M', system: '1.2.250.1.71.4.2.6', label: 'Pharmacien militaire', status: 'active' },
    { code: 'GENR01', system: '1.2.250.1.213.1.6.1.19', label: 'Activité de soin et de pharmacie', status: 'active' },
    {
      code: 'GENR02',
      system: '1.2.250.1.213.1.6.1.19',
      label: 'Activité de soins ou de pharmacien en tant que remplaçant',
      status: 'active',
    },
    {
      code: 'GENR03',
      system: '1.2.250.1.213.1.6.1.19',
      label: 'Remplacement dans une activité de soins',
      status: 'active',
    },
    { code: 'GENR04', system: '1.2.250.1.213.1.6.1.19', label: 'Activité non soignante', status: 'active' },
    {
      code: 'GENR06',
      system: '1.2.250.1.213.1.6.1.19',
      label: 'Délégation de responsabilité pour continuité de service',
      status: 'active',
    },
    {
      code: 'GENR08',
      system: '1.2.250.1.213.1.6.1.19',
      label: "Activité de coordination et d'orientation",
      status: 'active',
    },
    {
      code: 'GENR09',
      system: '1.2.250.1.213.1.6.1.19',
      label:
        "Activité de professionnel du secteur social et médico-social exerçant des fonctions administratives ou d'appui à l'organisation de l'accompagnement",
      status: 'active',
    },
    {
      code: 'GENR10',
      system: '1.2.250.1.213.1.6.1.19',
      label:
        "Activité de professionnel du secteur social et médico-social exerçant des fonctions d'accompagnement à la vie sociale, professionnelle et éducative",
      status: 'active',
    },
    {
      code: 'GENR11',
      system: '1.2.250.1.213.1.6.1.19',
      label:
        "Activité de professionnel du secteur social et médico-social exerçant des fonctions d'accompagnement au soin",
      status: 'active',
    },
    {
      code: 'GENR12',
      system: '1.2.250.1.213.1.6.1.19',
      label:
        "Activité de professionnel du social et médico-social exerçant des fonctions d'encadrement et d'organisation de l'accompagnement",
      status: 'active',
    },
    { code: 'FON-01', system: '1.2.250.1.213.1.6.1.17', label: 'Titulaire de cabinet', status: 'active' },
    {
      code: 'FON-02',
      system: '1.2.250.1.213.1.6.1.17',
      label: "Associé dans une société d'exercice (SEL ou SCP)",
      status: 'active',
    },
    { code: 'FON-03', system: '1.2.250.1.213.1.6.1.17', label: "Titulaire d'officine", status: 'active' },
    { code: 'FON-04', system: '1.2.250.1.213.1.6.1.17', label: "Remplaçant du titulaire d'officine", status: 'active' },
    { code: 'FON-05', system: '1.2.250.1.213.1.6.1.17', label: 'Adjoint', status: 'active' },
    { code: 'FON-07', system: '1.2.250.1.213.1.6.1.17', label: 'Gérant après décès', status: 'active' },
    { code: 'FON-09', system: '1.2.250.1.213.1.6.1.17', label: "Responsable d'établissement", status: 'active' },
    { code: 'FON-15', system: '1.2.250.1.213.1.6.1.17', label: 'Directeur de laboratoire', status: 'active' },
    { code: 'FON-16', system: '1.2.250.1.213.1.6.1.17', label: 'Directeur-adjoint de laboratoire', status: 'active' },
    { code: 'FON-17', system: '1.2.250.1.213.1.6.1.17', label: 'Collaborateur', status: 'active' },
    { code: 'FON-18', system: '1.2.250.1.213.1.6.1.17', label: 'Assistant salarié', status: 'active' },
    { code: 'FON-19', system: '1.2.250.1.213.1.6.1.17', label: 'Praticien Conseil', status: 'active' },
    { code: 'FON-21', system: '1.2.250.1.213.1.6.1.17', label: 'Médecin scolaire', status: 'active' },
    {
      code: 'FON-22',
      system: '1.2.250.1.213.1.6.1.17',
      label: 'Remplaçant, intérimaire, intermittent',
      status: 'active',
    },
    { code: 'FON-23', system: '1.2.250.1.213.1.6.1.17', label: 'Gérant', status: 'active' },
    { code: 'FON-24', system: '1.2.250.1.213.1.6.1.17', label: 'Médecin de santé publique', status: 'active' },
    { code: 'FON-29', system: '1.2.250.1.213.1.6.1.17', label: 'Médecin du travail', status: 'active' },
    { code: 'FON-32', system: '1.2.250.1.213.1.6.1.17', label: 'Régulateur libéral', status: 'active' },
    { code: 'FON-33', system: '1.2.250.1.213.1.6.1.17', label: 'Salarié en poste fixe', status: 'active' },
    { code: 'FON-36', system: '1.2.250.1.213.1.6.1.17', label: 'Délégué', status: 'active' },
    {
      code: 'FON-37',
      system: '1.2.250.1.213.1.6.1.17',
      label: 'Gérant de pharmacie à usage intérieur (PUI)',
      status: 'active',
    },
    { code: 'FON-39', system: '1.2.250.1.213.1.6.1.17', label: 'Exercice en PMI', status: 'active' },
    { code: 'FON-40', system: '1.2.250.1.213.1.6.1.17', label: 'Biologiste responsable', status: 'active' },
    { code: 'FON-41', system: '1.2.250.1.213.1.6.1.17', label: 'Biologiste médical', status: 'active' },
    { code: 'FON-42', system: '1.2.250.1.213.1.6.1.17', label: 'Assistant collaborateur', status: 'active' },
    { code: 'FON-43', system: '1.2.250.1.213.1.6.1.17', label: 'Cadre de santé', status: 'active' },
    { code: 'FON-45', system: '1.2.250.1.213.1.6.1.17', label: 'Directeur des soins', status: 'active' },
    { code: 'FON-46', system: '1.2.250.1.213.1.6.1.17', label: 'Enseignant salarié', status: 'active' },
    { code: 'FON-47', system: '1.2.250.1.213.1.6.1.17', label: 'Etudiant remplaçant, adjoint', status: 'active' },
    { code: 'FON-48', system: '1.2.250.1.213.1.6.1.17', label: 'Interne', status: 'active' },
    {
      code: 'FON-49',
      system: '1.2.250.1.213.1.6.1.17',
      label: "Pharmacien responsable Bonnes Pratiques de Dispensation d'Oxygène",
      status: 'active',
    },
    {
      code: 'FON-50',
      system: '1.2.250.1.213.1.6.1.17',
      label: "Pharmacien adjoint Bonnes Pratiques de Dispensation d'Oxygène",
      status: 'active',
    },
    { code: 'FON-51', system: '1.2.250.1.213.1.6.1.17', label: 'Remplacement partiel', status: 'active' },
    { code: 'FON-52', system: '1.2.250.1.213.1.6.1.17', label: 'Etudiant militaire', status: 'active' },
    { code: 'FON-53', system: '1.2.250.1.213.1.6.1.17', label: 'Médecin assistant', status: 'active' },
    { code: 'FON-54', system: '1.2.250.1.213.1.6.1.17', label: 'Permanence des soins', status: 'active' },
    {
      code: 'FON-55',
      system: '1.2.250.1.213.1.6.1.17',
      label: "Participation libérale aux missions de service public d'un établissement de santé",
      status: 'active',
    },
    {
      code: 'FON-56',
      system: '1.2.250.1.213.1.6.1.17',
      label: "Intervention libérale dans le cadre d'un GCS",
      status: 'active',
    },
    { code: 'FON-57', system: '1.2.250.1.213.1.6.1.17', label: 'Docteur junior', status: 'active' },
    { code: 'FON-AU', system: '1.2.250.1.213.1.6.1.17', label: 'Fonction non définie', status: 'active' },
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
    { code: '350', system: '1.2.250.1.213.1.6.1.107', label: 'Aide à domicile', status: 'active' },
    { code: '351', system: '1.2.250.1.213.1.6.1.107', label: 'Assistant(e) maternel(le)', status: 'active' },
    {
      code: '352',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Autre salarié de la structure sociale',
      status: 'active',
    },
  ],
};
