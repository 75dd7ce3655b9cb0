import { REFUSED_FUNCTIONS } from '../../runtime/refused.js';
import { acceptsArity, type FunctionSignature, SIGNATURES, type TypeSpec } from '../../runtime/signatures.js';
import { isCastTarget } from '../../runtime/values/types.js';
import type { Expr } from '../../xpath/ast.js';
import { atomized, Kind, only, type StaticType, typeOfSpec } from '../static-type.js';
import { type Code, code, integerCode, toSequence } from './code.js';
import type { Compiling, Env } from './compiling.js';
import { StaticError, UnsupportedError } from './errors.js';
import { contextItem, contextNode } from './focus.js';
import { inlineCall } from './inline.js';
import { expandName, FUNCTION_NAMESPACE, lexical, SCHEMA_NAMESPACE } from './names.js';
import { castAs } from './types.js';

type Call = Extract<Expr, { kind: 'call' }>;

/** A function call (§3.1.5). */
export function functionCall(k: Compiling, expr: Call, env: Env): Code {
  const { uri, local } = expandName(expr.name, env, FUNCTION_NAMESPACE);
  const args = expr.arguments;
  if (uri === SCHEMA_NAMESPACE) {
    const [operand] = args;
    if (operand === undefined || args.length !== 1 || !isCastTarget(local)) throw unknown(k, expr, env);
    return castAs(k, operand, expr.name, true, expr, env);
  }
  if (uri !== FUNCTION_NAMESPACE) return userCall(k, expr, `{${uri}}${local}#${args.length}`, env);
  const signature = SIGNATURES.get(local);
  if (signature === undefined) {
    const refused = REFUSED_FUNCTIONS.get(local);
    if (refused !== undefined)
      throw new UnsupportedError(`the function ${local}() (${refused.reason})`, k.textOf(expr, env));
    throw unknown(k, expr, env);
  }
  if (!acceptsArity(signature, args.length)) throw unknown(k, expr, env);
  if (signature.compiled === true) return focusCall(k, expr, local, env);
  return (k.optimise ? inlineCall(k, expr, local, env) : undefined) ?? libraryCall(k, expr, signature, env);
}

function unknown(k: Compiling, expr: Call, env: Env): StaticError {
  const name = `${lexical(expr.name)}() with ${expr.arguments.length} arguments`;
  return new StaticError('XPST0017', `there is no function ${name}`, k.textOf(expr, env));
}

/** `position()`, `last()`, `current()`: only the compiler knows. */
function focusCall(k: Compiling, expr: Call, local: string, env: Env): Code {
  if (local === 'current') {
    if (env.current === undefined) throw new StaticError('XTDE1360', 'there is no current item', k.textOf(expr, env));
    return code(env.frame.read(env.current), env.current.form, env.current.type);
  }
  contextItem(k, expr, env);
  const number = local === 'position' ? env.focus?.position : env.focus?.last;
  return integerCode(number === undefined ? '1' : env.frame.read(number));
}

/** A call of an implementation, its arguments converted (§3.1.5) unless their static type says that they need not be. */
function libraryCall(k: Compiling, expr: Call, signature: FunctionSignature, env: Env): Code {
  const w = k.writer;
  const call = w.constant(
    `${w.runtime('functionNamed')}(${w.literal(signature.name)})`,
    `fn_${signature.name.replaceAll('-', '_')}`,
  );
  const args = expr.arguments.map((argument, index) => {
    const spec = signature.parameters[Math.min(index, signature.parameters.length - 1)] ?? 'item()*';
    return converted(k, argument, spec, `argument ${index + 1} of ${signature.name}()`, env);
  });
  if (signature.contextArgument !== undefined && args.length < signature.maxArity) {
    args.push(contextArgument(k, expr, signature, env));
  }
  const type = k.typeOf(expr, env);
  const made = `${call}(${['c', ...args].join(', ')})`;
  const single = k.optimise && type.min === 1 && type.max === 1;
  return code(single ? `${made}[0]` : made, single ? 'item' : 'sequence', type);
}

function contextArgument(k: Compiling, expr: Call, signature: FunctionSignature, env: Env): string {
  const w = k.writer;
  if (signature.contextArgument === 'root') {
    const node = contextNode(k, expr, env, 'XTDE1270');
    return env.focus?.item.type.home === true ? '[c.document]' : `[${w.runtime('rootOf')}(${node})]`;
  }
  const spec = signature.parameters.at(-1) ?? 'item()?';
  const self: Expr = { kind: 'context', start: expr.start, end: expr.end };
  contextItem(k, expr, env);
  if (/^(?:node|element)\(\)/.test(spec)) {
    return `[${contextNode(k, expr, env, 'XPTY0004')}]`;
  }
  return converted(k, self, spec, `the context item of ${signature.name}()`, env, true);
}

/** Types that the kinds of a static type tell apart from all others. */
const EXACT =
  /^(?:item\(\)|node\(\)|element\(\)|document-node\(\)|numeric|xs:(?:string|double|boolean|integer|QName|anyURI|untypedAtomic|anyAtomicType))[?*+]?$/;

/** An argument as a sequence of the type of its parameter. */
function converted(k: Compiling, argument: Expr, spec: TypeSpec, what: string, env: Env, isString = false): string {
  const w = k.writer;
  const value = k.value(argument, env);
  const wanted = typeOfSpec(spec);
  const sequence = toSequence(w, value);
  const fits = (type: StaticType): boolean =>
    only(type, wanted.kinds) && type.min >= wanted.min && type.max <= wanted.max && EXACT.test(spec);
  if (fits(value.type)) return sequence;
  // `string-length()` and the like take string(.), whatever the context item is.
  if (isString && spec === 'xs:string?') return `[${w.runtime('stringOf')}(${sequence}[0])]`;
  refuse(k, argument, value.type, wanted, what, env);
  return `${w.runtime('convertArgument')}(${sequence}, ${w.literal(spec)}, ${w.literal(what)})`;
}

/** An argument that can never be right: the reference engine refuses it when it compiles. */
function refuse(k: Compiling, argument: Expr, type: StaticType, wanted: StaticType, what: string, env: Env): void {
  const fail = (why: string): never => {
    throw new StaticError('XPTY0004', `${what} ${why}`, k.textOf(argument, env));
  };
  if (type.max === 0 && wanted.min === 1) fail('is empty');
  if (type.min === 0 || wanted.max === 0) return;
  const given = (wanted.kinds & Kind.node) === 0 ? atomized(type).kinds : type.kinds;
  const promoted =
    ((given & (Kind.integer | Kind.decimal | Kind.float)) !== 0 ? Kind.numeric : 0) |
    ((given & Kind.uri) !== 0 ? Kind.string : 0) |
    ((given & Kind.untyped) !== 0 && (wanted.kinds & Kind.atomic) !== 0 ? Kind.atomic : 0);
  if (((given | promoted) & wanted.kinds) === 0) fail('has a type that is never right');
}

/** A call of an `xsl:function`. */
function userCall(k: Compiling, expr: Call, key: string, env: Env): Code {
  const found = k.functions.get(key);
  if (found === undefined) throw unknown(k, expr, env);
  const w = k.writer;
  const args = found.parameters.map((parameter, index) => {
    const argument = expr.arguments[index] ?? { kind: 'sequence', items: [], start: 0, end: 0 };
    const sequence = k.sequence(argument, env);
    if (parameter.as === undefined) return sequence;
    return `${w.runtime('convertArgument')}(${sequence}, ${w.literal(parameter.as)}, ${w.literal(`argument ${index + 1} of ${found.name}()`)})`;
  });
  return code(`${found.id}(${['c', ...args].join(', ')})`, found.form, found.result);
}
