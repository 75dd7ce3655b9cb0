import type { Context } from './context.js';
import { SCHEMATRON, type SchemaElement, XSLT } from './element.js';
import type { Key } from './model.js';
import { type Reading, required } from './reading.js';

/**
 * A key: `xsl:key`, or `key` of Schematron itself, whose `path` is an old name of `use` (ISO/IEC 19757-3 annex C leaves it to XSLT).
 * @throws SchemaError `schema.unsupported` for a collation, or a key whose `use` is its content
 */
export function readKey(context: Context, element: SchemaElement): Key | undefined {
  if (element.uri !== XSLT && element.uri !== SCHEMATRON) return undefined;
  const { reading, namespaces } = context;
  refuseContent(reading, element);
  const name = required(reading, element, 'name').trim();
  const use = element.uri === SCHEMATRON && element.attribute('use') === undefined ? 'path' : 'use';
  const source = (attribute: string) => {
    const text = required(reading, element, attribute);
    return element.uri === XSLT
      ? namespaces.xsltSource(element, attribute, text)
      : namespaces.source(element, attribute, text);
  };
  return { name, match: source('match'), use: source(use), place: element.place };
}

function refuseContent(reading: Reading, element: SchemaElement): void {
  if (element.attribute('collation') !== undefined) {
    reading.fail('schema.unsupported', 'a key with a collation is not supported; compare by codepoints', element);
  }
  if (element.children.some((child) => !('text' in child) || child.text.trim() !== '')) {
    reading.fail('schema.unsupported', 'a key whose value is its content is not supported; write `use`', element);
  }
}
