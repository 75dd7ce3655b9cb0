import type { Axis, AxisStep, Expr } from '../../xpath/ast.js';
import { Kind, one } from '../static-type.js';
import type { Body, Compiling, Env } from './compiling.js';
import { UnsupportedError } from './errors.js';
import { contextNode } from './focus.js';
import { type Local, local } from './frame.js';
import { indexed } from './indexed.js';
import { axisKinds, nodeTestCode, testedName } from './node-test.js';
import { predicates } from './predicates.js';

/** Statements that run the body for every node of a step, in the order of its axis. */
export function eachOfStep(k: Compiling, step: AxisStep, env: Env, body: Body): string {
  if (step.axis === 'namespace') throw new UnsupportedError('the namespace axis', k.textOf(step, env));
  const from = contextNode(k, step, env);
  const fromType = env.focus?.item.type;
  const fromKinds = (fromType?.kinds ?? Kind.node) & Kind.node;
  const home = fromType?.home === true;
  const possible = axisKinds(step.axis, fromKinds);
  if (possible === 0) return '';

  const kindsOf = (node: string) => nodeTestCode(k.writer, step.test, step.axis, node, possible, env);
  const { kinds } = kindsOf('x');
  if (kinds === 0) return '';
  const node = local(one(kinds, home), 'node', 'x');
  const shortcut = k.optimise ? namedStep(k, step, env, from, node, fromKinds) : undefined;
  if (shortcut !== undefined) return predicates(k, shortcut.predicates ?? step.predicates, node, env, shortcut, body);
  const { open, once } = loop(k, step.axis, from, node, env);
  const condition = kindsOf(env.frame.read(node)).js;
  return predicates(k, step.predicates, node, env, { once, condition, open }, body);
}

interface Loop {
  /** The head, ended by `{`. */
  readonly open: string;
  /** One node at most. */
  readonly once: boolean;
}

/** Steps to a name that need no look at the other nodes. */
function namedStep(
  k: Compiling,
  step: AxisStep,
  env: Env,
  from: string,
  node: Local,
  fromKinds: number,
): Shortcut | undefined {
  const w = k.writer;
  const { frame } = env;
  const name = testedName(step.test, env);
  if (name === undefined) {
    if (step.axis !== 'descendant' || step.test.kind !== 'wildcard' || step.test.local === undefined) return undefined;
    const list = `${w.runtime('descendantsWithLocal')}(${from}, ${w.literal(step.test.local)}, c)`;
    return { once: false, open: `for (const ${frame.declare(node)} of ${list}) {\nc.tick();` };
  }
  const id = w.name(name.uri, name.local);
  if (step.axis === 'attribute' && step.test.kind === 'name') {
    const x = frame.declare(node);
    return { once: true, open: `const ${x} = ${w.runtime('attribute')}(${from}, ${id});\nif (${x} !== null) {` };
  }
  const below = step.axis === 'descendant' || (step.axis === 'descendant-or-self' && fromKinds === Kind.document);
  if (!below) return undefined;
  const found = indexed(k, step, from, id, env);
  const x = frame.declare(node);
  if (found !== undefined) {
    return { once: false, open: `for (const ${x} of ${found.list}) {\nc.tick();`, predicates: found.predicates };
  }
  const list =
    fromKinds === Kind.document
      ? `${w.runtime('elementsNamed')}(${from}, ${id})`
      : `${w.runtime('descendantsNamed')}(${from}, ${id}, c)`;
  return { once: false, open: `for (const ${x} of ${list}) {\nc.tick();` };
}

interface Shortcut extends Loop {
  /** Those that the loop does not answer already. */
  readonly predicates?: readonly Expr[];
}

function loop(k: Compiling, axis: Axis, from: string, node: Local, env: Env): Loop {
  const w = k.writer;
  const x = env.frame.declare(node);
  const walk = (first: string, next: string, tick = ''): Loop => ({
    once: false,
    open: `for (let ${x} = ${first}; ${x} !== null; ${x} = ${next}) {${tick}`,
  });
  const ticking = '\nc.tick();';
  switch (axis) {
    case 'child':
      // Children of the context node are bounded by the document; those of nodes found on the way may be met many times.
      return walk(`${from}.first`, `${x}.next`, from === 'n' ? '' : ticking);
    case 'attribute':
      return { once: false, open: `for (const ${x} of ${from}.attributes) {` };
    case 'self':
      return { once: true, open: `{\nconst ${x} = ${from};` };
    case 'parent':
      return { once: true, open: `const ${x} = ${from}.parent;\nif (${x} !== null) {` };
    case 'ancestor':
      return walk(`${from}.parent`, `${x}.parent`, ticking);
    case 'ancestor-or-self':
      return walk(from, `${x}.parent`, ticking);
    case 'following-sibling':
      return walk(`${from}.next`, `${x}.next`, ticking);
    case 'preceding-sibling':
      return walk(`${from}.previous`, `${x}.previous`, ticking);
    case 'following':
      return walk(`${w.runtime('firstFollowing')}(${from})`, `${w.runtime('nextNode')}(${x})`, ticking);
    case 'preceding':
      return { once: false, open: `for (const ${x} of ${w.runtime('precedingNodes')}(${from}, c)) {` };
    case 'descendant':
      return walk(`${from}.first`, `${w.runtime('nextInTree')}(${x}, ${from})`, ticking);
    default:
      return walk(from, `${w.runtime('nextInTree')}(${x}, ${from})`, ticking);
  }
}
