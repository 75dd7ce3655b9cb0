import { XPathError } from '../error.js';
import { dateOfDay, dayNumber, dayOfWeek, dayOfYear, weekOfYear } from './calendar.js';
import type { XCalendar } from './date-time.js';
import { letters, ordinal, roman } from './numbering.js';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const SHORT_DAYS = 'Mon Tues Weds Thurs Fri Sat Sun'.split(' ');
/** Letters that tell the days apart, from Monday. */
const UNIQUE_LETTERS = [1, 2, 1, 2, 1, 2, 2];
/** Calendars of XSLT 2.0 §16.5.1 that are not the Gregorian one: the text begins with `[Calendar: AD]` then. */
const OTHER_CALENDARS = new Set(
  'AH AM AP AS BE CB CE CL CS EE FE JE KE KY ME MS NS OS RS SE SH SS TE VE VS'.split(' '),
);

/** One marker of a picture: `[FNn,*-3]`. */
interface Marker {
  readonly component: string;
  /** `1`, `01`, `N`, `Nn`, `n`, `I`, `i`, `A`, `a`, `W`, `w`, `Ww`; what the component has by itself when there is none. */
  readonly presentation: string;
  /** `1st`. */
  readonly ordinal: boolean;
  /** Zone zero is `Z`. */
  readonly traditional: boolean;
  readonly least: number | undefined;
  readonly most: number | undefined;
}

const DEFAULTS: Readonly<Record<string, string>> = {
  Y: '1',
  M: '1',
  D: '1',
  d: '1',
  F: 'Nn',
  W: '1',
  w: '1',
  H: '1',
  h: '1',
  P: 'n',
  m: '01',
  s: '01',
  f: '1',
  Z: '01:01',
  z: '01:01',
  C: 'n',
  E: 'n',
};

const OF_DATE = 'YMDdFWwE';
const OF_TIME = 'HhPmsf';

/**
 * fn:format-dateTime, fn:format-date and fn:format-time (XSLT 2.0 §16.5). Names are English: for any other language (even `en-GB`)
 * the text begins with `[Language: en]`, as the free edition of the reference engine writes it.
 *
 * @param language absent: English
 * @param calendar absent: the Gregorian one
 * @throws XPathError FOFD1340 when the picture is not well formed, or asks for what is not done here (numbers in words, names of time
 * zones), FOFD1350 when it asks for a part that the value has not
 */
export function formatCalendar(value: XCalendar, picture: string, language?: string, calendar?: string): string {
  let text = language === undefined || language === 'en' ? '' : '[Language: en]';
  text += calendarMark(calendar);
  let at = 0;
  while (at < picture.length) {
    const char = picture.charAt(at);
    if (char === '[' && picture.charAt(at + 1) !== '[') {
      const end = picture.indexOf(']', at);
      if (end < 0) throw malformed();
      text += formatMarker(value, readMarker(picture.slice(at + 1, end)));
      at = end + 1;
      continue;
    }
    const isBracket = char === '[' || char === ']';
    if (isBracket && picture.charAt(at + 1) !== char) throw malformed();
    text += char;
    at += isBracket ? 2 : 1;
  }
  return text;
}

function calendarMark(calendar: string | undefined): string {
  if (calendar === undefined || calendar === 'AD' || calendar === 'ISO') return '';
  if (!OTHER_CALENDARS.has(calendar)) throw new XPathError('FOFD1340', 'no calendar has this name');
  return '[Calendar: AD]';
}

const MARKER = /^([A-Za-z])([^,]*?)([ot]?)(?:,(\*|[0-9]+)(?:-(\*|[0-9]+))?)?$/;

function readMarker(text: string): Marker {
  const found = MARKER.exec(text.replace(/\s/g, ''));
  if (found === null) throw malformed();
  const [, component = '', presentation = '', modifier = '', least, most] = found;
  const fallback = DEFAULTS[component];
  if (fallback === undefined || least === '0' || Number(least) > Number(most)) throw malformed();
  return {
    component,
    presentation: presentation === '' ? fallback : presentation,
    ordinal: modifier === 'o' && presentation !== '',
    traditional: modifier === 't',
    least: width(least) ?? (least === undefined ? undefined : 1),
    most: width(most),
  };
}

/** A `*` bounds nothing; as a least width it is 1. */
function width(text: string | undefined): number | undefined {
  return text === undefined || text === '*' ? undefined : Number(text);
}

function formatMarker(value: XCalendar, marker: Marker): string {
  const { component } = marker;
  const missing =
    (value.type === 'date' && OF_TIME.includes(component)) || (value.type === 'time' && OF_DATE.includes(component));
  if (missing) throw new XPathError('FOFD1350', `the value has no component ${component}`);
  switch (component) {
    case 'Y':
      return formatYear(Math.abs(value.year), marker);
    case 'M':
      return formatNumberOrName(value.month, MONTHS[value.month - 1] ?? '', marker);
    case 'D':
      return formatInteger(value.day, marker);
    case 'd':
      return formatInteger(dayOfYear(value.year, value.month, value.day), marker);
    case 'W':
      return formatInteger(weekOfYear(value.year, value.month, value.day), marker);
    case 'w':
      return formatInteger(weekOfMonth(value), marker);
    case 'F': {
      const day = dayOfWeek(value.year, value.month, value.day);
      return formatNumberOrName(day, DAYS[day - 1] ?? '', marker);
    }
    case 'H':
      return formatInteger(value.hour, marker);
    case 'h':
      return formatInteger(value.hour % 12 === 0 ? 12 : value.hour % 12, marker);
    case 'm':
      return formatInteger(value.minute, marker);
    case 's':
      return formatInteger(value.second, marker);
    case 'f':
      return formatFraction(value.nanosecond, marker);
    case 'P':
      return formatHalfDay(value.hour < 12 ? 'a' : 'p', marker);
    case 'E':
      return value.year <= 0 ? 'BC' : 'AD';
    case 'C':
      return 'Gregorian';
    default:
      return formatZone(value.timezone, marker);
  }
}

/**
 * Weeks begin on Monday; one that begins in the month before is of that month when its Thursday is. As in the reference engine, the
 * days after the last Thursday stay in this month.
 */
function weekOfMonth({ year, month, day }: XCalendar): number {
  const thursday = day + 4 - dayOfWeek(year, month, day);
  const inMonth = thursday > 0 ? thursday : dateOfDay(dayNumber(year, month, day) + thursday - day).day;
  return Math.floor((inMonth - 1) / 7) + 1;
}

/** A year keeps its last digits: as many as the greatest width, or as the picture writes when that is two or more. */
function formatYear(year: number, marker: Marker): string {
  const digits = marker.presentation.length > 1 && isDigits(marker) && marker.least === undefined;
  const most = marker.most ?? (digits ? marker.presentation.length : undefined);
  return formatInteger(most === undefined ? year : year % 10 ** most, marker);
}

function formatNumberOrName(value: number, name: string, marker: Marker): string {
  if (!/^[Nn]/.test(marker.presentation)) return formatInteger(value, marker);
  const short = marker.component === 'F' ? shortDay(value, name, marker) : shortMonth(name, marker);
  return cased(short.padEnd(marker.least ?? 0, ' '), marker);
}

function shortMonth(name: string, { most }: Marker): string {
  return most === undefined ? name : name.slice(0, Math.max(3, most));
}

function shortDay(day: number, name: string, { least = 1, most }: Marker): string {
  if (most === undefined || name.length <= most) return name;
  const length = Math.max(2, most);
  const short = (SHORT_DAYS[day - 1] ?? name).slice(0, length);
  return least === 1 && length === 2 ? short.slice(0, UNIQUE_LETTERS[day - 1]) : short;
}

function cased(text: string, { presentation }: Marker): string {
  if (presentation === 'N') return text.toUpperCase();
  return presentation === 'n' && text !== '' ? text.toLowerCase() : text;
}

function isDigits({ presentation }: Marker): boolean {
  return /^#*[0-9]+$/.test(presentation);
}

function formatInteger(value: number, marker: Marker): string {
  const { presentation, least } = marker;
  if (isDigits(marker)) {
    const digits = String(value).padStart(least ?? presentation.replaceAll('#', '').length, '0');
    return marker.ordinal ? ordinal(Number(digits)) : digits;
  }
  switch (presentation) {
    case 'I':
      return roman(value).toUpperCase();
    case 'i':
      return roman(value);
    case 'A':
      return letters(value).toUpperCase();
    case 'a':
      return letters(value);
    default:
      throw new XPathError('FOFD1340', 'the picture of a date asks for a presentation that is not supported');
  }
}

/** Microseconds, the zeros at the end left out as far as the width lets. */
function formatFraction(nanosecond: number, marker: Marker): string {
  if (!isDigits(marker)) return formatInteger(Math.floor(nanosecond / 1000), marker);
  const written = marker.presentation.length;
  const least = marker.least ?? written;
  const most = marker.most ?? (marker.least === undefined && written > 1 ? written : 6);
  const digits = String(Math.floor(nanosecond / 1000))
    .padStart(6, '0')
    .slice(0, most);
  return digits.replace(/0+$/, '').padEnd(least, '0');
}

function formatHalfDay(half: 'a' | 'p', { presentation, most }: Marker): string {
  const text = most === undefined || most >= 4 ? `${half}.m.` : most === 1 ? half : `${half}m`;
  return presentation.startsWith('N') ? text.toUpperCase() : text;
}

/** `+02:00`, or as the digits of the picture write it; `z` begins with `GMT`. Nothing for a value without a zone. */
function formatZone(minutes: number | undefined, marker: Marker): string {
  if (minutes === undefined) return '';
  if (marker.traditional && minutes === 0) return 'Z';
  const found = /^([0-9]{1,2})(?:(:?)([0-9]{2}))?$/.exec(marker.presentation);
  if (found === null) throw new XPathError('FOFD1340', 'the picture of a date asks for the name of a time zone');
  const [, hoursPicture = '', colon = '', minutesPicture] = found;
  const absolute = Math.abs(minutes);
  const hours = String(Math.floor(absolute / 60)).padStart(hoursPicture.length, '0');
  const rest = absolute % 60;
  const short = minutesPicture === undefined || (marker.most !== undefined && marker.most < 4);
  const tail = short && rest === 0 ? '' : `${short ? ':' : colon}${String(rest).padStart(2, '0')}`;
  return `${marker.component === 'z' ? 'GMT' : ''}${minutes < 0 ? '-' : '+'}${hours}${tail}`;
}

function malformed(): XPathError {
  return new XPathError('FOFD1340', 'the picture of a date is not well formed');
}
