import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import type { RunningCabinet } from './support/cabinet.ts';
import { dmpOf, openList, read } from './support/dmp.ts';
import { cabinetSuite } from './support/suite.ts';

const TITLE = 'Bilan biologique';
const SCRIPT = "document.title = 'ran'; parent.document.title = 'ran'; parent.ran = true";
/** What a stylesheet that wants harm would make: scripts, a form, a link that leaves, a picture from elsewhere. */
const HOSTILE = `<html lang="fr"><head><title>Bilan</title><script>${SCRIPT}</script></head>
<body onload="${SCRIPT}"><h1>Bilan vu par son auteur</h1><img src="https://exemple.invalid/trace.png" alt="" onerror="${SCRIPT}">
<form action="https://exemple.invalid/"><button>Envoyer</button></form></body></html>`;

const suite = cabinetSuite({ product: { producerHtml: async () => HOSTILE } });

interface StoredEntry {
  readonly title?: string;
  readonly uniqueId: string;
}
interface StoredContent {
  readonly base64: string;
}

/** The document as its author would have put it in the DMP: its own stylesheet around it (application/xslt+xml). */
function wrapInStylesheet({ national }: RunningCabinet): void {
  const { store } = national.sandbox.dmp;
  const snapshot = structuredClone(store.snapshot());
  const entries = snapshot.collections.entries as readonly (readonly [string, StoredEntry])[];
  const [, entry] = entries.find(([, { title }]) => title === TITLE) ?? [];
  const contents = snapshot.collections.contents as readonly (readonly [string, StoredContent])[];
  const [, content] = contents.find(([uniqueId]) => uniqueId === entry?.uniqueId) ?? [];
  if (!entry || !content) throw new Error(`${TITLE} is not in the simulator.`);
  const document = Buffer.from(content.base64, 'base64').toString('utf8');
  const bytes = Buffer.from(
    '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">' +
      `<xsl:template match="/"><html/></xsl:template>${document}</xsl:stylesheet>`,
  );
  const sha1 = createHash('sha1').update(bytes).digest('hex');
  Object.assign(content, { base64: bytes.toString('base64'), size: bytes.length, sha1 });
  Object.assign(entry, { mimeType: 'application/xslt+xml', hash: sha1, size: bytes.length });
  store.restore(snapshot);
}

it('shows the layout of the author in a frame that runs no script and calls nobody', async () => {
  wrapInStylesheet(suite.cabinet);
  const screen = await suite.screen();
  const { page, t } = screen;
  const blocked: string[] = [];
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText === 'csp') blocked.push(request.url());
  });
  await screen.open(dmpOf('dominique'));
  const list = await openList(screen);
  const viewer = await read(screen, list, TITLE);
  await viewer.getByRole('radio', { name: t('dmpDocumentViewer.mode.native') }).check();
  await viewer.getByRole('cell', { name: 'Glycémie à jeun' }).waitFor();
  await viewer.getByRole('radio', { name: t('dmpDocumentViewer.mode.producer') }).check();
  await viewer.frameLocator('iframe').getByRole('heading', { name: 'Bilan vu par son auteur' }).waitFor();
  await screen.picture('dmp-read-author');
  expect((await viewer.locator('iframe').getAttribute('sandbox'))?.split(' ')).not.toContain('allow-scripts');
  expect(await page.evaluate(() => [document.title === 'ran', 'ran' in globalThis])).toEqual([false, false]);
  await expectAccessible(page);
  // Each thing that was stopped is told by the browser: nothing else is, and nothing left this machine.
  const { watch } = screen;
  const stopped = /^(Blocked script execution in 'about:srcdoc'|Loading the image '.*' violates)/;
  expect(watch.errors.filter((text) => !stopped.test(text))).toEqual([]);
  expect(watch.foreign).toEqual(blocked);
  watch.errors.length = 0;
  watch.foreign.length = 0;
});
