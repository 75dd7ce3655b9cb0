import type { Coded } from '@socle-sante/core/coded';
import { type Finding, finding } from '@socle-sante/core/finding';
import { insOidKind, isInsOid } from '@socle-sante/core/ins-identifier';
import { isOid } from '@socle-sante/core/oid';
import { isMember } from '@socle-sante/nomenclatures/lookup';
import { encodeSpecialty, encodeXcn, encodeXon } from './hl7.js';
import { isDmpUniqueId } from './ids.js';
import type { Xcn, XdsAuthor, XdsPatientId } from './types.js';
import type { ValidateMetadataOptions } from './validate.js';
import { BOUND, type BoundAttribute } from './value-sets.js';

export type Path = readonly (string | number)[];

/** Longest value of a slot (ebRIM 3.0, LongName), and longest title (volet Partage). */
const SLOT_MAX = 256;
const TITLE_MAX = 128;

export function problem(
  rule: string,
  severity: 'error' | 'warning' | 'info',
  path: Path,
  params: Readonly<Record<string, string | number>> = {},
): Finding {
  return finding(`documents.metadata.${rule}`, severity, path, params);
}

/** A code of a list: its code and its system both count, `11` of JDV_J59 has two. */
export function checkCode(
  code: Coded,
  field: keyof typeof BOUND,
  path: Path,
  { profile }: ValidateMetadataOptions,
): Finding[] {
  if (code.code === '' || code.codeSystem === '') return [problem('missing', 'error', path, { field })];
  const findings: Finding[] = code.displayName.trim() === '' ? [problem('label', 'error', path, { field })] : [];
  const bound: BoundAttribute = BOUND[field];
  const set = bound[profile];
  if (isMember(set, code.code, code.codeSystem)) return findings;
  const wider = profile === 'dmp' && isMember(bound.cisis, code.code, code.codeSystem);
  const params = { field, code: code.code, set: set.id };
  return [...findings, problem(wider ? 'cisisOnly' : 'valueSet', 'error', path, params)];
}

export function checkUniqueId(id: string, path: Path): Finding[] {
  return isDmpUniqueId(id) ? [] : [problem('uniqueId', 'error', path)];
}

/** The patient of a set or of an entry: an INS of the environment for the DMP. */
export function checkPatient(id: XdsPatientId, path: Path, options: ValidateMetadataOptions): Finding[] {
  if (id.extension === '' || !isOid(id.oid)) return [problem('missing', 'error', path, { field: 'patientId' })];
  if (!isInsOid(id.oid)) return [problem('ins', options.profile === 'dmp' ? 'error' : 'info', path)];
  const findings: Finding[] = id.type === 'NH' ? [] : [problem('insType', 'error', path)];
  const { environment } = options;
  if (environment !== undefined && (insOidKind(id.oid) === 'production') !== (environment === 'production')) {
    findings.push(problem('environment', 'error', path, { environment }));
  }
  return findings;
}

/** The words of a text of metadata. */
export function checkTitle(title: string | undefined, required: boolean, path: Path): Finding[] {
  const text = title?.trim() ?? '';
  if (text === '') return required ? [problem('missing', 'error', path, { field: 'title' })] : [];
  return text.length > TITLE_MAX
    ? [problem('tooLong', 'error', path, { field: 'title', length: text.length, max: TITLE_MAX })]
    : [];
}

function checkLength(value: string, field: string, path: Path): Finding[] {
  return value.length > SLOT_MAX
    ? [problem('tooLong', 'error', path, { field, length: value.length, max: SLOT_MAX })]
    : [];
}

/** A person or a device: identifier, family name, authority and types, as the volet wants them. */
export function checkXcn(person: Xcn, field: string, path: Path): Finding[] {
  const complete =
    person.id !== '' &&
    person.family &&
    person.authority &&
    isOid(person.authority) &&
    person.nameType &&
    person.idType;
  return [
    ...(complete ? [] : [problem('person', 'error', path, { field })]),
    ...checkLength(encodeXcn(person), field, path),
  ];
}

/** An author: a person or a device, its structures (all but the patient), its specialty. */
export function checkAuthor(author: XdsAuthor, path: Path, options: ValidateMetadataOptions): Finding[] {
  const { person, institutions, roles, specialties } = author;
  const patient = person?.idType === 'NH';
  const findings: Finding[] = [];
  if (person === undefined) findings.push(problem('missing', 'error', [...path, 'person'], { field: 'authorPerson' }));
  else findings.push(...checkXcn(person, 'authorPerson', [...path, 'person']));
  if (institutions.length === 0 && !patient) {
    findings.push(problem('missing', 'error', [...path, 'institutions'], { field: 'authorInstitution' }));
  }
  for (const [index, item] of institutions.entries()) {
    const at = [...path, 'institutions', index];
    if (item.name.trim() === '' || !item.id || !item.authority || !item.idType) {
      findings.push(problem('institution', 'error', at));
    }
    findings.push(...checkLength(encodeXon(item), 'authorInstitution', at));
  }
  if (specialties.length === 0 && !patient) {
    findings.push(problem('missing', 'error', [...path, 'specialties'], { field: 'authorSpecialty' }));
  }
  for (const [index, item] of specialties.entries()) {
    const at = [...path, 'specialties', index];
    findings.push(...checkCode(item, 'authorSpecialty', at, options));
    findings.push(...checkLength(encodeSpecialty(item), 'authorSpecialty', at));
  }
  for (const [index, role] of roles.entries()) {
    findings.push(...checkLength(role, 'authorRole', [...path, 'roles', index]));
  }
  return findings;
}
