import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { currentDemo } from '../../testing/demo.js';
import { labelsOf } from '../../testing/labels.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { InsDatamatrix } from './InsDatamatrix.js';
import { insDatamatrixMessages } from './InsDatamatrix.messages.js';
import { insDatamatrixStates as states } from './InsDatamatrix.states.js';

const t = labelsOf(insDatamatrixMessages);
const traits = labelsOf(traitsMessages);

const meta = {
  title: 'INS/InsDatamatrix',
  component: InsDatamatrix,
  args: { ...states.qualified, onEvent: fn() },
} satisfies Meta<typeof InsDatamatrix>;
export default meta;
type Story = StoryObj<typeof meta>;

const wait = { timeout: 8000 };

/** No symbol, and not even a question to the server. */
const refuses: Story['play'] = async ({ canvasElement }) => {
  const canvas = within(canvasElement);
  await expect(await canvas.findByText(t('refused'))).toBeVisible();
  await expect(canvas.queryByRole('img')).toBeNull();
  await expect(currentDemo().ports.audit.entries.some(({ kind }) => kind === 'ins.datamatrix.shown')).toBe(false);
};

export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const symbol = await canvas.findByRole('img', { name: t('image') }, wait);
    await expect(canvas.getByText('INS à scanner')).toBeVisible();
    // The INS in clear beside: the four traits and the matricule with its nature.
    for (const text of ['NESSI', 'RUTH', '14/07/1977', 'Féminin']) await expect(canvas.getByText(text)).toBeVisible();
    await expect(canvas.getByText(traits('ins'))).toBeVisible();
    await expect(canvas.getByText(/NIR/)).toBeVisible();
    // Modules of 0,33 mm at least, and two of them around.
    const modules = Number(symbol.dataset['modules']);
    await expect(Number(symbol.dataset['printMm']) / (modules + 4)).toBeGreaterThanOrEqual(0.33);
    await expect(symbol.getAttribute('viewBox')).toBe(`-4 -4 ${2 * modules + 8} ${2 * modules + 8}`);
    await expect(args.onEvent).toHaveBeenCalledWith(expect.objectContaining({ name: 'ins.datamatrix.shown' }));
    // Neither copied nor downloaded as an image.
    await expect(canvas.queryByRole('button')).toBeNull();
    await expect(canvas.queryByRole('link')).toBeNull();
  },
};
export const Qualified: Story = { args: states.qualified };
export const Small: Story = { args: states.small };
export const Large: Story = { args: states.large };
export const SymbolOnly: Story = { args: states.symbolOnly };
export const Provisional: Story = { args: states.provisional, play: refuses };
export const Retrieved: Story = { args: states.retrieved, play: refuses };
export const Validated: Story = { args: states.validated, play: refuses };
export const NotAllowed: Story = {
  parameters: { scenario: 'read-only' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(t('notAllowed'))).toBeVisible();
    await expect(canvas.queryByRole('img')).toBeNull();
  },
};
export const Offline: Story = { parameters: { scenario: 'offline' } };
export const Longest: Story = { args: { caption: 'Étiquette de prélèvement, à coller sur chaque tube' } };
export const Clinical: Story = { globals: { density: 'clinical' } };
export const Mobile: Story = { globals: { viewport: { value: 'w320' } } };
export const English: Story = {
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    // Imposed words: they stay in French on the paper.
    await expect(await within(canvasElement).findByText('INS à scanner', {}, wait)).toBeVisible();
  },
};
export const Dark: Story = {
  globals: { theme: 'dark' },
  play: async ({ canvasElement }) => {
    const symbol = await within(canvasElement).findByRole('img', {}, wait);
    // Black on white in every theme.
    await expect(symbol.querySelector('rect')).toHaveAttribute('fill', '#fff');
    await expect(symbol.querySelector('path')).toHaveAttribute('fill', '#000');
    await expect(getComputedStyle(symbol).backgroundColor).toBe('rgb(255, 255, 255)');
  },
};
