import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { labelsOf } from '../../testing/labels.js';
import { PrintSheet } from './PrintSheet.js';
import { printSheetMessages } from './PrintSheet.messages.js';
import { printSheetStates as states } from './PrintSheet.states.js';

const t = labelsOf(printSheetMessages);

function identity() {
  return (
    <dl className="sc-terms">
      <dt className="sc-term">Nom de naissance</dt>
      <dd className="sc-definition">ADRUN</dd>
      <dt className="sc-term">Premier prénom de naissance</dt>
      <dd className="sc-definition">ZOE</dd>
      <dt className="sc-term">Date de naissance</dt>
      <dd className="sc-definition">31/12/1975</dd>
      <dt className="sc-term">Sexe</dt>
      <dd className="sc-definition">Féminin</dd>
    </dl>
  );
}

const lines = (count: number) => (
  <div className="sc-stack">
    {Array.from({ length: count }, (_, index) => `Ligne ${index + 1} du document imprimé.`).map((line) => (
      <p key={line} className="sc-text">
        {line}
      </p>
    ))}
  </div>
);

const meta = {
  title: 'Commun/PrintSheet',
  component: PrintSheet,
  args: { title: 'Fiche d’identité', identity: identity(), children: lines(states.test.lines) },
} satisfies Meta<typeof PrintSheet>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('button', { name: t('print') })).toBeVisible();
    await expect(canvas.getAllByText(t('watermark')).length).toBeGreaterThan(0);
    await expect(canvas.getByText(t('printedOn', { at: '21/11/2026 10:00' }))).toBeVisible();
  },
};
export const Test: Story = {};
export const Production: Story = {
  parameters: { scenario: states.production.scenario },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).queryByText(t('watermark'))).toBeNull());
  },
};
export const Long: Story = { args: { children: lines(states.long.lines) } };
export const SiteTexts: Story = {
  parameters: {
    provider: {
      site: { print: { organisation: 'Cabinet M TEST', foot: 'Mention légale du site, telle que saisie.' } },
    },
  },
};
export const Longest: Story = { args: { children: lines(states.long.lines), title: 'Fiche '.repeat(20) } };
export const Clinical: Story = { globals: { density: 'clinical' } };
export const Mobile: Story = { globals: { viewport: { value: 'w320' } } };
export const English: Story = { globals: { locale: 'en' } };
export const Dark: Story = { globals: { theme: 'dark' } };
