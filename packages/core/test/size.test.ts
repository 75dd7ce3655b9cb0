import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test } from 'vitest';

/** Octets of an entry once bundled alone, minified and gzipped, and the names of the modules that came in. */
async function weigh(name: string): Promise<{ gzip: number; modules: string[] }> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: { entry: join(import.meta.dirname, `../src/${name}.ts`), formats: ['es'], fileName: name },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error('nothing was built');
  const chunks = first.output.filter((o) => o.type === 'chunk');
  return {
    gzip: chunks.reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0),
    modules: chunks.flatMap((chunk) => chunk.moduleIds.map((id) => id.replace(/^.*\/src\//, ''))),
  };
}

test('the matricule check alone stays under 2 kB gzipped, without the catalogue', async () => {
  const { gzip, modules } = await weigh('matricule');
  expect(modules.sort()).toEqual(['finding.ts', 'matricule.ts']);
  expect(gzip).toBeLessThan(2_000);
});

test('no entry but the catalogue and the index carries the texts', async () => {
  for (const entry of ['rniv', 'traits', 'ins-identifier', 'identifiers', 'error']) {
    const { modules } = await weigh(entry);
    expect(modules.filter((m) => m.includes('messages'))).toEqual([]);
  }
});
