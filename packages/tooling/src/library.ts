import type { Options } from 'tsup';
import { defineConfig } from 'tsup';

/** The build that every published package repeats: one file per entry, declarations, source maps. */
export function library(entry: Record<string, string>, overrides: Options = {}) {
  return defineConfig({
    entry,
    format: ['esm'],
    target: 'es2022',
    platform: 'neutral',
    sourcemap: true,
    clean: true,
    treeshake: true,
    splitting: true,
    // tsup 8 injects the deprecated baseUrl; TypeScript 6 must be told to let it pass. `paths` is emptied so that
    // declarations refer to the other packages by name.
    dts: { compilerOptions: { ignoreDeprecations: '6.0', paths: {} } },
    tsconfig: '../../tsconfig.json',
    ...overrides,
  });
}
