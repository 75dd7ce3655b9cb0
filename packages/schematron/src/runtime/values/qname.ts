import { XAtomic } from '../item.js';

/** xs:QName. The prefix is kept to be written back; it plays no part in comparisons. */
export class XQName extends XAtomic {
  readonly type = 'QName';
  constructor(
    /** '' when there is none. */
    readonly uri: string,
    readonly local: string,
    /** '' when there is none. */
    readonly prefix: string = '',
  ) {
    super();
  }
  override toString(): string {
    return this.prefix === '' ? this.local : `${this.prefix}:${this.local}`;
  }
}
