import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const options: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  // Nothing else is looked at: what passes is not gathered.
  resultTypes: ['violations'],
};
const ofColours: RunOptions = { ...options, runOnly: { type: 'rule', values: ['color-contrast'] } };

/** WCAG 2.2 AA by axe on what is on the screen now: no violation. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(page, options);
}

/** What depends on the theme alone, where the same page was wholly checked in another one. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNoViolation(page, ofColours);
}

async function expectNoViolation(page: Page, wanted: RunOptions): Promise<void> {
  const loaded = await page.evaluate(() => 'axe' in globalThis);
  // Through the inspector: the policy of the page refuses an inline script, as it must.
  if (!loaded) await page.evaluate(await axeSource());
  const { violations } = await page.evaluate(
    (run) => (globalThis as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(run),
    wanted,
  );
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
  expect(told).toEqual([]);
}

async function axeSource(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(axePath, 'utf8');
}

/** RGAA 10.11: at this width nothing scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { wanted, given } = await page.evaluate(() => ({
    wanted: document.documentElement.scrollWidth,
    given: document.documentElement.clientWidth,
  }));
  expect(wanted).toBeLessThanOrEqual(given);
}
