import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const builtins = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
/** What the browser entries may reach of the packages that also talk to services. */
const allowed = {
  ins: /^packages\/ins\/src\/(?:validate|datamatrix|datamatrix\/|messages|mappers\/(?:result|transmit)|sequence|insi\/(?:traits|codes)|validate\/)/,
  sandbox:
    /^packages\/sandbox\/src\/(?:insi(?:\.ts$|\/(?:person|personas|personas-dmp|registry|verification|vitale-cards)\.ts$)|dmp\.ts$|dmp\/core\/)/,
  // Plain XML reading and writing, the canonical form, the reading of a certificate: what the documents need.
  wire: /^packages\/wire\/src\/(?:xml(?:\.ts|\/)|c14n-stream(?:\.ts|\/)|certificate(?:\.ts|\/)|tls\/(?:der|name)|errors\/)/,
  // The rights matrix, the table of codes, the addresses of the web access: data and pure functions.
  dmp: /^packages\/dmp\/src\/(?:rights|codes|web-access)\.ts$/,
};

async function graph(entry: string) {
  const builtinsSeen: string[] = [];
  const { metafile, outputFiles } = await build({
    entryPoints: [resolve(root, `packages/gateway/src/${entry}.ts`)],
    absWorkingDir: root,
    tsconfig: resolve(root, 'tsconfig.json'),
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import', 'browser'],
    plugins: [
      {
        name: 'builtins',
        setup(setup) {
          setup.onResolve({ filter: /.*/ }, ({ path }) => {
            if (!builtins.has(path)) return undefined;
            builtinsSeen.push(path);
            return { path, external: true };
          });
        },
      },
    ],
  });
  return { builtinsSeen, inputs: Object.keys(metafile.inputs), code: outputFiles[0]?.text ?? '' };
}

describe.each(['contract', 'handlers', 'client', 'demo'])('the entry /%s', (entry) => {
  it('reaches no Node built-in, no service client, no evaluation of text', async () => {
    const { builtinsSeen, inputs, code } = await graph(entry);
    expect(builtinsSeen).toEqual([]);
    expect(inputs.filter((file) => /packages\/(?:vihf|cli|react)\//.test(file))).toEqual([]);
    for (const [name, pattern] of Object.entries(allowed)) {
      const reached = inputs.filter((file) => file.startsWith(`packages/${name}/`));
      expect(reached.filter((file) => !pattern.test(file))).toEqual([]);
      if (name === 'sandbox' && entry !== 'demo') expect(reached).toEqual([]);
    }
    expect(inputs.filter((file) => file.startsWith('packages/gateway/src/node'))).toEqual([]);
    expect(inputs.filter((file) => /zod\/v4\/classic/.test(file))).toEqual([]);
    expect(code).not.toMatch(/\b(?:process\.env|Buffer\.from|require\()/);
  });
});

// The schemas of the DMP, of the documents (with the narrative tree, which the page checks again) and of the sendings: 6 kB.
it('keeps the client small: without handlers, demonstration and texts', async () => {
  const { inputs, code } = await graph('client');
  expect(
    inputs.filter((file) => /gateway\/src\/(?:handlers|demo|memory|node|contract\/error-texts)/.test(file)),
  ).toEqual([]);
  expect(gzipSync(code, { level: 9 }).length).toBeLessThan(27 * 1024);
});
