import { defineConfig } from 'vite';
import { packPlugin } from './build/pack-plugin.ts';
import { packsOfThisSite } from './build/packs.ts';

/** The policy of the page, and that `frame-ancestors` which a meta element may not say. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  root: import.meta.dirname,
  // Relative addresses: the site works under any folder.
  base: './',
  plugins: [packPlugin(packsOfThisSite)],
  worker: { format: 'es' },
  preview: { headers: { 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The polyfill would fetch.
    modulePreload: { polyfill: false },
    // One script: a part that loads on first use would be a request after the page is there.
    rolldownOptions: {
      output: { codeSplitting: false },
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
    chunkSizeWarningLimit: 2000,
  },
});
