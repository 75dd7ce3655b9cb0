import { specOf } from '../../runtime/values/sequence-type.js';
import { isAtomicTypeName } from '../../runtime/values/types.js';
import type { Expr, QNameRef, SequenceType } from '../../xpath/ast.js';
import { atomized, Kind, only } from '../static-type.js';
import { booleanCode, type Code, code } from './code.js';
import type { Compiling, Env } from './compiling.js';
import { StaticError } from './errors.js';
import { expandName, lexical, namespaceOf, SCHEMA_NAMESPACE } from './names.js';
import { optionalText } from './texts.js';

/** The local name of a built-in atomic type. @throws StaticError XPST0051 unknown, XPST0080 not to be cast to */
export function atomicTypeName(k: Compiling, name: QNameRef, expr: Expr, env: Env, forCast: boolean): string {
  const { uri, local } = expandName(name, env);
  if (uri !== SCHEMA_NAMESPACE || !(isAtomicTypeName(local) || local === 'anyAtomicType')) {
    throw new StaticError('XPST0051', `${lexical(name)} is not an atomic type`, k.textOf(expr, env));
  }
  if (forCast && (local === 'anyAtomicType' || local === 'NOTATION')) {
    throw new StaticError('XPST0080', `nothing can be cast to ${lexical(name)}`, k.textOf(expr, env));
  }
  return local;
}

/** A sequence type as the runtime reads it. @throws StaticError XPST0051, XPST0081 */
export function typeSpec(type: SequenceType, names: Pick<Env, 'namespaces' | 'source'>): string {
  return specOf(type, (name, what) => {
    const expanded = expandName(name, names);
    if (what === 'type' && expanded.uri !== SCHEMA_NAMESPACE) {
      throw new StaticError('XPST0051', `${lexical(name)} is not a type`, names.source ?? lexical(name));
    }
    return expanded;
  });
}

function checkedSpec(k: Compiling, type: SequenceType, expr: Expr, env: Env): string {
  if (type.kind === 'of' && type.item.kind === 'atomic') atomicTypeName(k, type.item.name, expr, env, false);
  if (type.kind === 'of' && type.item.kind === 'nodeTest' && type.item.test.kind.startsWith('schema-')) {
    throw new StaticError('XPST0008', 'there is no schema', k.textOf(expr, env));
  }
  return k.writer.literal(typeSpec(type, env));
}

/** `instance of` (§3.10.1). */
export function instanceOf(k: Compiling, expr: Extract<Expr, { kind: 'instanceOf' | 'treatAs' }>, env: Env): Code {
  const spec = checkedSpec(k, expr.type, expr, env);
  return booleanCode(`${k.writer.runtime('instanceOf')}(${k.sequence(expr.operand, env)}, ${spec})`);
}

/** `treat as` (§3.10.5): XPDY0050. */
export function treatAs(k: Compiling, expr: Extract<Expr, { kind: 'instanceOf' | 'treatAs' }>, env: Env): Code {
  const spec = checkedSpec(k, expr.type, expr, env);
  return code(
    `${k.writer.runtime('treatAs')}(${k.sequence(expr.operand, env)}, ${spec})`,
    'sequence',
    k.typeOf(expr, env),
  );
}

/** `cast as` (§3.10.2), and constructors `xs:TYPE(…)` (F&O §17.1). */
export function castAs(k: Compiling, operand: Expr, name: QNameRef, isOptional: boolean, expr: Expr, env: Env): Code {
  const w = k.writer;
  const local = atomicTypeName(k, name, expr, env, true);
  if (local === 'QName') return castQName(k, operand, isOptional, expr, env);
  const call = `${w.runtime('castSequence')}(${k.sequence(operand, env)}, ${w.literal(local)}, ${isOptional}, c)`;
  const type = k.typeOf(expr, env);
  return code(call, type.min === 1 ? 'item' : 'item?', type);
}

/** A literal is cast to xs:QName when the schema is compiled. Other texts are cast at run time, as XPath 3.0 and the reference engine do. */
function castQName(k: Compiling, operand: Expr, isOptional: boolean, expr: Expr, env: Env): Code {
  const w = k.writer;
  const type = k.typeOf(expr, env);
  if (operand.kind === 'string') {
    const found = /^\s*(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)\s*$/.exec(operand.value);
    if (found === null) throw new StaticError('FORG0001', 'not a QName', k.textOf(expr, env));
    const [, prefix = '', local = ''] = found;
    const uri = prefix === '' ? '' : prefixed(k, prefix, expr, env);
    return code(
      w.constant(`new (${w.runtime('XQName')})(${w.literal(uri)}, ${w.literal(local)}, ${w.literal(prefix)})`, 'qname'),
      'item',
      type,
    );
  }
  const call = `${w.runtime('castSequence')}(${k.sequence(operand, env)}, "QName", ${isOptional}, c)`;
  return code(call, type.min === 1 ? 'item' : 'item?', type);
}

function prefixed(k: Compiling, prefix: string, expr: Expr, env: Env): string {
  try {
    return namespaceOf(prefix, env);
  } catch (error) {
    if (!(error instanceof StaticError)) throw error;
    throw new StaticError('FONS0004', `the prefix ${prefix} is not bound to a namespace`, k.textOf(expr, env));
  }
}

/** `castable as` (§3.10.3). */
export function castableAs(k: Compiling, expr: Extract<Expr, { kind: 'castAs' | 'castableAs' }>, env: Env): Code {
  const w = k.writer;
  const local = atomicTypeName(k, expr.type, expr, env, true);
  const type = atomized(k.typeOf(expr.operand, env));
  if (k.optimise && type.max === 1 && only(type, Kind.string | Kind.untyped) && local !== 'QName') {
    const text = optionalText(k, expr.operand, env);
    if (text.form === 'text') return booleanCode(`${w.runtime('isText')}(${text.js}, ${w.literal(local)})`);
    return booleanCode(`${w.runtime('isOptionalText')}(${text.js}, ${w.literal(local)}, ${expr.optional})`);
  }
  return booleanCode(
    `${w.runtime('castableSequence')}(${k.sequence(expr.operand, env)}, ${w.literal(local)}, ${expr.optional}, c)`,
  );
}
