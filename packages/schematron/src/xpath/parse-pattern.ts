import type { AxisStep, Expr, PathPattern, Pattern, PatternStep } from './ast.js';
import { XPathSyntaxError } from './ast.js';
import { childrenOf } from './children.js';
import type { Cursor } from './cursor.js';
import { isCall, readAxisStep, readCall, readPredicates } from './parse-step.js';

/** Functions that a pattern may begin with: XSLT 2.0 §5.5.2, and `doc` and `root` of XSLT 3.0 §5.5.2. */
const ANCHORS: ReadonlySet<string> = new Set(['id', 'key', 'doc', 'element-with-id', 'root']);

const AXES: ReadonlySet<string> = new Set<PatternStep['axis']>([
  'child',
  'attribute',
  'self',
  'descendant',
  'descendant-or-self',
]);

function isPatternAxis(axis: string): axis is PatternStep['axis'] {
  return AXES.has(axis);
}

/** Alternatives that one pattern may be written out to: `(a|b)/(c|d)` makes four. */
const MAX_ALTERNATIVES = 2_000;

type Anchor = PathPattern['anchor'];

/** A path from its first step to its last, and what stands before it. */
interface Path {
  readonly anchor: Anchor;
  readonly steps: readonly PatternStep[];
}

/**
 * Pattern of XSLT 2.0 §5.5.2. Of XSLT 3.0, as the reference engine does: the axes `self`, `descendant` and `descendant-or-self`,
 * `union`, a variable or `root()` first, `.[…]`, and unions in parentheses, which are written out.
 */
export function readPattern(cursor: Cursor): Pattern {
  const start = cursor.start;
  const alternatives = readUnion(cursor).map(
    ({ anchor, steps, ...span }): PathPattern => ({
      anchor,
      steps: [...steps].reverse(),
      ...span,
    }),
  );
  return { alternatives, ...cursor.span(start) };
}

function readUnion(cursor: Cursor): (Path & { start: number; end: number })[] {
  const all: (Path & { start: number; end: number })[] = [];
  do {
    const start = cursor.start;
    const paths = readPathPattern(cursor);
    const span = cursor.span(start);
    for (const path of paths) all.push({ ...path, ...span });
    bound(cursor, all.length, start);
  } while (cursor.take('|') || takeWord(cursor, 'union'));
  if (cursor.isWord('intersect') || cursor.isWord('except')) {
    throw new XPathSyntaxError(
      `“${cursor.peek().text}” is not supported in a pattern.`,
      cursor.text,
      cursor.start,
      'XTSE0340',
    );
  }
  return all;
}

function takeWord(cursor: Cursor, word: string): boolean {
  if (!cursor.isWord(word)) return false;
  cursor.next();
  return true;
}

function readPathPattern(cursor: Cursor): Path[] {
  const root: Path = { anchor: { kind: 'root' }, steps: [] };
  if (cursor.take('//')) return readSteps(cursor, [root], 'ancestor');
  if (cursor.take('/')) return beginsPatternStep(cursor) ? readSteps(cursor, [root], 'parent') : [root];
  if (cursor.isSymbol('.')) return readAlone(cursor);
  const call = readAnchor(cursor);
  if (call === undefined) return readSteps(cursor, [{ anchor: { kind: 'anywhere' }, steps: [] }], 'ancestor');
  const first: Path = { anchor: { kind: 'call', call }, steps: [] };
  if (cursor.take('//')) return readSteps(cursor, [first], 'ancestor');
  return cursor.take('/') ? readSteps(cursor, [first], 'parent') : [first];
}

/** `.` and its predicates, which nothing follows (PredicatePattern of XSLT 3.0). */
function readAlone(cursor: Cursor): Path[] {
  const step = readPatternStep(cursor, 'ancestor');
  if (cursor.isSymbol('/') || cursor.isSymbol('//')) throw cursor.error('a predicate or the end after “.”', 'XTSE0340');
  return [{ anchor: { kind: 'anywhere' }, steps: [step] }];
}

function beginsPatternStep(cursor: Cursor): boolean {
  const { kind, text } = cursor.peek();
  return kind === 'name' || (kind === 'symbol' && (text === '*' || text === '@' || text === '('));
}

function readAnchor(cursor: Cursor): Expr | undefined {
  const { start } = cursor.peek();
  if (cursor.take('$')) {
    const name = cursor.qname('the name of a variable');
    const variable: Expr = { kind: 'variable', name, ...cursor.span(start) };
    if (!cursor.isSymbol('[')) return variable;
    return { kind: 'filter', operand: variable, predicates: readPredicates(cursor), ...cursor.span(start) };
  }
  if (!isCall(cursor)) return undefined;
  if (!ANCHORS.has(cursor.peek(cursor.qnameLength() - 1).text)) {
    throw cursor.error('a step, “key(…)”, “id(…)” or “doc(…)”', 'XTSE0340');
  }
  const call = readCall(cursor);
  if (!cursor.isSymbol('[')) return call;
  return { kind: 'filter', operand: call, predicates: readPredicates(cursor), ...cursor.span(start) };
}

/** RelativePathPattern, after each of the beginnings. */
function readSteps(cursor: Cursor, beginnings: readonly Path[], link: PatternStep['link']): Path[] {
  let paths = readGroup(cursor, beginnings, link);
  for (;;) {
    if (cursor.take('//')) paths = readGroup(cursor, paths, 'ancestor');
    else if (cursor.take('/')) paths = readGroup(cursor, paths, 'parent');
    else return paths;
  }
}

/** One step, or a union of paths in parentheses, after each of the beginnings. */
function readGroup(cursor: Cursor, beginnings: readonly Path[], link: PatternStep['link']): Path[] {
  const start = cursor.start;
  if (!cursor.take('(')) {
    const step = readPatternStep(cursor, link);
    return beginnings.map(({ anchor, steps }) => ({ anchor, steps: [...steps, step] }));
  }
  const united = cursor.nested(() => readUnion(cursor));
  cursor.expect(')');
  const inside = withPredicates(cursor, united);
  const whole = beginnings.every(({ anchor, steps }) => anchor.kind === 'anywhere' && steps.length === 0);
  if (whole) return inside.map(({ anchor, steps }) => ({ anchor, steps }));
  bound(cursor, beginnings.length * inside.length, start);
  return beginnings.flatMap(({ anchor, steps }) =>
    inside.map((path) => {
      const [first, ...rest] = path.steps;
      if (path.anchor.kind !== 'anywhere' || first === undefined) {
        throw new XPathSyntaxError('Only steps may follow “/” in a pattern.', cursor.text, start, 'XTSE0340');
      }
      return { anchor, steps: [...steps, { ...first, link }, ...rest] };
    }),
  );
}

/** `(a|b)[…]` is `a[…] | b[…]` as long as the predicate is not about positions. */
function withPredicates<T extends Path>(cursor: Cursor, paths: readonly T[]): readonly T[] {
  if (!cursor.isSymbol('[')) return paths;
  const start = cursor.start;
  const predicates = readPredicates(cursor);
  const steps = paths.every((path) => path.steps.length > 0);
  if (!steps || !predicates.every(isSurelyBoolean)) {
    const why = 'A predicate that may be a position is not supported after a parenthesis in a pattern.';
    throw new XPathSyntaxError(why, cursor.text, start, 'XTSE0340');
  }
  return paths.map((path) => ({
    ...path,
    steps: path.steps.map((step, index) =>
      index === path.steps.length - 1 ? { ...step, predicates: [...step.predicates, ...predicates] } : step,
    ),
  }));
}

const BOOLEAN: ReadonlySet<Expr['kind']> = new Set<Expr['kind']>([
  'general',
  'value',
  'node',
  'and',
  'or',
  'some',
  'every',
  'step',
  'instanceOf',
  'castableAs',
]);

function isSurelyBoolean(predicate: Expr): boolean {
  return BOOLEAN.has(predicate.kind) && !mentionsPosition(predicate);
}

function isSurelyPosition(predicate: Expr): boolean {
  return ['integer', 'decimal', 'double', 'arithmetic'].includes(predicate.kind) || mentionsPosition(predicate);
}

function mentionsPosition(expression: Expr): boolean {
  if (expression.kind === 'call' && ['position', 'last'].includes(expression.name.local)) return true;
  return childrenOf(expression).some(mentionsPosition);
}

function bound(cursor: Cursor, count: number, at: number): void {
  if (count > MAX_ALTERNATIVES) {
    throw new XPathSyntaxError(
      `The pattern has more than ${MAX_ALTERNATIVES} alternatives.`,
      cursor.text,
      at,
      'XTSE0340',
    );
  }
}

/** PatternStep: an axis step on one of the axes that patterns have. */
function readPatternStep(cursor: Cursor, link: PatternStep['link']): PatternStep {
  const start = cursor.start;
  if (cursor.take('.')) {
    const predicates = readPredicates(cursor);
    return { axis: 'self', test: { kind: 'node' }, predicates, link, ...cursor.span(start) };
  }
  const explicit = cursor.isSymbol('::', 1);
  const { axis, test, predicates }: AxisStep = readAxisStep(cursor);
  if (!isPatternAxis(axis)) {
    throw new XPathSyntaxError(`The axis “${axis}” has no place in a pattern.`, cursor.text, start, 'XTSE0340');
  }
  if (axis !== 'child' && axis !== 'attribute' && predicates.some(isSurelyPosition)) {
    const why = `A predicate about positions is not supported on the axis “${axis}” of a pattern.`;
    throw new XPathSyntaxError(why, cursor.text, start, 'XTSE0340');
  }
  // A document node is no child: without an axis, this test means the node itself (XSLT 2.0 §5.5.3, XSLT 3.0 `child-or-top`).
  const own = test.kind === 'document-node' && !explicit ? 'self' : axis;
  return { axis: own, test, predicates, link, ...cursor.span(start) };
}
