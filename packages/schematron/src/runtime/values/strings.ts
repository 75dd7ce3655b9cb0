import { XAtomic } from '../item.js';

/** A value of a type derived from xs:string (`token`, `language`, `NCName`, …). A plain xs:string is a JavaScript string. */
export class XString extends XAtomic {
  readonly type = 'string';
  constructor(
    readonly value: string,
    override readonly derived: string,
  ) {
    super();
  }
  override toString(): string {
    return this.value;
  }
}
