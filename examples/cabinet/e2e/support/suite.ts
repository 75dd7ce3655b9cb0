import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type RunningCabinet, startCabinet } from './cabinet.ts';
import { openScreen, type Screen, type ScreenOptions } from './screen.ts';

/** What the tests of a file share: one browser; for each test a product of its own, whose pages did nothing forbidden. */
export interface Suite {
  readonly cabinet: RunningCabinet;
  screen(options?: ScreenOptions): Promise<Screen>;
}

export function cabinetSuite(): Suite {
  let browser: Browser;
  let cabinet: RunningCabinet;
  let screens: Screen[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    cabinet = await startCabinet();
  });
  afterEach(async () => {
    const opened = screens;
    screens = [];
    for (const screen of opened) await screen.close();
    await cabinet.stop();
    for (const { watch } of opened) watch.expectNothing();
  });
  afterAll(() => browser.close());
  return {
    get cabinet() {
      return cabinet;
    },
    async screen(options) {
      const screen = await openScreen(browser, cabinet, options);
      screens.push(screen);
      return screen;
    },
  };
}
