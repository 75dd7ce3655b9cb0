import { daysOfMonth } from './calendar.js';
import { type CalendarType, REFERENCE, XCalendar } from './date-time.js';

const MINUS = 45;
const PLUS = 43;
const COLON = 58;
const POINT = 46;
const T = 84;
const Z = 90;
const MAX_YEAR = 2_147_483_647;

/**
 * Reads the texts of dates and times, trimmed, without making anything: `castable as xs:date` is asked of every date of a document.
 * Grammar of XML Schema 1.1 (§3.3.7 and following), as the reference engine reads it: `24:00:00` is midnight that follows, zones go
 * up to 14:59, but up to 14:00 for `xs:dateTime`.
 */
class CalendarReader {
  year = 0;
  month = 0;
  day = 0;
  hour = 0;
  minute = 0;
  second = 0;
  nanosecond = 0;
  timezone: number | undefined;
  /** True when what was read is a date, of a year that is too far. */
  tooFar = false;
  private text = '';
  private at = 0;
  /** Minutes of the furthest zone. */
  private furthest = 0;

  /** True when the text is one of this type; the fields are then those of the value. */
  read(type: CalendarType, text: string): boolean {
    this.text = text;
    this.at = 0;
    this.year = REFERENCE.year;
    this.month = REFERENCE.month;
    this.day = REFERENCE.day;
    this.hour = 0;
    this.minute = 0;
    this.second = 0;
    this.nanosecond = 0;
    this.timezone = undefined;
    this.tooFar = false;
    this.furthest = 14 * 60 + 59;
    return this.fields(type) && this.zone() && this.at === text.length && !this.tooFar;
  }

  private fields(type: CalendarType): boolean {
    switch (type) {
      case 'date':
        return this.readDate();
      case 'dateTime':
        this.furthest = 14 * 60;
        return this.readDate() && this.skip(T) && this.readTime() && this.carry();
      case 'time':
        return this.readTime() && this.wrap();
      case 'gYear':
        return this.readYear();
      case 'gYearMonth':
        return this.readYear() && this.skip(MINUS) && this.readMonth();
      case 'gMonth':
        return this.skip(MINUS) && this.skip(MINUS) && this.readMonth();
      case 'gDay':
        return this.skip(MINUS) && this.skip(MINUS) && this.skip(MINUS) && this.readDay();
      case 'gMonthDay':
        return this.skip(MINUS) && this.skip(MINUS) && this.readMonth() && this.skip(MINUS) && this.readDay();
    }
  }

  private readDate(): boolean {
    return this.readYear() && this.skip(MINUS) && this.readMonth() && this.skip(MINUS) && this.readDay();
  }

  private readYear(): boolean {
    const negative = this.skip(MINUS);
    const start = this.at;
    let value = 0;
    for (let digit = this.digit(); digit >= 0; digit = this.digit()) value = value * 10 + digit;
    const length = this.at - start;
    if (length < 4 || (length > 4 && this.text.charCodeAt(start) === 48)) return false;
    this.tooFar = value > MAX_YEAR;
    this.year = negative && value > 0 ? -value : value;
    return true;
  }

  private readMonth(): boolean {
    this.month = this.two();
    return this.month >= 1 && this.month <= 12;
  }

  /** The year of reference is a leap year: the day of a gMonthDay may be 29 February. */
  private readDay(): boolean {
    this.day = this.two();
    return this.day >= 1 && this.day <= daysOfMonth(this.year, this.month);
  }

  private readTime(): boolean {
    this.hour = this.two();
    if (!this.skip(COLON)) return false;
    this.minute = this.two();
    if (!this.skip(COLON)) return false;
    this.second = this.two();
    if (this.hour < 0 || this.minute < 0 || this.second < 0 || !this.fraction()) return false;
    if (this.hour === 24) return this.minute === 0 && this.second === 0 && this.nanosecond === 0;
    return this.hour < 24 && this.minute < 60 && this.second < 60;
  }

  private fraction(): boolean {
    if (!this.skip(POINT)) return true;
    const start = this.at;
    let value = 0;
    let unit = 100_000_000;
    for (let digit = this.digit(); digit >= 0; digit = this.digit()) {
      value += digit * unit;
      unit = unit > 1 ? unit / 10 : 0;
    }
    this.nanosecond = value;
    return this.at > start;
  }

  /** 24:00:00 is 00:00:00 of the next day. */
  private carry(): boolean {
    if (this.hour !== 24) return true;
    this.hour = 0;
    if (this.day < daysOfMonth(this.year, this.month)) {
      this.day++;
      return true;
    }
    this.day = 1;
    if (this.month < 12) {
      this.month++;
      return true;
    }
    this.month = 1;
    this.year++;
    return true;
  }

  private wrap(): boolean {
    if (this.hour === 24) this.hour = 0;
    return true;
  }

  private zone(): boolean {
    if (this.at === this.text.length) return true;
    if (this.skip(Z)) {
      this.timezone = 0;
      return true;
    }
    const negative = this.text.charCodeAt(this.at) === MINUS;
    if (!negative && this.text.charCodeAt(this.at) !== PLUS) return false;
    this.at++;
    const hours = this.two();
    if (hours < 0 || hours > 14 || !this.skip(COLON)) return false;
    const minutes = this.two();
    if (minutes < 0 || minutes > 59) return false;
    const all = hours * 60 + minutes;
    if (all > this.furthest) return false;
    this.timezone = negative && all > 0 ? -all : all;
    return true;
  }

  private skip(code: number): boolean {
    if (this.text.charCodeAt(this.at) !== code) return false;
    this.at++;
    return true;
  }

  private digit(): number {
    const digit = this.text.charCodeAt(this.at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    this.at++;
    return digit;
  }

  /** Two digits, or -1. */
  private two(): number {
    const tens = this.digit();
    const units = tens < 0 ? -1 : this.digit();
    return units < 0 ? -1 : tens * 10 + units;
  }
}

const reader = new CalendarReader();

/** Whether a trimmed text is a value of a type of dates. */
export function isCalendar(type: CalendarType, text: string): boolean {
  return reader.read(type, text);
}

/** The value of a trimmed text: `lexical` when it is none, `overflow` when its year is out of bounds. */
export function readCalendar(type: CalendarType, text: string): XCalendar | 'lexical' | 'overflow' {
  if (reader.read(type, text)) return new XCalendar(type, reader, reader.timezone);
  return reader.tooFar ? 'overflow' : 'lexical';
}
