import { describe, expect, it } from 'vitest';
import { expectStatus } from './support/gestures.ts';
import { tabTo } from './support/keyboard.ts';
import { cabinetSuite } from './support/suite.ts';
import { locales } from './support/words.ts';

const suite = cabinetSuite();

describe.each(locales)('by keyboard alone, in %s', (locale) => {
  it('goes from the search to the qualified identity', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    const { keyboard } = page;
    const field = (key: string) =>
      page.getByRole('textbox', { name: new RegExp(t(key).source.replace(/\$$/, '')) }).first();
    await screen.open('/');

    await tabTo(page, field('lunarDateField.day'));
    await keyboard.type('31');
    await keyboard.press('Tab');
    await keyboard.type('12');
    await keyboard.press('Tab');
    await keyboard.type('1975');
    await tabTo(page, field('identityDuplicates.name'));
    await keyboard.type('adr');
    await keyboard.press('Enter');
    const create = screen.button('identityDuplicates.create');
    await expect.poll(() => create.isEnabled()).toBe(true);
    await tabTo(page, create);
    await keyboard.press('Enter');

    await page.waitForURL('**/nouveau');
    await tabTo(page, field('identityForm.birthName'));
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type('Adrün');
    await tabTo(page, field('identityForm.first'));
    await keyboard.type('Zoé');
    await tabTo(page, page.getByRole('radio', { name: t('insTraits.sex.F') }));
    await keyboard.press('Space');
    await tabTo(
      page,
      page.getByRole('combobox', { name: new RegExp(t('communeCountryPicker.label').source.slice(0, -1)) }),
    );
    await keyboard.type('63220');
    const town = page.getByRole('listbox').getByRole('option', { name: /63220/ });
    await town.waitFor();
    const place = page.locator(':focus');
    for (let presses = 0; presses < 4; presses += 1) {
      if ((await place.getAttribute('aria-activedescendant')) === (await town.getAttribute('id'))) break;
      await keyboard.press('ArrowDown');
    }
    await keyboard.press('Enter');
    await tabTo(page, screen.button('identityForm.save'));
    await keyboard.press('Enter');

    await page.waitForURL('**/dossier/*');
    await expectStatus(screen, 'PROV');
    await tabTo(page, screen.button('insSearchForm.submit'));
    await keyboard.press('Enter');
    await screen.button('insComparison.accept').waitFor();
    await tabTo(page, screen.button('insComparison.accept'));
    await keyboard.press('Enter');
    await expectStatus(screen, 'RECUP');

    // Back to the top of the page, by the link that every page begins with.
    await page.getByRole('heading', { level: 1 }).evaluate((title) => title.focus());
    await tabTo(page, screen.button('identityStatusPanel.validate').first());
    await keyboard.press('Enter');
    const capture = page.getByRole('region', { name: t('justificatifCapture.title') });
    await tabTo(page, capture.getByRole('radio').first());
    await keyboard.press('Space');
    await tabTo(page, capture.getByRole('checkbox', { name: t('justificatifCapture.coherent') }));
    await keyboard.press('Space');
    await tabTo(page, capture.getByRole('button', { name: t('justificatifCapture.submit') }));
    await keyboard.press('Enter');
    await expectStatus(screen, 'QUAL');

    // A dialog: the safe choice has the focus, Escape is the safe choice, and the focus comes back.
    const doubtful = screen.button('identityStatusPanel.setDouteuse');
    await tabTo(page, doubtful);
    await keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor();
    await keyboard.press('Escape');
    await expect.poll(() => doubtful.evaluate((button) => button === document.activeElement)).toBe(true);
    await expectStatus(screen, 'QUAL');
  });
});
