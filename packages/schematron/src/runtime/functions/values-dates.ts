import { XPathError } from '../error.js';
import type { Sequence } from '../item.js';
import type { Instant, Run } from '../run.js';
import { type FunctionSpec, implement } from '../signatures.js';
import { castTo } from '../values/cast.js';
import { timeOf, XCalendar } from '../values/date-time.js';
import { XDecimal } from '../values/decimal.js';
import { SECOND, XDuration } from '../values/duration.js';
import { XInteger } from '../values/integer.js';
import { EMPTY } from './arguments.js';

const MINUTE = 60n * SECOND;
const MILLISECOND = SECOND / 1000n;

function calendarOf(argument: Sequence | undefined): XCalendar | undefined {
  const value = argument?.[0];
  return value instanceof XCalendar ? value : undefined;
}

function durationOf(argument: Sequence | undefined): XDuration | undefined {
  const value = argument?.[0];
  return value instanceof XDuration ? value : undefined;
}

/** Minutes as a dayTimeDuration. */
function zoneDuration(minutes: number): XDuration {
  return XDuration.ofNanoseconds(BigInt(minutes) * MINUTE);
}

function secondsOf(nanoseconds: bigint): XDecimal {
  return XDecimal.of(nanoseconds, 9);
}

/** One part of a date or a time. */
function part(name: string, of: (value: XCalendar) => Sequence): FunctionSpec {
  return implement(name, (_, argument = EMPTY) => {
    const value = calendarOf(argument);
    return value === undefined ? EMPTY : of(value);
  });
}

/** One part of a duration, of the sign of the duration. */
function durationPart(name: string, of: (value: XDuration) => XInteger | XDecimal): FunctionSpec {
  return implement(name, (_, argument = EMPTY) => {
    const value = durationOf(argument);
    return value === undefined ? EMPTY : [of(value)];
  });
}

const year = (value: XCalendar): Sequence => [XInteger.of(value.year)];
const month = (value: XCalendar): Sequence => [XInteger.of(value.month)];
const day = (value: XCalendar): Sequence => [XInteger.of(value.day)];
const hours = (value: XCalendar): Sequence => [XInteger.of(value.hour)];
const minutes = (value: XCalendar): Sequence => [XInteger.of(value.minute)];
const seconds = (value: XCalendar): Sequence => [secondsOf(BigInt(value.second) * SECOND + BigInt(value.nanosecond))];
const timezone = (value: XCalendar): Sequence =>
  value.timezone === undefined ? EMPTY : [zoneDuration(value.timezone)];

/**
 * Minutes of a zone given as a duration.
 *
 * @throws XPathError FODT0003 beyond 14 hours, or with seconds
 */
function minutesOf(zone: XDuration): number {
  const all = zone.nanoseconds / MINUTE;
  if (zone.nanoseconds % MINUTE !== 0n || all > 840n || all < -840n) {
    throw new XPathError('FODT0003', 'a time zone is a number of minutes, 14 hours at most');
  }
  return Number(all);
}

/** fn:adjust-…-to-timezone: without a second argument the implicit zone, with an empty one no zone. */
function adjust(c: Run, argument: Sequence, zone: Sequence | undefined): Sequence {
  const value = calendarOf(argument);
  if (value === undefined) return EMPTY;
  const given = durationOf(zone);
  if (zone !== undefined && given === undefined) return [value.adjusted(undefined)];
  return [value.adjusted(given === undefined ? c.implicitTimezone : minutesOf(given))];
}

/** The clock of the run, as an xs:dateTime with its zone. */
export function currentDateTime(now: Instant): XCalendar {
  const local = BigInt(Math.round(now.milliseconds)) * MILLISECOND + BigInt(now.offset) * MINUTE;
  return XCalendar.ofLocal('dateTime', local, now.offset);
}

/** fn:dateTime. @throws XPathError FORG0008 when the two have different zones */
function dateTime(date: XCalendar | undefined, time: XCalendar | undefined): Sequence {
  if (date === undefined || time === undefined) return EMPTY;
  if (date.timezone !== undefined && time.timezone !== undefined && date.timezone !== time.timezone) {
    throw new XPathError('FORG0008', 'a date and a time of two time zones');
  }
  const { year, month, day } = date;
  return [new XCalendar('dateTime', { ...timeOf(time), year, month, day }, date.timezone ?? time.timezone)];
}

/** Functions and Operators §5.2, §10.5, §10.7 and §16.3 to §16.6. */
export const dateFunctions: readonly FunctionSpec[] = [
  durationPart('years-from-duration', (value) => new XInteger(value.parts().years)),
  durationPart('months-from-duration', (value) => new XInteger(value.parts().months)),
  durationPart('days-from-duration', (value) => new XInteger(value.parts().days)),
  durationPart('hours-from-duration', (value) => new XInteger(value.parts().hours)),
  durationPart('minutes-from-duration', (value) => new XInteger(value.parts().minutes)),
  durationPart('seconds-from-duration', (value) => secondsOf(value.parts().nanoseconds)),
  part('year-from-dateTime', year),
  part('month-from-dateTime', month),
  part('day-from-dateTime', day),
  part('hours-from-dateTime', hours),
  part('minutes-from-dateTime', minutes),
  part('seconds-from-dateTime', seconds),
  part('timezone-from-dateTime', timezone),
  part('year-from-date', year),
  part('month-from-date', month),
  part('day-from-date', day),
  part('timezone-from-date', timezone),
  part('hours-from-time', hours),
  part('minutes-from-time', minutes),
  part('seconds-from-time', seconds),
  part('timezone-from-time', timezone),
  implement('dateTime', (_, date, time) => dateTime(calendarOf(date), calendarOf(time))),
  implement('adjust-dateTime-to-timezone', (c, value = EMPTY, zone) => adjust(c, value, zone)),
  implement('adjust-date-to-timezone', (c, value = EMPTY, zone) => adjust(c, value, zone)),
  implement('adjust-time-to-timezone', (c, value = EMPTY, zone) => adjust(c, value, zone)),
  implement('current-dateTime', (c) => [currentDateTime(c.now)]),
  implement('current-date', (c) => [castTo(currentDateTime(c.now), 'date')]),
  implement('current-time', (c) => [castTo(currentDateTime(c.now), 'time')]),
  implement('implicit-timezone', (c) => [zoneDuration(c.implicitTimezone)]),
];
