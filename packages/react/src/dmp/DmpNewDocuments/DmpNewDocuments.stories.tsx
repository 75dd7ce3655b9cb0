import type { DmpNewCountsOutput } from '@socle-sante/gateway/contract';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { cannedClient } from '../../testing/clients.js';
import { labelsOf } from '../../testing/labels.js';
import { withClient } from '../../testing/with-client.js';
import { DmpNewDocuments } from './DmpNewDocuments.js';
import { dmpNewDocumentsMessages } from './DmpNewDocuments.messages.js';
import { dmpNewDocumentsStates as states } from './DmpNewDocuments.states.js';

const t = labelsOf(dmpNewDocumentsMessages);

const meta = {
  title: 'DMP/DmpNewDocuments',
  component: DmpNewDocuments,
  args: { patientRef: 'p-0001', onOpen: fn() },
} satisfies Meta<typeof DmpNewDocuments>;
export default meta;
type Story = StoryObj<typeof meta>;

const given = (found: DmpNewCountsOutput): Story => withClient(cannedClient({ '/dmp/new-counts': found }));

export const Default: Story = {};
export const Some: Story = {
  ...given(states.some),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: t('group', { name: 'Biologie', n: 2 }) }));
    await expect(args.onOpen).toHaveBeenCalledWith(states.some.counts[0]?.group);
    await userEvent.click(canvas.getByRole('button', { name: t('all') }));
    await expect(args.onOpen).toHaveBeenLastCalledWith(undefined);
  },
};
export const One: Story = { ...given(states.one) };
export const None: Story = {
  ...given(states.none),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/Aucun nouveau document/)).toBeVisible();
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};
export const Longest: Story = {
  ...given({
    ...states.some,
    total: 12_804,
    counts: states.some.counts.map((row) => ({
      ...row,
      count: 4_268,
      group: { ...row.group, labels: { fr: `${row.group.labels.fr} `.repeat(6), en: row.group.labels.en } },
    })),
  }),
};
export const Clinical: Story = { ...given(states.some), globals: { density: 'clinical' } };
export const Mobile: Story = { ...given(states.some), globals: { viewport: { value: 'w320' } } };
export const English: Story = { ...given(states.some), globals: { locale: 'en' } };
export const Dark: Story = { ...given(states.some), globals: { theme: 'dark' } };
