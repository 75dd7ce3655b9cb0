import { XPathError } from '../error.js';
import { XUri } from '../item.js';
import { type FunctionSpec, implement } from '../signatures.js';
import { EMPTY, text } from './arguments.js';
import { encodeForUri, escapeHtmlUri, iriToUri, resolveUri } from './uris.js';

/** Functions and Operators §7.4.10 to §7.4.12 and §8, `static-base-uri`. */
export const uriFunctions: readonly FunctionSpec[] = [
  implement('encode-for-uri', (_, value = EMPTY) => [encodeForUri(text(value))]),
  implement('iri-to-uri', (_, value = EMPTY) => [iriToUri(text(value))]),
  implement('escape-html-uri', (_, value = EMPTY) => [escapeHtmlUri(text(value))]),
  implement('resolve-uri', (c, relative = EMPTY, base) => {
    if (relative.length === 0) return EMPTY;
    const against = base === undefined ? c.baseUri : text(base);
    if (against === undefined) throw new XPathError('FONS0005', 'the schema came without a base URI');
    return [new XUri(resolveUri(text(relative), against))];
  }),
  implement('static-base-uri', (c) => (c.baseUri === undefined ? EMPTY : [new XUri(c.baseUri)])),
];
