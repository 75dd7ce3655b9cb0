import type { Expr, GeneralOperator, ValueOperator } from '../../xpath/ast.js';
import { atomized, Kind, only, onlyNodes, optional, type StaticType } from '../static-type.js';
import { secondOperand } from './arithmetic.js';
import { booleanCode, type Code, code, grouped } from './code.js';
import type { Compiling, Env } from './compiling.js';
import { StaticError } from './errors.js';
import { setOf } from './text-sets.js';
import { isTextual, localText, optionalText } from './texts.js';

type Comparison = Extract<Expr, { kind: 'general' }>;

const MIRROR: Readonly<Record<GeneralOperator, GeneralOperator>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

const SCRIPT: Readonly<Record<GeneralOperator | ValueOperator, string>> = {
  '=': '===',
  '!=': '!==',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  eq: '===',
  ne: '!==',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

/** A general comparison (§3.5.2): true when one pair of values compares so. */
export function generalComparison(k: Compiling, expr: Comparison, env: Env): Code {
  const [left, right] = [k.typeOf(expr.left, env), k.typeOf(expr.right, env)];
  if (k.optimise) {
    if (left.max === 0 || right.max === 0) return booleanCode('false');
    const quick =
      qualifiedNames(k, expr, env) ??
      (isTextual(left) && isTextual(right) ? textual(k, expr, env, left, right) : numeric(k, expr, env, left, right));
    if (quick !== undefined) return booleanCode(quick);
  }
  const w = k.writer;
  const operator = w.literal(expr.operator);
  // As the reference engine, which compares one value with one where it knows what they are.
  const values = atomized(left);
  const known = only(values, Kind.untyped | Kind.string) || only(values, Kind.numeric);
  const lazy = known && left.min === 0 && left.max === 1;
  const second = lazy ? secondOperand(k, expr.right, env) : k.sequence(expr.right, env);
  return booleanCode(`${w.runtime('generalCompare')}(${operator}, ${k.sequence(expr.left, env)}, ${second}, c)`);
}

/** Two texts, neither of them missing. */
function compareTexts(k: Compiling, operator: GeneralOperator, a: string, b: string): string {
  if (operator === '=' || operator === '!=') return `${a} ${SCRIPT[operator]} ${b}`;
  return `${k.writer.runtime('compareCodepoints')}(${a}, ${b}) ${operator} 0`;
}

/** The values of a literal, or of a list of literals. */
export function literals(expr: Expr): readonly string[] | undefined {
  if (expr.kind === 'string') return [expr.value];
  if (expr.kind === 'filter' && expr.predicates.length === 0) return literals(expr.operand);
  if (expr.kind !== 'sequence' || expr.items.length === 0) return undefined;
  const all = expr.items.map(literals);
  return all.every((each) => each !== undefined) ? all.flat() : undefined;
}

function textual(k: Compiling, expr: Comparison, env: Env, left: StaticType, right: StaticType): string {
  const { operator } = expr;
  const [ofLeft, ofRight] = [literals(expr.left), literals(expr.right)];
  if (ofLeft !== undefined && ofRight === undefined)
    return withLiterals(k, MIRROR[operator], expr.right, right, ofLeft, env, expr);
  if (ofRight !== undefined) return withLiterals(k, operator, expr.left, left, ofRight, env, expr);
  if (left.max === 1 && right.max === 1) {
    const [a, b] = [optionalText(k, expr.left, env), optionalText(k, expr.right, env)];
    if (a.form === 'text' && b.form === 'text') return compareTexts(k, operator, grouped(a.js), grouped(b.js));
    if (operator === '=' && (a.form === 'text' || b.form === 'text')) return `${grouped(a.js)} === ${grouped(b.js)}`;
    return `${k.writer.runtime('textsCompare')}(${k.writer.literal(operator)}, ${a.js}, ${b.js})`;
  }
  const known = operator === '=' ? setOf(k, expr.right, env) : undefined;
  if (known !== undefined) return inSet(k, expr.left, left, known, env, expr);
  const mirrored = operator === '=' ? setOf(k, expr.left, env) : undefined;
  if (mirrored !== undefined) return inSet(k, expr.right, right, mirrored, env, expr);
  if (right.max === 2 && left.max === 1) return oneWithMany(k, MIRROR[operator], expr.right, expr.left, env, expr);
  return oneWithMany(k, operator, expr.left, expr.right, env, expr);
}

/** `many op one`; when the second is many too, its texts are put aside. */
function oneWithMany(k: Compiling, operator: GeneralOperator, many: Expr, other: Expr, env: Env, whole: Expr): string {
  return k.outline(whole, env, 'compares', (inner) => {
    const w = k.writer;
    const t = inner.frame.fresh('t');
    const type = k.typeOf(other, inner);
    if (type.max === 1) {
      const text = optionalText(k, other, inner);
      const missing = text.form === 'text' ? '' : `if (${t} === null) return false;\n`;
      const loop = k.each(many, inner, 'any', (item) => {
        const test = compareTexts(k, operator, localText(k, item, inner.frame.read(item)), t);
        return `if (${test}) return true;`;
      });
      return `const ${t} = ${text.js};\n${missing}${loop}\nreturn false;`;
    }
    const loop = k.each(many, inner, 'any', (item) => {
      const text = localText(k, item, inner.frame.read(item));
      return `if (${w.runtime('someText')}(${w.literal(operator)}, ${text}, ${t})) return true;`;
    });
    return `const ${t} = ${w.runtime('textsOf')}(${k.sequence(other, inner)});\nif (${t}.length === 0) return false;\n${loop}\nreturn false;`;
  });
}

/** A comparison with texts that are known. */
function withLiterals(
  k: Compiling,
  operator: GeneralOperator,
  expr: Expr,
  type: StaticType,
  values: readonly string[],
  env: Env,
  whole: Expr,
): string {
  const w = k.writer;
  const [value] = values;
  if (values.length === 1 && value !== undefined) {
    const literal = w.literal(value);
    if (type.max === 1) {
      const text = optionalText(k, expr, env);
      if (text.form === 'text' || operator === '=') return compareTexts(k, operator, grouped(text.js), literal);
      return `${w.runtime('textsCompare')}(${w.literal(operator)}, ${text.js}, ${literal})`;
    }
    return k.outline(whole, env, 'compares', (inner) => {
      const loop = k.each(expr, inner, 'any', (item) => {
        return `if (${compareTexts(k, operator, localText(k, item, inner.frame.read(item)), literal)}) return true;`;
      });
      return `${loop}\nreturn false;`;
    });
  }
  const distinct = [...new Set(values)];
  if (operator === '=')
    return inSet(
      k,
      expr,
      type,
      w.constant(`new Set([${distinct.map((each) => w.literal(each)).join(', ')}])`, 'values'),
      env,
      whole,
    );
  const list = w.constant(`[${distinct.map((each) => w.literal(each)).join(', ')}]`, 'values');
  if (type.max === 1) {
    const text = optionalText(k, expr, env);
    return `${w.runtime('someText')}(${w.literal(operator)}, ${text.js}, ${list})`;
  }
  return k.outline(whole, env, 'compares', (inner) => {
    const loop = k.each(expr, inner, 'any', (item) => {
      const text = localText(k, item, inner.frame.read(item));
      return `if (${w.runtime('someText')}(${w.literal(operator)}, ${text}, ${list})) return true;`;
    });
    return `${loop}\nreturn false;`;
  });
}

function inSet(k: Compiling, expr: Expr, type: StaticType, set: string, env: Env, whole: Expr): string {
  if (type.max === 1) return `${set}.has(${optionalText(k, expr, env).js})`;
  return k.outline(whole, env, 'compares', (inner) => {
    const loop = k.each(expr, inner, 'any', (item) => {
      return `if (${set}.has(${localText(k, item, inner.frame.read(item))})) return true;`;
    });
    return `${loop}\nreturn false;`;
  });
}

/** Kinds that JavaScript compares as numbers as XPath does. */
const NUMBERS = Kind.double | Kind.integer;

function numeric(k: Compiling, expr: Comparison, env: Env, left: StaticType, right: StaticType): string | undefined {
  const single = (type: StaticType): boolean => type.min === 1 && type.max === 1 && only(type, NUMBERS);
  const { operator } = expr;
  if (single(left) && single(right)) {
    const [a, b] = [k.value(expr.left, env), k.value(expr.right, env)];
    return a.form === 'number' && b.form === 'number'
      ? `${grouped(a.js)} ${SCRIPT[operator]} ${grouped(b.js)}`
      : undefined;
  }
  if (only(left, Kind.double) && only(right, Kind.double)) return doubles(k, expr, env);
  // Untyped values are cast to xs:double when they meet a number.
  const mirrored = single(left);
  const [many, number, type] = mirrored ? [expr.right, expr.left, right] : [expr.left, expr.right, left];
  if (!single(mirrored ? left : right) || !onlyNodes(type) || !only(atomized(type), Kind.untyped)) return undefined;
  const value = k.value(number, env);
  if (value.form !== 'number') return undefined;
  const script = SCRIPT[mirrored ? MIRROR[operator] : operator];
  return k.outline(expr, env, 'compares', (inner) => {
    const b = k.value(number, inner);
    // What may be NaN is told: the reference engine does not read the text then.
    const other = number.kind === 'double' || only(b.type, Kind.integer) ? '' : `, ${b.js}`;
    const loop = k.each(many, inner, 'any', (item) => {
      const text = localText(k, item, inner.frame.read(item));
      return `if (${k.writer.runtime('untypedToDouble')}(${text}${other}) ${script} ${grouped(b.js)}) return true;`;
    });
    return `${loop}\nreturn false;`;
  });
}

/** Several xs:double on both sides: `a/number(@v) <= b/number(@v)`. */
function doubles(k: Compiling, expr: Comparison, env: Env): string {
  return k.outline(expr, env, 'compares', (inner) => {
    const loop = k.each(expr.left, inner, 'any', (a) =>
      k.each(expr.right, inner, 'any', (b) => {
        const script = `${inner.frame.read(a)} ${SCRIPT[expr.operator]} ${inner.frame.read(b)}`;
        return `if (${script}) return true;`;
      }),
    );
    return `${loop}\nreturn false;`;
  });
}

/** `resolve-QName(@xsi:type, .) = QName('urn:hl7-org:v3', 'CE')`: compared without making either. */
function qualifiedNames(k: Compiling, expr: Comparison, env: Env): string | undefined {
  const { left, right } = expr;
  if (expr.operator !== '=' || left.kind !== 'call' || right.kind !== 'call') return undefined;
  const plain = (name: { prefix: string; local: string }, local: string): boolean =>
    name.prefix === '' && name.local === local;
  if (!plain(left.name, 'resolve-QName')) {
    return plain(right.name, 'resolve-QName')
      ? qualifiedNames(k, { ...expr, left: right, right: left }, env)
      : undefined;
  }
  const [lexical, element] = left.arguments;
  const [uri, local] = right.arguments;
  if (!plain(right.name, 'QName') || lexical === undefined || element === undefined || right.arguments.length !== 2)
    return undefined;
  if (uri?.kind !== 'string' || local?.kind !== 'string' || !/^[A-Za-z_][\w.-]*$/.test(local.value)) return undefined;
  const [lexicalType, elementType] = [k.typeOf(lexical, env), k.typeOf(element, env)];
  if (lexicalType.max !== 1 || !isTextual(lexicalType)) return undefined;
  if (elementType.min !== 1 || elementType.max !== 1 || !only(elementType, Kind.element)) return undefined;
  const node = k.value(element, env);
  if (node.form !== 'node') return undefined;
  const w = k.writer;
  const text = optionalText(k, lexical, env);
  return `${w.runtime('resolvesTo')}(${text.js}, ${node.js}, ${w.literal(uri.value)}, ${w.literal(local.value)})`;
}

/** A value comparison (§3.5.1): no value when an operand is empty. */
export function valueComparison(k: Compiling, expr: Extract<Expr, { kind: 'value' }>, env: Env): Code {
  const w = k.writer;
  const [left, right] = [atomized(k.typeOf(expr.left, env)), atomized(k.typeOf(expr.right, env))];
  const { operator } = expr;
  refuseImpossible(k, expr, env, left, right);
  if (k.optimise && left.max === 1 && right.max === 1) {
    if (isTextual(left) && isTextual(right) && (operator === 'eq' || operator === 'ne')) {
      const [a, b] = [optionalText(k, expr.left, env), optionalText(k, expr.right, env)];
      if (a.form === 'text' && b.form === 'text')
        return booleanCode(`${grouped(a.js)} ${SCRIPT[operator]} ${grouped(b.js)}`);
    }
    if (only(left, NUMBERS) && only(right, NUMBERS)) {
      const [a, b] = [k.value(expr.left, env), k.value(expr.right, env)];
      if (a.form === 'number' && b.form === 'number')
        return booleanCode(`${grouped(a.js)} ${SCRIPT[operator]} ${grouped(b.js)}`);
    }
  }
  const call = `${w.runtime('valueComparison')}(${w.literal(operator)}, ${k.sequence(expr.left, env)}, ${secondOperand(k, expr.right, env)}, c)`;
  return code(call, 'item?', optional(Kind.boolean));
}

/** Two operands of known types that never compare: the reference engine refuses them when it compiles. */
function refuseImpossible(k: Compiling, expr: Expr, env: Env, left: StaticType, right: StaticType): void {
  if (left.min === 0 || right.min === 0 || left.max === 0 || right.max === 0) return;
  const text = Kind.string | Kind.untyped | Kind.uri;
  const groups = [text, Kind.numeric, Kind.boolean, Kind.qname];
  const of = (type: StaticType): number | undefined => groups.find((group) => only(type, group));
  const [a, b] = [of(left), of(right)];
  if (a !== undefined && b !== undefined && a !== b) {
    throw new StaticError('XPTY0004', 'values of these types are never compared', k.textOf(expr, env));
  }
}

/** `is`, `<<`, `>>` (§3.5.3). */
export function nodeComparison(k: Compiling, expr: Extract<Expr, { kind: 'node' }>, env: Env): Code {
  const w = k.writer;
  for (const side of [expr.left, expr.right]) {
    const type = k.typeOf(side, env);
    if (type.max !== 0 && type.min === 1 && (type.kinds & Kind.node) === 0) {
      throw new StaticError('XPTY0004', `an operand of ${expr.operator} is not a node`, k.textOf(expr, env));
    }
  }
  const call = `${w.runtime('nodeComparison')}(${w.literal(expr.operator)}, ${k.sequence(expr.left, env)}, ${secondOperand(k, expr.right, env)}, c)`;
  return code(call, 'item?', optional(Kind.boolean));
}
