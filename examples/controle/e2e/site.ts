import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type PreviewServer, preview } from 'vite';
import { findTool } from '../../../packages/tooling/src/debian.ts';

const root = resolve(import.meta.dirname, '..');
const AXE_OPTIONS: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
};

/** The site as it is served, and a browser that notes what the policy refuses and what the page asks for. */
export interface RunningSite {
  readonly origin: string;
  open(width?: number): Promise<Screen>;
  stop(): Promise<void>;
}

/** A page with what happened in it. */
export interface Screen {
  readonly page: Page;
  /** Refusals of the policy, errors of scripts. */
  readonly faults: string[];
  /** Addresses asked for since `settled`. */
  readonly requests: string[];
  close(): Promise<void>;
}

export async function startSite(): Promise<RunningSite> {
  const server = await preview({ root, logLevel: 'silent', preview: { port: 0, host: '127.0.0.1' } });
  const browser = await chromium.launch({
    executablePath: findTool('chromium') ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
  const origin = addressOf(server);
  return {
    origin,
    open: async (width = 1366) => openPage(browser, origin, width),
    async stop() {
      await browser.close();
      await new Promise((closed) => server.httpServer.close(closed));
    },
  };
}

function addressOf(server: PreviewServer): string {
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the preview has no port');
  return `http://127.0.0.1:${address.port}`;
}

async function openPage(browser: Browser, origin: string, width: number): Promise<Screen> {
  const context: BrowserContext = await browser.newContext({ viewport: { width, height: 768 }, locale: 'fr-FR' });
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      Reflect.set(globalThis, 'violations', [
        ...((Reflect.get(globalThis, 'violations') as string[] | undefined) ?? []),
        event.violatedDirective,
      ]);
    });
  });
  await page.goto(origin);
  // The rules are there: their number is shown.
  await page.getByText(/\d+\s+contrôles/).waitFor();
  await page.waitForLoadState('networkidle');
  context.on('request', (request) => requests.push(request.url()));
  return { page, faults, requests, close: () => context.close() };
}

/** What the policy refused, as the page was told. */
export async function violations({ page }: Screen): Promise<readonly string[]> {
  return page.evaluate(() => (Reflect.get(globalThis, 'violations') as string[] | undefined) ?? []);
}

/** WCAG 2.2 AA by axe: the rules that what is on the screen breaks. */
export async function axeViolations({ page }: Screen): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    // Through the inspector: the policy of the page refuses an inline script, as it must.
    await page.evaluate(await readFile(path, 'utf8'));
  }
  const { violations: broken } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(options),
    AXE_OPTIONS,
  );
  return broken.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

/** A document of the samples. */
export function sample(name: 'bon' | 'anomalies'): Promise<Buffer> {
  return readFile(resolve(root, `samples/${name}.xml`));
}

/** A document of about so many bytes: the good one, its section repeated. */
export async function largeDocument(bytes: number): Promise<Buffer> {
  const text = (await sample('bon')).toString();
  const begin = text.indexOf('      <component>\n        <section>');
  const end = text.indexOf('    </structuredBody>');
  const section = text.slice(begin, end);
  return Buffer.from(text.slice(0, begin) + section.repeat(Math.ceil(bytes / section.length)) + text.slice(end));
}
