import type { Concept, ConceptSet } from '../src/concept.ts';

const WIDTH = 120;

/** `JDV_J66` → `jdv-j66`, the entry, the table and the module. */
export function entryOf(id: string): string {
  return id.toLowerCase().replaceAll('_', '-');
}

/** `JDV_J66` → `jdvJ66`, the constant. */
export function constantOf(id: string): string {
  return entryOf(id).replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The module of a list, formatted as Biome does. */
export function renderModule(set: ConceptSet): string {
  const constant = constantOf(set.id);
  const type = `${constant.charAt(0).toUpperCase()}${constant.slice(1)}Code`;
  return [
    `// Written by scripts/generate.ts from data/${entryOf(set.id)}.csv: change the table, not this file.`,
    "import type { ConceptSet } from './concept.js';",
    '',
    `/** The codes of ${set.id}. */`,
    union(type, [...new Set(set.concepts.map((concept) => concept.code))]),
    '',
    `/** ${set.id} ${set.name.replaceAll('_', ' ')}, OID ${set.oid}, version ${set.version}. */`,
    `export const ${constant}: ConceptSet<${type}> = {`,
    ...(['id', 'name', 'oid', 'version', 'date', 'source'] as const).map((key) => member(key, quote(set[key]), 2)),
    '  concepts: [',
    ...set.concepts.map((concept) => literal('', concept, 4)),
    '  ],',
    '};',
    '',
  ].join('\n');
}

function union(name: string, codes: readonly string[]): string {
  const line = `export type ${name} = ${codes.map(quote).join(' | ')};`;
  if (line.length <= WIDTH) return line;
  return `export type ${name} =\n${codes.map((code) => `  | ${quote(code)}`).join('\n')};`;
}

/** A concept as a literal, on one line when it fits. */
export function literal(prefix: string, concept: Concept, indent: number): string {
  const keys = ['code', 'system', 'label', 'status'] as const;
  const space = ' '.repeat(indent);
  const line = `${space}${prefix}{ ${keys.map((key) => `${key}: ${quote(concept[key])}`).join(', ')} },`;
  if (line.length <= WIDTH) return line;
  const members = keys.map((key) => member(key, quote(concept[key]), indent + 2));
  return [`${space}${prefix}{`, ...members, `${space}},`].join('\n');
}

function member(key: string, value: string, indent: number): string {
  const line = `${' '.repeat(indent)}${key}: ${value},`;
  return line.length <= WIDTH ? line : `${' '.repeat(indent)}${key}:\n${' '.repeat(indent + 2)}${value},`;
}

/** A literal in single quotes, or in double ones when that saves escapes. */
export function quote(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\');
  if (!text.includes("'")) return `'${escaped}'`;
  return text.includes('"') ? `'${escaped.replaceAll("'", "\\'")}'` : `"${escaped}"`;
}
