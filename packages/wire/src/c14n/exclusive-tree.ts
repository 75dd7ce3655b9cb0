import { escapeAttribute, escapeText } from '../xml/escape.js';
import type { XmlAttributeInput, XmlElementNode, XmlNode } from '../xml/write.js';

/** Prefix to URI, of the declarations written on the ancestors. */
type Rendered = Readonly<Record<string, string>>;

const NOTHING: Rendered = Object.freeze({ '': '', xml: 'http://www.w3.org/XML/1998/namespace' });

/**
 * The exclusive canonical form (Exclusive XML Canonicalization 1.0, without comments) of a tree, which is what canonicalising
 * the text that `serializeXml` writes of it would give: each namespace declared where it is first visibly used, attributes
 * sorted by namespace then name.
 *
 * Names and bindings are not checked: call `serializeXml` on the tree first, which refuses what XML cannot carry. `undefined`
 * when a part is raw: only its reader knows what it uses.
 */
export function exclusiveForm(node: XmlElementNode): string | undefined {
  return holdsRaw(node) ? undefined : written(node, NOTHING);
}

function holdsRaw(node: XmlNode): boolean {
  return typeof node !== 'string' && (node.kind === 'raw' || node.children.some(holdsRaw));
}

function written(node: XmlElementNode, above: Rendered): string {
  const { prefix, local, namespace } = node.name;
  const tag = prefix === '' ? local : `${prefix}:${local}`;
  let declared: Map<string, string> | undefined;
  if (above[prefix] !== namespace) declared = new Map([[prefix, namespace]]);
  let qualified = false;
  for (const item of node.attributes) {
    if (!item.namespace) continue;
    qualified = true;
    const own = item.prefix ?? '';
    if (above[own] === item.namespace) continue;
    declared ??= new Map();
    declared.set(own, item.namespace);
  }
  let rendered = above;
  let out = `<${tag}`;
  if (declared !== undefined) {
    for (const [name, uri] of inOrder(declared)) {
      out += `${name === '' ? ' xmlns' : ` xmlns:${name}`}="${escapeAttribute(uri)}"`;
    }
    rendered = { ...above, ...Object.fromEntries(declared) };
  }
  for (const item of sorted(node.attributes, qualified)) {
    const name = item.namespace ? `${item.prefix ?? ''}:${item.local}` : item.local;
    out += ` ${name}="${escapeAttribute(item.value)}"`;
  }
  out += '>';
  for (const child of node.children) {
    if (typeof child === 'string') out += escapeText(child);
    else if (child.kind === 'element') out += written(child, rendered);
  }
  return `${out}</${tag}>`;
}

function inOrder(declared: ReadonlyMap<string, string>): Iterable<readonly [string, string]> {
  return declared.size < 2 ? declared : [...declared].sort(([a], [b]) => compare(a, b));
}

/** Attributes without a namespace first, then by namespace and name (Canonical XML 1.0 §2.2). */
function sorted(attributes: readonly XmlAttributeInput[], qualified: boolean): readonly XmlAttributeInput[] {
  if (attributes.length < 2) return attributes;
  return [...attributes].sort(
    (a, b) => (qualified ? compare(a.namespace ?? '', b.namespace ?? '') : 0) || compare(a.local, b.local),
  );
}

const surrogate = /[\uD800-\uDFFF]/;

/** By code point, as UTF-8 sorts; the order of UTF-16 differs beyond U+D7FF. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  if (!surrogate.test(a) && !surrogate.test(b)) return a < b ? -1 : 1;
  const left = Array.from(a, (letter) => letter.codePointAt(0) ?? 0);
  const right = Array.from(b, (letter) => letter.codePointAt(0) ?? 0);
  const at = left.findIndex((point, index) => point !== right[index]);
  return at < 0 ? -1 : (left[at] ?? 0) - (right[at] ?? -1);
}
