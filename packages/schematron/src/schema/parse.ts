import { decodeDocument } from '../tree/decode.js';
import { DocumentError } from '../tree/error.js';
import { ELEMENT, TEXT, type XNode } from '../tree/node.js';
import { readDocument } from '../tree/read.js';
import { type SchemaContent, SchemaElement } from './element.js';
import { SchemaError, type SchemaErrorCode } from './error.js';
import type { Budget } from './limits.js';
import { SourceFile } from './source-file.js';

/**
 * The text of a file (XML 1.0 appendix F).
 * @throws SchemaError `schema.encoding`
 */
export function decodeSchemaFile(bytes: string | Uint8Array, name: string): string {
  try {
    return decodeDocument(bytes).source;
  } catch (error) {
    throw refused(error, name);
  }
}

/**
 * The root element of a file. Comments and processing instructions are left out. A DOCTYPE is refused.
 * @throws SchemaError `schema.xml`, `schema.encoding`, `schema.limit`
 */
export function parseSchemaFile(index: number, name: string, text: string, budget: Budget): SchemaElement {
  const file = new SourceFile(index, name, text);
  try {
    const document = readDocument(text, { name, limits: { maxDepth: budget.limits.elementDepth } });
    for (let node = document.first; node !== null; node = node.next) {
      if (node.kind === ELEMENT) return elementOf(node, file);
    }
  } catch (error) {
    throw refused(error, name);
  }
  throw new SchemaError('schema.xml', 'no element', file.position(0));
}

function elementOf(node: XNode, file: SourceFile): SchemaElement {
  const children: SchemaContent[] = [];
  for (let child = node.first; child !== null; child = child.next) {
    if (child.kind === ELEMENT) children.push(elementOf(child, file));
    // Two texts with a comment between them are one for a reader of messages.
    else if (child.kind === TEXT) children.push({ text: child.value });
  }
  const attributes = new Map<string, string>();
  for (const { qname, value } of node.attributes) {
    if (qname !== null) attributes.set(qname.prefix === '' ? qname.local : `${qname.prefix}:${qname.local}`, value);
  }
  return new SchemaElement(
    node.qname?.uri ?? '',
    node.qname?.local ?? '',
    attributes,
    children,
    node.scope ?? new Map(),
    file,
    node.offset,
  );
}

/** The reader's refusal, told as one of a schema. */
function refused(error: unknown, file: string): unknown {
  if (!(error instanceof DocumentError)) return error;
  const code = codes[error.code] ?? 'schema.limit';
  const position = { file, line: error.line ?? 1, column: error.column ?? 1 };
  return new SchemaError(code, `${error.message} ${advice[code] ?? ''}`.trim(), position, error);
}

const codes: Readonly<Record<string, SchemaErrorCode>> = {
  'document.malformed': 'schema.xml',
  'document.doctype': 'schema.xml',
  'document.encoding': 'schema.encoding',
};

const advice: Readonly<Record<string, string>> = {
  'schema.xml': 'Correct the XML of the file, and keep its entities out.',
  'schema.encoding': 'Save the file in UTF-8.',
};
