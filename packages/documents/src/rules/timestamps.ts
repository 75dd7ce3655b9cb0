/**
 * A point in time as HL7 V3 writes it (TS): `yyyy[MM[dd[HH[mm[ss[.s…]]]]]]`, then an offset.
 *
 * `instant` is UTC milliseconds when the text is a real date and time once completed (month and day 01, hour 00), `undefined`
 * otherwise. Source: CI-SIS, structuration minimale, HL7 data types release 1 (TS).
 */
export interface Timestamp {
  readonly valid: boolean;
  readonly instant?: number;
  readonly hasTime: boolean;
  readonly hasOffset: boolean;
}

/** Reads a point in time of an element TS: the offset may be `±h` to `±hhmm`. */
export function readTimestamp(value: string): Timestamp {
  const match = /^-?[^+-]+([+-]\d{1,4})?$/.exec(value);
  const offset = match === null ? value : (match[1] ?? '');
  const padded = `${offset}0000`;
  return read(value, offset, offset === '' ? '' : `${padded.slice(0, 3)}:${padded.slice(3, 5)}`);
}

/** Reads a bound of an interval (IVL_TS): the offset is `±hhmm`, nothing shorter. */
export function readBound(value: string): Timestamp {
  const offset = value.replace(/-?[^+-]+([+-].*)?$/, '$1');
  const minutes = offset.length > 3 ? `:${offset.slice(3)}` : '';
  return read(value, offset, offset === '' ? '' : offset.slice(0, 3) + minutes);
}

function read(value: string, offset: string, offsetIso: string): Timestamp {
  const sign = value.startsWith('-') ? '-' : '';
  const base = value.replace(/^-?([^+-]+)([+-].*)?/, '$1');
  const parts = [0, 2, 4, 6, 8, 10, 12].map((at) => digits(base.slice(at, at + 2)));
  const fraction = digits(base.slice(15)) === '' ? '' : base.slice(14);
  const rebuilt = sign + parts.join('') + fraction + offset;
  const [century, year, month, day, hour, minute, second] = parts.map(
    (part, index) => part || (index === 2 || index === 3 ? '01' : '00'),
  );
  const instant = toInstant(
    `${sign}${century}${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}`,
    offsetIso,
  );
  const valid = rebuilt === value && instant !== undefined;
  return { valid, hasTime: base.length >= 12, hasOffset: offset !== '', ...(instant === undefined ? {} : { instant }) };
}

/** Two characters that read as an integer, or nothing. */
function digits(part: string): string {
  return /^[ \t\r\n]*[+-]?\d+[ \t\r\n]*$/.test(part) ? part : '';
}

const ISO = /^(-?)(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?$/;

/** White space at the end is no part of an `xs:dateTime`, which the official rules make of a value. */
const trimmed = (text: string): string => text.replace(/[ \t\r\n]+$/, '');

/** UTC milliseconds of an ISO date and time, when it exists in the calendar; without offset it is read as UTC. */
function toInstant(text: string, offset: string): number | undefined {
  const found = ISO.exec(offset === '' ? trimmed(text) : text);
  const shift = offset === '' ? 0 : minutesOf(trimmed(offset));
  if (found === null || shift === undefined) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(2, 8).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const fraction = Number(found[8] ?? 0);
  const midnight = hour === 24 && minute === 0 && second === 0 && fraction === 0;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if ((hour > 23 && !midnight) || minute > 59 || second > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(found[1] === '-' ? -year : year, month - 1, day);
  return date.getTime() + ((hour * 60 + minute - shift) * 60 + second + fraction) * 1000;
}

function minutesOf(offset: string): number | undefined {
  const found = /^([+-])(\d\d):(\d\d)$/.exec(offset);
  if (found === null) return undefined;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return Number(found[3]) > 59 || minutes > 840 ? undefined : found[1] === '-' ? -minutes : minutes;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
