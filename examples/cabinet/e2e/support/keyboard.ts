import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Tab until the element has the focus, which must be seen and not be under the banner. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press(key);
    passed.push(await page.evaluate(() => document.activeElement?.textContent?.slice(0, 30) ?? ''));
    if (await target.evaluate((element) => element === document.activeElement)) {
      const { isSeen, isOutlined } = await target.evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const over = document.elementFromPoint(left + width / 2, top + height / 2);
        const style = getComputedStyle(element);
        return {
          isSeen: over !== null && (element.contains(over) || over.closest('label')?.contains(element) === true),
          isOutlined: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
        };
      });
      expect({ isSeen, isOutlined }).toEqual({ isSeen: true, isOutlined: true });
      return;
    }
  }
  throw new Error(`Tab does not reach ${target}, but: ${passed.join(', ')}`);
}
