import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Tab until the element has the focus, which must be seen and not be under the banner. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press(key);
    passed.push(await page.evaluate(() => document.activeElement?.textContent?.slice(0, 30) ?? ''));
    if (await target.evaluate((element) => element === document.activeElement)) {
      // A list that opens with the focus may move the page.
      await expect.poll(() => target.evaluate(look)).toEqual({ isSeen: true, isOutlined: true });
      return;
    }
  }
  throw new Error(`Tab does not reach ${target}, but: ${passed.join(', ')}`);
}

/** In the page: is the element where a person would see it, with its outline? */
function look(element: Element): { readonly isSeen: boolean; readonly isOutlined: boolean } {
  const { left, top, width, height } = element.getBoundingClientRect();
  const over = document.elementFromPoint(left + width / 2, top + height / 2);
  const style = getComputedStyle(element);
  return {
    isSeen: over !== null && (element.contains(over) || over.closest('label')?.contains(element) === true),
    isOutlined: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
  };
}
