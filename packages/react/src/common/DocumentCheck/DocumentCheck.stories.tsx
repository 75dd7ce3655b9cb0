import { createValidationClient } from '@socle-sante/schematron/worker';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { checkedDocument } from '../../testing/checked-documents.js';
import { labelsOf } from '../../testing/labels.js';
import { DocumentCheck } from './DocumentCheck.js';
import { documentCheckMessages } from './DocumentCheck.messages.js';
import { documentCheckStates as states } from './DocumentCheck.states.js';
import type { CheckPack } from './useDocumentCheck.js';

const t = labelsOf(documentCheckMessages);
const english = labelsOf(documentCheckMessages, 'en');

// The real worker, and a compiled pack that is a static file of this Storybook.
const client = createValidationClient(
  new Worker(new URL('../../testing/check-worker.ts', import.meta.url), { type: 'module' }),
);
const { env } = import.meta as unknown as { readonly env?: { readonly DEV?: boolean } };
const base = env?.DEV === true ? location.origin : document.baseURI;
const demonstration: CheckPack = {
  key: 'demonstration',
  label: { fr: 'Règles de démonstration', en: 'Demonstration rules' },
  layer: 'native',
  address: new URL('packs/demonstration/pack.mjs', base),
};
/** The same invented rules in the place of those of an authority, which cannot be published. */
const second: CheckPack = {
  ...demonstration,
  key: 'second',
  label: { fr: 'Règles officielles (exemple)', en: 'Official rules (example)' },
  layer: 'official',
  source: 'Exemple',
};

const meta = {
  title: 'Pages/Contrôle d’un document',
  component: DocumentCheck,
  parameters: {
    layout: 'fullscreen',
    keyboard: [
      ['Tab', 'les règles, le champ de fichier, puis les anomalies'],
      ['Entrée', '« Voir dans le document » : l’extrait prend le focus ; fermé, il le rend'],
    ],
  },
  args: { client, packs: [demonstration], onEvent: fn() },
} satisfies Meta<typeof DocumentCheck>;
export default meta;
type Story = StoryObj<typeof meta>;

async function bring(canvasElement: HTMLElement, [name, content]: readonly [string, string]): Promise<void> {
  const input = canvasElement.querySelector('input[type=file]');
  if (!(input instanceof HTMLInputElement)) throw new Error('no file input');
  await userEvent.upload(input, new File([content], name), { applyAccept: false });
}

const brought =
  (file: readonly [string, string], said: RegExp): Story['play'] =>
  async ({ canvasElement }) => {
    await bring(canvasElement, file);
    await expect((await within(canvasElement).findAllByText(said))[0]).toBeVisible();
  };

export const Default: Story = {};
export const Good: Story = { play: brought(states.good.file, t('valid')) };
export const Findings: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await bring(canvasElement, states.findings.file);
    const place = await canvas.findByRole('button', { name: /^Voir dans le document, ligne \d+.*fuseau/ });
    await userEvent.click(place);
    const extract = await canvas.findByRole('region', { name: t('extract', { line: '6' }) });
    await waitFor(() => expect(extract).toHaveFocus());
    await expect(extract.querySelector('mark')?.textContent).toBe('<effectiveTime value="20260115"/>');
    await userEvent.click(within(extract).getByRole('button', { name: t('close') }));
    await expect(place).toHaveFocus();
    await userEvent.click(place);
    await canvas.findByRole('region', { name: t('extract', { line: '6' }) });
  },
};
/** Two sets of rules, each with its findings. */
export const TwoLayers: Story = {
  args: { packs: [demonstration, second] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await bring(canvasElement, states.findings.file);
    await expect(await canvas.findByRole('heading', { name: /^Règles officielles \(exemple\) \(5\)$/ })).toBeVisible();
    await userEvent.click(canvas.getByRole('checkbox', { name: /officielles/ }));
    await userEvent.click(canvas.getByRole('button', { name: t('again') }));
    await waitFor(() => expect(canvas.queryByRole('heading', { name: /officielles.*\(5\)/ })).toBeNull());
    await expect(await canvas.findByRole('heading', { name: /^Règles de démonstration \(5\)$/ })).toBeVisible();
  },
};
export const Many: Story = {
  play: async ({ canvasElement }) => {
    await bring(canvasElement, states.many.file);
    await expect(await within(canvasElement).findByRole('grid')).toBeVisible();
  },
};
export const OtherXml: Story = { play: brought(states.otherXml.file, /Ce n’est pas un document CDA/) };
export const Malformed: Story = { play: brought(states.malformed.file, /n’est pas un document XML lisible/) };
export const Doctype: Story = { play: brought(states.doctype.file, /DOCTYPE/) };
export const Cancelled: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await bring(canvasElement, ['grand.xml', checkedDocument({ good: true, sections: 60_000 })]);
    await userEvent.click(await canvas.findByRole('button', { name: t('cancel') }));
    await expect((await canvas.findAllByText(t('cancelled')))[0]).toBeVisible();
    await waitFor(() => expect(canvas.getByRole('region', { name: t('result') })).toHaveFocus());
  },
};
export const Longest: Story = {
  play: brought([`${'nom-de-fichier-interminable-'.repeat(6)}.xml`, states.findings.file[1]], /fuseau/),
};
export const Clinical: Story = { globals: { density: 'clinical' }, play: brought(states.findings.file, /fuseau/) };
export const Mobile: Story = {
  globals: { viewport: { value: 'w320' } },
  play: async ({ canvasElement }) => {
    await bring(canvasElement, states.findings.file);
    const [first] = await within(canvasElement).findAllByRole('button', { name: /^Voir dans le document/ });
    if (!first) throw new Error('no place');
    await userEvent.click(first);
    await within(canvasElement).findByRole('region', { name: /^Extrait/ });
  },
};
export const English: Story = {
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    await bring(canvasElement, states.findings.file);
    const canvas = within(canvasElement);
    await expect((await canvas.findAllByText(/needs a time and a zone/))[0]).toBeVisible();
    await expect(canvas.getByRole('button', { name: english('again') })).toBeVisible();
  },
};
export const Dark: Story = { globals: { theme: 'dark' }, play: brought(states.findings.file, /fuseau/) };
