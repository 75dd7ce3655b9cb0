import type { XNode } from '../tree/node.js';

/**
 * An item as compiled rules hold it. xs:string is a string, xs:boolean a boolean, xs:double a number; every other atomic type is an
 * {@link XAtomic}; a node is an {@link XNode}.
 */
export type Item = XNode | Atomic;

/** An atomic value. */
export type Atomic = string | boolean | number | XAtomic;

/** A sequence. One item and a sequence of one item are told apart only by the compiler, which knows which it made. */
export type Sequence = readonly Item[];

/** Local names of the built-in atomic types that have values here (xs:string, xs:boolean and xs:double are bare). */
export type AtomicType =
  | 'untypedAtomic'
  | 'anyURI'
  | 'float'
  | 'decimal'
  | 'integer'
  | 'QName'
  | 'dateTime'
  | 'date'
  | 'time'
  | 'gYearMonth'
  | 'gYear'
  | 'gMonthDay'
  | 'gDay'
  | 'gMonth'
  | 'duration'
  | 'yearMonthDuration'
  | 'dayTimeDuration'
  | 'hexBinary'
  | 'base64Binary'
  | 'string';

/** An atomic value that JavaScript has no type for. Each class is in the file of its type. */
export abstract class XAtomic {
  /** Primitive type, or the one of integer and of the two durations (`string` for types derived from it). */
  abstract readonly type: AtomicType;
  /** Name of a type derived from it (`positiveInteger`, `token`, …) when the value has one. */
  readonly derived?: string | undefined;
  /** The canonical text: what a cast to xs:string gives. */
  abstract toString(): string;
}

/** xs:untypedAtomic: what the value of a node is before anything asks for a type. */
export class XUntyped extends XAtomic {
  readonly type = 'untypedAtomic';
  constructor(readonly value: string) {
    super();
  }
  override toString(): string {
    return this.value;
  }
}

/** xs:anyURI. */
export class XUri extends XAtomic {
  readonly type = 'anyURI';
  constructor(readonly value: string) {
    super();
  }
  override toString(): string {
    return this.value;
  }
}
