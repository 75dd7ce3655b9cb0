import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import * as everything from '../src/index.js';

const src = resolve(import.meta.dirname, '../src');

/** Outside modules that an entry loads at once (types and dynamic imports apart), over all its files. */
function staticImports(entry: string): string[] {
  const outside = new Set<string>();
  const done = new Set<string>();
  const visit = (file: string) => {
    if (done.has(file)) return;
    done.add(file);
    const code = readFileSync(file, 'utf8');
    for (const [statement, target = ''] of code.matchAll(/^(?:import|export)\s[^;]*?from '([^']+)';/gms)) {
      if (/^(?:import|export)\s+type\s/.test(statement)) continue;
      if (target.startsWith('.')) visit(join(dirname(file), target.replace(/\.js$/, '.ts')));
      else outside.add(target);
    }
  };
  visit(join(src, entry));
  return [...outside].sort();
}

describe('entries', () => {
  it('/xml and /soap are for browsers: no Node built-in, nothing but saxes and core', () => {
    expect(staticImports('xml.ts')).toEqual(['@socle-sante/core/error', 'saxes']);
    expect(staticImports('soap.ts')).toEqual(['@socle-sante/core/error', 'saxes']);
  });

  it('no entry loads libxml2 or node-forge before they are needed', () => {
    const loaded = staticImports('index.ts');
    expect(loaded).toContain('undici');
    expect(loaded).not.toContain('libxml2-wasm');
    expect(loaded).not.toContain('node-forge');
  });

  it('certificates and signatures do not load the HTTP stack', () => {
    for (const entry of ['tls.ts', 'dsig.ts', 'c14n.ts']) expect(staticImports(entry)).not.toContain('undici');
  });

  it('the root gives what every entry gives', async () => {
    const names = Object.keys(pkg.exports).filter((name) => name !== '.' && name !== './package.json');
    const all = await Promise.all(
      names.map(async (name) => Object.keys((await import(`../src/${name.slice(2)}.ts`)) as object)),
    );
    expect(Object.keys(everything).sort()).toEqual([...new Set(all.flat())].sort());
  });
});
