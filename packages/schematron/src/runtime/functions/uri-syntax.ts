/** A URI reference in its parts (RFC 2396 §3 and §4, with the characters beyond ASCII that Java allows). */
export interface UriParts {
  readonly scheme?: string;
  /** What follows the scheme when it is not a path: `a:b` of `urn:a:b`. */
  readonly opaque?: string;
  readonly authority?: string;
  readonly path: string;
  readonly query?: string;
  readonly fragment?: string;
}

// Unreserved and escaped characters, and those beyond ASCII but controls and spaces.
const COMMON = String.raw`A-Za-z0-9_.!~*'()\u00a1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\uffff-`;
const ESCAPED = '%[0-9A-Fa-f]{2}';
const of = (extra: string) => new RegExp(`^(?:[${extra}${COMMON}]|${ESCAPED})*$`);

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*$/;
const PATH = of(':@&=+$,;/');
const AUTHORITY = of('$,;:@&=+');
const IPV6 = /^(?:[^@[\]]*@)?\[[0-9A-Fa-f:.]+\](?::[0-9]*)?$/;
const ANY = of(';/?:@&=+$,[\\]');

/** The parts of a reference, or why it is none. */
export function parseUri(text: string): UriParts | string {
  const hash = text.indexOf('#');
  const fragment = hash < 0 ? undefined : text.slice(hash + 1);
  if (fragment !== undefined && !ANY.test(fragment)) return 'the fragment has a character that is not allowed';
  const whole = hash < 0 ? text : text.slice(0, hash);
  const colon = /^[^/?]*?:/.exec(whole);
  const scheme = colon === null ? undefined : whole.slice(0, colon[0].length - 1);
  if (scheme !== undefined && !SCHEME.test(scheme)) return 'a scheme was expected before the colon';
  const rest = colon === null ? whole : whole.slice(colon[0].length);
  if (scheme !== undefined && !rest.startsWith('/')) {
    if (rest === '') return 'nothing follows the scheme';
    return ANY.test(rest) ? with_({ scheme, opaque: rest, path: '' }, fragment) : 'a character is not allowed';
  }
  const parts = parseHierarchy(rest);
  return typeof parts === 'string' ? parts : with_(scheme === undefined ? parts : { ...parts, scheme }, fragment);
}

function parseHierarchy(text: string): UriParts | string {
  const mark = text.indexOf('?');
  const query = mark < 0 ? undefined : text.slice(mark + 1);
  if (query !== undefined && !ANY.test(query)) return 'the query has a character that is not allowed';
  let path = mark < 0 ? text : text.slice(0, mark);
  let authority: string | undefined;
  if (path.startsWith('//')) {
    const slash = path.indexOf('/', 2);
    const host = slash < 0 ? path.slice(2) : path.slice(2, slash);
    path = slash < 0 ? '' : path.slice(slash);
    if (host === '' && path === '') return 'an authority was expected';
    if (!AUTHORITY.test(host) && !IPV6.test(host)) return 'the authority has a character that is not allowed';
    if (host !== '') authority = host;
  }
  if (!PATH.test(path)) return 'the path has a character that is not allowed';
  return { path, ...(authority === undefined ? {} : { authority }), ...(query === undefined ? {} : { query }) };
}

function with_(parts: UriParts, fragment: string | undefined): UriParts {
  return fragment === undefined ? parts : { ...parts, fragment };
}

/** A reference against a base that has a scheme and a path (RFC 2396 §5.2). */
export function resolveAgainst(reference: UriParts, base: UriParts): UriParts {
  if (reference.authority !== undefined) {
    const authority = reference.authority.replace(/:$/, '');
    return { ...reference, ...schemeOf(base), authority, path: normalizePath(reference.path) };
  }
  const { path, query, fragment } = reference;
  if (path === '' && query === undefined && fragment !== undefined) return { ...base, fragment };
  const merged = path.startsWith('/') ? path : base.path.slice(0, base.path.lastIndexOf('/') + 1) + path;
  return {
    ...schemeOf(base),
    ...(base.authority === undefined ? {} : { authority: base.authority }),
    path: normalizePath(merged),
    ...(query === undefined ? {} : { query }),
    ...(fragment === undefined ? {} : { fragment }),
  };
}

function schemeOf(base: UriParts): { readonly scheme?: string } {
  return base.scheme === undefined ? {} : { scheme: base.scheme };
}

/** The same with a normal path, which is not empty. */
export function normalizeUri(parts: UriParts): UriParts {
  return { ...parts, path: parts.path === '' ? '/' : normalizePath(parts.path) };
}

/** `.` and `..` put out, those `..` that nothing precedes kept, slashes in a row made one. */
function normalizePath(path: string): string {
  const kept: string[] = [];
  const segments = path.split('/').filter((segment) => segment !== '');
  for (const segment of segments) {
    if (segment === '.') continue;
    if (segment === '..' && kept.length > 0 && kept[kept.length - 1] !== '..') kept.pop();
    else kept.push(segment);
  }
  const lead = path.startsWith('/') ? '/' : '';
  const last = segments[segments.length - 1];
  const folder = path.endsWith('/') || last === '.' || (last === '..' && kept[kept.length - 1] !== '..');
  return lead + kept.join('/') + (folder && kept.length > 0 ? '/' : '');
}

/** The reference that the parts make. */
export function writeUri(parts: UriParts): string {
  const scheme = parts.scheme === undefined ? '' : `${parts.scheme}:`;
  const authority = parts.authority === undefined ? '' : `//${parts.authority}`;
  const query = parts.query === undefined ? '' : `?${parts.query}`;
  const fragment = parts.fragment === undefined ? '' : `#${parts.fragment}`;
  return scheme + (parts.opaque ?? authority + parts.path) + query + fragment;
}
