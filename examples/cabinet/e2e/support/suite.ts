import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type ProductOptions, type RunningCabinet, startCabinet } from './cabinet.ts';
import { openScreen, type Screen, type ScreenOptions } from './screen.ts';

/**
 * What the tests of a file share: one browser, and the watch that no page did anything forbidden. Each test has a product
 * of its own, unless the file only looks at it (`shared`).
 */
export interface Suite {
  readonly cabinet: RunningCabinet;
  screen(options?: ScreenOptions): Promise<Screen>;
}

export function cabinetSuite(options: { readonly shared?: boolean; readonly product?: ProductOptions } = {}): Suite {
  let browser: Browser;
  let cabinet: RunningCabinet;
  let screens: Screen[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
    if (options.shared) cabinet = await startCabinet(options.product);
  });
  beforeEach(async () => {
    if (!options.shared) cabinet = await startCabinet(options.product);
  });
  afterEach(async () => {
    const opened = screens;
    screens = [];
    for (const screen of opened) await screen.close();
    if (!options.shared) await cabinet.stop();
    for (const { watch } of opened) watch.expectNothing();
  });
  afterAll(async () => {
    await browser.close();
    if (options.shared) await cabinet.stop();
  });
  return {
    get cabinet() {
      return cabinet;
    },
    async screen(look) {
      const screen = await openScreen(browser, cabinet, look);
      screens.push(screen);
      return screen;
    },
  };
}
