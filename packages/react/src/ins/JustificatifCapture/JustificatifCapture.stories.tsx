import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, fn, userEvent, waitFor, within } from 'storybook/test';
import { currentDemo } from '../../testing/demo.js';
import { labelsOf } from '../../testing/labels.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { JustificatifCapture } from './JustificatifCapture.js';
import { justificatifCaptureMessages } from './JustificatifCapture.messages.js';
import { justificatifCaptureStates as states } from './JustificatifCapture.states.js';

const t = labelsOf(justificatifCaptureMessages);
const traits = labelsOf(traitsMessages);

const meta = {
  title: 'INS/JustificatifCapture',
  component: JustificatifCapture,
  args: { ...states.open, onSaved: fn(), onEvent: fn(), onCancel: fn() },
} satisfies Meta<typeof JustificatifCapture>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const card = await canvas.findByRole('radio', { name: 'Carte nationale d’identité' });
    // Nothing is chosen beforehand, and nothing is said wrong before a first attempt.
    await expect(canvas.queryByRole('radio', { checked: true })).toBeNull();
    await expect(canvas.queryByText(t('problem.type'))).toBeNull();
    // No copy without a place to keep it.
    await expect(canvas.queryByRole('checkbox', { name: t('copy') })).toBeNull();
    await userEvent.click(card);
    await userEvent.click(canvas.getByRole('checkbox', { name: t('coherent') }));
    await userEvent.click(canvas.getByRole('button', { name: t('submit') }));
    await waitFor(() => expect(args.onSaved).toHaveBeenCalledOnce());
    // The server records the type, the day and the author; the record that had its INS is now qualified.
    const stored = await currentDemo().ports.identities.get('p-0012');
    await expect(stored?.document).toMatchObject({ type: 'CN', checkedOn: '2026-11-21', by: 'Dr CAMILLE TEST0000001' });
    await expect(args.onSaved).toHaveBeenCalledWith(
      expect.objectContaining({ patient: expect.objectContaining({ status: 'QUAL' }) }),
    );
    await expect(args.onEvent).toHaveBeenCalledWith(expect.objectContaining({ name: 'identity.documentCaptured' }));
  },
};
export const Open: Story = { args: states.open };
export const LowTrust: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const low = await canvas.findByRole('group', { name: t('low') });
    // A driving licence never validates an identity; each type of low trust says why.
    const licence = within(low).getByRole('radio', { name: 'Permis de conduire' });
    await expect(licence).toHaveAccessibleDescription('Le permis de conduire n’est pas un titre d’identité');
    await userEvent.click(licence);
    await userEvent.click(canvas.getByRole('checkbox', { name: t('coherent') }));
    await expect(canvas.getByRole('button', { name: t('submit') })).toBeDisabled();
    await expect(canvas.getAllByText(t('problem.low'))[0]).toBeVisible();
    await expect(args.onSaved).not.toHaveBeenCalled();
  },
};
export const Refused: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('radio', { name: /Extrait d’acte de naissance/ }));
    fireEvent.change(canvas.getByLabelText(t('expiry')), { target: { value: '2025-01-31' } });
    await userEvent.click(canvas.getByRole('button', { name: t('submit') }));
    // The second document, the date and the comparison are all asked for, and the summary has the focus.
    const summary = canvas.getByRole('region', { name: traits('summary') });
    await waitFor(() => expect(summary).toHaveFocus());
    await expect(within(summary).getAllByRole('listitem')).toHaveLength(3);
    await expect(canvas.getByRole('combobox')).toHaveAttribute('aria-invalid', 'true');
    await userEvent.click(within(summary).getByRole('button', { name: t('expiry') }));
    await expect(canvas.getByLabelText(t('expiry'))).toHaveFocus();
    await expect(args.onSaved).not.toHaveBeenCalled();
  },
};
export const Minor: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('radio', { name: /Livret de famille/ }));
    const companion = canvas.getByRole('combobox', { name: /Second document/ });
    await expect(within(companion).getAllByRole('option')).toHaveLength(4);
    await userEvent.selectOptions(companion, 'PA');
    await userEvent.click(canvas.getByRole('checkbox', { name: t('coherent') }));
    await userEvent.click(canvas.getByRole('button', { name: t('submit') }));
    await waitFor(() => expect(args.onSaved).toHaveBeenCalledOnce());
    await expect((await currentDemo().ports.identities.get('p-0012'))?.document).toMatchObject({ companion: 'PA' });
  },
};
const saveCopy = fn(() => Promise.resolve());
export const WithCopy: Story = {
  args: { ...states.withCopy, storage: { save: saveCopy } },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    saveCopy.mockClear();
    const keep = await canvas.findByRole('checkbox', { name: t('copy') });
    await expect(keep).not.toBeChecked();
    await userEvent.click(canvas.getByRole('radio', { name: 'Passeport' }));
    await userEvent.click(canvas.getByRole('checkbox', { name: t('coherent') }));
    await userEvent.click(keep);
    await userEvent.click(canvas.getByRole('button', { name: t('submit') }));
    await expect(canvas.getAllByText(t('problem.copy'))[0]).toBeVisible();
    const png = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])], 'scan.png', { type: 'image/png' });
    const input = canvasElement.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('no file input');
    await userEvent.upload(input, png);
    await canvas.findByText('scan.png');
    await userEvent.click(canvas.getByRole('button', { name: t('submit') }));
    await waitFor(() => expect(args.onSaved).toHaveBeenCalledOnce());
    await expect(saveCopy).toHaveBeenCalledWith(
      expect.objectContaining({ patientRef: 'p-0012', documentType: 'PA', kind: 'image' }),
    );
  },
};
export const CopyNotStored: Story = {
  args: { storage: { save: () => Promise.reject(new Error('disk full')) }, storeCopy: true },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('radio', { name: 'Passeport' }));
    await userEvent.click(canvas.getByRole('checkbox', { name: t('coherent') }));
    const input = canvasElement.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('no file input');
    await userEvent.upload(
      input,
      new File([new Uint8Array([0xff, 0xd8, 0xff, 1])], 'scan.jpg', { type: 'image/jpeg' }),
    );
    await canvas.findByText('scan.jpg');
    await userEvent.click(canvas.getByRole('button', { name: t('submit') }));
    await expect(await canvas.findByText(t('copyFailed'))).toBeVisible();
  },
};
export const NoStorage: Story = {
  args: { storeCopy: true },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole('radio', { name: 'Passeport' });
    await expect(canvas.queryByRole('checkbox', { name: t('copy') })).toBeNull();
  },
};
export const Doubtful: Story = {
  args: states.doubtful,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(t('blocked.douteuse'))).toBeVisible();
    await expect(canvas.queryByRole('button', { name: t('submit') })).toBeNull();
  },
};
export const Fictitious: Story = { args: states.fictitious };
export const NoType: Story = {
  args: states.noType,
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(t('noType'))).toBeVisible();
  },
};
export const Conflict: Story = {
  parameters: { scenario: 'conflict' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('radio', { name: 'Passeport' }));
    await userEvent.click(canvas.getByRole('checkbox', { name: t('coherent') }));
    await userEvent.click(canvas.getByRole('button', { name: t('submit') }));
    await expect(await canvas.findByRole('alert')).toBeVisible();
    // What was typed is still there.
    await expect(canvas.getByRole('radio', { name: 'Passeport' })).toBeChecked();
  },
};
export const ReadOnly: Story = { parameters: { scenario: 'read-only' } };
export const Longest: Story = {
  args: {
    types: Array.from({ length: 24 }, (_, index) => ({
      code: `X${index}`,
      trust: index < 16 ? ('high' as const) : ('low' as const),
      labels: {
        fr: `Document d’identité délivré par une autorité étrangère au nom particulièrement long, modèle ${index + 1}`,
        en: `Identity document issued by a foreign authority with a particularly long name, model ${index + 1}`,
      },
      ...(index < 16
        ? {}
        : { why: { fr: 'Ce document n’est pas un titre d’identité', en: 'Not an identity document' } }),
    })),
  },
};
export const Clinical: Story = { globals: { density: 'clinical' } };
export const Mobile: Story = { args: states.withCopy, globals: { viewport: { value: 'w320' } } };
export const English: Story = { args: states.withCopy, globals: { locale: 'en' } };
export const Dark: Story = { args: states.withCopy, globals: { theme: 'dark' } };
