import { type Finding, finding } from '@socle-sante/core/finding';
import { isOid } from '@socle-sante/core/oid';
import { daysInMonth } from '@socle-sante/core/time';
import { isUuid } from '@socle-sante/core/uuid';
import { checkValues } from '../submission/check-values.js';
import type { StructuredBody } from '../submission/structured.js';
import { hasTexts, type Path, textOf, walkValues } from '../submission/walk.js';
import { clinicalTime } from './values.js';

const DATES = new Set([
  'since',
  'until',
  'at',
  'start',
  'end',
  'collectedAt',
  'receivedAt',
  'lastPeriodAt',
  'deliveryAt',
  'leftAt',
  'arrivedAt',
  'before',
  'expires',
  'renewableUntil',
]);

const PEOPLE: ReadonlySet<string | number> = new Set([
  'professional',
  'organization',
  'collectedBy',
  'by',
  'prescribedBy',
  'mother',
  'otherParent',
  'insured',
  'insurer',
  'author',
  'authorizedBy',
  'contacted',
]);

/** What is wrong with the values of a structured content: empty texts, dates that no calendar has, periods that go back, codes. */
export function checkContent({ content, attachments }: StructuredBody): Finding[] {
  const findings: Finding[] = [];
  const check = (value: unknown, path: Path): void => {
    // People and structures have the checks of the header, whole.
    const person = path.findIndex((part) => PEOPLE.has(part));
    if (person < 0) findings.push(...checkOne(value, path));
    else if (person === path.length - 1) findings.push(...checkValues(value, path, 'cisis'));
  };
  walkValues(content, ['body', 'content'], check);
  walkValues(attachments ?? [], ['body', 'attachments'], check);
  return findings;
}

function checkOne(value: unknown, path: Path): Finding[] {
  const key = String(path.at(-1));
  if (typeof value === 'string') {
    if (value.trim() === '') return [finding('documents.text.empty', 'error', path, { field: key })];
    return DATES.has(key) && !isClinicalDate(value)
      ? [finding('documents.time.value', 'error', path, { field: key })]
      : [];
  }
  if (hasTexts(value, 'code', 'codeSystem', 'displayName')) {
    const right = !/\s/.test(value.code) && isOid(value.codeSystem);
    return right ? [] : [finding('documents.code.form', 'error', path, { field: key })];
  }
  if (hasTexts(value, 'root') && !isOid(value.root) && !isUuid(value.root)) {
    return [finding('documents.id.form', 'error', path)];
  }
  return goesBack(value, 'since', 'until') ||
    goesBack(value, 'start', 'end') ||
    goesBack(value, 'at', 'until') ||
    goesBack(value, 'collectedAt', 'receivedAt') ||
    goesBack(value, 'leftAt', 'arrivedAt')
    ? [finding('documents.period.order', 'error', path)]
    : [];
}

/** A year, a month, a day or an instant that exist. */
function isClinicalDate(date: string): boolean {
  const [year, month] = date.split('-').map(Number);
  if (/^\d{4}-\d{2}$/.test(date)) return daysInMonth(year ?? 0, month ?? 0) > 0;
  return clinicalTime(date) !== '';
}

/** Whether the end is before the start, as far as both are precise. */
function goesBack(value: unknown, from: string, to: string): boolean {
  const [start, end] = [textOf(value, from), textOf(value, to)];
  if (start === undefined || end === undefined) return false;
  const length = Math.min(start.length, end.length, 10);
  return end.slice(0, length) < start.slice(0, length);
}
