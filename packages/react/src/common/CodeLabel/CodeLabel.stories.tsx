import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { labelsOf } from '../../testing/labels.js';
import { CodeLabel } from './CodeLabel.js';
import { codeLabelMessages } from './CodeLabel.messages.js';
import { codeLabelStates as states } from './CodeLabel.states.js';

const meta = {
  title: 'Commun/CodeLabel',
  component: CodeLabel,
  args: states.known,
} satisfies Meta<typeof CodeLabel>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};
export const Known: Story = { args: { ...states.known, showCode: true } };
export const FrenchOnly: Story = {
  args: states.frenchOnly,
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText('Carte Vitale')).toHaveAttribute('lang', 'fr');
  },
};
export const Retired: Story = {
  args: states.retired,
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText(labelsOf(codeLabelMessages)('retired'))).toBeVisible();
  },
};
export const Unknown: Story = {
  args: states.unknown,
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText('ZZ-42')).toBeVisible();
  },
};
export const Longest: Story = {
  args: { code: 'L', nomenclature: { L: { code: 'L', label: 'Un libellé de nomenclature interminable '.repeat(6) } } },
};
export const Clinical: Story = { globals: { density: 'clinical' } };
export const Mobile: Story = { globals: { viewport: { value: 'w320' } } };
export const English: Story = { globals: { locale: 'en' } };
export const Dark: Story = { globals: { theme: 'dark' }, args: states.retired };
