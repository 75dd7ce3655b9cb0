import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import {
  bringLetter,
  chooseType,
  dmpOf,
  expectSent,
  field,
  next,
  openList,
  read,
  region,
  titles,
} from './support/dmp.ts';
import { cabinetSuite } from './support/suite.ts';
import { locales } from './support/words.ts';

const suite = cabinetSuite();
const TITLE = 'Lettre de sortie du service';

describe.each(locales)('deposit of a document, in %s', (locale) => {
  it('says what is wrong before anything leaves, sends what was corrected, and reads it back', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open(dmpOf('dominique', 'envoi'));
    const wizard = await bringLetter(screen);
    await screen.picture('deposit-description');

    // Neither a type nor a title, and an act that ends before it starts.
    await field(screen, 'dmpDepositWizard.actStart', wizard).fill('2026-11-20T10:00');
    await field(screen, 'dmpDepositWizard.actEnd', wizard).fill('2026-11-19T10:00');
    await next(screen, 'visibility');
    await screen.picture('deposit-visibility');
    await next(screen, 'check');
    const blocked = wizard.getByText(t('dmpDepositWizard.blocked', { n: 2 }));
    await blocked.waitFor();
    await expectAccessible(page);
    await screen.picture('deposit-findings');
    expect(await screen.button('dmpDepositWizard.send').isDisabled()).toBe(true);
    expect(
      suite.cabinet.national.sandbox.dmp.log.filter(({ operation }) => operation === 'provideAndRegister'),
    ).toEqual([]);

    // The finding leads to the step where it is mended.
    const description = t('dmpDepositWizard.step.description').source.slice(1, -1);
    await wizard
      .getByRole('button', {
        name: new RegExp(t('dmpDepositWizard.fix', { step: '@' }).source.replace('@', description)),
      })
      .click();
    await chooseType(screen, 'liaison sortie', /liaison/i);
    await field(screen, 'dmpDepositWizard.titleField', wizard).fill(TITLE);
    await field(screen, 'dmpDepositWizard.actEnd', wizard).fill('2026-11-21T10:00');
    await next(screen, 'visibility');
    await next(screen, 'check');
    await wizard.getByText(t('dmpDepositWizard.ok')).waitFor();
    await screen.picture('deposit-check');
    await screen.button('dmpDepositWizard.send').click();
    await expectSent(screen);
    await expectAccessible(page);
    await screen.picture('deposit-sent');

    // The record has the document, and says that it left.
    const mine = page
      .getByRole('listitem')
      .filter({ hasText: TITLE })
      .filter({ has: page.locator('.cab-mark') });
    await mine.waitFor();
    await region(screen, 'depositQueue.title').getByText(TITLE).first().waitFor();

    // What was sent is in the DMP, and is the same PDF.
    await screen.open(dmpOf('dominique'));
    const list = await openList(screen);
    expect(await titles(list)).toContain(TITLE);
    const viewer = await read(screen, list, TITLE);
    await viewer.locator('iframe[src^="blob:"]').waitFor();
    expect(await viewer.getByText(t('dmpDocumentViewer.mismatch')).count()).toBe(0);
    await expectAccessible(page);
    await screen.picture('dmp-read-pdf');
  });
});

describe('documents of the record', () => {
  it('sends one of them, and never offers to send what is held back', async () => {
    const screen = await suite.screen();
    const { page, t } = screen;
    await screen.open(dmpOf('dominique', 'envoi'));
    const letter = page.getByRole('listitem').filter({ hasText: 'Lettre de liaison' }).first();
    await letter.getByRole('button', { name: /^Préparer l’envoi/ }).click();
    await next(screen, 'visibility');
    await next(screen, 'check');
    await screen.button('dmpDepositWizard.send').click();
    await expectSent(screen);
    await letter.getByText('Déjà au DMP').waitFor();

    const report = page.getByRole('listitem').filter({ hasText: 'Compte rendu de consultation' }).first();
    await report.getByRole('checkbox', { name: t('dmpHoldCheckbox.hold') }).check();
    await screen.picture('deposit-hold');
  });

  it('shows the summary that the software wrote as it will be sent, and sends that one', async () => {
    const screen = await suite.screen({ locale: 'en' });
    const { page, t } = screen;
    await screen.open(dmpOf('dominique', 'envoi'));
    await page.getByRole('button', { name: 'Prepare the summary' }).click();
    const wizard = region(screen, 'dmpDepositWizard.title');
    // What the software says of the document is shown; the title is for the doctor.
    await field(screen, 'dmpDepositWizard.titleField', wizard).fill('Synthèse de novembre');
    await next(screen, 'visibility');
    await next(screen, 'check');
    await wizard.getByText(t('dmpDepositWizard.ok')).waitFor();
    await screen.button('dmpDepositWizard.preview').click();
    const shown = wizard.frameLocator('iframe');
    await shown.getByRole('heading', { name: 'Synthèse de novembre' }).waitFor();
    await shown.getByText('Hypertension artérielle').waitFor();
    await expectAccessible(page);
    await screen.picture('deposit-preview');
    await screen.button('dmpDepositWizard.send').click();
    await expectSent(screen);
    await screen.open(dmpOf('dominique'));
    const viewer = await read(screen, await openList(screen), 'Synthèse de novembre');
    await viewer.getByText('Hypertension artérielle').waitFor();
  });

  it('keeps the document hidden from the patient only with the date of the announcement', async () => {
    const screen = await suite.screen();
    const { t } = screen;
    await screen.open(dmpOf('dominique', 'envoi'));
    const wizard = await bringLetter(screen);
    await chooseType(screen, 'liaison sortie', /liaison/i);
    await next(screen, 'visibility');
    await wizard.getByRole('checkbox', { name: t('dmpDepositWizard.invisible') }).check();
    await next(screen, 'check');
    await wizard.getByText(t('dmpDepositWizard.blocked', { n: 1 })).waitFor();
    const step = t('dmpDepositWizard.step.visibility').source.slice(1, -1);
    await wizard
      .getByRole('button', { name: new RegExp(t('dmpDepositWizard.fix', { step: '@' }).source.replace('@', step)) })
      .click();
    await field(screen, 'dmpDepositWizard.remind', wizard).fill('2026-12-15');
    await screen.picture('deposit-remind');
    await next(screen, 'check');
    await wizard.getByText(t('dmpDepositWizard.ok')).waitFor();
    expect(await screen.button('dmpDepositWizard.send').isEnabled()).toBe(true);
  });
});
