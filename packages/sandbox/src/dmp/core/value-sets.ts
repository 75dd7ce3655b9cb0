import { SYSTEM } from './vocabulary.js';

/**
 * Value sets of the DMP, written here from the published lists and not taken from `@socle-sante/nomenclatures`: the simulator must
 * not share a mistake with the client. JDV_J57 to J62 and J66 of 2024-09-27 (J62: 2023-09-22), ASS_X04 and ASS_A11 of 2026-06-29.
 */

const words = (text: string) => text.trim().split(/\s+/);

/** JDV_J66 by class (ASS_X04). LOINC codes end with a dash and a digit; the others are of TRE_A05. */
const TYPES_BY_CLASS: Readonly<Record<string, string>> = {
  '10': `11488-4 11490-0 11502-2 11505-5 11506-3 15507-7 15508-5 28617-9 28653-4 29274-8 34112-3 34120-6 34749-2 34794-8 34874-8
    34875-5 47420-5 51969-4 59283-2 60568-3 67851-6 70004-7 75482-0 75492-9 75496-0 77436-4 78513-9 78601-2 83981-1 85208-7
    89233-1 93024-8 96349-6 BIL_AUTO DOCPAT03 DOCPAT05 DOCPAT06`,
  '11': `18761-7 34133-9 34842-5 56445-0 57055-6 57057-2 57075-4 60280-5 60591-5 68599-0 68817-6 74207-2 78341-5 78489-2 80820-4
    83836-7 83901-9 88348-8 89235-6 SYNTH DOCPAT01 DOCPAT08`,
  '31': '18748-4 52040-3 IMG-KOS DOCPAT04',
  '42': `55115-0 57828-6 57832-8 57833-6 61357-0 75468-9 PRESC-AAT PRESC-BIO PRESC-INF PRESC-KINE PRESC-ORTHOPHO PRESC-ORTHOPTIE
    PRESC-PEDI DOCPAT02`,
  '43': '60593-1 DISP_AUT',
  '44': '18776-5 77604-7 80771-9 80788-3 83869-8 PROT_ALD',
  '45': '80565-5',
  '52': '11369-6 87273-9 89601-9 96173-0 96874-3 CERT_DECL DOCPAT07',
  '60': 'REMB',
  '90': '74465-6 EXPPAT_1 EXPPAT_2 EXPPAT_3',
  '95': '59284-0 86531-1 ATTEST-ASS-COMPL ATTEST-DROITS-AM ATTEST-HEBGT ATTEST-RESID AUTORIS-SOINS DOCPAT09',
};

/** In JDV_J66 without a row in ASS_X04: any class is let through. */
const TYPES_WITHOUT_CLASS = ['101881-1'];

const CLASS_OF_TYPE = new Map(
  Object.entries(TYPES_BY_CLASS).flatMap(([classCode, types]) =>
    words(types).map((type): [string, string] => [type, classCode]),
  ),
);

const typeSystem = (code: string) => (/^\d+-\d$/.test(code) ? SYSTEM.loinc : SYSTEM.typeFr);

/** Membership: code and code system. */
type Membership = ReadonlySet<string>;
const key = (code: string, codeSystem: string) => `${codeSystem}|${code}`;
const members = (...groups: readonly (readonly [codeSystem: string, codes: readonly string[]])[]): Membership =>
  new Set(groups.flatMap(([codeSystem, codes]) => codes.map((code) => key(code, codeSystem))));

const range = (prefix: string, from: number, to: number, width = 2) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${prefix}${String(from + i).padStart(width, '0')}`);

const SECTOR_CODES = [...range('SA', 1, 61), 'SA63', 'SA64', 'SA65', 'SA68', 'SA69'];

const FORMATS_FR = [
  ...words('bio-ep-bio:2022 img-da:2022 cse-mde:2023 trod:2024').map((code) => `urn:ans:ci-sis:${code}`),
  ...words(
    `aunv:2013 avk:2009 cr-anest:2020 cr-cpa:2020 crgm:2018 crrtn:2013 cse-cs8:2017 cse-cs9:2017 cse-cs24:2017 d2lm-fidd:2017
     d2lm-fin:2017 dci:2009 dlu:2015 dlu:2024 eunv:2013 fludr:2017 fludt:2017 fr-su:2024 frcp:2011 ft-su:2024 hr:2019 idap:2011
     ldl-ees:2017 ldl-ses:2017 obp-sap:2023 obp-scm:2023 obp-sem:2023 obp-sne:2023 obp-snm:2023 pavc:2016 ppp:2023
     pps-cancer:2017 pps-paerpa:2017 ppv:2009 psc:2009 sdm-mr:2017 sunv:2013 tap:2009 tlm-da:2020 vac:2019 vac-note:2021 vsm:2012`,
  ).map((code) => `urn:asip:ci-sis:${code}`),
  'urn:asipSante:modelesHorsProfils:2011',
];

const FORMATS_IHE = words(
  `urn:ihe:iti:dsg:detached:2014 urn:ihe:iti:xds-sd:pdf:2008 urn:ihe:iti:xds-sd:text:2008 urn:ihe:iti-fr:xds-sd:jpeg:2010
   urn:ihe:iti-fr:xds-sd:rtf:2010 urn:ihe:iti-fr:xds-sd:tiff:2010 urn:ihe:lab:xd-lab:2008 urn:ihe:palm:apsr:2016
   urn:ihe:pcc:ips:2020 urn:ihe:pharm:pre:2010 urn:ihe:pharm:dis:2010 urn:ihe:eyecare:geneyeevalcn:2014
   urn:ihe:rad:CDA:ImagingReportStructuredHeadings:2013`,
);

/** Mime type of the format of a KOS. */
export const KOS_FORMAT = '1.2.840.10008.5.1.4.1.1.88.59';

const TYPE_CODES = [...CLASS_OF_TYPE.keys(), ...TYPES_WITHOUT_CLASS];

export const VALUE_SETS = {
  /** JDV_J57 */
  classCode: members([SYSTEM.classFr, Object.keys(TYPES_BY_CLASS)]),
  /** JDV_J58 */
  confidentiality: members(
    [SYSTEM.confidentiality, ['N', 'R', 'V']],
    [SYSTEM.visibility, ['MASQUE_PS', 'INVISIBLE_PATIENT', 'INVISIBLE_REPRESENTANTS_LEGAUX']],
  ),
  /** JDV_J59 */
  contentType: members(
    [
      '1.2.250.1.213.2.2',
      words(`03 04 07 08 09 11 13 14 15 16 17 18 19 20 21 22 25 26 27 28 33 37 40 42 43 44 45 46 47 48 50 52 60 97`),
    ],
    ['1.2.250.1.213.1.6.1.128', ['05', '11', '12']],
    [SYSTEM.sector, SECTOR_CODES.filter((code) => code >= 'SA05')],
    [SYSTEM.various, ['EXP_PATIENT']],
  ),
  /** JDV_J60 */
  formatCode: members(
    [SYSTEM.formatFr, FORMATS_FR],
    [SYSTEM.formatIhe, FORMATS_IHE],
    [SYSTEM.formatDicom, [KOS_FORMAT]],
    [SYSTEM.urn, ['http://www.w3.org/2000/09/xmldsig#']],
  ),
  /** JDV_J61 */
  facility: members([SYSTEM.sector, SECTOR_CODES], [SYSTEM.various, ['EXP_PATIENT', 'SNR']]),
  /** JDV_J62 */
  practice: members(
    [SYSTEM.practice, words('AMBULATOIRE AMO DEPISTAGE ETABLISSEMENT HAD MAD PALLIATIF SAD SAMU_SMUR')],
    [SYSTEM.various, ['EXP_PATIENT', 'SNR']],
  ),
  /** JDV_J66 */
  typeCode: new Set(TYPE_CODES.map((code) => key(code, typeSystem(code)))) as Membership,
} as const;

export function isMember(set: Membership, code: { readonly code: string; readonly codeSystem: string }): boolean {
  return set.has(key(code.code, code.codeSystem));
}

/** ASS_X04; undefined when the type has no row. */
export function classOfType(typeCode: string): string | undefined {
  return CLASS_OF_TYPE.get(typeCode);
}

/** JDV_J65, roles of the VIHF, by code system. Where the published list is a range, the range is what is checked. */
const ROLE_RULES: Readonly<Record<string, (code: string) => boolean>> = (() => {
  const among = (codes: readonly string[]) => {
    const set = new Set(codes);
    return (code: string) => set.has(code);
  };
  return {
    '1.2.250.1.71.1.2.7': among(
      words('10 21 26 28 31 32 35 36 37 38 39 40 50 60 69 70 80 81 82 83 84 85 86 91 92 94 95 96 98'),
    ),
    '1.2.250.1.71.1.2.8': among(['10', '21', '40', '50']),
    '1.2.250.1.213.1.6.1.109': among(['71', '72', '73', '93', '97']),
    '1.2.250.1.213.1.6.1.4': among(words('41 42 43 44 45 46 47 48 49 51 52 53')),
    '1.2.250.1.213.1.6.1.140': among(['99']),
    [SYSTEM.various]: among(words('ALIM_AM DISPOSITIF EXP_PATIENT SECRETARIAT_MEDICAL AUTOMATE')),
    '1.2.250.1.71.4.2.5': (code) =>
      /^(?:SM(?:0[1-9]|[1-6]\d|7[0-2])|SCD0[1-3]|PAC00|CEX(?:22|24|26|64)|SCH(?:0[1-9]|[1-5]\d|60)|SI0[1-4]|C\d{1,2}|CAPA(?:0[1-9]|1[0-6])|DSM2[0-4]\d)$/.test(
        code,
      ),
    '1.2.250.1.71.4.2.6': among(words('A B C D DA DM E EA EB EC ED EG EH G H M')),
    '1.2.250.1.213.1.6.1.107': (code) => /^3(?:[0-5]\d|60)$/.test(code),
    '1.2.250.1.213.1.6.1.19': (code) => /^GENR(?:0[1-4689]|1[0-2])$/.test(code),
    '1.2.250.1.213.1.6.1.17': (code) => /^FON-(?:[0-5]\d|AU)$/.test(code),
  };
})();

/** JDV_J65. */
export function isRole(code: { readonly code: string; readonly codeSystem: string }): boolean {
  return ROLE_RULES[code.codeSystem]?.(code.code) ?? false;
}

/** JDV_J61 as `Secteur_Activite` carries it. */
export function isSector(code: { readonly code: string; readonly codeSystem: string }): boolean {
  return isMember(VALUE_SETS.facility, code);
}

/**
 * ASS_A11, CDA template to format. A document outside any model has the format of its body; several templates may match,
 * the list answers the formats that are coherent.
 */
export const FORMAT_OF_TEMPLATE: Readonly<Record<string, string>> = {
  '1.2.250.1.213.1.1.1.13': 'urn:asip:ci-sis:vsm:2012',
  '1.2.250.1.213.1.1.1.21': 'urn:asip:ci-sis:ldl-ees:2017',
  '1.2.250.1.213.1.1.1.29': 'urn:asip:ci-sis:ldl-ses:2017',
  '1.2.250.1.213.1.1.1.39': 'urn:ihe:pharm:pre:2010',
  '1.2.250.1.213.1.1.1.54': 'urn:ihe:pharm:dis:2010',
  '1.2.250.1.213.1.1.1.45': 'urn:ihe:rad:CDA:ImagingReportStructuredHeadings:2013',
  '1.2.250.1.213.1.1.1.47': 'urn:ans:ci-sis:img-da:2022',
  '1.2.250.1.213.1.1.1.55': 'urn:ihe:lab:xd-lab:2008',
  '1.3.6.1.4.1.19376.1.3.3': 'urn:ihe:lab:xd-lab:2008',
  '1.2.250.1.213.1.1.1.52': 'urn:ans:ci-sis:bio-ep-bio:2022',
  '1.2.250.1.213.1.1.1.57': 'urn:ihe:palm:apsr:2016',
  '1.2.250.1.213.1.1.1.51': 'urn:ihe:pcc:ips:2020',
  '1.2.250.1.213.1.1.1.37': 'urn:asip:ci-sis:vac:2019',
  '1.2.250.1.213.1.1.1.46': 'urn:asip:ci-sis:vac-note:2021',
  '1.2.250.1.213.1.1.1.38': 'urn:asip:ci-sis:tlm-da:2020',
  '1.2.250.1.213.1.1.1.40': 'urn:asip:ci-sis:cr-anest:2020',
  '1.2.250.1.213.1.1.1.41': 'urn:asip:ci-sis:cr-cpa:2020',
  '1.2.250.1.213.1.1.1.8': 'urn:asip:ci-sis:frcp:2011',
  '1.2.250.1.213.1.1.1.9': 'urn:asip:ci-sis:idap:2011',
  '1.2.250.1.213.1.1.1.32': 'urn:asip:ci-sis:crgm:2018',
  '1.2.250.1.213.1.1.1.5.1': 'urn:asip:ci-sis:cse-cs8:2017',
  '1.2.250.1.213.1.1.1.5.2': 'urn:asip:ci-sis:cse-cs9:2017',
  '1.2.250.1.213.1.1.1.5.3': 'urn:asip:ci-sis:cse-cs24:2017',
  '1.2.250.1.213.1.1.1.5.4': 'urn:ans:ci-sis:cse-mde:2023',
  '1.2.250.1.213.1.1.1.12.1': 'urn:asip:ci-sis:obp-sap:2023',
  '1.2.250.1.213.1.1.1.12.2': 'urn:asip:ci-sis:obp-snm:2023',
  '1.2.250.1.213.1.1.1.12.3': 'urn:asip:ci-sis:obp-sne:2023',
  '1.2.250.1.213.1.1.1.12.4': 'urn:asip:ci-sis:obp-scm:2023',
  '1.2.250.1.213.1.1.1.12.5': 'urn:asip:ci-sis:obp-sem:2023',
  '1.2.250.1.213.1.1.1.22': 'urn:asip:ci-sis:dlu:2015',
  '1.2.250.1.213.1.1.1.23': 'urn:asip:ci-sis:fludt:2017',
  '1.2.250.1.213.1.1.1.24': 'urn:asip:ci-sis:fludr:2017',
};

/** Format of a document outside any model, by media type of its body. */
export const FORMAT_OF_BODY: Readonly<Record<string, string>> = {
  'application/pdf': 'urn:ihe:iti:xds-sd:pdf:2008',
  'text/plain': 'urn:ihe:iti:xds-sd:text:2008',
  'text/rtf': 'urn:ihe:iti-fr:xds-sd:rtf:2010',
  'application/rtf': 'urn:ihe:iti-fr:xds-sd:rtf:2010',
  'image/jpeg': 'urn:ihe:iti-fr:xds-sd:jpeg:2010',
  'image/tiff': 'urn:ihe:iti-fr:xds-sd:tiff:2010',
};
