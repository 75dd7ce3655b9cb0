// Written by scripts/generate.ts from data/jdv-j01.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J01. */
export type JdvJ01Code =
  | 'ALIM_AM'
  | 'DISPOSITIF'
  | 'EXP_PATIENT'
  | 'SECRETARIAT_MEDICAL'
  | 'AUTOMATE'
  | 'SNR'
  | 'LOGICIEL_DUI'
  | 'G15_10'
  | 'G15_10/PAC00'
  | 'G15_10/SM01'
  | 'G15_10/SM02'
  | 'G15_10/SM03'
  | 'G15_10/SM04'
  | 'G15_10/SM05'
  | 'G15_10/SM06'
  | 'G15_10/SM07'
  | 'G15_10/SM08'
  | 'G15_10/SM09'
  | 'G15_10/SM10'
  | 'G15_10/SM11'
  | 'G15_10/SM12'
  | 'G15_10/SM13'
  | 'G15_10/SM14'
  | 'G15_10/SM15'
  | 'G15_10/SM16'
  | 'G15_10/SM17'
  | 'G15_10/SM18'
  | 'G15_10/SM19'
  | 'G15_10/SM20'
  | 'G15_10/SM21'
  | 'G15_10/SM22'
  | 'G15_10/SM23'
  | 'G15_10/SM24'
  | 'G15_10/SM25'
  | 'G15_10/SM26'
  | 'G15_10/SM27'
  | 'G15_10/SM28'
  | 'G15_10/SM29'
  | 'G15_10/SM30'
  | 'G15_10/SM31'
  | 'G15_10/SM32'
  | 'G15_10/SM33'
  | 'G15_10/SM34'
  | 'G15_10/SM35'
  | 'G15_10/SM36'
  | 'G15_10/SM37'
  | 'G15_10/SM38'
  | 'G15_10/SM39'
  | 'G15_10/SM40'
  | 'G15_10/SM41'
  | 'G15_10/SM42'
  | 'G15_10/SM43'
  | 'G15_10/SM44'
  | 'G15_10/SM45'
  | 'G15_10/SM46'
  | 'G15_10/SM47'
  | 'G15_10/SM48'
  | 'G15_10/SM49'
  | 'G15_10/SM50'
  | 'G15_10/SM51'
  | 'G15_10/SM52'
  | 'G15_10/SM53'
  | 'G15_10/SM54'
  | 'G15_10/SM55'
  | 'G15_10/SM56'
  | 'G15_10/SM57'
  | 'G15_10/SM58'
  | 'G15_10/SM59'
  | 'G15_10/SM60'
  | 'G15_10/SM61'
  | 'G15_10/SM62'
  | 'G15_10/SM63'
  | 'G15_10/SM64'
  | 'G15_10/SM65'
  | 'G15_10/SM66'
  | 'G15_10/SM67'
  | 'G15_10/SM68'
  | 'G15_10/SM69'
  | 'G15_10/SM70'
  | 'G15_10/SM71'
  | 'G15_10/SM72'
  | 'G15_10/SM73'
  | 'G15_10/SM74'
  | 'G15_10/SM75'
  | 'G15_10/SM76'
  | 'G15_10/SM77'
  | 'G15_10/SM78'
  | 'G15_10/SM79'
  | 'G15_10/SM80'
  | 'G15_10/SM81'
  | 'G15_10/SM82'
  | 'G15_10/SM83'
  | 'G15_10/SM84'
  | 'G15_10/SM85'
  | 'G15_10/SM86'
  | 'G15_10/SM87'
  | 'G15_10/SM88'
  | 'G15_10/SM89'
  | 'G15_10/SM90'
  | 'G15_10/SM91'
  | 'G15_10/SM92'
  | 'G15_10/SM93'
  | 'G15_10/SM94'
  | 'G15_10/SM95'
  | 'G15_10/CEX22'
  | 'G15_10/CEX24'
  | 'G15_10/CEX26'
  | 'G15_10/CEX64'
  | 'G15_10/C01'
  | 'G15_10/C03'
  | 'G15_10/C05'
  | 'G15_10/C07'
  | 'G15_10/C09'
  | 'G15_10/C10'
  | 'G15_10/C11'
  | 'G15_10/C12'
  | 'G15_10/C13'
  | 'G15_10/C15'
  | 'G15_10/C20'
  | 'G15_10/C23'
  | 'G15_10/C25'
  | 'G15_10/C27'
  | 'G15_10/C29'
  | 'G15_10/C30'
  | 'G15_10/C31'
  | 'G15_10/C33'
  | 'G15_10/C34'
  | 'G15_10/C35'
  | 'G15_10/C36'
  | 'G15_10/C37'
  | 'G15_10/C38'
  | 'G15_10/C39'
  | 'G15_10/C40'
  | 'G15_10/C41'
  | 'G15_10/C43'
  | 'G15_10/C45'
  | 'G15_10/C47'
  | 'G15_10/C51'
  | 'G15_10/C52'
  | 'G15_10/C54'
  | 'G15_10/C57'
  | 'G15_10/C58'
  | 'G15_10/C60'
  | 'G15_10/C62'
  | 'G15_10/C68'
  | 'G15_10/C69'
  | 'G15_10/C71'
  | 'G15_10/C72'
  | 'G15_10/C75'
  | 'G15_10/C76'
  | 'G15_10/C83'
  | 'G15_10/CAPA01'
  | 'G15_10/CAPA02'
  | 'G15_10/CAPA03'
  | 'G15_10/CAPA04'
  | 'G15_10/CAPA05'
  | 'G15_10/CAPA06'
  | 'G15_10/CAPA07'
  | 'G15_10/CAPA08'
  | 'G15_10/CAPA09'
  | 'G15_10/CAPA10'
  | 'G15_10/CAPA11'
  | 'G15_10/CAPA12'
  | 'G15_10/CAPA13'
  | 'G15_10/CAPA14'
  | 'G15_10/CAPA15'
  | 'G15_10/CAPA16'
  | 'G15_10/DSM200'
  | 'G15_10/DSM201'
  | 'G15_10/DSM202'
  | 'G15_10/DSM203'
  | 'G15_10/DSM204'
  | 'G15_10/DSM205'
  | 'G15_10/DSM206'
  | 'G15_10/DSM207'
  | 'G15_10/DSM208'
  | 'G15_10/DSM209'
  | 'G15_10/DSM210'
  | 'G15_10/DSM211'
  | 'G15_10/DSM212'
  | 'G15_10/DSM213'
  | 'G15_10/DSM214'
  | 'G15_10/DSM215'
  | 'G15_10/DSM216'
  | 'G15_10/DSM217'
  | 'G15_10/DSM218'
  | 'G15_10/DSM219'
  | 'G15_10/DSM220'
  | 'G15_10/DSM221'
  | 'G15_10/DSM222'
  | 'G15_10/DSM223'
  | 'G15_10/DSM224'
  | 'G15_10/DSM225'
  | 'G15_10/DSM226'
  | 'G15_10/DSM227'
  | 'G15_10/DSM228'
  | 'G15_10/DSM229'
  | 'G15_10/DSM230'
  | 'G15_10/DSM231'
  | 'G15_10/DSM232'
  | 'G15_10/DSM233'
  | 'G15_10/DSM234'
  | 'G15_10/DSM235'
  | 'G15_10/DSM236'
  | 'G15_10/DSM237'
  | 'G15_10/DSM238'
  | 'G15_10/DSM239'
  | 'G15_10/DSM240'
  | 'G15_21'
  | 'G15_21/A'
  | 'G15_21/B'
  | 'G15_21/C'
  | 'G15_21/D'
  | 'G15_21/DA'
  | 'G15_21/DM'
  | 'G15_21/E'
  | 'G15_21/EA'
  | 'G15_21/EB'
  | 'G15_21/EC'
  | 'G15_21/ED'
  | 'G15_21/EG'
  | 'G15_21/EH'
  | 'G15_21/G'
  | 'G15_21/H'
  | 'G15_21/M'
  | 'G15_26'
  | 'G15_28'
  | 'G15_31'
  | 'G15_32'
  | 'G15_35'
  | 'G15_36'
  | 'G15_37'
  | 'G15_38'
  | 'G15_39'
  | 'G15_40'
  | 'G15_40/SCD01'
  | 'G15_40/SCD02'
  | 'G15_40/SCD03'
  | 'G15_50'
  | 'G15_60'
  | 'G15_60/SI01'
  | 'G15_60/SI02'
  | 'G15_60/SI03'
  | 'G15_60/SI04'
  | 'G15_60/SI05'
  | 'G15_69'
  | 'G15_70'
  | 'G15_80'
  | 'G15_81'
  | 'G15_82'
  | 'G15_83'
  | 'G15_84'
  | 'G15_85'
  | 'G15_86'
  | 'G15_91'
  | 'G15_92'
  | 'G15_94'
  | 'G15_95'
  | 'G15_96'
  | 'G15_98'
  | 'G16_10'
  | 'G16_21'
  | 'G16_40'
  | 'G16_50'
  | 'G15_10/80'
  | 'G15_10/81'
  | 'G15_10/DEC01'
  | 'G15_10/DEC02'
  | 'G15_10/DEC03'
  | 'G15_10/DEC04'
  | 'G15_10/DEC05'
  | 'G15_10/DEC06'
  | 'G15_10/DEC07'
  | 'G15_10/DEC08'
  | 'G15_10/DEC09'
  | 'G15_10/DEC10'
  | 'G15_10/DEC11'
  | 'G15_10/DEC12'
  | 'G15_10/DEC13'
  | 'G15_10/DEC14'
  | 'G15_10/DEC15'
  | 'G15_10/DEC16'
  | 'G15_10/DEC17'
  | 'G15_10/DEC18'
  | 'G15_10/DEC19'
  | 'G15_10/DEC20'
  | 'G15_10/DEC21'
  | 'G15_10/DEC22'
  | 'G15_10/DEC23'
  | 'G15_10/DEC24'
  | 'G15_10/SST01'
  | 'G15_10/SST02'
  | 'G15_10/SST03'
  | 'G15_10/SST04'
  | 'G15_10/SST05'
  | 'G15_10/SST06'
  | 'G15_10/SST07'
  | 'G15_10/SST08'
  | 'G15_10/SST09'
  | 'G15_10/SST10'
  | 'G15_10/SST11'
  | 'G15_10/SST12'
  | 'G15_10/SST13'
  | 'G15_10/SST14'
  | 'G15_10/SST15'
  | 'G15_10/SST16'
  | 'G15_10/SST17'
  | 'G15_10/SST18'
  | 'G15_10/SST19'
  | 'G15_10/SST20'
  | 'G15_10/SST21'
  | 'G15_10/SST22'
  | 'G15_10/SST23'
  | 'G15_10/SST24'
  | 'G15_10/SST25'
  | 'G15_10/SST26'
  | 'G15_21/FQ01'
  | 'G15_21/FQ02'
  | 'G15_21/FQ03'
  | 'G15_21/FQ04'
  | 'G15_21/FQ05'
  | '71'
  | '72'
  | '73'
  | '93'
  | '41'
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
  | '330'
  | '331'
  | '333'
  | '334'
  | '332'
  | '335'
  | '336'
  | '337'
  | '338'
  | '339'
  | '340'
  | '341'
  | '342'
  | '343'
  | '344'
  | '345'
  | '346'
  | '347'
  | '348'
  | '349'
  | '350'
  | '351'
  | '353'
  | '354'
  | '355'
  | '356'
  | '357'
  | '358'
  | '359'
  | '360'
  | '361'
  | '362'
  | '363'
  | '364'
  | '365'
  | '366'
  | '367'
  | '368'
  | '369'
  | '370';

/** JDV_J01 XdsAuthorSpecialty CISIS, OID 1.2.250.1.213.1.1.5.461, version 20241213. */
export const jdvJ01: ConceptSet<JdvJ01Code> = {
  id: 'JDV_J01',
  name: 'XdsAuthorSpecialty_CISIS',
  oid: '1.2.250.1.213.1.1.5.461',
  version: '20241213',
  date: '2024-12-13',
  source: 'ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)',
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
    { code: 'SNR', system: '1.2.250.1.213.1.1.4.6', label: 'Service numérique référencé', status: 'active' },
    {
      code: 'LOGICIEL_DUI',
      system: '1.2.250.1.213.1.1.4.6',
      label: 'Logiciel de Dossier Usager Informatisé',
      status: 'active',
    },
    { code: 'G15_10', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin', status: 'active' },
    {
      code: 'G15_10/PAC00',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Qualification Praticien adjoint contractuel (PAC)',
      status: 'active',
    },
    {
      code: 'G15_10/SM01',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Anatomie et Cytologie pathologiques (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM02',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Anesthésie-réanimation (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM03',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Biologie médicale (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM04',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Cardiologie et maladies vasculaires (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM05',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie générale (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM06',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie maxillo-faciale (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM07',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie maxillo-faciale et Stomatologie (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM08',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie orthopédique et Traumatologie (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM09',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie infantile (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM10',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie plastique reconstruct et esthétique (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM11',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie thoracique et cardio-vasculaire (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM12',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie urologique (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM13',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie vasculaire (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM14',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie viscérale et digestive (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM15',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Dermatologie et Vénéréologie (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM16',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Endocrinologie et métabolisme (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM17',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Génétique médicale (SM)',
      status: 'active',
    },
    { code: 'G15_10/SM18', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Gériatrie (SM)', status: 'active' },
    {
      code: 'G15_10/SM19',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Gynécologie médicale (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM20',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Gynécologie-obstétrique (SM)',
      status: 'active',
    },
    { code: 'G15_10/SM21', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Hématologie (SM)', status: 'active' },
    {
      code: 'G15_10/SM22',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Hématologie, opt Maladie du sang (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM23',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Hématologie, opt Onco-hématologie (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM24',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Gastro-entérologie et hépatologie (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM25',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine du travail (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM26',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Qualifié en Médecine Générale (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM27',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine interne (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM28',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine nucléaire (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM29',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine physique et réadaptation (SM)',
      status: 'active',
    },
    { code: 'G15_10/SM30', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Néphrologie (SM)', status: 'active' },
    { code: 'G15_10/SM31', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Neuro-chirurgie (SM)', status: 'active' },
    { code: 'G15_10/SM32', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Neurologie (SM)', status: 'active' },
    {
      code: 'G15_10/SM33',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Neuro-psychiatrie (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM34',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - ORL et Chirurgie cervico-faciale (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM35',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Oncologie, opt Onco-hématologie (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM36',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Oncologie, opt médicale (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM37',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Oncologie, opt radiothérapie (SM)',
      status: 'active',
    },
    { code: 'G15_10/SM38', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Ophtalmologie (SM)', status: 'active' },
    {
      code: 'G15_10/SM39',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Oto-rhino-laryngologie (SM)',
      status: 'active',
    },
    { code: 'G15_10/SM40', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Pédiatrie (SM)', status: 'active' },
    { code: 'G15_10/SM41', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Pneumologie (SM)', status: 'active' },
    { code: 'G15_10/SM42', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Psychiatrie (SM)', status: 'active' },
    {
      code: 'G15_10/SM43',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Psychiatrie, opt enfant et adolescent (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM44',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Radio-diagnostic (SM)',
      status: 'active',
    },
    { code: 'G15_10/SM45', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Radio-thérapie (SM)', status: 'active' },
    {
      code: 'G15_10/SM46',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine intensive-réanimation (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM47',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Recherche médicale (SM)',
      status: 'active',
    },
    { code: 'G15_10/SM48', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Rhumatologie (SM)', status: 'active' },
    {
      code: 'G15_10/SM49',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Santé publique et Médecine sociale (SM)',
      status: 'active',
    },
    { code: 'G15_10/SM50', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Stomatologie (SM)', status: 'active' },
    {
      code: 'G15_10/SM51',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Gynéco-obstétrique et Gynéco méd, opt Gyn-obs (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM52',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Gynéco-obstétrique et Gynéco méd, opt Gyn-méd (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM53',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Spécialiste en Médecine Générale (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM54',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine Générale (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM55',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Radio-diagnostic et Radio-Thérapie (SM)',
      status: 'active',
    },
    { code: 'G15_10/SM56', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Chirurgie orale (SM)', status: 'active' },
    { code: 'G15_10/SM57', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Allergologie (SM)', status: 'active' },
    {
      code: 'G15_10/SM58',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Maladies infectieuses et tropicales (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM59',
      system: '1.2.250.1.213.1.1.4.5',
      label: "Médecin - Médecine d'urgence (SM)",
      status: 'active',
    },
    {
      code: 'G15_10/SM60',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine légale et expertises médicales (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM61',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine vasculaire (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM62',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Endocrinologie, diabétologie, nutrition (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM63',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Biologie médicale option biologie générale (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM64',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Biologie médicale option médecine moléculaire, génétique et pharmacologie (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM65',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Biologie médicale option hématologie et immunologie (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM66',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Biologie médicale option agents infectieux (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM67',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Biologie médicale option biologie de la reproduction (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM68',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie maxillo-faciale (réforme 2017) (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM69',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie pédiatrique option chirurgie viscérale pédiatrique (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM70',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie pédiatrique option orthopédie pédiatrique (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM71',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Hématologie (réforme 2017) (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM72',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine interne et immunologie clinique (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM73',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine cardiovasculaire (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM74',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Radiologie et imagerie médicale (SM)',
      status: 'active',
    },
    { code: 'G15_10/SM75', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Santé publique (SM)', status: 'active' },
    {
      code: 'G15_10/SM76',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Anesthésie-réanimation option anesthésie-pédiatrique (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM77',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie maxillo-faciale option orthodontie des dysmorphies maxillo-faciales (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM78',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie viscérale et digestive option endoscopie chirurgicale (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM79',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine cardiovasculaire option cardiologie interventionnelle (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM80',
      system: '1.2.250.1.213.1.1.4.5',
      label: "Médecin - Médecine cardiovasculaire option imagerie cardio d'expert (SM)",
      status: 'active',
    },
    {
      code: 'G15_10/SM81',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine cardiovasculaire option rythmologie interventionnelle et stimulation cardiaque (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM82',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine intensive-réanimation option réanimation pédiatrique (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM83',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Néphrologie option soins intensifs néphrologiques (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM84',
      system: '1.2.250.1.213.1.1.4.5',
      label: "Médecin - Neurologie option traitement interventionnel de l'ischémie cérébrale aigüe (SM)",
      status: 'active',
    },
    {
      code: 'G15_10/SM85',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Ophtalmo option chirurgie ophtalmopédiatrique et strabologique (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM86',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - ORL et chirurgie cervico-faciale option audiophonologie (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM87',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Pédiatrie option néonatologie (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM88',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Pédiatrie option neuropédiatrie (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM89',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Pédiatrie option pneumopédiatrie (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM90',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Pédiatrie option réanimation pédiatrique (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM91',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Pneumologie option soins intensifs respiratoires (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM92',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Psychiatrie option enfant et adolescent (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM93',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Psychiatrie option psychiatrie personne âgée (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM94',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Radiologie imagerie médicale option radiologie interventionnelle avancée (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/SM95',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Santé publique option administration de la santé (SM)',
      status: 'active',
    },
    {
      code: 'G15_10/CEX22',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Gynécologie médicale et obstétrique (CEX)',
      status: 'active',
    },
    {
      code: 'G15_10/CEX24',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Gynécologie médicale (CEX)',
      status: 'active',
    },
    { code: 'G15_10/CEX26', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Obstétrique (CEX)', status: 'active' },
    { code: 'G15_10/CEX64', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Urologie (CEX)', status: 'active' },
    {
      code: 'G15_10/C01',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Anatomie et Cytologie pathologiques humaines (C)',
      status: 'active',
    },
    {
      code: 'G15_10/C03',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Anesthésie-réanimation (C)',
      status: 'active',
    },
    {
      code: 'G15_10/C05',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine appliquée aux sports (C)',
      status: 'active',
    },
    { code: 'G15_10/C07', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Cardiologie (C)', status: 'active' },
    {
      code: 'G15_10/C09',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie plast reconstruct, esthétique (C)',
      status: 'active',
    },
    {
      code: 'G15_10/C10',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie maxillo-faciale (C)',
      status: 'active',
    },
    {
      code: 'G15_10/C11',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie thoracique (C)',
      status: 'active',
    },
    {
      code: 'G15_10/C12',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie orthopédique (C)',
      status: 'active',
    },
    { code: 'G15_10/C13', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Urologie (C)', status: 'active' },
    {
      code: 'G15_10/C15',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Dermato-vénéréologie (C)',
      status: 'active',
    },
    { code: 'G15_10/C20', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Hémobiologie (C)', status: 'active' },
    {
      code: 'G15_10/C23',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Gynécologie médicale et Obstétrique (C)',
      status: 'active',
    },
    {
      code: 'G15_10/C25',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Gynécologie médicale (C)',
      status: 'active',
    },
    { code: 'G15_10/C27', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Obstétrique (C)', status: 'active' },
    {
      code: 'G15_10/C29',
      system: '1.2.250.1.213.1.1.4.5',
      label: "Médecin - Maladies de l'appareil digestif (C)",
      status: 'active',
    },
    { code: 'G15_10/C30', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Néphrologie (C)', status: 'active' },
    { code: 'G15_10/C31', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Médecine exotique (C)', status: 'active' },
    { code: 'G15_10/C33', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Allergologie (C)', status: 'active' },
    { code: 'G15_10/C34', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Angéiologie (C)', status: 'active' },
    { code: 'G15_10/C35', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Cancérologie (C)', status: 'active' },
    {
      code: 'G15_10/C36',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Diabétologie-nutrition (C)',
      status: 'active',
    },
    { code: 'G15_10/C37', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Endocrinologie (C)', status: 'active' },
    { code: 'G15_10/C38', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Maladies du sang (C)', status: 'active' },
    { code: 'G15_10/C39', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Réanimation (C)', status: 'active' },
    { code: 'G15_10/C40', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Médecine légale (C)', status: 'active' },
    {
      code: 'G15_10/C41',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine du travail (C)',
      status: 'active',
    },
    { code: 'G15_10/C43', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Neurologie (C)', status: 'active' },
    { code: 'G15_10/C45', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Neuro-chirurgie (C)', status: 'active' },
    { code: 'G15_10/C47', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Neuro-psychiatrie (C)', status: 'active' },
    { code: 'G15_10/C51', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Pédiatrie (C)', status: 'active' },
    { code: 'G15_10/C52', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Phoniatrie (C)', status: 'active' },
    { code: 'G15_10/C54', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Pneumologie (C)', status: 'active' },
    { code: 'G15_10/C57', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Psychiatrie (C)', status: 'active' },
    {
      code: 'G15_10/C58',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Psychiatrie, opt enfant et adolescent (C)',
      status: 'active',
    },
    {
      code: 'G15_10/C60',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine physique et réadaptation (C)',
      status: 'active',
    },
    { code: 'G15_10/C62', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Rhumatologie (C)', status: 'active' },
    {
      code: 'G15_10/C68',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie pédiatrique (C)',
      status: 'active',
    },
    {
      code: 'G15_10/C69',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine nucléaire (C)',
      status: 'active',
    },
    { code: 'G15_10/C71', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Médecine thermale (C)', status: 'active' },
    {
      code: 'G15_10/C72',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Génétique médicale (C)',
      status: 'active',
    },
    {
      code: 'G15_10/C75',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Endocrinologie et Maladies métaboliques (C)',
      status: 'active',
    },
    {
      code: 'G15_10/C76',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Orthopédie dento-maxillo-faciale (C)',
      status: 'active',
    },
    {
      code: 'G15_10/C83',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie face et cou (C)',
      status: 'active',
    },
    {
      code: 'G15_10/CAPA01',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Addictologie clinique (CAPA)',
      status: 'active',
    },
    {
      code: 'G15_10/CAPA02',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Aide médicale urgente (CAPA)',
      status: 'active',
    },
    {
      code: 'G15_10/CAPA03',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Allergologie (CAPA)',
      status: 'active',
    },
    { code: 'G15_10/CAPA04', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Angéiologie (CAPA)', status: 'active' },
    {
      code: 'G15_10/CAPA05',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Evaluation et traitement de la douleur (CAPA)',
      status: 'active',
    },
    {
      code: 'G15_10/CAPA06',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Gérontologie (CAPA)',
      status: 'active',
    },
    {
      code: 'G15_10/CAPA07',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Hydrologie et climatologie médicales (CAPA)',
      status: 'active',
    },
    {
      code: 'G15_10/CAPA08',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine aérospatiale (CAPA)',
      status: 'active',
    },
    {
      code: 'G15_10/CAPA09',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine de catastrophe (CAPA)',
      status: 'active',
    },
    {
      code: 'G15_10/CAPA10',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine et biologie du sport (CAPA)',
      status: 'active',
    },
    {
      code: 'G15_10/CAPA11',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine de travail, prév risques prof (CAPA)',
      status: 'active',
    },
    {
      code: 'G15_10/CAPA12',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine pénitentiaire (CAPA)',
      status: 'active',
    },
    {
      code: 'G15_10/CAPA13',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine tropicale (CAPA)',
      status: 'active',
    },
    {
      code: 'G15_10/CAPA14',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Pratiques médico-judiciaires (CAPA)',
      status: 'active',
    },
    {
      code: 'G15_10/CAPA15',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Technologie transfusionnelle (CAPA)',
      status: 'active',
    },
    {
      code: 'G15_10/CAPA16',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Toxicomanies et Alcoologies (CAPA)',
      status: 'active',
    },
    { code: 'G15_10/DSM200', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Addictologie (DNQ)', status: 'active' },
    {
      code: 'G15_10/DSM201',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Allergologie et Immunologie clinique (DNQ)',
      status: 'active',
    },
    { code: 'G15_10/DSM202', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Andrologie (DNQ)', status: 'active' },
    {
      code: 'G15_10/DSM203',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Biochimie hormonale et métabolique (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM204',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Biologie des agents infectieux (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM205',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Biologie moléculaire (DNQ)',
      status: 'active',
    },
    { code: 'G15_10/DSM206', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Cancérologie (DNQ)', status: 'active' },
    {
      code: 'G15_10/DSM207',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie de la face et du cou (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM208',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie plastique et reconstructrice (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM209',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie vasculaire (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM210',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Cytogénétique humaine (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM211',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Dermatopathologie (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM212',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Foetopathologie (DNQ)',
      status: 'active',
    },
    { code: 'G15_10/DSM213', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Gériatrie (DNQ)', status: 'active' },
    {
      code: 'G15_10/DSM214',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Hématologie biologique (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM215',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Hématologie maladies du sang (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM216',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Hémobiologie-transfusion (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM217',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Immunologie et Immunopathologie (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM218',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine de la reproduction (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM219',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine du sport (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM220',
      system: '1.2.250.1.213.1.1.4.5',
      label: "Médecin - Médecine d'urgence (DNQ)",
      status: 'active',
    },
    {
      code: 'G15_10/DSM221',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine légale et Expertises médicales (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM222',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine nucléaire (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM223',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine vasculaire (DNQ)',
      status: 'active',
    },
    { code: 'G15_10/DSM224', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Néonatalogie (DNQ)', status: 'active' },
    {
      code: 'G15_10/DSM225',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Neuropathologie (DNQ)',
      status: 'active',
    },
    { code: 'G15_10/DSM226', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Nutrition (DNQ)', status: 'active' },
    {
      code: 'G15_10/DSM227',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Orthopédie dento-maxillo-faciale (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM228',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Pathologie infect et trop, clin et bio (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM229',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Pharmacocinétique et Métabolisme des méd (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM230',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Pharmacologie clin et Eval thérapeutiq (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM231',
      system: '1.2.250.1.213.1.1.4.5',
      label: "Médecin - Psychiatrie de l'enfant et de l'ado (DNQ)",
      status: 'active',
    },
    {
      code: 'G15_10/DSM232',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Radiopharmacie et radiobiologie (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM233',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Réanimation médicale (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM234',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Toxicologie biologique (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM235',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine de la douleur et Méd palliative (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM236',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Cancérologie, opt Trait méd des cancers (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM237',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Cancérologie, opt Chir cancérologique (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM238',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Cancérologie, opt Réseaux cancérologie (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM239',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Cancérologie, opt Biologie cancérologie (DNQ)',
      status: 'active',
    },
    {
      code: 'G15_10/DSM240',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Cancérologie, opt Imagerie cancérologie (DNQ)',
      status: 'active',
    },
    { code: 'G15_21', system: '1.2.250.1.213.1.1.4.5', label: 'Pharmacien', status: 'active' },
    { code: 'G15_21/A', system: '1.2.250.1.213.1.1.4.5', label: "Pharmacien titulaire d'officine", status: 'active' },
    {
      code: 'G15_21/B',
      system: '1.2.250.1.213.1.1.4.5',
      label: "Pharmacien d'entreprise - industrie",
      status: 'active',
    },
    {
      code: 'G15_21/C',
      system: '1.2.250.1.213.1.1.4.5',
      label: "Pharmacien d'entreprise - distribution",
      status: 'active',
    },
    {
      code: 'G15_21/D',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Pharmacien adjoint, remplaçant ou gérant',
      status: 'active',
    },
    { code: 'G15_21/DA', system: '1.2.250.1.213.1.1.4.5', label: 'Pharmacien adjoint', status: 'active' },
    { code: 'G15_21/DM', system: '1.2.250.1.213.1.1.4.5', label: 'Pharmacien mutualiste ou minier', status: 'active' },
    { code: 'G15_21/E', system: '1.2.250.1.213.1.1.4.5', label: "Pharmacien d'Outre-Mer", status: 'active' },
    {
      code: 'G15_21/EA',
      system: '1.2.250.1.213.1.1.4.5',
      label: "Pharmacien titulaire d'officine - OM",
      status: 'active',
    },
    {
      code: 'G15_21/EB',
      system: '1.2.250.1.213.1.1.4.5',
      label: "Pharmacien d'entreprise - industrie - OM",
      status: 'active',
    },
    {
      code: 'G15_21/EC',
      system: '1.2.250.1.213.1.1.4.5',
      label: "Pharmacien d'entreprise - distribution - OM",
      status: 'active',
    },
    { code: 'G15_21/ED', system: '1.2.250.1.213.1.1.4.5', label: 'Pharmacien adjoint - OM', status: 'active' },
    { code: 'G15_21/EG', system: '1.2.250.1.213.1.1.4.5', label: 'Pharmacien biologiste - OM', status: 'active' },
    {
      code: 'G15_21/EH',
      system: '1.2.250.1.213.1.1.4.5',
      label: "Pharmacien d'un établissement de santé - OM",
      status: 'active',
    },
    { code: 'G15_21/G', system: '1.2.250.1.213.1.1.4.5', label: 'Pharmacien biologiste', status: 'active' },
    {
      code: 'G15_21/H',
      system: '1.2.250.1.213.1.1.4.5',
      label: "Pharmacien d'établissement de santé",
      status: 'active',
    },
    { code: 'G15_21/M', system: '1.2.250.1.213.1.1.4.5', label: 'Pharmacien militaire', status: 'active' },
    { code: 'G15_26', system: '1.2.250.1.213.1.1.4.5', label: 'Audioprothésiste', status: 'active' },
    { code: 'G15_28', system: '1.2.250.1.213.1.1.4.5', label: 'Opticien-Lunetier', status: 'active' },
    { code: 'G15_31', system: '1.2.250.1.213.1.1.4.5', label: 'Assistant dentaire', status: 'active' },
    { code: 'G15_32', system: '1.2.250.1.213.1.1.4.5', label: 'Physicien médical', status: 'active' },
    { code: 'G15_35', system: '1.2.250.1.213.1.1.4.5', label: 'Aide-soignant', status: 'active' },
    { code: 'G15_36', system: '1.2.250.1.213.1.1.4.5', label: 'Ambulancier', status: 'active' },
    { code: 'G15_37', system: '1.2.250.1.213.1.1.4.5', label: 'Auxiliaire de puériculture', status: 'active' },
    {
      code: 'G15_38',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Préparateur en pharmacie hospitalière',
      status: 'active',
    },
    { code: 'G15_39', system: '1.2.250.1.213.1.1.4.5', label: 'Préparateur en pharmacie (officine)', status: 'active' },
    { code: 'G15_40', system: '1.2.250.1.213.1.1.4.5', label: 'Chirurgien-Dentiste', status: 'active' },
    {
      code: 'G15_40/SCD01',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Chirurgien-Dentiste - Orthopédie dento-faciale (SCD)',
      status: 'active',
    },
    {
      code: 'G15_40/SCD02',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Chirurgien-Dentiste - Chirurgie orale (SCD)',
      status: 'active',
    },
    {
      code: 'G15_40/SCD03',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Chirurgien-Dentiste - Médecine bucco-dentaire (SCD)',
      status: 'active',
    },
    { code: 'G15_50', system: '1.2.250.1.213.1.1.4.5', label: 'Sage-Femme', status: 'active' },
    { code: 'G15_60', system: '1.2.250.1.213.1.1.4.5', label: 'Infirmier', status: 'active' },
    {
      code: 'G15_60/SI01',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Infirmier - Exercice infirmier en pratique avancée pathologies chroniques stabilisées (SI)',
      status: 'active',
    },
    {
      code: 'G15_60/SI02',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Infirmier - Exercice infirmier en pratique avancée oncologie et hémato-oncologie (SI)',
      status: 'active',
    },
    {
      code: 'G15_60/SI03',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Infirmier - Exerc. infirmier pratique avancée maladie rénale chroniq.,dialyse,transp. rénale (SI)',
      status: 'active',
    },
    {
      code: 'G15_60/SI04',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Infirmier - Exercice infirmier en pratique avancée santé mentale (SI)',
      status: 'active',
    },
    {
      code: 'G15_60/SI05',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Infirmier - Exercice infirmier en pratique avancée urgences (SI)',
      status: 'active',
    },
    { code: 'G15_69', system: '1.2.250.1.213.1.1.4.5', label: 'Infirmier psychiatrique', status: 'active' },
    { code: 'G15_70', system: '1.2.250.1.213.1.1.4.5', label: 'Masseur-Kinésithérapeute', status: 'active' },
    { code: 'G15_80', system: '1.2.250.1.213.1.1.4.5', label: 'Pédicure-Podologue', status: 'active' },
    { code: 'G15_81', system: '1.2.250.1.213.1.1.4.5', label: 'Orthoprothésiste', status: 'active' },
    { code: 'G15_82', system: '1.2.250.1.213.1.1.4.5', label: 'Podo-Orthésiste', status: 'active' },
    { code: 'G15_83', system: '1.2.250.1.213.1.1.4.5', label: 'Orthopédiste-Orthésiste', status: 'active' },
    { code: 'G15_84', system: '1.2.250.1.213.1.1.4.5', label: 'Oculariste', status: 'active' },
    { code: 'G15_85', system: '1.2.250.1.213.1.1.4.5', label: 'Epithésiste', status: 'active' },
    { code: 'G15_86', system: '1.2.250.1.213.1.1.4.5', label: 'Technicien de laboratoire médical', status: 'active' },
    { code: 'G15_91', system: '1.2.250.1.213.1.1.4.5', label: 'Orthophoniste', status: 'active' },
    { code: 'G15_92', system: '1.2.250.1.213.1.1.4.5', label: 'Orthoptiste', status: 'active' },
    { code: 'G15_94', system: '1.2.250.1.213.1.1.4.5', label: 'Ergothérapeute', status: 'active' },
    { code: 'G15_95', system: '1.2.250.1.213.1.1.4.5', label: 'Diététicien', status: 'active' },
    { code: 'G15_96', system: '1.2.250.1.213.1.1.4.5', label: 'Psychomotricien', status: 'active' },
    { code: 'G15_98', system: '1.2.250.1.213.1.1.4.5', label: 'Manipulateur ERM', status: 'active' },
    { code: 'G16_10', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin en formation', status: 'active' },
    { code: 'G16_21', system: '1.2.250.1.213.1.1.4.5', label: 'Pharmacien en formation', status: 'active' },
    { code: 'G16_40', system: '1.2.250.1.213.1.1.4.5', label: 'Chirurgien-Dentiste en formation', status: 'active' },
    { code: 'G16_50', system: '1.2.250.1.213.1.1.4.5', label: 'Sage-Femme en formation', status: 'active' },
    { code: 'G15_10/80', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Homéopathie (OP)', status: 'active' },
    { code: 'G15_10/81', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Acupuncture (OP)', status: 'active' },
    { code: 'G15_10/DEC01', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Addictologie (DEC)', status: 'active' },
    {
      code: 'G15_10/DEC02',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Allergologie et immunologie clinique (DEC)',
      status: 'active',
    },
    { code: 'G15_10/DEC03', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Andrologie (DEC)', status: 'active' },
    {
      code: 'G15_10/DEC04',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Cancérologie option traitements médicaux des cancers (DEC)',
      status: 'active',
    },
    {
      code: 'G15_10/DEC05',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Cancérologie option chirurgie cancérologique (DEC)',
      status: 'active',
    },
    {
      code: 'G15_10/DEC06',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Cancérologie option réseaux de cancérologie (DEC)',
      status: 'active',
    },
    {
      code: 'G15_10/DEC07',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Cancérologie option biologie en cancérologie (DEC)',
      status: 'active',
    },
    {
      code: 'G15_10/DEC08',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Cancérologie option imagerie en cancérologie (DEC)',
      status: 'active',
    },
    {
      code: 'G15_10/DEC09',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Dermatopathologie (DEC)',
      status: 'active',
    },
    {
      code: 'G15_10/DEC10',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Foetopathologie (DEC)',
      status: 'active',
    },
    {
      code: 'G15_10/DEC11',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Hémobiologie - tranfusion (DEC)',
      status: 'active',
    },
    {
      code: 'G15_10/DEC12',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine de la douleur et médecine palliative (DEC)',
      status: 'active',
    },
    {
      code: 'G15_10/DEC13',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine de la reproduction (DEC)',
      status: 'active',
    },
    {
      code: 'G15_10/DEC14',
      system: '1.2.250.1.213.1.1.4.5',
      label: "Médecin - Médecine d'urgence (DEC)",
      status: 'active',
    },
    {
      code: 'G15_10/DEC15',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine du sport (DEC)',
      status: 'active',
    },
    {
      code: 'G15_10/DEC16',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine légale et expertises médicales (DEC)',
      status: 'active',
    },
    {
      code: 'G15_10/DEC17',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine vasculaire (DEC)',
      status: 'active',
    },
    { code: 'G15_10/DEC18', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Néonatologie (DEC)', status: 'active' },
    {
      code: 'G15_10/DEC19',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Neuropathologie (DEC)',
      status: 'active',
    },
    { code: 'G15_10/DEC20', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Nutrition (DEC)', status: 'active' },
    {
      code: 'G15_10/DEC21',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Orthopédie dento-maxillo-faciale (DEC)',
      status: 'active',
    },
    {
      code: 'G15_10/DEC22',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Pathologie infectieuse et tropicale, clinique et biologique (DEC)',
      status: 'active',
    },
    {
      code: 'G15_10/DEC23',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Pharmacologie clinique et évaluation des thérapeutiques (DEC)',
      status: 'active',
    },
    {
      code: 'G15_10/DEC24',
      system: '1.2.250.1.213.1.1.4.5',
      label: "Médecin - Psychiatrie de l'enfant et de l'adolescent (DEC)",
      status: 'active',
    },
    { code: 'G15_10/SST01', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Addictologie (SST)', status: 'active' },
    {
      code: 'G15_10/SST02',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Bio-informatique médicale (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST03',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Cancérologie déc. hémato-cancérologie pédiatrique (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST04',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Cancérologie traitements médicaux des cancers (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST05',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Cardiologie pédiatrique et congénitale (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST06',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie de la main (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST07',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie en situation de guerre ou de catastrophe (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST08',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Chirurgie orbito-palpébro-lacrymale (SST)',
      status: 'active',
    },
    { code: 'G15_10/SST09', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Douleur (SST)', status: 'active' },
    {
      code: 'G15_10/SST10',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Expertise médicale-préjudice corporel (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST11',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Foetopathologie (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST12',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Génétique et médecine moléculaire bioclinique (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST13',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Hématologie bioclinique (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST14',
      system: '1.2.250.1.213.1.1.4.5',
      label: "Médecin - Hygiène-prévention de l'infection, résistances (SST)",
      status: 'active',
    },
    {
      code: 'G15_10/SST15',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Maladies allergiques (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST16',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine hospitalière polyvalente (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST17',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine palliative (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST18',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine scolaire (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST19',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine en situation de guerre ou en SSE (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST20',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine et biologie de la reproduction-andrologie (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST21',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Médecine du sport (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST22',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Nutrition appliquée (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST23',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Pharmacologie médicale/thérapeutique (SST)',
      status: 'active',
    },
    { code: 'G15_10/SST24', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Sommeil (SST)', status: 'active' },
    {
      code: 'G15_10/SST25',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Thérapie cellulaire/transfusion (SST)',
      status: 'active',
    },
    {
      code: 'G15_10/SST26',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Médecin - Urgences pédiatriques (SST)',
      status: 'active',
    },
    {
      code: 'G15_21/FQ01',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Pharmacien - Expérience prat. art. R.5124-16 du CSP Fabricant',
      status: 'active',
    },
    {
      code: 'G15_21/FQ02',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Pharmacien - Expérience prat. art. R.5124-16 du CSP Exploitant',
      status: 'active',
    },
    {
      code: 'G15_21/FQ03',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Pharmacien - Exp. prat. art. R.5124-16 du CSP Thérapie Cellulaire',
      status: 'active',
    },
    {
      code: 'G15_21/FQ04',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Pharmacien - Expérience pratique article R.5124-18 du CSP',
      status: 'active',
    },
    {
      code: 'G15_21/FQ05',
      system: '1.2.250.1.213.1.1.4.5',
      label: 'Pharmacien - Expérience pratique article R.5141-129 du CSP',
      status: 'active',
    },
    { code: '71', system: '1.2.250.1.213.1.6.1.109', label: 'Ostéopathe', status: 'active' },
    { code: '72', system: '1.2.250.1.213.1.6.1.109', label: 'Psychothérapeute', status: 'active' },
    { code: '73', system: '1.2.250.1.213.1.6.1.109', label: 'Chiropracteur', status: 'active' },
    { code: '93', system: '1.2.250.1.213.1.6.1.109', label: 'Psychologue', status: 'active' },
    { code: '41', system: '1.2.250.1.213.1.6.1.4', label: 'Assistant de service social', status: 'active' },
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
    { code: '330', system: '1.2.250.1.213.1.6.1.107', label: 'Coordonnateur de parcours', status: 'active' },
    {
      code: '331',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Secrétaire assistante médico-administrative',
      status: 'active',
    },
    { code: '333', system: '1.2.250.1.213.1.6.1.107', label: 'Responsable de secteur', status: 'active' },
    {
      code: '334',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Biologiste médical ni médecin ni pharmacien',
      status: 'active',
    },
    { code: '332', system: '1.2.250.1.213.1.6.1.107', label: 'Assistant médical', status: 'active' },
    {
      code: '335',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Gestionnaire alertes et urgences sanitaires',
      status: 'active',
    },
    {
      code: '336',
      system: '1.2.250.1.213.1.6.1.107',
      label: "Autre professionnel intervenant dans l'accueil et l'orientation des personnes",
      status: 'active',
    },
    {
      code: '337',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Autre professionnel intervenant dans la logistique',
      status: 'active',
    },
    {
      code: '338',
      system: '1.2.250.1.213.1.6.1.107',
      label: "Autre professionnel intervenant dans l'hôtellerie et la restauration",
      status: 'active',
    },
    {
      code: '339',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Autre professionnel intervenant dans la direction de la qualité, hygiène, sécurité et environnement',
      status: 'active',
    },
    {
      code: '340',
      system: '1.2.250.1.213.1.6.1.107',
      label: "Autre professionnel intervenant dans la direction des systèmes d'information",
      status: 'active',
    },
    {
      code: '341',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Autre professionnel intervenant dans la direction des finances et comptabilité',
      status: 'active',
    },
    {
      code: '342',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Autre professionnel intervenant dans la direction de la communication',
      status: 'active',
    },
    {
      code: '343',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Autre professionnel intervenant dans la direction des ressources humaines',
      status: 'active',
    },
    {
      code: '344',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Autre professionnel intervenant dans la direction des affaires médicales',
      status: 'active',
    },
    {
      code: '345',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Autre professionnel intervenant dans le social, éducatif, psychologie et culturel',
      status: 'active',
    },
    { code: '346', system: '1.2.250.1.213.1.6.1.107', label: 'Etudiant - infirmier', status: 'active' },
    { code: '347', system: '1.2.250.1.213.1.6.1.107', label: 'Etudiant - aide-soignant', status: 'active' },
    {
      code: '348',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Etudiant - auxiliaire de puériculture',
      status: 'active',
    },
    { code: '349', system: '1.2.250.1.213.1.6.1.107', label: 'Etudiant - masseur-kinésithérapeute', status: 'active' },
    { code: '350', system: '1.2.250.1.213.1.6.1.107', label: 'Aide à domicile', status: 'active' },
    { code: '351', system: '1.2.250.1.213.1.6.1.107', label: 'Assistant(e) maternel(le)', status: 'active' },
    { code: '353', system: '1.2.250.1.213.1.6.1.107', label: "Membre de l'équipe de soins", status: 'active' },
    { code: '354', system: '1.2.250.1.213.1.6.1.107', label: 'Externe en médecine', status: 'active' },
    { code: '355', system: '1.2.250.1.213.1.6.1.107', label: 'Externe en odontologie', status: 'active' },
    { code: '356', system: '1.2.250.1.213.1.6.1.107', label: 'Externe en maïeutique', status: 'active' },
    { code: '357', system: '1.2.250.1.213.1.6.1.107', label: 'Externe en pharmacie', status: 'active' },
    { code: '358', system: '1.2.250.1.213.1.6.1.107', label: 'Autre étudiant', status: 'active' },
    { code: '359', system: '1.2.250.1.213.1.6.1.107', label: "Directeur d'établissement", status: 'active' },
    { code: '360', system: '1.2.250.1.213.1.6.1.107', label: 'Brancardier', status: 'active' },
    {
      code: '361',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Educateur en activité physique adaptée',
      status: 'active',
    },
    { code: '362', system: '1.2.250.1.213.1.6.1.107', label: "Technicien d'informations médicales", status: 'active' },
    { code: '363', system: '1.2.250.1.213.1.6.1.107', label: 'Attaché de recherche clinique', status: 'active' },
    {
      code: '364',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Praticien A Diplôme Hors Union Européenne (PADHUE)',
      status: 'active',
    },
    {
      code: '365',
      system: '1.2.250.1.213.1.6.1.107',
      label: 'Gestionnaire admissions / frais de séjour / traitement externe',
      status: 'active',
    },
    { code: '366', system: '1.2.250.1.213.1.6.1.107', label: 'Archiviste', status: 'active' },
    { code: '367', system: '1.2.250.1.213.1.6.1.107', label: 'Surveillant de nuit', status: 'active' },
    { code: '368', system: '1.2.250.1.213.1.6.1.107', label: 'Animateur', status: 'active' },
    { code: '369', system: '1.2.250.1.213.1.6.1.107', label: 'Biologiste médical non-médecin', status: 'active' },
    { code: '370', system: '1.2.250.1.213.1.6.1.107', label: 'Opérateur de Soins Non Programmés', status: 'active' },
  ],
};
