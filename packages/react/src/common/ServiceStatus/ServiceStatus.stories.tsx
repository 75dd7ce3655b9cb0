import type { ServiceStatusView } from '@socle-sante/gateway/contract';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { SocleProvider } from '../../provider.js';
import { statusClient } from '../../testing/clients.js';
import { labelsOf } from '../../testing/labels.js';
import { ServiceStatus } from './ServiceStatus.js';
import { serviceStatusMessages } from './ServiceStatus.messages.js';
import { serviceStatusStates as states } from './ServiceStatus.states.js';

const t = labelsOf(serviceStatusMessages);

const meta = {
  title: 'Commun/ServiceStatus',
  component: ServiceStatus,
  args: { layout: 'panel' },
} satisfies Meta<typeof ServiceStatus>;
export default meta;
type Story = StoryObj<typeof meta>;

function given(services: readonly ServiceStatusView[]): Story {
  const client = statusClient(services);
  return {
    decorators: [
      (Story) => (
        <SocleProvider client={client}>
          <Story />
        </SocleProvider>
      ),
    ],
  };
}

/** Reads the in-memory gateway, where nothing was called yet. */
export const Default: Story = {
  args: { layout: 'badge' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const badge = await canvas.findByRole('button', { name: /^Services/ });
    await expect(badge).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(badge);
    await expect(badge).toHaveAttribute('aria-expanded', 'true');
    await expect(canvas.getByRole('heading', { name: t('title') })).toBeVisible();
  },
};
export const Ok: Story = { ...given(states.ok.services) };
export const Slow: Story = { ...given(states.slow.services) };
export const Down: Story = {
  ...given(states.down.services),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(t('down'))).toBeVisible();
    await expect(canvas.getByText(/3 envois en attente/)).toBeVisible();
  },
};
export const DownBadge: Story = {
  ...given(states.down.services),
  args: { layout: 'badge' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: t('summaryDown', { n: 1 }) }));
  },
};
export const Unknown: Story = { ...given(states.unknown.services) };
export const Certificates: Story = {
  ...given(states.certificates.services),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(t('cert', { name: 'INSI-AUTO', d: 4 }))).toBeVisible();
  },
};
export const Offline: Story = { parameters: { scenario: 'offline' } };
export const Longest: Story = {
  ...given([{ service: 'un-service-national-au-nom-vraiment-tres-long'.repeat(2), state: 'slow', queued: 1200 }]),
};
export const Clinical: Story = { ...given(states.down.services), globals: { density: 'clinical' } };
export const Mobile: Story = { ...given(states.certificates.services), globals: { viewport: { value: 'w320' } } };
export const English: Story = { ...given(states.certificates.services), globals: { locale: 'en' } };
export const Dark: Story = { ...given(states.down.services), globals: { theme: 'dark' } };
