import { type Context, defined, optionalSource, titleOf, unexpected } from './context.js';
import { SCHEMATRON, type SchemaElement } from './element.js';
import { isAbstract } from './expand-abstract.js';
import type { Let, Rule, SchemaPattern } from './model.js';
import { readLet } from './read-let.js';
import { abstractRules, type RuleReader } from './read-rule.js';
import { optional } from './reading.js';

/** Reads the patterns that can run, in order, and gives each a key of its own. */
export class PatternReader {
  readonly #keys = new Set<string>();
  #rank = 0;
  constructor(
    private readonly context: Context,
    private readonly rules: RuleReader,
  ) {}

  pattern(element: SchemaElement): SchemaPattern {
    this.#rank += 1;
    const id = optional(element, 'id');
    const lets: Let[] = [];
    const rules: Rule[] = [];
    const local = abstractRules(this.context, element);
    for (const child of element.elements()) {
      if (child.is('let')) lets.push(readLet(this.context, child));
      else if (child.is('rule')) {
        if (!isAbstract(child)) rules.push(this.rules.rule(child, local));
        else if (child.attribute('context') !== undefined) this.#sayContext(child);
      } else if (!(child.uri === SCHEMATRON && ignored.has(child.local))) unexpected(this.context, child, element);
    }
    this.#sayShadowed(rules);
    return defined({
      id,
      key: this.#key(id, element),
      title: titleOf(element),
      name: optional(element, 'name'),
      isA: optional(element, 'is-a'),
      documents: optionalSource(this.context, element, 'documents'),
      lets,
      rules,
      place: element.place,
    });
  }

  #key(id: string | undefined, element: SchemaElement): string {
    const wanted = id ?? `p${this.#rank}`;
    if (id !== undefined && this.#keys.has(id)) {
      this.context.reading.report({
        code: 'id.duplicate',
        subject: id,
        message: `two patterns have the id "${id}": both run, and a phase that names it takes both`,
        place: element.attributePlace('id'),
        incomplete: false,
      });
    }
    let key = wanted;
    for (let count = 2; this.#keys.has(key); count += 1) key = `${wanted}#${count}`;
    this.#keys.add(key);
    return key;
  }

  #sayContext(rule: SchemaElement): void {
    this.context.reading.report({
      code: 'rule.abstract-context',
      subject: optional(rule, 'id') ?? '',
      message: 'an abstract rule has a `context`: it is abstract all the same, and its context means nothing',
      place: rule.attributePlace('context'),
      incomplete: false,
    });
  }

  #sayShadowed(rules: readonly Rule[]): void {
    const first = new Map<string, Rule>();
    for (const rule of rules) {
      const context = rule.context.text.replace(/\s+/g, ' ').trim();
      const earlier = first.get(context);
      if (earlier === undefined) first.set(context, rule);
      else {
        const { file, line } = earlier.place;
        this.context.reading.report({
          code: 'rule.shadowed',
          subject: context,
          message: `the rule never runs: an earlier one of its pattern (${this.context.reading.files[file] ?? ''}, line ${line}) has the same context`,
          place: rule.place,
          incomplete: false,
        });
      }
    }
  }
}

const ignored = new Set(['title', 'p', 'param']);
