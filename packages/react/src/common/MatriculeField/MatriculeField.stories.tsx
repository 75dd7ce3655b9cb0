import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { labelsOf } from '../../testing/labels.js';
import { MatriculeField } from './MatriculeField.js';
import { matriculeFieldMessages } from './MatriculeField.messages.js';
import { matriculeFieldStates as states } from './MatriculeField.states.js';

const t = labelsOf(matriculeFieldMessages);

const meta = {
  title: 'Commun/MatriculeField',
  component: MatriculeField,
  args: { onChange: fn() },
} satisfies Meta<typeof MatriculeField>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const field = within(canvasElement).getByRole('textbox', { name: t('label') });
    await userEvent.click(field);
    await userEvent.paste(' 2 97 02 2a 020 778 78 ');
    await expect(args.onChange).toHaveBeenLastCalledWith('297022A02077878');
    await userEvent.tab();
    await expect(field).toHaveValue('2 97 02 2A 020 778 78');
    await expect(within(canvasElement).getByText(t('correct'))).toBeVisible();
  },
};
export const Empty: Story = { args: states.empty };
export const Right: Story = { args: states.right };
export const Corsica: Story = { args: states.corsica };
export const WrongKey: Story = {
  args: states.wrongKey,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.queryByText(t('key', { k: '74' }))).toBeNull();
    await userEvent.click(canvas.getByRole('textbox'));
    await userEvent.tab();
    await expect(canvas.getByText(t('key', { k: '74' }))).toBeVisible();
    await expect(canvas.getByRole('textbox')).toHaveAccessibleDescription(/Clé incorrecte/);
  },
};
export const Short: Story = {
  args: states.short,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('textbox'));
    await userEvent.tab();
    await expect(canvas.getByText(t('missing', { n: 7 }))).toBeVisible();
  },
};
export const ReadOnly: Story = { args: states.readOnly };
export const Disabled: Story = { args: states.disabled };
export const Longest: Story = {
  args: { error: 'Ce matricule appartient déjà à un autre dossier de la structure. '.repeat(2) },
};
export const Clinical: Story = { globals: { density: 'clinical' }, args: states.right };
export const Mobile: Story = { globals: { viewport: { value: 'w320' } }, args: states.right };
export const English: Story = { globals: { locale: 'en' }, args: states.right };
export const Dark: Story = { globals: { theme: 'dark' }, args: states.right };
