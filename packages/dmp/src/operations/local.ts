// The specific services qualify their elements or not, from one sample to the other: these read by local name only.

import { elements, text, type XmlElement } from '@socle-sante/wire/xml';

export function all(parent: XmlElement, local: string): XmlElement[] {
  return elements(parent).filter((item) => item.local === local);
}

export function one(parent: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  let current: XmlElement | undefined = parent;
  for (const local of path) current = current && all(current, local)[0];
  return current;
}

/** Trimmed text of a child; absent and empty are the same. */
export function valueIn(parent: XmlElement, local: string): string | undefined {
  const found = one(parent, local);
  const value = found && text(found).trim();
  return value === '' ? undefined : value;
}

/** An object without the keys that have no value. */
export function defined<T extends object>(values: { readonly [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
