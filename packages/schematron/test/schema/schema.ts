import { memoryLoader, type SchemaLoader } from '../../src/schema/loader.js';
import type { Check, Deviation, Extension, RuleItem, Schema, SchemaPattern } from '../../src/schema/model.js';
import type { SchemaOptions } from '../../src/schema/options.js';
import { readSchema } from '../../src/schema/read-schema.js';

export const ISO = 'http://purl.oclc.org/dsdl/schematron';

/** A schema around what a test says. */
export function schemaText(content: string, attributes = 'queryBinding="xslt2"'): string {
  return `<schema xmlns="${ISO}" ${attributes}>\n${content}\n</schema>`;
}

/** A file of a fragment: the element is given its namespace. */
export function fragment(text: string): string {
  return text.replace(/^<([\w:]+)/, `<$1 xmlns="${ISO}"`);
}

/** Reads what a test says inside `schema`, with other files beside it. */
export function read(
  content: string,
  files: Readonly<Record<string, string>> = {},
  options: SchemaOptions & { readonly attributes?: string } = {},
): Schema {
  const { attributes, ...others } = options;
  return readSchema('main.sch', loaderOf(content, files, attributes), others);
}

export function loaderOf(
  content: string,
  files: Readonly<Record<string, string>> = {},
  attributes?: string,
): SchemaLoader {
  return memoryLoader({ 'main.sch': schemaText(content, attributes), ...files });
}

/** The pattern of a key. */
export function patternOf(schema: Schema, key: string): SchemaPattern {
  const found = schema.patterns.find((each) => each.key === key);
  if (found === undefined) throw new Error(`no pattern ${key}: ${schema.patterns.map((each) => each.key).join(', ')}`);
  return found;
}

/** An item of a rule, by their ranks. */
export function itemOf(schema: Schema, pattern: number, rule: number, item: number): RuleItem {
  const found = schema.patterns[pattern]?.rules[rule]?.items[item];
  if (found === undefined) throw new Error(`no item ${item} in rule ${rule} of pattern ${pattern}`);
  return found;
}

/** What a rule takes from abstract rules. */
export function bodyOf(schema: Schema, pattern: number, rule: number, item = 0): readonly RuleItem[] {
  return (itemOf(schema, pattern, rule, item) as Extension).body;
}

/** The test of a check. */
export function testOf(schema: Schema, pattern: number, rule: number, item = 0): string {
  return (itemOf(schema, pattern, rule, item) as Check).test.text;
}

/** The deviations of a code. */
export function deviationsOf(schema: Schema, code: string): readonly Deviation[] {
  return schema.deviations.filter((each) => each.code === code);
}

/** The error that a reading throws. */
export function errorOf(body: () => unknown): unknown {
  try {
    body();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
