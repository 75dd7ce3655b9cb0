import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decodeDatamatrix } from '@socle-sante/ins/datamatrix';
import { describe, expect, it } from 'vitest';
import { describeWithTool } from '../../../packages/tooling/src/with-tool.ts';
import { readDatamatrix } from './support/datamatrix.ts';
import {
  acceptInsi,
  createPatient,
  expectStatus,
  queryInsi,
  searchPatient,
  validateByCard,
} from './support/gestures.ts';
import type { Screen } from './support/screen.ts';
import { cabinetSuite } from './support/suite.ts';
import { locales } from './support/words.ts';

const suite = cabinetSuite();

/** ADRUN ZOE, from the search that finds nobody to the qualified identity (J1). */
async function qualifyZoe(screen: Screen): Promise<void> {
  const { page, t } = screen;
  await screen.open('/');
  expect(await screen.button('identityDuplicates.create').isDisabled()).toBe(true);
  await searchPatient(screen, '31/12/1975', 'adr');
  await page
    .getByText(t('identityDuplicates.found', { n: 0 }))
    .first()
    .waitFor();
  await screen.picture('zoe-1-nobody');
  await screen.button('identityDuplicates.create').click();
  await createPatient(screen, { birthName: 'Adrün', firstName: 'Zoé', sex: 'F', birthPlace: '63220' });
  await expectStatus(screen, 'PROV');
  expect(page.url()).toMatch(/\/dossier\/p-[0-9a-f-]+$/);
  await queryInsi(screen);
  await screen.button('insComparison.accept').waitFor();
  await screen.picture('zoe-2-found');
  await acceptInsi(screen);
  await expectStatus(screen, 'RECUP');
  expect(await page.getByRole('img', { name: t('insDatamatrix.image') }).count()).toBe(0);
  await validateByCard(screen);
  await expectStatus(screen, 'QUAL');
  await page.getByRole('img', { name: t('insDatamatrix.image') }).waitFor();
  await screen.picture('zoe-3-qualified');
}

/** A screenshot of the symbol alone, with its quiet zone. */
function photograph(screen: Screen): Promise<Buffer> {
  return screen.page
    .getByRole('img', { name: screen.t('insDatamatrix.image') })
    .first()
    .screenshot();
}

const expected = {
  ins: { matricule: '275126322074974', oid: '1.2.250.1.213.1.4.8' },
  traits: { nomNaissance: 'ADRUN', listePrenoms: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' },
};

describe.each(locales)('a new patient, in %s', (locale) => {
  it('J1: search, create, INSi, accept, document: qualified; the datamatrix is read back from the screen', async () => {
    const screen = await suite.screen({ locale });
    await qualifyZoe(screen);
    const decoded = decodeDatamatrix((await readDatamatrix(await photograph(screen))) ?? '', { mode: 'strict' });
    expect(decoded.ok && decoded.value).toMatchObject(expected);

    const { page, t } = screen;
    await screen.button('identityStatusPanel.history').click();
    const history = page.getByRole('region', { name: t('identityStatusPanel.title') }).getByRole('listitem');
    await expect.poll(() => history.filter({ hasText: 'TEST0000001' }).count()).toBe(3);
  });
});

describeWithTool('dmtxread', 'an independent reader', (dmtxread) => {
  it('reads the same text in the symbol of the screen', async () => {
    const screen = await suite.screen();
    await qualifyZoe(screen);
    const folder = await mkdtemp(join(tmpdir(), 'cabinet-'));
    try {
      const picture = join(folder, 'symbol.png');
      await writeFile(picture, await photograph(screen));
      const { stdout } = await promisify(execFile)(dmtxread, ['--stop-after=1', picture], { encoding: 'latin1' });
      const decoded = decodeDatamatrix(stdout, { mode: 'strict' });
      expect(decoded.ok && decoded.value).toMatchObject(expected);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
