import { ATTRIBUTE, COMMENT, DOCUMENT, ELEMENT, INSTRUCTION, TEXT, type XNode } from '../../tree/node.js';
import { XML_NAMESPACE } from './names.js';

/** The value of an attribute of namespace `xml` on a node, or on the nearest ancestor that has it. */
export function inheritedXml(node: XNode, local: string): string | undefined {
  for (let at: XNode | null = node; at !== null; at = at.parent) {
    if (at.kind !== ELEMENT) continue;
    const value = xmlAttribute(at, local);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The value of an attribute of namespace `xml`, on the element itself. */
export function xmlAttribute(element: XNode, local: string): string | undefined {
  for (const attribute of element.attributes) {
    const name = attribute.qname;
    if (name !== null && name.local === local && name.uri === XML_NAMESPACE) return attribute.value;
  }
  return undefined;
}

/** `fn:lang`: is the language of the node this one, or a part of it (`fr` of `fr-FR`), whatever the case? */
export function hasLanguage(node: XNode, language: string): boolean {
  const found = inheritedXml(node, 'lang');
  if (found === undefined) return false;
  const own = found.toLowerCase();
  const wanted = language.toLowerCase();
  return own === wanted || (wanted !== '' && own.startsWith(`${wanted}-`));
}

/** `fn:path` (3.0): `/Q{uri}name[1]/@name`, a position for everything but attributes. */
export function pathOf(node: XNode): string {
  if (node.kind === DOCUMENT) return '/';
  let path = '';
  for (let at: XNode | null = node; at !== null && at.kind !== DOCUMENT; at = at.parent) path = `/${stepOf(at)}${path}`;
  return path;
}

function stepOf(node: XNode): string {
  const name = node.qname;
  if (node.kind === ATTRIBUTE)
    return name === null || name.uri === '' ? `@${name?.local ?? ''}` : `@Q{${name.uri}}${name.local}`;
  const position = `[${rankOf(node)}]`;
  if (node.kind === ELEMENT) return `Q{${name?.uri ?? ''}}${name?.local ?? ''}${position}`;
  if (node.kind === INSTRUCTION) return `processing-instruction(${name?.local ?? ''})${position}`;
  return (node.kind === TEXT ? 'text()' : node.kind === COMMENT ? 'comment()' : 'node()') + position;
}

/** From 1, among the siblings of its kind and name. */
function rankOf(node: XNode): number {
  let rank = 1;
  for (let at = node.previous; at !== null; at = at.previous)
    if (at.kind === node.kind && at.name === node.name) rank++;
  return rank;
}

/** `fn:outermost` (3.0) of nodes in order: those that have no ancestor among them. */
export function outermost(sorted: readonly XNode[]): XNode[] {
  const all = new Set(sorted);
  return sorted.filter((node) => !someAncestor(node, (ancestor) => all.has(ancestor)));
}

/** `fn:innermost` (3.0) of nodes in order: those that are no ancestor of another. */
export function innermost(sorted: readonly XNode[]): XNode[] {
  const above = new Set<XNode>();
  for (const node of sorted) {
    // What is above a known ancestor is known too.
    someAncestor(node, (ancestor) => {
      const known = above.has(ancestor);
      above.add(ancestor);
      return known;
    });
  }
  return sorted.filter((node) => !above.has(node));
}

function someAncestor(node: XNode, test: (ancestor: XNode) => boolean): boolean {
  for (let at = node.parent; at !== null; at = at.parent) if (test(at)) return true;
  return false;
}
