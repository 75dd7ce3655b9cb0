import { XAtomic } from '../item.js';

/** xs:integer and the types derived from it (`derived`). Unbounded, as those of the reference engine. */
export class XInteger extends XAtomic {
  readonly type = 'integer';
  constructor(
    readonly value: bigint,
    override readonly derived?: string,
  ) {
    super();
  }

  /** An integer from a JavaScript number that has no fraction. */
  static of(value: number): XInteger {
    return new XInteger(BigInt(value));
  }

  override toString(): string {
    return this.value.toString();
  }
}
