import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { currentDemo } from '../../testing/demo.js';
import { labelsOf } from '../../testing/labels.js';
import { InsVerificationList } from './InsVerificationList.js';
import { insVerificationListMessages } from './InsVerificationList.messages.js';
import { insVerificationListStates as states } from './InsVerificationList.states.js';

const t = labelsOf(insVerificationListMessages);

const meta = {
  title: 'INS/InsVerificationList',
  component: InsVerificationList,
  args: { ...states.todo, onOpen: fn(), onVerified: fn(), onEvent: fn() },
} satisfies Meta<typeof InsVerificationList>;
export default meta;
type Story = StoryObj<typeof meta>;

const verifyRow = async (canvas: ReturnType<typeof within>, row: number): Promise<void> => {
  // The first button of a line that is still to handle.
  const button = canvas.getAllByRole('row')[row]?.querySelector('button');
  if (!button) throw new Error('no button');
  await userEvent.click(button);
};

export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getAllByRole('row')).toHaveLength(4));
    await waitFor(() => expect(canvas.getAllByRole('button', { name: t('verify') })).toHaveLength(3));
    const before = await currentDemo().ports.identities.get('p-0010');
    // Right and unknown: récupérée.
    await verifyRow(canvas, 1);
    await canvas.findByText(t('outcome.ok'));
    // Wrong and known: the record is left as it is.
    await verifyRow(canvas, 2);
    await canvas.findByText(t('outcome.koKnown'));
    await expect(await currentDemo().ports.identities.get('p-0010')).toEqual(before);
    // Wrong and unknown: created without INS.
    await verifyRow(canvas, 3);
    await canvas.findByText(t('outcome.koUnknown'));
    await expect(args.onVerified).toHaveBeenCalledTimes(3);
    const created = (args.onVerified as ReturnType<typeof fn>).mock.calls[2]?.[0] as { patient?: { ins?: unknown } };
    await expect(created.patient?.ins).toBeUndefined();
    // A row that does not match offers its record, and nothing that would take its data.
    await expect(canvas.queryByRole('button', { name: t('verify') })).toBeNull();
    await expect(canvas.getAllByRole('button').every((one) => t('open').test(one.textContent ?? ''))).toBe(true);
    await expect(args.onEvent).toHaveBeenCalledWith(expect.objectContaining({ name: 'ins.verified' }));
  },
};
export const Todo: Story = { args: states.todo };
export const Done: Story = {
  args: states.done,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(t('emptyDone'))).toBeVisible();
    await userEvent.click(canvas.getByRole('radio', { name: t('filter.all') }));
    await waitFor(() => expect(canvas.getAllByRole('row')).toHaveLength(4));
  },
};
export const All: Story = { args: states.all };
export const Unavailable: Story = {
  parameters: { demo: { fault: { service: 'verification', code: 'desir_1020' } } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getAllByRole('button', { name: t('verify') })).toHaveLength(3));
    await verifyRow(canvas, 1);
    await expect(await canvas.findByRole('alert')).toBeVisible();
    await expect(canvas.getAllByRole('button', { name: t('verify') })).toHaveLength(3);
  },
};
export const Unsupported: Story = {
  parameters: { scenario: 'bare' },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(t('unsupported'))).toBeVisible();
  },
};
export const ReadOnly: Story = {
  parameters: { scenario: 'read-only' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(t('notAllowed'))).toBeVisible();
    await expect(canvas.queryByRole('button', { name: t('verify') })).toBeNull();
  },
};
export const Offline: Story = { parameters: { scenario: 'offline' } };
export const Longest: Story = { parameters: { scenario: '10k-rows' } };
export const Clinical: Story = { globals: { density: 'clinical' } };
export const Mobile: Story = { globals: { viewport: { value: 'w320' } } };
export const English: Story = { globals: { locale: 'en' } };
export const Dark: Story = { globals: { theme: 'dark' } };
