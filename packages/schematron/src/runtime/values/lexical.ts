import { XPathError } from '../error.js';
import { type Atomic, XUntyped, XUri } from '../item.js';
import { readBase64, readHex, XBinary } from './binary.js';
import { isCalendar, readCalendar } from './calendar-reader.js';
import type { CalendarType } from './date-time.js';
import { XCalendar } from './date-time.js';
import { XDecimal } from './decimal.js';
import { isDouble, readDouble, XFloat } from './double.js';
import { isDuration, readDuration, type XDuration } from './duration.js';
import { inRange, isNCName, readDerivedString } from './facets.js';
import { XInteger } from './integer.js';
import { XQName } from './qname.js';
import { XString } from './strings.js';
import { primitiveOf } from './types.js';
import { collapseSpace, trimSpace } from './white-space.js';

/** Prefixes and what they stand for, for casts to xs:QName. */
export type Prefixes = ReadonlyMap<string, string>;

const INTEGER = /^[+-]?[0-9]+$/;
const DECIMAL = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/;
const XS = 'http://www.w3.org/2001/XMLSchema';
const NO_PREFIXES: Prefixes = new Map();

/**
 * The value of a type that a text writes (F&O §17.1.1: a cast from xs:string or xs:untypedAtomic).
 *
 * @param type local name of an atomic type of XML Schema
 * @throws XPathError FORG0001 when the text writes none, FODT0001 and FODT0002 when it is out of bounds, FONS0004 for a prefix that
 * is not declared
 */
export function valueOfText(text: string, type: string, prefixes: Prefixes = NO_PREFIXES): Atomic {
  switch (type) {
    case 'string':
      return text;
    case 'untypedAtomic':
      return new XUntyped(text);
    case 'anyURI':
      return new XUri(collapseSpace(text));
    case 'boolean':
      return booleanOfText(text) ?? refuse(type);
    case 'double':
      return readDouble(text) ?? refuse(type);
    case 'numeric':
      return isNumericText(text) ? Number(readDouble(text)) : refuse(type);
    case 'float': {
      const value = readDouble(text);
      return value === undefined ? refuse(type) : new XFloat(value);
    }
    case 'decimal': {
      const trimmed = trimSpace(text);
      return DECIMAL.test(trimmed) ? XDecimal.parse(trimmed) : refuse(type);
    }
    case 'integer':
      return new XInteger(integerOfText(text) ?? refuse(type));
    case 'QName':
      return qnameOfText(trimSpace(text), prefixes);
    case 'hexBinary':
      return new XBinary(type, readHex(trimSpace(text)) ?? refuse(type));
    case 'base64Binary':
      return new XBinary(type, readBase64(text) ?? refuse(type));
    case 'duration':
    case 'yearMonthDuration':
    case 'dayTimeDuration':
      return durationOfText(trimSpace(text), type);
    case 'dateTimeStamp': {
      const value = calendarOfText(trimSpace(text), 'dateTime');
      return value.timezone === undefined ? refuse(type) : new XCalendar('dateTime', value, value.timezone, type);
    }
    case 'dateTime':
    case 'date':
    case 'time':
    case 'gYearMonth':
    case 'gYear':
    case 'gMonthDay':
    case 'gDay':
    case 'gMonth':
      return calendarOfText(trimSpace(text), type);
    default:
      return derivedOfText(text, type);
  }
}

/** Would {@link valueOfText} give a value? Makes none for the types that rules ask about. */
export function isText(text: string, type: string, prefixes: Prefixes = NO_PREFIXES): boolean {
  switch (type) {
    case 'string':
    case 'untypedAtomic':
    case 'anyURI':
    case 'normalizedString':
    case 'token':
      return true;
    case 'boolean':
      return booleanOfText(text) !== undefined;
    case 'double':
    case 'float':
      return isDouble(text);
    case 'numeric':
      return isNumericText(text);
    case 'decimal':
      return DECIMAL.test(trimSpace(text));
    case 'integer':
      return INTEGER.test(trimSpace(text));
    case 'date':
    case 'dateTime':
    case 'time':
    case 'gYearMonth':
    case 'gYear':
    case 'gMonthDay':
    case 'gDay':
    case 'gMonth':
      return isCalendar(type, trimSpace(text));
    case 'duration':
    case 'yearMonthDuration':
    case 'dayTimeDuration':
      return isDuration(trimSpace(text), type);
    default:
      return isValueOf(text, type, prefixes);
  }
}

function isValueOf(text: string, type: string, prefixes: Prefixes): boolean {
  try {
    valueOfText(text, type, prefixes);
    return true;
  } catch (error) {
    if (error instanceof XPathError) return false;
    throw error;
  }
}

/** An xs:double, but not `+INF`: the reference engine reads this union of 3.1 as XML Schema 1.0 does. */
function isNumericText(text: string): boolean {
  return isDouble(text) && !text.includes('+INF');
}

function booleanOfText(text: string): boolean | undefined {
  switch (trimSpace(text)) {
    case 'true':
    case '1':
      return true;
    case 'false':
    case '0':
      return false;
    default:
      return undefined;
  }
}

function integerOfText(text: string): bigint | undefined {
  const trimmed = trimSpace(text);
  if (!INTEGER.test(trimmed)) return undefined;
  return BigInt(trimmed.startsWith('+') ? trimmed.slice(1) : trimmed);
}

function durationOfText(text: string, type: XDuration['type']): XDuration {
  const value = readDuration(text, type);
  if (value === 'lexical') return refuse(type);
  if (value === 'overflow') throw new XPathError('FODT0002', `a text stands for an xs:${type} out of bounds`);
  return value;
}

function calendarOfText(text: string, type: CalendarType): XCalendar {
  const value = readCalendar(type, text);
  if (value === 'lexical') return refuse(type);
  if (value === 'overflow') throw new XPathError('FODT0001', `a text stands for an xs:${type} out of bounds`);
  return value;
}

function derivedOfText(text: string, type: string): Atomic {
  const primitive = primitiveOf(type);
  if (primitive === 'string') return new XString(readDerivedString(type, text) ?? refuse(type), type);
  if (primitive !== 'integer') throw new XPathError('XPST0080', `nothing can be cast to xs:${type}`);
  const value = integerOfText(text);
  return value !== undefined && inRange(type, value) ? new XInteger(value, type) : refuse(type);
}

/** A prefix needs a declaration; a name without prefix is in no namespace, as expressions of a schema have no default one. */
function qnameOfText(text: string, prefixes: Prefixes): XQName {
  const colon = text.indexOf(':');
  const prefix = colon < 0 ? '' : text.slice(0, colon);
  const local = text.slice(colon + 1);
  if (!isNCName(local) || (colon >= 0 && !isNCName(prefix))) return refuse('QName');
  if (colon < 0) return new XQName('', local);
  const uri = prefixes.get(prefix) ?? (prefix === 'xs' ? XS : undefined);
  if (uri === undefined) throw new XPathError('FONS0004', 'no namespace is declared for the prefix of a QName');
  return new XQName(uri, local, prefix);
}

/** The text itself is not told: it comes from a document. */
function refuse(type: string): never {
  throw new XPathError('FORG0001', `a text is no xs:${type}`);
}
