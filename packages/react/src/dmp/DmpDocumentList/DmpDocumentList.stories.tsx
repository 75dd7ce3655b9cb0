import type { DmpSearchOutput } from '@socle-sante/gateway/contract';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { cannedClient } from '../../testing/clients.js';
import { labelsOf } from '../../testing/labels.js';
import { withClient } from '../../testing/with-client.js';
import { DmpDocumentList } from './DmpDocumentList.js';
import { dmpDocumentListMessages } from './DmpDocumentList.messages.js';
import { dmpDocumentListStates as states } from './DmpDocumentList.states.js';

const t = labelsOf(dmpDocumentListMessages);
const en = labelsOf(dmpDocumentListMessages, 'en');

const meta = {
  title: 'DMP/DmpDocumentList',
  component: DmpDocumentList,
  parameters: {
    keyboard: [
      ['Entrée (dans un critère)', 'lance la recherche'],
      ['Flèches, Début, Fin, Page préc. et suiv.', 'parcourt la liste, qui est un seul arrêt de tabulation'],
      ['Espace', 'choisit la ligne'],
      ['Entrée (dans la liste)', 'ouvre le document'],
      ['F2', 'entre dans les actions de la ligne'],
      ['Échap', 'en sort'],
    ],
  },
  args: { patientRef: 'p-0001', onOpen: fn(), onIntegrate: fn(), onReplace: fn() },
} satisfies Meta<typeof DmpDocumentList>;
export default meta;
type Story = StoryObj<typeof meta>;

const search: Story['play'] = async ({ canvasElement, globals }) => {
  const name = globals['locale'] === 'en' ? en('run') : t('run');
  await userEvent.click(within(canvasElement).getByRole('button', { name }));
};
const given = (found: DmpSearchOutput): Story => ({
  ...withClient(
    cannedClient({
      '/dmp/search': found,
      '/dmp/document/integrate': { documentRef: 'd-9', at: '2026-11-21T09:00:00Z', version: '1', already: false },
    }),
  ),
  play: search,
});

/** Nothing is asked of the DMP before a gesture. */
export const Default: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(t('idle'))).toBeVisible();
    await expect(canvas.queryByRole('grid')).toBeNull();
  },
};
export const Rows: Story = {
  ...given(states.rows),
  play: async (context) => {
    await search(context);
    const canvas = within(context.canvasElement);
    // The limit of the list is said, and the patient's own document stands apart in words.
    await expect(await canvas.findByText(/Documents actifs des 2 dernières années/)).toBeVisible();
    await expect(canvas.getByText('Déposé par le patient')).toBeVisible();
    const boxes = canvas.getAllByRole('checkbox');
    await userEvent.click(boxes[1] ?? boxes[0] ?? context.canvasElement);
    const file = canvas.getByRole('button', { name: /^Intégrer au dossier \(1\)/ });
    await userEvent.click(file);
    await waitFor(() => expect(context.args.onIntegrate).toHaveBeenCalledWith({ filed: 1, failed: 0, failures: [] }));
  },
};
export const More: Story = { ...given(states.more) };
export const None: Story = {
  ...given(states.none),
  play: async (context) => {
    await search(context);
    await expect(await within(context.canvasElement).findByText(t('empty.none'))).toBeVisible();
  },
};
export const Filtered: Story = {
  ...given(states.filtered),
  args: { initialQuery: { classes: ['11'], include: ['archived'] } },
  play: async (context) => {
    await search(context);
    const canvas = within(context.canvasElement);
    await expect(await canvas.findByText(t('empty.filters'))).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: t('remove', { name: 'Synthèse' }) }));
    await expect(canvas.queryByRole('button', { name: t('remove', { name: 'Synthèse' }) })).toBeNull();
  },
};
/** The host keeps the searches of its user: the kit stores nothing in the browser. */
export const Saved: Story = {
  ...given(states.rows),
  args: {
    savedFilters: [
      { id: 'f-1', name: 'Biologie, archives comprises', query: { types: ['11502-2'], include: ['archived'] } },
    ],
    onSaveFilter: fn(),
    onRemoveFilter: fn(),
  },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    // Nothing to keep before a criterion.
    await expect(canvas.getByRole('button', { name: t('save') })).toBeDisabled();
    await userEvent.click(canvas.getByRole('button', { name: 'Biologie, archives comprises' }));
    await expect(await canvas.findByRole('button', { name: t('remove', { name: 'Archivés' }) })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: t('save') }));
    const name = canvas.getByRole('textbox', { name: /^Nom de la recherche/ });
    await expect(name).toHaveFocus();
    await userEvent.type(name, 'Biologie{Enter}');
    await expect(args.onSaveFilter).toHaveBeenCalledWith({
      name: 'Biologie',
      query: { types: ['11502-2'], include: ['archived'] },
    });
    await waitFor(() => expect(canvas.getByRole('button', { name: t('save') })).toHaveFocus());
    await userEvent.click(
      canvas.getByRole('button', { name: t('savedRemove', { name: 'Biologie, archives comprises' }) }),
    );
    await expect(args.onRemoveFilter).toHaveBeenCalledOnce();
  },
};
export const Partial: Story = { ...given(states.partial) };
export const Failed: Story = { ...withClient(cannedClient({})), play: search };
export const ReadOnly: Story = {
  ...given(states.rows),
  render: ({ patientRef, onOpen }) => <DmpDocumentList patientRef={patientRef} {...(onOpen ? { onOpen } : {})} />,
};
export const Longest: Story = {
  ...given({
    ...states.rows,
    rows: states.rows.rows.map((row) => ({ ...row, title: `${row.title} `.repeat(6).trim() })),
  }),
};
export const Clinical: Story = { ...given(states.rows), globals: { density: 'clinical' } };
export const Mobile: Story = { ...given(states.rows), globals: { viewport: { value: 'w320' } } };
export const English: Story = { ...given(states.rows), globals: { locale: 'en' } };
export const Dark: Story = { ...given(states.rows), globals: { theme: 'dark' } };
