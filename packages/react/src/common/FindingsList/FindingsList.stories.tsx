import { documentsFindings } from '@socle-sante/documents/messages';
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
export const BothLayers: Story = {
  args: { ...states.bothLayers, groupBy: 'layer', onShow: fn(), catalogues: [documentsFindings] },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    // Seven findings, one of which both layers make: six lines.
    await expect(canvas.getByRole('region', { name: t('count', { n: 6 }) })).toBeVisible();
    const headings = canvas.getAllByRole('heading', { level: 4 }).map((heading) => heading.textContent);
    await expect(headings).toEqual(['Règles natives (3)', 'Règles officielles (ContenuCDA-3-0) (3)']);
    await expect(canvas.getAllByText(t('both'))).toHaveLength(1);
    await userEvent.click(canvas.getByRole('button', { name: /^Règle et source .*custodian/ }));
    await expect(canvas.getByText(/ligne 2, colonne 5/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /^Voir dans le document, ligne 2\s/ }));
    await expect(args.onShow).toHaveBeenCalledWith(
      expect.objectContaining({ rule: 'official.assert', wire: expect.objectContaining({ line: 2 }) }),
    );
  },
};
export const BothLayersEnglish: Story = {
  ...BothLayers,
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const headings = canvas.getAllByRole('heading', { level: 4 }).map((heading) => heading.textContent);
    await expect(headings).toEqual(['Native rules (3)', 'Official rules (ContenuCDA-3-0) (3)']);
    await expect(canvas.getByText(/custodian/, { selector: '[lang="fr"]' })).toBeVisible();
  },
};
export const BothLayersMobile: Story = {
  ...BothLayers,
  play: async () => {},
  globals: { viewport: { value: 'w320' } },
};
export const BothLayersDark: Story = { ...BothLayers, play: async () => {}, globals: { theme: 'dark' } };
export const OfficialOnly: Story = {
  args: { ...states.officialOnly, groupBy: 'layer', onShow: fn(), catalogues: [documentsFindings] },
};
export const ManyOfficial: Story = {
  args: { ...states.manyOfficial, onShow: fn() },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByRole('grid')).toHaveAttribute('aria-rowcount', '81'), { timeout: 5000 });
    await userEvent.click(canvas.getByRole('button', { name: /l’entrée 1 n’est pas/ }));
    await expect(args.onShow).toHaveBeenCalled();
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
