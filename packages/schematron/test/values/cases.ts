import { XPathError } from '../../src/runtime/error.js';
import { FUNCTIONS } from '../../src/runtime/functions.js';
import { type Atomic, type Sequence, XUntyped } from '../../src/runtime/item.js';
import { Run } from '../../src/runtime/run.js';
import { arithmetic, negate } from '../../src/runtime/values/arithmetic.js';
import { castable, castTo } from '../../src/runtime/values/cast.js';
import { compareAtomic } from '../../src/runtime/values/compare.js';
import { convertArgument } from '../../src/runtime/values/convert.js';
import { generalCompare } from '../../src/runtime/values/general.js';
import { stringOf } from '../../src/runtime/values/text-value.js';
import { typeNameOf } from '../../src/runtime/values/types.js';
import { readDocument } from '../../src/tree/read.js';
import type { ArithmeticOperator, GeneralOperator, ValueOperator } from '../../src/xpath/ast.js';

/** An expression for the reference engine, and what our functions make of it. */
export interface Case {
  readonly expression: string;
  readonly evaluate: (c: Run) => Sequence;
}

/** A value, and the expression that makes it. */
export interface Made {
  readonly text: string;
  readonly value: Atomic;
}

export const NAMESPACES = { xs: 'http://www.w3.org/2001/XMLSchema', p: 'urn:p' } as const;

/** A run whose implicit time zone is that of the judge. */
export function runAt(offset: number): Run {
  const now = { milliseconds: Date.UTC(2026, 0, 2, 3, 4, 5), offset };
  return new Run({ document: readDocument('<r/>'), now, namespaces: new Map(Object.entries(NAMESPACES)) });
}

/** What the judge would answer: items as it writes them, or the code of the error. */
export function answerOf(each: Case, c: Run): string {
  try {
    return each
      .evaluate(c)
      .map((item) => `${typeNameOf(item)} ${stringOf(item)}`)
      .join(' | ');
  } catch (error) {
    if (error instanceof XPathError) return `error ${error.code}`;
    throw error;
  }
}

/** A string literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** `xs:TYPE('text')`. */
export function made(type: string, text: string): Made {
  const value = type === 'untypedAtomic' ? new XUntyped(text) : castTo(text, type, new Map(Object.entries(NAMESPACES)));
  return { text: type === 'string' ? literal(text) : `xs:${type}(${literal(text)})`, value };
}

/** Every type that a text may be cast to. */
export const TYPES = (
  'string untypedAtomic boolean decimal integer double float anyURI QName dateTime date time gYearMonth gYear gMonthDay gDay gMonth ' +
  'duration yearMonthDuration dayTimeDuration hexBinary base64Binary dateTimeStamp normalizedString token language NMTOKEN Name NCName ' +
  'ID IDREF ENTITY nonPositiveInteger negativeInteger nonNegativeInteger positiveInteger long int short byte unsignedLong unsignedInt ' +
  'unsignedShort unsignedByte numeric'
).split(' ');

/** To which types a value can be cast, and the text of each result. */
export function castsOf(value: Made): Case {
  const parts = TYPES.map(
    (type) => `if (${value.text} castable as xs:${type}) then string(${value.text} cast as xs:${type}) else '-'`,
  );
  return {
    expression: `(${parts.join(', ')})`,
    evaluate: (c) =>
      TYPES.map((type) => {
        return castable(value.value, type, c.namespaces) ? stringOf(castTo(value.value, type, c.namespaces)) : '-';
      }),
  };
}

/** One cast, with its error. */
export function castOf(value: Made, type: string): Case {
  return {
    expression: `${value.text} cast as xs:${type}`,
    evaluate: (c) => [castTo(value.value, type, c.namespaces)],
  };
}

export function arithmeticOf(operator: ArithmeticOperator, a: Made, b: Made): Case {
  return {
    expression: `${a.text} ${operator} ${b.text}`,
    evaluate: (c) => {
      const result = arithmetic(operator, a.value, b.value, c);
      return result === undefined ? [] : [result];
    },
  };
}

export function negationOf(a: Made): Case {
  return { expression: `-${a.text}`, evaluate: () => [negate(a.value)] };
}

export function comparisonOf(operator: ValueOperator, a: Made, b: Made): Case {
  return {
    expression: `${a.text} ${operator} ${b.text}`,
    evaluate: (c) => [compareAtomic(operator, a.value, b.value, c)],
  };
}

function list(values: readonly Made[]): string {
  return `(${values.map(({ text }) => text).join(', ')})`;
}

function valuesOf(values: readonly Made[]): Atomic[] {
  return values.map(({ value }) => value);
}

export function generalOf(operator: GeneralOperator, a: readonly Made[], b: readonly Made[]): Case {
  return {
    expression: `${list(a)} ${operator} ${list(b)}`,
    evaluate: (c) => [generalCompare(operator, valuesOf(a), valuesOf(b), c)],
  };
}

/** A call of a function, its arguments converted as the compiler does. */
export function callOf(name: string, ...values: readonly (readonly Made[])[]): Case {
  return {
    expression: `${name}(${values.map((each) => (each.length === 1 ? (each[0]?.text ?? '') : list(each))).join(', ')})`,
    evaluate: (c) => {
      const spec = FUNCTIONS.get(name);
      if (spec === undefined) throw new TypeError(`no function ${name}`);
      const converted = values.map((each, index) => {
        return convertArgument(valuesOf(each), spec.parameters[index] ?? 'item()*', name, c.namespaces);
      });
      return spec.call(c, ...converted);
    },
  };
}
