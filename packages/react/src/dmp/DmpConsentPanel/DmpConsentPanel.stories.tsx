import type { DmpConsent } from '@socle-sante/gateway/contract';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { cannedClient } from '../../testing/clients.js';
import { labelsOf } from '../../testing/labels.js';
import { withClient } from '../../testing/with-client.js';
import { DmpConsentPanel } from './DmpConsentPanel.js';
import { dmpConsentPanelMessages } from './DmpConsentPanel.messages.js';
import { dmpConsentPanelStates as states } from './DmpConsentPanel.states.js';

const t = labelsOf(dmpConsentPanelMessages);

const meta = {
  title: 'DMP/DmpConsentPanel',
  component: DmpConsentPanel,
  args: { patientRef: 'p-0001' },
} satisfies Meta<typeof DmpConsentPanel>;
export default meta;
type Story = StoryObj<typeof meta>;

const given = (before: DmpConsent, after: DmpConsent = before): Story =>
  withClient(cannedClient({ '/dmp/consent/get': before, '/dmp/consent/set': after }));

export const Default: Story = {};
export const Unknown: Story = {
  ...given(states.unknown, states.given),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /Modifier le choix.*Consultation/ }));
    const choices = within(canvas.getByRole('group', { name: t('consultTitle') })).getAllByRole('radio');
    // Nothing is ticked, and nothing is presumed outside the care team.
    await expect(choices).toHaveLength(2);
    for (const choice of choices) await expect(choice).not.toBeChecked();
    const save = canvas.getByRole('button', { name: t('save') });
    await expect(save).toBeDisabled();
    await userEvent.click(canvas.getByRole('radio', { name: t('given') }));
    await userEvent.click(save);
    await expect(await canvas.findByText(t('given'))).toBeVisible();
  },
};
export const Presumed: Story = { ...given(states.presumed) };
export const Given: Story = { ...given(states.given) };
export const Refused: Story = { ...given(states.refused), args: { history: 'open' } };
export const Choosing: Story = {
  ...given(states.presumed),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /Modifier le choix.*Consultation/ }));
  },
};
export const ReadOnly: Story = {
  ...given(states.given),
  args: { readOnly: true, history: 'none' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText(t('given'));
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};
export const Longest: Story = {
  ...given({
    ...states.refused,
    consultationBy: {
      at: '2026-11-20T14:10:00Z',
      by: 'Professeure Marie-Apolline DE LA FONTAINE-EXEMPLAIRE '.repeat(2),
    },
  }),
};
export const Clinical: Story = { ...given(states.refused), globals: { density: 'clinical' } };
export const Mobile: Story = { ...given(states.refused), globals: { viewport: { value: 'w320' } } };
export const English: Story = { ...given(states.refused), args: { history: 'open' }, globals: { locale: 'en' } };
export const Dark: Story = { ...given(states.refused), globals: { theme: 'dark' } };
