import type { Coded } from '@socle-sante/core/coded';
import type { ReferenceId, Xcn, XdsPatientId, Xon } from './types.js';

// Escapes of HL7 v2.5 §2.7, with the usual delimiters: XDS writes its composite values with them (IHE ITI TF-3 §4.2.3.1.7).
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\E\\',
  '|': '\\F\\',
  '^': '\\S\\',
  '~': '\\R\\',
  '&': '\\T\\',
};
const PLAIN: Readonly<Record<string, string>> = { E: '\\', F: '|', S: '^', R: '~', T: '&' };

/** One component, with the delimiters escaped. */
export function escapeHl7(value: string): string {
  return /[\\|^~&]/.test(value) ? value.replace(/[\\|^~&]/g, (c) => ESCAPES[c] ?? c) : value;
}

/** The text of one component. An escape that is not known is kept as it stands. */
export function unescapeHl7(value: string): string {
  return value.includes('\\')
    ? value.replace(/\\([EFSRT])\\/g, (whole, letter: string) => PLAIN[letter] ?? whole)
    : value;
}

/** Joins components, the last empty ones left out. */
function join(components: readonly (string | undefined)[]): string {
  let length = components.length;
  while (length > 0 && (components[length - 1] ?? '') === '') length -= 1;
  return components
    .slice(0, length)
    .map((part) => part ?? '')
    .join('^');
}

function escaped(value: string | undefined): string {
  return value === undefined ? '' : escapeHl7(value);
}

function authority(oid: string | undefined): string {
  return oid === undefined ? '' : `&${escapeHl7(oid)}&ISO`;
}

/** The OID of `namespace&OID&ISO`; a bare OID is taken too. */
function oidOf(component: string | undefined): string | undefined {
  if (component === undefined || component === '') return undefined;
  const [namespace = '', id = ''] = component.split('&');
  return unescapeHl7(id !== '' ? id : namespace) || undefined;
}

function component(parts: readonly string[], index: number): string | undefined {
  const value = parts[index - 1];
  return value === undefined || value === '' ? undefined : unescapeHl7(value);
}

/** XCN, as CI-SIS restricts it: components 1, 2, 3, 5, 6, 9, 10, 13. */
export function encodeXcn(value: Xcn): string {
  return join([
    escaped(value.id),
    escaped(value.family),
    escaped(value.given),
    '',
    escaped(value.suffix),
    escaped(value.prefix),
    '',
    '',
    authority(value.authority),
    escaped(value.nameType),
    '',
    '',
    escaped(value.idType),
  ]);
}

/** Reads an XCN. Components that the model does not name are passed over. `undefined` when it is empty. */
export function decodeXcn(text: string): Xcn | undefined {
  const parts = text.trim().split('^');
  if (parts.every((part) => part === '')) return undefined;
  const get = (index: number): string | undefined => component(parts, index);
  const [family, given, suffix, prefix, nameType, idType] = [2, 3, 5, 6, 10, 13].map(get);
  const oid = oidOf(parts[8]);
  return {
    id: get(1) ?? '',
    ...(family === undefined ? {} : { family }),
    ...(given === undefined ? {} : { given }),
    ...(suffix === undefined ? {} : { suffix }),
    ...(prefix === undefined ? {} : { prefix }),
    ...(oid === undefined ? {} : { authority: oid }),
    ...(nameType === undefined ? {} : { nameType }),
    ...(idType === undefined ? {} : { idType }),
  };
}

/** XON: components 1, 6, 7, 10. */
export function encodeXon(value: Xon): string {
  return join([
    escaped(value.name),
    '',
    '',
    '',
    '',
    authority(value.authority),
    escaped(value.idType),
    '',
    '',
    escaped(value.id),
  ]);
}

/** Reads an XON. `undefined` when it is empty. */
export function decodeXon(text: string): Xon | undefined {
  const parts = text.trim().split('^');
  if (parts.every((part) => part === '')) return undefined;
  const oid = oidOf(parts[5]);
  const idType = component(parts, 7);
  const id = component(parts, 10);
  return {
    name: component(parts, 1) ?? '',
    ...(oid === undefined ? {} : { authority: oid }),
    ...(idType === undefined ? {} : { idType }),
    ...(id === undefined ? {} : { id }),
  };
}

/** CX: `id^^^&oid&ISO^type`, never more (CX.7 is never written). */
export function encodeCx(value: XdsPatientId): string {
  return join([escaped(value.extension), '', '', authority(value.oid), escaped(value.type)]);
}

/** Reads a CX; what follows the type (a date in CX.7) is accepted and dropped. `undefined` without a number or authority. */
export function decodeCx(text: string): XdsPatientId | undefined {
  const parts = text.trim().split('^');
  const extension = component(parts, 1);
  const oid = oidOf(parts[3]);
  const type = component(parts, 5);
  if (extension === undefined || oid === undefined) return undefined;
  return { extension, oid, ...(type === undefined ? {} : { type }) };
}

/** True when two identifiers name the same patient: number and authority, nothing else. */
export function samePatient(a: XdsPatientId, b: XdsPatientId): boolean {
  return a.extension === b.extension && a.oid === b.oid;
}

/** CXi: `id^^^&oid&ISO^type`. */
export function encodeCxi(value: ReferenceId): string {
  return join([escaped(value.id), '', '', authority(value.oid), escaped(value.type)]);
}

/** Reads a CXi. `undefined` when it has no identifier. */
export function decodeCxi(text: string): ReferenceId | undefined {
  const parts = text.trim().split('^');
  const id = component(parts, 1);
  if (id === undefined) return undefined;
  const oid = oidOf(parts[3]);
  const type = component(parts, 5);
  return { id, ...(oid === undefined ? {} : { oid }), ...(type === undefined ? {} : { type }) };
}

/** `code^label^codingScheme` of authorSpecialty. */
export function encodeSpecialty(value: Coded): string {
  return join([escaped(value.code), escaped(value.displayName), escaped(value.codeSystem)]);
}

/** Reads an authorSpecialty; the scheme also in the CX form `&oid&ISO`. A plain text is a code without scheme. */
export function decodeSpecialty(text: string): Coded | undefined {
  const parts = text.trim().split('^');
  const code = component(parts, 1);
  if (code === undefined) return undefined;
  return { code, codeSystem: oidOf(parts[2]) ?? '', displayName: component(parts, 2) ?? '' };
}

/** The traits of `sourcePatientInfo`. */
export interface SourcePatientInfo {
  /** PID-5 of name type L: birth name. */
  readonly family?: string;
  readonly given?: string;
  /** PID-7, `yyyyMMdd`. */
  readonly birthDate?: string;
  /** PID-8: `M`, `F`, `U`. */
  readonly sex?: string;
  /** The other values, as they were. */
  readonly others: readonly string[];
}

/** Writes `PID-5|…`, `PID-7|…`, `PID-8|…`, then the others. */
export function writeSourcePatientInfo(info: SourcePatientInfo): string[] {
  const { family, given, birthDate, sex } = info;
  return [
    ...(family === undefined && given === undefined ? [] : [`PID-5|${escaped(family)}^${escaped(given)}^^^^^L`]),
    ...(birthDate === undefined ? [] : [`PID-7|${escapeHl7(birthDate)}`]),
    ...(sex === undefined ? [] : [`PID-8|${escapeHl7(sex)}`]),
    ...info.others,
  ];
}

/**
 * Reads the values of `sourcePatientInfo`. They are for comparison with the local identity: the traits that a DMP sends are
 * neither shown nor copied (rule RG_0320).
 */
export function readSourcePatientInfo(values: readonly string[]): SourcePatientInfo {
  const others: string[] = [];
  const found: { family?: string; given?: string; birthDate?: string; sex?: string } = {};
  for (const value of values) {
    const [, field = '', text = ''] = /^PID-(\d{1,2})\|(.*)$/s.exec(value) ?? [];
    const parts = text.split('^');
    if (field === '5' && parts[6] !== 'D' && found.family === undefined && found.given === undefined) {
      const family = component(parts, 1);
      const given = component(parts, 2);
      if (family !== undefined) found.family = family;
      if (given !== undefined) found.given = given;
    } else if (field === '7' && found.birthDate === undefined && text !== '') found.birthDate = unescapeHl7(text);
    else if (field === '8' && found.sex === undefined && text !== '') found.sex = unescapeHl7(text);
    else others.push(value);
  }
  return { ...found, others };
}
