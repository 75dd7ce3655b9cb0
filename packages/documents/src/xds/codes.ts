import { type Coded, sameCode } from '@socle-sante/core/coded';
import type { Concept } from '@socle-sante/nomenclatures';
import { FORMAT_OUTSIDE_MODELS, formatOf, n1FormatOf } from '@socle-sante/nomenclatures/ass-a11';
import { toCoded } from '@socle-sante/nomenclatures/lookup';
import type { StructuredModel } from '../submission/structured.js';
import type { Visibility } from '../submission/types.js';

const CONFIDENTIALITY = '2.16.840.1.113883.5.25';
const MASKS = '1.2.250.1.213.1.1.4.13';

const LEVELS = { N: 'Normal', R: 'Restreint', V: 'Très restreint' } as const;

/** Codes of JDV_J58 (OID 1.2.250.1.213.1.1.5.9) that hide a document, as XDS spells them. */
export const VISIBILITY_CODES = {
  maskedFromProfessionals: {
    code: 'MASQUE_PS',
    codeSystem: MASKS,
    displayName: 'Masqué aux professionnels de santé',
  },
  hiddenFromPatient: { code: 'INVISIBLE_PATIENT', codeSystem: MASKS, displayName: 'Non visible par le patient' },
  hiddenFromLegalRepresentatives: {
    code: 'INVISIBLE_REPRESENTANTS_LEGAUX',
    codeSystem: MASKS,
    displayName: 'Non visible par les représentants légaux du patient',
  },
} as const satisfies Readonly<Record<keyof Visibility, Coded>>;

/** The confidentiality codes of an entry: the level of the document first, then what hides it. */
export function confidentialityCodes(level: string | undefined, visibility: Visibility = {}): Coded[] {
  const code = level ?? 'N';
  const displayName = Object.hasOwn(LEVELS, code) ? LEVELS[code as keyof typeof LEVELS] : code;
  const first: Coded = { code, codeSystem: CONFIDENTIALITY, displayName };
  const { maskedFromProfessionals, hiddenFromPatient, hiddenFromLegalRepresentatives } = VISIBILITY_CODES;
  return [
    first,
    ...(visibility.maskedFromProfessionals ? [maskedFromProfessionals] : []),
    ...(visibility.hiddenFromPatient ? [hiddenFromPatient] : []),
    ...(visibility.hiddenFromLegalRepresentatives ? [hiddenFromLegalRepresentatives] : []),
  ];
}

/** Template of each structured model that the builder writes (ASS_A11). */
const MODEL_TEMPLATES: Readonly<Record<StructuredModel, string>> = {
  vsm: '1.2.250.1.213.1.1.1.13',
  'cr-bio': '1.2.250.1.213.1.1.1.55',
  'ldl-ees': '1.2.250.1.213.1.1.1.21',
  'tlm-da': '1.2.250.1.213.1.1.1.38',
  'ips-fr': '1.2.250.1.213.1.1.1.51',
  'ldl-ses': '1.2.250.1.213.1.1.1.29',
  'cse-mde': '1.2.250.1.213.1.1.1.5.4',
  'cse-cs8': '1.2.250.1.213.1.1.1.5.1',
  'cse-cs9': '1.2.250.1.213.1.1.1.5.2',
  'cse-cs24': '1.2.250.1.213.1.1.1.5.3',
  vac: '1.2.250.1.213.1.1.1.37',
  'vac-note': '1.2.250.1.213.1.1.1.46',
  'img-cr': '1.2.250.1.213.1.1.1.45',
  'img-da': '1.2.250.1.213.1.1.1.47',
  'ep-med-dm': '1.2.250.1.213.1.1.1.39',
  'edisp-med': '1.2.250.1.213.1.1.1.54',
};

/** Corrections of the published associations, by the integrator: class by type code, format by template. */
export interface AssociationOverrides {
  /** Classes of types that ASS_X04 does not know (101881-1, carte d’implant, in its version of 2026-06-29). */
  readonly classes?: Readonly<Record<string, Concept>>;
  /** Formats of models that ASS_A11 does not know. */
  readonly formats?: Readonly<Record<string, Concept>>;
}

/** formatCode of a structured document: of the first template that has one, else the format outside any model. */
export function structuredFormat(
  templates: readonly string[],
  formats?: AssociationOverrides['formats'],
): { readonly format: Coded; readonly known: boolean } {
  for (const template of templates) {
    const found = formatOf(template, formats);
    if (found !== undefined) return { format: toCoded(found), known: true };
  }
  return { format: toCoded(FORMAT_OUTSIDE_MODELS), known: false };
}

/** formatCode of a model of the builder. */
export function modelFormat(
  model: StructuredModel,
  formats?: AssociationOverrides['formats'],
): { readonly format: Coded; readonly known: boolean } {
  return structuredFormat([MODEL_TEMPLATES[model]], formats);
}

/** formatCode of an unstructured document, by the media type of its body (ASS_A12). */
export function unstructuredFormat(mediaType: string): Coded | undefined {
  const found = n1FormatOf(mediaType);
  return found === undefined ? undefined : toCoded(found);
}

/** Codes of the entry of a signature of submission set (IHE DSG, DMP profile of it). */
export const SIGNATURE_CODES = {
  classCode: { code: 'urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1', codeSystem: 'URN', displayName: 'Digital Signature' },
  typeCode: { code: 'E1762', codeSystem: 'ASTM', displayName: 'Full Document' },
  formatCode: {
    code: 'http://www.w3.org/2000/09/xmldsig#',
    codeSystem: 'URN',
    displayName: 'Default Signature Style',
  },
  event: { code: '1.2.840.10065.1.12.1.14', codeSystem: '1.2.840.10065.1.12', displayName: 'Source' },
} as const satisfies Readonly<Record<string, Coded>>;

/** True for the entry of a signature: lists for people leave it out. */
export function isSignatureEntry(entry: { readonly classCode: Pick<Coded, 'code'> }): boolean {
  return entry.classCode.code === SIGNATURE_CODES.classCode.code;
}

/** What XDS carries of a code. */
export function plainCode({ code, codeSystem, displayName }: Coded): Coded {
  return { code, codeSystem, displayName };
}

/** LOINC code of « CR d’imagerie médicale ». */
export const IMAGING_REPORT = '18748-4';
/** LOINC code of « Demande d’actes d’imagerie », of the document and of its act. */
export const IMAGING_REQUEST = '55115-0';

/** What the metadata say of an act: its code and, for a report of imaging, its CCAM code, modalities and regions. */
export function codesOfAct(
  typeCode: string | undefined,
  code: Coded | undefined,
  translations: readonly Coded[] = [],
): Coded[] {
  if (code === undefined) return [];
  return typeCode === IMAGING_REPORT ? [code, ...translations] : [code];
}

/** Codes of the acts, then those that the sender adds, each once. */
export function eventsOf(acts: readonly Coded[], more: readonly Coded[] = []): Coded[] {
  const out: Coded[] = [];
  for (const code of [...acts, ...more]) if (!out.some((item) => sameCode(item, code))) out.push(plainCode(code));
  return out;
}
