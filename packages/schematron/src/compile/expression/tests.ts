import type { Expr } from '../../xpath/ast.js';
import { onlyAtomic, onlyNodes } from '../static-type.js';
import { grouped, toBoolean } from './code.js';
import { literals } from './comparison.js';
import type { Compiling, Env } from './compiling.js';
import { StaticError } from './errors.js';
import { exists } from './existence.js';
import { joinedBy, negated } from './javascript-operators.js';
import { runOnce } from './memo.js';
import { quantified } from './operators.js';

/** The effective boolean value of an expression, as a JavaScript boolean. */
export function testOf(k: Compiling, expr: Expr, env: Env): string {
  if (expr.kind !== 'or' && expr.kind !== 'and') {
    const once = keptTest(expr)
      ? runOnce(k, expr, env, 'test', (inner) => `return ${plainTest(k, expr, inner)};`)
      : undefined;
    if (once !== undefined) return once;
  }
  return plainTest(k, expr, env);
}

/** Tests that are remembered for the whole run when they depend on the document alone. */
function keptTest(expr: Expr): boolean {
  return expr.kind === 'path' || expr.kind === 'general' || expr.kind === 'some' || expr.kind === 'every';
}

function plainTest(k: Compiling, expr: Expr, env: Env): string {
  switch (expr.kind) {
    case 'or':
    case 'and':
      return logical(k, expr, env);
    case 'if': {
      const [condition, yes, no] = [k.test(expr.condition, env), k.test(expr.then, env), k.test(expr.else, env)];
      if (condition === 'true' || condition === 'false') return condition === 'true' ? yes : no;
      if (no === 'true') return joinedBy('||', [negated(condition), yes]);
      if (no === 'false') return joinedBy('&&', [condition, yes]);
      return `(${grouped(condition)} ? ${yes} : ${no})`;
    }
    case 'some':
    case 'every':
      return quantified(k, expr, env);
    case 'filter':
      if (expr.predicates.length === 0) return k.test(expr.operand, env);
      break;
    default:
  }
  if (expr.kind === 'sequence') refuseSeveral(k, expr, env);
  const type = k.typeOf(expr, env);
  if (type.max === 0 && expr.kind !== 'call') return 'false';
  const nodes =
    expr.kind === 'step' ||
    expr.kind === 'path' ||
    expr.kind === 'set' ||
    expr.kind === 'filter' ||
    expr.kind === 'for';
  if (nodes && onlyNodes(type)) return exists(k, expr, env);
  return toBoolean(k.writer, k.value(expr, env));
}

/** Several atomic values are neither true nor false: the reference engine sees it when it compiles. */
function refuseSeveral(k: Compiling, expr: Extract<Expr, { kind: 'sequence' }>, env: Env): void {
  const types = expr.items.map((each) => k.typeOf(each, env)).filter(({ max }) => max !== 0);
  const [first] = types;
  if (first === undefined || !onlyAtomic(first) || types.filter(({ min }) => min === 1).length < 2 || first.min === 0)
    return;
  throw new StaticError('FORG0006', 'a sequence of several values is neither true nor false', k.textOf(expr, env));
}

function logical(k: Compiling, expr: Extract<Expr, { kind: 'or' | 'and' }>, env: Env): string {
  const or = expr.kind === 'or';
  const operands = or && k.optimise ? gathered(k, flattened(expr), env) : expr.operands;
  // All are compiled, also behind one that decides: what cannot be compiled is an error wherever it stands.
  const tests = operands.map((operand) => k.test(operand, env));
  const decided = tests.indexOf(or ? 'true' : 'false');
  const asked = (decided < 0 ? tests : tests.slice(0, decided + 1)).filter((test) => test !== (or ? 'false' : 'true'));
  if (decided >= 0 && (decided === 0 || k.optimise)) return String(or);
  return asked.length === 0 ? String(!or) : joinedBy(or ? '||' : '&&', asked);
}

function flattened(expr: Expr): readonly Expr[] {
  if (expr.kind === 'or') return expr.operands.flatMap(flattened);
  if (expr.kind === 'filter' && expr.predicates.length === 0 && expr.operand.kind === 'or')
    return flattened(expr.operand);
  return [expr];
}

/** `@a = 'x' or @a = 'y'` is `@a = ('x', 'y')`: one look into a set. */
function gathered(k: Compiling, operands: readonly Expr[], env: Env): readonly Expr[] {
  const groups = new Map<string, Extract<Expr, { kind: 'general' }>[]>();
  const out: (Expr | Extract<Expr, { kind: 'general' }>[])[] = [];
  for (const operand of operands) {
    const plain = operand.kind === 'filter' && operand.predicates.length === 0 ? operand.operand : operand;
    const values = plain.kind === 'general' && plain.operator === '=' ? literals(plain.right) : undefined;
    if (plain.kind !== 'general' || values === undefined) {
      out.push(operand);
      continue;
    }
    const key = k.textOf(plain.left, { ...env, canonical: true });
    const group = groups.get(key);
    if (group !== undefined) group.push(plain);
    else {
      const made = [plain];
      groups.set(key, made);
      out.push(made);
    }
  }
  return out.map((each): Expr => {
    if (!Array.isArray(each)) return each as Expr;
    const group = each as Extract<Expr, { kind: 'general' }>[];
    const [first, ...others] = group;
    if (first === undefined) throw new RangeError('a group has members');
    if (others.length === 0) return first;
    const right: Expr = {
      kind: 'sequence',
      items: group.map(({ right: value }) => value),
      start: first.start,
      end: first.end,
    };
    return { ...first, right, end: others.at(-1)?.end ?? first.end };
  });
}
