import type { DmpNewCountsOutput } from '@socle-sante/gateway/contract';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { cannedClient } from '../../testing/clients.js';
import { labelsOf } from '../../testing/labels.js';
import { withClient } from '../../testing/with-client.js';
import { DmpVersionAlert } from './DmpVersionAlert.js';
import { dmpVersionAlertMessages } from './DmpVersionAlert.messages.js';
import { dmpVersionAlertStates as states } from './DmpVersionAlert.states.js';

const t = labelsOf(dmpVersionAlertMessages);

const meta = {
  title: 'DMP/DmpVersionAlert',
  component: DmpVersionAlert,
  args: { patientRef: 'p-0001', onView: fn() },
} satisfies Meta<typeof DmpVersionAlert>;
export default meta;
type Story = StoryObj<typeof meta>;

const given = (found: DmpNewCountsOutput): Story =>
  withClient(
    cannedClient({
      '/dmp/new-counts': found,
      '/dmp/document/integrate': { documentRef: 'd-9', at: '2026-11-21T09:00:00Z', version: '2', already: false },
      '/record/remove': { removed: true },
    }),
  );

export const Default: Story = {};
export const Newer: Story = {
  ...given(states.newer),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(t('newer', { title: 'Lettre de liaison à la sortie' }))).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /^Voir/ }));
    await expect(args.onView).toHaveBeenCalledOnce();
  },
};
export const Deleted: Story = {
  ...given(states.deleted),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /^Retirer du dossier/ }));
    const dialog = within(await screen.findByRole('alertdialog'));
    await userEvent.click(dialog.getByRole('button', { name: t('remove') }));
    await waitFor(() => expect(canvas.queryByRole('button')).toBeNull());
  },
};
export const DeletedAsking: Story = {
  ...given(states.deleted),
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: /^Retirer du dossier/ }));
  },
};
export const Both: Story = { ...given(states.both) };
export const None: Story = {
  ...given(states.none),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('.sc-dmp-version')).toBeNull());
  },
};
export const Longest: Story = {
  ...given({
    ...states.newer,
    changes: states.both.changes.map((change) => ({ ...change, title: `${change.title} `.repeat(6).trim() })),
  }),
};
export const Clinical: Story = { ...given(states.both), globals: { density: 'clinical' } };
export const Mobile: Story = { ...given(states.both), globals: { viewport: { value: 'w320' } } };
export const English: Story = { ...given(states.both), globals: { locale: 'en' } };
export const Dark: Story = { ...given(states.both), globals: { theme: 'dark' } };
