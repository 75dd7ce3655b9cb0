import { SchemaError } from './error.js';
import type { Let, Phase, SchemaPattern } from './model.js';
import type { Reading } from './reading.js';

/**
 * The global variables: those of the schema, then those of patterns, which the ISO skeleton makes global too, one of each name. A
 * name that several patterns use, or a pattern and the schema, means in each pattern its own (ISO/IEC 19757-3:2016 §5.4.5; the
 * skeleton would make a stylesheet that does not compile).
 */
export function globalLets(
  reading: Reading,
  own: readonly Let[],
  patterns: readonly SchemaPattern[],
  phases: readonly Phase[],
): readonly Let[] {
  const found = new Map<string, Let>();
  for (const group of [own, ...patterns.map(({ lets }) => lets), ...phases.map(({ lets }) => lets)])
    once(reading, group);
  for (const each of own) found.set(each.name, each);
  for (const { lets } of patterns) {
    for (const each of lets) {
      if (!found.has(each.name)) found.set(each.name, each);
      else sayShared(reading, each);
    }
  }
  return [...found.values()];
}

function once(reading: Reading, lets: readonly Let[]): void {
  const names = new Set<string>();
  for (const { name, place } of lets) {
    if (names.has(name)) {
      throw new SchemaError('schema.duplicate', `the variable "${name}" is declared twice; keep one`, {
        file: reading.files[place.file] ?? '',
        line: place.line,
        column: place.column,
      });
    }
    names.add(name);
  }
}

function sayShared(reading: Reading, each: Let): void {
  reading.report({
    code: 'let.shared',
    subject: each.name,
    message: `the variable "${each.name}" is declared in several places: each pattern has its own, and elsewhere it is the first`,
    place: each.place,
    incomplete: false,
  });
}
