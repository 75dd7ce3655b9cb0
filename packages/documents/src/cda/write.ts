import {
  escapeAttribute,
  escapeText,
  type XmlAttributeInput,
  type XmlElementNode,
  type XmlNode,
} from '@socle-sante/wire/xml';
import { type Base64Text, base64Length, writeBase64 } from './base64.js';
import type { Base64Node } from './tree.js';

const PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * The document as octets that are their own canonical form (Canonical XML 1.0 with comments, of the whole document): no
 * declaration, no self-closing tag, namespaces and attributes sorted, C14N escapes. All namespaces are declared on the
 * root. With `prologue`, the XML declaration comes first: the digest of such a document bears on what follows it.
 *
 * One allocation holds the result: a body of 100 MB is written into it in base64 without any other copy.
 */
export function writeDocument(
  root: XmlElementNode,
  options: { readonly prologue?: boolean; readonly base64?: Base64Text } = {},
): Uint8Array {
  const parts = new Parts();
  if (options.prologue) parts.text(PROLOGUE);
  writeElement(root, parts, namespacesOf(root));
  return parts.bytes(options.base64);
}

const encoder = new TextEncoder();

/** Texts and octets in order, joined once. */
class Parts {
  readonly #done: (Uint8Array | Base64Node)[] = [];
  #pending = '';

  text(piece: string): void {
    this.#pending += piece;
  }

  base64(node: Base64Node): void {
    this.#flush();
    this.#done.push(node);
  }

  bytes(toText?: Base64Text): Uint8Array {
    this.#flush();
    let length = 0;
    for (const part of this.#done) length += 'bytes' in part ? base64Length(part.bytes.length) : part.length;
    const out = new Uint8Array(length);
    let at = 0;
    for (const part of this.#done) {
      if ('bytes' in part) at = writeBase64(part.bytes, out, at, toText);
      else {
        out.set(part, at);
        at += part.length;
      }
    }
    return out;
  }

  #flush(): void {
    if (this.#pending !== '') this.#done.push(encoder.encode(this.#pending));
    this.#pending = '';
  }
}

function writeElement(node: XmlElementNode, parts: Parts, declared?: ReadonlyMap<string, string>): void {
  const tag = qualified(node.name.prefix, node.name.local);
  let start = `<${tag}`;
  for (const [prefix, namespace] of declared ?? []) {
    start += `${prefix === '' ? ' xmlns' : ` xmlns:${prefix}`}="${escapeAttribute(namespace)}"`;
  }
  for (const { prefix = '', local, value } of inOrder(node.attributes)) {
    start += ` ${qualified(prefix, local)}="${escapeAttribute(value)}"`;
  }
  parts.text(`${start}>`);
  for (const child of node.children) writeChild(child, parts);
  parts.text(`</${tag}>`);
}

/** Attributes without a namespace first, then by namespace and name (Canonical XML 1.0 §2.2). */
function inOrder(attributes: readonly XmlAttributeInput[]): readonly XmlAttributeInput[] {
  for (let at = 1; at < attributes.length; at += 1) {
    const [before, item] = [attributes[at - 1], attributes[at]];
    if (before !== undefined && item !== undefined && byName(before, item) > 0) return [...attributes].sort(byName);
  }
  return attributes;
}

function byName(a: XmlAttributeInput, b: XmlAttributeInput): number {
  return compare(a.namespace ?? '', b.namespace ?? '') || compare(a.local, b.local);
}

function writeChild(node: XmlNode, parts: Parts): void {
  if (typeof node === 'string') parts.text(escapeText(node));
  else if (node.kind === 'element') writeElement(node, parts);
  else if (isBase64(node)) parts.base64(node);
  else parts.text(node.xml);
}

function isBase64(node: XmlNode): node is Base64Node {
  return typeof node !== 'string' && node.kind === 'raw' && 'bytes' in node;
}

/** Every namespace of the tree, sorted by prefix. One prefix has one meaning: our own table gives them. */
function namespacesOf(root: XmlElementNode): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (node: XmlNode): void => {
    if (typeof node === 'string' || node.kind !== 'element') return;
    found.set(node.name.prefix, node.name.namespace);
    for (const { prefix, namespace } of node.attributes) if (prefix && namespace) found.set(prefix, namespace);
    node.children.forEach(visit);
  };
  visit(root);
  return new Map([...found].sort(([a], [b]) => compare(a, b)));
}

function qualified(prefix: string, local: string): string {
  return prefix === '' ? local : `${prefix}:${local}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
