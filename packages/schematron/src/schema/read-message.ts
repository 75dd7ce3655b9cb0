import { type Context, optionalSource, requiredSource } from './context.js';
import { SCHEMATRON, SchemaElement, XSLT } from './element.js';
import type { MessagePart } from './model.js';

/**
 * The message of a check, a diagnostic or a property (ISO/IEC 19757-3 §5.4.1, §5.4.15): characters, `value-of` and `name`; `emph`,
 * `dir`, `span` and elements of other vocabularies give what they hold. White space is kept as written.
 */
export function readMessage(context: Context, element: SchemaElement): readonly MessagePart[] {
  const parts: MessagePart[] = [];
  addParts(context, element, parts);
  return parts;
}

function addParts(context: Context, element: SchemaElement, parts: MessagePart[]): void {
  for (const child of element.children) {
    if (!(child instanceof SchemaElement)) addText(parts, child.text);
    else if (child.is('value-of')) parts.push({ kind: 'valueOf', select: requiredSource(context, child, 'select') });
    else if (child.is('name')) {
      const path = optionalSource(context, child, 'path');
      parts.push(path === undefined ? { kind: 'name' } : { kind: 'name', path });
    } else if (child.uri === XSLT) {
      const message = `<${child.label}> is not supported in <${element.label}>; use <value-of>`;
      context.reading.fail('schema.unsupported', message, child);
    } else if (child.uri !== SCHEMATRON || inline.has(child.local)) addParts(context, child, parts);
    else {
      context.reading.report({
        code: 'element.unknown',
        subject: child.local,
        message: `<${child.local}> has no meaning in a message: left out`,
        place: child.place,
        incomplete: false,
      });
    }
  }
}

const inline = new Set(['emph', 'dir', 'span']);

function addText(parts: MessagePart[], text: string): void {
  const last = parts.at(-1);
  if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + text };
  else if (text !== '') parts.push({ kind: 'text', text });
}
