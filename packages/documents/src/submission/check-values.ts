import { type Finding, finding } from '@socle-sante/core/finding';
import { validateIdNatPs, validateIdNatStruct } from '@socle-sante/core/identifiers';
import { isOid } from '@socle-sante/core/oid';
import { isUuid } from '@socle-sante/core/uuid';
import { jdvJ245 } from '@socle-sante/nomenclatures/jdv-j245';
import { jdvJ246 } from '@socle-sante/nomenclatures/jdv-j246';
import { isMember } from '@socle-sante/nomenclatures/lookup';
import { hl7Time } from '../cda/values.js';
import { atMost } from '../patient/view.js';
import { checkCoded } from './check-codes.js';
import { checkSiblings } from './check-siblings.js';
import type { SubmissionProfile } from './profile.js';
import { hasTexts, type Path, textOf, walkValues } from './walk.js';

const TIMES = new Set(['start', 'stop', 'time', 'createdAt', 'submittedAt']);
const STRUCTURES = new Set(['organization', 'custodian']);
const TELECOM = /^(?:tel|fax|mailto|http|ftp|mllp):[\x21-\x7e]+$/;

/** The checks that bear on one value alone, wherever it stands: codes, identifiers, times, addresses, telecoms, periods. */
export function checkValues(root: unknown, path: Path, profile: SubmissionProfile): Finding[] {
  const findings: Finding[] = [];
  walkValues(root, path, (value, at) => findings.push(...checkValue(value, at, profile)));
  return findings;
}

function checkValue(value: unknown, path: Path, profile: SubmissionProfile): Finding[] {
  const key = path.findLast((part) => typeof part === 'string');
  const findings: Finding[] = [];
  if (typeof value === 'string' && value.trim() === '') {
    findings.push(finding('documents.text.empty', 'error', path, { field: String(key) }));
  }
  if (hasTexts(value, 'code', 'codeSystem', 'displayName')) findings.push(...checkCoded(value, path, profile));
  else if (hasTexts(value, 'root')) findings.push(...checkInstanceId(value, path));
  if (hasTexts(value, 'family')) findings.push(...checkName(value, path));
  if (hasTexts(value, 'idNat')) findings.push(...checkIdNat(value.idNat, value, path));
  if (typeof value === 'string' && typeof key === 'string' && TIMES.has(key) && hl7Time(value) === undefined) {
    findings.push(finding('documents.time.value', 'error', path, { field: key }));
  }
  if (key === 'telecoms' && typeof path.at(-1) === 'number') findings.push(...checkTelecom(value, path));
  const isAddress = key === 'address' || (key === 'addresses' && typeof path.at(-1) === 'number');
  if (isAddress && typeof value === 'object' && value !== null) findings.push(...checkAddress(value, path));
  findings.push(...checkOrder(value, path));
  if (Array.isArray(value) && typeof key === 'string') findings.push(...checkSiblings(value, key, path));
  return findings;
}

/** Civility and title are codes in capitals: the official rules refuse « Mme » and « Dr ». */
function checkName(name: object, path: Path): Finding[] {
  const parts = [
    ['prefix', jdvJ245],
    ['suffix', jdvJ246],
  ] as const;
  return parts.flatMap(([part, set]) => {
    const written = textOf(name, part);
    if (written === undefined || written.trim() === '' || isMember(set, written)) return [];
    const allowed = set.concepts.map((concept) => concept.code).join(', ');
    return [finding('documents.submission.value', 'error', [...path, part], { field: part, allowed })];
  });
}

function checkInstanceId(value: { readonly root: string }, path: Path): Finding[] {
  const empty = textOf(value, 'extension')?.trim() === '';
  return (isOid(value.root) || isUuid(value.root)) && !empty ? [] : [finding('documents.id.form', 'error', path)];
}

function checkIdNat(idNat: string, holder: object, path: Path): Finding[] {
  const at = [...path, 'idNat'];
  const key = path.findLast((part) => typeof part === 'string');
  // The host of a document of the patient has an identifier of its own.
  if (Reflect.get(holder, 'patientHost') === true) return [];
  const structure = STRUCTURES.has(String(key)) || textOf(holder, 'kind') === 'organization';
  if (idNat.trim() === '' || /\s/.test(idNat)) return [finding('documents.id.form', 'error', at)];
  // Test structures have numbers that no key fits, and the official rules take any: never more than a warning.
  const findings = structure ? validateIdNatStruct(idNat, at) : validateIdNatPs(idNat, at);
  // A submission does not know where it goes: that a structure is one of the test environments says nothing here.
  return atMost(
    'warning',
    findings.filter(({ severity }) => severity !== 'info'),
  );
}

function checkTelecom(value: unknown, path: Path): Finding[] {
  const url = textOf(value, 'value');
  const nullFlavor = textOf(value, 'nullFlavor');
  if ((url === undefined) === (nullFlavor === undefined)) return [finding('documents.telecom.empty', 'error', path)];
  return url === undefined || TELECOM.test(url) ? [] : [finding('documents.telecom.form', 'error', [...path, 'value'])];
}

function checkAddress(value: object, path: Path): Finding[] {
  const { use: _use, lines, nullFlavor, ...parts } = value as Readonly<Record<string, unknown>>;
  const hasLines = Array.isArray(lines) && lines.length > 0;
  const hasParts = Object.values(parts).some((part) => typeof part === 'string' && part !== '');
  const kinds = [hasLines, hasParts, nullFlavor !== undefined].filter(Boolean).length;
  if (kinds === 0) return [finding('documents.address.empty', 'error', path)];
  return kinds > 1 ? [finding('documents.address.mixed', 'error', path)] : [];
}

/** A period that ends before it starts, or at the same instant (which `IVL_TS` refuses). */
function checkOrder(value: unknown, path: Path): Finding[] {
  const start = textOf(value, 'start');
  const stop = textOf(value, 'stop');
  if (start === undefined || stop === undefined) return [];
  if (hl7Time(start) === undefined || hl7Time(stop) === undefined) return [];
  const act = path.at(-2) === 'acts';
  // Days and instants are compared on the day alone.
  const byDay = start.length === 10 || stop.length === 10;
  const [from, to] = byDay ? [start.slice(0, 10), stop.slice(0, 10)] : [Date.parse(start), Date.parse(stop)];
  if (to < from) return [finding('documents.period.order', 'error', [...path, 'stop'])];
  return from === to && !act && !byDay ? [finding('documents.period.empty', 'error', [...path, 'stop'])] : [];
}
