import type { XNode } from '../../tree/node.js';
import { XPathError } from '../error.js';
import { type Item, type Sequence, XUntyped, XUri } from '../item.js';
import { LimitError } from '../limits.js';
import type { Run } from '../run.js';
import { convertArgument } from '../values/convert.js';
import { XInteger } from '../values/integer.js';
import { stringOf, stringValue } from '../values/text-value.js';

const small = Array.from({ length: 64 }, (_, value) => XInteger.of(value));

/** An xs:integer of a JavaScript number. */
export function integerOf(value: number): XInteger {
  return small[value] ?? XInteger.of(value);
}

const NONE: Sequence = Object.freeze([]);

/** What may be missing as a sequence. */
export function optional(item: Item | null | undefined): Sequence {
  return item === null || item === undefined ? NONE : [item];
}

/** A text of xs:untypedAtomic that may be missing as a sequence. */
export function optionalUntyped(text: string | null): Sequence {
  return text === null ? NONE : [new XUntyped(text)];
}

/** A text of xs:anyURI that may be missing as a sequence. */
export function optionalUri(text: string | null): Sequence {
  return text === null ? NONE : [new XUri(text)];
}

/** The string value of a node that may be missing. */
export function textOf(node: XNode | null): string | null {
  return node === null ? null : stringValue(node);
}

/** The text of the first item of a sequence that holds one at most. */
export function textOfFirst(items: Sequence): string | null {
  const [item] = items;
  return item === undefined ? null : stringOf(item);
}

/** The texts of all items. */
export function textsOf(items: Sequence): string[] {
  return items.map(stringOf);
}

/** How long a text that a rule makes may be, in UTF-16 units. */
const LONGEST_TEXT = 100_000_000;

/** The texts one after the other. @throws LimitError `limit.size` when that is longer than a rule may make */
export function joinTexts(texts: readonly string[], between: string, c: Run): string {
  let length = between.length * Math.max(0, texts.length - 1);
  for (const text of texts) length += text.length;
  if (length > LONGEST_TEXT) {
    throw new LimitError('limit.size', `a text of more than ${LONGEST_TEXT} characters`);
  }
  c.spend(length >>> 4);
  return texts.join(between);
}

/** Adds items to a list, however many they are. */
export function append(list: Item[], items: Sequence): void {
  for (const item of items) list.push(item);
}

/** An argument of type `xs:string?`, converted. @throws XPathError XPTY0004 */
export function stringArgument(items: Sequence, what: string): string | null {
  const [item] = convertArgument(items, 'xs:string?', what);
  return item === undefined ? null : stringOf(item);
}

/** An argument that must be there. @throws XPathError XPTY0004 */
export function required<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new XPathError('XPTY0004', `${what} is empty`);
  return value;
}

/** The text of what a sequence constructor gave: the value of a temporary tree. */
export function untypedText(items: Sequence): XUntyped {
  return new XUntyped(items.map(stringOf).join(''));
}
