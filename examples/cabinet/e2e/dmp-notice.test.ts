import { describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts';
import type { Screen } from './support/screen.ts';
import { cabinetSuite } from './support/suite.ts';
import { locales } from './support/words.ts';

const DAY_MS = 86_400_000;
const noticeOf = ({ page, t }: Screen) => page.getByRole('dialog', { name: t('dmpTraceabilityNotice.title') });

describe('the notice of traceability at the first login', () => {
  const suite = cabinetSuite({ product: { noticeReadAt: undefined } });

  it.each(locales)('is read, ticked, then closed by its button alone, in %s', async (locale) => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await page.goto(`${suite.cabinet.origin}/`);
    const notice = noticeOf(screen);
    await notice.waitFor();
    const heading = notice.getByRole('heading', { name: t('dmpTraceabilityNotice.title') });
    await expect.poll(() => heading.evaluate((title) => title === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await page.mouse.click(5, 5);
    expect(await notice.isVisible()).toBe(true);
    const understood = notice.getByRole('button', { name: t('dmpTraceabilityNotice.understood') });
    expect(await understood.isDisabled()).toBe(true);
    await expectAccessible(page);
    await screen.picture('notice');
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
    await screen.picture('notice-narrow');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await notice.waitFor({ state: 'detached' });

    // Read once: another page does not ask again.
    await screen.open('/traces');
    expect(await notice.count()).toBe(0);
  });
});

describe('the notice of traceability, read a long time ago', () => {
  const suite = cabinetSuite({
    product: { noticeReadAt: new Date(Date.now() - 181 * DAY_MS).toISOString() },
  });

  it('comes back', async () => {
    const screen = await suite.screen();
    await screen.page.goto(`${suite.cabinet.origin}/`);
    await noticeOf(screen).waitFor();
  });
});

describe('the notice of traceability, read some months ago', () => {
  const suite = cabinetSuite({
    product: { noticeReadAt: new Date(Date.now() - 179 * DAY_MS).toISOString() },
  });

  it('does not come back yet', async () => {
    const screen = await suite.screen();
    await screen.open('/');
    await screen.page.waitForLoadState('networkidle');
    expect(await noticeOf(screen).count()).toBe(0);
  });
});
