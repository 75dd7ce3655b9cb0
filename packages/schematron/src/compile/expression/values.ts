import type { Expr } from '../../xpath/ast.js';
import { onlyNodes } from '../static-type.js';
import { arithmetic, numericLiteral, unary } from './arithmetic.js';
import { eachOfStep } from './axes.js';
import { functionCall } from './calls.js';
import { booleanCode, type Code, code, emptyCode, stringCode, toItem } from './code.js';
import { generalComparison, nodeComparison, valueComparison } from './comparison.js';
import type { Body, Compiling, Env, Need } from './compiling.js';
import { StaticError } from './errors.js';
import { simpleStep } from './existence.js';
import { contextItem } from './focus.js';
import type { Local } from './frame.js';
import { runOnce, runsOnce } from './memo.js';
import { clarkName, expandName, lexical } from './names.js';
import { conditional, eachOfFor, eachOfRange, eachOfSequence, eachOfSet, inTurn } from './operators.js';
import { eachOfArray, eachOfPath, itemLocal } from './paths.js';
import { predicates } from './predicates.js';
import { castAs, castableAs, instanceOf, treatAs } from './types.js';

/** Reads a local. */
export function codeOf(item: Local, env: Env): Code {
  return code(env.frame.read(item), item.form, item.type);
}

function variable(k: Compiling, expr: Extract<Expr, { kind: 'variable' }>, env: Env): Code {
  const bound = env.variables.get(clarkName(expandName(expr.name, env)));
  if (bound === undefined)
    throw new StaticError('XPST0008', `no variable is called $${lexical(expr.name)}`, k.textOf(expr, env));
  if (bound.kind === 'local') return codeOf(bound.local, env);
  const { id, of, form, type, literal } = bound.variable;
  if (literal !== undefined && k.optimise) return stringCode(k.writer.literal(literal));
  if (of === 'run') return code(`${id}(c)`, form, type);
  if (env.current === undefined)
    throw new StaticError('XPST0008', `$${lexical(expr.name)} belongs to a rule`, k.textOf(expr, env));
  return code(`${id}(${env.frame.read(env.current)}, c)`, form, type);
}

/** An expression as a value, in the form that suits it. */
export function valueCode(k: Compiling, expr: Expr, env: Env): Code {
  switch (expr.kind) {
    case 'string':
      return stringCode(k.writer.literal(expr.value));
    case 'integer':
    case 'decimal':
    case 'double':
      return numericLiteral(k, expr, env);
    case 'variable':
      return variable(k, expr, env);
    case 'context': {
      const js = contextItem(k, expr, env);
      return env.focus === undefined ? emptyCode : code(js, env.focus.item.form, env.focus.item.type);
    }
    case 'or':
    case 'and':
    case 'some':
    case 'every':
      return booleanCode(k.test(expr, env));
    case 'general':
      return generalComparison(k, expr, env);
    case 'value':
      return valueComparison(k, expr, env);
    case 'node':
      return nodeComparison(k, expr, env);
    case 'arithmetic':
      return arithmetic(k, expr, env);
    case 'unary':
      return unary(k, expr, env);
    case 'instanceOf':
      return instanceOf(k, expr, env);
    case 'treatAs':
      return treatAs(k, expr, env);
    case 'castAs':
      return castAs(k, expr.operand, expr.type, expr.optional, expr, env);
    case 'castableAs':
      return castableAs(k, expr, env);
    case 'if':
      return conditional(k, expr, env);
    case 'call':
      return functionCall(k, expr, env);
    case 'root':
      return root(k, expr, env);
    case 'sequence': {
      const [only, ...others] = expr.items;
      if (only === undefined) return emptyCode;
      if (others.length === 0) return k.value(only, env);
      return code(listOf(k, expr.items, env), 'sequence', k.typeOf(expr, env));
    }
    case 'filter':
      if (expr.predicates.length === 0) return k.value(expr.operand, env);
      return looped(k, expr, env);
    default:
      return looped(k, expr, env);
  }
}

/** An array of the items of several expressions. */
function listOf(k: Compiling, items: readonly Expr[], env: Env): string {
  const parts = items.flatMap((each) => {
    const sequence = k.sequence(each, env);
    if (sequence === '[]') return [];
    return [/^\[[^[\]]*\]$/.test(sequence) ? sequence.slice(1, -1) : `...${sequence}`];
  });
  return `[${parts.join(', ')}]`;
}

function root(k: Compiling, expr: Expr, env: Env): Code {
  const item = contextItem(k, expr, env);
  const type = k.typeOf(expr, env);
  if (type.home === true) return code('c.document', 'node', type);
  return code(`${k.writer.runtime('rootOf')}(${k.writer.runtime('contextNode')}(${item}))`, 'node', type);
}

/** An expression whose items come from loops: as an array, or as one node when it gives one at most. */
function looped(k: Compiling, expr: Expr, env: Env): Code {
  const type = k.typeOf(expr, env);
  const simple = simpleStep(k, expr, env);
  if (simple !== undefined && type.max < 2) return code(simple, 'node?', type);
  const single = k.optimise && type.max === 1 && onlyNodes(type);
  const body = (inner: Env): string => {
    if (single) {
      const loop = k.each(expr, inner, 'ordered', (item) => `return ${inner.frame.read(item)};`);
      return `${loop}\nreturn null;`;
    }
    const list = inner.frame.fresh('s');
    const loop = k.each(expr, inner, 'ordered', (item) => `${list}.push(${boxedLocal(k, item, inner)});`);
    return loop === '' ? 'return [];' : collected(list, loop);
  };
  const form = single ? 'node?' : 'sequence';
  const once = worthKeeping(expr) ? runOnce(k, expr, env, 'items', body) : undefined;
  return code(once ?? k.outline(expr, env, 'items', body), form, type);
}

/** Statements that return the array that a loop fills, or the array that the loop would copy. */
function collected(list: string, loop: string): string {
  const copy = new RegExp(`(?:^|\\n)for \\(const (\\w+) of ([^\\n]*)\\) \\{\\n${list}\\.push\\(\\1\\);\\n\\}$`).exec(
    loop,
  );
  const array = copy?.[2];
  if (copy === null || array === undefined || array.startsWith('inTurn'))
    return `const ${list} = [];\n${loop}\nreturn ${list};`;
  const before = loop.slice(0, copy.index);
  return `${before === '' ? '' : `${before}\n`}return ${array};`;
}

/** Loops over these are remembered for the whole run when they depend on nothing else. */
function worthKeeping(expr: Expr): boolean {
  return expr.kind === 'path' || expr.kind === 'filter' || expr.kind === 'for';
}

/** A local as an Item: texts and small integers are held without their type. */
function boxedLocal(k: Compiling, item: Local, env: Env): string {
  return toItem(k.writer, codeOf(item, env));
}

/** Statements that run the body for each item of an expression. */
export function eachOf(k: Compiling, expr: Expr, env: Env, need: Need, body: Body): string {
  const type = k.typeOf(expr, env);
  switch (expr.kind) {
    case 'step':
      return eachOfOwnStep(k, expr, env, need, body);
    case 'path':
      if (runsOnce(k, expr, env)) return fromCode(k.value(expr, env), env, body);
      return eachOfPath(k, expr, env, need, body);
    case 'filter':
      if (expr.predicates.length === 0) return k.each(expr.operand, env, need, body);
      return eachOfFilter(k, expr, env, body);
    case 'set':
      return eachOfSet(k, expr, env, need, body);
    case 'for':
      return eachOfFor(k, expr, env, body);
    case 'range':
      return eachOfRange(k, expr, env, body);
    case 'sequence':
      return eachOfSequence(k, expr.items, env, need, body);
    default:
      return type.max === 0 && onlyNodes(type) && expr.kind !== 'call' ? '' : fromCode(k.value(expr, env), env, body);
  }
}

/** Reverse axes are turned round when the order is asked for. */
function eachOfOwnStep(k: Compiling, expr: Extract<Expr, { kind: 'step' }>, env: Env, need: Need, body: Body): string {
  const backwards = expr.axis.startsWith('ancestor') || expr.axis.startsWith('preceding');
  if (!backwards || need !== 'ordered') return eachOfStep(k, expr, env, body);
  const list = env.frame.fresh('s');
  const collect = eachOfStep(k, expr, env, (item) => `${list}.push(${env.frame.read(item)});`);
  if (collect === '') return '';
  return `const ${list} = [];\n${collect}\n${eachOfArray(`${list}.reverse()`, k.typeOf(expr, env), env, body)}`;
}

/** `(…)[predicate]`: positions count in the order of the sequence. */
function eachOfFilter(k: Compiling, expr: Extract<Expr, { kind: 'filter' }>, env: Env, body: Body): string {
  const type = k.typeOf(expr.operand, env);
  if (type.max === 0) return '';
  const inner = withoutParentheses(expr.operand);
  const item = itemLocal(type);
  // A list is computed as far as its items are asked for.
  const array =
    inner.kind === 'sequence' && inner.items.length > 1 ? inTurn(k, inner.items, env) : k.sequence(expr.operand, env);
  const open = `for (const ${env.frame.declare(item)} of ${array}) {`;
  return predicates(k, expr.predicates, item, env, { once: false, open }, body);
}

function withoutParentheses(expr: Expr): Expr {
  return expr.kind === 'filter' && expr.predicates.length === 0 ? withoutParentheses(expr.operand) : expr;
}

/** The items of a value. */
function fromCode(value: Code, env: Env, body: Body): string {
  if (value.form === 'sequence') return eachOfArray(value.js, value.type, env, body);
  const type = { ...value.type, min: 1, max: 1 } as const;
  const form =
    value.form === 'text?' ? 'text' : value.form === 'node?' ? 'node' : value.form === 'item?' ? 'item' : value.form;
  const item: Local = { type, form, hint: form === 'node' ? 'x' : 'v' };
  const maybe = value.form.endsWith('?');
  const atom = /^[A-Za-z_$][\w$]*$/.test(value.js);
  const name = atom && !maybe ? env.frame.declare(item, value.js) : env.frame.declare(item);
  const inner = body(item);
  const bound = atom && !maybe ? '' : `const ${name} = ${value.js};\n`;
  if (!maybe) return inner === '' ? '' : `${bound}${inner}`;
  return `${bound}if (${name} !== ${value.form === 'item?' ? 'undefined' : 'null'}) {\n${inner}\n}`;
}
