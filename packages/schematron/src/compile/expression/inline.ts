import type { Expr } from '../../xpath/ast.js';
import { atomized, Kind, one, only } from '../static-type.js';
import { booleanCode, type Code, code, doubleCode, grouped, integerCode, stringCode } from './code.js';
import type { Compiling, Env } from './compiling.js';
import { countOf, exists } from './existence.js';
import { negated } from './javascript-operators.js';
import { constantString, orEmpty, requiredString, stringArgument, textOfCode } from './texts.js';

type Call = Extract<Expr, { kind: 'call' }>;
type Inline = (k: Compiling, expr: Call, env: Env) => Code | undefined;

/** The argument, or the context item. */
function argumentOrContext(expr: Call): Expr {
  return expr.arguments[0] ?? { kind: 'context', start: expr.start, end: expr.end };
}

/** A node argument of one at most, or the context node, as a node or null. */
function nodeArgument(k: Compiling, expr: Call, env: Env): string | undefined {
  const value = k.value(argumentOrContext(expr), env);
  if (value.form !== 'node' && value.form !== 'node?') return undefined;
  return value.js;
}

function onNode(helper: string, type: (js: string) => Code): Inline {
  return (k, expr, env) => {
    const node = nodeArgument(k, expr, env);
    return node === undefined ? undefined : type(`${k.writer.runtime(helper)}(${node})`);
  };
}

/** A function of one text, '' for none. */
function onText(helper: string, type: (js: string) => Code): Inline {
  return (k, expr, env) => {
    const text = textOrContext(k, expr, env);
    return text === undefined ? undefined : type(`${k.writer.runtime(helper)}(${text})`);
  };
}

function what(expr: Call, index: number): string {
  return `argument ${index + 1} of ${expr.name.local}()`;
}

function textOrContext(k: Compiling, expr: Call, env: Env): string | undefined {
  const [argument] = expr.arguments;
  if (argument !== undefined) return orEmpty(stringArgument(k, argument, env, what(expr, 0)));
  if (env.focus === undefined) return undefined;
  return orEmpty(textOfCode(k, k.value(argumentOrContext(expr), env)));
}

/** A function of two texts, '' for none. */
function onTexts(make: (k: Compiling, a: string, b: string) => Code): Inline {
  return (k, expr, env) => {
    const [first, second] = expr.arguments;
    if (first === undefined || second === undefined || expr.arguments.length !== 2) return undefined;
    const a = orEmpty(stringArgument(k, first, env, what(expr, 0)));
    const b = orEmpty(stringArgument(k, second, env, what(expr, 1)));
    return make(k, a, b);
  };
}

function string(k: Compiling, expr: Call, env: Env): Code | undefined {
  const value = k.value(argumentOrContext(expr), env);
  if (value.form === 'sequence') return undefined;
  return stringCode(orEmpty(textOfCode(k, value)));
}

function number(k: Compiling, expr: Call, env: Env): Code | undefined {
  const argument = argumentOrContext(expr);
  const value = k.value(argument, env);
  if (value.form === 'number') return doubleCode(value.js);
  if (value.form === 'sequence' || !only(atomized(value.type), Kind.string | Kind.untyped)) return undefined;
  return doubleCode(`${k.writer.runtime('textToNumber')}(${textOfCode(k, value).js})`);
}

function concat(k: Compiling, expr: Call, env: Env): Code | undefined {
  const parts: string[] = [];
  for (const argument of expr.arguments) {
    const value = k.value(argument, env);
    if (value.form === 'sequence') {
      if (value.type.max === 2) return undefined;
    }
    parts.push(grouped(orEmpty(textOfCode(k, value))));
  }
  return stringCode(parts.join(' + '));
}

function substring(k: Compiling, expr: Call, env: Env): Code | undefined {
  const [first, ...numbers] = expr.arguments;
  if (first === undefined) return undefined;
  const values = numbers.map((each) => k.value(each, env));
  if (!values.every(({ form }) => form === 'number')) return undefined;
  const text = orEmpty(stringArgument(k, first, env, what(expr, 0)));
  return stringCode(`${k.writer.runtime('substring')}(${[text, ...values.map(({ js }) => js)].join(', ')})`);
}

function translate(k: Compiling, expr: Call, env: Env): Code | undefined {
  const [first, from, to] = expr.arguments;
  if (first === undefined || from === undefined || to === undefined) return undefined;
  const w = k.writer;
  const text = orEmpty(stringArgument(k, first, env, what(expr, 0)));
  const [known, replaced] = [constantString(k, from, env), constantString(k, to, env)];
  if (known !== undefined && replaced !== undefined) {
    const map = w.constant(
      `${w.runtime('translation')}(${w.literal(known)}, ${w.literal(replaced)})`,
      'translation_map',
    );
    return stringCode(`${w.runtime('translateWith')}(${text}, ${map})`);
  }
  const [a, b] = [requiredString(k, from, env, what(expr, 1)), requiredString(k, to, env, what(expr, 2))];
  return stringCode(`${w.runtime('translate')}(${text}, ${a}, ${b})`);
}

/** `matches`, `replace`, `tokenize` with a literal pattern: compiled when the module is made, or when it is first used if it is wrong. */
function pattern(k: Compiling, expr: Call, flagsAt: number, env: Env): string | undefined {
  const [, source] = expr.arguments;
  const flags = expr.arguments[flagsAt];
  const literal = source === undefined ? undefined : constantString(k, source, env);
  const chosen = flags === undefined ? '' : constantString(k, flags, env);
  if (literal === undefined || chosen === undefined) return undefined;
  const w = k.writer;
  const given = chosen === '' ? '' : `, ${w.literal(chosen)}`;
  return w.constant(`${w.runtime('lazyRegex')}(${w.literal(literal)}${given})`, 'regex');
}

function regexCall(
  flagsAt: number,
  make: (k: Compiling, regex: string, text: string, expr: Call, env: Env) => Code | undefined,
): Inline {
  return (k, expr, env) => {
    const [first] = expr.arguments;
    const regex = pattern(k, expr, flagsAt, env);
    if (regex === undefined || first === undefined) return undefined;
    return make(k, regex, orEmpty(stringArgument(k, first, env, what(expr, 0))), expr, env);
  };
}

function stringJoin(k: Compiling, expr: Call, env: Env): Code | undefined {
  const [items, separator] = expr.arguments;
  if (items === undefined) return undefined;
  const w = k.writer;
  const type = k.typeOf(items, env);
  if (!only(atomized(type), Kind.string | Kind.untyped | Kind.uri)) return undefined;
  const between = separator === undefined ? '""' : requiredString(k, separator, env, what(expr, 1));
  return stringCode(`${w.runtime('joinTexts')}(${w.runtime('textsOf')}(${k.sequence(items, env)}), ${between}, c)`);
}

function distinctValues(k: Compiling, expr: Call, env: Env): Code | undefined {
  const [items] = expr.arguments;
  if (items === undefined || expr.arguments.length > 1) return undefined;
  const type = k.typeOf(items, env);
  if (!only(atomized(type), Kind.string)) return undefined;
  const sequence = `${k.writer.runtime('distinctTexts')}(${k.sequence(items, env)})`;
  return code(sequence, 'sequence', k.typeOf(expr, env));
}

function root(k: Compiling, expr: Call, env: Env): Code | undefined {
  const value = k.value(argumentOrContext(expr), env);
  if (value.form !== 'node') return undefined;
  if (value.type.home === true) return code('c.document', 'node', one(Kind.document, true));
  return code(`${k.writer.runtime('rootOf')}(${value.js})`, 'node', one(Kind.document));
}

/** `document(…)` and `doc(…)` of one reference that is not relative to a node. */
function loaded(helper: string): Inline {
  return (k, expr, env) => {
    const [reference] = expr.arguments;
    if (reference === undefined || expr.arguments.length !== 1) return undefined;
    const value = k.value(reference, env);
    const type = atomized(value.type);
    if (type.max !== 1 || !only(type, Kind.string | Kind.untyped | Kind.uri) || value.form === 'sequence')
      return undefined;
    if (helper === 'documentOf' && !only(value.type, Kind.atomic)) return undefined;
    const result = k.typeOf(expr, env);
    const call = `${k.writer.runtime(helper)}(c, ${textOfCode(k, value).js})`;
    return code(call, result.min === 1 ? 'node' : 'node?', result);
  };
}

function zeroOrOne(k: Compiling, expr: Call, env: Env): Code | undefined {
  const [argument] = expr.arguments;
  if (argument === undefined) return undefined;
  const value = k.value(argument, env);
  return value.form === 'sequence' ? undefined : value;
}

const INLINE: Readonly<Record<string, Inline>> = {
  true: () => booleanCode('true'),
  false: () => booleanCode('false'),
  not: (k, expr, env) => booleanCode(negated(k.test(expr.arguments[0] as Expr, env))),
  boolean: (k, expr, env) => booleanCode(k.test(expr.arguments[0] as Expr, env)),
  exists: (k, expr, env) => booleanCode(exists(k, expr.arguments[0] as Expr, env)),
  empty: (k, expr, env) => booleanCode(negated(exists(k, expr.arguments[0] as Expr, env))),
  count: (k, expr, env) => integerCode(countOf(k, expr.arguments[0] as Expr, env)),
  string,
  number,
  concat,
  substring,
  translate,
  root,
  doc: loaded('docOf'),
  document: loaded('documentOf'),
  'string-join': stringJoin,
  'distinct-values': distinctValues,
  'zero-or-one': zeroOrOne,
  'local-name': onNode('localName', stringCode),
  name: onNode('nodeName', stringCode),
  'namespace-uri': onNode('namespaceUri', (js) => code(js, 'text', one(Kind.uri))),
  'string-length': onText('stringLength', integerCode),
  'normalize-space': onText('normalizeSpace', stringCode),
  'upper-case': onText('upperCase', stringCode),
  'lower-case': onText('lowerCase', stringCode),
  contains: onTexts((_k, a, b) => booleanCode(`${grouped(a)}.includes(${b})`)),
  'starts-with': onTexts((_k, a, b) => booleanCode(`${grouped(a)}.startsWith(${b})`)),
  'ends-with': onTexts((_k, a, b) => booleanCode(`${grouped(a)}.endsWith(${b})`)),
  'substring-before': onTexts((k, a, b) => stringCode(`${k.writer.runtime('substringBefore')}(${a}, ${b})`)),
  'substring-after': onTexts((k, a, b) => stringCode(`${k.writer.runtime('substringAfter')}(${a}, ${b})`)),
  matches: regexCall(2, (_k, regex, text) => booleanCode(`${regex}.matches(${text})`)),
  tokenize: regexCall(2, (k, regex, text, expr, env) =>
    code(`${regex}.tokenize(${text})`, 'sequence', k.typeOf(expr, env)),
  ),
  replace: regexCall(3, (k, regex, text, expr, env) => {
    const replacement = requiredString(k, expr.arguments[2] as Expr, env, what(expr, 2));
    return stringCode(`${regex}.replace(${text}, ${replacement})`);
  }),
};

/** A call written out, without arrays nor boxes, where the static types of its arguments allow it. */
export function inlineCall(k: Compiling, expr: Call, local: string, env: Env): Code | undefined {
  return Object.hasOwn(INLINE, local) ? INLINE[local]?.(k, expr, env) : undefined;
}
