import { demoPatients } from '@socle-sante/gateway/demo';
import { decodeDatamatrix } from '@socle-sante/ins/datamatrix';
import { describe, expect, it } from 'vitest';
import { readDatamatrix } from './support/datamatrix.ts';
import { cabinetSuite } from './support/suite.ts';
import { locales } from './support/words.ts';

const suite = cabinetSuite({ shared: true });
const sheet = (name: keyof typeof demoPatients) => `/dossier/${demoPatients[name]}/imprimer`;

describe.each(locales)('the printed sheet, in %s', (locale) => {
  it('J33: qualified: identity, readable datamatrix, mark of a test document, no control', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open(sheet('ruth'));
    const symbol = page.getByRole('img', { name: t('insDatamatrix.image') });
    await symbol.waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 794, height: 1123 });
    await screen.picture('sheet');
    // One mark of test: the sheet's own, not that of the page too.
    const markOfPage = page.locator('.sc-watermark').first();
    expect(await markOfPage.evaluate((mark) => getComputedStyle(mark).display)).toBe('none');
    expect(await page.locator('.sc-sheet-watermark').count()).toBe(1);
    const decoded = decodeDatamatrix((await readDatamatrix(await symbol.screenshot())) ?? '', { mode: 'strict' });
    expect(decoded.ok && decoded.value.traits).toMatchObject({ nomNaissance: 'NESSI', dateNaissance: '1977-07-14' });
    for (const control of await page.getByRole('button').all()) expect(await control.isVisible()).toBe(false);
    for (const link of await page.getByRole('link').all()) expect(await link.isVisible()).toBe(false);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });

  it('provisional: no matricule, no datamatrix', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open(sheet('houilles'));
    await page.getByText('HOUILLES').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await screen.picture('sheet-provisional');
    expect(await page.getByRole('img', { name: t('insDatamatrix.image') }).count()).toBe(0);
  });

  it('« Imprimer » prints the sheet alone, under the same policy', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await page.addInitScript(() => {
      Object.assign(window, { print: () => document.documentElement.setAttribute('data-printed', '') });
    });
    await screen.open(sheet('ruth'));
    await page.getByRole('img', { name: t('insDatamatrix.image') }).waitFor();
    await screen.button('printSheet.print').click();
    const frame = page.frameLocator('iframe');
    await frame.locator('html[data-printed]').waitFor({ state: 'attached' });
    expect(await frame.locator('body').textContent()).toContain('NESSI');
    expect(await frame.getByRole('button').count()).toBe(0);
  });
});
