import { describe, expect, it } from 'vitest';
import { ExpressionCompiler, type Scope } from '../../src/compile/expression/compiler.js';
import { StaticError } from '../../src/compile/expression/errors.js';
import { ModuleWriter } from '../../src/compile/module-writer.js';
import { XPathError } from '../../src/runtime/error.js';
import { runtime } from '../../src/runtime/index.js';
import type { Sequence } from '../../src/runtime/item.js';
import { Run } from '../../src/runtime/run.js';
import { effectiveBooleanValue } from '../../src/runtime/values/boolean-value.js';
import { stringOf } from '../../src/runtime/values/text-value.js';
import { nextInTree, refreshNames } from '../../src/tree/document.js';
import { ELEMENT, type XNode } from '../../src/tree/node.js';
import { readDocument } from '../../src/tree/read.js';
import { parseExpression } from '../../src/xpath/parse.js';
import { loadModule } from '../support/evaluate.js';
import { Draw } from '../xpath/generate.js';
import { NAMESPACES } from './documents.js';
import { randomDocument } from './generate-document.js';
import { ExpressionWriter } from './generate-expression.js';
import { showItem } from './show.js';

type Entry = (node: XNode, run: Run) => unknown;

/** The three functions that an expression may become: its items, its truth, its text. */
interface Forms {
  readonly expression: string;
  readonly items: Entry;
  readonly test: Entry;
  readonly text: Entry;
}

async function compileAll(expressions: readonly string[], optimise: boolean): Promise<Forms[]> {
  const writer = new ModuleWriter();
  const compiler = new ExpressionCompiler(writer, { optimise });
  const scope: Scope = { variables: new Map(), namespaces: new Map(Object.entries(NAMESPACES)) };
  const made: { expression: string; names: readonly string[] }[] = [];
  for (const expression of expressions) {
    try {
      const tree = parseExpression(expression);
      const own = { ...scope, source: expression };
      made.push({ expression, names: [compiler.items(tree, own), compiler.test(tree, own), compiler.text(tree, own)] });
    } catch (error) {
      if (!(error instanceof StaticError)) throw error;
    }
  }
  const { text } = writer.render({ exports: new Set(made.flatMap(({ names }) => names)) });
  const module = (await loadModule(text)).create(runtime, {});
  return made.map(({ expression, names }) => {
    const [items, test, string] = names.map((name) => module[name] as Entry);
    if (items === undefined || test === undefined || string === undefined) throw new Error('not compiled');
    return { expression, items, test, text: string };
  });
}

/** What a function gives, or the code of its error. */
function outcome<T>(evaluate: () => T): { readonly value: T } | { readonly error: string } {
  try {
    return { value: evaluate() };
  } catch (error) {
    if (error instanceof XPathError) return { error: error.code };
    throw error;
  }
}

function elements(document: XNode): XNode[] {
  const all: XNode[] = [document];
  for (let node: XNode | null = document; node !== null; node = nextInTree(node, document)) {
    if (node.kind === ELEMENT) all.push(node);
  }
  return all;
}

describe('the forms of an expression', () => {
  const draw = new Draw(4_711);
  const documents = draw.many(12, 12, () => readDocument(randomDocument(draw)));
  const expressions = Array.from({ length: 1_500 }, (_, seed) => new ExpressionWriter(new Draw(seed)).any(3));
  const names = new Map(documents.map((document, index): [XNode, string] => [document, String(index)]));
  const show = (items: Sequence): string => items.map((item) => showItem(item, names)).join(' ; ');

  it.each([true, false])('agree with each other (optimised: %s)', async (optimise) => {
    const forms = await compileAll(expressions, optimise);
    for (const document of documents) refreshNames(document);
    const different: unknown[] = [];
    for (const { expression, items, test, text } of forms) {
      const document = draw.pick(documents);
      const node = draw.pick(elements(document));
      const run = new Run({ document });
      const whole = outcome(() => items(node, run) as Sequence);
      // A test or a text that needs less than all items may not meet their error.
      if ('error' in whole) continue;
      const truth = outcome(() => effectiveBooleanValue(whole.value));
      const string = outcome(() => whole.value.map(stringOf).join(' '));
      const answers = [outcome(() => test(node, run)), outcome(() => text(node, run))];
      if (JSON.stringify(answers) !== JSON.stringify([truth, string])) {
        different.push({ expression, items: show(whole.value), answers });
      }
    }
    expect(different).toEqual([]);
    expect(forms.length).toBeGreaterThan(1_400);
  });

  it('are the same with short cuts and without', async () => {
    const [quick, plain] = [await compileAll(expressions, true), await compileAll(expressions, false)];
    for (const document of documents) refreshNames(document);
    const byText = new Map(plain.map((each) => [each.expression, each]));
    const different: unknown[] = [];
    for (const { expression, items } of quick) {
      const other = byText.get(expression);
      if (other === undefined) continue;
      for (let i = 0; i < 3; i++) {
        const document = draw.pick(documents);
        const node = draw.pick(elements(document));
        const [a, b] = [items, other.items].map((entry) =>
          outcome(() => show(entry(node, new Run({ document })) as Sequence)),
        );
        // Short cuts may do without what is an error.
        if (a === undefined || b === undefined || 'error' in b) continue;
        if (JSON.stringify(a) !== JSON.stringify(b)) different.push({ expression, a, b });
      }
    }
    expect(different).toEqual([]);
  });
});
