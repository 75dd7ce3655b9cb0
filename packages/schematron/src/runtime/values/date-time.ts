import { XPathError } from '../error.js';
import { XAtomic } from '../item.js';
import { dateOfDay, dayNumber, daysOfMonth } from './calendar.js';
import { SECOND, secondsText } from './duration.js';

export type CalendarType = 'dateTime' | 'date' | 'time' | 'gYearMonth' | 'gYear' | 'gMonthDay' | 'gDay' | 'gMonth';

/** The fields of a date and time. What a type has not is as in 1972-12-31T00:00:00, the reference that F&O §10.4 compares with. */
export interface CalendarFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
}

/** What fields a type leaves out are taken to be. */
export const REFERENCE: CalendarFields = {
  year: 1972,
  month: 12,
  day: 31,
  hour: 0,
  minute: 0,
  second: 0,
  nanosecond: 0,
};

const NANOSECONDS_OF_DAY = 86_400n * SECOND;
const MAX_YEAR = 2_147_483_647;

/**
 * xs:dateTime, xs:date, xs:time and the Gregorian types. As in the reference engine: years of XML Schema 1.1 (0000 is a year), up to
 * 2147483647, and nanoseconds; finer digits are dropped.
 */
export class XCalendar extends XAtomic implements CalendarFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;

  constructor(
    readonly type: CalendarType,
    fields: CalendarFields,
    /** Minutes east of UTC; undefined when there is none. */
    readonly timezone: number | undefined,
    override readonly derived?: string,
  ) {
    super();
    this.year = fields.year;
    this.month = fields.month;
    this.day = fields.day;
    this.hour = fields.hour;
    this.minute = fields.minute;
    this.second = fields.second;
    this.nanosecond = fields.nanosecond;
  }

  /** A value from the nanoseconds that its own clock counts since 1970-01-01T00:00:00. @throws XPathError FODT0001 */
  static ofLocal(type: CalendarType, nanoseconds: bigint, timezone: number | undefined): XCalendar {
    const rest = nanoseconds % NANOSECONDS_OF_DAY;
    const inDay = rest < 0n ? rest + NANOSECONDS_OF_DAY : rest;
    const date = dateOfDay(Number((nanoseconds - inDay) / NANOSECONDS_OF_DAY));
    if (Math.abs(date.year) > MAX_YEAR) throw new XPathError('FODT0001', 'a year out of bounds');
    const seconds = Number(inDay / SECOND);
    return new XCalendar(
      type,
      {
        year: date.year,
        month: date.month,
        day: date.day,
        hour: Math.floor(seconds / 3600),
        minute: Math.floor(seconds / 60) % 60,
        second: seconds % 60,
        nanosecond: Number(inDay % SECOND),
      },
      timezone,
    );
  }

  /** Nanoseconds since 1970-01-01T00:00:00 on its own clock. */
  local(): bigint {
    const seconds = this.hour * 3600 + this.minute * 60 + this.second;
    const days = BigInt(dayNumber(this.year, this.month, this.day));
    return days * NANOSECONDS_OF_DAY + BigInt(seconds) * SECOND + BigInt(this.nanosecond);
  }

  /** Nanoseconds since 1970-01-01T00:00:00Z. */
  instant(implicitTimezone: number): bigint {
    return this.local() - BigInt((this.timezone ?? implicitTimezone) * 60) * SECOND;
  }

  /** Whole minutes from 1970-01-01T00:00:00Z to the minute it is in. */
  minutes(implicitTimezone: number): number {
    const days = dayNumber(this.year, this.month, this.day);
    return days * 1440 + this.hour * 60 + this.minute - (this.timezone ?? implicitTimezone);
  }

  /** Negative when this is earlier than another, 0 for the same instant (F&O §10.4). */
  compare(other: XCalendar, implicitTimezone: number): number {
    const minutes = this.minutes(implicitTimezone) - other.minutes(implicitTimezone);
    if (minutes !== 0) return minutes;
    return this.second === other.second ? this.nanosecond - other.nanosecond : this.second - other.second;
  }

  /**
   * F&O §10.7: the same instant on the clock of a zone, or the same fields with a zone, or with none. From +14:00 to -14:00 the
   * reference engine writes minutes that are no digits; here they are right.
   */
  adjusted(timezone: number | undefined): XCalendar {
    if (timezone === undefined || this.timezone === undefined) return new XCalendar(this.type, this, timezone);
    const moved = XCalendar.ofLocal(
      this.type,
      this.local() + BigInt((timezone - this.timezone) * 60) * SECOND,
      timezone,
    );
    return moved.only();
  }

  /** Later by some months; the day is the last of the month when the month is too short (XML Schema 2, appendix E). */
  plusMonths(months: bigint): XCalendar {
    const total = BigInt(this.year) * 12n + BigInt(this.month - 1) + months;
    const month = Number(((total % 12n) + 12n) % 12n);
    const year = Number((total - BigInt(month)) / 12n);
    if (Math.abs(year) > MAX_YEAR) throw new XPathError('FODT0001', 'a year out of bounds');
    const day = Math.min(this.day, daysOfMonth(year, month + 1));
    return new XCalendar(this.type, { ...fieldsOf(this), year, month: month + 1, day }, this.timezone);
  }

  /** Later by some time. A date forgets the time of day; a time stays in its day. */
  plusNanoseconds(nanoseconds: bigint): XCalendar {
    return XCalendar.ofLocal(this.type, this.local() + nanoseconds, this.timezone).only();
  }

  /** Without the fields that its type has not. */
  private only(): XCalendar {
    if (this.type === 'date') return new XCalendar('date', dateOf(this), this.timezone);
    return this.type === 'time' ? new XCalendar('time', timeOf(this), this.timezone) : this;
  }

  override toString(): string {
    return this.fieldsText() + timezoneText(this.timezone);
  }

  private fieldsText(): string {
    switch (this.type) {
      case 'dateTime':
        return `${this.dateText()}T${this.timeText()}`;
      case 'date':
        return this.dateText();
      case 'time':
        return this.timeText();
      case 'gYearMonth':
        return `${yearText(this.year)}-${two(this.month)}`;
      case 'gYear':
        return yearText(this.year);
      case 'gMonthDay':
        return `--${two(this.month)}-${two(this.day)}`;
      case 'gDay':
        return `---${two(this.day)}`;
      case 'gMonth':
        return `--${two(this.month)}`;
    }
  }

  private dateText(): string {
    return `${yearText(this.year)}-${two(this.month)}-${two(this.day)}`;
  }

  private timeText(): string {
    const seconds = secondsText(BigInt(this.second) * SECOND + BigInt(this.nanosecond));
    return `${two(this.hour)}:${two(this.minute)}:${this.second < 10 ? '0' : ''}${seconds}`;
  }
}

const MIDNIGHT = { hour: 0, minute: 0, second: 0, nanosecond: 0 } as const;

/** The fields alone, without the value that holds them. */
export function fieldsOf({ year, month, day, hour, minute, second, nanosecond }: CalendarFields): CalendarFields {
  return { year, month, day, hour, minute, second, nanosecond };
}

/** The date, at midnight. */
export function dateOf({ year, month, day }: CalendarFields): CalendarFields {
  return { year, month, day, ...MIDNIGHT };
}

/** The time, on the day of reference. */
export function timeOf({ hour, minute, second, nanosecond }: CalendarFields): CalendarFields {
  return { ...REFERENCE, hour, minute, second, nanosecond };
}

/** `Z`, `+02:00` or nothing. */
export function timezoneText(minutes: number | undefined): string {
  if (minutes === undefined) return '';
  if (minutes === 0) return 'Z';
  const absolute = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function yearText(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}
