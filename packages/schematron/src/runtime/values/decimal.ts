import { XAtomic } from '../item.js';

/** xs:decimal: `unscaled / 10 ** scale`, exact, without trailing zeros. */
export class XDecimal extends XAtomic {
  readonly type = 'decimal';
  private constructor(
    readonly unscaled: bigint,
    /** How many digits of `unscaled` follow the point: 0 or more. */
    readonly scale: number,
  ) {
    super();
  }

  /** The decimal `unscaled / 10 ** scale`; a negative scale multiplies. */
  static of(unscaled: bigint, scale: number): XDecimal {
    if (scale < 0) return new XDecimal(unscaled * 10n ** BigInt(-scale), 0);
    if (unscaled === 0n) return new XDecimal(0n, 0);
    if (scale === 0 || unscaled % 10n !== 0n) return new XDecimal(unscaled, scale);
    // By the text, not zero by zero: a document may write a great many.
    const digits = unscaled.toString();
    const zeros = Math.min(scale, digits.length - trailing(digits));
    return new XDecimal(unscaled / 10n ** BigInt(zeros), scale - zeros);
  }

  /** From digits with at most one point and a sign: `-12.50`, `.5`, `7.`; the text is known to be one. */
  static parse(text: string): XDecimal {
    const point = text.indexOf('.');
    if (point < 0) return XDecimal.of(BigInt(unsigned(text)), 0);
    const digits = text.slice(0, point) + text.slice(point + 1);
    return XDecimal.of(BigInt(unsigned(digits)), text.length - point - 1);
  }

  /** The decimal that JavaScript writes for a finite double: 0.1 for 0.1e0. */
  static ofDigits(value: number): XDecimal {
    const [mantissa = '0', exponent = '0'] = value.toString().split('e');
    const digits = XDecimal.parse(mantissa);
    return XDecimal.of(digits.unscaled, digits.scale - Number(exponent));
  }

  /** The exact value of a finite double. */
  static ofDouble(value: number): XDecimal {
    if (Number.isInteger(value)) return XDecimal.of(BigInt(value), 0);
    // A double is an integer over a power of two, and 2 ** -n is 5 ** n over 10 ** n.
    let digits = value;
    let power = 0;
    while (!Number.isInteger(digits)) {
      digits *= 2;
      power++;
    }
    return XDecimal.of(BigInt(digits) * 5n ** BigInt(power), power);
  }

  /** The unscaled value at another scale, not lower than its own. */
  at(scale: number): bigint {
    return scale === this.scale ? this.unscaled : this.unscaled * 10n ** BigInt(scale - this.scale);
  }

  /** Nearest double: what a cast to xs:double gives. */
  toNumber(): number {
    return Number(this.toString());
  }

  override toString(): string {
    if (this.scale === 0) return this.unscaled.toString();
    const negative = this.unscaled < 0n;
    const digits = (negative ? -this.unscaled : this.unscaled).toString().padStart(this.scale + 1, '0');
    const point = digits.length - this.scale;
    return `${negative ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
  }
}

function unsigned(digits: string): string {
  const plain = digits.startsWith('+') ? digits.slice(1) : digits;
  return plain === '' || plain === '-' ? '0' : plain;
}

/** Where the zeros at the end begin. */
function trailing(digits: string): number {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end--;
  return end;
}
