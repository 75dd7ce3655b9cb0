import { FUNCTIONS } from '../../src/runtime/functions.js';
import type { Item, Sequence } from '../../src/runtime/item.js';
import { Run, type RunOptions } from '../../src/runtime/run.js';
import { acceptsArity } from '../../src/runtime/signatures.js';
import { convertArgument } from '../../src/runtime/values/convert.js';
import { XInteger } from '../../src/runtime/values/integer.js';
import { stringOf } from '../../src/runtime/values/text-value.js';
import { nextInTree } from '../../src/tree/document.js';
import { ELEMENT, type XNode } from '../../src/tree/node.js';
import { readDocument } from '../../src/tree/read.js';

/** A document of each kind of node, of prefixes that change and of languages. */
export const SAMPLE = `<?pi top?><!--head--><r xmlns="urn:d" xmlns:p="urn:p" xml:lang="fr-FR" xml:base="http://ex.org/base/">
 <p:a x="1" p:y="é 2">alpha</p:a><b xmlns="" id="i1" xml:id="x1">  b  <c xml:base="sub/">deux</c> mixed</b>
 <d xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/><e xmlns:p="urn:q" ref="p:z" xml:lang="EN" xml:id=" x2 "><p:f/></e><?go now?><!-- c --><n>1</n><n>2</n><n>2</n></r>`;

export const SAMPLE_NAME = 'file:///judge/sample.xml';

/** A run over a text, at a fixed time. */
export function runOf(xml: string = SAMPLE, options: Partial<RunOptions> = {}): Run {
  return new Run({
    document: readDocument(xml, { name: SAMPLE_NAME }),
    now: { milliseconds: Date.UTC(2026, 0, 2, 3, 4, 5), offset: 60 },
    baseUri: 'file:///judge/main.xsl',
    ...options,
  });
}

/** All nodes of a document, attributes too, in order. */
export function allNodes(document: XNode): XNode[] {
  const nodes: XNode[] = [];
  for (let node: XNode | null = document; node !== null; node = nextInTree(node, document)) {
    nodes.push(node);
    if (node.kind === ELEMENT) nodes.push(...node.attributes);
  }
  return nodes;
}

/** The first element with this local name. */
export function element(c: Run, local: string): XNode {
  const found = allNodes(c.document).find((node) => node.kind === ELEMENT && node.qname?.local === local);
  if (found === undefined) throw new Error(`no element ${local}`);
  return found;
}

/** Calls a function as compiled rules do: arity checked, arguments converted. */
export function call(c: Run, name: string, ...given: readonly (Sequence | Item)[]): Sequence {
  const spec = FUNCTIONS.get(name);
  if (spec === undefined || !acceptsArity(spec, given.length)) throw new Error(`no function ${name}#${given.length}`);
  const last = spec.parameters.length - 1;
  const converted = given.map((argument, index) => {
    const items = Array.isArray(argument) ? (argument as Sequence) : [argument as Item];
    return convertArgument(items, spec.parameters[Math.min(index, last)] ?? 'item()*', `an argument of ${name}`);
  });
  return spec.call(c, ...converted);
}

/** What a call gives, as texts. */
export function texts(c: Run, name: string, ...given: readonly (Sequence | Item)[]): string[] {
  return call(c, name, ...given).map(stringOf);
}

/** The code of the error that something throws. */
export function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return 'no error';
}

export const int = (value: number): XInteger => XInteger.of(value);
