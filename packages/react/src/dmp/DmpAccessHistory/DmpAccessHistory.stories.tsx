import type { AuditListOutput, DmpAuthorisationsOutput } from '@socle-sante/gateway/contract';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { cannedClient } from '../../testing/clients.js';
import { labelsOf } from '../../testing/labels.js';
import { withClient } from '../../testing/with-client.js';
import { DmpAccessHistory } from './DmpAccessHistory.js';
import { dmpAccessHistoryMessages } from './DmpAccessHistory.messages.js';
import { dmpAccessHistoryStates as states } from './DmpAccessHistory.states.js';

const t = labelsOf(dmpAccessHistoryMessages);

const meta = {
  title: 'DMP/DmpAccessHistory',
  component: DmpAccessHistory,
  args: { patientRef: 'p-0001' },
} satisfies Meta<typeof DmpAccessHistory>;
export default meta;
type Story = StoryObj<typeof meta>;

const given = ({
  traces,
  authorisations,
}: {
  readonly traces: AuditListOutput;
  readonly authorisations: DmpAuthorisationsOutput;
}): Story => withClient(cannedClient({ '/dmp/history': traces, '/dmp/authorisations': authorisations }));

export const Default: Story = {};
export const Full: Story = {
  ...given(states.full),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const table = within(await canvas.findByRole('table', { name: t('authorisations') }));
    await expect(table.getAllByRole('row')).toHaveLength(3);
    await expect(table.getByText(t('blocked'))).toBeVisible();
  },
};
export const Empty: Story = {
  ...given(states.empty),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(t('localEmpty'))).toBeVisible();
  },
};
export const Longest: Story = {
  ...given({
    ...states.full,
    traces: {
      entries: states.full.traces.entries.map((entry) => ({
        ...entry,
        by: { ...entry.by, name: `${entry.by.name} `.repeat(8) },
      })),
    },
  }),
};
export const Clinical: Story = { ...given(states.full), globals: { density: 'clinical' } };
export const Mobile: Story = { ...given(states.full), globals: { viewport: { value: 'w320' } } };
export const English: Story = { ...given(states.full), globals: { locale: 'en' } };
export const Dark: Story = { ...given(states.full), globals: { theme: 'dark' } };
