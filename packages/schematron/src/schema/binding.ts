import type { SchemaElement } from './element.js';
import { optional, type Reading } from './reading.js';

const bindings: Readonly<Record<string, string>> = {
  xslt2: 'xslt2',
  xpath2: 'xpath2',
  xslt: 'xslt',
  xslt1: 'xslt',
  xpath: 'xslt',
  xpath1: 'xslt',
  xslt3: 'xslt3',
  xpath3: 'xslt3',
  xpath31: 'xslt3',
};

const notes: Readonly<Record<string, string>> = {
  xslt: 'the query language is that of XSLT 1.0: run with the rules of XPath 2.0, which differ on comparisons and types',
  xslt3: 'the query language is that of XSLT 3.0: run with XPath 2.0, and what XPath 3 adds is refused where it is met',
};

/**
 * The query language binding (ISO/IEC 19757-3 §6.4), in small letters; `xslt` when there is none.
 * @throws SchemaError `schema.binding`
 */
export function bindingOf(schema: SchemaElement, reading: Reading): string {
  const written = optional(schema, 'queryBinding') ?? 'xslt';
  const binding = bindings[written.toLowerCase()];
  if (binding === undefined) {
    const message = `the query language "${written}" is not supported; rules are XPath 2.0: write queryBinding="xslt2"`;
    reading.fail('schema.binding', message, schema, 'queryBinding');
  }
  const note = notes[binding];
  if (note !== undefined) {
    reading.report({
      code: `binding.${binding}`,
      subject: written,
      message: note,
      place: schema.attributePlace('queryBinding'),
      incomplete: false,
    });
  }
  return binding;
}
