import { describe, expect, it } from 'vitest';
import { ExpressionCompiler, type Scope } from '../../src/compile/expression/compiler.js';
import type { Variable } from '../../src/compile/expression/compiling.js';
import { StaticError } from '../../src/compile/expression/errors.js';
import { ModuleWriter } from '../../src/compile/module-writer.js';
import { Kind, one } from '../../src/compile/static-type.js';
import { XPathError } from '../../src/runtime/error.js';
import { runtime } from '../../src/runtime/index.js';
import type { Run } from '../../src/runtime/run.js';
import type { Instruction, Source, XsltFunction } from '../../src/schema/model.js';
import { refreshNames } from '../../src/tree/document.js';
import type { XNode } from '../../src/tree/node.js';
import { readDocument } from '../../src/tree/read.js';
import { parseExpression } from '../../src/xpath/parse.js';
import { loadModule, runOver } from '../support/evaluate.js';

const NAMESPACES = new Map([['my', 'urn:my']]);
const PLACE = { file: 0, line: 1, column: 1 };

/** A rule in small: variables one after the other, and a test. */
class SmallRule {
  readonly writer = new ModuleWriter();
  readonly compiler: ExpressionCompiler;
  readonly #variables = new Map<string, Variable>();

  constructor(readonly optimise = true) {
    this.compiler = new ExpressionCompiler(this.writer, { optimise });
  }

  get scope(): Scope {
    return { variables: this.#variables, namespaces: NAMESPACES, context: one(Kind.element, true) };
  }

  declare(name: string, expression: string, of: Variable['of'] = 'node', as?: string): this {
    const { context, ...rest } = this.scope;
    const scope = of === 'run' || context === undefined ? rest : { ...rest, context };
    this.#variables.set(
      `{}${name}`,
      this.compiler.letFunction(name, parseExpression(expression), { ...scope, source: expression }, of, as),
    );
    return this;
  }

  functions(...all: readonly XsltFunction[]): this {
    for (const each of all) this.compiler.declareFunction(each);
    for (const each of all) this.compiler.defineFunction(each, this.#variables);
    return this;
  }

  /** The text of an expression on every element of the document, in order. */
  async texts(expression: string, xml: string): Promise<readonly string[]> {
    const document = readDocument(xml);
    const text = await this.text(expression);
    refreshNames(document);
    const run = runOver(document);
    const elements: XNode[] = [];
    for (let at = document.first?.first ?? null; at !== null; at = at.next) if (at.kind === 1) elements.push(at);
    return elements.map((element) => text(element, run));
  }

  async text(expression: string): Promise<(node: XNode, run: Run) => string> {
    const id = this.compiler.text(parseExpression(expression), { ...this.scope, source: expression });
    const module = (await loadModule(this.writer.render({ exports: [id] }).text)).create(runtime, {});
    return module[id] as (node: XNode, run: Run) => string;
  }
}

const XML = '<r><a v="1">x</a><a v="2">y</a><b v="3"/></r>';

describe.each([{ optimise: true }, { optimise: false }])('Variables, %j', ({ optimise }) => {
  const rule = () => new SmallRule(optimise);

  it('are computed of the node of the rule, wherever they are used', async () => {
    const small = rule().declare('v', '@v').declare('twice', 'number($v) * 2');
    expect(await small.texts('../a[@v = $v]/@v, $twice', XML)).toEqual(['1 2', '2 4', '6']);
  });

  it('are read inside predicates, loops and paths', async () => {
    const small = rule().declare('v', 'string(@v)');
    expect(await small.texts('for $x in ../* return concat($x/@v, $v, count(../*[@v < $v]))', XML)).toEqual([
      '110 210 310',
      '121 221 321',
      '132 232 332',
    ]);
  });

  it('are computed when they are read, if ever', async () => {
    const small = rule().declare('bad', 'error()').declare('v', '@v');
    expect(await small.texts("if (@v = '1') then 'one' else $v", XML)).toEqual(['one', '2', '3']);
    await expect(small.texts('$bad', XML)).rejects.toThrow(XPathError);
  });

  it('of the run are computed with the document as context', async () => {
    const small = rule().declare('all', 'r/*', 'run').declare('n', 'count($all)', 'run');
    expect(await small.texts('$n, $all[. is current()]/@v', XML)).toEqual(['3 1', '3 2', '3 3']);
  });

  it('that are literals stand for their value', async () => {
    const small = rule().declare('pattern', "'^[12]$'").declare('known', "('1', '3')");
    expect(await small.texts('matches(@v, $pattern), @v = $known', XML)).toEqual([
      'true true',
      'true false',
      'false true',
    ]);
  });

  it('may be of several items', async () => {
    const small = rule().declare('others', '../* except .').declare('values', '$others/@v');
    expect(await small.texts("string-join($values, '+'), $values = '3', count($others)", XML)).toEqual([
      '2+3 true 2',
      '1+3 true 2',
      '1+2 false 2',
    ]);
  });

  it('have the type that they declare', async () => {
    const small = rule().declare('n', '@v', 'node', 'xs:integer');
    expect(await small.texts('$n + 1, $n instance of xs:integer', XML)).toEqual(['2 true', '3 true', '4 true']);
    await expect(rule().declare('n', 'string(.)', 'node', 'xs:integer').texts('$n', XML)).rejects.toThrow(XPathError);
  });

  it('know current() from the context item', async () => {
    expect(await rule().texts('../*[@v = current()/@v]/name(), current() is .', XML)).toEqual([
      'a true',
      'a true',
      'b true',
    ]);
  });
});

function source(text: string): Source {
  return { text, place: PLACE, namespaces: NAMESPACES };
}

function xslFunction(
  name: string,
  parameters: Readonly<Record<string, string>>,
  body: readonly Instruction[],
  as?: string,
): XsltFunction {
  return {
    name,
    parameters: Object.entries(parameters).map(([each, type]) =>
      type === '' ? { name: each } : { name: each, as: source(type) },
    ),
    ...(as === undefined ? {} : { as: source(as) }),
    body,
    namespaces: NAMESPACES,
    place: PLACE,
  };
}

const sequence = (text: string): Instruction => ({ kind: 'sequence', select: source(text) });

describe('Functions of a schema', () => {
  it('convert their arguments and their result', async () => {
    const next = xslFunction('my:next', { n: 'xs:integer' }, [sequence('$n + 1')], 'xs:integer');
    const small = new SmallRule().functions(next);
    expect(await small.texts('my:next(@v), my:next(@v) instance of xs:integer', XML)).toEqual([
      '2 true',
      '3 true',
      '4 true',
    ]);
    await expect(small.texts('my:next(.)', XML)).rejects.toThrow(XPathError);
  });

  it('call themselves and each other', async () => {
    const even = xslFunction('my:even', { n: 'xs:integer' }, [sequence('if ($n = 0) then true() else my:odd($n - 1)')]);
    const odd = xslFunction('my:odd', { n: 'xs:integer' }, [sequence('if ($n = 0) then false() else my:even($n - 1)')]);
    expect(await new SmallRule().functions(even, odd).texts('my:even(@v)', XML)).toEqual(['false', 'true', 'false']);
  });

  it('may have instructions', async () => {
    const body: readonly Instruction[] = [
      { kind: 'variable', name: 'w', select: source('string($v)'), body: [] },
      {
        kind: 'choose',
        branches: [
          { test: source("$w = '1'"), body: [{ kind: 'text', text: 'one' }] },
          { test: source("$w = '2'"), body: [{ kind: 'valueOf', select: source('$w, $w'), separator: '-' }] },
        ],
        otherwise: [{ kind: 'forEach', select: source('1 to 3'), body: [sequence('. * position()')], place: PLACE }],
      },
    ];
    const small = new SmallRule().functions(xslFunction('my:say', { v: '' }, body));
    expect(await small.texts('my:say(@v)', XML)).toEqual(['one', '2-2', '1 4 9']);
  });

  it('have no context item, and see global variables only', async () => {
    const none = xslFunction('my:none', {}, [sequence('@v')]);
    expect(() => new SmallRule().functions(none)).toThrow(StaticError);
    const all = xslFunction('my:all', {}, [sequence('count($all)')]);
    const small = new SmallRule().declare('all', '//*', 'run').functions(all);
    expect(await small.texts('my:all()', XML)).toEqual(['4', '4', '4']);
    const local = xslFunction('my:local', {}, [sequence('$v')]);
    expect(() => new SmallRule().declare('v', '@v').functions(local)).toThrow('XPST0008');
  });

  it('are told apart by the number of their arguments', async () => {
    const one1 = xslFunction('my:f', { a: '' }, [sequence("'one'")]);
    const two = xslFunction('my:f', { a: '', b: '' }, [sequence("'two'")]);
    const small = new SmallRule().functions(one1, two);
    expect(await small.texts('my:f(1), my:f(1, 2)', XML)).toEqual(['one two', 'one two', 'one two']);
    await expect(small.texts('my:f()', XML)).rejects.toThrow('XPST0017');
  });
});
