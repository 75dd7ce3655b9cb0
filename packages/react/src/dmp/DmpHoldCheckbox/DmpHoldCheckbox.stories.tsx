import type { RecordDocument } from '@socle-sante/gateway/contract';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { sequenceClient } from '../../testing/clients.js';
import { labelsOf } from '../../testing/labels.js';
import { withClient } from '../../testing/with-client.js';
import { DmpHoldCheckbox } from './DmpHoldCheckbox.js';
import { dmpHoldCheckboxMessages } from './DmpHoldCheckbox.messages.js';
import { dmpHoldCheckboxStates as states } from './DmpHoldCheckbox.states.js';

const t = labelsOf(dmpHoldCheckboxMessages);

const meta = {
  title: 'DMP/DmpHoldCheckbox',
  component: DmpHoldCheckbox,
  args: { patientRef: 'p-0001', documentRef: 'd-1' },
} satisfies Meta<typeof DmpHoldCheckbox>;
export default meta;
type Story = StoryObj<typeof meta>;

const given = (before: RecordDocument, after: RecordDocument = before): Story =>
  withClient(
    sequenceClient({
      '/record/documents': [{ documents: [before] }, { documents: [after] }],
      '/submission/hold': [{ documentRef: 'd-1', ...(after.hold ? { hold: after.hold } : {}) }],
    }),
  );

export const Default: Story = { ...given(states.free) };
export const Free: Story = {
  ...given(states.free, states.heldWithReason),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const box = await canvas.findByRole('checkbox', { name: t('hold') });
    // Never ticked beforehand.
    await expect(box).not.toBeChecked();
    await userEvent.click(box);
    await userEvent.type(canvas.getByRole('textbox', { name: t('reason') }), 'Demande du patient');
    await userEvent.click(canvas.getByRole('button', { name: t('confirm') }));
    await expect(await canvas.findByText(/Demande du patient/)).toBeVisible();
  },
};
export const Held: Story = {
  ...given(states.held, states.free),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const box = await canvas.findByRole('checkbox', { name: t('hold') });
    await expect(box).toBeChecked();
    await userEvent.click(box);
    await waitFor(() => expect(canvas.getByRole('checkbox', { name: t('hold') })).not.toBeChecked());
  },
};
export const HeldWithReason: Story = { ...given(states.heldWithReason) };
export const Longest: Story = {
  ...given({
    ...states.held,
    hold: { by: 'Dr Camille EXEMPLE', at: '2026-11-21T08:40:00Z', reason: 'Demande du patient. '.repeat(12) },
  }),
};
export const Clinical: Story = { ...given(states.held), globals: { density: 'clinical' } };
export const Mobile: Story = { ...given(states.heldWithReason), globals: { viewport: { value: 'w320' } } };
export const English: Story = { ...given(states.heldWithReason), globals: { locale: 'en' } };
export const Dark: Story = { ...given(states.heldWithReason), globals: { theme: 'dark' } };
