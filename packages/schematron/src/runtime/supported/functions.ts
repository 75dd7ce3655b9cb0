import { REFUSED_FUNCTIONS } from '../refused.js';
import { type FunctionSignature, SIGNATURES } from '../signatures.js';
import type { Recommendation, SupportEntry } from './entry.js';

const COLLATION =
  'no collation but that of code points (FOCH0002); the reference engine also has those of the Unicode algorithm';
const OVERFLOW = 'a length of 2³¹ or more is one; the reference engine overflows there';
const CASE = 'a pattern of one letter beyond ASCII keeps its flag `i`, which the reference engine loses';
const UNICODE = 'characters newer than the tables of the reference engine are known';

/** What differs from the reference engine. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  compare: COLLATION,
  contains: COLLATION,
  'starts-with': COLLATION,
  'ends-with': COLLATION,
  'substring-before': COLLATION,
  'substring-after': COLLATION,
  'contains-token': COLLATION,
  'index-of': COLLATION,
  'distinct-values': COLLATION,
  'deep-equal': COLLATION,
  max: COLLATION,
  min: COLLATION,
  matches: CASE,
  replace: CASE,
  tokenize: CASE,
  substring: OVERFLOW,
  subsequence: OVERFLOW,
  'upper-case': UNICODE,
  'lower-case': `${UNICODE}; a capital sigma is final as Unicode has it, not as the words of Java`,
  'normalize-unicode': `${UNICODE}; beyond U+FFFF the reference engine composes wrong characters`,
  'resolve-uri':
    'as RFC 2396, with the habits of the reference engine but for references to an empty host or port (`//?q`)',
  'generate-id': 'tells nodes apart, with other texts than the reference engine',
  'system-property': 'what the reference engine says of itself; the properties of Java and of the machine are empty',
  'function-available':
    'knows functions, constructors and those of the schema; not the extensions of the reference engine',
};

/** What should be known, though it does not differ. */
const NOTES: Readonly<Record<string, string>> = {
  doc: 'through the loader of the caller only; `#name` is the element with that xml:id, as the reference engine has it',
  'doc-available': 'through the loader of the caller only',
  document:
    'through the loader of the caller only; what is not there is left out, and noted in the verdict, where doc() is a fault',
  id: 'by xml:id: documents have no DTD here',
  idref: 'nothing: documents have no DTD here',
  'element-with-id': 'by xml:id: documents have no DTD here',
  nilled: 'false: documents have no schema here',
  trace: 'goes to the caller',
  'element-available': 'the instructions of XSLT 3.0, as the reference engine answers',
  'current-dateTime': 'one instant for a whole run, which the caller may give',
  'static-base-uri': 'where the main schema is, when the caller says it',
};

const OF_XSLT: ReadonlySet<string> = new Set(
  (
    'current document element-available format-date format-dateTime format-number format-time function-available generate-id key ' +
    'system-property type-available'
  ).split(' '),
);

const LATER: ReadonlySet<string> = new Set(
  'contains-token element-with-id has-children head innermost outermost path tail'.split(' '),
);

function recommendationOf(name: string): Recommendation {
  if (OF_XSLT.has(name)) return 'XSLT 2.0';
  return LATER.has(name) ? 'F&O 3.1' : 'F&O 2.0';
}

/** A value of each type of a signature. */
const SAMPLES: Readonly<Record<string, string>> = {
  'xs:anyURI': "xs:anyURI('a')",
  'xs:QName': "QName('u', 'p:a')",
  'xs:date': "xs:date('2020-02-29')",
  'xs:time': "xs:time('12:00:00')",
  'xs:dateTime': "xs:dateTime('2020-02-29T12:00:00')",
  'xs:duration': "xs:duration('P1Y')",
  'xs:dayTimeDuration': "xs:dayTimeDuration('PT1H')",
  'xs:integer': '1',
  'xs:double': '1e0',
  'element()': '/*',
  'node()': '.',
  numeric: '1',
};

/** A name of a schema, a property, a function… that the argument of these functions must be. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  key: ["'k'", "'a'"],
  compare: ["'a'", "'b'"],
  'format-date': ["xs:date('2020-02-29')", "'[Y]'"],
  'format-time': ["xs:time('12:00:00')", "'[H]'"],
  'format-dateTime': ["xs:dateTime('2020-02-29T12:00:00')", "'[Y]'"],
  'format-number': ['1', "'0'"],
  'normalize-unicode': ["'a'"],
  'resolve-uri': ["'a'", "'http://h/'"],
};

function exampleOf({ name, minArity, parameters }: FunctionSignature): string {
  const given = ARGUMENTS[name];
  if (given !== undefined) return `${name}(${given.join(', ')})`;
  const types = Array.from(
    { length: minArity },
    (_, index) => parameters[Math.min(index, parameters.length - 1)] ?? 'item()',
  );
  return `${name}(${types.map((type) => SAMPLES[type.replace(/[?*+]$/, '')] ?? "'a'").join(', ')})`;
}

/** Every function of Functions and Operators 2.0 and XSLT 2.0, and those of 3.x that the reference engine has in version 2.0. */
export const functionSupport: readonly SupportEntry[] = [
  ...[...SIGNATURES.values()].map((signature): SupportEntry => {
    const { name } = signature;
    const difference = DIFFERENCES[name];
    const note = difference ?? NOTES[name];
    return {
      kind: 'function',
      name,
      of: recommendationOf(name),
      status: difference === undefined ? 'supported' : 'differs',
      ...(note === undefined ? {} : { note }),
      example: exampleOf(signature),
    };
  }),
  ...[...REFUSED_FUNCTIONS.values()].map(({ name, of, reason, minArity }): SupportEntry => {
    const example = `${name}(${Array.from({ length: minArity }, () => "'a'").join(', ')})`;
    return { kind: 'function', name, of, status: 'refused', note: reason, example };
  }),
];
