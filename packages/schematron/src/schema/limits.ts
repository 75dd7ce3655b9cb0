import { SchemaError, type SchemaPosition } from './error.js';

/** Bounds on what reading a schema may cost. */
export interface SchemaLimits {
  /** Files read. 5 000 by default. */
  readonly files: number;
  /** Bytes (or characters) of all files together. 64 MB by default. */
  readonly bytes: number;
  /** How deep an `include` or an `extends` may stand in another. 64 by default, 1 000 at most. */
  readonly includeDepth: number;
  /** How deep elements may stand in one another, includes put in. 256 by default, 1 000 at most. */
  readonly elementDepth: number;
  /** Elements once includes and abstract patterns are expanded. 1 000 000 by default. */
  readonly elements: number;
  /** Characters of attributes and texts that parameters of abstract patterns may make. 64 M by default. */
  readonly expandedCharacters: number;
  /** Checks once abstract rules are counted in each rule that extends them. 1 000 000 by default. */
  readonly checks: number;
}

export const defaultSchemaLimits: SchemaLimits = Object.freeze({
  files: 5_000,
  bytes: 64 * 1024 * 1024,
  includeDepth: 64,
  elementDepth: 256,
  elements: 1_000_000,
  expandedCharacters: 64 * 1024 * 1024,
  checks: 1_000_000,
});

/** The bounds of a caller, and the default ones where it names none. */
export function withDefaults(limits: Partial<SchemaLimits>): SchemaLimits {
  const given = Object.entries(limits).filter(([, value]) => value !== undefined);
  return { ...defaultSchemaLimits, ...Object.fromEntries(given) };
}

const words: Readonly<Record<keyof SchemaLimits, string>> = {
  files: 'files',
  bytes: 'bytes of files',
  includeDepth: 'levels of include',
  elementDepth: 'levels of elements',
  elements: 'elements once expanded',
  expandedCharacters: 'characters made by parameters',
  checks: 'checks once abstract rules are counted',
};

const DEEPEST = 1_000;

/** What has been spent of the bounds while one schema is read. */
export class Budget {
  readonly #spent = new Map<keyof SchemaLimits, number>();
  readonly limits: SchemaLimits;

  constructor(limits: SchemaLimits) {
    // Both are followed by recursion: no caller may ask for more than the stack of any engine holds.
    const { elementDepth, includeDepth } = limits;
    this.limits = {
      ...limits,
      elementDepth: Math.min(elementDepth, DEEPEST),
      includeDepth: Math.min(includeDepth, DEEPEST),
    };
  }

  /** @throws SchemaError `schema.limit` */
  spend(what: keyof SchemaLimits, amount: number, position?: SchemaPosition): void {
    const total = (this.#spent.get(what) ?? 0) + amount;
    this.#spent.set(what, total);
    this.check(what, total, position);
  }

  spent(what: keyof SchemaLimits): number {
    return this.#spent.get(what) ?? 0;
  }

  /** @throws SchemaError `schema.limit` */
  check(what: keyof SchemaLimits, value: number, position?: SchemaPosition): void {
    if (value <= this.limits[what]) return;
    throw new SchemaError(
      'schema.limit',
      `more than ${this.limits[what]} ${words[what]}; give a higher \`limits.${what}\` if the rules are trusted`,
      position,
    );
  }
}
