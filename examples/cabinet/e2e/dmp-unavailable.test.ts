import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { depositLetter, dmpOf, expectSent, openList, region, titles } from './support/dmp.ts';
import { cabinetSuite } from './support/suite.ts';
import { locales } from './support/words.ts';

const suite = cabinetSuite();
const TITLE = 'Lettre qui attend';

describe.each(locales)('a DMP that does not answer, in %s', (locale) => {
  it('says so, keeps what is to be sent, and sends it once when the DMP is back', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    const { dmp } = suite.cabinet.national.sandbox;
    await screen.open(dmpOf('dominique', 'envoi'));
    await page.getByText(t('dmpStatusIndicator.open-authorised')).first().waitFor();
    dmp.setScenario('http-503');
    await depositLetter(screen, TITLE);
    const follow = region(screen, 'dmpDepositProgress.title');
    await follow.getByText(t('dmpSubmission.state.queued')).waitFor();
    await follow.getByText(startOf(t('dmpSubmission.retryAt', { t: '' }))).waitFor();
    await expectAccessible(page);
    await screen.picture('deposit-waiting');

    // The screen is free: the sending waits in the queue of the practice, and the document is in the record.
    await screen.open('/envois');
    await region(screen, 'depositQueue.title').getByRole('rowheader', { name: TITLE }).waitFor();
    await expectAccessible(page);
    await screen.picture('sendings-waiting');

    dmp.setScenario(undefined);
    await screen.open(dmpOf('dominique', 'envoi'));
    const sending = region(screen, 'depositQueue.title').getByRole('row').filter({ hasText: TITLE });
    await sending.getByText(t('dmpSubmission.sentDmp')).waitFor({ timeout: 30_000 });
    await page.locator('.cab-document').filter({ hasText: TITLE }).locator('.cab-mark').waitFor();
    await screen.open(dmpOf('dominique'));
    const list = await openList(screen);
    expect((await titles(list)).filter((title) => title === TITLE)).toHaveLength(1);
  });

  it('finds out that a deposit arrived though its answer was lost', async () => {
    const screen = await suite.screen({ locale });
    const { dmp } = suite.cabinet.national.sandbox;
    await screen.open(dmpOf('dominique', 'envoi'));
    await screen.page.getByText(screen.t('dmpStatusIndicator.open-authorised')).first().waitFor();
    dmp.setScenario('reset-during-answer', { times: 1 });
    await depositLetter(screen, TITLE);
    await expectSent(screen);
    await screen.open(dmpOf('dominique'));
    const list = await openList(screen);
    expect((await titles(list)).filter((title) => title === TITLE)).toHaveLength(1);
  });

  it('tells that the list cannot be had, and asks again on a gesture only', async () => {
    const screen = await suite.screen({ locale });
    const { page } = screen;
    const { dmp } = suite.cabinet.national.sandbox;
    await screen.open(dmpOf('dominique'));
    const list = await openList(screen);
    dmp.setScenario('http-503');
    await screen.button('dmpDocumentList.run').click();
    await list.getByRole('alert').waitFor();
    await expectAccessible(page);
    await screen.picture('dmp-unavailable');
    dmp.setScenario(undefined);
    await screen.button('dmpDocumentList.run').click();
    await list.getByText(screen.t('dmpDocumentList.count', { n: 5 })).waitFor();
  });
});

function startOf(label: RegExp): RegExp {
  return new RegExp(label.source.replace(/\$$/, ''));
}
