import { ELEMENT, type XNode } from '../../tree/node.js';
import { XPathError } from '../error.js';
import { type Sequence, XUri } from '../item.js';
import { type FunctionSpec, implement } from '../signatures.js';
import { XQName } from '../values/qname.js';
import { XString } from '../values/strings.js';
import { EMPTY, node, text } from './arguments.js';
import { inScopePrefixes, makeQName, namespaceForPrefix, resolveQName } from './names.js';

function element(argument: Sequence): XNode {
  const found = node(argument);
  if (found.kind !== ELEMENT) throw new XPathError('XPTY0004', 'an element was wanted');
  return found;
}

/** A function of one QName, or of the empty sequence, which it gives back. */
function ofQName(name: string, of: (value: XQName) => Sequence): FunctionSpec {
  return implement(name, (_, argument = EMPTY) => {
    const value = argument[0];
    return value instanceof XQName ? of(value) : EMPTY;
  });
}

/** Functions and Operators §11. */
export const qnameFunctions: readonly FunctionSpec[] = [
  implement('resolve-QName', (_, name = EMPTY, scope = EMPTY) =>
    name.length === 0 ? EMPTY : [resolveQName(text(name), element(scope))],
  ),
  implement('QName', (_, uri = EMPTY, name = EMPTY) => [makeQName(text(uri), text(name))]),
  ofQName('prefix-from-QName', (name) => (name.prefix === '' ? EMPTY : [new XString(name.prefix, 'NCName')])),
  ofQName('local-name-from-QName', (name) => [new XString(name.local, 'NCName')]),
  ofQName('namespace-uri-from-QName', (name) => [new XUri(name.uri)]),
  implement('namespace-uri-for-prefix', (_, prefix = EMPTY, scope = EMPTY) => {
    const uri = namespaceForPrefix(element(scope), text(prefix));
    return uri === undefined || uri === '' ? EMPTY : [new XUri(uri)];
  }),
  implement('in-scope-prefixes', (_, scope = EMPTY) => inScopePrefixes(element(scope))),
];
