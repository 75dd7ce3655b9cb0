import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { labelsOf } from '../../testing/labels.js';
import { LunarDateField } from './LunarDateField.js';
import { lunarDateFieldMessages } from './LunarDateField.messages.js';
import { lunarDateFieldStates as states } from './LunarDateField.states.js';

const t = labelsOf(lunarDateFieldMessages);

const meta = {
  title: 'Commun/LunarDateField',
  parameters: {
    keyboard: [
      ['Tab', 'jour, mois, année : jamais d’avance automatique'],
      ['Ctrl + V', 'remplit les trois champs : 31/12/1975, 31-12-1975, 1975-12-31 ou 31121975'],
    ],
  },
  component: LunarDateField,
  args: { onChange: fn(), required: true },
} satisfies Meta<typeof LunarDateField>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('group', { name: /^Date de naissance/ })).toBeVisible();
    await userEvent.type(canvas.getByRole('textbox', { name: t('day') }), '31');
    await userEvent.type(canvas.getByRole('textbox', { name: t('month') }), '12');
    await userEvent.type(canvas.getByRole('textbox', { name: t('year') }), '1975');
    await expect(args.onChange).toHaveBeenLastCalledWith(
      '1975-12-31',
      expect.objectContaining({ isCalendarDate: true }),
    );
  },
};

export const Pasted: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('textbox', { name: t('day') }));
    for (const text of ['31/12/1975', '31-12-1975', '1975-12-31', '31121975']) {
      await userEvent.paste(text);
      await expect(canvas.getByRole('textbox', { name: t('day') })).toHaveValue('31');
      await expect(canvas.getByRole('textbox', { name: t('year') })).toHaveValue('1975');
    }
    await expect(args.onChange).toHaveBeenLastCalledWith('1975-12-31', expect.anything());
  },
};

export const Empty: Story = {
  args: states.empty,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.queryByText(t('problem.required'))).toBeNull();
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.tab();
    await expect(canvas.getByText(t('problem.required'))).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: t('day') })).toBeInvalid();
  },
};

export const OutOfRange: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('textbox', { name: t('day') }), '32');
    await userEvent.type(canvas.getByRole('textbox', { name: t('month') }), '13');
    await userEvent.type(canvas.getByRole('textbox', { name: t('year') }), '1975');
    await userEvent.tab();
    await expect(canvas.getByText(t('problem.range'))).toBeVisible();
  },
};

/** A day that its month has not is a slip, not an incomplete date: nothing is stored. */
export const NotInMonth: Story = {
  args: { defaultValue: '1997-02-01' },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.clear(canvas.getByRole('textbox', { name: t('day') }));
    await userEvent.type(canvas.getByRole('textbox', { name: t('day') }), '31');
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.tab();
    await expect(canvas.getByText(t('problem.notInMonth'))).toBeVisible();
    await expect(args.onChange).toHaveBeenLastCalledWith('', expect.objectContaining({ problems: ['notInMonth'] }));
  },
};

export const Unknown: Story = {
  args: states.unknown,
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('checkbox', { name: t('unknownDay') }));
    await userEvent.click(canvas.getByRole('checkbox', { name: t('unknownMonth') }));
    await userEvent.type(canvas.getByRole('textbox', { name: t('year') }), '2009');
    await expect(canvas.getByRole('status')).toHaveTextContent(t('completed', { date: '31/12/2009' }));
    await expect(args.onChange).toHaveBeenLastCalledWith('2009-12-31', expect.anything());
  },
};

export const Filled: Story = { args: states.filled };
export const NotCalendar: Story = { args: states.notCalendar };
export const Billing: Story = {
  args: states.billing,
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('textbox', { name: t('month') })).toHaveValue('00');
  },
};
export const ReadOnly: Story = {
  args: states.readOnly,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('00/00/2009')).toBeVisible();
    await expect(canvas.queryByRole('textbox')).toBeNull();
  },
};
export const Disabled: Story = { args: states.disabled };
export const Longest: Story = {
  args: { ...states.unknown, error: 'Cette date ne correspond pas à celle du document présenté. '.repeat(3).trim() },
};
export const Clinical: Story = { globals: { density: 'clinical' }, args: states.filled };
export const Mobile: Story = { globals: { viewport: { value: 'w320' } }, args: states.unknown };
export const English: Story = { globals: { locale: 'en' }, args: states.unknown };
export const Dark: Story = { globals: { theme: 'dark' }, args: states.filled };
