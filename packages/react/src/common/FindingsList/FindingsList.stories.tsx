import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { labelsOf } from '../../testing/labels.js';
import { FindingsList } from './FindingsList.js';
import { findingsListMessages } from './FindingsList.messages.js';
import { findingsListStates as states } from './FindingsList.states.js';

const t = labelsOf(findingsListMessages);
const fieldNames: Readonly<Record<string, string>> = {
  'traits.birthName': 'Nom de naissance',
  'traits.birthDate': 'Date de naissance',
  'traits.birthPlace': 'Lieu de naissance',
  'ins.matricule': 'Matricule INS',
};

const meta = {
  title: 'Commun/FindingsList',
  component: FindingsList,
  args: { ...states.blocking, onLocate: fn(), onEvent: fn(), fieldLabel: (field: string) => fieldNames[field] },
} satisfies Meta<typeof FindingsList>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('region', { name: t('count', { n: 5 }) })).toBeVisible();
    const headings = canvas.getAllByRole('heading', { level: 4 }).map((heading) => heading.textContent);
    await expect(headings).toEqual(['Bloquant (2)', 'À vérifier (2)', 'Information (1)']);
    const [first] = canvas.getAllByRole('button', { name: /^Corriger/ });
    if (!first) throw new Error('no button');
    await userEvent.click(first);
    await expect(args.onLocate).toHaveBeenCalledWith(['ins', 'matricule']);
    const [rule] = canvas.getAllByRole('button', { name: /^Règle et source/ });
    if (!rule) throw new Error('no rule');
    await userEvent.click(rule);
    await expect(canvas.getByText(t('rule', { id: 'ins.matricule.key' }))).toBeVisible();
    await expect(args.onEvent).toHaveBeenCalledWith(expect.objectContaining({ name: 'finding.opened' }));
  },
};

export const None: Story = { args: { ...states.none, title: 'Vérification de l’identité' } };
export const One: Story = { args: states.one };
export const Blocking: Story = { args: states.blocking };
export const Warnings: Story = { args: states.warnings };
export const ByField: Story = { args: { groupBy: 'path' } };
export const AtMost: Story = {
  args: { max: 1 },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    // Both blocking findings stay; only warnings and notes wait behind the button.
    await expect(canvas.getAllByRole('listitem')).toHaveLength(2);
    await userEvent.click(canvas.getByRole('button', { name: t('more', { n: 3 }) }));
    await expect(canvas.getAllByRole('listitem')).toHaveLength(5);
  },
};
export const Many: Story = {
  args: states.many,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByRole('grid')).toHaveAttribute('aria-rowcount', '121'), { timeout: 5000 });
  },
};
export const GoesToField: Story = {
  render: ({ onLocate: _, ...args }) => (
    <div className="sc-stack">
      <label className="sc-field-label">
        Nom de naissance
        <input className="sc-input sc-focusable" data-sc-path="traits.birthName" defaultValue="D&ARTAGNAN" />
      </label>
      <FindingsList {...args} />
    </div>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [, second] = canvas.getAllByRole('button', { name: /^Corriger/ });
    if (!second) throw new Error('no button');
    await userEvent.click(second);
    await expect(canvas.getByRole('textbox', { name: /Nom de naissance/ })).toHaveFocus();
  },
};
export const Printed: Story = { args: { printMode: true } };
export const Longest: Story = {
  args: { findings: [...states.blocking.findings, ...states.blocking.findings, ...states.blocking.findings] },
};
export const Clinical: Story = { globals: { density: 'clinical' } };
export const Mobile: Story = { globals: { viewport: { value: 'w320' } } };
export const English: Story = { globals: { locale: 'en' } };
export const Dark: Story = { globals: { theme: 'dark' } };
