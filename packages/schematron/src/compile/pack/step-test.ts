import { ATTRIBUTE, COMMENT, DOCUMENT, ELEMENT, INSTRUCTION, type NodeKind, TEXT } from '../../tree/node.js';
import type { PatternStep, QNameRef } from '../../xpath/ast.js';
import { UnsupportedError } from '../expression/errors.js';
import { expandName, namespaceOf } from '../expression/names.js';
import type { ModuleWriter } from '../module-writer.js';

/** What the node test of a step asks: a kind, maybe a name, maybe more. */
export interface StepTest {
  /** 0: any kind of child. */
  readonly kind: NodeKind | 0;
  /** The identifier of the number of the name, when it is one name. */
  readonly name?: string;
  /** A JavaScript condition on `n` besides. */
  readonly condition?: string;
}

/** Where names are resolved. */
export interface StepNames {
  readonly writer: ModuleWriter;
  readonly namespaces: ReadonlyMap<string, string>;
  readonly source: string;
}

/** What a step of a pattern asks of a node (XSLT 2.0 §5.5.3). @throws StaticError, UnsupportedError */
export function stepTest(step: PatternStep, names: StepNames): StepTest {
  const { test } = step;
  const { writer } = names;
  const principal = step.axis === 'attribute' ? ATTRIBUTE : ELEMENT;
  const named = (kind: NodeKind, name: QNameRef): StepTest => {
    const { uri, local } = expandName(name, names);
    return { kind, name: writer.name(uri, local) };
  };
  switch (test.kind) {
    case 'name':
      return named(principal, test.name);
    case 'wildcard':
      if (test.local !== undefined)
        return { kind: principal, condition: `n.qname.local === ${writer.literal(test.local)}` };
      if (test.prefix !== undefined) {
        return { kind: principal, condition: `n.qname.uri === ${writer.literal(namespaceOf(test.prefix, names))}` };
      }
      return { kind: principal };
    case 'node':
      return { kind: step.axis === 'attribute' ? ATTRIBUTE : 0 };
    case 'text':
      return { kind: TEXT };
    case 'comment':
      return { kind: COMMENT };
    case 'processing-instruction':
      if (test.target === undefined) return { kind: INSTRUCTION };
      return { kind: INSTRUCTION, condition: `n.qname.local === ${writer.literal(test.target)}` };
    case 'element':
    case 'attribute': {
      if (test.type !== undefined) throw new UnsupportedError(`the type in ${test.kind}(…, …)`, names.source);
      const kind = test.kind === 'element' ? ELEMENT : ATTRIBUTE;
      return test.name === undefined ? { kind } : named(kind, test.name);
    }
    case 'document-node':
      if (test.element !== undefined) throw new UnsupportedError('document-node(element(…))', names.source);
      return { kind: DOCUMENT };
    default:
      throw new UnsupportedError(`${test.kind}(…)`, names.source);
  }
}

/** All of a step's test as one JavaScript condition on `n`. */
export function stepCondition({ kind, name, condition }: StepTest): string {
  const parts = [
    ...(kind === 0 ? [`n.kind !== ${DOCUMENT}`, `n.kind !== ${ATTRIBUTE}`] : [`n.kind === ${kind}`]),
    ...(name === undefined ? [] : [`n.name === ${name}`]),
    ...(condition === undefined ? [] : [condition]),
  ];
  return parts.join(' && ');
}
