import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { RunningCabinet } from './cabinet.ts';
import { watchSettled } from './settled.ts';
import { type Watch, watch } from './watch.ts';
import { type Locale, type Words, wordsIn } from './words.ts';

const pictures = resolve(import.meta.dirname, '../__screenshots__');
/** Pictures are for people: the gate, where nobody looks at them, takes none. */
const isGate = process.env['CI'] === 'true';

/** A page of the product in one language, watched. */
export interface Screen {
  readonly page: Page;
  readonly watch: Watch;
  /** Labels of the kit in this language. */
  readonly t: Words;
  readonly locale: Locale;
  open(address: string): Promise<void>;
  /** Waits until nothing is under way and what came is drawn. */
  settled(): Promise<void>;
  button(key: string): Locator;
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface ScreenOptions {
  readonly locale?: Locale;
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly width?: number;
}

/** A window of the browser: its storage, its cache, and the watch over all its pages. */
export interface Desk {
  readonly context: BrowserContext;
  readonly watch: Watch;
}

export async function openDesk(browser: Browser, cabinet: RunningCabinet, options: ScreenOptions = {}): Promise<Desk> {
  const { locale = 'fr', theme = 'light', width = 1366 } = options;
  const context = await browser.newContext({
    locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
    viewport: { width, height: 768 },
    reducedMotion: 'reduce',
  });
  const watched = await watch(context, cabinet.origin);
  await context.addInitScript(
    (wanted) => {
      // Frames made of text, and those of the reader of PDF, have no storage.
      if (!location.protocol.startsWith('http')) return;
      localStorage.setItem('cabinet.locale', wanted.locale);
      localStorage.setItem('cabinet.theme', wanted.theme);
    },
    { locale, theme },
  );
  return { context, watch: watched };
}

export async function openScreen(
  { context, watch: watched }: Desk,
  cabinet: RunningCabinet,
  options: ScreenOptions = {},
): Promise<Screen> {
  const { locale = 'fr', theme = 'light' } = options;
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const settled = watchSettled(page);
  const t = wordsIn(locale);
  return {
    page,
    watch: watched,
    t,
    locale,
    async open(address) {
      await page.goto(`${cabinet.origin}${address}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    settled,
    button: (key) => page.getByRole('button', { name: t(key) }),
    async picture(name) {
      if (isGate) return;
      await mkdir(pictures, { recursive: true });
      await page.evaluate(() => scrollTo(0, 0));
      await page.screenshot({
        path: resolve(pictures, `${name}-${locale}-${theme}.png`),
        fullPage: true,
        animations: 'disabled',
      });
    },
    close: () => page.close(),
  };
}
