import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { dialogOf, dmpOf, field, openList, region } from './support/dmp.ts';
import type { Screen } from './support/screen.ts';
import { cabinetSuite } from './support/suite.ts';
import { locales } from './support/words.ts';

const suite = cabinetSuite();

/** The access panel says why, and nothing opens. */
async function expectClosed(screen: Screen, why: string): Promise<void> {
  await region(screen, 'dmpAccessPanel.title')
    .getByText(screen.t(`dmpAccessPanel.why.${why}`))
    .first()
    .waitFor();
  await expect.poll(() => screen.button('dmpAccessPanel.open').count()).toBe(0);
  await expect.poll(() => region(screen, 'dmpDocumentList.title').count()).toBe(0);
}

const asked = () =>
  suite.cabinet.national.sandbox.dmp.log.filter(({ operation }) => operation === 'storedQuery').length;

describe.each(locales)('who may open a DMP, in %s', (locale) => {
  it('says that the person blocked the doctor, and offers no emergency access', async () => {
    const screen = await suite.screen({ locale });
    suite.cabinet.national.sandbox.dmp.setScenario('blocked-ps');
    await screen.open(dmpOf('dominique'));
    await expectClosed(screen, 'blocked');
    await screen.page.getByText(screen.t('dmpStatusIndicator.blocked')).first().waitFor();
    await screen.page.getByText(screen.t('brisDeGlaceDialog.reason.blocked')).waitFor();
    expect(asked()).toBe(0);
    await expectAccessible(screen.page);
    await screen.picture('dmp-blocked');
  });

  it.each([
    ['no-dmp', 'none', 'dmpStatusIndicator.none'],
    ['closed', 'closed', undefined],
  ] as const)('says that there is no open DMP (%s), and does not send', async (scenario, why, status) => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    suite.cabinet.national.sandbox.dmp.setScenario(scenario);
    await screen.open(dmpOf('dominique'));
    await expectClosed(screen, why);
    if (status) await page.getByText(t(status)).first().waitFor();
    await screen.picture(`dmp-${scenario}`);
  });

  it('asks nothing about an identity that is not qualified, and leads to the identity', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open(dmpOf('houilles'));
    await expectClosed(screen, 'notQualified');
    await page.getByText(t('dmpStatusIndicator.not-qualified')).first().waitFor();
    expect(suite.cabinet.national.sandbox.dmp.log).toEqual([]);
    await screen.picture('dmp-not-qualified');
    await screen.button('dmpAccessPanel.action.qualify').first().click();
    await page.waitForURL(/\/dossier\/[^/]+$/);
  });

  it('declares the authorisation of the doctor when the DMP is opened', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open(dmpOf('ruth'));
    await page.getByText(t('dmpStatusIndicator.open-not-authorised')).first().waitFor();
    await page.getByText(t('dmpAccessPanel.auto')).waitFor();
    await openList(screen);
    await page.getByText(t('dmpStatusIndicator.open-authorised')).first().waitFor();
    await page.getByText(t('dmpDocumentList.empty.none')).waitFor();
  });

  it('opens in emergency with a motive only, says that it is open, and ends it', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open(dmpOf('ali'));
    await expectClosed(screen, 'toCollect');
    await screen.button('brisDeGlaceDialog.open').click();
    const dialog = dialogOf(screen);
    const sure = dialog.getByRole('button', { name: t('brisDeGlaceDialog.confirm') });
    await field(screen, 'brisDeGlaceDialog.motive', dialog).fill('urgence');
    await sure.click();
    await dialog.getByText(t('brisDeGlaceDialog.short')).waitFor();
    await expectAccessible(page);
    await screen.picture('dmp-emergency');
    await field(screen, 'brisDeGlaceDialog.motive', dialog).fill('Patient inconscient, traitement inconnu');
    await sure.click();
    await region(screen, 'dmpAccessPanel.title').getByText(t('dmpAccessPanel.emergency')).waitFor();
    await region(screen, 'dmpDocumentList.title').waitFor();
    await screen.button('dmpDocumentList.run').click();
    await page.getByText(t('dmpDocumentList.empty.none')).waitFor();
    await screen.picture('dmp-emergency-open');
    await screen.button('brisDeGlaceDialog.end').click();
    await expectClosed(screen, 'toCollect');
  });

  it('stops the consultation when the person refuses it', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open(dmpOf('dominique'));
    await openList(screen);
    const consent = region(screen, 'dmpConsentPanel.title');
    await consent
      .getByRole('button', { name: startOf(t('dmpConsentPanel.change')) })
      .first()
      .click();
    await consent.getByRole('radio', { name: t('dmpConsentPanel.refused') }).check();
    await consent.getByRole('button', { name: t('dmpConsentPanel.save') }).click();
    await expectClosed(screen, 'refused');
    // The choice of the person, which is no opposition to bris de glace.
    await page.getByText(t('brisDeGlaceDialog.reason.refused')).waitFor();
    await screen.picture('dmp-consent-refused');
  });

  it('tells the refusal of the DMP in words when the authorisation ended meanwhile', async () => {
    const screen = await suite.screen({ locale });
    const { page } = screen;
    await screen.open(dmpOf('dominique'));
    const list = await openList(screen);
    suite.cabinet.national.sandbox.dmp.setScenario('authorization-expired');
    await screen.button('dmpDocumentList.run').click();
    await list.getByRole('alert').waitFor();
    await expectAccessible(page);
    await screen.picture('dmp-refused');
  });
});

function startOf(label: RegExp): RegExp {
  return new RegExp(label.source.replace(/\$$/, ''));
}
