/** Namespace declarations in force, as a stack: the last one of a prefix wins. */
export class Scope {
  readonly #prefixes: string[] = ['xml'];
  readonly #uris: string[] = ['http://www.w3.org/XML/1998/namespace'];

  /** How many declarations are in force; give it back to {@link leave}. */
  get mark(): number {
    return this.#prefixes.length;
  }

  leave(mark: number): void {
    this.#prefixes.length = mark;
    this.#uris.length = mark;
  }

  declare(prefix: string, uri: string): void {
    this.#prefixes.push(prefix);
    this.#uris.push(uri);
  }

  /** The namespace of a prefix, empty for the default one when it is not declared, `undefined` for an unbound prefix. */
  find(prefix: string): string | undefined {
    for (let index = this.#prefixes.length - 1; index >= 0; index -= 1) {
      if (this.#prefixes[index] === prefix) return this.#uris[index];
    }
    return prefix === '' ? '' : undefined;
  }
}
