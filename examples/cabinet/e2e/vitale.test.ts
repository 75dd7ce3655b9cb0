import { describe, expect, it } from 'vitest';
import { simulatedCard } from '../server/cards.ts';
import { acceptInsi, createPatient, expectStatus, searchPatient } from './support/gestures.ts';
import type { Screen } from './support/screen.ts';
import { cabinetSuite } from './support/suite.ts';
import { locales } from './support/words.ts';

const suite = cabinetSuite();

async function createTwin(screen: Screen): Promise<void> {
  await screen.open('/');
  await searchPatient(screen, '15/01/1999', 'insfam');
  await screen.button('identityDuplicates.create').click();
  await createPatient(screen, {
    birthName: 'INSFAMILLEQUATRE',
    firstName: 'JUMEAUUN',
    sex: 'M',
    birthPlace: '62217',
  });
  await expectStatus(screen, 'PROV');
}

describe.each(locales)('carte Vitale, in %s', (locale) => {
  it('twins: told apart by their rank, then asked to INSi with the card', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await createTwin(screen);
    await screen.button('insVitalePanel.read').click();
    const panel = page.getByRole('region', { name: t('insVitalePanel.title') });
    const twins = panel.getByRole('radio', { name: /JUMEAU/ });
    await expect.poll(() => twins.count()).toBe(4);
    await screen.picture('vitale-twins');
    await panel.getByRole('radio', { name: /JUMEAUUN/ }).check();
    await screen.button('insVitalePanel.submit').click();
    await screen.button('insComparison.accept').waitFor();
    await screen.picture('vitale-found');
    for (const check of await panel.getByRole('checkbox').all()) await check.check();
    await acceptInsi(screen);
    await expectStatus(screen, 'RECUP');
  });

  it('J9: another card in the reader: refused, to read again', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await createTwin(screen);
    await screen.button('insVitalePanel.read').click();
    await page.getByRole('radio', { name: /JUMEAUUN/ }).check();
    suite.cabinet.national.reader.insert(simulatedCard('insi-01'));
    await screen.button('insVitalePanel.submit').click();
    await page.getByText(t('insVitalePanel.changed')).first().waitFor();
    await screen.picture('vitale-changed');
    expect(await screen.button('insComparison.accept').count()).toBe(0);
    await expectStatus(screen, 'PROV');
  });
});
