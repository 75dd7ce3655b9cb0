import type { Instruction, Source, XsltFunction } from '../../schema/model.js';
import type { QNameRef } from '../../xpath/ast.js';
import { parseExpression, parseSequenceType } from '../../xpath/parse.js';
import { ANYTHING, Kind, one, typeOfSpec } from '../static-type.js';
import type { Bound, Compiling, Env, UserFunction, Variable } from './compiling.js';
import { StaticError } from './errors.js';
import { Frame, type Local, local } from './frame.js';
import type { Generator } from './generator.js';
import { clarkName, expandName } from './names.js';
import { itemLocal } from './paths.js';
import { typeSpec } from './types.js';

/** Name of a prefix and a local part. */
function lexicalName(text: string): QNameRef {
  const colon = text.indexOf(':');
  return { prefix: text.slice(0, Math.max(0, colon)), local: text.slice(colon + 1) };
}

function specOfSource(as: Source | undefined): string | undefined {
  if (as === undefined) return undefined;
  return typeSpec(parseSequenceType(as.text), { namespaces: as.namespaces, source: as.text });
}

function keyOf({ name, namespaces, parameters }: XsltFunction): string {
  const expanded = expandName(lexicalName(name), { namespaces, source: name });
  if (expanded.uri === '') throw new StaticError('XTSE0740', 'the name of a function has a prefix', name);
  return `${clarkName(expanded)}#${parameters.length}`;
}

/** Makes a function of the schema known (`xsl:function`, XSLT 2.0 §10.3): functions may call each other. */
export function declareFunction(k: Generator, declaration: XsltFunction): void {
  const { name } = declaration;
  const key = keyOf(declaration);
  if (k.functions.has(key))
    throw new StaticError('XTSE0770', 'two functions have this name and number of parameters', name);
  const spec = specOfSource(declaration.as);
  k.functions.set(key, {
    id: k.writer.reserve(`function_${lexicalName(name).local}`),
    name,
    form: 'sequence',
    result: spec === undefined ? ANYTHING : typeOfSpec(spec),
    parameters: declaration.parameters.map((parameter) => {
      const as = specOfSource(parameter.as);
      return {
        form: 'sequence',
        type: as === undefined ? ANYTHING : typeOfSpec(as),
        ...(as === undefined ? {} : { as }),
      };
    }),
  });
}

/** Compiles the body of a function that was declared. */
export function defineFunction(k: Generator, declaration: XsltFunction, globals: ReadonlyMap<string, Variable>): void {
  const made = k.functions.get(keyOf(declaration));
  if (made !== undefined) define(k, declaration, made, globals);
}

function define(
  k: Generator,
  declaration: XsltFunction,
  made: UserFunction,
  globals: ReadonlyMap<string, Variable>,
): void {
  const { namespaces, name, place } = declaration;
  const frame = new Frame();
  const variables = new Map<string, Bound>();
  for (const [key, variable] of globals) {
    if (variable.of === 'run') variables.set(key, { kind: 'function', variable });
  }
  const params = declaration.parameters.map((parameter, index): string => {
    const item = local(made.parameters[index]?.type ?? ANYTHING, 'sequence', 'a');
    variables.set(clarkName(expandName(lexicalName(parameter.name), { namespaces })), { kind: 'local', local: item });
    return frame.declare(item);
  });
  const list = frame.fresh('s');
  const env: Env = { frame, variables, namespaces, place };
  const body = instructions(k, declaration.body, env, list);
  const w = k.writer;
  const spec = specOfSource(declaration.as);
  const result =
    spec === undefined
      ? list
      : `${w.runtime('convertArgument')}(${list}, ${w.literal(spec)}, ${w.literal(`the result of ${name}()`)})`;
  w.define({
    id: made.id,
    hint: made.id,
    key: made.id,
    params: ['c', ...params],
    body: `c.tick();\nconst ${list} = [];\n${body}\nreturn ${result};`,
    comment: `${name}()`,
    place,
  });
}

/** The environment of a text of the schema. */
function at(env: Env, source: Source): Env {
  return { ...env, source: source.text, namespaces: source.namespaces };
}

/** Statements that add what a sequence constructor gives to an array. */
function instructions(k: Compiling, all: readonly Instruction[], env: Env, list: string): string {
  let scope = env;
  const lines: string[] = [];
  for (const each of all) {
    if (each.kind === 'variable') {
      const value = declareVariable(k, each, scope, lines);
      const variables = new Map(scope.variables);
      variables.set(clarkName(expandName(lexicalName(each.name), scope)), { kind: 'local', local: value });
      scope = { ...scope, variables };
    } else lines.push(instruction(k, each, scope, list));
  }
  return lines.join('\n');
}

function declareVariable(
  k: Compiling,
  variable: Extract<Instruction, { kind: 'variable' }>,
  env: Env,
  lines: string[],
): Local {
  const { writer: w } = k;
  const spec = specOfSource(variable.as);
  const convert = (js: string): string =>
    spec === undefined
      ? js
      : `${w.runtime('convertArgument')}(${js}, ${w.literal(spec)}, ${w.literal(`$${variable.name}`)})`;
  if (variable.select !== undefined) {
    const expr = parseExpression(variable.select.text);
    const inner = at(env, variable.select);
    const type = spec === undefined ? k.typeOf(expr, inner) : typeOfSpec(spec);
    const js = convert(k.sequence(expr, inner));
    const known = local(type, 'sequence', 'd');
    lines.push(`const ${env.frame.declare(known)} = ${js};`);
    return known;
  }
  const content = env.frame.fresh('s');
  lines.push(`const ${content} = [];`, instructions(k, variable.body, env, content));
  // Without `as` the content is a temporary tree, which rules use for its text.
  const value = spec === undefined ? `[${w.runtime('untypedText')}(${content})]` : convert(content);
  const known = local(spec === undefined ? one(Kind.untyped) : typeOfSpec(spec), 'sequence', 'd');
  lines.push(`const ${env.frame.declare(known)} = ${value};`);
  return known;
}

function instruction(k: Compiling, each: Exclude<Instruction, { kind: 'variable' }>, env: Env, list: string): string {
  const { writer: w } = k;
  switch (each.kind) {
    case 'sequence':
    case 'copyOf':
      return `${w.runtime('append')}(${list}, ${k.sequence(parseExpression(each.select.text), at(env, each.select))});`;
    case 'valueOf': {
      // A text node, which is untyped wherever its value is asked for.
      const items = k.sequence(parseExpression(each.select.text), at(env, each.select));
      return `${list}.push(new ${w.runtime('XUntyped')}(${w.runtime('joinTexts')}(${w.runtime('textsOf')}(${items}), ${w.literal(each.separator ?? ' ')}, c)));`;
    }
    case 'text':
      return `${list}.push(new ${w.runtime('XUntyped')}(${w.literal(each.text)}));`;
    case 'choose': {
      const branches = each.branches.map(({ test, body }) => {
        const condition = k.test(parseExpression(test.text), at(env, test));
        return `if (${condition}) {\n${instructions(k, body, env, list)}\n}`;
      });
      const otherwise = each.otherwise.length === 0 ? '' : ` else {\n${instructions(k, each.otherwise, env, list)}\n}`;
      return branches.length === 0
        ? instructions(k, each.otherwise, env, list)
        : `${branches.join(' else ')}${otherwise}`;
    }
    case 'forEach':
      return forEach(k, each, env, list);
  }
}

function forEach(k: Compiling, each: Extract<Instruction, { kind: 'forEach' }>, env: Env, list: string): string {
  const { frame } = env;
  const inner = at(env, each.select);
  const expr = parseExpression(each.select.text);
  const type = k.typeOf(expr, inner);
  const all = frame.fresh('l');
  const item = itemLocal(type);
  const position = local(one(Kind.integer), 'number', 'p');
  const last = local(one(Kind.integer), 'number', 'l');
  const [x, p] = [frame.declare(item), frame.declare(position)];
  frame.declare(last, `${all}.length`);
  const body = instructions(k, each.body, { ...env, focus: { item, position, last }, current: item }, list);
  return `const ${all} = ${k.sequence(expr, inner)};\nlet ${p} = 0;\nfor (const ${x} of ${all}) {\nc.tick();\n${p} += 1;\n${body}\n}`;
}
