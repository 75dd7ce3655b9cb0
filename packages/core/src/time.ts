import { type Checked, type Finding, finding } from './finding.js';

/** The current time. Injected everywhere, so that every output can be compared to the byte. */
export type Clock = () => Date;

/** The machine's clock, read at each call. */
export const systemClock: Clock = () => new Date();

/** An HL7 v2 `TS` or v3 `TS` value, as precise as it was written. `offsetMinutes` is absent when no time zone was given. */
export interface Hl7Timestamp {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly millisecond?: number;
  readonly offsetMinutes?: number;
}

export type Hl7Precision = 'year' | 'month' | 'day' | 'minute' | 'second' | 'millisecond';

const HL7 = /^(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:\.(\d{1,4}))?)?)?)?)?)?([+-]\d{4})?$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

/** Number of days of a month of the Gregorian calendar; 0 when the month is not 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return Number.isInteger(month) && month >= 1 && month <= 12 ? 31 : 0;
}

/**
 * Reads `YYYY[MM[DD[HH[MM[SS[.S…]]]]]][±ZZzz]` (HL7 v2.5 §2.A.77, CDA `TS`). Calendar values are checked: for a date of
 * birth, which may be lunar, use `DateLunaire`. Rules: `time.hl7.format`, `time.hl7.value`.
 */
export function parseHl7Timestamp(input: string): Checked<Hl7Timestamp> {
  const match = HL7.exec(input);
  if (!match) return failure('time.hl7.format');
  const part = (i: number): number | undefined => (match[i] === undefined ? undefined : Number(match[i]));
  const [year = 0, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map(part);
  const offset = match[8];
  const value: Hl7Timestamp = {
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(hour === undefined ? {} : { hour }),
    ...(minute === undefined ? {} : { minute }),
    ...(second === undefined ? {} : { second }),
    ...(match[7] === undefined ? {} : { millisecond: Number(match[7].padEnd(3, '0').slice(0, 3)) }),
    ...(offset === undefined ? {} : { offsetMinutes: offsetMinutes(offset.slice(0, 3), offset.slice(3)) }),
  };
  const good =
    (month ?? 1) >= 1 &&
    (month ?? 1) <= 12 &&
    (day ?? 1) >= 1 &&
    (day ?? 1) <= daysInMonth(year, month ?? 1) &&
    (hour ?? 0) <= 23 &&
    (minute ?? 0) <= 59 &&
    (second ?? 0) <= 59 &&
    Math.abs(value.offsetMinutes ?? 0) <= 14 * 60;
  return good ? { ok: true, value, findings: [] } : failure('time.hl7.value');
}

/**
 * Writes an instant as an HL7 timestamp, in the time zone `offsetMinutes` (0 by default). The zone is written from the
 * precision `minute` on.
 */
export function formatHl7Timestamp(
  date: Date,
  options: { precision?: Hl7Precision; offsetMinutes?: number } = {},
): string {
  const { precision = 'second', offsetMinutes: offset = 0 } = options;
  const local = new Date(date.getTime() + offset * 60_000).toISOString();
  const digits = local.replace(/[-:T]/g, '');
  const lengths: Record<Hl7Precision, number> = { year: 4, month: 6, day: 8, minute: 12, second: 14, millisecond: 18 };
  const text = digits.slice(0, lengths[precision]);
  return lengths[precision] < 12 ? text : text + formatOffset(offset, '');
}

/** The instant of a timestamp that says at least the minute and its zone; `undefined` otherwise: a zone is never guessed. */
export function hl7Instant(t: Hl7Timestamp): Date | undefined {
  if (t.month === undefined || t.day === undefined || t.hour === undefined || t.minute === undefined) return undefined;
  if (t.offsetMinutes === undefined) return undefined;
  return utc(t.year, t.month, t.day, t.hour, t.minute - t.offsetMinutes, t.second ?? 0, t.millisecond ?? 0);
}

/** `YYYY-MM-DDTHH:mm:ssZ`, without milliseconds: the form of SOAP, SAML and ebXML stamps. */
export function isoInstant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** Reads an ISO 8601 instant with its zone. Rules: `time.iso.format`, `time.iso.value`. */
export function parseIsoInstant(input: string): Checked<Date> {
  const match = ISO.exec(input);
  if (!match) return failure('time.iso.format');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const zone = match[8] ?? 'Z';
  const offset = zone === 'Z' ? 0 : offsetMinutes(zone.slice(0, 3), zone.slice(4));
  if (
    day < 1 ||
    day > daysInMonth(year, month) ||
    hour > 23 ||
    minute > 59 ||
    second > 59 ||
    Math.abs(offset) > 14 * 60
  ) {
    return failure('time.iso.value');
  }
  const millisecond = Number((match[7] ?? '0').padEnd(3, '0').slice(0, 3));
  return { ok: true, value: utc(year, month, day, hour, minute - offset, second, millisecond), findings: [] };
}

/** `Date.UTC` reads the years 0–99 as 1900–1999; `setUTCFullYear` does not. */
function utc(y: number, mo: number, d: number, h: number, mi: number, s: number, ms: number): Date {
  const date = new Date(Date.UTC(2000, mo - 1, d, h, mi, s, ms));
  date.setTime(0);
  date.setUTCFullYear(y, mo - 1, d);
  date.setUTCHours(h, mi, s, ms);
  return date;
}

function offsetMinutes(signedHours: string, minutes: string): number {
  const total = Math.abs(Number(signedHours)) * 60 + Number(minutes);
  return signedHours.startsWith('-') ? -total : total;
}

function formatOffset(offset: number, separator: string): string {
  const abs = Math.abs(offset);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.trunc(abs / 60))}${separator}${two(abs % 60)}`;
}

function failure(rule: string): { ok: false; findings: Finding[] } {
  return { ok: false, findings: [finding(rule, 'error')] };
}
