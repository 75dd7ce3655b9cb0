import type {
  Axis,
  Expr,
  ItemType,
  NodeTest,
  PathPattern,
  Pattern,
  PatternStep,
  QNameRef,
  SequenceType,
} from '../../src/xpath/ast.js';

/** Numbers from 0 to 1 that a seed decides (mulberry32), and what tests draw with them. */
export class Draw {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** From 0 to `bound` - 1. */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  }

  many<T>(least: number, most: number, make: () => T): T[] {
    return Array.from({ length: least + this.below(most - least + 1) }, make);
  }
}

/** A tree without its spans, to be compared with another. */
export function withoutSpans(tree: Expr | Pattern | SequenceType): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value)),
  );
}

const SPAN = { start: 0, end: 0 } as const;

/** Names that are words of the grammar elsewhere, or look like several of its terminals. */
const LOCALS = [
  'a',
  'b-c',
  'd.e',
  'div',
  'for',
  'if',
  'instance',
  'or',
  'to',
  'é',
  'text',
  'node',
  'then',
  'e1',
  '_-',
  'union',
];
const PREFIXES = ['', '', '', 'p', 'q-r', 'div'];
const STRINGS = ['', 'a', "it's", '"', '(:', 'é😀', ' x\n', "''"];
const AXES: readonly Axis[] = [
  'child',
  'descendant',
  'attribute',
  'self',
  'descendant-or-self',
  'following-sibling',
  'following',
  'namespace',
  'parent',
  'ancestor',
  'preceding-sibling',
  'preceding',
  'ancestor-or-self',
];

function qname(draw: Draw): QNameRef {
  return { prefix: draw.pick(PREFIXES), local: draw.pick(LOCALS) };
}

function functionName(draw: Draw): QNameRef {
  const name = qname(draw);
  const reserved = name.prefix === '' && ['if', 'text', 'node'].includes(name.local);
  return reserved ? { prefix: '', local: 'count' } : name;
}

function nodeTest(draw: Draw): NodeTest {
  const tests: readonly (() => NodeTest)[] = [
    () => ({ kind: 'name', name: qname(draw) }),
    () => ({ kind: 'name', name: qname(draw) }),
    () => ({ kind: 'wildcard' }),
    () => ({ kind: 'wildcard', prefix: draw.pick(LOCALS) }),
    () => ({ kind: 'wildcard', local: draw.pick(LOCALS) }),
    () => ({ kind: draw.pick(['node', 'text', 'comment'] as const) }),
    () => ({ kind: 'processing-instruction', ...(draw.chance(0.5) ? { target: draw.pick(LOCALS) } : {}) }),
    () => ({ kind: 'document-node', ...(draw.chance(0.5) ? { element: elementTest(draw) } : {}) }),
    () => elementTest(draw),
    () => ({ kind: 'attribute', ...named(draw) }),
    () => ({ kind: draw.pick(['schema-element', 'schema-attribute'] as const), name: qname(draw) }),
  ];
  return draw.pick(tests)();
}

function named(draw: Draw): { name?: QNameRef; type?: QNameRef } {
  return {
    ...(draw.chance(0.6) ? { name: qname(draw) } : {}),
    ...(draw.chance(0.3) ? { type: qname(draw) } : {}),
  };
}

function elementTest(draw: Draw): NodeTest & { kind: 'element' } {
  const names = named(draw);
  return { kind: 'element', ...names, ...(names.type !== undefined && draw.chance(0.5) ? { nillable: true } : {}) };
}

/** A SequenceType at random. */
export function randomSequenceType(draw: Draw): SequenceType {
  if (draw.chance(0.1)) return { kind: 'empty' };
  const items: readonly (() => ItemType)[] = [
    () => ({ kind: 'item' }),
    () => ({ kind: 'atomic', name: qname(draw) }),
    () => ({ kind: 'nodeTest', test: kindTest(draw) }),
  ];
  return { kind: 'of', item: draw.pick(items)(), occurrence: draw.pick(['one', 'optional', 'many', 'some'] as const) };
}

function kindTest(draw: Draw): NodeTest {
  const test = nodeTest(draw);
  return test.kind === 'name' || test.kind === 'wildcard' ? { kind: 'node' } : test;
}

function leaf(draw: Draw): Expr {
  const leaves: readonly (() => Expr)[] = [
    () => ({ kind: 'string', value: draw.pick(STRINGS), ...SPAN }),
    () => ({ kind: 'integer', text: draw.pick(['0', '1', '007']), ...SPAN }),
    () => ({ kind: 'decimal', text: draw.pick(['1.', '.5', '0.10']), ...SPAN }),
    () => ({ kind: 'double', text: draw.pick(['1e3', '.5E-2', '1.e+0']), ...SPAN }),
    () => ({ kind: 'variable', name: qname(draw), ...SPAN }),
    () => ({ kind: 'context', ...SPAN }),
    () => ({ kind: 'root', ...SPAN }),
    () => ({ kind: 'sequence', items: [], ...SPAN }),
    () => ({ kind: 'step', axis: draw.pick(AXES), test: nodeTest(draw), predicates: [], ...SPAN }),
  ];
  return draw.pick(leaves)();
}

/** Any tree of the grammar, whatever it means: for parsers and printers. */
export function randomTree(draw: Draw, depth: number): Expr {
  if (depth <= 0) return leaf(draw);
  const inner = (): Expr => randomTree(draw, depth - 1 - draw.below(2));
  const predicates = (): Expr[] => draw.many(0, 2, inner);
  const makers: readonly (() => Expr)[] = [
    () => leaf(draw),
    () => ({ kind: 'sequence', items: draw.many(2, 3, inner), ...SPAN }),
    () => ({ kind: 'range', from: inner(), to: inner(), ...SPAN }),
    () => ({ kind: draw.pick(['or', 'and'] as const), operands: draw.many(2, 3, inner), ...SPAN }),
    () => ({
      kind: 'general',
      operator: draw.pick(['=', '!=', '<', '<=', '>', '>='] as const),
      left: inner(),
      right: inner(),
      ...SPAN,
    }),
    () => ({
      kind: 'value',
      operator: draw.pick(['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const),
      left: inner(),
      right: inner(),
      ...SPAN,
    }),
    () => ({ kind: 'node', operator: draw.pick(['is', '<<', '>>'] as const), left: inner(), right: inner(), ...SPAN }),
    () => ({
      kind: 'arithmetic',
      operator: draw.pick(['+', '-', '*', 'div', 'idiv', 'mod'] as const),
      left: inner(),
      right: inner(),
      ...SPAN,
    }),
    () => ({ kind: 'unary', operator: draw.pick(['+', '-'] as const), operand: inner(), ...SPAN }),
    () => ({
      kind: 'set',
      operator: draw.pick(['union', 'intersect', 'except'] as const),
      left: inner(),
      right: inner(),
      ...SPAN,
    }),
    () => ({
      kind: draw.pick(['instanceOf', 'treatAs'] as const),
      operand: inner(),
      type: randomSequenceType(draw),
      ...SPAN,
    }),
    () => ({
      kind: draw.pick(['castAs', 'castableAs'] as const),
      operand: inner(),
      type: qname(draw),
      optional: draw.chance(0.5),
      ...SPAN,
    }),
    // biome-ignore lint/suspicious/noThenProperty: the word of the grammar; these objects are never awaited.
    () => ({ kind: 'if', condition: inner(), then: inner(), else: inner(), ...SPAN }),
    () => ({
      kind: draw.pick(['for', 'some', 'every'] as const),
      binding: { variable: qname(draw), in: inner() },
      body: inner(),
      ...SPAN,
    }),
    () => ({ kind: 'call', name: functionName(draw), arguments: draw.many(0, 3, inner), ...SPAN }),
    () => ({ kind: 'filter', operand: inner(), predicates: [inner(), ...predicates()], ...SPAN }),
    () => ({ kind: 'path', left: inner(), right: inner(), ...SPAN }),
    () => ({
      kind: 'path',
      left: { kind: 'path', left: inner(), right: anyDescendant(), ...SPAN },
      right: inner(),
      ...SPAN,
    }),
    () => ({ kind: 'step', axis: draw.pick(AXES), test: nodeTest(draw), predicates: predicates(), ...SPAN }),
  ];
  return draw.pick(makers)();
}

function anyDescendant(): Expr {
  return { kind: 'step', axis: 'descendant-or-self', test: { kind: 'node' }, predicates: [], ...SPAN };
}

/** Any pattern of the grammar. */
export function randomPattern(draw: Draw): Pattern {
  return { alternatives: draw.many(1, 3, () => pathPattern(draw)), ...SPAN };
}

function pathPattern(draw: Draw): PathPattern {
  const anchor = draw.pick<PathPattern['anchor']>([
    { kind: 'root' },
    { kind: 'anywhere' },
    { kind: 'anywhere' },
    {
      kind: 'call',
      call: { kind: 'call', name: { prefix: '', local: 'key' }, arguments: [leaf(draw), leaf(draw)], ...SPAN },
    },
    { kind: 'call', call: { kind: 'variable', name: qname(draw), ...SPAN } },
  ]);
  const steps = draw.many(anchor.kind === 'anywhere' ? 1 : 0, 3, () => patternStep(draw));
  const last = steps.length - 1;
  // Steps are kept from the last to the first: the first hangs on nothing when it may be anywhere.
  const linked = steps.map(
    (step, index): PatternStep => (index === last && anchor.kind === 'anywhere' ? { ...step, link: 'ancestor' } : step),
  );
  return { anchor, steps: linked, ...SPAN };
}

function patternStep(draw: Draw): PatternStep {
  const test = nodeTest(draw);
  const axes = ['child', 'child', 'attribute', 'self', 'descendant', 'descendant-or-self'] as const;
  const axis = test.kind === 'document-node' ? 'self' : draw.pick(axes);
  // Predicates that may be positions go with the first two alone.
  const predicates = axis === 'child' || axis === 'attribute' ? draw.many(0, 2, () => randomTree(draw, 2)) : [];
  return { axis, test, predicates, link: draw.pick(['parent', 'ancestor'] as const), ...SPAN };
}
