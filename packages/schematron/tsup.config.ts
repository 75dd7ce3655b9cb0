import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { library } from '../tooling/src/library.ts';

/** What the package is made of: packs that another build compiled and kept on disk are compiled again. */
function sourceHash(): string {
  const hash = createHash('sha256');
  const source = join(import.meta.dirname, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(source, file)));
  return hash.digest('hex').slice(0, 16);
}

export default library(
  {
    index: 'src/index.ts',
    compile: 'src/compile.ts',
    runtime: 'src/runtime/index.ts',
    worker: 'src/worker.ts',
    node: 'src/node.ts',
  },
  { define: { SCHEMATRON_BUILD: JSON.stringify(sourceHash()) } },
);
