import type { Source } from '../../schema/model.js';
import { DOCUMENT } from '../../tree/node.js';
import type { Expr, PathPattern, Pattern, PatternStep } from '../../xpath/ast.js';
import { Kind } from '../static-type.js';
import { stepType } from './context-type.js';
import { type Expressions, homeNode, type Scope, scopeOf } from './expressions.js';
import { mayBePositional } from './positional.js';
import { stepCondition, stepTest } from './step-test.js';

/** What the patterns of one text are compiled with. */
export interface PatternContext {
  readonly expressions: Expressions;
  readonly scope: Scope;
  readonly source: Source;
}

/** JavaScript conditions on `n` and `c` that come to the predicates of a step; positions are those among the siblings. */
export function predicateConditions(step: PatternStep, context: PatternContext): readonly string[] {
  const { expressions, scope, source } = context;
  const { writer, compiler } = expressions;
  if (!step.predicates.some(mayBePositional)) {
    const own = scopeOf(source, { ...scope, context: stepType(step) });
    return step.predicates.map((predicate) => `${compiler.test(predicate, own)}(n, c)`);
  }
  const { start, end, test, predicates } = step;
  const axis = step.axis === 'attribute' ? 'attribute' : 'child';
  const siblings: Expr = { kind: 'step', axis, test, predicates, start, end };
  const parent = homeNode(Kind.element | Kind.document);
  const items = compiler.items(siblings, scopeOf(source, { ...scope, context: parent }));
  // Once for each parent: between two siblings the walk goes down into the first.
  const key = writer.literal(`chosen ${items}`);
  const chosen = writer.define({
    hint: 'chosen',
    params: ['n', 'c'],
    body: [
      'const m = c.memoryOf(n);',
      `let s = m.get(${key});`,
      'if (s === undefined) {',
      `s = new Set(${items}(n, c));`,
      `m.set(${key}, s);`,
      '}',
      'return s;',
    ],
  });
  return [`n.parent !== null && ${chosen}(n.parent, c).has(n)`];
}

/** The function `(n, c) => boolean` of a pattern, matched from the last step to the first (XSLT 2.0 §5.5.3). */
export function patternMatcher(pattern: Pattern, context: PatternContext): string {
  const { writer } = context.expressions;
  const tests = pattern.alternatives.map((path) => `${pathMatcher(path, context)}(n, c)`);
  return writer.define({
    hint: 'matches',
    params: ['n', 'c'],
    body: `return ${tests.join(' || ')};`,
    comment: context.source.text,
  });
}

/** The function of one path of a pattern. */
export function pathMatcher(path: PathPattern, context: PatternContext): string {
  return stepsMatcher(path, 0, context);
}

/** Whether a node matches the steps from `index` on, the last step of the path being the first. */
function stepsMatcher(path: PathPattern, index: number, context: PatternContext): string {
  const { writer } = context.expressions;
  const step = path.steps[index];
  if (step === undefined) return anchorMatcher(path, context);
  const names = { writer, namespaces: context.source.namespaces, source: context.source.text };
  const own = [stepCondition(stepTest(step, names)), ...predicateConditions(step, context)];
  const left = leftCondition(path, index, step, context);
  const all = left === '' ? own : [...own, left];
  return writer.define({ hint: 'step', params: ['n', 'c'], body: `return ${all.join(' && ')};`, memo: 'item' });
}

/** What stands to the left of a step, as a condition on `n`; nothing when it may stand anywhere. */
function leftCondition(path: PathPattern, index: number, step: PatternStep, context: PatternContext): string {
  if (index + 1 === path.steps.length && path.anchor.kind === 'anywhere') return '';
  const { writer } = context.expressions;
  const left = stepsMatcher(path, index + 1, context);
  const up = step.link === 'ancestor' ? 'ancestor' : step.axis;
  switch (up) {
    case 'self':
      return `${left}(n, c)`;
    case 'ancestor':
    case 'descendant':
    case 'descendant-or-self': {
      // `//` before an axis that may stay where it is keeps that choice.
      const self = step.axis === 'self' || step.axis === 'descendant-or-self';
      const start = self ? 'n' : 'n.parent';
      const body = [
        `for (let p = ${start}; p !== null; p = p.parent) {`,
        `if (${left}(p, c)) return true;`,
        '}',
        'return false;',
      ];
      return `${writer.define({ hint: 'below', params: ['n', 'c'], body })}(n, c)`;
    }
    default:
      return `n.parent !== null && ${left}(n.parent, c)`;
  }
}

function anchorMatcher({ anchor }: PathPattern, context: PatternContext): string {
  const { writer, compiler } = context.expressions;
  if (anchor.kind !== 'call') {
    const body = anchor.kind === 'root' ? `return n.kind === ${DOCUMENT};` : 'return true;';
    return writer.define({ hint: 'anchor', params: ['n', 'c'], body });
  }
  // The call depends on the document alone: it is asked of its top, once.
  const items = compiler.items(
    anchor.call,
    scopeOf(context.source, { ...context.scope, context: homeNode(Kind.node) }),
  );
  const found = writer.define({
    hint: 'found',
    params: ['n', 'c'],
    body: `return new Set(${items}(n, c));`,
    memo: 'item',
  });
  return writer.define({
    hint: 'anchor',
    params: ['n', 'c'],
    body: `return ${found}(${writer.runtime('rootOf')}(n), c).has(n);`,
  });
}
