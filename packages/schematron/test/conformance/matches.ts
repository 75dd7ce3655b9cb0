import { CompileError, compileSchema, readSchema, type Schema } from '../../src/compile.js';
import { loadPack, location, memoryLoader, readDocument, validate } from '../../src/index.js';
import type { Item } from '../../src/runtime/item.js';
import { nextInTree } from '../../src/tree/document.js';
import type { XNode } from '../../src/tree/node.js';
import { NAMESPACES } from './documents.js';
import { showItem } from './show.js';

/** The locations of the nodes that each pattern matches in each document, or the code of what went wrong. */
export type Matches = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/**
 * Compiles a schema with one pattern for each context, and validates the documents with it. Contexts that cannot be compiled are left
 * out: `refused` has their ranks.
 */
export async function matchAll(
  documents: Readonly<Record<string, string>>,
  contexts: readonly string[],
): Promise<{ readonly found: Matches; readonly faults: readonly string[]; readonly refused: ReadonlySet<number> }> {
  const refused = refusedOf(contexts);
  const pack = await loadPack(compileSchema(schemaOf(contexts, refused)));
  const found = new Map<string, Map<string, string[]>>();
  const faults: string[] = [];
  for (const [name, xml] of Object.entries(documents)) {
    const verdict = validate(readDocument(xml, { name }), pack);
    const byPattern = new Map<string, string[]>(contexts.map((_, index) => [`c${index}`, []]));
    for (const { pattern, location: at } of verdict.findings) byPattern.get(pattern)?.push(at);
    for (const { pattern, code, message } of verdict.faults) faults.push(`${pattern} ${code} ${message}`);
    found.set(name, byPattern);
  }
  return { found, faults, refused };
}

function refusedOf(contexts: readonly string[]): ReadonlySet<number> {
  try {
    compileSchema(schemaOf(contexts, new Set()));
    return new Set();
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    return new Set(error.issues.map(({ place }) => place.line - 2));
  }
}

/** One line for each context, from the second. */
function schemaOf(contexts: readonly string[], left: ReadonlySet<number>): Schema {
  const { xsl, ...namespaces } = NAMESPACES;
  const declared = Object.entries(namespaces).map(([prefix, uri]) => `<ns prefix="${prefix}" uri="${uri}"/>`);
  const patterns = contexts.map((context, index) =>
    left.has(index)
      ? ''
      : `<pattern id="c${index}"><rule context="${escaped(context)}"><report test="true()">found</report></rule></pattern>`,
  );
  const head = `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">${declared.join('')}`;
  const text = [head, ...patterns, '</schema>'].join('\n');
  return readSchema('main.sch', memoryLoader({ 'main.sch': text }));
}

/** Where the nodes stand that the judge names by path: the locations that findings have. */
export function locationsByPath(name: string, xml: string): ReadonlyMap<string, string> {
  const document = readDocument(xml, { name });
  const names = new Map<XNode, string>([[document, name]]);
  const all = new Map<string, string>();
  const add = (node: XNode): void => {
    all.set(showItem(node as Item, names), location(node));
  };
  for (let node: XNode | null = document; node !== null; node = nextInTree(node, document)) {
    add(node);
    node.attributes.forEach(add);
  }
  return all;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
