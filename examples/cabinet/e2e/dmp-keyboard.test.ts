import { describe, expect, it } from 'vitest';
import { dialogOf, dmpOf, expectSent, region, rowOf } from './support/dmp.ts';
import { tabTo } from './support/keyboard.ts';
import { cabinetSuite } from './support/suite.ts';
import { locales } from './support/words.ts';

const suite = cabinetSuite();
const OWN = 'Compte rendu de consultation';

describe.each(locales)('the DMP by keyboard alone, in %s', (locale) => {
  it('deposits a document of the record', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    const { keyboard } = page;
    await screen.open(dmpOf('dominique', 'envoi'));
    await page.getByText(t('dmpStatusIndicator.open-authorised')).first().waitFor();
    const letter = page.locator('.cab-document').filter({ hasText: 'Lettre de liaison' });
    const prepare = letter.locator('.cab-button');
    await prepare.waitFor();
    await tabTo(page, prepare);
    await keyboard.press('Enter');
    const step = page.locator('.sc-deposit-step');
    const isAt = async (name: string) => {
      const words = new RegExp(t(`dmpDepositWizard.step.${name}`).source.slice(1));
      await step.getByRole('heading', { name: words }).waitFor();
      // The focus follows the step, so that its name is read.
      await expect.poll(() => step.evaluate((heading) => heading === document.activeElement)).toBe(true);
    };
    await isAt('description');
    const wizard = region(screen, 'dmpDepositWizard.title');
    await tabTo(page, wizard.getByRole('combobox', { name: t('dmpDepositWizard.type') }));
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type('sortie etablissement');
    await wizard.page().getByRole('option').first().waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await tabTo(page, wizard.locator('[data-sc-path="documents.0.title"]'));
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type('Lettre au clavier');
    await tabTo(page, screen.button('dmpDepositWizard.next'));
    await keyboard.press('Enter');
    await isAt('visibility');
    await tabTo(page, wizard.getByRole('checkbox', { name: t('dmpDepositWizard.maskPro') }));
    await keyboard.press('Space');
    await tabTo(page, screen.button('dmpDepositWizard.next'));
    await keyboard.press('Enter');
    await isAt('check');
    await tabTo(page, screen.button('dmpDepositWizard.send'));
    await keyboard.press('Enter');
    await isAt('send');
    await expectSent(screen);
  });

  it('goes from the list to a document, then masks it', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    const { keyboard } = page;
    await screen.open(dmpOf('dominique'));
    await screen.button('dmpAccessPanel.open').waitFor();
    await tabTo(page, screen.button('dmpAccessPanel.open'));
    await keyboard.press('Enter');
    await screen.button('dmpDocumentList.run').waitFor();
    await tabTo(page, screen.button('dmpDocumentList.run'));
    await keyboard.press('Enter');
    const list = region(screen, 'dmpDocumentList.title');
    const row = rowOf(list, OWN);
    await row.waitFor();

    // The list is one stop: arrows inside, Enter opens.
    const cell = list.locator('[data-sc-cell][tabindex="0"]');
    await tabTo(page, cell);
    const isInRow = () => row.evaluate((line) => line.contains(document.activeElement));
    for (let presses = 0; presses < 10 && !(await isInRow()); presses += 1) await keyboard.press('ArrowDown');
    expect(await isInRow()).toBe(true);
    await keyboard.press('Enter');
    const reader = page.locator('.cab-reader');
    await reader.getByText(/Tension artérielle 12\/7/).waitFor();
    await expect.poll(() => reader.evaluate((section) => section === document.activeElement)).toBe(true);

    await tabTo(page, cell, 'Shift+Tab');
    expect(await isInRow()).toBe(true);
    await keyboard.press('F2');
    const menu = row.getByRole('button', { name: t('dmpDocumentActions.menu', { title: OWN }) });
    await expect.poll(() => menu.evaluate((button) => button === document.activeElement)).toBe(true);
    await keyboard.press('Enter');
    const mask = page.getByRole('menuitem', { name: t('dmpDocument.action.mask') });
    await mask.waitFor();
    for (let presses = 0; presses < 8; presses += 1) {
      if (await mask.evaluate((item) => item === document.activeElement)) break;
      await keyboard.press('ArrowDown');
    }
    await keyboard.press('Enter');
    const sure = dialogOf(screen).getByRole('button', { name: t('dmpDocument.action.mask') });
    await sure.waitFor();
    await tabTo(page, sure);
    await keyboard.press('Enter');
    await row.getByText(t('dmpDocument.visibility.masked-pro')).waitFor();
  });
});
