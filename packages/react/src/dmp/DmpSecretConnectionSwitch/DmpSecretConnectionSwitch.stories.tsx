import type { DmpAccess } from '@socle-sante/gateway/contract';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { cannedClient } from '../../testing/clients.js';
import { labelsOf } from '../../testing/labels.js';
import { withClient } from '../../testing/with-client.js';
import { DmpSecretConnectionSwitch } from './DmpSecretConnectionSwitch.js';
import { dmpSecretConnectionSwitchMessages } from './DmpSecretConnectionSwitch.messages.js';
import { dmpSecretConnectionSwitchStates as states } from './DmpSecretConnectionSwitch.states.js';

const t = labelsOf(dmpSecretConnectionSwitchMessages);

const meta = {
  title: 'DMP/DmpSecretConnectionSwitch',
  component: DmpSecretConnectionSwitch,
  args: { patientRef: 'p-0001' },
} satisfies Meta<typeof DmpSecretConnectionSwitch>;
export default meta;
type Story = StoryObj<typeof meta>;

const given = (access: DmpAccess): Story =>
  withClient(
    cannedClient({
      '/dmp/access': access,
      '/dmp/secret-connection': { available: true, active: !access.secretConnection.active },
    }),
  );

export const Default: Story = { ...given(states.off) };
export const Off: Story = {
  ...given(states.off),
  play: async ({ canvasElement }) => {
    const control = await within(canvasElement).findByRole('switch', { name: t('label') });
    await expect(control).not.toBeChecked();
    control.focus();
    await userEvent.keyboard(' ');
    await waitFor(() => expect(control).toBeChecked());
  },
};
export const On: Story = { ...given(states.on) };
export const Unavailable: Story = {
  ...given(states.unavailable),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).queryByRole('switch')).toBeNull());
  },
};
export const Longest: Story = { ...given(states.on), args: { id: 'secret' } };
export const Clinical: Story = { ...given(states.on), globals: { density: 'clinical' } };
export const Mobile: Story = { ...given(states.on), globals: { viewport: { value: 'w320' } } };
export const English: Story = { ...given(states.off), globals: { locale: 'en' } };
export const Dark: Story = { ...given(states.on), globals: { theme: 'dark' } };
