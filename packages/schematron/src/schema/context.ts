import { OLD_SCHEMATRON, SCHEMATRON, type SchemaElement, XSLT } from './element.js';
import { refuseOldNamespace } from './expand-include.js';
import type { Source } from './model.js';
import type { Namespaces } from './namespaces.js';
import { optional, type Reading, required } from './reading.js';

/** What readers of elements need: the reading, and the namespaces of texts. */
export interface Context {
  readonly reading: Reading;
  readonly namespaces: Namespaces;
}

/** The text of an attribute that must be there. */
export function requiredSource(context: Context, element: SchemaElement, name: string): Source {
  return context.namespaces.source(element, name, required(context.reading, element, name));
}

/** The text of an attribute, when it is there and not empty. */
export function optionalSource(context: Context, element: SchemaElement, name: string): Source | undefined {
  const text = element.attribute(name);
  return text === undefined || text.trim() === '' ? undefined : context.namespaces.source(element, name, text);
}

/** An object without the members that are `undefined`. */
export function defined<T extends object>(members: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** The words of an attribute that lists identifiers. */
export function words(element: SchemaElement, name: string): readonly string[] {
  return optional(element, name)?.split(/\s+/) ?? [];
}

/** The text of a `title`, its white space collapsed. */
export function titleOf(element: SchemaElement): string | undefined {
  for (const child of element.elements()) {
    if (child.is('title')) return child.textContent().replace(/\s+/g, ' ').trim();
  }
  return undefined;
}

/** An element of Schematron, or an XSLT one, that means nothing where it stands. */
export function unexpected(context: Context, element: SchemaElement, parent: SchemaElement): void {
  if (element.uri === XSLT) {
    const message = `<${element.label}> is not supported in <${parent.label}>; take it out`;
    context.reading.fail('schema.unsupported', message, element);
  }
  if (element.uri === OLD_SCHEMATRON) refuseOldNamespace(context.reading, element);
  if (element.uri !== SCHEMATRON) return;
  context.reading.report({
    code: 'element.unknown',
    subject: element.local,
    message: `<${element.local}> has no meaning in <${parent.label}>: left out`,
    place: element.place,
    incomplete: true,
  });
}
