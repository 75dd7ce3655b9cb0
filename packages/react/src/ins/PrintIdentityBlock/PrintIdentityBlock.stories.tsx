import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { PrintSheet } from '../../common/PrintSheet/PrintSheet.js';
import { currentDemo } from '../../testing/demo.js';
import { labelsOf } from '../../testing/labels.js';
import { insDatamatrixMessages } from '../InsDatamatrix/InsDatamatrix.messages.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { PrintIdentityBlock } from './PrintIdentityBlock.js';
import { printIdentityBlockMessages } from './PrintIdentityBlock.messages.js';
import { printIdentityBlockStates as states } from './PrintIdentityBlock.states.js';

const t = labelsOf(printIdentityBlockMessages);
const traits = labelsOf(traitsMessages);
const symbol = labelsOf(insDatamatrixMessages);

const meta = {
  title: 'INS/PrintIdentityBlock',
  component: PrintIdentityBlock,
  args: states.qualified,
} satisfies Meta<typeof PrintIdentityBlock>;
export default meta;
type Story = StoryObj<typeof meta>;

const wait = { timeout: 8000 };

/** INS/va1.15 without the number: no matricule, no symbol, nothing asked to the server. */
const withoutIns: Story['play'] = async ({ canvasElement }) => {
  const canvas = within(canvasElement);
  for (const field of ['birthName', 'firstName', 'birthDate', 'sex'] as const)
    await expect(await canvas.findByText(traits(field))).toBeVisible();
  await expect(canvas.queryByText(traits('ins'))).toBeNull();
  await expect(canvas.queryByRole('img')).toBeNull();
  await expect(canvasElement).not.toHaveTextContent('•••');
  await expect(currentDemo().ports.audit.entries.some(({ kind }) => kind === 'ins.datamatrix.shown')).toBe(false);
};

export const Default: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole('img', { name: symbol('image') }, wait);
    for (const field of ['birthName', 'firstName', 'birthDate', 'sex', 'ins'] as const)
      await expect(canvas.getByText(traits(field))).toBeVisible();
    await expect(canvas.getByText('INS à scanner')).toBeVisible();
    await expect(canvas.queryByText(t('test'))).toBeNull();
    // Traced as a print.
    const { entries } = currentDemo().ports.audit;
    await expect(entries.find(({ kind }) => kind === 'ins.datamatrix.shown')?.detail).toMatchObject({
      purpose: 'print',
    });
  },
};
export const Qualified: Story = { args: states.qualified };
export const Test: Story = {
  args: states.test,
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(t('test'), {}, wait)).toBeVisible();
  },
};
export const Provisional: Story = { args: states.provisional, play: withoutIns };
export const Retrieved: Story = { args: states.retrieved, play: withoutIns };
export const OnASheet: Story = {
  render: (args) => (
    <PrintSheet title="Fiche d’identité" identity={<PrintIdentityBlock {...args} />}>
      <p className="sc-text">Compte rendu de consultation.</p>
    </PrintSheet>
  ),
};
export const Longest: Story = { args: { ...states.qualified, size: 26 } };
export const Clinical: Story = { globals: { density: 'clinical' } };
export const Mobile: Story = { globals: { viewport: { value: 'w320' } } };
export const English: Story = { globals: { locale: 'en' } };
export const Dark: Story = { globals: { theme: 'dark' } };
