import { type Context, defined, optionalSource } from './context.js';
import { SchemaElement } from './element.js';
import type { Let } from './model.js';
import { optional, required } from './reading.js';

const qname = /^[\p{L}_][\p{L}\p{N}_.·-]*(?::[\p{L}_][\p{L}\p{N}_.·-]*)?$/u;

/** A variable (ISO/IEC 19757-3 §5.4.5). Spaces around its name are dropped and said: XSLT drops them too. */
export function readLet(context: Context, element: SchemaElement): Let {
  const { reading } = context;
  const written = required(reading, element, 'name');
  const name = written.trim();
  if (!qname.test(name)) {
    reading.fail(
      'schema.attribute',
      `"${name}" is not a name; write letters, digits, "-", "_" or "."`,
      element,
      'name',
    );
  }
  if (name !== written) {
    reading.report({
      code: 'let.name',
      subject: name,
      message: `the name of the variable is written with spaces around it ("${written}"): read without them`,
      place: element.attributePlace('name'),
      incomplete: false,
    });
  }
  const value = optionalSource(context, element, 'value');
  return defined({
    kind: 'let' as const,
    name,
    value,
    content: value === undefined ? contentOf(context, element) : undefined,
    as: optional(element, 'as'),
    place: element.place,
  });
}

function contentOf(context: Context, element: SchemaElement): string {
  const inner = element.children.find((each) => each instanceof SchemaElement);
  if (inner instanceof SchemaElement) {
    const message = `a variable whose value is a tree (<${inner.label}>) is not supported; give it a \`value\``;
    context.reading.fail('schema.unsupported', message, inner);
  }
  return element.textContent();
}
