import { XPATH_JUDGE_TIMEZONE } from '../../../tooling/src/xpath-judge.ts';
import { ExpressionCompiler, type Scope } from '../../src/compile/expression/compiler.js';
import { StaticError, UnsupportedError } from '../../src/compile/expression/errors.js';
import { ModuleWriter } from '../../src/compile/module-writer.js';
import { XPathError } from '../../src/runtime/error.js';
import { runtime } from '../../src/runtime/index.js';
import type { Sequence } from '../../src/runtime/item.js';
import { type KeyDefinition, Run } from '../../src/runtime/run.js';
import { refreshNames } from '../../src/tree/document.js';
import { knownName } from '../../src/tree/names.js';
import { XNode } from '../../src/tree/node.js';
import { readDocument } from '../../src/tree/read.js';
import { XPathSyntaxError } from '../../src/xpath/ast.js';
import { parseExpression } from '../../src/xpath/parse.js';
import { loadModule } from '../support/evaluate.js';
import { KEYS, NAMESPACES } from './documents.js';
import { showItem } from './show.js';

/** What to evaluate, and where. */
export interface Question {
  readonly id: string;
  /** A name among the documents. */
  readonly document: string;
  /** Selects the context node; the document when absent. */
  readonly context?: string;
  readonly expression: string;
}

/** What a compiled expression gives, as the judge writes it; its effective boolean value and its text too. */
export type Answer =
  | { readonly items: readonly string[] }
  | { readonly error: string; readonly phase: 'compile' | 'run'; readonly message: string };

/** The implicit time zone of both: the judge runs in it. */
const NOW = { milliseconds: Date.UTC(2026, 10, 22, 3, 0, 0), offset: XPATH_JUDGE_TIMEZONE };

type Entry = (node: XNode, run: Run) => Sequence;

/** Compiles all expressions into one module, as a pack does, and evaluates each. */
export async function answerAll(
  documents: Readonly<Record<string, string>>,
  questions: readonly Question[],
  options: { readonly optimise?: boolean } = {},
): Promise<ReadonlyMap<string, Answer>> {
  const writer = new ModuleWriter();
  const compiler = new ExpressionCompiler(writer, { optimise: options.optimise ?? true });
  const scope: Scope = { variables: new Map(), namespaces: new Map(Object.entries(NAMESPACES)) };
  const answers = new Map<string, Answer>();
  const identifiers = new Map<string, string>();
  const compile = (text: string): string => {
    const known = identifiers.get(text);
    if (known !== undefined) return known;
    const made = compiler.items(parseExpression(text), { ...scope, source: text });
    identifiers.set(text, made);
    return made;
  };
  for (const { use } of KEYS) compile(use);
  for (const { id, expression, context } of questions) {
    try {
      if (context !== undefined) compile(context);
      compile(expression);
    } catch (error) {
      answers.set(id, failure(error, 'compile'));
    }
  }
  const { text } = writer.render({ exports: new Set(identifiers.values()) });
  const module = (await loadModule(text)).create(runtime, {});
  const entry = (expression: string): Entry => module[identifiers.get(expression) ?? ''] as Entry;
  const keys = KEYS.map(({ name, match, use }): KeyDefinition => {
    const number = knownName('', match);
    return { name: `{}${name}`, matches: (node) => node.name === number, use: entry(use) };
  });
  const trees = new Map(Object.entries(documents).map(([name, xml]) => [name, readDocument(xml, { name })]));
  const names = new Map([...trees].map(([name, document]): [XNode, string] => [document, name]));
  for (const tree of trees.values()) refreshNames(tree);
  const contexts = new Map<string, XNode>();
  for (const { id, document, context, expression } of questions) {
    const tree = trees.get(document);
    if (tree === undefined) throw new RangeError(`no document ${document}`);
    if (answers.has(id)) continue;
    try {
      const run = runOver(tree, document, trees, keys);
      const node = contextOf(tree, context, contexts, `${document} ${context}`, () => entry(context ?? '')(tree, run));
      answers.set(id, { items: entry(expression)(node, run).map((item) => showItem(item, names)) });
    } catch (error) {
      answers.set(id, failure(error, 'run'));
    }
  }
  return answers;
}

function runOver(document: XNode, uri: string, trees: ReadonlyMap<string, XNode>, keys: readonly KeyDefinition[]): Run {
  return new Run({
    document,
    documentUri: uri,
    namespaces: new Map(Object.entries(NAMESPACES)),
    keys,
    now: NOW,
    load: (href) => {
      const found = trees.get(href);
      return found === undefined ? undefined : { document: found, uri: href };
    },
  });
}

function contextOf(
  tree: XNode,
  context: string | undefined,
  known: Map<string, XNode>,
  key: string,
  evaluate: () => Sequence,
): XNode {
  if (context === undefined) return tree;
  const found = known.get(key) ?? evaluate()[0];
  if (!(found instanceof XNode)) throw new TypeError(`${context} selects no node`);
  known.set(key, found);
  return found;
}

function failure(error: unknown, phase: 'compile' | 'run'): Answer {
  if (error instanceof XPathError || error instanceof StaticError || error instanceof XPathSyntaxError) {
    return { error: error.code, phase, message: error.message };
  }
  if (error instanceof UnsupportedError) return { error: 'UNSUPPORTED', phase, message: error.message };
  if (error instanceof RangeError && phase === 'compile') throw error;
  return {
    error: 'CRASH',
    phase,
    message: error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1]}` : String(error),
  };
}
