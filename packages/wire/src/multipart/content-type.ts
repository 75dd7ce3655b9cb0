/** A media type with its parameters (RFC 2045 §5.1). */
export interface ContentType {
  /** Lower case, for example `multipart/related`. */
  readonly type: string;
  /** Names in lower case; the first of each counts. */
  readonly parameters: Readonly<Record<string, string>>;
}

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+/;
const quoted = /^"((?:[^"\\]|\\.)*)"/;

/** Reads a Content-Type. `undefined` when there is no media type at all; what follows an unreadable parameter is left out. */
export function parseContentType(value: string | undefined): ContentType | undefined {
  const [first = ''] = (value ?? '').split(';', 1);
  const type = first.trim().toLowerCase();
  if (!/^[^\s/]+\/[^\s/]+$/.test(type)) return undefined;
  const parameters: Record<string, string> = {};
  let rest = (value ?? '').slice(first.length);
  for (;;) {
    rest = rest.replace(/^[\s;]+/, '');
    const name = token.exec(rest)?.[0];
    if (name === undefined) break;
    rest = rest.slice(name.length).replace(/^\s+/, '');
    if (!rest.startsWith('=')) continue;
    rest = rest.slice(1).replace(/^\s+/, '');
    const inQuotes = quoted.exec(rest);
    // Unquoted values are read up to the next separator: servers write `start=<root@x>` too.
    const plain = inQuotes === null ? /^[^\s;]*/.exec(rest) : null;
    const found = inQuotes?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[0] ?? '';
    rest = rest.slice((inQuotes ?? plain)?.[0].length ?? 0);
    const key = name.toLowerCase();
    if (!Object.hasOwn(parameters, key)) parameters[key] = found;
  }
  return { type, parameters };
}

/** Writes a media type, every parameter in quotes, in the given order. */
export function formatContentType(type: string, parameters: Readonly<Record<string, string>>): string {
  const list = Object.entries(parameters).map(([name, value]) => `${name}="${value.replace(/[\\"]/g, '\\$&')}"`);
  return [type, ...list].join('; ');
}

/** The identifier in a Content-ID or `start` value: without its angle brackets. */
export function bareContentId(value: string): string {
  const trimmed = value.trim();
  return trimmed.startsWith('<') && trimmed.endsWith('>') ? trimmed.slice(1, -1) : trimmed;
}

/**
 * The Content-ID that a `cid:` address names (RFC 2392): percent-decoded, since servers write `cid:doc%3A1@host`. `undefined` when
 * it is not a `cid:` address.
 */
export function contentIdOfCid(href: string): string | undefined {
  if (!/^cid:/i.test(href)) return undefined;
  return percentDecode(href.slice(4).trim());
}

/** The `cid:` address of a Content-ID: everything that an address may not hold is percent-encoded. */
export function cidOf(contentId: string): string {
  return `cid:${encodeURI(contentId).replace(/[?#[\]%](?![0-9A-F]{2})/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}

/** Two Content-IDs that mean the same part: some servers percent-encode the header as well. */
export function sameContentId(a: string, b: string): boolean {
  return a === b || percentDecode(a) === percentDecode(b);
}

function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
