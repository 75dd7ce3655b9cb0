import type { RuleItem, Schema } from './model.js';

/** How much a schema holds. */
export interface SchemaSize {
  readonly patterns: number;
  readonly rules: number;
  /** Asserts and reports as written: those of an abstract rule count once. */
  readonly checks: number;
  /** Asserts and reports as they run: those of an abstract rule count in each rule that extends it. */
  readonly inlined: number;
}

/** Counts what a schema holds, for reports and for the page that shows a pack. */
export function measureSchema(schema: Schema): SchemaSize {
  const bodies = new Map<readonly RuleItem[], number>();
  let checks = 0;
  const size = (items: readonly RuleItem[]): number => {
    const known = bodies.get(items);
    if (known !== undefined) return known;
    let total = 0;
    for (const item of items) {
      if (item.kind === 'extends') total += size(item.body);
      else if (item.kind !== 'let') {
        total += 1;
        checks += 1;
      }
    }
    bodies.set(items, total);
    return total;
  };
  let rules = 0;
  let inlined = 0;
  for (const pattern of schema.patterns) {
    rules += pattern.rules.length;
    for (const rule of pattern.rules) inlined += size(rule.items);
  }
  return { patterns: schema.patterns.length, rules, checks, inlined };
}
