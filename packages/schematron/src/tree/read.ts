import { TreeBuilder } from './builder.js';
import { readCompletely } from './complete-reader.js';
import { decodeDocument } from './decode.js';
import { refuseDoctype } from './doctype.js';
import type { XDocument } from './document.js';
import { DocumentError } from './error.js';
import { readFast } from './fast-reader.js';
import { type DocumentLimits, defaultDocumentLimits } from './limits.js';

/** How a document is read. */
export interface ReadOptions {
  readonly limits?: Partial<DocumentLimits>;
  /** Where it comes from: its `document-uri()`, what relative references in it are relative to. */
  readonly name?: string;
  /** The monotonic clock, in milliseconds, that measures `maxMillis`. */
  readonly now?: () => number;
}

/**
 * Reads a document into a tree of the XPath data model: comments and instructions kept, texts maximal, white space kept, attribute
 * values and line ends normalised, namespaces resolved. No DOCTYPE, hence no entity but the five predefined ones.
 *
 * Throws {@link DocumentError}: 'document.malformed', 'document.doctype', 'document.encoding', 'document.tooLarge',
 * 'document.tooDeep', 'document.tooMany', 'document.tooSlow'.
 */
export function readDocument(input: string | Uint8Array, options: ReadOptions = {}): XDocument {
  return readWith(input, options, true);
}

/** The complete reader alone, without the fast one that goes before it: they make the same tree. */
export function readDocumentCompletely(input: string | Uint8Array, options: ReadOptions = {}): XDocument {
  return readWith(input, options, false);
}

function readWith(input: string | Uint8Array, options: ReadOptions, fast: boolean): XDocument {
  const limits: DocumentLimits = { ...defaultDocumentLimits, ...definedOnly(options.limits ?? {}) };
  const size = typeof input === 'string' ? input.length : input.byteLength;
  if (size > limits.maxBytes) {
    throw new DocumentError('document.tooLarge', `The document is larger than ${limits.maxBytes} bytes.`);
  }
  const now = options.now ?? (() => performance.now());
  const deadline = now() + limits.maxMillis;
  const checkTime = () => {
    if (now() <= deadline) return;
    throw new DocumentError('document.tooSlow', `Reading the document took longer than ${limits.maxMillis} ms.`);
  };
  const { source, start } = decodeDocument(input);
  refuseDoctype(source);
  if (fast) {
    const builder = new TreeBuilder(source, limits);
    if (readFast(builder, source, start, limits, checkTime)) return builder.finish(options.name);
  }
  const builder = new TreeBuilder(source, limits);
  readCompletely(builder, source, limits, checkTime);
  return builder.finish(options.name);
}

function definedOnly(limits: Partial<DocumentLimits>): Partial<DocumentLimits> {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}
