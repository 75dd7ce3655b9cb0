import { XNode } from '../../tree/node.js';
import { XPathError } from '../error.js';
import type { Item, Sequence } from '../item.js';
import { XInteger } from '../values/integer.js';
import { stringOf } from '../values/text-value.js';

/** The empty sequence. */
export const EMPTY: Sequence = Object.freeze([]);
/** `true()` and `false()` as sequences. */
export const TRUE: Sequence = Object.freeze([true]);
export const FALSE: Sequence = Object.freeze([false]);

/** What a function is given where its caller did not convert: a fault of the caller, not of a rule. */
function unexpected(item: Item | undefined, wanted: string): never {
  throw new XPathError('XPTY0004', `${wanted} was wanted, not ${item === undefined ? 'nothing' : typeof item}`);
}

/** An argument of type `xs:string?`: '' when it is empty. */
export function text(argument: Sequence): string {
  const item = argument[0];
  if (item === undefined) return '';
  if (typeof item === 'string') return item;
  return item instanceof XNode ? unexpected(item, 'xs:string') : stringOf(item);
}

/** An argument of type `xs:string*`, or `xs:anyAtomicType*`, as strings. */
export function texts(argument: Sequence): string[] {
  return argument.map((item) => (item instanceof XNode ? unexpected(item, 'xs:string') : stringOf(item)));
}

/** An argument of type `xs:double`. */
export function number(argument: Sequence): number {
  const item = argument[0];
  return typeof item === 'number' ? item : unexpected(item, 'xs:double');
}

/** An argument of type `xs:integer`, as a number: beyond 2⁵³ it is only near, which no position or count is. */
export function integer(argument: Sequence): number {
  const item = argument[0];
  if (item instanceof XInteger) return Number(item.value);
  return typeof item === 'number' ? item : unexpected(item, 'xs:integer');
}

/** An argument of type `node()?`. */
export function nodeOrNull(argument: Sequence): XNode | null {
  const item = argument[0];
  if (item === undefined) return null;
  return item instanceof XNode ? item : unexpected(item, 'node()');
}

/** An argument of type `node()`. */
export function node(argument: Sequence): XNode {
  const item = argument[0];
  return item instanceof XNode ? item : unexpected(item, 'node()');
}

/** An argument of type `node()*`. */
export function nodes(argument: Sequence): readonly XNode[] {
  for (const item of argument) if (!(item instanceof XNode)) unexpected(item, 'node()');
  return argument as readonly XNode[];
}

/** A sequence of one boolean. */
export function truth(value: boolean): Sequence {
  return value ? TRUE : FALSE;
}
