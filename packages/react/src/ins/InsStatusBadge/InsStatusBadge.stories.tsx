import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { labelsOf } from '../../testing/labels.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { InsStatusBadge } from './InsStatusBadge.js';
import { insStatusBadgeMessages } from './InsStatusBadge.messages.js';
import { insStatusBadgeStates as states } from './InsStatusBadge.states.js';

const t = labelsOf(insStatusBadgeMessages);
const traits = labelsOf(traitsMessages);

const meta = {
  title: 'INS/InsStatusBadge',
  component: InsStatusBadge,
  args: states.qualified,
} satisfies Meta<typeof InsStatusBadge>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    // One status, in words, with an icon: never a dot.
    const group = canvas.getByRole('group', { name: t('list') });
    await expect(within(group).getByText(traits('status.QUAL'))).toBeVisible();
    await expect(group.querySelectorAll('.sc-badge')).toHaveLength(1);
    await expect(group.querySelectorAll('svg')).toHaveLength(1);
  },
};
export const Provisional: Story = { args: states.provisional };
export const Retrieved: Story = { args: states.retrieved };
export const Validated: Story = { args: states.validated };
export const Qualified: Story = { args: states.qualified };
export const Doubtful: Story = {
  args: states.doubtful,
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText(t('douteuse'))).toBeVisible();
  },
};
export const Fictitious: Story = { args: states.fictitious };
export const Namesake: Story = { args: states.namesake };
export const Longest: Story = { args: { status: 'PROV', attributes: ['douteuse', 'homonyme'] } };
export const Clinical: Story = { args: Longest.args ?? {}, globals: { density: 'clinical' } };
export const Mobile: Story = { args: Longest.args ?? {}, globals: { viewport: { value: 'w320' } } };
export const English: Story = { args: Longest.args ?? {}, globals: { locale: 'en' } };
export const Dark: Story = {
  globals: { theme: 'dark' },
  render: () => (
    <div className="sc-stack">
      {(['PROV', 'RECUP', 'VALI', 'QUAL'] as const).map((status) => (
        <div key={status}>
          <InsStatusBadge status={status} attributes={status === 'PROV' ? ['douteuse', 'homonyme'] : []} />
        </div>
      ))}
    </div>
  ),
};
