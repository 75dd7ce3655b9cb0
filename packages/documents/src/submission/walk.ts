export type Path = readonly (string | number)[];

/** Parts of a submission that have checks of their own. */
const LEFT_OUT = new Set(['identity', 'body']);

/** Every value of a tree with its path, the tree itself included; octets, identities and bodies are not entered. */
export function* walkValues(value: unknown, path: Path): Generator<readonly [value: unknown, path: Path]> {
  yield [value, path];
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined || LEFT_OUT.has(key)) continue;
    yield* walkValues(inner, [...path, Array.isArray(value) ? Number(key) : key]);
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
