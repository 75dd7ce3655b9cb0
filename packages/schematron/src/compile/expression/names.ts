import type { QNameRef } from '../../xpath/ast.js';
import { StaticError } from './errors.js';

export const FUNCTION_NAMESPACE = 'http://www.w3.org/2005/xpath-functions';
export const SCHEMA_NAMESPACE = 'http://www.w3.org/2001/XMLSchema';

/** Prefixes that the language knows (XPath 2.0 §2.1.1 leaves them to the host; the reference engine knows these). */
const BUILT_IN: ReadonlyMap<string, string> = new Map([
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ['xs', SCHEMA_NAMESPACE],
  ['fn', FUNCTION_NAMESPACE],
]);

/** An expanded name. */
export interface ExpandedName {
  readonly uri: string;
  readonly local: string;
}

interface Names {
  readonly namespaces: ReadonlyMap<string, string>;
  readonly source?: string;
}

/** @throws StaticError XPST0081 */
export function namespaceOf(prefix: string, names: Names): string {
  const uri = names.namespaces.get(prefix) ?? BUILT_IN.get(prefix);
  if (uri === undefined || uri === '') {
    throw new StaticError(
      'XPST0081',
      `the prefix ${prefix} is not bound to a namespace`,
      names.source ?? `${prefix}:…`,
    );
  }
  return uri;
}

/**
 * The expanded name of an element, an attribute, a variable, a function or a type. Without a prefix it has no namespace, but for
 * functions; unprefixed elements have none either, since a schema has no `xpath-default-namespace`.
 *
 * @throws StaticError XPST0081
 */
export function expandName(name: QNameRef, names: Names, unprefixed = ''): ExpandedName {
  return { uri: name.prefix === '' ? unprefixed : namespaceOf(name.prefix, names), local: name.local };
}

export function clarkName({ uri, local }: ExpandedName): string {
  return `{${uri}}${local}`;
}

export function lexical(name: QNameRef): string {
  return name.prefix === '' ? name.local : `${name.prefix}:${name.local}`;
}
