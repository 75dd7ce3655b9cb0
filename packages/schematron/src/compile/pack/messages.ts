import type { MessagePart, Place, Source } from '../../schema/model.js';
import type { Expressions, Scope } from './expressions.js';

/** JavaScript for the text of a message: a literal, or the name of a function `(n, c) => string`. */
export function messageCode(
  parts: readonly MessagePart[],
  scope: Scope,
  expressions: Expressions,
  place: Place,
  namespaces: ReadonlyMap<string, string>,
): string {
  const { writer } = expressions;
  const pieces = parts.map((part): string => {
    if (part.kind === 'text') return writer.literal(part.text);
    const source = part.kind === 'valueOf' ? part.select : nameSource(part.path, place, namespaces);
    return `${expressions.text(source, scope)}(n, c)`;
  });
  if (parts.every(({ kind }) => kind === 'text')) {
    const text = parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
    return writer.literal(text.replace(/[ \t\r\n]+/g, ' ').trim());
  }
  return writer.define({ hint: 'message', params: ['n', 'c'], body: `return ${pieces.join(' + ')};`, place });
}

/** What a message says whatever the document: `…` for each value and name. */
export function messageTemplate(parts: readonly MessagePart[]): string {
  const text = parts.map((part) => (part.kind === 'text' ? part.text : '…')).join('');
  return text.replace(/[ \t\r\n]+/g, ' ').trim();
}

/** `name`: what the function of that name gives (ISO/IEC 19757-3 §5.4.7). */
function nameSource(path: Source | undefined, place: Place, namespaces: ReadonlyMap<string, string>): Source {
  return path === undefined ? { text: 'name()', place, namespaces } : { ...path, text: `name(${path.text})` };
}
