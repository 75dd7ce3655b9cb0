import type { SchemaElement } from './element.js';
import { SchemaError, type SchemaErrorCode, type SchemaPosition } from './error.js';
import { Budget, withDefaults } from './limits.js';
import type { SchemaLoader } from './loader.js';
import type { Deviation } from './model.js';
import type { SchemaOptions } from './options.js';
import { decodeSchemaFile, parseSchemaFile } from './parse.js';

/** What one reading of a schema shares: files already read, bounds, deviations found. */
export class Reading {
  readonly files: string[] = [];
  readonly texts: string[] = [];
  readonly deviations: Deviation[] = [];
  readonly budget: Budget;
  readonly #roots = new Map<string, SchemaElement>();
  readonly #said = new Set<string>();

  constructor(
    private readonly loader: SchemaLoader,
    private readonly options: SchemaOptions,
  ) {
    this.budget = new Budget(withDefaults(options.limits ?? {}));
  }

  /**
   * The root element of a file, read once.
   * @param from where the reference stands, for the place of an error
   */
  load(href: string, base: string | undefined, from?: SchemaPosition): SchemaElement | undefined {
    const found = this.#read(href, base, from);
    if (found === undefined) return undefined;
    for (const deviation of found.deviations ?? []) this.report(deviation);
    const known = this.#roots.get(found.name);
    if (known !== undefined) return known;
    this.budget.spend('files', 1, from);
    this.budget.spend('bytes', found.text.length, from);
    const text = decodeSchemaFile(found.text, found.name);
    const root = parseSchemaFile(this.files.length, found.name, text, this.budget);
    this.files.push(found.name);
    this.texts.push(text);
    this.#roots.set(found.name, root);
    return root;
  }

  /** The root element of a file that was read already, by the name its loader gave. */
  known(name: string): SchemaElement | undefined {
    return this.#roots.get(name);
  }

  /** Keeps a deviation, once. */
  report(deviation: Deviation): void {
    const { code, subject, place } = deviation;
    const key = JSON.stringify([code, subject, place?.file, place?.line, place?.column]);
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.deviations.push(deviation);
  }

  /** Something that is referred to is not there: an error, or a deviation that makes the schema incomplete. */
  missing(code: string, subject: string, message: string, element: SchemaElement, attribute: string): void {
    if (this.options.missing === 'error') this.fail('schema.reference', message, element, attribute);
    this.report({ code, subject, message, place: element.attributePlace(attribute), incomplete: true });
  }

  /** @throws SchemaError always, at the element, or at the value of its attribute */
  fail(code: SchemaErrorCode, message: string, element: SchemaElement, attribute?: string): never {
    throw new SchemaError(
      code,
      message,
      attribute === undefined ? element.position : element.attributePosition(attribute),
    );
  }

  #read(href: string, base: string | undefined, from: SchemaPosition | undefined) {
    try {
      return this.loader.read(href, base);
    } catch (error) {
      if (!(error instanceof SchemaError) || error.position !== undefined || from === undefined) throw error;
      throw new SchemaError(error.code, error.message, from, error);
    }
  }
}

/** The value of an attribute that the standard requires. */
export function required(reading: Reading, element: SchemaElement, name: string): string {
  const value = element.attribute(name);
  if (value !== undefined && value.trim() !== '') return value;
  return reading.fail('schema.attribute', `<${element.label}> needs a \`${name}\` attribute; write it`, element);
}

/** The value of an attribute, without the spaces around it; nothing when it is empty. */
export function optional(element: SchemaElement, name: string): string | undefined {
  const value = element.attribute(name)?.trim();
  return value === '' ? undefined : value;
}
