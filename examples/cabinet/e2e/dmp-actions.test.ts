import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import {
  act,
  bringLetter,
  confirm,
  dialogOf,
  dmpOf,
  expectSent,
  field,
  next,
  openList,
  read,
  region,
  rowOf,
  titles,
} from './support/dmp.ts';
import type { Screen } from './support/screen.ts';
import { cabinetSuite } from './support/suite.ts';
import { locales } from './support/words.ts';

const suite = cabinetSuite();
const OWN = 'Compte rendu de consultation';

const count = (screen: Screen, n: number) =>
  region(screen, 'dmpDocumentList.title').getByText(screen.t('dmpDocumentList.count', { n })).waitFor();

async function include(screen: Screen, ...what: readonly string[]): Promise<void> {
  const list = region(screen, 'dmpDocumentList.title');
  await list.getByText(screen.t('dmpDocumentList.more')).click();
  for (const one of what)
    await list.getByRole('checkbox', { name: screen.t(`dmpDocumentList.include.${one}`) }).check();
  await screen.button('dmpDocumentList.run').click();
}

describe.each(locales)('what a doctor does with a document of the practice, in %s', (locale) => {
  it('masks it, unmasks it, archives it, takes it back, deletes it with a reason', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open(dmpOf('dominique'));
    const list = await openList(screen);
    const row = rowOf(list, OWN);

    await act(screen, list, OWN, 'mask');
    const dialog = dialogOf(screen);
    await dialog.getByText(t('dmpDocumentActions.text.mask')).waitFor();
    await expectAccessible(page);
    await screen.picture('dmp-mask');
    await confirm(screen, 'mask');
    await row.getByText(t('dmpDocument.visibility.masked-pro')).waitFor();
    await act(screen, list, OWN, 'unmask');
    await confirm(screen, 'unmask');
    await row.getByText(t('dmpDocument.visibility.normal')).waitFor();

    await act(screen, list, OWN, 'archive');
    await confirm(screen, 'archive');
    await row.getByText(t('dmpDocument.status.archived')).waitFor();
    // Out of the active documents, until the archived ones are asked for.
    await screen.button('dmpDocumentList.run').click();
    await count(screen, 4);
    await include(screen, 'archived');
    await count(screen, 5);
    await act(screen, list, OWN, 'unarchive');
    await confirm(screen, 'unarchive');
    await row.getByText(t('dmpDocument.status.approved')).waitFor();

    await act(screen, list, OWN, 'delete');
    const sure = dialog.getByRole('button', { name: t('dmpDocument.action.delete') });
    expect(await sure.isDisabled()).toBe(true);
    await screen.picture('dmp-delete');
    // The safe choice first: Escape deletes nothing.
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await act(screen, list, OWN, 'delete');
    await dialog.getByRole('radio', { name: t('dmpDocumentActions.reason.wrongRecord') }).check();
    await expectAccessible(page);
    await confirm(screen, 'delete');
    await screen.button('dmpDocumentList.run').click();
    await count(screen, 4);
    expect(await titles(list)).not.toContain(OWN);
  });

  it('replaces it by a new version, and the old one is « Remplacé »', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open(dmpOf('dominique'));
    const list = await openList(screen);
    await act(screen, list, OWN, 'replace');
    await page.waitForURL('**/envoi');
    const wizard = await bringLetter(screen);
    await wizard.getByText(t('dmpDepositWizard.type')).waitFor();
    await field(screen, 'dmpDepositWizard.titleField', wizard).fill('Lettre corrigée');
    await page.getByRole('combobox', { name: t('dmpDepositWizard.type') }).fill('CR ou fiche de consultation');
    await page.getByRole('option', { name: /CR ou fiche de consultation/ }).click();
    await screen.picture('deposit-replace');
    await next(screen, 'visibility');
    await next(screen, 'check');
    await screen.button('dmpDepositWizard.send').click();
    await expectSent(screen);
    await page.getByText(t('dmpDepositProgress.replaces')).waitFor();

    await screen.open(dmpOf('dominique'));
    const after = await openList(screen);
    expect(await titles(after)).toContain('Lettre corrigée');
    expect(await titles(after)).not.toContain(OWN);
    await include(screen, 'replaced');
    await rowOf(after, OWN).getByText(t('dmpDocument.status.deprecated')).waitFor();
    const viewer = await read(screen, after, 'Lettre corrigée');
    await viewer.getByText(t('dmpDocumentViewer.versions', { n: 2 })).waitFor();
  });

  it('shows to the patient what was hidden, which cannot be undone', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open(dmpOf('dominique', 'envoi'));
    const wizard = await bringLetter(screen);
    await page.getByRole('combobox', { name: t('dmpDepositWizard.type') }).fill('liaison sortie');
    await page
      .getByRole('option', { name: /liaison/i })
      .first()
      .click();
    await field(screen, 'dmpDepositWizard.titleField', wizard).fill('Lettre à annoncer');
    await next(screen, 'visibility');
    await wizard.getByRole('checkbox', { name: t('dmpDepositWizard.invisible') }).check();
    await field(screen, 'dmpDepositWizard.remind', wizard).fill('2026-12-15');
    await next(screen, 'check');
    await screen.button('dmpDepositWizard.send').click();
    await expectSent(screen);

    await screen.open(dmpOf('dominique'));
    const list = await openList(screen);
    const row = rowOf(list, 'Lettre à annoncer');
    await row.getByText(t('dmpDocument.visibility.hidden-patient')).waitFor();
    await act(screen, list, 'Lettre à annoncer', 'show');
    await dialogOf(screen).getByText(t('dmpDocumentActions.text.show')).waitFor();
    await confirm(screen, 'show');
    await row.getByText(t('dmpDocument.visibility.normal')).waitFor();
    // No way back is offered.
    await list.getByRole('button', { name: t('dmpDocumentActions.menu', { title: 'Lettre à annoncer' }) }).click();
    await page.getByRole('menuitem', { name: t('dmpDocument.action.mask') }).waitFor();
    expect(await page.getByRole('menuitem', { name: t('dmpDocument.action.show') }).count()).toBe(0);
  });
});
