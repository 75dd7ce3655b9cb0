import { clark } from '../../tree/names.js';
import { XPathError } from '../error.js';
import type { Run } from '../run.js';
import { splitQName, XML_NAMESPACE } from './names.js';

export const FUNCTIONS_NAMESPACE = 'http://www.w3.org/2005/xpath-functions';
export const SCHEMA_NAMESPACE = 'http://www.w3.org/2001/XMLSchema';
export const XSLT_NAMESPACE = 'http://www.w3.org/1999/XSL/Transform';

/** Prefixes that a schema needs not declare: those that the pipeline of the reference puts in the stylesheet it makes. */
const GIVEN: ReadonlyMap<string, string> = new Map([
  ['xml', XML_NAMESPACE],
  ['xs', SCHEMA_NAMESPACE],
  ['xsl', XSLT_NAMESPACE],
]);

export interface ExpandedName {
  readonly uri: string;
  readonly local: string;
}

/**
 * A name that a rule writes in a string, with the prefixes of the schema.
 *
 * @param unprefixed the namespace of a name without prefix
 * @param code of the error when it is no name, or has a prefix that the schema does not declare
 */
export function expandName(c: Run, text: string, unprefixed: string, code: string): ExpandedName {
  const parts = splitQName(text.trim());
  if (parts === undefined) throw new XPathError(code, `not a QName: '${text}'`);
  if (parts.prefix === '') return { uri: unprefixed, local: parts.local };
  const uri = c.namespaces.get(parts.prefix) ?? GIVEN.get(parts.prefix);
  if (uri === undefined) throw new XPathError(code, `no namespace has the prefix '${parts.prefix}'`);
  return { uri, local: parts.local };
}

/** {@link expandName} in Clark notation. */
export function expandToClark(c: Run, text: string, code: string): string {
  const { uri, local } = expandName(c, text, '', code);
  return clark(uri, local);
}
