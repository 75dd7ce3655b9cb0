import { fieldsOf, headerOf } from '../src/csv.ts';
import { literal, quote } from './render.ts';

const COLUMNS = 'from,code,system,label';

/** The module of an association: for each code it starts from, the concept that it leads to. */
export function renderAssociations(text: string, file: string): string {
  const { header, body, firstLine } = headerOf(text);
  if (body[0] !== COLUMNS) throw new RangeError(`${file}: the columns are ${COLUMNS}`);
  const constant = file.replace('.csv', '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const rows = body.slice(1).flatMap((line, index) => (line === '' ? [] : [fieldsOf(line, firstLine + 1 + index)]));
  return [
    `// Written by scripts/generate.ts from data/${file}: change the table, not this file.`,
    "import type { Concept } from '../concept.js';",
    '',
    `/** ${header.get('id')} ${header.get('name')}, version ${header.get('version')}. */`,
    `export const ${constant}: Readonly<Record<string, Concept>> = {`,
    ...rows.map(([from = '', code = '', system = '', label = '']) => {
      const key = /^[A-Za-z_$][\w$]*$/.test(from) ? from : quote(from);
      return literal(`${key}: `, { code, system, label, status: 'active' }, 2);
    }),
    '};',
    '',
  ].join('\n');
}
