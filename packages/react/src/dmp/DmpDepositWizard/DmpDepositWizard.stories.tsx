import type { Derivation } from '@socle-sante/gateway/contract';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { sequenceClient } from '../../testing/clients.js';
import { labelsOf } from '../../testing/labels.js';
import { withClient } from '../../testing/with-client.js';
import { submissionIn } from '../DmpDepositProgress/DmpDepositProgress.states.js';
import { DmpDepositWizard } from './DmpDepositWizard.js';
import { dmpDepositWizardMessages } from './DmpDepositWizard.messages.js';
import { dmpDepositWizardStates as states } from './DmpDepositWizard.states.js';

const t = labelsOf(dmpDepositWizardMessages);
const document = { kind: 'record', documentRef: 'd-1' } as const;

const meta = {
  title: 'DMP/DmpDepositWizard',
  component: DmpDepositWizard,
  parameters: {
    keyboard: [
      ['Tab', 'parcourt l’étape ; son titre a le focus quand elle change'],
      ['Flèches (type de document)', 'parcourt les types trouvés'],
      ['Entrée sur « Corriger »', 'va au champ de l’anomalie, à son étape'],
    ],
  },
  args: { patientRef: 'p-0001', document, onSent: fn() },
} satisfies Meta<typeof DmpDepositWizard>;
export default meta;
type Story = StoryObj<typeof meta>;

const given = (...derivations: Derivation[]): Story =>
  withClient(
    sequenceClient({
      '/submission/derive': derivations,
      '/submission/create': [submissionIn('queued')],
      '/submission/get': [submissionIn('sent')],
    }),
  );

export const Default: Story = {
  args: { mode: 'full' },
  render: ({ patientRef, onSent }) => <DmpDepositWizard patientRef={patientRef} {...(onSent ? { onSent } : {})} />,
};
export const Complete: Story = {
  ...given(states.complete),
  args: { mode: 'quick' },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    // Everything was derived: one screen, then the sending.
    await expect(await canvas.findByText(t('ok'))).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: t('send') }));
    await waitFor(() => expect(args.onSent).toHaveBeenCalledOnce());
    await expect(await canvas.findByText(/Envoyé au DMP/)).toBeVisible();
  },
};
export const Full: Story = {
  ...given(states.complete),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('combobox', { name: t('type') })).toHaveValue(
      'CR ou fiche de consultation ou de visite',
    );
    await expect(canvas.getAllByText(/déduit de votre session/)).toHaveLength(2);
    await userEvent.click(canvas.getByRole('button', { name: t('next') }));
    await expect(await canvas.findByRole('checkbox', { name: t('minors') })).toBeDisabled();
    await userEvent.click(canvas.getByRole('checkbox', { name: t('invisible') }));
    await expect(canvas.getByLabelText(/Me rappeler le/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: t('back') }));
    await expect(await canvas.findByRole('combobox', { name: t('type') })).toBeVisible();
  },
};
export const Incomplete: Story = {
  ...given(states.incomplete, states.incomplete, states.incomplete, states.complete),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const next = () => canvas.getByRole('button', { name: t('next') });
    await canvas.findByRole('combobox', { name: t('type') });
    await userEvent.click(next());
    await canvas.findByRole('checkbox', { name: t('maskPro') });
    await userEvent.click(next());
    // The finding leads to the step where it is mended.
    await expect(await canvas.findByRole('button', { name: t('send') })).toBeDisabled();
    await userEvent.click(canvas.getByRole('button', { name: t('fix', { step: 'Description' }) }));
    const type = await canvas.findByRole('combobox', { name: t('type') });
    await userEvent.type(type, 'biolo');
    await userEvent.click(await screen.findByRole('option', { name: /biologiques/ }));
    await expect(type).toHaveValue('CR d’examens biologiques');
  },
};
export const Convertible: Story = {
  ...given(states.convertible, { ...states.complete, document: { ...states.complete.document, converted: true } }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: t('convert') }));
    await expect(await canvas.findByText(/Converti en PDF\/A-1/)).toBeVisible();
  },
};
export const Opposed: Story = {
  ...given(states.opposed),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole('combobox', { name: t('type') });
    await userEvent.click(canvas.getByRole('button', { name: t('next') }));
    await canvas.findByRole('checkbox', { name: t('maskPro') });
    await userEvent.click(canvas.getByRole('button', { name: t('next') }));
    await expect(await canvas.findByText(/s’oppose à l’alimentation/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: t('send') })).toBeDisabled();
  },
};
/** Rules of ours and official ones: told apart, said once, each at the field that mends it; the document is shown before it leaves. */
export const BothLayers: Story = {
  ...withClient(
    sequenceClient({
      '/submission/derive': [states.bothLayers],
      '/submission/preview': [{ html: '<html lang="fr"><body><h1>Volet de synthèse médicale</h1></body></html>' }],
      '/submission/create': [submissionIn('queued')],
      '/submission/get': [submissionIn('sent')],
    }),
  ),
  args: { mode: 'quick', document: { kind: 'composed', ref: 'vsm' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    // By default an error of the official layer stops nothing.
    await expect(await canvas.findByRole('button', { name: t('send') })).toBeEnabled();
    await expect(await canvas.findAllByText(/trop court/)).not.toHaveLength(0);
    await userEvent.click(canvas.getByRole('button', { name: t('preview') }));
    await expect(await canvas.findByTitle(/Aperçu/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: t('fix', { step: 'Description' }) }));
    await expect(await canvas.findByRole('textbox', { name: /^Titre/ })).toHaveAccessibleDescription(/trop court/);
  },
};
export const Replacing: Story = { ...given(states.replacing), args: { mode: 'quick', replaces: 'row-1' } };
export const Failed: Story = { ...withClient(sequenceClient({})) };
export const Longest: Story = {
  ...given({
    ...states.complete,
    fields: states.complete.fields.map((field) =>
      field.field === 'title' ? { ...field, value: 'Compte rendu de consultation '.repeat(6).trim() } : field,
    ),
  }),
  args: { mode: 'quick' },
};
export const Clinical: Story = { ...given(states.complete), globals: { density: 'clinical' } };
export const Mobile: Story = { ...given(states.complete), globals: { viewport: { value: 'w320' } } };
export const English: Story = { ...given(states.complete), globals: { locale: 'en' } };
export const Dark: Story = { ...given(states.complete), args: { mode: 'quick' }, globals: { theme: 'dark' } };
