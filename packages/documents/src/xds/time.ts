import { hl7Instant, parseHl7Timestamp, parseIsoInstant } from '@socle-sante/core/time';
import type { XdsTime } from './types.js';

/** An instant as XDS writes it: `yyyyMMddHHmmss`, UTC, without zone. */
export function toXdsTime(instant: Date): XdsTime {
  return instant.toISOString().replace(/[-:T]/g, '').slice(0, 14);
}

/** True for `yyyy[MM[dd[HH[mm[ss]]]]]` with calendar values that exist. */
export function isXdsTime(text: string): boolean {
  return /^\d{4}(?:\d{2}){0,5}$/.test(text) && parseHl7Timestamp(text).ok;
}

/** The instant of an XDS time; what is not said counts from the beginning of the period. `undefined` when it is not one. */
export function xdsInstant(time: XdsTime): Date | undefined {
  if (!isXdsTime(time)) return undefined;
  const part = (from: number, to: number, absent: number): number => Number(time.slice(from, to) || absent);
  const date = new Date(0);
  date.setUTCFullYear(part(0, 4, 0), part(4, 6, 1) - 1, part(6, 8, 1));
  date.setUTCHours(part(8, 10, 0), part(10, 12, 0), part(12, 14, 0));
  return date;
}

/**
 * The XDS time of an HL7 `TS` value of a CDA, or of an ISO instant: UTC, to the second. A value that says only a date (no
 * hour, no zone) keeps its precision: the date is sent alone. `undefined` when it is neither, or has an hour and no zone.
 */
export function xdsTimeOf(value: string): XdsTime | undefined {
  const iso = parseIsoInstant(value);
  if (iso.ok) return toXdsTime(iso.value);
  const hl7 = parseHl7Timestamp(value);
  if (!hl7.ok) return undefined;
  const instant = hl7Instant(hl7.value);
  if (instant !== undefined) return toXdsTime(instant);
  return hl7.value.hour === undefined ? value.slice(0, 8) : undefined;
}
