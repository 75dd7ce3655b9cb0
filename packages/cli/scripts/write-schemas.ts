// Writes schemas/*.schema.json from the zod schemas. A test fails when they differ.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileSchemas } from '../src/files/schemas.ts';

const directory = new URL('../schemas/', import.meta.url);
await mkdir(directory, { recursive: true });
for (const [name, schema] of Object.entries(fileSchemas())) {
  await writeFile(new URL(name, directory), `${JSON.stringify(schema, null, 2)}\n`);
}
