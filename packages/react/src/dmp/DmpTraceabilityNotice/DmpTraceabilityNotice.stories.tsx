import type { NoticesOutput } from '@socle-sante/gateway/contract';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { cannedClient } from '../../testing/clients.js';
import { labelsOf } from '../../testing/labels.js';
import { withClient } from '../../testing/with-client.js';
import { DmpTraceabilityNotice } from './DmpTraceabilityNotice.js';
import { dmpTraceabilityNoticeMessages } from './DmpTraceabilityNotice.messages.js';
import { dmpTraceabilityNoticeStates as states } from './DmpTraceabilityNotice.states.js';

const t = labelsOf(dmpTraceabilityNoticeMessages);

const meta = {
  title: 'DMP/DmpTraceabilityNotice',
  component: DmpTraceabilityNotice,
  args: { onAcknowledged: fn() },
  render: (args) => (
    <div style={{ minHeight: '32rem' }}>
      <DmpTraceabilityNotice {...args} />
    </div>
  ),
} satisfies Meta<typeof DmpTraceabilityNotice>;
export default meta;
type Story = StoryObj<typeof meta>;

const given = (before: NoticesOutput): Story =>
  withClient(cannedClient({ '/notices': before, '/notices/acknowledge': states.notDue }));

export const Default: Story = {};
export const First: Story = {
  ...given(states.first),
  play: async ({ args }) => {
    const dialog = await screen.findByRole('dialog', { name: t('title') });
    await waitFor(() => expect(screen.getByRole('heading', { name: t('title') })).toHaveFocus());
    // Escape does not close it.
    await userEvent.keyboard('{Escape}');
    await expect(dialog).toBeVisible();
    const understood = screen.getByRole('button', { name: t('understood') });
    await expect(understood).toBeDisabled();
    await userEvent.click(screen.getByRole('checkbox', { name: t('tick') }));
    await userEvent.click(understood);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await expect(args.onAcknowledged).toHaveBeenCalledOnce();
  },
};
export const FirstOpen: Story = { ...given(states.first) };
export const Period: Story = { ...given(states.period) };
export const NotDue: Story = {
  ...given(states.notDue),
  play: async () => {
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  },
};
export const Splash: Story = { args: { splash: true } };
export const Longest: Story = { args: { splash: true, headingLevel: 4 } };
export const Clinical: Story = { ...given(states.first), globals: { density: 'clinical' } };
export const Mobile: Story = { ...given(states.first), globals: { viewport: { value: 'w320' } } };
export const English: Story = { ...given(states.first), globals: { locale: 'en' } };
export const Dark: Story = { ...given(states.period), globals: { theme: 'dark' } };
