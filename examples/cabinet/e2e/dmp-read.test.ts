import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { dmpOf, field, openList, read, titles } from './support/dmp.ts';
import { cabinetSuite } from './support/suite.ts';
import { locales } from './support/words.ts';

const suite = cabinetSuite();

describe.each(locales)('the documents of a DMP, in %s', (locale) => {
  it('says the limit of the list, filters it, and takes each criterion back', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open(dmpOf('dominique'));
    await screen.button('dmpNewDocuments.all').waitFor();
    await screen.button('dmpAccessPanel.open').click();
    // Opening asks nothing of the DMP: the patient sees each consultation.
    await page.getByText(t('dmpDocumentList.idle')).waitFor();
    const asked = () =>
      suite.cabinet.national.sandbox.dmp.log.filter(({ operation }) => operation === 'storedQuery').length;
    const before = asked();
    const run = screen.button('dmpDocumentList.run');
    const list = page.getByRole('region', { name: t('dmpDocumentList.title') });
    const search = async (count: number) => {
      await run.click();
      await list.getByText(t('dmpDocumentList.count', { n: count })).waitFor();
    };
    await search(5);
    expect(asked()).toBe(before + 1);
    const limit = t('dmpDocumentList.default').source.slice(1, -1);
    await list.locator('.sc-docs-limit').getByText(new RegExp(limit)).waitFor();
    const active = await titles(list);
    expect(active).toContain('Bilan biologique');
    expect(active).not.toContain('Ordonnance');
    await screen.picture('dmp-list');

    // A criterion changes nothing before the button, and one chip takes it back.
    await field(screen, 'dmpDocumentList.class', list).selectOption({ label: 'Compte rendu' });
    expect(asked()).toBe(before + 1);
    await search(3);
    await field(screen, 'dmpDocumentList.type', list).selectOption('11502-2');
    await search(1);
    expect(await titles(list)).toEqual(['Bilan biologique']);
    await screen.picture('dmp-list-filtered');
    await list.getByRole('button', { name: t('dmpDocumentList.remove', { name: 'Compte rendu' }) }).click();
    await list.locator('.sc-docs-chip button').first().click();
    expect(await list.locator('.sc-docs-chip').count()).toBe(0);

    // Dates of the act, then none.
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    await field(screen, 'dmpDocumentList.from', list).fill(day(130));
    await field(screen, 'dmpDocumentList.to', list).fill(day(100));
    await search(1);
    expect(await titles(list)).toEqual(['Ordonnance (version corrigée)']);
    await screen.button('dmpDocumentList.widen').click();
    await list.getByText(t('dmpDocumentList.count', { n: 5 })).waitFor();

    // What is archived, masked or replaced comes only when asked for, and says so.
    await list.getByText(t('dmpDocumentList.more')).click();
    for (const one of ['archived', 'masked', 'replaced']) {
      await list.getByRole('checkbox', { name: t(`dmpDocumentList.include.${one}`) }).check();
    }
    // The document that another professional masked stays unknown here: the DMP does not give it.
    await search(7);
    await list.getByText(t('dmpDocument.status.archived')).first().waitFor();
    await list.getByText(t('dmpDocument.status.deprecated')).first().waitFor();
    expect(await titles(list)).not.toContain('Compte rendu de séjour');
    await expectAccessible(page);
    await screen.picture('dmp-list-everything');

    // Since the last consultation: the one of a moment ago.
    await screen.button('dmpDocumentList.newer').click();
    await list.getByText(t('dmpDocumentList.count', { n: 0 })).waitFor();
    await list.getByText(t('dmpDocumentList.empty.filters')).waitFor();
  });

  it('reads a text and a structured document, and goes from a version to another', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open(dmpOf('dominique'));
    const list = await openList(screen);
    const text = await read(screen, list, 'Compte rendu de consultation');
    await text.getByText(/Tension artérielle 12\/7/).waitFor();
    await text.getByText(t('dmpDocumentViewer.header')).waitFor();
    await screen.picture('dmp-read-text');

    const structured = await read(screen, list, 'Bilan biologique');
    const table = structured.getByRole('table').filter({ hasText: 'Glycémie à jeun' });
    await table.waitFor();
    expect(await table.getByRole('columnheader').count()).toBe(4);
    expect(
      await table.locator('thead th').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('scope'))),
    ).toEqual(['col', 'col', 'col', 'col']);
    await expectAccessible(page);
    await screen.picture('dmp-read-structured');

    // A replaced version is reached from the current one.
    const corrected = await read(screen, list, 'Ordonnance (version corrigée)');
    await corrected.getByText(/trois jours/).waitFor();
    await corrected.getByText(t('dmpDocumentViewer.versions', { n: 2 })).click();
    await corrected
      .getByRole('button', { name: new RegExp(`^${t('dmpDocumentViewer.openVersion').source.slice(1, -1)}`) })
      .click();
    await page
      .getByRole('article')
      .getByText(/cinq jours/)
      .waitFor();
    await screen.picture('dmp-read-version');
  });
});
