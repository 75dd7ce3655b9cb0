import type { DmpAccess } from '@socle-sante/gateway/contract';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { confirmDialogMessages } from '../../common/ConfirmDialog/ConfirmDialog.messages.js';
import { cannedClient } from '../../testing/clients.js';
import { labelsOf } from '../../testing/labels.js';
import { withClient } from '../../testing/with-client.js';
import { BrisDeGlaceDialog } from './BrisDeGlaceDialog.js';
import { brisDeGlaceDialogMessages } from './BrisDeGlaceDialog.messages.js';
import { brisDeGlaceDialogStates as states } from './BrisDeGlaceDialog.states.js';

const t = labelsOf(brisDeGlaceDialogMessages);

const meta = {
  title: 'DMP/BrisDeGlaceDialog',
  component: BrisDeGlaceDialog,
  parameters: {
    keyboard: [
      ['Entrée sur « Accès d’urgence… »', 'ouvre la question ; le focus est sur « Annuler »'],
      ['Échap', 'le choix sûr : rien n’est demandé'],
    ],
  },
  args: { patientRef: 'p-0001', onOpened: fn() },
  render: (args) => (
    <div style={{ minHeight: '30rem' }}>
      <BrisDeGlaceDialog {...args} />
    </div>
  ),
} satisfies Meta<typeof BrisDeGlaceDialog>;
export default meta;
type Story = StoryObj<typeof meta>;

const given = (before: DmpAccess, after: DmpAccess = before): Story =>
  withClient(cannedClient({ '/dmp/access': before, '/dmp/emergency/open': after, '/dmp/emergency/close': after }));

const ask: Story['play'] = async ({ canvasElement }) => {
  const button = await within(canvasElement).findByRole('button', { name: t('open') });
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.click(button);
};

export const Default: Story = {};
export const Offered: Story = {
  ...given(states.offered, states.running),
  play: async (context) => {
    await ask(context);
    // The safe choice has the focus.
    await waitFor(() =>
      expect(screen.getByRole('button', { name: labelsOf(confirmDialogMessages)('cancel') })).toHaveFocus(),
    );
    const dialog = within(screen.getByRole('alertdialog'));
    await userEvent.click(dialog.getByRole('button', { name: t('confirm') }));
    await expect(await dialog.findByText(t('short'))).toBeVisible();
    await userEvent.type(dialog.getByRole('textbox'), 'Patient inconscient');
    await userEvent.click(dialog.getByRole('button', { name: t('confirm') }));
    await expect(await within(context.canvasElement).findByText(/Accès d’urgence en cours/)).toBeVisible();
    await expect(context.args.onOpened).toHaveBeenCalledOnce();
  },
};
export const Asking: Story = { ...given(states.offered), play: ask };
/** The choice of the person, recorded by the site: not an opposition to bris de glace. */
export const Refused: Story = {
  ...given(states.refused),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(t('reason.refused'))).toBeVisible();
    await expect(canvas.getByRole('button', { name: t('open') })).toBeDisabled();
  },
};
export const Opposed: Story = {
  ...given(states.opposed),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(t('refused'))).toBeVisible();
    await expect(canvas.getByRole('button', { name: t('open') })).toBeDisabled();
  },
};
export const NormalAccess: Story = { ...given(states.normalAccess) };
export const Blocked: Story = { ...given(states.blocked) };
export const Running: Story = { ...given(states.running, states.offered) };
export const Longest: Story = { ...given(states.offered), play: ask, args: { id: 'urgence' } };
export const Clinical: Story = { ...given(states.running), globals: { density: 'clinical' } };
export const Mobile: Story = { ...given(states.offered), globals: { viewport: { value: 'w320' } }, play: ask };
export const English: Story = { ...given(states.blocked), globals: { locale: 'en' } };
export const Dark: Story = { ...given(states.offered), globals: { theme: 'dark' }, play: ask };
