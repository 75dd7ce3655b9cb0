import { clark } from '../../tree/names.js';
import { XPathError } from '../error.js';
import type { Sequence } from '../item.js';
import type { Run } from '../run.js';
import { type FunctionSpec, implement } from '../signatures.js';
import { isAtomicTypeName, isCastTarget } from '../values/types.js';
import { EMPTY, integer, node, text, truth } from './arguments.js';
import { hasFunction } from './available.js';
import { keyNodes } from './keys.js';
import { expandName, expandToClark, FUNCTIONS_NAMESPACE, SCHEMA_NAMESPACE, XSLT_NAMESPACE } from './static-names.js';

/** What the reference engine says of itself: rules that ask get the same answer here. */
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['version', '3.0'],
  ['vendor', 'Saxonica'],
  ['vendor-url', 'http://www.saxonica.com/'],
  ['product-name', 'SAXON'],
  ['product-version', 'HE 9.9.1.5'],
  ['is-schema-aware', 'no'],
  ['supports-serialization', 'yes'],
  ['supports-backwards-compatibility', 'yes'],
  ['supports-namespace-axis', 'yes'],
  ['supports-streaming', 'no'],
  ['supports-dynamic-evaluation', 'no'],
  ['supports-higher-order-functions', 'no'],
  ['xpath-version', '3.1'],
  ['xsd-version', '1.1'],
]);

/** Types of XML Schema that have a constructor and no value of their own: lists, and `xs:error`. */
const LISTS: ReadonlySet<string> = new Set(['ENTITIES', 'IDREFS', 'NMTOKENS', 'error']);

/** Types that are no type of an atomic value. */
const OTHER_TYPES: ReadonlySet<string> = new Set([...LISTS, 'anyType', 'anySimpleType', 'untyped']);

/** `system-property()`: '' for what is not known. The properties of Java and of the machine are not. */
export function systemProperty(c: Run, name: string): string {
  const { uri, local } = expandName(c, name, '', 'XTDE1390');
  return uri === XSLT_NAMESPACE ? (PROPERTIES.get(local) ?? '') : '';
}

/** `function-available()`. */
export function functionAvailable(c: Run, name: string, arity: number | undefined): boolean {
  const { uri, local } = expandName(c, name, FUNCTIONS_NAMESPACE, 'XTDE1400');
  if (uri === FUNCTIONS_NAMESPACE) return hasFunction(local, arity);
  if (uri === SCHEMA_NAMESPACE) return (isCastTarget(local) || LISTS.has(local)) && (arity ?? 1) === 1;
  const arities = c.functions.get(clark(uri, local));
  return arities !== undefined && (arity === undefined || arities.has(arity));
}

/** `type-available()`; false, as in the reference engine, for what is no name at all. */
export function typeAvailable(c: Run, name: string): boolean {
  if (!name.includes(':')) return false;
  const { uri, local } = expandName(c, name, '', 'XTDE1428');
  return uri === SCHEMA_NAMESPACE && (OTHER_TYPES.has(local) || isAtomicTypeName(local));
}

const INSTRUCTIONS: ReadonlySet<string> = new Set(
  (
    'accept accumulator accumulator-rule analyze-string apply-imports apply-templates assert attribute attribute-set break ' +
    'call-template catch character-map choose comment context-item copy copy-of decimal-format document element expose fallback ' +
    'for-each for-each-group fork function global-context-item if import import-schema include iterate key map map-entry ' +
    'matching-substring merge merge-action merge-key merge-source message mode namespace namespace-alias next-iteration ' +
    'next-match non-matching-substring number on-completion on-empty on-non-empty otherwise output output-character override ' +
    'package param perform-sort preserve-space processing-instruction result-document sequence sort source-document strip-space ' +
    'stylesheet template text transform try use-package value-of variable when where-populated with-param'
  ).split(' '),
);

/** `element-available()`: instructions of XSLT 3.0, which the reference engine has. Rules here are no instructions. */
export function elementAvailable(c: Run, name: string): boolean {
  const { uri, local } = expandName(c, name, '', 'XTDE1440');
  return uri === XSLT_NAMESPACE && INSTRUCTIONS.has(local);
}

/** `error()`: with the local part of the name that a rule gives as its code, FOER0000 when it gives none. */
function raise(code: Sequence, description: Sequence): never {
  const name = code[0];
  const local = name === undefined ? 'FOER0000' : text([name]).replace(/^.*:/, '');
  throw new XPathError(local, description.length === 0 ? 'raised by a rule' : text(description));
}

/** Functions of XSLT 2.0 §16 but those about formats, and Functions and Operators §3 and §4. */
export const xsltFunctions: readonly FunctionSpec[] = [
  implement('key', (c, name = EMPTY, values = EMPTY, top = EMPTY) =>
    keyNodes(c, expandToClark(c, text(name), 'XTDE1260'), values, node(top)),
  ),
  implement('system-property', (c, name = EMPTY) => [systemProperty(c, text(name))]),
  implement('function-available', (c, name = EMPTY, arity) =>
    truth(functionAvailable(c, text(name), arity === undefined ? undefined : integer(arity))),
  ),
  implement('type-available', (c, name = EMPTY) => truth(typeAvailable(c, text(name)))),
  implement('element-available', (c, name = EMPTY) => truth(elementAvailable(c, text(name)))),
  implement('error', (_, code = EMPTY, description = EMPTY) => raise(code, description)),
  implement('trace', (c, value = EMPTY, label = EMPTY) => {
    c.onTrace?.(text(label), value);
    return value;
  }),
];
