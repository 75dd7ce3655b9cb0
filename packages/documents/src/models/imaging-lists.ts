import type { Coded } from '@socle-sante/core/coded';
import { SYSTEMS } from '../cda/oids.js';

// Value sets of the imaging models, as the rules test them: ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19).

export type List = Readonly<Record<string, Coded>>;

export const dicom = (code: string, displayName: string) =>
  ({ code, displayName, codeSystem: SYSTEMS.dicom, codeSystemName: 'DCM' }) as const;
export const snomed = (code: string, displayName: string) =>
  ({ code, displayName, codeSystem: SYSTEMS.snomed, codeSystemName: 'SNOMED CT' }) as const;
export const taAsip = (code: string, displayName: string) =>
  ({ code, displayName, codeSystem: SYSTEMS.taAsip, codeSystemName: 'TA_ASIP' }) as const;
export const icd10 = (code: string, displayName: string) =>
  ({ code, displayName, codeSystem: SYSTEMS.icd10, codeSystemName: 'CIM-10' }) as const;

/** JDV_ModaliteAcquisition_CISIS (1.2.250.1.213.1.1.5.618), by code. */
export const MODALITIES = {
  AR: dicom('AR', 'Autoréfraction'),
  BDUS: dicom('BDUS', 'Échodensitométrie osseuse'),
  BI: dicom('BI', 'Imagerie biomagnétique'),
  BMD: dicom('BMD', 'Ostéodensitométrie'),
  CR: dicom('CR', 'Radiographie assistée par ordinateur'),
  CT: dicom('CT', 'Tomodensitométrie'),
  DG: dicom('DG', 'Diaphanographie'),
  DMS: dicom('DMS', 'Dermoscopie'),
  DX: dicom('DX', 'Radiographie numérique'),
  ECG: dicom('ECG', 'Électrocardiographie'),
  EEG: dicom('EEG', 'Électroencéphalographie'),
  EMG: dicom('EMG', 'Électromyographie'),
  EOG: dicom('EOG', 'Électrooculographie'),
  EPS: dicom('EPS', 'Électrophysiologie cardiaque'),
  ES: dicom('ES', 'Endoscopie'),
  GM: dicom('GM', 'Microscopie générale'),
  HD: dicom('HD', 'Onde hémodynamique'),
  IO: dicom('IO', 'Radiographie intrabuccale'),
  IVOCT: dicom('IVOCT', 'Tomographie par cohérence optique intravasculaire'),
  IVUS: dicom('IVUS', 'Ultrasonore intravasculaire'),
  KER: dicom('KER', 'Kératométrie'),
  LEN: dicom('LEN', 'Lensométrie'),
  LS: dicom('LS', 'Scan laser'),
  MG: dicom('MG', 'Mammographie'),
  MR: dicom('MR', 'Résonance magnétique'),
  NM: dicom('NM', 'Médecine nucléaire'),
  OAM: dicom('OAM', 'Mesures axiales ophtalmiques'),
  OCT: dicom('OCT', 'Tomographie à cohérence optique'),
  OP: dicom('OP', 'Photographique ophtalmique'),
  OPM: dicom('OPM', 'Cartographie ophtalmique'),
  OPT: dicom('OPT', 'Tomographie ophtalmique'),
  OPTBSV: dicom('OPTBSV', 'Tomographie ophtalmique B-scan analyse de volume'),
  OPTENF: dicom('OPTENF', 'Tomographie ophtalmique en face'),
  OPV: dicom('OPV', 'Champ visuel ophtalmique'),
  OSS: dicom('OSS', 'Scanner optique de surface'),
  POS: dicom('POS', 'Détecteur de position'),
  PT: dicom('PT', 'TEP : Tomographie par émission de positons'),
  PX: dicom('PX', 'Panaromique X-Ray'),
  RESP: dicom('RESP', 'Onde respiratoire'),
  RF: dicom('RF', 'Radio-fluoroscopie'),
  RG: dicom('RG', 'Imagerie radiographique'),
  RTIMAGE: dicom('RTIMAGE', 'Image RT'),
  SM: dicom('SM', 'Microscopie à lames'),
  SRF: dicom('SRF', 'Réfraction subjective'),
  TG: dicom('TG', 'Thermographie'),
  US: dicom('US', 'Échographie'),
  VA: dicom('VA', 'Acuité visuelle'),
  XA: dicom('XA', 'Angiographie X-Ray'),
  XC: dicom('XC', 'Caméra de photographie externe'),
} as const satisfies List;

/** JDV_RegionAnatomique_CISIS (1.2.250.1.213.1.1.5.695). */
export const REGIONS = {
  abdomenPelvis: snomed('63337009', 'segment abdominopelvien du tronc'),
  corpsEntier: snomed('38266002', 'corps entier'),
  membreSuperieur: snomed('53120007', 'membre supérieur'),
  membreInferieur: snomed('61685007', 'membre inférieur'),
  thorax: snomed('67734004', 'segment thoracique du tronc'),
  teteCou: snomed('774007', 'tête et cou'),
  cardiovasculaire: snomed('113257007', 'système cardiovasculaire'),
  coeur: snomed('80891009', 'cœur'),
  sein: snomed('76752008', 'sein'),
  rachis: snomed('737561001', 'colonne vertébrale et/ou moelle épinière'),
} as const satisfies List;

/** JDV_LateraliteTechniqueImagerie_CISIS (1.2.250.1.213.1.1.5.617). */
export const LATERALITIES = {
  unilateral: snomed('66459002', 'unilatéral'),
  bilateral: snomed('51440002', 'bilatéral'),
} as const satisfies List;

/** JDV_QuantiteExpositionRayonnements_CISIS (1.2.250.1.213.1.1.5.620). */
export const RADIATION_QUANTITIES = {
  kermaEntree: dicom('111636', "Dose dans l'air à l'entrée du patient (Kerma dans l'air)"),
  doseGlandulaire: dicom('111637', 'DGM total : Dose Glandulaire Moyenne Total'),
  pds: dicom('113722', 'PDS Total : Produit Dose Surface Total'),
  pdsScopie: dicom('113726', 'PDS de Scopie Total : Produit Dose Surface de Scopie Total'),
  pdsGraphie: dicom('113727', 'PDS de Graphie Total : Produit Dose Surface de Graphie Total'),
  tempsScopie: dicom('113730', 'Temps total de scopie'),
  nombreImages: dicom('113731', 'Nombre total d’images radiographiques'),
  activite: dicom('113507', 'Activité administrée'),
  pdl: dicom('113813', 'PDL Total : Produit Dose Longueur Total'),
  idsv: dicom('113830', 'IDSV Moyen : Indice de Dose Scanographique Volumique'),
  doseEfficace: dicom('113839', 'E : Dose efficace'),
} as const satisfies List;

/** JDV_Contre_indications_CISIS (1.2.250.1.213.1.1.5.659). */
export const CONTRAINDICATIONS = {
  enceinte: snomed('77386006', 'enceinte'),
  allaitement: snomed('1260078007', 'Allaitement'),
  hypersensibiliteIode: taAsip('MED-1105', 'Hypersensibilité au PDC iodé'),
  maladieRenale: icd10('N18.9', 'Maladie rénale chronique, sans précision'),
  hyperthyroidie: taAsip('MED-1106', 'Hyperthyroidie non traitée'),
  chirurgieDigestive: taAsip(
    'MED-1107',
    'Antécédents chirurgicaux digestifs récents contre-indiquant l’usage de produit baryté et nécessitant l’usage d’un produit hydrosoluble',
  ),
  hypersensibiliteUltrasons: taAsip('MED-1108', 'Hypersensibilité au PDC ultrasonore'),
  insuffisanceCardiaque: icd10('I50.9', 'Insuffisance cardiaque, sans précision'),
  claustrophobie: taAsip('MED-1109', 'Patient claustrophobe'),
  corpsFerromagnetique: taAsip('MED-1110', 'Patient porteur de corps étranger ferromagnétique (œil ou autre)'),
  clipsIntracraniens: taAsip('MED-1111', 'Patient porteur de clips métalliques ou coils intracrâniens'),
  implantCochleaire: taAsip('MED-1112', 'Patient porteur d’un implant cochléaire'),
  neurostimulateur: taAsip('MED-1113', 'Patient porteur d’un neurostimulateur'),
  derivationLcs: taAsip('MED-1114', 'Patient porteur d’une sonde de dérivation du LCS'),
  capteurImplante: taAsip('MED-1115', 'Patient porteur d’un capteur implanté'),
  pompeImplantee: taAsip('MED-1116', 'Patient porteur d’une pompe implantée'),
  pacemaker: taAsip('MED-1117', 'Patient porteur de Pacemaker'),
  valveMecanique: taAsip('MED-1118', 'Patient porteur d’une valve cardiaque mécanique'),
  orthodontie: taAsip('MED-1119', "Patient porteur d’un matériel d'orthodontie"),
  stentFiltreCave: taAsip('MED-1120', 'Patient porteur d’un stent ou un filtre cave'),
  hypersensibiliteGadolinium: taAsip('MED-1122', 'Hypersensibilité au produit de contraste gadoliné'),
  autre: taAsip('GEN-092.01.20', 'Autre contre-indication connue'),
} as const satisfies List;

/** JDV_StatutGrossesse_CISIS (1.2.250.1.213.1.1.5.671). */
export const PREGNANCIES = {
  absente: snomed('60001007', 'absence de grossesse'),
  enceinte: snomed('77386006', 'enceinte'),
  inconnu: snomed('261665006', 'inconnu'),
} as const satisfies List;

/** Codes (SNOMED CT) of JDV_LocalisationAnatomique_CISIS (1.2.250.1.213.1.1.5.694, 2023-06-01). */
export const SITES: ReadonlySet<string> = new Set(
  [
    '302553009 244231007 897132006 822978001 182166001 181127006 361292008 399978003 43967001 181309000',
    '181311009 181329004 181357006 181262009 181298001 181300001 264843009 314790003 264913008 181255000',
    '730364005 362877004 244324006 244310007 181299009 362162009 261405004 181321001 362732006 181389002',
    '244407004 244215004 276157007 181267003 361097006 38266002 346902003 731691008 731717004 731698002',
    '731660002 361370006 731690009 368532003 731684005 730852007 181322008 181002002 181390006 244244002',
    '181371003 258335003 181131000 362723009 181215002 244247009 362677002 182099002 244015008 276832000',
    '277699000 362040006 281137000 897047000 818953007 181340007 181391005 180924008 181308008 278251007',
    '870632003 361684008 1145015006 181453009 182325008 181608004 264450003 362047009 181910004 302508007',
    '362199009 362041005 727608008 732146000 362050007 181398004 181162001 181294004 244386006 264452006',
    '728315009 362165006 181301002 731977000 730855009 181247007 1910005 76248009 362257002 278867007',
    '181432000 362693006 181245004 181178004 362044002 181352000 181400000 181373000 244486005 732141005',
    '265782007 302549007 181328007 181799005 181463001 244332003 362071002 302529003 302541005 362673003',
    '272681004 302545001 362741001 180932000 181269000 281060006 244333008 277728005 302546000 302539009',
    '302548004 302509004 727223007 278191001 302543008 181923006 730856005 182339008 182348003 281490009',
    '181249005 244330006 732003000 278013002 181341006 278012007 181369003 278960008 278950004 204747008',
    '243962005 181189006 182176003 361734005 362045001 181346001 181372005 361929003 244239009 182221001',
    '244391007 181811001 181248002 302536002 279160004 181414000 361291001 369324002 181254001 181212004',
    '180930008 244387002 277930000 244385005 55188000 304374005 243972008 243996003 181327002 181268008',
    '181402008 243406001 181135009 362793004 182281004 181136005 181420004 244285007 1017226003 302506006',
    '361686005 1145016007 727322004 181216001 181756000 362715007 181812008 265784008 181813003 181217005',
    '281084003 304045008 280995004 302535003 181312002 54895000 362717004 21082005 770866008 770803002',
    '181801008 181203001 179072008 181200003 302550007 256864008 181195007 244219005 150289003 362710002',
    '181310005 361732009 363657000 272683001 264070001 264183003 181464007 181277001 181278006 279232005',
    '181121007 181234002 816977005 229765004 731160001 265793009 243990009 181359009 181211006 264194004',
    '181125003 181455002 181350008 731976009 281065001 362064007 181313007 181314001 727505000 181358001',
    '60477001 361317000 198813007 181348000 302640003 181422007 181380003 181332001 182178002 181940002',
    '181447009 181261002 243984005 181339005 362221007 181370002 302523002 244383003 277713005 244384009',
    '18135006 304375006 730859003 182199004 244414002 732135003 181480002 302517007 181163006 265794003',
    '181434004 1163304004 244675002 361103004 362166007 245012000 244978002 361378004 181250005 180959008',
    '181279003 244266009 278029005 182165002 302522007 181246003 265790007 181388005 361357002 727093009',
    '362635002 727609000 732147009 181325005 278014008 362048004 278011000 244218002 181368006 362656000',
    '181795004 181814009 181431007 244433007 302544002 180931007 302510009 243949006 243931006 1145018008',
    '302551006 302540006 118507000 181117000 182061009 302547009 181226008 302214001 181213009 362163004',
    '181948009 181333006 261404000 61660003 243961003 243382001 302538001 181132007 182245002 181134008',
    '731430002 302511008 302513006 302512001 279405003 181452004 181441005 181367001 430160002 322151008',
    '181323003 44300000 265796001 822993002 361289009 127962001 39937001',
  ].flatMap((line) => line.split(' ')),
);
