import type { DmpUpdateOutput } from '@socle-sante/gateway/contract';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { cannedClient } from '../../testing/clients.js';
import { patientOf } from '../../testing/comparison.js';
import { labelsOf } from '../../testing/labels.js';
import { withClient } from '../../testing/with-client.js';
import { dmpDocumentMessages } from '../shared/document.messages.js';
import { DmpDocumentActions } from './DmpDocumentActions.js';
import { dmpDocumentActionsMessages } from './DmpDocumentActions.messages.js';
import { dmpDocumentActionsStates as states } from './DmpDocumentActions.states.js';

const t = labelsOf(dmpDocumentActionsMessages);
const words = labelsOf(dmpDocumentMessages);

const patient = patientOf({ birthName: 'ADRUN', firstName: 'ZOE', birthDate: '1975-12-31', sex: 'F' });
const client = (answer: DmpUpdateOutput) => cannedClient({ '/identity/get': patient, '/dmp/update': answer });

const meta = {
  title: 'DMP/DmpDocumentActions',
  component: DmpDocumentActions,
  parameters: {
    keyboard: [
      ['Entrée, Espace, Flèche bas', 'ouvre le menu'],
      ['Flèches', 'passe d’une action à l’autre'],
      ['Échap', 'ferme sans rien faire'],
    ],
  },
  args: { patientRef: 'p-0001', row: states.own, onUpdated: fn(), onReplace: fn(), onTellRecipients: fn() },
  render: (args) => (
    <div style={{ minHeight: '34rem' }}>
      <DmpDocumentActions {...args} />
    </div>
  ),
  ...withClient(client({ tellRecipients: true })),
} satisfies Meta<typeof DmpDocumentActions>;
export default meta;
type Story = StoryObj<typeof meta>;

const open: Story['play'] = async ({ canvasElement }) => {
  await userEvent.click(within(canvasElement).getByRole('button'));
  await screen.findByRole('menu');
};
const choose = async (context: Parameters<NonNullable<Story['play']>>[0], name: RegExp): Promise<void> => {
  await open(context);
  await userEvent.click(screen.getByRole('menuitem', { name }));
};

export const Default: Story = {
  play: async (context) => {
    await choose(context, words('action.delete'));
    const dialog = within(await screen.findByRole('alertdialog'));
    await expect(await dialog.findByText('ADRUN ZOE')).toBeVisible();
    // No deletion without a reason.
    const confirm = dialog.getByRole('button', { name: words('action.delete') });
    await expect(confirm).toBeDisabled();
    await userEvent.click(dialog.getByRole('radio', { name: t('reason.wrongDocument') }));
    await userEvent.click(confirm);
    await waitFor(() => expect(context.args.onUpdated).toHaveBeenCalledWith(undefined, states.own));
    await expect(context.args.onTellRecipients).toHaveBeenCalledOnce();
  },
};
export const Own: Story = { play: open };
export const Masked: Story = { args: { row: states.masked }, play: open };
export const Archived: Story = { args: { row: states.archived }, play: open };
export const Replace: Story = {
  play: async (context) => {
    await choose(context, words('action.replace'));
    await expect(context.args.onReplace).toHaveBeenCalledWith(states.own);
  },
};
export const None: Story = {
  args: { row: states.none },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).queryByRole('button')).toBeNull();
  },
};
export const AskingShow: Story = {
  args: { row: states.masked },
  play: async (context) => {
    await choose(context, words('action.show'));
    await screen.findByRole('alertdialog');
  },
};
export const Refused: Story = {
  ...withClient(cannedClient({ '/identity/get': patient })),
  play: async (context) => {
    await choose(context, words('action.mask'));
    await userEvent.click(await screen.findByRole('button', { name: words('action.mask') }));
    // The question stays open, with what went wrong.
    await waitFor(() => expect(document.querySelector('.sc-dialog .sc-notice')).not.toBeNull());
    await expect(screen.getByRole('dialog')).toBeVisible();
    await expect(context.args.onUpdated).not.toHaveBeenCalled();
  },
};
export const Longest: Story = {
  args: { row: { ...states.own, title: 'Compte rendu de consultation '.repeat(8).trim() } },
  play: async (context) => {
    await choose(context, words('action.delete'));
  },
};
export const Clinical: Story = { globals: { density: 'clinical' }, play: open };
export const Mobile: Story = {
  globals: { viewport: { value: 'w320' } },
  play: async (context) => {
    await choose(context, words('action.delete'));
  },
};
export const English: Story = { globals: { locale: 'en' }, play: open };
export const Dark: Story = { globals: { theme: 'dark' }, play: open };
