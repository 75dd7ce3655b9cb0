import { compileSchema } from '../../src/compile/pack/compile-schema.js';
import type { CompileOptions } from '../../src/compile/pack/options.js';
import type { CompiledPack } from '../../src/manifest.js';
import type { SchematronVerdict } from '../../src/pack.js';
import { memoryLoader, type SchemaLoader } from '../../src/schema/loader.js';
import { readSchema } from '../../src/schema/read-schema.js';
import { readDocument } from '../../src/tree/read.js';
import { loadPack } from '../../src/validate/load.js';
import type { Pack } from '../../src/validate/pack.js';
import { type ValidateOptions, validate } from '../../src/validate/validate.js';

/** A schema around some content: XSLT 2 binding, prefixes `p` (urn:p) and `xs`. */
export function schemaText(content: string, attributes = ''): string {
  return `<schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" queryBinding="xslt2" ${attributes}>
<ns prefix="p" uri="urn:p"/><ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/><ns prefix="f" uri="urn:f"/>
${content}
</schema>`;
}

/** A pack compiled and loaded, with the loader of its files. */
export interface TestPack {
  readonly compiled: CompiledPack;
  readonly pack: Pack;
  readonly loader: SchemaLoader;
  /** What the pack says of a document. */
  check(xml: string, options?: ValidateOptions): SchematronVerdict;
  /** The same, as lines `location: text`. */
  lines(xml: string, options?: ValidateOptions): readonly string[];
}

/** Compiles the content of a schema; other files are beside it. */
export async function packOf(
  content: string,
  files: Readonly<Record<string, string>> = {},
  options: CompileOptions & { readonly attributes?: string } = {},
): Promise<TestPack> {
  const { attributes = '', ...compile } = options;
  const loader = memoryLoader(new Map(Object.entries({ ...files, 'main.sch': schemaText(content, attributes) })));
  const compiled = compileSchema(readSchema('main.sch', loader), compile);
  const pack = await loadPack(compiled);
  const check = (xml: string, more: ValidateOptions = {}): SchematronVerdict =>
    validate(readDocument(xml), pack, { loader, ...more });
  return {
    compiled,
    pack,
    loader,
    check,
    lines: (xml, more) => check(xml, more).findings.map(({ location, text }) => `${location}: ${text}`),
  };
}
