import type { Axis, NodeTest, QNameRef } from '../../xpath/ast.js';
import type { ModuleWriter } from '../module-writer.js';
import { Kind } from '../static-type.js';
import type { Env } from './compiling.js';
import { StaticError } from './errors.js';
import { expandName, namespaceOf, SCHEMA_NAMESPACE } from './names.js';

type Names = Pick<Env, 'namespaces' | 'source'>;

/** What a node test asks of a node. */
export interface TestCode {
  /** Condition on the node, or `true`, or `false`. */
  readonly js: string;
  /** Kinds that may pass. */
  readonly kinds: number;
}

/** The number of the name that a test asks for, when that and the principal kind of the axis are all it asks. */
export function testedName(test: NodeTest, names: Names): { readonly uri: string; readonly local: string } | undefined {
  if (test.kind === 'name') return expandName(test.name, names);
  if (test.kind === 'element' && test.name !== undefined && test.type === undefined)
    return expandName(test.name, names);
  return undefined;
}

/** Kinds that an axis gives from nodes of those kinds. */
export function axisKinds(axis: Axis, from: number): number {
  const parents = Kind.element | Kind.document;
  const children = Kind.element | Kind.text | Kind.comment | Kind.instruction;
  switch (axis) {
    case 'attribute':
      return (from & Kind.element) !== 0 ? Kind.attribute : 0;
    case 'self':
      return from;
    case 'parent':
      return (from & ~Kind.document) !== 0 ? parents : 0;
    case 'ancestor':
      return (from & ~Kind.document) !== 0 ? parents : 0;
    case 'ancestor-or-self':
      return from | parents;
    case 'descendant-or-self':
      return from | ((from & parents) !== 0 ? children : 0);
    case 'namespace':
      return 0;
    case 'following':
    case 'preceding':
      return children;
    case 'following-sibling':
    case 'preceding-sibling':
      return (from & ~(Kind.document | Kind.attribute)) !== 0 ? children : 0;
    default:
      return (from & parents) !== 0 ? children : 0;
  }
}

const NUMBERS: readonly (readonly [number, number])[] = [
  [Kind.element, 1],
  [Kind.attribute, 2],
  [Kind.text, 3],
  [Kind.instruction, 7],
  [Kind.comment, 8],
  [Kind.document, 9],
];

function kindIs(node: string, kind: number, possible: number): string {
  if ((possible & ~kind) === 0) return 'true';
  return NUMBERS.filter(([bit]) => (kind & bit) !== 0)
    .map(([, number]) => `${node}.kind === ${number}`)
    .join(' || ');
}

function both(...conditions: string[]): string {
  if (conditions.includes('false')) return 'false';
  const left = conditions.filter((each) => each !== 'true');
  return left.length === 0 ? 'true' : left.join(' && ');
}

/** Types that a node of a document without a schema has. */
function untypedPasses(type: QNameRef | undefined, names: Names, accepted: readonly string[]): boolean {
  if (type === undefined) return true;
  const { uri, local } = expandName(type, names);
  if (uri !== SCHEMA_NAMESPACE)
    throw new StaticError('XPST0008', `the type ${local} is not known`, names.source ?? local);
  return accepted.includes(local);
}

/**
 * The condition that a node test puts on a node (§3.2.1.2).
 *
 * @param node JavaScript that reads the node, evaluated several times
 * @param possible kinds that the node may be
 */
export function nodeTestCode(
  w: ModuleWriter,
  test: NodeTest,
  axis: Axis,
  node: string,
  possible: number,
  names: Names,
): TestCode {
  const principal = axis === 'attribute' ? Kind.attribute : Kind.element;
  const of = (kind: number, ...more: string[]): TestCode => {
    const kinds = kind & possible;
    return kinds === 0 ? { js: 'false', kinds } : { js: both(kindIs(node, kind, possible), ...more), kinds };
  };
  const named = (kind: number, name: QNameRef): TestCode => {
    const { uri, local } = expandName(name, names);
    const kinds = kind & possible;
    if (kinds === 0) return { js: 'false', kinds };
    const id = w.name(uri, local);
    // Instructions have a name without a namespace; attributes and elements may share one.
    const others =
      possible &
      ~kind &
      (uri === '' ? Kind.element | Kind.attribute | Kind.instruction : Kind.element | Kind.attribute);
    return {
      js: both(`${node}.name === ${id}`, others === 0 ? 'true' : `${node}.kind === ${kind === Kind.attribute ? 2 : 1}`),
      kinds,
    };
  };
  switch (test.kind) {
    case 'name':
      return named(principal, test.name);
    case 'wildcard':
      if (test.prefix !== undefined)
        return of(principal, `${node}.qname.uri === ${w.literal(namespaceOf(test.prefix, names))}`);
      if (test.local !== undefined) return of(principal, `${node}.qname.local === ${w.literal(test.local)}`);
      return of(principal);
    case 'node':
      return { js: 'true', kinds: possible };
    case 'text':
      return of(Kind.text);
    case 'comment':
      return of(Kind.comment);
    case 'processing-instruction':
      return test.target === undefined
        ? of(Kind.instruction)
        : of(Kind.instruction, `${node}.qname.local === ${w.literal(test.target)}`);
    case 'document-node': {
      if (test.element === undefined) return of(Kind.document);
      const inner = nodeTestCode(w, test.element, 'child', 'x', Kind.element, names);
      const condition = w.constant(`(x) => ${inner.js}`, 'isElement');
      return of(Kind.document, `${w.runtime('documentHolds')}(${node}, ${condition})`);
    }
    case 'element': {
      const passes = untypedPasses(test.type, names, ['untyped', 'anyType']);
      if (!passes) return { js: 'false', kinds: 0 };
      return test.name === undefined ? of(Kind.element) : named(Kind.element, test.name);
    }
    case 'attribute': {
      const passes = untypedPasses(test.type, names, ['untypedAtomic', 'anyAtomicType', 'anySimpleType', 'anyType']);
      if (!passes) return { js: 'false', kinds: 0 };
      return test.name === undefined ? of(Kind.attribute) : named(Kind.attribute, test.name);
    }
    default:
      throw new StaticError('XPST0008', `no schema declares ${test.name.local}`, names.source ?? test.kind);
  }
}
