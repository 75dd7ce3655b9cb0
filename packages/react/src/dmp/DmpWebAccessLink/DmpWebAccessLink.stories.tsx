import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { cannedClient } from '../../testing/clients.js';
import { labelsOf } from '../../testing/labels.js';
import { withClient } from '../../testing/with-client.js';
import { DmpWebAccessLink } from './DmpWebAccessLink.js';
import { dmpWebAccessLinkMessages } from './DmpWebAccessLink.messages.js';
import { dmpWebAccessLinkStates as states } from './DmpWebAccessLink.states.js';
import type { WaitingTab } from './useWebAccess.js';

const t = labelsOf(dmpWebAccessLinkMessages);
const go = fn();

const meta = {
  title: 'DMP/DmpWebAccessLink',
  component: DmpWebAccessLink,
  args: { patientRef: 'p-0001', newTab: (): WaitingTab | undefined => ({ go, close: () => undefined }) },
  ...withClient(
    cannedClient({ '/dmp/web-access': { ticket: 'ticket-of-a-story', expiresAt: '2026-11-21T09:01:00Z' } }),
  ),
} satisfies Meta<typeof DmpWebAccessLink>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvasElement }) => {
    go.mockClear();
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: t('label') }));
    await waitFor(() => expect(go).toHaveBeenCalledOnce());
    // The address is that of the gateway, with a ticket: no INS in the page.
    await expect(String(go.mock.lastCall?.[0])).toContain('ticket-of-a-story');
    await expect(canvasElement.innerHTML).not.toMatch(/\d{13}/);
  },
};
export const Plain: Story = { args: states.plain };
export const Vaccination: Story = { args: states.vaccination };
export const TabRefused: Story = {
  args: states.tabRefused,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: t('label') }));
    await expect(await canvas.findByText(t('popup'))).toBeVisible();
  },
};
export const Offline: Story = {
  ...withClient(cannedClient({})),
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: t('label') }));
  },
};
export const Longest: Story = { args: { page: 'DossierPatient' } };
export const Clinical: Story = { globals: { density: 'clinical' } };
export const Mobile: Story = { args: { page: 'DossierPatient' }, globals: { viewport: { value: 'w320' } } };
export const English: Story = { args: { page: 'HistoriqueAcces' }, globals: { locale: 'en' } };
export const Dark: Story = { globals: { theme: 'dark' } };
