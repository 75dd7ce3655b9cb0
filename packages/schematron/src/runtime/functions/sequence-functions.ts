import { XPathError } from '../error.js';
import type { Sequence } from '../item.js';
import { type FunctionSpec, implement } from '../signatures.js';
import { EMPTY, integer, number, truth } from './arguments.js';

/** `fn:insert-before`: before the first when the position is less than 1, at the end when it is past it. */
export function insertBefore(target: Sequence, position: number, inserts: Sequence): Sequence {
  if (target.length === 0) return inserts;
  if (inserts.length === 0) return target;
  const at = Math.min(Math.max(position, 1), target.length + 1) - 1;
  return [...target.slice(0, at), ...inserts, ...target.slice(at)];
}

/** `fn:remove`: the same when there is no such position. */
export function remove(target: Sequence, position: number): Sequence {
  if (!(position >= 1 && position <= target.length)) return target;
  return [...target.slice(0, position - 1), ...target.slice(position)];
}

/** `fn:subsequence`: positions are rounded as those of `fn:substring`. */
export function subsequence(source: Sequence, start: number, length?: number): Sequence {
  const from = Math.round(start);
  const to = length === undefined ? Number.POSITIVE_INFINITY : from + Math.round(length);
  if (!(from < to)) return EMPTY;
  return source.slice(Math.max(from - 1, 0), Math.max(Math.min(to - 1, source.length), 0));
}

/** Functions and Operators §15.1 and §15.2, and `head` and `tail` (3.0). */
export const sequenceFunctions: readonly FunctionSpec[] = [
  implement('empty', (_, items = EMPTY) => truth(items.length === 0)),
  implement('exists', (_, items = EMPTY) => truth(items.length > 0)),
  implement('insert-before', (_, target = EMPTY, position = EMPTY, inserts = EMPTY) =>
    insertBefore(target, integer(position), inserts),
  ),
  implement('remove', (_, target = EMPTY, position = EMPTY) => remove(target, integer(position))),
  implement('reverse', (_, items = EMPTY) => [...items].reverse()),
  implement('subsequence', (_, source = EMPTY, start = EMPTY, length) =>
    subsequence(source, number(start), length === undefined ? undefined : number(length)),
  ),
  implement('unordered', (_, items = EMPTY) => items),
  implement('head', (_, items = EMPTY) => items.slice(0, 1)),
  implement('tail', (_, items = EMPTY) => items.slice(1)),
  implement('zero-or-one', (_, items = EMPTY) => {
    if (items.length > 1) throw new XPathError('FORG0003', `zero-or-one() was given ${items.length} items`);
    return items;
  }),
  implement('one-or-more', (_, items = EMPTY) => {
    if (items.length === 0) throw new XPathError('FORG0004', 'one-or-more() was given the empty sequence');
    return items;
  }),
  implement('exactly-one', (_, items = EMPTY) => {
    if (items.length !== 1) throw new XPathError('FORG0005', `exactly-one() was given ${items.length} items`);
    return items;
  }),
];
