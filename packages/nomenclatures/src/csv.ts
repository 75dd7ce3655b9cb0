/** The header of a table: lines `# key: value`. */
const HEADER = /^#\s*([a-z]+):\s*(.*)$/;

/** The header of a table, the lines after it, and the number of the first of these. */
export function headerOf(text: string): {
  readonly header: ReadonlyMap<string, string>;
  readonly body: readonly string[];
  readonly firstLine: number;
} {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const at = end === -1 ? lines.length : end;
  const header = new Map<string, string>();
  for (const line of lines.slice(0, at)) {
    const [, key, value = ''] = HEADER.exec(line) ?? [];
    if (key !== undefined) header.set(key, value);
  }
  return { header, body: lines.slice(at), firstLine: at + 1 };
}

/** The fields of a row; a field between quotes may hold commas, and `""` for a quote. */
export function fieldsOf(line: string, number: number): string[] {
  const field = /"((?:[^"]|"")*)"|([^",]*)/y;
  const fields: string[] = [];
  for (let at = 0; ; at = field.lastIndex + 1) {
    field.lastIndex = at;
    const [, quoted, bare = ''] = field.exec(line) ?? [];
    fields.push(quoted?.replaceAll('""', '"') ?? bare);
    if (field.lastIndex >= line.length) return fields;
    if (line[field.lastIndex] !== ',') throw new RangeError(`line ${number}: a quote is out of place`);
  }
}
