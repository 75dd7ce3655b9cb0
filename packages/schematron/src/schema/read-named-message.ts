import { type Context, defined, unexpected } from './context.js';
import type { SchemaElement } from './element.js';
import type { NamedMessage, RuleItem, SchemaPattern } from './model.js';
import { readMessage } from './read-message.js';
import { optional, required } from './reading.js';

/** The `diagnostic` elements, or the `property` ones, by id (ISO/IEC 19757-3 §5.4.2, §5.4.13). */
export function readNamedMessages(
  context: Context,
  schema: SchemaElement,
  group: 'diagnostics' | 'properties',
  local: 'diagnostic' | 'property',
): ReadonlyMap<string, NamedMessage> {
  const found = new Map<string, NamedMessage>();
  const visit = (element: SchemaElement): void => {
    for (const child of element.elements()) {
      if (child.is(group)) visit(child);
      else if (child.is(local)) add(context, found, child);
      else unexpected(context, child, element);
    }
  };
  for (const child of schema.elements()) if (child.is(group)) visit(child);
  return found;
}

function add(context: Context, found: Map<string, NamedMessage>, element: SchemaElement): void {
  const id = required(context.reading, element, 'id').trim();
  if (found.has(id)) {
    context.reading.report({
      code: 'id.duplicate',
      subject: id,
      message: `two <${element.local}> have the id "${id}": the first is used`,
      place: element.attributePlace('id'),
      incomplete: false,
    });
    return;
  }
  const message = defined({
    id,
    message: readMessage(context, element),
    role: optional(element, 'role'),
    lang: optional(element, 'xml:lang'),
    place: element.place,
  });
  found.set(id, message);
}

/** Says which diagnostics and properties checks refer to and the schema does not have: their text is lost, no verdict is. */
export function sayUnknownMessages(
  context: Context,
  patterns: readonly SchemaPattern[],
  diagnostics: ReadonlyMap<string, NamedMessage>,
  properties: ReadonlyMap<string, NamedMessage>,
): void {
  const seen = new Set<readonly RuleItem[]>();
  const visit = (items: readonly RuleItem[]): void => {
    if (seen.has(items)) return;
    seen.add(items);
    for (const item of items) {
      if (item.kind === 'extends') visit(item.body);
      else if (item.kind !== 'let') {
        for (const id of item.diagnostics) if (!diagnostics.has(id)) say('diagnostic', id, item.place);
        for (const id of item.properties) if (!properties.has(id)) say('property', id, item.place);
      }
    }
  };
  const say = (kind: string, id: string, place: NamedMessage['place']): void => {
    const message = `a check refers to the ${kind} "${id}", which does not exist: it is left out of the finding`;
    context.reading.report({ code: `${kind}.missing`, subject: id, message, place, incomplete: false });
  };
  for (const { rules } of patterns) for (const { items } of rules) visit(items);
}
