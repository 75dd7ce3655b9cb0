import { defineConfig } from 'tsup';
import { writeStyles } from './scripts/styles.js';

// One file per module: with bundling, the shared chunks and the barrels lose their "use client" and an import from the
// index breaks in server components. Declarations are made by tsc (tsconfig.build.json), file by file too.
export default defineConfig({
  entry: [
    'src/**/*.ts',
    'src/**/*.tsx',
    '!src/**/*.stories.tsx',
    '!src/**/*.states.ts',
    '!src/testing/**',
    '!src/foundations/**',
    '!src/**/*.d.ts',
  ],
  format: ['esm'],
  target: 'es2022',
  platform: 'browser',
  bundle: false,
  splitting: false,
  treeshake: false,
  sourcemap: true,
  clean: true,
  dts: false,
  tsconfig: '../../tsconfig.json',
  esbuildOptions(options) {
    options.jsx = 'automatic';
  },
  onSuccess: async () => writeStyles('src', 'dist'),
});
