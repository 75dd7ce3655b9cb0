import type { Finding } from '@socle-sante/core/finding';
import { isOid } from '@socle-sante/core/oid';
import { classOf } from '@socle-sante/nomenclatures/ass-x04';
import { jdvJ231 } from '@socle-sante/nomenclatures/jdv-j231';
import { isMember } from '@socle-sante/nomenclatures/lookup';
import {
  checkAuthor,
  checkCode,
  checkPatient,
  checkTitle,
  checkUniqueId,
  checkXcn,
  type Path,
  problem,
} from './check-values.js';
import { encodeCx, encodeCxi, readSourcePatientInfo } from './hl7.js';
import { isXdsTime } from './time.js';
import type { DocumentEntry, SubmissionSet } from './types.js';
import type { ValidateMetadataOptions } from './validate.js';

const LEVELS = ['N', 'R', 'V'];
const MAJORITY = 18;
/** PID fields that sourcePatientInfo may not carry (IHE ITI TF-3 table 4.2.3.2-1). */
const FORBIDDEN_PID = new Set([2, 4, 12, 19]);

/** One document: every attribute, then what ties them together. */
export function checkEntry(
  entry: DocumentEntry,
  set: SubmissionSet,
  path: Path,
  options: ValidateMetadataOptions,
): Finding[] {
  return [
    ...checkUniqueId(entry.uniqueId, [...path, 'uniqueId']),
    ...checkPatient(entry.patientId, [...path, 'patientId'], options),
    ...checkSource(entry, path),
    ...checkContent(entry, path),
    ...checkTimes(entry, set, path),
    ...checkTitle(entry.title, true, [...path, 'title']),
    ...checkPeople(entry, path, options),
    ...checkCode(entry.classCode, 'classCode', [...path, 'classCode'], options),
    ...checkCode(entry.typeCode, 'typeCode', [...path, 'typeCode'], options),
    ...checkCode(entry.formatCode, 'formatCode', [...path, 'formatCode'], options),
    ...checkCode(entry.healthcareFacilityType, 'healthcareFacilityType', [...path, 'healthcareFacilityType'], options),
    ...checkCode(entry.practiceSetting, 'practiceSetting', [...path, 'practiceSetting'], options),
    ...checkClass(entry, path, options),
    ...checkConfidentiality(entry, set, path, options),
    ...checkOthers(entry, path),
  ];
}

function checkSource(entry: DocumentEntry, path: Path): Finding[] {
  const findings: Finding[] = [];
  const { sourcePatientId, sourcePatientInfo = [] } = entry;
  const at = [...path, 'sourcePatientId'];
  if (sourcePatientId.extension === '' || !isOid(sourcePatientId.oid)) {
    findings.push(problem('missing', 'error', at, { field: 'sourcePatientId' }));
  } else if (sourcePatientId.type !== 'PI' && sourcePatientId.type !== 'NH') {
    findings.push(problem('sourceType', 'error', at));
  } else if (encodeCx(sourcePatientId).length > 256) {
    const length = encodeCx(sourcePatientId).length;
    findings.push(problem('tooLong', 'error', at, { field: 'sourcePatientId', length, max: 256 }));
  }
  const info = readSourcePatientInfo(sourcePatientInfo);
  if (!info.family || !info.birthDate || !/^[MFUOAN]$/.test(info.sex ?? '')) {
    findings.push(problem('sourceInfo', 'error', [...path, 'sourcePatientInfo']));
  }
  for (const [index, value] of sourcePatientInfo.entries()) {
    const field = Number(/^PID-(\d{1,2})\|/.exec(value)?.[1] ?? 0);
    if (field < 1 || field > 39 || FORBIDDEN_PID.has(field) || value.length > 256) {
      findings.push(problem('sourceField', 'error', [...path, 'sourcePatientInfo', index]));
    }
  }
  return findings;
}

function checkContent(entry: DocumentEntry, path: Path): Finding[] {
  const findings: Finding[] = [];
  if (!/^[a-z]+\/[A-Za-z0-9.+-]+$/.test(entry.mimeType))
    findings.push(problem('mimeType', 'error', [...path, 'mimeType']));
  if (entry.hash !== undefined && !/^[0-9a-f]{40}$/.test(entry.hash)) {
    findings.push(problem('hash', 'error', [...path, 'hash']));
  }
  if (entry.size !== undefined && !(Number.isSafeInteger(entry.size) && entry.size > 0)) {
    findings.push(problem('size', 'error', [...path, 'size']));
  }
  const image = entry.formatCode.codeSystem === '1.2.840.10008.2.6.1';
  if (image !== (entry.mimeType === 'application/dicom')) {
    findings.push(problem('format', 'error', [...path, 'formatCode']));
  }
  return findings;
}

function checkTimes(entry: DocumentEntry, set: SubmissionSet, path: Path): Finding[] {
  const findings: Finding[] = [];
  const { creationTime, serviceStartTime, serviceStopTime } = entry;
  const wrong = (field: string, time: string | undefined): boolean => {
    const bad = time !== undefined && !isXdsTime(time);
    if (bad) findings.push(problem('time', 'error', [...path, field], { field }));
    return bad || time === undefined;
  };
  if (!wrong('creationTime', creationTime) && compare(creationTime, set.submissionTime) > 0) {
    findings.push(problem('afterSubmission', 'warning', [...path, 'creationTime']));
  }
  if (serviceStartTime === undefined) {
    findings.push(problem('missing', 'error', [...path, 'serviceStartTime'], { field: 'serviceStartTime' }));
  }
  const noStart = wrong('serviceStartTime', serviceStartTime);
  const noStop = wrong('serviceStopTime', serviceStopTime);
  if (!noStart && !noStop && compare(serviceStartTime ?? '', serviceStopTime ?? '') > 0) {
    findings.push(problem('period', 'error', [...path, 'serviceStopTime']));
  }
  return findings;
}

/** Compares as far as both say. */
function compare(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  const [x, y] = [a.slice(0, length), b.slice(0, length)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function checkPeople(entry: DocumentEntry, path: Path, options: ValidateMetadataOptions): Finding[] {
  const { authors, legalAuthenticator } = entry;
  const findings = authors.flatMap((author, index) => checkAuthor(author, [...path, 'authors', index], options));
  if (authors.length === 0) findings.push(problem('missing', 'error', [...path, 'authors'], { field: 'author' }));
  const at = [...path, 'legalAuthenticator'];
  if (legalAuthenticator === undefined) {
    findings.push(problem('missing', 'error', at, { field: 'legalAuthenticator' }));
  } else findings.push(...checkXcn(legalAuthenticator, 'legalAuthenticator', at));
  return findings;
}

/** classCode is derived from typeCode, never chosen. */
function checkClass(entry: DocumentEntry, path: Path, { classes }: ValidateMetadataOptions): Finding[] {
  const concept = classOf(entry.typeCode.code, classes);
  if (concept === undefined) return [problem('noClass', 'warning', [...path, 'classCode'])];
  return concept.code === entry.classCode.code && concept.system === entry.classCode.codeSystem
    ? []
    : [problem('class', 'error', [...path, 'classCode'], { expected: concept.code })];
}

function checkConfidentiality(
  entry: DocumentEntry,
  set: SubmissionSet,
  path: Path,
  options: ValidateMetadataOptions,
): Finding[] {
  const at = [...path, 'confidentiality'];
  const codes = entry.confidentiality.map((item) => item.code);
  const findings = entry.confidentiality.flatMap((code, index) =>
    checkCode(code, 'confidentiality', [...at, index], options),
  );
  if (codes.length < 1 || codes.length > 4) findings.push(problem('confidentialityCount', 'error', at));
  if (new Set(codes).size !== codes.length) findings.push(problem('confidentialityTwice', 'error', at));
  const levels = codes.filter((code) => LEVELS.includes(code));
  if (levels.length !== 1 || codes[0] !== levels[0]) findings.push(problem('confidentialityLevel', 'error', at));
  else if (options.profile === 'dmp' && levels[0] !== 'N') findings.push(problem('restricted', 'error', at));
  if (codes.includes('INVISIBLE_REPRESENTANTS_LEGAUX') && isAdult(entry, set)) {
    findings.push(problem('notMinor', 'error', at));
  }
  return findings;
}

function isAdult(entry: DocumentEntry, set: SubmissionSet): boolean {
  const birth = readSourcePatientInfo(entry.sourcePatientInfo ?? []).birthDate ?? '';
  if (!/^\d{8}$/.test(birth) || !/^\d{8}/.test(set.submissionTime)) return false;
  return Number(set.submissionTime.slice(0, 8)) - Number(birth) >= MAJORITY * 10_000;
}

function checkOthers(entry: DocumentEntry, path: Path): Finding[] {
  const findings: Finding[] = [];
  if (!/^[a-z]{2,3}(?:-[A-Z]{2})?$/.test(entry.languageCode)) {
    findings.push(problem('language', 'error', [...path, 'languageCode']));
  }
  for (const [index, code] of entry.events.entries()) {
    if (code.code === '' || code.codeSystem === '') {
      findings.push(problem('missing', 'error', [...path, 'events', index], { field: 'eventCodeList' }));
    }
  }
  for (const [index, item] of entry.referenceIds.entries()) {
    const known = item.type !== undefined && isMember(jdvJ231, item.type);
    if (!known || encodeCxi(item).length > 256)
      findings.push(problem('reference', 'warning', [...path, 'referenceIds', index]));
  }
  return findings;
}
