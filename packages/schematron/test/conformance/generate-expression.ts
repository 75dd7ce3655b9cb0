import type { Draw } from '../xpath/generate.js';
import { TEXTS } from './generate-document.js';

const PATTERNS = [
  '^\\d+$',
  'a',
  '[0-9]+(\\.[0-9]+)*',
  '^[a-z ]*$',
  '\\s',
  '(a|b)',
  '^.?$',
  '\\p{L}',
  '^(\\d{4})-(\\d{2})-\\d{2}$',
];
const TYPES = ['integer', 'decimal', 'double', 'date', 'boolean', 'string', 'NCName', 'language', 'dateTime'];
const AXES = [
  'child',
  'descendant',
  'descendant-or-self',
  'self',
  'parent',
  'ancestor',
  'ancestor-or-self',
  'following-sibling',
  'preceding-sibling',
  'following',
  'preceding',
];
const TESTS = ['a', 'b', '*', 'c', 'p:a', '*:a', 'a', '*', 'p:*', 'node()', 'text()', 'element()', 'd'];
const GENERAL = ['=', '=', '=', '!=', '<', '<=', '>', '>='];
const VALUE = ['eq', 'eq', 'ne', 'lt', 'le', 'gt', 'ge'];

type Maker = () => string;

/**
 * Writes expressions at random, of the kinds that schematrons are made of: paths with predicates, comparisons, functions on strings,
 * counts, casts, dates, quantifiers. Types are mostly right: an expression that only fails says little.
 */
export class ExpressionWriter {
  readonly #draw: Draw;
  #variables: readonly string[] = [];

  constructor(draw: Draw) {
    this.#draw = draw;
  }

  /** An expression of any type. */
  any(depth: number): string {
    return this.#pick([
      () => this.boolean(depth),
      () => this.boolean(depth),
      () => this.nodes(depth),
      () => this.text(depth),
      () => this.number(depth),
      () => this.sequence(depth),
      () => this.date(depth),
    ]);
  }

  /** A boolean, or what stands for one. */
  boolean(depth: number): string {
    if (depth <= 0)
      return this.#pick([() => this.#path(0), () => 'true()', () => `@x = ${this.#literal()}`, () => 'false()']);
    const d = depth - 1;
    return this.#pick([
      () => `${this.nodes(d)} ${this.#draw.pick(GENERAL)} ${this.#literal()}`,
      () => `${this.nodes(d)} ${this.#draw.pick(GENERAL)} ${this.nodes(d)}`,
      () => `${this.nodes(d)} = (${this.#literal()}, ${this.#literal()})`,
      () => `${this.number(d)} ${this.#draw.pick(GENERAL)} ${this.number(d)}`,
      () => `${this.text(d)} ${this.#draw.pick(GENERAL)} ${this.text(d)}`,
      () => `${this.#one(d)} ${this.#draw.pick(VALUE)} ${this.text(d)}`,
      () => `${this.number(d)} ${this.#draw.pick(VALUE)} ${this.number(d)}`,
      () => `${this.date(d)} ${this.#draw.pick(VALUE)} ${this.date(d)}`,
      () => `(${this.boolean(d)}) and (${this.boolean(d)})`,
      () => `(${this.boolean(d)}) or (${this.boolean(d)})`,
      () => `not(${this.boolean(d)})`,
      () => `exists(${this.nodes(d)})`,
      () => `empty(${this.nodes(d)})`,
      () => `boolean(${this.any(d)})`,
      () => `count(${this.nodes(d)}) ${this.#draw.pick(GENERAL)} ${this.#draw.below(3)}`,
      () => `${this.#draw.pick(['contains', 'starts-with', 'ends-with'])}(${this.text(d)}, ${this.text(d)})`,
      () => `matches(${this.text(d)}, '${this.#draw.pick(PATTERNS)}')`,
      () => `${this.#one(d)} castable as xs:${this.#draw.pick(TYPES)}`,
      () => `${this.#draw.pick(['some', 'every'])} ${this.#bind(this.sequence(d), 'satisfies', () => this.boolean(d))}`,
      () => `(${this.any(d)}) instance of ${this.#type()}`,
      () => `if (${this.boolean(d)}) then ${this.boolean(d)} else ${this.boolean(d)}`,
      () => `${this.#one(d)} ${this.#draw.pick(['is', '<<', '>>'])} ${this.#one(d)}`,
      () => `deep-equal(${this.nodes(d)}, ${this.nodes(d)})`,
      () => this.nodes(d),
    ]);
  }

  /** Nodes: a path, mostly. */
  nodes(depth: number): string {
    if (depth <= 0) return this.#path(0);
    const d = depth - 1;
    return this.#pick([
      () => this.#path(d),
      () => this.#path(d),
      () => this.#path(d),
      () => this.#path(d),
      () => `(${this.nodes(d)} ${this.#draw.pick(['|', 'union', 'intersect', 'except'])} ${this.nodes(d)})`,
      () => `(${this.nodes(d)})[${this.#predicate(d)}]`,
      () => `(${this.nodes(d)})/${this.#step(d)}`,
      () => `(if (${this.boolean(d)}) then ${this.nodes(d)} else ${this.nodes(d)})`,
      () => `(for ${this.#bind(this.nodes(d), 'return', () => this.nodes(d))})`,
    ]);
  }

  /** At most one string. */
  text(depth: number): string {
    if (depth <= 0) return this.#pick([() => this.#string(), () => 'string(.)', () => 'string(@x)', () => 'name()']);
    const d = depth - 1;
    return this.#pick([
      () => this.#string(),
      () => this.#one(d),
      () => `string(${this.#one(d)})`,
      () => `string(${this.number(d)})`,
      () => `normalize-space(${this.#one(d)})`,
      () => `concat(${this.text(d)}, ${this.text(d)})`,
      () => `substring(${this.text(d)}, ${this.number(d)})`,
      () => `substring(${this.text(d)}, ${this.#draw.below(4)}, ${this.#draw.below(5)})`,
      () => `${this.#draw.pick(['substring-before', 'substring-after'])}(${this.text(d)}, ${this.#string()})`,
      () => `${this.#draw.pick(['upper-case', 'lower-case'])}(${this.text(d)})`,
      () => `translate(${this.text(d)}, 'ab.', 'AB')`,
      () =>
        `replace(${this.text(d)}, '${this.#draw.pick(['\\d', '[ab]', '\\s+', '^(.)(.*)$'])}', '${this.#draw.pick(['', 'x', '-'])}')`,
      () => `string-join(for ${this.#bind(this.nodes(d), 'return', () => this.text(d))}, '|')`,
      () => `${this.#draw.pick(['name', 'local-name', 'namespace-uri'])}(${this.#one(d)})`,
      () => `string(${this.date(d)})`,
      () => `tokenize(${this.text(d)}, '${this.#draw.pick([' ', '\\.', '[-,]'])}')[${1 + this.#draw.below(2)}]`,
    ]);
  }

  /** At most one number. */
  number(depth: number): string {
    const literals = ['0', '1', '2', '3', '10', '2.5', '-1', '1e0', '0.5'];
    if (depth <= 0)
      return this.#pick([() => this.#draw.pick(literals), () => 'position()', () => 'last()', () => 'number(.)']);
    const d = depth - 1;
    return this.#pick([
      () => this.#draw.pick(literals),
      () => `count(${this.nodes(d)})`,
      () => `string-length(${this.text(d)})`,
      () => `number(${this.#one(d)})`,
      () => `(${this.number(d)} ${this.#draw.pick(['+', '-', '*', 'div', 'idiv', 'mod'])} ${this.number(d)})`,
      () => `(${this.#one(d)} ${this.#draw.pick(['+', '-', '*'])} ${this.number(d)})`,
      () => `${this.#draw.pick(['abs', 'floor', 'ceiling', 'round', 'round-half-to-even'])}(${this.number(d)})`,
      () => `${this.#draw.pick(['sum', 'avg', 'min', 'max'])}(${this.sequence(d)})`,
      () => `sum(${this.nodes(d)}[. castable as xs:decimal])`,
      () => `xs:${this.#draw.pick(['integer', 'decimal', 'double'])}(${this.#one(d)})`,
      () => `${this.#draw.pick(['year', 'month', 'day'])}-from-date(${this.date(d)})`,
      () => `-${this.number(0)}`,
      () => `(if (${this.boolean(d)}) then ${this.number(d)} else ${this.number(d)})`,
    ]);
  }

  /** At most one date. */
  date(depth: number): string {
    const literal = (): string =>
      `xs:date('${this.#draw.pick(['2020-02-29', '2021-12-31', '1999-01-01Z', '2020-03-01+02:00'])}')`;
    if (depth <= 0) return literal();
    const d = depth - 1;
    return this.#pick([
      literal,
      () => `xs:date(${this.#one(d)})`,
      () =>
        `(${this.date(d)} + xs:${this.#draw.pick(["dayTimeDuration('P1D')", "yearMonthDuration('P1M')", "dayTimeDuration('-PT36H')"])})`,
      () => `${this.nodes(d)}[. castable as xs:date][1]/xs:date(.)`,
    ]);
  }

  /** A sequence of anything. */
  sequence(depth: number): string {
    if (depth <= 0)
      return this.#pick([() => '(1, 2, 3)', () => "('a', 'b1')", () => this.#path(0), () => '1 to 3', () => '()']);
    const d = depth - 1;
    return this.#pick([
      () => this.nodes(d),
      () => this.nodes(d),
      () => `(${this.number(d)}, ${this.number(d)})`,
      () => `(${this.any(d)}, ${this.any(d)})`,
      () => `for ${this.#bind(this.sequence(d), 'return', () => this.any(d))}`,
      () => `distinct-values(${this.sequence(d)})`,
      () => `tokenize(${this.text(d)}, ' ')`,
      () => `reverse(${this.sequence(d)})`,
      () =>
        `subsequence(${this.sequence(d)}, ${this.#draw.below(4)}${this.#draw.chance(0.5) ? `, ${this.#draw.below(3)}` : ''})`,
      () => `remove(${this.sequence(d)}, ${this.#draw.below(3)})`,
      () => `insert-before(${this.sequence(d)}, ${this.#draw.below(3)}, ${this.any(d)})`,
      () => `index-of(${this.sequence(d)}, ${this.#literal()})`,
      () => `(${this.sequence(d)})[${this.#predicate(d)}]`,
      () => `data(${this.nodes(d)})`,
      () => `string-to-codepoints(${this.text(d)})`,
      () =>
        `${this.nodes(d)}/${this.#draw.pick(['name()', 'string()', 'local-name()', 'position()', 'count(*)', 'string-length()'])}`,
    ]).replace(/^(for .*)$/s, '($1)');
  }

  #path(depth: number): string {
    const steps = this.#draw.many(1, this.#draw.chance(0.3) ? 3 : 2, () => this.#step(depth));
    const start = this.#draw.pick(['', '', './/', '//', '//', '/r/', './/', '/*/', '../']);
    const joined = steps.reduce((text, step) => `${text}${this.#draw.chance(0.2) ? '//' : '/'}${step}`);
    return this.#variables.length > 0 && this.#draw.chance(0.1)
      ? `$${this.#draw.pick(this.#variables)}`
      : start + joined;
  }

  #step(depth: number): string {
    const predicate = depth > 0 && this.#draw.chance(0.45) ? `[${this.#predicate(depth - 1)}]` : '';
    return (
      this.#pick([
        () => this.#draw.pick(TESTS),
        () => this.#draw.pick(TESTS),
        () => `@${this.#draw.pick(['x', 'y', 'id', '*', 'p:x', '*:x'])}`,
        () => `${this.#draw.pick(AXES)}::${this.#draw.pick(TESTS)}`,
        () => this.#draw.pick(['.', '..']),
      ]) + predicate
    );
  }

  #predicate(depth: number): string {
    return this.#pick([
      () => this.boolean(depth),
      () => this.boolean(depth),
      () => this.boolean(depth),
      () => this.#draw.pick(['1', '2', 'last()', 'position() > 1', 'position() = last()', 'last() - 1']),
      () => `@${this.#draw.pick(['x', 'y', 'id'])} = ${this.#literal()}`,
      () => this.number(depth),
    ]);
  }

  /** At most one node, mostly. */
  #one(depth: number): string {
    return this.#pick([
      () => '.',
      () => '@x',
      () => '..',
      () => `(${this.nodes(depth)})[1]`,
      () => `(${this.nodes(depth)})[1]`,
      () => `${this.#draw.pick(TESTS.slice(0, 5))}[1]`,
      ...(this.#variables.length > 0 ? [() => `$${this.#draw.pick(this.#variables)}`] : []),
    ]);
  }

  #bind(range: string, word: string, body: Maker): string {
    const name = `v${this.#variables.length}`;
    const outer = this.#variables;
    this.#variables = [...outer, name];
    const text = `$${name} in ${range} ${word} ${body()}`;
    this.#variables = outer;
    return text;
  }

  #string(): string {
    return `'${this.#draw.pick(TEXTS)}'`;
  }

  #literal(): string {
    return this.#draw.chance(0.6) ? this.#string() : this.#draw.pick(['1', '2', '10', '2.5', 'true()']);
  }

  #type(): string {
    const items = [
      'xs:integer',
      'xs:string',
      'xs:untypedAtomic',
      'xs:double',
      'xs:boolean',
      'node()',
      'element()',
      'item()',
      'attribute()',
      'element(a)',
    ];
    return this.#draw.pick(items) + this.#draw.pick(['', '?', '*', '+']);
  }

  #pick(makers: readonly Maker[]): string {
    return this.#draw.pick(makers)();
  }
}
