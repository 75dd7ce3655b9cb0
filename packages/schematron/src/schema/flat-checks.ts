import type { Check, Let, MessagePart, RuleItem } from './model.js';

/** A check with the texts by which it is compared, white space collapsed. */
export interface ComparedCheck {
  readonly check: Check;
  readonly kind: Check['kind'];
  readonly test: string;
  readonly message: string;
}

/** What a rule holds once its extensions are put in. */
export interface FlatItems {
  readonly checks: readonly ComparedCheck[];
  readonly lets: readonly Let[];
}

const known = new WeakMap<readonly RuleItem[], FlatItems>();

/** The checks and the variables of a rule, those of abstract rules in their place. */
export function checksOf(items: readonly RuleItem[]): FlatItems {
  const found = known.get(items);
  if (found !== undefined) return found;
  const checks: ComparedCheck[] = [];
  const lets: Let[] = [];
  for (const item of items) {
    if (item.kind === 'let') lets.push(item);
    else if (item.kind !== 'extends') checks.push(compared(item));
    else {
      const inner = checksOf(item.body);
      for (const each of inner.checks) checks.push(each);
      for (const each of inner.lets) lets.push(each);
    }
  }
  const flat = { checks, lets };
  known.set(items, flat);
  return flat;
}

function compared(check: Check): ComparedCheck {
  const test = check.test.text.replace(/\s+/g, ' ').trim();
  return { check, kind: check.kind, test, message: messageText(check.message) };
}

/** A message as it is written, expressions between braces. */
export function messageText(parts: readonly MessagePart[]): string {
  return parts.map(partText).join('').replace(/\s+/g, ' ').trim();
}

function partText(part: MessagePart): string {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'valueOf') return `{${part.select.text}}`;
  return part.path === undefined ? '{name()}' : `{name(${part.path.text})}`;
}
