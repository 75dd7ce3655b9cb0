import type { Concept, ConceptSet } from './concept.js';
import { fieldsOf, headerOf } from './csv.js';

const HEADER_KEYS = ['id', 'name', 'oid', 'version', 'date', 'source'] as const;
const COLUMNS = 'code,system,label,status';

/**
 * Reads a list from its table: a header of `# key: value` lines (id, name, oid, version, date, source), the line
 * `code,system,label,status`, then one row a concept (RFC 4180 quotes).
 *
 * The tables of this package are written so. It also serves to load a list that is newer than the package, at run time.
 *
 * @throws RangeError when a header line, a column or a value is missing; it names the line.
 */
export function readConceptTable(text: string): ConceptSet {
  const { header, body, firstLine } = headerOf(text);
  const missing = HEADER_KEYS.filter((key) => !header.get(key));
  if (missing.length > 0) throw new RangeError(`the table has no ${missing.join(', ')}`);
  if (body[0] !== COLUMNS) throw new RangeError(`line ${firstLine}: the columns are ${COLUMNS}`);
  const read = (key: (typeof HEADER_KEYS)[number]): string => header.get(key) ?? '';
  return {
    id: read('id'),
    name: read('name'),
    oid: read('oid'),
    version: read('version'),
    date: read('date'),
    source: read('source'),
    concepts: body.slice(1).flatMap((line, index) => (line === '' ? [] : [conceptOf(line, firstLine + 1 + index)])),
  };
}

function conceptOf(line: string, number: number): Concept {
  const [code, system, label, status, ...more] = fieldsOf(line, number);
  if (!code || !system || !label || more.length > 0 || (status !== 'active' && status !== 'retired')) {
    throw new RangeError(`line ${number}: ${COLUMNS} are expected, status active or retired`);
  }
  return { code, system, label, status };
}
