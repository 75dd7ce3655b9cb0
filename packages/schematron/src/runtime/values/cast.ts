import { XPathError } from '../error.js';
import { type Atomic, XUntyped, XUri } from '../item.js';
import { XBinary } from './binary.js';
import { type CalendarType, dateOf, fieldsOf, REFERENCE, timeOf, XCalendar } from './date-time.js';
import { XDecimal } from './decimal.js';
import { XFloat } from './double.js';
import { XDuration } from './duration.js';
import { inRange } from './facets.js';
import { XInteger } from './integer.js';
import { isText, type Prefixes, valueOfText } from './lexical.js';
import { numberOfNumeric, wholePart } from './numeric.js';
import { XQName } from './qname.js';
import { stringOf } from './text-value.js';
import { isNumeric, primitiveOf, typeNameOf } from './types.js';

/**
 * `value cast as xs:TYPE` (F&O §17). Two answers of the reference engine are not followed: an xs:yearMonthDuration of zero cast to
 * xs:duration keeps the text `P0M` there, and `'-' castable as xs:duration` ends it.
 *
 * @param type local name of a type of {@link isCastTarget}
 * @param prefixes what prefixes stand for, when the type may be QName
 * @throws XPathError XPTY0004 when there is no such cast; FORG0001, FOCA0002, FODT0001, FODT0002, FONS0004 when this value has none
 */
export function castTo(value: Atomic, type: string, prefixes?: Prefixes): Atomic {
  if (typeof value === 'string' || value instanceof XUntyped) return valueOfText(stringOf(value), type, prefixes);
  const primitive = primitiveOf(type);
  if (primitive === type) return castPrimitive(value, type, prefixes);
  if (primitive === 'string') return valueOfText(stringOf(value), type);
  if (primitive === 'integer') {
    const integer = castPrimitive(value, 'integer');
    if (integer instanceof XInteger && inRange(type, integer.value)) return new XInteger(integer.value, type);
    throw new XPathError('FORG0001', `an integer is no xs:${type}`);
  }
  const moment = castPrimitive(value, 'dateTime');
  if (!(moment instanceof XCalendar) || moment.timezone === undefined) {
    throw new XPathError('FORG0001', 'an xs:dateTimeStamp needs a time zone');
  }
  return new XCalendar('dateTime', moment, moment.timezone, type);
}

/** `value castable as xs:TYPE`. */
export function castable(value: Atomic, type: string, prefixes?: Prefixes): boolean {
  if (typeof value === 'string') return isText(value, type, prefixes);
  if (value instanceof XUntyped) return isText(value.value, type, prefixes);
  try {
    castTo(value, type, prefixes);
    return true;
  } catch (error) {
    if (error instanceof XPathError) return false;
    throw error;
  }
}

function castPrimitive(value: Exclude<Atomic, string>, type: string, prefixes?: Prefixes): Atomic {
  switch (type) {
    case 'string':
      return stringOf(value);
    case 'untypedAtomic':
      return new XUntyped(stringOf(value));
    case 'boolean':
    case 'double':
    case 'float':
    case 'decimal':
    case 'integer':
    case 'numeric':
      return castToNumber(value, type);
    case 'anyURI':
      if (value instanceof XUri) return value;
      // A value of a type derived from xs:string is a string all the same.
      return isDerivedString(value) ? valueOfText(stringOf(value), type) : impossible(value, type);
    case 'QName':
      return value instanceof XQName ? value : orText(value, type, prefixes);
    case 'hexBinary':
    case 'base64Binary':
      return value instanceof XBinary ? new XBinary(type, value.bytes) : orText(value, type);
    case 'duration':
    case 'yearMonthDuration':
    case 'dayTimeDuration':
      return value instanceof XDuration ? castDuration(value, type) : orText(value, type);
    default:
      return value instanceof XCalendar ? castCalendar(value, type) : orText(value, type);
  }
}

function castToNumber(value: Exclude<Atomic, string>, type: string): Atomic {
  if (typeof value === 'boolean') {
    if (type === 'boolean') return value;
    return fromNumber(value ? 1 : 0, type === 'numeric' ? 'double' : type);
  }
  if (!isNumeric(value)) return orText(value, type);
  if (type === 'numeric') return value;
  if (value instanceof XInteger) {
    if (type === 'integer') return value.derived === undefined ? value : new XInteger(value.value);
    if (type === 'decimal') return XDecimal.of(value.value, 0);
  }
  if (value instanceof XDecimal) {
    if (type === 'decimal') return value;
    if (type === 'integer') return new XInteger(value.unscaled / 10n ** BigInt(value.scale));
    // Rounded once, from the decimal digits: a double between would round twice.
    if (type === 'float') return new XFloat(nearestFloat(value));
  }
  return fromNumber(numberOfNumeric(value), type);
}

function fromNumber(value: number, type: string): Atomic {
  switch (type) {
    case 'boolean':
      return value !== 0 && !Number.isNaN(value);
    case 'double':
      return value;
    case 'float':
      return new XFloat(value);
    default:
      if (!Number.isFinite(value)) throw new XPathError('FOCA0002', `NaN and INF are no xs:${type}`);
      return type === 'integer' ? wholePart(value) : XDecimal.ofDouble(value);
  }
}

/** The reference engine goes through the text too: `new Float(String)` rounds once. */
function nearestFloat(value: XDecimal): number {
  return value.toNumber();
}

function castDuration(value: XDuration, type: XDuration['type']): XDuration {
  return new XDuration(
    type,
    type === 'dayTimeDuration' ? 0n : value.months,
    type === 'yearMonthDuration' ? 0n : value.nanoseconds,
  );
}

/** F&O §17.1.5: a dateTime gives any of its parts, a date all but a time, the others nothing but themselves. */
function castCalendar(value: XCalendar, type: string): Atomic {
  const from = value.type;
  if (from === type) return value.derived === undefined ? value : new XCalendar(from, value, value.timezone);
  if (from !== 'dateTime' && from !== 'date') return impossible(value, type);
  const { year, month, day } = value;
  const make = (to: CalendarType, fields: Parameters<typeof fieldsOf>[0]): XCalendar =>
    new XCalendar(to, fields, value.timezone);
  switch (type) {
    case 'dateTime':
      return make(type, fieldsOf(value));
    case 'date':
      return make(type, dateOf(value));
    case 'time':
      return from === 'dateTime' ? make(type, timeOf(value)) : impossible(value, type);
    case 'gYearMonth':
      return make(type, { ...REFERENCE, year, month });
    case 'gYear':
      return make(type, { ...REFERENCE, year });
    case 'gMonthDay':
      return make(type, { ...REFERENCE, month, day });
    case 'gDay':
      return make(type, { ...REFERENCE, day });
    case 'gMonth':
      return make(type, { ...REFERENCE, month });
    default:
      return impossible(value, type);
  }
}

function isDerivedString(value: Atomic): boolean {
  return typeof value === 'object' && value.type === 'string';
}

function orText(value: Atomic, type: string, prefixes?: Prefixes): Atomic {
  return isDerivedString(value) ? valueOfText(stringOf(value), type, prefixes) : impossible(value, type);
}

function impossible(value: Atomic, type: string): never {
  throw new XPathError('XPTY0004', `${typeNameOf(value)} cannot be cast to xs:${type}`);
}
