const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML text or as the value of a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => escapes[c] ?? c);
}

/** One HTML element; the children are HTML already, attributes are escaped, `undefined` ones left out. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
  ...children: readonly string[]
): string {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    open += value === true ? ` ${key}` : ` ${key}="${escapeHtml(String(value))}"`;
  }
  return `${open}>${children.join('')}</${name}>`;
}

/** An HTML element without content. */
export function voidTag(name: string, attributes: Readonly<Record<string, string | undefined>> = {}): string {
  return tag(name, attributes).slice(0, -(name.length + 3));
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as base64 (RFC 4648 §4). */
export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 24_576) {
    let part = '';
    const end = Math.min(start + 24_576, bytes.length);
    for (let i = start; i < end; i += 3) {
      const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
      part += `${digits[group >> 18]}${digits[(group >> 12) & 63]}`;
      part += i + 1 < bytes.length ? digits[(group >> 6) & 63] : '=';
      part += i + 2 < bytes.length ? digits[group & 63] : '=';
    }
    parts.push(part);
  }
  return parts.join('');
}
