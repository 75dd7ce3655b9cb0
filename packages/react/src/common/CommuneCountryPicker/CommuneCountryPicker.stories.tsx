import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { labelsOf } from '../../testing/labels.js';
import { CommuneCountryPicker } from './CommuneCountryPicker.js';
import { communeCountryPickerMessages } from './CommuneCountryPicker.messages.js';
import { communeCountryPickerStates as states } from './CommuneCountryPicker.states.js';
import type { CogPort } from './cog-port.js';

const t = labelsOf(communeCountryPickerMessages);

/** A vendor's table where a commune ended. */
const vendorCog: CogPort = {
  search: () =>
    Promise.resolve([
      { code: '69381', name: 'Lyon 1er Arrondissement', kind: 'commune', department: 'Rhône', to: '2024-12-31' },
      ...Array.from({ length: 60 }, (_, index) => ({
        code: String(10_000 + index),
        name: `Exemple-sur-Ligne ${index}`,
        kind: 'commune' as const,
        department: 'Aube',
      })),
    ]),
  find: () => Promise.resolve(undefined),
};

const meta = {
  title: 'Commun/CommuneCountryPicker',
  parameters: {
    keyboard: [
      ['Flèches bas, haut', 'parcourt les lieux'],
      ['Entrée', 'choisit'],
      ['Échap', 'ferme la liste, rien ne change'],
      ['Tab', 'sort ; un code entier est retenu'],
    ],
  },
  component: CommuneCountryPicker,
  args: { onChange: fn() },
  decorators: [
    (Story) => (
      <div style={{ minHeight: '20rem' }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof CommuneCountryPicker>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const field = canvas.getByRole('combobox', { name: t('label') });
    await userEvent.type(field, 'saint etienne');
    await expect(await canvas.findByRole('option', { name: /Saint-Étienne \(42218\)/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await userEvent.keyboard('{Enter}');
    await expect(args.onChange).toHaveBeenCalledWith('42218', expect.objectContaining({ department: 'Loire' }));
    await waitFor(() => expect(field).toHaveValue('Saint-Étienne (42218)'));
  },
};
export const Searching: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const field = canvas.getByRole('combobox');
    await userEvent.type(field, 'b');
    await expect(canvas.queryByRole('option', { name: /99999/ })).toBeNull();
    await userEvent.type(field, 'a');
    await canvas.findByRole('option', { name: /Bastia/ });
    await expect(canvas.getAllByRole('option').at(-1)).toHaveTextContent(/99999/);
  },
};
/** A typed text is never stored as a code. */
export const FreeText: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('combobox'), 'Nullepart');
    await expect(await canvas.findByText(t('none'))).toBeVisible();
    // « Lieu inconnu » is offered, never chosen by itself.
    await expect(canvas.getByRole('option', { name: /99999/ })).toHaveAttribute('aria-selected', 'false');
    await userEvent.keyboard('{Enter}');
    await expect(args.onChange).not.toHaveBeenCalled();
    await userEvent.tab();
    await expect(canvas.getByText(t('choose'))).toBeVisible();
    await expect(args.onChange).not.toHaveBeenCalled();
  },
};
export const ByCode: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('combobox'), '2a020');
    await canvas.findByRole('option', { name: /2A020/ });
    await userEvent.tab();
    await expect(args.onChange).toHaveBeenCalledWith('2A020', expect.objectContaining({ department: 'Corse-du-Sud' }));
  },
};
export const Abroad: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('checkbox', { name: t('abroad') }));
    await userEvent.type(canvas.getByRole('combobox'), 'allem');
    await userEvent.click(await canvas.findByRole('option', { name: /Allemagne/ }));
    await expect(args.onChange).toHaveBeenCalledWith('99109', expect.objectContaining({ kind: 'country' }));
  },
};
export const OtherSource: Story = {
  args: { source: vendorCog, birthDate: '1981-01-01' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('combobox'), 'ly');
    await expect(await canvas.findByText(/commune en vigueur le 01\/01\/1981/)).toBeVisible();
    await expect(canvas.getAllByRole('option')).toHaveLength(51);
  },
};
export const Empty: Story = { args: { ...states.empty, required: true } };
export const Commune: Story = { args: states.commune };
export const Unnamed: Story = {
  args: states.unnamed,
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/Puy-de-Dôme/)).toBeVisible();
  },
};
export const Country: Story = { args: states.country };
export const Unknown: Story = { args: states.unknown };
export const ReadOnly: Story = { args: states.readOnly };
export const Disabled: Story = { args: states.disabled };
export const Longest: Story = {
  args: { error: 'Ce lieu de naissance ne correspond pas au matricule reçu. '.repeat(3).trim() },
};
export const Clinical: Story = { globals: { density: 'clinical' }, args: states.commune };
export const Mobile: Story = { globals: { viewport: { value: 'w320' } }, play: Searching.play };
export const English: Story = { globals: { locale: 'en' }, play: Searching.play };
export const Dark: Story = { globals: { theme: 'dark' }, play: Searching.play };
