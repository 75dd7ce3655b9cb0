export type Path = readonly (string | number)[];

/** Parts of a submission that have checks of their own. */
const LEFT_OUT = new Set(['identity', 'body']);

/** Shows every value of a tree with its path, the tree itself included; octets, identities and bodies are not entered. */
export function walkValues(value: unknown, path: Path, visit: (value: unknown, path: Path) => void): void {
  visit(value, path);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  if (Array.isArray(value)) {
    value.forEach((inner: unknown, index) => {
      if (inner !== undefined) walkValues(inner, [...path, index], visit);
    });
    return;
  }
  for (const key of Object.keys(value)) {
    const inner: unknown = Reflect.get(value, key);
    if (inner !== undefined && !LEFT_OUT.has(key)) walkValues(inner, [...path, key], visit);
  }
}

/** True for an object that has these fields, as texts. */
export function hasTexts<Key extends string>(value: unknown, ...keys: Key[]): value is Readonly<Record<Key, string>> {
  return (
    typeof value === 'object' && value !== null && keys.every((key) => typeof Reflect.get(value, key) === 'string')
  );
}

/** A field of an unknown object, when it is a text. */
export function textOf(value: unknown, key: string): string | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : undefined;
}
