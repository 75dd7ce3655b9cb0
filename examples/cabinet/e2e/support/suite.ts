import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type ProductOptions, type RunningCabinet, startCabinet } from './cabinet.ts';
import { type Desk, openDesk, openScreen, type Screen, type ScreenOptions } from './screen.ts';

// The machine of the gate has two cores, a browser and other tests: a journey waits for what it must, and no test is cut on the clock alone.
vi.setConfig({ testTimeout: 120_000 });

/**
 * What the tests of a file share: one browser, and the watch that no page did anything forbidden. Each test has a product
 * of its own, unless the file only looks at it (`shared`): then its windows are kept too, with what they loaded.
 */
export interface Suite {
  readonly cabinet: RunningCabinet;
  screen(options?: ScreenOptions): Promise<Screen>;
}

export function cabinetSuite(options: { readonly shared?: boolean; readonly product?: ProductOptions } = {}): Suite {
  let browser: Browser;
  let cabinet: RunningCabinet;
  let screens: Screen[] = [];
  const desks = new Map<string, Promise<Desk>>();
  const closeDesks = async (): Promise<void> => {
    for (const desk of desks.values()) await (await desk).context.close();
    desks.clear();
  };
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
    if (!options.shared) {
      await closeDesks();
      await cabinet.stop();
    }
    for (const { watch } of opened) watch.expectNothing();
  });
  afterAll(async () => {
    await closeDesks();
    await browser.close();
    if (options.shared) await cabinet.stop();
  });
  return {
    get cabinet() {
      return cabinet;
    },
    async screen(look) {
      const key = JSON.stringify(look ?? {});
      const desk = desks.get(key) ?? openDesk(browser, cabinet, look);
      desks.set(key, desk);
      const screen = await openScreen(await desk, cabinet, look);
      screens.push(screen);
      return screen;
    },
  };
}
