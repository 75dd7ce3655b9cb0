import { type Context, defined, optionalSource, requiredSource, unexpected, words } from './context.js';
import type { SchemaElement } from './element.js';
import { isAbstract } from './expand-abstract.js';
import type { Check, Extension, Rule, RuleItem } from './model.js';
import { readLet } from './read-let.js';
import { readMessage } from './read-message.js';
import { optional, required } from './reading.js';

/** Reads rules, and what they take from abstract rules: each abstract rule is read once, whoever extends it. */
export class RuleReader {
  /** Abstract rules of the whole schema, by id. */
  readonly #everywhere = new Map<string, SchemaElement[]>();
  readonly #bodies = new Map<unknown, readonly RuleItem[]>();
  /** How many checks a body holds, those of its extensions included. */
  readonly #sizes = new Map<readonly RuleItem[], number>();
  readonly #open = new Set<unknown>();
  readonly #duplicates = new Set<string>();

  constructor(
    private readonly context: Context,
    rules: Iterable<SchemaElement>,
  ) {
    for (const rule of rules) addAbstract(this.context, this.#everywhere, rule);
  }

  /** A rule that has a context. `local` holds the abstract rules of its own pattern, which come before those of others. */
  rule(element: SchemaElement, local: ReadonlyMap<string, SchemaElement[]>): Rule {
    const context = requiredSource(this.context, element, 'context');
    const items = this.#items(element, local);
    this.context.reading.budget.spend('checks', this.#size(items), element.position);
    return defined({
      id: optional(element, 'id'),
      context,
      role: optional(element, 'role'),
      flag: optional(element, 'flag'),
      see: optional(element, 'see'),
      subject: optionalSource(this.context, element, 'subject'),
      items,
      place: element.place,
    });
  }

  #items(element: SchemaElement, local: ReadonlyMap<string, SchemaElement[]>): readonly RuleItem[] {
    const items: RuleItem[] = [];
    for (const child of element.elements()) {
      if (child.is('let')) items.push(readLet(this.context, child));
      else if (child.is('assert') || child.is('report')) items.push(this.#check(child));
      else if (child.is('extends')) items.push(this.#extension(child, local));
      else if (!child.is('title') && !child.is('p')) unexpected(this.context, child, element);
    }
    return items;
  }

  #check(element: SchemaElement): Check {
    return defined({
      kind: element.local === 'report' ? ('report' as const) : ('assert' as const),
      id: optional(element, 'id'),
      test: requiredSource(this.context, element, 'test'),
      message: readMessage(this.context, element),
      role: optional(element, 'role'),
      flag: optional(element, 'flag'),
      see: optional(element, 'see'),
      icon: optional(element, 'icon'),
      fpi: optional(element, 'fpi'),
      subject: optionalSource(this.context, element, 'subject'),
      diagnostics: words(element, 'diagnostics'),
      properties: words(element, 'properties'),
      lang: optional(element, 'xml:lang'),
      place: element.place,
    });
  }

  #extension(element: SchemaElement, local: ReadonlyMap<string, SchemaElement[]>): Extension {
    const { place } = element;
    const href = element.attribute('href');
    if (href !== undefined) {
      return { kind: 'extends', rule: href, body: this.#body(element, element.children, element, local), place };
    }
    const id = required(this.context.reading, element, 'rule').trim();
    const rules = local.get(id) ?? this.#everywhere.get(id) ?? [];
    const [only] = rules;
    if (only === undefined) {
      const message = `there is no abstract rule "${id}": what it would check is not checked`;
      this.context.reading.missing('rule.missing', id, message, element, 'rule');
      return { kind: 'extends', rule: id, body: [], place };
    }
    if (rules.length > 1) this.#sayDuplicate(id, rules);
    const bodies = rules.map((rule) => this.#body(rule, rule, element, local));
    return { kind: 'extends', rule: id, body: rules.length === 1 ? (bodies[0] ?? []) : bodies.flat(), place };
  }

  #body(
    rule: SchemaElement,
    identity: unknown,
    from: SchemaElement,
    local: ReadonlyMap<string, SchemaElement[]>,
  ): readonly RuleItem[] {
    const known = this.#bodies.get(identity);
    if (known !== undefined) return known;
    const { reading } = this.context;
    if (this.#open.has(identity)) {
      const name = from.attribute('rule') ?? from.attribute('href') ?? '';
      reading.fail('schema.cycle', `the abstract rule "${name}" extends itself; take one \`extends\` out`, from);
    }
    this.#open.add(identity);
    reading.budget.check('includeDepth', this.#open.size, from.position);
    const items = this.#items(rule, local);
    reading.budget.check('checks', this.#size(items), from.position);
    this.#open.delete(identity);
    this.#bodies.set(identity, items);
    return items;
  }

  #size(items: readonly RuleItem[]): number {
    const known = this.#sizes.get(items);
    if (known !== undefined) return known;
    let size = 0;
    for (const item of items) size += item.kind === 'extends' ? this.#size(item.body) : Number(item.kind !== 'let');
    this.#sizes.set(items, size);
    return size;
  }

  #sayDuplicate(id: string, rules: readonly SchemaElement[]): void {
    if (this.#duplicates.has(id)) return;
    this.#duplicates.add(id);
    this.context.reading.report({
      code: 'id.duplicate',
      subject: id,
      message: `${rules.length} abstract rules have the id "${id}": a rule that extends it takes the checks of all, as the ISO pipeline does`,
      place: rules[1]?.place ?? rules[0]?.place ?? { file: 0, line: 1, column: 1 },
      incomplete: false,
    });
  }
}

/** The abstract rules of a pattern, by id. */
export function abstractRules(context: Context, pattern: SchemaElement): ReadonlyMap<string, SchemaElement[]> {
  const found = new Map<string, SchemaElement[]>();
  for (const child of pattern.elements()) if (child.is('rule') && isAbstract(child)) addAbstract(context, found, child);
  return found;
}

function addAbstract(context: Context, found: Map<string, SchemaElement[]>, rule: SchemaElement): void {
  const id = required(context.reading, rule, 'id').trim();
  const others = found.get(id);
  if (others === undefined) found.set(id, [rule]);
  else others.push(rule);
}
