import { XAtomic } from '../item.js';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** xs:hexBinary or xs:base64Binary. */
export class XBinary extends XAtomic {
  constructor(
    readonly type: 'hexBinary' | 'base64Binary',
    readonly bytes: Uint8Array,
  ) {
    super();
  }
  override toString(): string {
    return this.type === 'hexBinary' ? toHex(this.bytes) : toBase64(this.bytes);
  }
}

/** Bytes of upper or lower case digits, two for each; `undefined` when the text is not that. */
export function readHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
  );
}

/** Bytes of a base64 text, white space anywhere; `undefined` when the text is not that (bits left over must be zero). */
export function readBase64(text: string): Uint8Array | undefined {
  const digits = text.replace(/[\t\n\r ]/g, '');
  if (digits.length % 4 !== 0 || !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(digits))
    return undefined;
  const end = digits.indexOf('=');
  const used = end < 0 ? digits.length : end;
  const bytes = new Uint8Array(Math.floor((used * 6) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = 0; index < used; index++) {
    bits = (bits << 6) | BASE64.indexOf(digits.charAt(index));
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = (bits >> held) & 0xff;
      bits &= (1 << held) - 1;
    }
  }
  return bits === 0 ? bytes : undefined;
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('');
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += BASE64.charAt(bits >> 18) + BASE64.charAt((bits >> 12) & 63);
    text += b === undefined ? '=' : BASE64.charAt((bits >> 6) & 63);
    text += c === undefined ? '=' : BASE64.charAt(bits & 63);
  }
  return text;
}
