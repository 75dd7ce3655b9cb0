import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeViolations, largeDocument, type RunningSite, type Screen, sample, startSite, violations } from './site.ts';

const pictures = resolve(import.meta.dirname, '__screenshots__');
let site: RunningSite;
let screen: Screen;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  site = await startSite();
});
afterAll(() => site?.stop());
beforeEach(async () => {
  screen = await site.open();
});
afterEach(async () => {
  // Whatever the journey: nothing refused by the policy, nothing asked of the network, no error.
  expect(await violations(screen)).toEqual([]);
  expect(screen.requests).toEqual([]);
  expect(screen.faults).toEqual([]);
  await screen.close();
});

async function bring(name: string, buffer: Buffer): Promise<void> {
  await screen.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/xml', buffer });
}

async function shoot(name: string): Promise<void> {
  if (process.env['SOCLE_PICTURES'] === '1') {
    await screen.page.screenshot({ path: resolve(pictures, `${name}.png`), fullPage: true });
  }
}

describe('the page that checks a document', () => {
  it('finds nothing wrong with a good document', async () => {
    const { page } = screen;
    await shoot('start');
    await bring('bon.xml', await sample('bon'));
    await page.getByText('Aucune anomalie').first().waitFor();
    await page.getByText(/^Règles de démonstration, version 1\.0, \d+\s+contrôles$/).waitFor();
    expect(await page.getByRole('definition').allTextContents()).toEqual(
      expect.arrayContaining(['bon.xml', expect.stringMatching(/^1,\d\s+ko$/), expect.stringMatching(/^\d+\s+ms$/)]),
    );
    expect(await axeViolations(screen)).toEqual([]);
    await shoot('good');
  });

  it('shows findings by severity and their place in the source, by keyboard alone', async () => {
    const { page } = screen;
    // Asked for before the gestures: the browser takes a moment to hand the choice over.
    const chooser = page.waitForEvent('filechooser');
    const input = page.locator('input[type=file]');
    for (let step = 0; step < 10 && !(await input.evaluate((one) => one === document.activeElement)); step += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({ name: 'a.xml', mimeType: 'text/xml', buffer: await sample('anomalies') });
    await page.getByRole('heading', { name: /^Bloquant/ }).waitFor();
    expect(await page.getByRole('heading', { level: 5 }).allTextContents()).toEqual(['Bloquant (3)', 'À vérifier (4)']);
    expect(await axeViolations(screen)).toEqual([]);
    const place = page.getByRole('button', { name: /^Voir dans le document, ligne \d+.*fuseau/ });
    for (let step = 0; step < 60 && !(await place.evaluate((one) => one === document.activeElement)); step += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    const extract = page.getByRole('region', { name: /^Extrait du document, ligne/ });
    await extract.waitFor();
    expect(await extract.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await extract.locator('mark').textContent()).toBe('<effectiveTime value="20260115"/>');
    expect(await axeViolations(screen)).toEqual([]);
    await shoot('findings');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await extract.waitFor({ state: 'detached' });
    expect(await place.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('says it in English', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'English' }).click();
    await bring('a.xml', await sample('anomalies'));
    await page.getByText('The document has no title: readers will not know what they open.').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await axeViolations(screen)).toEqual([]);
    await shoot('english');
  });

  it.each([
    ['doctype.xml', '<!DOCTYPE a [<!ENTITY b "c">]><ClinicalDocument/>', /déclare un DOCTYPE/],
    ['coupe.xml', '<ClinicalDocument>\n  <title>Coupé', /n’est pas un document XML lisible/],
    ['notes.txt', 'Bonjour', /Type non accepté/],
    ['autre.xml', '<autre/>', /Ce n’est pas un document CDA/],
  ])('says what is wrong with %s', async (name, text, said) => {
    await bring(name, Buffer.from(text));
    await screen.page.getByText(said).first().waitFor();
    if (name === 'coupe.xml') {
      await screen.page.getByRole('region', { name: /^Extrait du document, ligne 2/ }).waitFor();
      await shoot('unreadable');
    }
  });

  it('shows the progress of 20 MB, and stops on a gesture', async () => {
    const { page } = screen;
    const buffer = await largeDocument(20_000_000);
    await bring('grand.xml', buffer);
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('button', { name: 'Annuler le contrôle' }).click();
    await page.getByText('Contrôle annulé').first().waitFor();
    expect(
      await page
        .getByRole('region', { name: 'Résultat du contrôle' })
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
    await shoot('cancelled');
    // The worker serves the next document.
    await bring('bon.xml', await sample('bon'));
    await page.getByText('Aucune anomalie').first().waitFor();
  });

  it('fits 320 px', async () => {
    const { page } = screen;
    await page.setViewportSize({ width: 320, height: 640 });
    await bring('un-nom-de-fichier-tres-long-sans-aucune-espace-dedans.xml', await sample('anomalies'));
    await page
      .getByRole('button', { name: /^Voir dans le document/ })
      .first()
      .click();
    await page.getByRole('region', { name: /^Extrait du document/ }).waitFor();
    const { wanted, given } = await page.evaluate(() => ({
      wanted: document.documentElement.scrollWidth,
      given: document.documentElement.clientWidth,
    }));
    expect(wanted).toBeLessThanOrEqual(given);
    expect(await axeViolations(screen)).toEqual([]);
    await shoot('narrow');
  });
});
