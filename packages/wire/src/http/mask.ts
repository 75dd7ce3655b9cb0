import { redact } from '@socle-sante/core/redact';
import { parseXml } from '../xml/parse.js';
import type { XmlElement } from '../xml/tree.js';

const HIDDEN = '•••';

/** Names whose values are technical: they tell which message it is and what became of it, never about whom. */
const technical = new Set([
  'Action',
  'MessageID',
  'RelatesTo',
  'To',
  'Temps',
  'IssueInstant',
  'Version',
  'Nature',
  'Algorithm',
  'Format',
  'CodeCR',
  'LibelleCR',
  'OID',
  'Value',
  'Code',
  'code',
  'severite',
  'messageID',
  'lang',
]);

/**
 * A message with its structure and without its content: every text and attribute value is hidden, except those of the
 * technical names and of `visible`. What is not XML is only counted. Denying by default: a field added tomorrow is hidden.
 */
export function maskXml(body: Uint8Array, visible: readonly string[] = []): string {
  if (body.length === 0) return '';
  let root: XmlElement;
  try {
    root = parseXml(body, { maxBytes: 8 * 1_048_576 });
  } catch {
    return `[${body.length} octets, not XML]`;
  }
  // Redaction works on form: a second net under what is shown on purpose.
  return redact(write(root, new Set([...technical, ...visible])));
}

function write(element: XmlElement, shown: ReadonlySet<string>): string {
  const tag = element.prefix === '' ? element.local : `${element.prefix}:${element.local}`;
  const attributes = element.attributes
    .map((item) => ` ${item.local}="${shown.has(item.local) ? escapeShown(item.value) : HIDDEN}"`)
    .join('');
  const children = element.children
    .map((node) => {
      if (typeof node !== 'string') return write(node, shown);
      if (node.trim() === '') return '';
      return shown.has(element.local) ? escapeShown(node.trim()) : HIDDEN;
    })
    .join('');
  return `<${tag}${attributes}>${children}</${tag}>`;
}

function escapeShown(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
