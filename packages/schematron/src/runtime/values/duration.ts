import { XAtomic } from '../item.js';

/** Nanoseconds in a second: times have no finer part, as those of the reference engine. */
export const SECOND = 1_000_000_000n;
const MINUTE = 60n * SECOND;
const HOUR = 60n * MINUTE;
const DAY = 24n * HOUR;

/** xs:duration, xs:yearMonthDuration or xs:dayTimeDuration: months and nanoseconds, of one sign. */
export class XDuration extends XAtomic {
  constructor(
    readonly type: 'duration' | 'yearMonthDuration' | 'dayTimeDuration',
    readonly months: bigint,
    readonly nanoseconds: bigint,
  ) {
    super();
  }

  static ofMonths(months: bigint): XDuration {
    return new XDuration('yearMonthDuration', months, 0n);
  }

  static ofNanoseconds(nanoseconds: bigint): XDuration {
    return new XDuration('dayTimeDuration', 0n, nanoseconds);
  }

  /** Years, months, days, hours, minutes and nanoseconds, each carried into the greater and each of the sign of the whole. */
  parts(): DurationParts {
    const rest = this.nanoseconds % DAY;
    return {
      years: this.months / 12n,
      months: this.months % 12n,
      days: this.nanoseconds / DAY,
      hours: rest / HOUR,
      minutes: (rest % HOUR) / MINUTE,
      nanoseconds: rest % MINUTE,
    };
  }

  /** F&O §17.1.2: the canonical form, `PT0S` or `P0M` for none. */
  override toString(): string {
    if (this.months === 0n && this.nanoseconds === 0n) return this.type === 'yearMonthDuration' ? 'P0M' : 'PT0S';
    const negative = this.months < 0n || this.nanoseconds < 0n;
    const absolute = negative ? new XDuration(this.type, -this.months, -this.nanoseconds) : this;
    const { years, months, days, hours, minutes, nanoseconds } = absolute.parts();
    const date = part(years, 'Y') + part(months, 'M') + part(days, 'D');
    const seconds = nanoseconds === 0n ? '' : `${secondsText(nanoseconds)}S`;
    const time = part(hours, 'H') + part(minutes, 'M') + seconds;
    return `${negative ? '-' : ''}P${date}${time === '' ? '' : `T${time}`}`;
  }
}

export interface DurationParts {
  readonly years: bigint;
  readonly months: bigint;
  readonly days: bigint;
  readonly hours: bigint;
  readonly minutes: bigint;
  readonly nanoseconds: bigint;
}

function part(value: bigint, letter: string): string {
  return value === 0n ? '' : `${value}${letter}`;
}

/** Seconds with as many decimals as they need, from nanoseconds of one minute, not negative. */
export function secondsText(nanoseconds: bigint): string {
  const fraction = nanoseconds % SECOND;
  const whole = (nanoseconds / SECOND).toString();
  return fraction === 0n ? whole : `${whole}.${fraction.toString().padStart(9, '0').replace(/0+$/, '')}`;
}

const DURATION =
  /^(-)?P(?=[0-9T])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)(?:\.([0-9]+))?S)?)?$/;

/** The greatest number of months, and the greatest number that a text may write before a letter: those of the reference engine. */
const MAX_COUNT = 2_147_483_647n;

/** Is a trimmed text a duration of a type? */
export function isDuration(text: string, type: XDuration['type']): boolean {
  return typeof readDuration(text, type) === 'object';
}

/** Reads the text of a duration, trimmed: `lexical` when it is none of that type, `overflow` when it is out of bounds. */
export function readDuration(text: string, type: XDuration['type']): XDuration | 'lexical' | 'overflow' {
  const found = DURATION.exec(text);
  if (found === null || !hasOnly(found, type)) return 'lexical';
  const counts = found.slice(2, 8).map((digits) => BigInt(digits ?? 0));
  if (counts.some((count) => count > MAX_COUNT)) return 'overflow';
  const [years = 0n, months = 0n, days = 0n, hours = 0n, minutes = 0n, seconds = 0n] = counts;
  const allMonths = years * 12n + months;
  if (allMonths > MAX_COUNT) return 'overflow';
  const fraction = BigInt((found[8] ?? '').slice(0, 9).padEnd(9, '0'));
  const rest = days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND + fraction;
  return found[1] === undefined ? new XDuration(type, allMonths, rest) : new XDuration(type, -allMonths, -rest);
}

/** A duration of days has no months, and one of months nothing else. */
function hasOnly(found: RegExpExecArray, type: XDuration['type']): boolean {
  if (type === 'duration') return true;
  const absent = type === 'dayTimeDuration' ? [2, 3] : [4, 5, 6, 7];
  return absent.every((index) => found[index] === undefined);
}
