import type { XmlElement } from '@socle-sante/wire/xml';
import { HL7, XSI } from './model.js';

/** Value of an unprefixed attribute. */
export function attr(element: XmlElement, local: string): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.local === local && attribute.namespace === '') return attribute.value;
  }
  return undefined;
}

/** Value of an attribute of the XML Schema instance namespace (`type`, `nil`). */
export function xsi(element: XmlElement, local: string): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.local === local && attribute.namespace === XSI) return attribute.value;
  }
  return undefined;
}

/** The child elements, whatever their name. */
export function kids(element: XmlElement): XmlElement[] {
  const out: XmlElement[] = [];
  for (const node of element.children) if (typeof node !== 'string') out.push(node);
  return out;
}

/** The first HL7 child of that name. */
export function kid(element: XmlElement, local: string): XmlElement | undefined {
  for (const node of element.children) {
    if (typeof node !== 'string' && node.local === local && node.namespace === HL7) return node;
  }
  return undefined;
}

/** Every HL7 element at the end of a path of names, whatever the branch. */
export function along(from: readonly XmlElement[], ...path: readonly string[]): XmlElement[] {
  let current: readonly XmlElement[] = from;
  for (const local of path) {
    const next: XmlElement[] = [];
    for (const element of current) {
      for (const node of element.children) {
        if (typeof node !== 'string' && node.local === local && node.namespace === HL7) next.push(node);
      }
    }
    current = next;
  }
  return [...current];
}

/** Every element at the end of a path of local names, whatever the branch and the namespaces. */
export function alongNames(from: readonly XmlElement[], ...path: readonly string[]): XmlElement[] {
  let current: readonly XmlElement[] = from;
  for (const local of path)
    current = current.flatMap((element) => kids(element).filter((node) => node.local === local));
  return [...current];
}

/** True when an element has a child of that name. */
export function has(local: string): (element: XmlElement) => boolean {
  return (element) => kid(element, local) !== undefined;
}

/** True when an element is not null. */
export function notNull(element: XmlElement): boolean {
  return attr(element, 'nullFlavor') === undefined;
}

/** True when an attribute has that value. */
export function is(name: string, value: string): (element: XmlElement) => boolean {
  return (element) => attr(element, name) === value;
}

/** True when an attribute is there. */
export function states(name: string): (element: XmlElement) => boolean {
  return (element) => attr(element, name) !== undefined;
}

/** True when every condition holds. */
export function all(...conditions: readonly ((element: XmlElement) => boolean)[]): (element: XmlElement) => boolean {
  return (element) => conditions.every((holds) => holds(element));
}

/** True when the condition does not hold. */
export function not(condition: (element: XmlElement) => boolean): (element: XmlElement) => boolean {
  return (element) => !condition(element);
}

/** The text that stands directly in an element, its child elements left out. */
export function ownText(element: XmlElement): string {
  let out = '';
  for (const node of element.children) if (typeof node === 'string') out += node;
  return out;
}

/** True when a text is only white space as XML means it. */
export function isBlank(value: string): boolean {
  return !/[^ \t\r\n]/.test(value);
}

/** All the text under an element. */
export function allText(element: XmlElement): string {
  let out = '';
  for (const node of element.children) out += typeof node === 'string' ? node : allText(node);
  return out;
}

/** The words of an attribute. */
export function words(value: string | undefined): string[] {
  return value === undefined ? [] : value.split(/[ \t\r\n]+/).filter((word) => word !== '');
}

/** Every HL7 descendant of that name, the element itself left out. */
export function below(element: XmlElement, local: string, out: XmlElement[] = []): XmlElement[] {
  for (const node of element.children) {
    if (typeof node === 'string') continue;
    if (node.local === local && node.namespace === HL7) out.push(node);
    below(node, local, out);
  }
  return out;
}
