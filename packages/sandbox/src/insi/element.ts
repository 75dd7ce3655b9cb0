/** An attribute with its namespace (empty for none). Namespace declarations are not attributes. */
export interface SimAttribute {
  readonly namespace: string;
  readonly local: string;
  readonly value: string;
}

/** An element read from a message: plain data, nothing to dispose. Comments and processing instructions are gone. */
export interface SimElement {
  readonly namespace: string;
  readonly local: string;
  readonly attributes: readonly SimAttribute[];
  readonly children: readonly (SimElement | string)[];
  /** First line is 1. */
  readonly line: number;
  /** Only on `ds:Signature`: the element alone, with every namespace that was in scope. */
  readonly standalone?: string;
}

export function elements(parent: SimElement): SimElement[] {
  return parent.children.filter((child): child is SimElement => typeof child !== 'string');
}

export function named(parent: SimElement, namespace: string, local: string): SimElement[] {
  return elements(parent).filter((child) => child.namespace === namespace && child.local === local);
}

/** The first child of that name, if any. */
export function first(parent: SimElement | undefined, namespace: string, local: string): SimElement | undefined {
  return parent === undefined ? undefined : named(parent, namespace, local)[0];
}

/** Direct text of an element, untouched. */
export function textOf(element: SimElement | undefined): string | undefined {
  return element?.children.filter((child): child is string => typeof child === 'string').join('');
}

export function attributeOf(element: SimElement, local: string, namespace = ''): string | undefined {
  return element.attributes.find((attribute) => attribute.local === local && attribute.namespace === namespace)?.value;
}

/** The element and all below it, in document order. */
export function* walk(element: SimElement): Generator<SimElement> {
  yield element;
  for (const child of elements(element)) yield* walk(child);
}
