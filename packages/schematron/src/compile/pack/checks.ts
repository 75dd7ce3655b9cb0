import type { Check, MessagePart, NamedMessage, Place, Schema } from '../../schema/model.js';
import type { Expressions, Scope } from './expressions.js';
import { messageCode, messageTemplate } from './messages.js';

/** A check that was compiled. */
export interface CheckRecord {
  /** Its number in the pack, from 1. */
  readonly number: number;
  /** `(n, c) => boolean` */
  readonly test: string;
  readonly kind: 'assert' | 'report';
  /** The JavaScript of what is told of it. */
  readonly code: string;
  readonly place: Place;
}

/** The checks of a pack, each once: those of abstract rules are shared by the rules that extend them. */
export class CheckTable {
  readonly #byKey = new Map<string, CheckRecord>();
  readonly #byNumber: CheckRecord[] = [];

  constructor(
    private readonly schema: Schema,
    private readonly expressions: Expressions,
  ) {}

  get size(): number {
    return this.#byNumber.length;
  }

  byNumber(number: number): CheckRecord | undefined {
    return this.#byNumber[number - 1];
  }

  /** Compiles a check, or finds the same one. */
  add(check: Check, scope: Scope): CheckRecord {
    const test = this.expressions.test(check.test, scope);
    const code = this.#members(check, scope);
    const { kind, place } = check;
    const key = [kind, test, place.file, place.line, place.column, ...code].join('\n');
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const number = this.#byNumber.length + 1;
    const members = [
      `"k": ${number}`,
      `"kind": "${kind}"`,
      ...code,
      `"holds": ${test}`,
      `"place": ${placeCode(place)}`,
    ];
    const record: CheckRecord = { number, test, kind, code: `{ ${members.join(', ')} }`, place };
    this.#byKey.set(key, record);
    this.#byNumber.push(record);
    return record;
  }

  #members(check: Check, scope: Scope): string[] {
    const { writer } = this.expressions;
    const { id, role, flag, see, icon, fpi, lang } = check;
    const members = [`"test": ${writer.literal(collapsed(check.test.text))}`];
    for (const [name, value] of Object.entries({ id, role, flag, see, icon, fpi, lang })) {
      if (value !== undefined) members.push(`"${name}": ${writer.literal(value)}`);
    }
    members.push(`"text": ${this.#message(check.message, check, scope)}`);
    if (check.message.some(({ kind }) => kind !== 'text')) {
      members.push(`"template": ${writer.literal(messageTemplate(check.message))}`);
    }
    if (check.subject !== undefined) members.push(`"subject": ${this.expressions.items(check.subject, scope)}`);
    const diagnostics = this.#named(check.diagnostics, this.schema.diagnostics, check, scope);
    if (diagnostics !== '') members.push(`"diagnostics": [${diagnostics}]`);
    const properties = this.#named(check.properties, this.schema.properties, check, scope);
    if (properties !== '') members.push(`"properties": [${properties}]`);
    return members;
  }

  #named(ids: readonly string[], all: ReadonlyMap<string, NamedMessage>, check: Check, scope: Scope): string {
    const { writer } = this.expressions;
    return ids
      .flatMap((id) => {
        const named = all.get(id);
        return named === undefined ? [] : [`[${writer.literal(id)}, ${this.#message(named.message, check, scope)}]`];
      })
      .join(', ');
  }

  #message(message: readonly MessagePart[], { place, test }: Check, scope: Scope): string {
    return messageCode(message, scope, this.expressions, place, test.namespaces);
  }
}

export function placeCode({ file, line, column }: Place): string {
  return `[${file}, ${line}, ${column}]`;
}

/** An expression on one line. */
export function collapsed(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim();
}
