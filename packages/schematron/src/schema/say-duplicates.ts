import type { Place, RuleItem, SchemaPattern } from './model.js';
import type { Reading } from './reading.js';

/**
 * Says which rules, and which checks, were written with the id of another: what names them then means either. Instances of one
 * abstract pattern share its ids, which is no fault.
 */
export function sayDuplicateIds(reading: Reading, patterns: readonly SchemaPattern[]): void {
  const rules = new Map<string, Place>();
  const checks = new Map<string, Place>();
  const seen = new Set<readonly RuleItem[]>();
  const say = (known: Map<string, Place>, kind: string, id: string | undefined, place: Place): void => {
    const first = id === undefined ? undefined : known.get(id);
    if (id === undefined || first === undefined) {
      if (id !== undefined) known.set(id, place);
      return;
    }
    if (first.file === place.file && first.line === place.line && first.column === place.column) return;
    reading.report({
      code: 'id.duplicate',
      subject: id,
      message: `two ${kind} have the id "${id}": both run, and a finding that names it may come from either`,
      place,
      incomplete: false,
    });
  };
  const visit = (items: readonly RuleItem[]): void => {
    if (seen.has(items)) return;
    seen.add(items);
    for (const item of items) {
      if (item.kind === 'extends') visit(item.body);
      else if (item.kind !== 'let') say(checks, 'checks', item.id, item.place);
    }
  };
  for (const pattern of patterns) {
    for (const rule of pattern.rules) {
      say(rules, 'rules', rule.id, rule.place);
      visit(rule.items);
    }
  }
}
