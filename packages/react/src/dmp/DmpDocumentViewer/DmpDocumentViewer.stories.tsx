import type { DmpDocument } from '@socle-sante/gateway/contract';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { cannedClient } from '../../testing/clients.js';
import { labelsOf } from '../../testing/labels.js';
import { withClient } from '../../testing/with-client.js';
import { DmpDocumentViewer } from './DmpDocumentViewer.js';
import { dmpDocumentViewerMessages } from './DmpDocumentViewer.messages.js';
import { dmpDocumentViewerStates as states } from './DmpDocumentViewer.states.js';

const t = labelsOf(dmpDocumentViewerMessages);

const meta = {
  title: 'DMP/DmpDocumentViewer',
  component: DmpDocumentViewer,
  args: { patientRef: 'p-0001', documentRef: 'row-1', onIntegrate: fn(), onVersion: fn(), onLocalCopy: fn() },
} satisfies Meta<typeof DmpDocumentViewer>;
export default meta;
type Story = StoryObj<typeof meta>;

const given = (document: DmpDocument): Story =>
  withClient(
    cannedClient({
      '/dmp/document/get': document,
      '/dmp/document/rendering': {
        mode: 'producer',
        html: '<!doctype html><html lang="fr"><head><title>Document</title></head><body><h1>Présentation de l’auteur</h1><script>document.title="script"</script></body></html>',
      },
      '/dmp/document/integrate': { documentRef: 'd-9', at: '2026-11-21T09:00:00Z', version: '1', already: false },
    }),
  );

export const Default: Story = { ...given(states.structured) };
export const Structured: Story = {
  ...given(states.structured),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const table = await canvas.findByRole('table', { name: /Résultats du 10/ });
    await expect(within(table).getAllByRole('columnheader')).toHaveLength(3);
    await expect(within(table).getAllByRole('rowheader')).toHaveLength(2);
    // A refused link is words, not a link.
    await expect(canvas.getByText(t('refusedLink'))).toBeVisible();
    await expect(canvas.queryByRole('link')).toBeNull();
    // The header is readable in this mode.
    await expect(canvas.getByText(/ADRUN/)).toBeVisible();
  },
};
export const Producer: Story = {
  ...given(states.structured),
  args: { mode: 'producer' },
  play: async ({ canvasElement }) => {
    const frame = await waitFor(() => {
      const found = canvasElement.querySelector('iframe');
      if (!found) throw new Error('not yet');
      return found;
    });
    await waitFor(() => expect(frame.contentDocument?.querySelector('h1')).not.toBeNull());
    // No script of a document runs.
    await expect(frame.contentDocument?.title).toBe('Document');
    await expect(frame).toHaveAttribute('sandbox', 'allow-same-origin allow-modals');
  },
};
export const Text: Story = { ...given(states.text) };
export const Mismatch: Story = {
  ...given(states.mismatch),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('alert')).toHaveTextContent(t('mismatch'));
  },
};
export const OtherPerson: Story = {
  ...given(states.otherPerson),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await canvas.findByText(/Diffèrent/);
    await userEvent.click(canvas.getByRole('button', { name: t('integrate') }));
    const dialog = within(await screen.findByRole('alertdialog'));
    await expect(args.onIntegrate).not.toHaveBeenCalled();
    await userEvent.click(dialog.getByRole('button', { name: t('integrate') }));
    await waitFor(() => expect(args.onIntegrate).toHaveBeenCalledOnce());
  },
};
export const LocalCopy: Story = { ...given(states.localCopy) };
export const Versions: Story = {
  ...given(states.versions),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: t('versions', { n: 2 }) }));
    await userEvent.click(canvas.getByRole('button', { name: /^Afficher/ }));
    await expect(args.onVersion).toHaveBeenCalledWith('row-0');
  },
};
export const Kos: Story = { ...given(states.kos) };
export const Unsupported: Story = { ...given(states.unsupported) };
export const Failed: Story = { ...withClient(cannedClient({})) };
export const Longest: Story = {
  ...given({
    ...states.versions,
    header: {
      ...states.structured.header,
      title: 'Compte rendu d’examens biologiques '.repeat(6).trim(),
      others: Array.from({ length: 30 }, (_, n) => ({ kind: 'professional' as const, name: `EXEMPLE ${n}` })),
    },
  }),
};
export const Clinical: Story = { ...given(states.versions), globals: { density: 'clinical' } };
export const Mobile: Story = { ...given(states.versions), globals: { viewport: { value: 'w320' } } };
export const English: Story = { ...given(states.versions), globals: { locale: 'en' } };
export const Dark: Story = { ...given(states.otherPerson), globals: { theme: 'dark' } };
