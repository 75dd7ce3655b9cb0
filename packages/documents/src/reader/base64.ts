/** What a base64 text holds, or where it stops being one (offset in the text). */
export type Base64Result =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly at: number };

const PAD = 64;
const SPACE = 65;
const values = decodingTable();

function decodingTable(): Uint8Array {
  const table = new Uint8Array(256).fill(255);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (let i = 0; i < letters.length; i += 1) table[letters.charCodeAt(i)] = i;
  for (const c of ' \t\r\n') table[c.charCodeAt(0)] = SPACE;
  table['='.charCodeAt(0)] = PAD;
  return table;
}

/** The size of what a base64 text holds, or where it stops being one. Nothing is decoded. */
export type Base64Measure = { readonly ok: true; readonly size: number } | { readonly ok: false; readonly at: number };

export interface Base64Options {
  /** Decodes at most so many bytes. */
  readonly max?: number;
  /** `optional` by default: a text without its `=` is read too. */
  readonly padding?: 'optional' | 'required';
}

/**
 * Looks at base64 (RFC 4648 §4), white space ignored. Refuses any other character, a padding that is not at the end, and a
 * length that no bytes give.
 */
export function measureBase64(source: Uint8Array | string, options: Base64Options = {}): Base64Measure {
  const text = bytesOf(source);
  let digits = 0;
  let pads = 0;
  for (let i = 0; i < text.length; i += 1) {
    const value = values[text[i] ?? 0] ?? 255;
    if (value === SPACE) continue;
    if (value === PAD) pads += 1;
    else if (value === 255 || pads > 0) return { ok: false, at: i };
    else digits += 1;
  }
  const whole = (digits + pads) % 4 === 0;
  const padded = pads > 0 || options.padding === 'required';
  const wrong = digits % 4 === 1 || pads > 2 || (padded && !whole);
  return wrong ? { ok: false, at: text.length } : { ok: true, size: Math.floor((digits * 3) / 4) };
}

/** Reads base64 as {@link measureBase64} accepts it. */
export function decodeBase64(source: Uint8Array | string, options: Base64Options = {}): Base64Result {
  const text = bytesOf(source);
  const measure = measureBase64(text, options);
  if (!measure.ok) return measure;
  const bytes = new Uint8Array(Math.min(measure.size, options.max ?? Number.POSITIVE_INFINITY));
  let at = 0;
  let group = 0;
  let held = 0;
  for (let i = 0; i < text.length && at < bytes.length; i += 1) {
    const value = values[text[i] ?? 0] ?? 255;
    if (value >= PAD) continue;
    group = (group << 6) | value;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at] = (group >> held) & 0xff;
      at += 1;
    }
  }
  return { ok: true, bytes };
}

function bytesOf(source: Uint8Array | string): Uint8Array {
  return typeof source === 'string' ? new TextEncoder().encode(source) : source;
}
