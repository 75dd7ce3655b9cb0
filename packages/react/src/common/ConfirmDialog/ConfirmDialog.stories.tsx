import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { Button } from '../../parts/Button.js';
import { labelsOf } from '../../testing/labels.js';
import { ConfirmDialog, type ConfirmDialogProps } from './ConfirmDialog.js';
import { confirmDialogMessages } from './ConfirmDialog.messages.js';
import { confirmDialogStates as states } from './ConfirmDialog.states.js';

const t = labelsOf(confirmDialogMessages);

function Example(props: Omit<ConfirmDialogProps, 'isOpen'>) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div style={{ minHeight: '22rem' }}>
      <Button onClick={() => setOpen(true)}>Ouvrir la question</Button>
      <ConfirmDialog
        {...props}
        isOpen={isOpen}
        onCancel={() => {
          setOpen(false);
          props.onCancel();
        }}
        onConfirm={() => {
          setOpen(false);
          props.onConfirm();
        }}
      />
    </div>
  );
}

const meta = {
  title: 'Commun/ConfirmDialog',
  parameters: {
    keyboard: [
      ['Tab', 'reste dans la question'],
      ['Échap', 'le choix sûr'],
      ['Entrée', 'le bouton qui a le focus : le choix sûr quand l’action est irréversible'],
    ],
  },
  component: Example,
  args: {
    title: 'Enregistrer cette identité ?',
    confirmLabel: 'Enregistrer l’identité',
    children: 'Le matricule INS sera ajouté au dossier et les traits d’INSi remplaceront ceux du dossier local.',
    onConfirm: fn(),
    onCancel: fn(),
  },
} satisfies Meta<typeof Example>;
export default meta;
type Story = StoryObj<typeof meta>;

const open: Story['play'] = async ({ canvasElement }) => {
  await userEvent.click(within(canvasElement).getByRole('button', { name: 'Ouvrir la question' }));
};

export const Default: Story = {
  play: async (context) => {
    await open(context);
    const dialog = await screen.findByRole('dialog', { name: /Enregistrer cette identité/ });
    await expect(dialog.contains(document.activeElement)).toBe(true);
    // The dialog carries the theme of its provider.
    await expect(dialog.closest('.sc-theme')).toHaveAttribute(
      'data-sc-theme',
      /^(light|dark|contrast)$/.exec(String(context.globals['theme']))?.[0] ?? 'light',
    );
    await userEvent.keyboard('{Escape}');
    await expect(context.args.onCancel).toHaveBeenCalledOnce();
    await waitFor(() =>
      expect(within(context.canvasElement).getByRole('button', { name: 'Ouvrir la question' })).toHaveFocus(),
    );
  },
};
export const Plain: Story = { args: states.plain, play: open };
export const Destructive: Story = {
  args: {
    ...states.destructive,
    title: 'Passer l’identité en douteuse ?',
    children: 'L’INS sera effacée et INSi bloqué. Le matricule reste dans l’historique.',
  },
  play: async (context) => {
    await open(context);
    await screen.findByRole('alertdialog');
    await waitFor(() => expect(screen.getByRole('button', { name: t('cancel') })).toHaveFocus());
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(context.args.onConfirm).toHaveBeenCalledOnce();
  },
};
export const DestructiveOpen: Story = { args: { ...Destructive.args }, play: open };
export const Working: Story = { args: states.working, play: open };
export const Blocked: Story = { args: states.blocked, play: open };
export const Longest: Story = {
  args: {
    children: 'Le matricule INS sera ajouté au dossier. '.repeat(40),
    title: 'Enregistrer cette identité ? '.repeat(4),
  },
  play: open,
};
export const Clinical: Story = { globals: { density: 'clinical' }, play: open };
export const Mobile: Story = { globals: { viewport: { value: 'w320' } }, play: open };
export const English: Story = {
  globals: { locale: 'en' },
  args: { title: 'Store this identity?', confirmLabel: 'Store identity', children: 'The matricule INS will be added.' },
  play: async (context) => {
    await open(context);
    await expect(
      await screen.findByRole('button', { name: labelsOf(confirmDialogMessages, 'en')('cancel') }),
    ).toBeVisible();
  },
};
export const Dark: Story = { globals: { theme: 'dark' }, play: open };
