import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { labelsOf } from '../../testing/labels.js';
import { EnvironmentBanner, EnvironmentNote } from './EnvironmentBanner.js';
import { environmentBannerMessages } from './EnvironmentBanner.messages.js';
import { environmentBannerStates as states } from './EnvironmentBanner.states.js';

const t = labelsOf(environmentBannerMessages);

const meta = {
  title: 'Commun/EnvironmentBanner',
  component: EnvironmentBanner,
} satisfies Meta<typeof EnvironmentBanner>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Reads the environment of the in-memory gateway. */
export const Default: Story = {
  play: async ({ canvasElement }) => {
    const landmark = await within(canvasElement).findByRole('region', { name: t('label') });
    await expect(within(landmark).getByRole('note')).toHaveTextContent('Simulateur local');
  },
};
export const Simulator: Story = { render: (args) => <EnvironmentNote {...args} {...states.simulator} /> };
export const Sandbox: Story = { render: (args) => <EnvironmentNote {...args} {...states.sandbox} /> };
export const Test: Story = { render: (args) => <EnvironmentNote {...args} {...states.test} /> };
export const Formation: Story = {
  render: (args) => <EnvironmentNote {...args} {...states.formation} position="inline" />,
};
export const Mixed: Story = {
  parameters: { scenario: 'mixed' },
  play: async ({ canvasElement }) => {
    const note = await within(canvasElement).findByRole('note');
    await expect(within(note).getByText(t('mixed'))).toBeVisible();
    await expect(within(note).getAllByRole('listitem').length).toBeGreaterThan(1);
  },
};
export const Production: Story = {
  parameters: { scenario: 'production' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).queryByRole('note')).toBeNull());
  },
};
export const Longest: Story = {
  render: (args) => (
    <EnvironmentNote {...args} environment={{ ...states.test.environment, label: 'Établissement '.repeat(20) }} />
  ),
};
export const Clinical: Story = { globals: { density: 'clinical' } };
export const Mobile: Story = { globals: { viewport: { value: 'w320' } }, parameters: { scenario: 'mixed' } };
export const English: Story = { globals: { locale: 'en' }, parameters: { scenario: 'mixed' } };
export const Dark: Story = { globals: { theme: 'dark' }, parameters: { scenario: 'mixed' } };
