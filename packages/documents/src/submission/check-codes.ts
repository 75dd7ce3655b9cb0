import { type Finding, finding } from '@socle-sante/core/finding';
import { isOid } from '@socle-sante/core/oid';
import type { ConceptSet } from '@socle-sante/nomenclatures';
import { jdvJ01 } from '@socle-sante/nomenclatures/jdv-j01';
import { jdvJ02 } from '@socle-sante/nomenclatures/jdv-j02';
import { jdvJ03 } from '@socle-sante/nomenclatures/jdv-j03';
import { jdvJ04 } from '@socle-sante/nomenclatures/jdv-j04';
import { jdvJ07 } from '@socle-sante/nomenclatures/jdv-j07';
import { jdvJ11 } from '@socle-sante/nomenclatures/jdv-j11';
import { jdvJ47 } from '@socle-sante/nomenclatures/jdv-j47';
import { jdvJ59 } from '@socle-sante/nomenclatures/jdv-j59';
import { jdvJ61 } from '@socle-sante/nomenclatures/jdv-j61';
import { jdvJ62 } from '@socle-sante/nomenclatures/jdv-j62';
import { jdvJ66 } from '@socle-sante/nomenclatures/jdv-j66';
import { jdvJ142 } from '@socle-sante/nomenclatures/jdv-j142';
import { findConcept, isMember } from '@socle-sante/nomenclatures/lookup';
import type { SubmissionProfile } from './profile.js';
import type { Path } from './walk.js';

interface Bound {
  readonly cisis: ConceptSet;
  /** The list of the DMP, when it is another one. */
  readonly dmp?: ConceptSet;
}

/** The list that bounds a coded field, by its place: the end of its path, numbers left out. */
const BOUNDS: readonly (readonly [end: string, bound: Bound])[] = [
  ['specialty', { cisis: jdvJ01 }],
  ['function', { cisis: jdvJ47 }],
  ['setting', { cisis: jdvJ04, dmp: jdvJ62 }],
  ['relationship', { cisis: jdvJ11 }],
  ['encounter.code', { cisis: jdvJ142 }],
  ['facility.type', { cisis: jdvJ02, dmp: jdvJ61 }],
  ['documents.type', { cisis: jdvJ07, dmp: jdvJ66 }],
  ['contentType', { cisis: jdvJ03, dmp: jdvJ59 }],
];

interface CodedLike {
  readonly code: string;
  readonly codeSystem: string;
  readonly displayName: string;
}

/** Form of a code, membership of the list of its field, and its official label. */
export function checkCoded(value: CodedLike, path: Path, profile: SubmissionProfile): Finding[] {
  const { code, codeSystem, displayName } = value;
  if (/\s/.test(code) || code === '' || !isOid(codeSystem) || displayName.trim() === '') {
    return [finding('documents.code.form', 'error', path, { field: fieldOf(path) })];
  }
  const bound = boundOf(path);
  if (!bound) return [];
  const set = profile === 'dmp' ? (bound.dmp ?? bound.cisis) : bound.cisis;
  const params = { field: fieldOf(path), set: set.id, code };
  if (!isMember(set, code, codeSystem)) {
    const elsewhere = isMember(set, code);
    const known = set !== bound.cisis && isMember(bound.cisis, code, codeSystem);
    const rule = elsewhere ? 'documents.code.system' : known ? 'documents.code.notInDmp' : 'documents.code.set';
    return [finding(rule, 'error', path, params)];
  }
  const official = findConcept(set, code, codeSystem)?.label;
  return official !== undefined && official !== displayName
    ? [finding('documents.code.label', 'warning', path, { ...params, label: official })]
    : [];
}

function boundOf(path: Path): Bound | undefined {
  const names = path.filter((part) => typeof part === 'string').join('.');
  return BOUNDS.find(([end]) => names === end || names.endsWith(`.${end}`))?.[1];
}

function fieldOf(path: Path): string {
  return path.filter((part) => typeof part === 'string').join('.');
}
