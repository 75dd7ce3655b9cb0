import { type Checked, type Finding, finding, type SourceRef } from './finding.js';
import { daysInMonth } from './time.js';

/**
 * A date of birth as the civil registry knows it: it may be no calendar date (month 00 or above 12, day 00).
 * Never a JavaScript `Date`, which would move or refuse it. Plain data: it can be stored and sent as JSON.
 */
export interface DateLunaire {
  /** `YYYY-MM-DD`, unchanged. */
  readonly raw: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly isCalendarDate: boolean;
}

/** `iso` YYYY-MM-DD (INSi) · `hl7` YYYYMMDD · `datamatrix` JJ-MM-AAAA · `display` JJ/MM/AAAA. */
export type DateLunaireFormat = 'iso' | 'hl7' | 'datamatrix' | 'display';

const TYPE: SourceRef = { document: 'WSDL DESIR_ICIR_EXP', version: '1.5.0', section: 'DateLunaire' };

const PATTERNS: Readonly<Record<DateLunaireFormat, RegExp>> = {
  iso: /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})$/,
  hl7: /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
  datamatrix: /^(?<d>\d{2})-(?<m>\d{2})-(?<y>\d{4})$/,
  display: /^(?<d>\d{2})\/(?<m>\d{2})\/(?<y>\d{4})$/,
};

/**
 * Reads `YYYY-MM-DD`, or another of the four spellings. Error: `date.lunaire.format`. A date that no calendar has is
 * accepted, with the warning `date.lunaire.notCalendar`.
 */
export function parseDateLunaire(input: string, format: DateLunaireFormat = 'iso'): Checked<DateLunaire> {
  const groups = typeof input === 'string' ? PATTERNS[format].exec(input)?.groups : undefined;
  if (!groups)
    return { ok: false, findings: [finding('date.lunaire.format', 'error', [], { format: shapes[format] }, TYPE)] };
  const value = dateLunaire(Number(groups['y']), Number(groups['m']), Number(groups['d']));
  const findings: Finding[] = value.isCalendarDate
    ? []
    : [finding('date.lunaire.notCalendar', 'warning', [], {}, TYPE)];
  return { ok: true, value, findings };
}

/** Writes the date in one of the four spellings; the digits are never changed. */
export function formatDateLunaire(date: DateLunaire, format: DateLunaireFormat): string {
  const [y, m, d] = [pad(date.year, 4), pad(date.month, 2), pad(date.day, 2)];
  if (format === 'iso') return `${y}-${m}-${d}`;
  if (format === 'hl7') return `${y}${m}${d}`;
  return format === 'datamatrix' ? `${d}-${m}-${y}` : `${d}/${m}/${y}`;
}

/** Which row of the completion table was used. */
export type CompletionRule = 'complete' | 'dayUnknown' | 'monthUnknown' | 'yearOnly' | 'estimatedYear';

/**
 * The sanitary date of birth when the civil one is incomplete (Guide d'implémentation INS v3.0 EXI ID 11, RNIV EXI PP 19):
 * no day → `01/MM/YYYY`, no month → `DD/01/YYYY`, neither → `31/12/YYYY`. A month or a day that no calendar has counts as unknown.
 * With `estimatedYear`, the user judged the year or the decade, and the rest is `31/12`.
 * Keep the civil or card date apart (EXI ID 12), and keep `rule` as the mark of an uncertain date.
 */
export function completeBirthDate(parts: {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly estimatedYear?: boolean;
}): { date: DateLunaire; rule: CompletionRule } {
  const { year } = parts;
  if (parts.estimatedYear) return { date: dateLunaire(year, 12, 31), rule: 'estimatedYear' };
  const month = within(parts.month, 12);
  // 30 February: the month is known, the day is not.
  const day = within(parts.day, month === undefined ? 31 : daysInMonth(year, month));
  if (month === undefined && day === undefined) return { date: dateLunaire(year, 12, 31), rule: 'yearOnly' };
  if (month === undefined) return { date: dateLunaire(year, 1, day ?? 1), rule: 'monthUnknown' };
  if (day === undefined) return { date: dateLunaire(year, month, 1), rule: 'dayUnknown' };
  return { date: dateLunaire(year, month, day), rule: 'complete' };
}

/** Age in whole years on the day `today`; `undefined` when the birth is no calendar date or lies after that day. */
export function ageAt(
  date: DateLunaire,
  today: { readonly year: number; readonly month: number; readonly day: number },
): number | undefined {
  if (!date.isCalendarDate) return undefined;
  const before = today.month < date.month || (today.month === date.month && today.day < date.day);
  const age = today.year - date.year - (before ? 1 : 0);
  return age < 0 ? undefined : age;
}

function dateLunaire(year: number, month: number, day: number): DateLunaire {
  const raw = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return { raw, year, month, day, isCalendarDate: year > 0 && day >= 1 && day <= daysInMonth(year, month) };
}

function within(value: number | undefined, max: number): number | undefined {
  return value !== undefined && value >= 1 && value <= max ? value : undefined;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

const shapes: Readonly<Record<DateLunaireFormat, string>> = {
  iso: 'AAAA-MM-JJ',
  hl7: 'AAAAMMJJ',
  datamatrix: 'JJ-MM-AAAA',
  display: 'JJ/MM/AAAA',
};
