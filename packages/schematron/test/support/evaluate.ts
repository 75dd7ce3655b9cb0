import { ExpressionCompiler, type Scope } from '../../src/compile/expression/compiler.js';
import type { Variable } from '../../src/compile/expression/compiling.js';
import { ModuleWriter } from '../../src/compile/module-writer.js';
import { ANYTHING, type StaticType } from '../../src/compile/static-type.js';
import { runtime } from '../../src/runtime/index.js';
import type { Sequence } from '../../src/runtime/item.js';
import { Run, type RunOptions } from '../../src/runtime/run.js';
import { refreshNames } from '../../src/tree/document.js';
import { XNode } from '../../src/tree/node.js';
import { readDocument } from '../../src/tree/read.js';
import type { Expr } from '../../src/xpath/ast.js';
import { parseExpression } from '../../src/xpath/parse.js';

export interface EvaluateOptions {
  /** Values of `$name`, as sequences of a type that the compiler does not know. */
  readonly variables?: Readonly<Record<string, Sequence>>;
  readonly namespaces?: Readonly<Record<string, string>>;
  /** Leads from the document to the context node; the document itself when absent. */
  readonly contextPath?: string;
  /** What the compiler is told of the context node; some node of the document, when absent. */
  readonly context?: StaticType;
  /** False: no short cut is taken. */
  readonly optimise?: boolean;
  /** What `doc()` and `document()` find. */
  readonly documents?: Readonly<Record<string, string>>;
  readonly run?: Omit<RunOptions, 'document'>;
}

interface Generated {
  readonly create: (r: typeof runtime, common: unknown) => Record<string, unknown>;
}

/** Loads the text of a generated module. */
export async function loadModule(text: string): Promise<Generated> {
  return (await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)) as Generated;
}

/** An expression made ready: its module, and what it gives for a node. */
export interface Evaluator {
  readonly text: string;
  readonly items: (node: XNode, run: Run) => Sequence;
  readonly test: (node: XNode, run: Run) => boolean;
  readonly string: (node: XNode, run: Run) => string;
  readonly reset: () => void;
}

type Entry<T> = (node: XNode, run: Run) => T;

/** Compiles an expression to a module, and loads it. */
export async function compiled(xpath: string | Expr, options: EvaluateOptions = {}): Promise<Evaluator> {
  const writer = new ModuleWriter();
  const compiler = new ExpressionCompiler(writer, { optimise: options.optimise ?? true });
  const variables = new Map<string, Variable>();
  const values: Record<string, Sequence> = {};
  for (const [name, value] of Object.entries(options.variables ?? {})) {
    const id = writer.define({
      hint: `given_${name}`,
      params: ['c'],
      body: `return c.given[${writer.literal(name)}];`,
    });
    variables.set(`{}${name}`, { id, of: 'run', type: ANYTHING, form: 'sequence' });
    values[name] = value;
  }
  const scope: Scope = {
    variables,
    namespaces: new Map(Object.entries(options.namespaces ?? {})),
    ...(options.context === undefined ? {} : { context: options.context }),
  };
  const expr = typeof xpath === 'string' ? parseExpression(xpath) : xpath;
  const whole = typeof xpath === 'string' ? { ...scope, source: xpath } : scope;
  const names = [compiler.items(expr, whole)];
  for (const kind of ['test', 'text'] as const) {
    names.push(compiler[kind](expr, whole));
  }
  const { text } = writer.render({ exports: names });
  const module = (await loadModule(text)).create(runtime, {});
  const [items, test, string] = names.map((name) => module[name]);
  return {
    text,
    items: items as Entry<Sequence>,
    test: test as Entry<boolean>,
    string: string as Entry<string>,
    reset: module['reset'] as () => void,
  };
}

/** A run over a document, with what the options say. */
export function runOver(document: XNode, options: EvaluateOptions = {}): Run {
  const documents = new Map<string, XNode>();
  const run = new Run({
    document,
    namespaces: new Map(Object.entries(options.namespaces ?? {})),
    load: (href) => {
      const text = options.documents?.[href];
      if (text === undefined) return undefined;
      const known = documents.get(href) ?? readDocument(text);
      documents.set(href, known);
      refreshNames(known);
      return { document: known, uri: href };
    },
    ...options.run,
  });
  return Object.assign(run, { given: options.variables ?? {} });
}

/** The node that a path leads to. */
async function contextOf(document: XNode, options: EvaluateOptions): Promise<XNode> {
  if (options.contextPath === undefined) return document;
  const { namespaces } = options;
  const path = await compiled(options.contextPath, {
    optimise: false,
    ...(namespaces === undefined ? {} : { namespaces }),
  });
  refreshNames(document);
  const [node] = path.items(document, runOver(document, options));
  if (!(node instanceof XNode)) throw new TypeError(`${options.contextPath} leads to no node`);
  return node;
}

/** Evaluates an expression on a document. */
export async function evaluate(xpath: string, xml: string, options: EvaluateOptions = {}): Promise<Sequence> {
  const document = readDocument(xml);
  const { items } = await compiled(xpath, options);
  const node = await contextOf(document, options);
  refreshNames(document);
  return items(node, runOver(document, options));
}

/** The effective boolean value of an expression on a document. */
export async function evaluateTest(xpath: string, xml: string, options: EvaluateOptions = {}): Promise<boolean> {
  const document = readDocument(xml);
  const { test } = await compiled(xpath, options);
  const node = await contextOf(document, options);
  refreshNames(document);
  return test(node, runOver(document, options));
}

/** The text that `value-of` would write. */
export async function evaluateText(xpath: string, xml: string, options: EvaluateOptions = {}): Promise<string> {
  const document = readDocument(xml);
  const { string } = await compiled(xpath, options);
  const node = await contextOf(document, options);
  refreshNames(document);
  return string(node, runOver(document, options));
}
