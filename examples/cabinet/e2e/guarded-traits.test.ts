import { demoPatients } from '@socle-sante/gateway/demo';
import { describe, expect, it } from 'vitest';
import { expectStatus, typeBirthDate } from './support/gestures.ts';
import { cabinetSuite } from './support/suite.ts';
import { locales } from './support/words.ts';

const suite = cabinetSuite();
const ruth = `/dossier/${demoPatients.ruth}`;

describe.each(locales)('guarded traits, in %s', (locale) => {
  it('J2: a digit and a hyphen at the end are refused with their position, before any request', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open('/nouveau');
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const name = page.getByRole('textbox', { name: new RegExp(t('identityForm.birthName').source.replace(/\$$/, '')) });
    const refusals = [
      { typed: 'ADRUN0', position: 6 },
      { typed: 'NOM-', position: 4 },
    ];
    for (const { typed, position } of refusals) {
      await name.fill(typed);
      await name.blur();
      await page
        .getByText(new RegExp(`position\\s${position}\\b`))
        .first()
        .waitFor();
      expect(await name.getAttribute('aria-invalid')).toBe('true');
    }
    await screen.button('identityForm.save').click();
    await page.getByText(t('insTraits.summary')).first().waitFor();
    await screen.picture('position-refused');
    expect(asked.filter((path) => /save|ins/i.test(path))).toEqual([]);
    expect(suite.cabinet.national.sandbox.insi.log.length).toBe(0);
  });

  it('J8: a super-user changes the birth date of a qualified identity: the INS is dropped, the document stays', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open(ruth);
    await expectStatus(screen, 'QUAL');
    await page.getByRole('img', { name: t('insDatamatrix.image') }).waitFor();
    await screen.open(`${ruth}/modifier`);
    const trait = page.getByRole('button', { name: new RegExp(wordOf(t('insTraits.birthDate'))) });
    await trait.click();
    await typeBirthDate(screen, '15/07/1977');
    await screen.button('identityForm.save').click();
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    const lost = t('identityForm.consequence', { statut: '' }).source.split('INS')[0] ?? '';
    await dialog.getByText(new RegExp(lost)).waitFor();
    await screen.picture('birth-date-consequences');
    await dialog.getByRole('button', { name: t('identityForm.confirm') }).click();
    await expectStatus(screen, 'VALI');
    await screen.picture('birth-date-changed');
    expect(await page.getByText('15/07/1977').count()).toBeGreaterThan(0);
    expect(await page.getByRole('img', { name: t('insDatamatrix.image') }).count()).toBe(0);
    const banner = page.getByRole('region', { name: t('identityBanner.label') });
    expect(await banner.getByText(t('identityBanner.matricule')).count()).toBe(0);
  });
});

/** A label, wherever it stands in a longer one. */
function wordOf(label: RegExp): string {
  return label.source.replace(/^\^|\$$/g, '');
}
