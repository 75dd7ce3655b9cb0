import type { Sequence } from './item.js';
import type { Run } from './run.js';

/**
 * A sequence type of a signature, as the recommendations write it: `xs:string?`, `item()*`, `node()`, `element()`, `numeric?`
 * (xs:integer, xs:decimal, xs:float or xs:double), `xs:anyAtomicType*`, `empty-sequence()`.
 */
export type TypeSpec = string;

/**
 * What a function is to the compiler: XQuery 1.0 and XPath 2.0 Functions and Operators (W3C REC 2010-12-14), XSLT 2.0 §16, and the
 * few functions of 3.0 and 3.1 that the reference engine lets a stylesheet of version 2.0 call.
 */
export interface FunctionSignature {
  /** Local name: all of them are in the namespace of functions, http://www.w3.org/2005/xpath-functions. */
  readonly name: string;
  readonly minArity: number;
  /** `Infinity` for `concat`. */
  readonly maxArity: number;
  /** When not every arity between the two is one: `format-date` has 2 or 5 arguments. */
  readonly arities?: readonly number[];
  /** By position; the last one stands for all that follow it (`concat`). */
  readonly parameters: readonly TypeSpec[];
  readonly result: TypeSpec;
  /** Called with one argument less than `maxArity`, the last argument is the context item, or the root of its tree. */
  readonly contextArgument?: 'item' | 'root';
  /** True when equal arguments give equal results in every run: a call on literals may be evaluated once, by the compiler. */
  readonly pure: boolean;
  /** Written out by the compiler, which alone knows the focus: there is no implementation to call. */
  readonly compiled?: true;
}

/** An implementation takes its arguments already converted to the types of the signature, the defaulted one included. */
export type Implementation = (c: Run, ...args: Sequence[]) => Sequence;

/** A function with its implementation. */
export interface FunctionSpec extends FunctionSignature {
  readonly call: Implementation;
}

type Extra = Partial<Pick<FunctionSignature, 'minArity' | 'maxArity' | 'contextArgument' | 'pure' | 'compiled'>>;

function f(name: string, parameters: readonly TypeSpec[], result: TypeSpec, extra: Extra = {}): FunctionSignature {
  return { name, minArity: parameters.length, maxArity: parameters.length, parameters, result, pure: true, ...extra };
}

/** One optional argument: the context item. */
const onFocus = { minArity: 0, contextArgument: 'item' } as const;
/** What depends on the run: its documents, its clock, its schema. */
const ofRun = { pure: false } as const;

const STRING = 'xs:string?';
const ANY = 'xs:anyAtomicType*';

const ACCESSORS = [
  f('node-name', ['node()?'], 'xs:QName?', onFocus),
  f('nilled', ['node()?'], 'xs:boolean?', onFocus),
  f('string', ['item()?'], 'xs:string', onFocus),
  f('data', ['item()*'], ANY, onFocus),
  f('base-uri', ['node()?'], 'xs:anyURI?', { ...onFocus, ...ofRun }),
  f('document-uri', ['node()?'], 'xs:anyURI?', { ...onFocus, ...ofRun }),
];

const ERRORS = [
  f('error', ['xs:QName?', 'xs:string', 'item()*'], 'item()*', { minArity: 0, ...ofRun }),
  f('trace', ['item()*', 'xs:string'], 'item()*', { minArity: 1, ...ofRun }),
];

const NUMBERS = [
  f('abs', ['numeric?'], 'numeric?'),
  f('ceiling', ['numeric?'], 'numeric?'),
  f('floor', ['numeric?'], 'numeric?'),
  f('round', ['numeric?', 'xs:integer'], 'numeric?', { minArity: 1 }),
  f('round-half-to-even', ['numeric?', 'xs:integer'], 'numeric?', { minArity: 1 }),
  f('number', ['xs:anyAtomicType?'], 'xs:double', onFocus),
];

const STRINGS = [
  f('codepoints-to-string', ['xs:integer*'], 'xs:string'),
  f('string-to-codepoints', [STRING], 'xs:integer*'),
  f('compare', [STRING, STRING, 'xs:string'], 'xs:integer?', { minArity: 2 }),
  f('codepoint-equal', [STRING, STRING], 'xs:boolean?'),
  f('concat', ['xs:anyAtomicType?'], 'xs:string', { minArity: 2, maxArity: Number.POSITIVE_INFINITY }),
  f('string-join', [ANY, 'xs:string'], 'xs:string', { minArity: 1 }),
  f('substring', [STRING, 'xs:double', 'xs:double'], 'xs:string', { minArity: 2 }),
  f('string-length', [STRING], 'xs:integer', onFocus),
  f('normalize-space', [STRING], 'xs:string', onFocus),
  f('normalize-unicode', [STRING, 'xs:string'], 'xs:string', { minArity: 1 }),
  f('upper-case', [STRING], 'xs:string'),
  f('lower-case', [STRING], 'xs:string'),
  f('translate', [STRING, 'xs:string', 'xs:string'], 'xs:string'),
  f('encode-for-uri', [STRING], 'xs:string'),
  f('iri-to-uri', [STRING], 'xs:string'),
  f('escape-html-uri', [STRING], 'xs:string'),
  f('contains', [STRING, STRING, 'xs:string'], 'xs:boolean', { minArity: 2 }),
  f('starts-with', [STRING, STRING, 'xs:string'], 'xs:boolean', { minArity: 2 }),
  f('ends-with', [STRING, STRING, 'xs:string'], 'xs:boolean', { minArity: 2 }),
  f('substring-before', [STRING, STRING, 'xs:string'], 'xs:string', { minArity: 2 }),
  f('substring-after', [STRING, STRING, 'xs:string'], 'xs:string', { minArity: 2 }),
  f('matches', [STRING, 'xs:string', 'xs:string'], 'xs:boolean', { minArity: 2 }),
  f('replace', [STRING, 'xs:string', 'xs:string', 'xs:string'], 'xs:string', { minArity: 3 }),
  f('tokenize', [STRING, 'xs:string', 'xs:string'], 'xs:string*', { minArity: 1 }),
  f('contains-token', ['xs:string*', 'xs:string', 'xs:string'], 'xs:boolean', { minArity: 2 }),
];

const URIS = [
  f('resolve-uri', [STRING, 'xs:string'], 'xs:anyURI?', { minArity: 1, ...ofRun }),
  f('static-base-uri', [], 'xs:anyURI?', ofRun),
];

const BOOLEANS = [
  f('true', [], 'xs:boolean'),
  f('false', [], 'xs:boolean'),
  f('not', ['item()*'], 'xs:boolean'),
  f('boolean', ['item()*'], 'xs:boolean'),
];

const PARTS: readonly (readonly [string, string, string])[] = [
  ['years-from-duration', 'xs:duration?', 'xs:integer?'],
  ['months-from-duration', 'xs:duration?', 'xs:integer?'],
  ['days-from-duration', 'xs:duration?', 'xs:integer?'],
  ['hours-from-duration', 'xs:duration?', 'xs:integer?'],
  ['minutes-from-duration', 'xs:duration?', 'xs:integer?'],
  ['seconds-from-duration', 'xs:duration?', 'xs:decimal?'],
  ['year-from-dateTime', 'xs:dateTime?', 'xs:integer?'],
  ['month-from-dateTime', 'xs:dateTime?', 'xs:integer?'],
  ['day-from-dateTime', 'xs:dateTime?', 'xs:integer?'],
  ['hours-from-dateTime', 'xs:dateTime?', 'xs:integer?'],
  ['minutes-from-dateTime', 'xs:dateTime?', 'xs:integer?'],
  ['seconds-from-dateTime', 'xs:dateTime?', 'xs:decimal?'],
  ['timezone-from-dateTime', 'xs:dateTime?', 'xs:dayTimeDuration?'],
  ['year-from-date', 'xs:date?', 'xs:integer?'],
  ['month-from-date', 'xs:date?', 'xs:integer?'],
  ['day-from-date', 'xs:date?', 'xs:integer?'],
  ['timezone-from-date', 'xs:date?', 'xs:dayTimeDuration?'],
  ['hours-from-time', 'xs:time?', 'xs:integer?'],
  ['minutes-from-time', 'xs:time?', 'xs:integer?'],
  ['seconds-from-time', 'xs:time?', 'xs:decimal?'],
  ['timezone-from-time', 'xs:time?', 'xs:dayTimeDuration?'],
];

const DATES = [
  ...PARTS.map(([name, parameter, result]) => f(name, [parameter], result)),
  f('dateTime', ['xs:date?', 'xs:time?'], 'xs:dateTime?'),
  ...['dateTime', 'date', 'time'].map((type) =>
    f(`adjust-${type}-to-timezone`, [`xs:${type}?`, 'xs:dayTimeDuration?'], `xs:${type}?`, { minArity: 1, ...ofRun }),
  ),
  f('current-dateTime', [], 'xs:dateTime', ofRun),
  f('current-date', [], 'xs:date', ofRun),
  f('current-time', [], 'xs:time', ofRun),
  f('implicit-timezone', [], 'xs:dayTimeDuration', ofRun),
];

const QNAMES = [
  f('resolve-QName', [STRING, 'element()'], 'xs:QName?'),
  f('QName', [STRING, 'xs:string'], 'xs:QName'),
  f('prefix-from-QName', ['xs:QName?'], 'xs:NCName?'),
  f('local-name-from-QName', ['xs:QName?'], 'xs:NCName?'),
  f('namespace-uri-from-QName', ['xs:QName?'], 'xs:anyURI?'),
  f('namespace-uri-for-prefix', [STRING, 'element()'], 'xs:anyURI?'),
  f('in-scope-prefixes', ['element()'], 'xs:string*'),
];

const NODES = [
  f('name', ['node()?'], 'xs:string', onFocus),
  f('local-name', ['node()?'], 'xs:string', onFocus),
  f('namespace-uri', ['node()?'], 'xs:anyURI', onFocus),
  f('lang', [STRING, 'node()'], 'xs:boolean', { minArity: 1, contextArgument: 'item' }),
  f('root', ['node()?'], 'node()?', onFocus),
  f('has-children', ['node()?'], 'xs:boolean', onFocus),
  f('path', ['node()?'], 'xs:string?', onFocus),
  f('innermost', ['node()*'], 'node()*'),
  f('outermost', ['node()*'], 'node()*'),
];

const SEQUENCES = [
  f('index-of', [ANY, 'xs:anyAtomicType', 'xs:string'], 'xs:integer*', { minArity: 2 }),
  f('empty', ['item()*'], 'xs:boolean'),
  f('exists', ['item()*'], 'xs:boolean'),
  f('distinct-values', [ANY, 'xs:string'], ANY, { minArity: 1 }),
  f('insert-before', ['item()*', 'xs:integer', 'item()*'], 'item()*'),
  f('remove', ['item()*', 'xs:integer'], 'item()*'),
  f('reverse', ['item()*'], 'item()*'),
  f('subsequence', ['item()*', 'xs:double', 'xs:double'], 'item()*', { minArity: 2 }),
  f('unordered', ['item()*'], 'item()*'),
  f('head', ['item()*'], 'item()?'),
  f('tail', ['item()*'], 'item()*'),
  f('zero-or-one', ['item()*'], 'item()?'),
  f('one-or-more', ['item()*'], 'item()+'),
  f('exactly-one', ['item()*'], 'item()'),
  f('deep-equal', ['item()*', 'item()*', 'xs:string'], 'xs:boolean', { minArity: 2 }),
  f('count', ['item()*'], 'xs:integer'),
  f('avg', [ANY], 'xs:anyAtomicType?'),
  f('max', [ANY, 'xs:string'], 'xs:anyAtomicType?', { minArity: 1 }),
  f('min', [ANY, 'xs:string'], 'xs:anyAtomicType?', { minArity: 1 }),
  f('sum', [ANY, 'xs:anyAtomicType?'], 'xs:anyAtomicType?', { minArity: 1 }),
];

const DOCUMENTS = [
  f('id', ['xs:string*', 'node()'], 'element()*', { minArity: 1, contextArgument: 'item' }),
  f('idref', ['xs:string*', 'node()'], 'node()*', { minArity: 1, contextArgument: 'item' }),
  f('element-with-id', ['xs:string*', 'node()'], 'element()*', { minArity: 1, contextArgument: 'item' }),
  f('doc', [STRING], 'document-node()?', ofRun),
  f('doc-available', [STRING], 'xs:boolean', ofRun),
  f('document', ['item()*', 'node()'], 'node()*', { minArity: 1, ...ofRun }),
  f('key', ['xs:string', ANY, 'node()'], 'node()*', { minArity: 2, contextArgument: 'root', ...ofRun }),
  f('generate-id', ['node()?'], 'xs:string', onFocus),
];

const CONTEXT = [
  f('position', [], 'xs:integer', { compiled: true, ...ofRun }),
  f('last', [], 'xs:integer', { compiled: true, ...ofRun }),
  f('current', [], 'item()', { compiled: true, ...ofRun }),
  f('default-collation', [], 'xs:string'),
  f('system-property', ['xs:string'], 'xs:string', ofRun),
  f('function-available', ['xs:string', 'xs:integer'], 'xs:boolean', { minArity: 1, ...ofRun }),
  f('element-available', ['xs:string'], 'xs:boolean', ofRun),
  f('type-available', ['xs:string'], 'xs:boolean', ofRun),
];

const FORMATS = [
  f('format-number', ['numeric?', 'xs:string', 'xs:string?'], 'xs:string', { minArity: 2 }),
  ...['dateTime', 'date', 'time'].map((type): FunctionSignature => {
    const parameters = [`xs:${type}?`, 'xs:string', 'xs:string?', 'xs:string?', 'xs:string?'];
    return { ...f(`format-${type}`, parameters, 'xs:string?', ofRun), minArity: 2, arities: [2, 5] };
  }),
];

/** Every function that an expression may call, by local name. A call checks its arity against `minArity` and `maxArity`. */
export const SIGNATURES: ReadonlyMap<string, FunctionSignature> = new Map(
  [
    ...ACCESSORS,
    ...ERRORS,
    ...NUMBERS,
    ...STRINGS,
    ...URIS,
    ...BOOLEANS,
    ...DATES,
    ...QNAMES,
    ...NODES,
    ...SEQUENCES,
    ...DOCUMENTS,
    ...CONTEXT,
    ...FORMATS,
  ].map((signature) => [signature.name, signature]),
);

/** May the function be called with so many arguments? */
export function acceptsArity(signature: FunctionSignature, arity: number): boolean {
  if (signature.arities !== undefined) return signature.arities.includes(arity);
  return arity >= signature.minArity && arity <= signature.maxArity;
}

/**
 * Gives a function of {@link SIGNATURES} its implementation.
 *
 * @throws TypeError when no function has this name
 */
export function implement(name: string, call: Implementation): FunctionSpec {
  const signature = SIGNATURES.get(name);
  if (signature === undefined) throw new TypeError(`no function is called ${name}`);
  return { ...signature, call };
}
