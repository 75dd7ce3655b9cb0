import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { findTool } from '../src/debian.ts';
import type { Consumer } from './consumer.ts';

/** What a page that a server drew became in a browser. */
export interface Hydration {
  /** Of React, as the server and the browser have it. */
  readonly version: string;
  /** Components that the server drew, of those that need nothing from a service. */
  readonly names: readonly string[];
  /** What React and the kit complained of. */
  readonly found: readonly string[];
  readonly drawn: readonly string[];
  /** A structured document was drawn in the viewer. */
  readonly narrative: boolean;
  readonly broken: number;
}

/** Draws every component in Node, and takes the page over in Chromium, both with the React that the project has. */
export async function hydrate(consumer: Consumer): Promise<Hydration> {
  await consumer.node('hydrate/server.mjs');
  const drawn = readFileSync(join(consumer.folder, 'hydrate/server.json'), 'utf8');
  const server = JSON.parse(drawn) as Pick<Hydration, 'version' | 'names'> & { readonly html: string };
  const bundle = await bundleOf(consumer.folder);
  const browser = await chromium.launch({
    executablePath: findTool('chromium') ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    await page.route('http://localhost/**', (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ contentType: 'text/javascript', body: bundle })
        : route.fulfill({ contentType: 'text/html', body: pageOf(server.html) }),
    );
    await page.goto('http://localhost/');
    const outcome = await page.waitForFunction(() => (globalThis as { outcome?: unknown }).outcome);
    const { version, ...rest } = (await outcome.jsonValue()) as Omit<Hydration, 'names'>;
    if (version !== server.version) throw new Error(`React ${server.version} on the server, ${version} in the browser`);
    return { version, names: server.names, ...rest };
  } finally {
    await browser.close();
  }
}

/** The page's own script, one file, as a development build: React then says what differs from what the server drew. */
async function bundleOf(folder: string): Promise<string> {
  const made = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: join(folder, 'hydrate/browser.mjs'),
        output: { format: 'es', codeSplitting: false },
      },
    },
  });
  const [output] = Array.isArray(made) ? made : [made];
  const chunk =
    output !== undefined && 'output' in output ? output.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('no script was made');
  return chunk.code;
}

function pageOf(html: string): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Kit</title></head><body><div id="root">${html}</div><script type="module" src="/bundle.js"></script></body></html>`;
}
