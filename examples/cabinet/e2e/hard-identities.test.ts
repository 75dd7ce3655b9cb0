import { demoPatients } from '@socle-sante/gateway/demo';
import { describe, expect, it } from 'vitest';
import { acceptInsi, expectStatus, queryInsi, validateByCard } from './support/gestures.ts';
import { cabinetSuite } from './support/suite.ts';
import { locales } from './support/words.ts';

const suite = cabinetSuite();
const record = (name: keyof typeof demoPatients) => `/dossier/${demoPatients[name]}`;

describe.each(locales)('hard identities, in %s', (locale) => {
  it('J4: TCHITCHI typed OLA: two attempts, the difference is acknowledged first', async () => {
    const screen = await suite.screen({ locale });
    const { page } = screen;
    await screen.open(record('tchitchi'));
    await queryInsi(screen);
    const accept = screen.button('insComparison.accept');
    await accept.waitFor();
    expect(suite.cabinet.national.sandbox.insi.log.length).toBe(2);
    expect(await accept.isDisabled()).toBe(true);
    await screen.picture('tchitchi-differs');
    const checks = page.getByRole('group').getByRole('checkbox');
    expect(await checks.count()).toBe(2);
    for (const check of await checks.all()) await check.check();
    await acceptInsi(screen);
    await expectStatus(screen, 'RECUP');
  });

  it('J5: LEONARDO: several identities, the birth place is asked, then found', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open(record('leonardo'));
    await queryInsi(screen);
    await page.getByText(t('insSearchForm.multiple'), { exact: false }).first().waitFor();
    await screen.button('insSearchForm.addPlace').click();
    const place = page.getByRole('combobox', { name: t('insSearchForm.place') });
    await place.fill('63220');
    await page.getByRole('listbox').getByRole('option', { name: /63220/ }).click();
    await queryInsi(screen);
    await screen.button('insComparison.accept').waitFor();
    await screen.picture('leonardo-place');
    await acceptInsi(screen);
    await expectStatus(screen, 'RECUP');
  });

  it('HOUILLES: nobody answers, the identity stays provisional', async () => {
    const screen = await suite.screen({ locale });
    await screen.open(record('houilles'));
    await queryInsi(screen);
    await screen.page.getByText(screen.t('insSearchForm.notFound')).first().waitFor();
    await expectStatus(screen, 'PROV');
    await screen.picture('houilles-none');
    expect(suite.cabinet.national.sandbox.insi.log.length).toBe(4);
  });

  it('J6: HERMANN: a wrong key is refused, nothing is stored', async () => {
    const screen = await suite.screen({ locale });
    await screen.open(record('hermann'));
    await queryInsi(screen);
    await screen.page.getByRole('alert').waitFor();
    await screen.picture('hermann-refused');
    expect(await screen.button('insComparison.accept').count()).toBe(0);
    await expectStatus(screen, 'PROV');
    await screen.open(record('hermann'));
    await expectStatus(screen, 'PROV');
  });

  it('J7: a qualified identity declared doubtful loses its INS, and INSi is blocked', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open(record('ecetinsi'));
    await queryInsi(screen);
    await acceptInsi(screen);
    await validateByCard(screen);
    await expectStatus(screen, 'QUAL');
    await screen.button('identityStatusPanel.setDouteuse').click();
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await dialog.getByText(t('identityStatusPanel.erasedAndBlocked')).waitFor();
    await screen.picture('douteuse-consequences');
    await dialog.getByRole('button', { name: t('identityStatusPanel.confirm.setDouteuse') }).click();
    await expectStatus(screen, 'PROV');
    expect(await screen.button('insSearchForm.submit').isDisabled()).toBe(true);
    expect(await page.getByText(t('insTraits.blocked', { attribute: 'douteuse' })).count()).toBeGreaterThan(0);
    expect(await page.getByText(t('insComparison.accepted')).count()).toBe(0);
    await screen.picture('douteuse-blocked');
  });
});
