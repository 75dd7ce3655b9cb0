import { demoPatients, demoRecords } from '@socle-sante/gateway/demo';
import { encodeDatamatrix } from '@socle-sante/ins/datamatrix';
import { describe, expect, it } from 'vitest';
import { cabinetSuite } from './support/suite.ts';
import { locales } from './support/words.ts';

const suite = cabinetSuite({ shared: true });

describe.each(locales)('J10: a datamatrix is read, in %s', (locale) => {
  it('as an image: the screenshot of the record fills the search, and the record is found', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open(`/dossier/${demoPatients.ruth}`);
    const picture = await page.getByRole('img', { name: t('insDatamatrix.image') }).screenshot();

    await screen.open('/');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'symbol.png', mimeType: 'image/png', buffer: picture });
    await page.getByText(t('insDatamatrixScanner.status')).first().waitFor();
    expect(await page.getByRole('textbox', { name: t('identityDuplicates.name') }).inputValue()).toBe('NESSI');
    await screen.button('identityDuplicates.search').click();
    await page
      .getByText(t('identityDuplicates.found', { n: 1 }))
      .first()
      .waitFor();
    await screen.picture('scan-found');
  });

  it('with a hand scanner that types, and loses the separators', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open(`/dossier/${demoPatients.ruth}`);
    await screen.open('/');
    await screen.button('insDatamatrixScanner.wedge').click();
    await page.getByRole('textbox', { name: t('insDatamatrixScanner.field') }).fill(typed());
    await screen.button('insDatamatrixScanner.read').click();
    await page.getByText(t('insDatamatrixScanner.status')).first().waitFor();
    expect(await page.getByRole('textbox', { name: t('identityDuplicates.name') }).inputValue()).toBe('NESSI');
  });

  it('refuses a code that is not an INS datamatrix', async () => {
    const screen = await suite.screen({ locale });
    const { page, t } = screen;
    await screen.open('/');
    await screen.button('insDatamatrixScanner.wedge').click();
    await page.getByRole('textbox', { name: t('insDatamatrixScanner.field') }).fill('DC04FR0000');
    await screen.button('insDatamatrixScanner.read').click();
    await page.getByText(t('insDatamatrixScanner.notIns')).first().waitFor();
    await screen.picture('scan-refused');
  });
});

/** The code of this record as a scanner types it that drops the separator U+001D. */
function typed(): string {
  const record = demoRecords().find(({ patientRef }) => patientRef === demoPatients.ruth);
  const code = record && encodeDatamatrix(record.state);
  if (!code?.ok) throw new RangeError('This record has no datamatrix.');
  return code.value.replaceAll('\u001D', '');
}
