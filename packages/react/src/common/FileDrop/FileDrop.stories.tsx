import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { labelsOf } from '../../testing/labels.js';
import { FileDrop } from './FileDrop.js';
import { fileDropMessages } from './FileDrop.messages.js';
import { fileDropStates as states } from './FileDrop.states.js';

const t = labelsOf(fileDropMessages);

const meta = {
  title: 'Commun/FileDrop',
  parameters: {
    keyboard: [
      ['Tab', 'le champ de fichier, puis « Retirer » de chaque fichier'],
      ['Espace ou Entrée', 'ouvre le choix du fichier'],
      ['Ctrl + V', 'colle un fichier ou une image'],
    ],
  },
  component: FileDrop,
  args: { label: 'Document à joindre', accept: ['pdf', 'cda', 'txt'], multiple: true, onFiles: fn(), onEvent: fn() },
} satisfies Meta<typeof FileDrop>;
export default meta;
type Story = StoryObj<typeof meta>;

const bring =
  (files: readonly (readonly [string, string])[]): Story['play'] =>
  async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.upload(
      canvas.getByLabelText(/^Document à joindre, /),
      files.map(([name, content]) => new File([content], name)),
      { applyAccept: false },
    );
    await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(files.length));
  };

export const Default: Story = {};
export const None: Story = { args: { multiple: false } };
export const PdfA1: Story = {
  play: async (context) => {
    await bring(states.pdfA1.files)?.(context);
    const { args, canvasElement } = context;
    await expect(args.onFiles).toHaveBeenLastCalledWith([
      expect.objectContaining({ kind: 'pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), problems: [] }),
    ]);
    await userEvent.click(
      within(canvasElement).getByRole('button', { name: t('remove', { name: 'compte-rendu.pdf' }) }),
    );
    await expect(args.onFiles).toHaveBeenLastCalledWith([]);
  },
};
export const PdfPlain: Story = {
  play: async (context) => {
    await bring(states.pdfPlain.files)?.(context);
    await expect(within(context.canvasElement).getByText(t('notA1'))).toBeVisible();
  },
};
/** The name says PDF, the content says text: the content is right. */
export const WrongType: Story = {
  args: { accept: ['pdf'] },
  play: async (context) => {
    await bring(states.wrongType.files)?.(context);
    await expect(within(context.canvasElement).getByText(t('type', { found: 'texte', list: 'PDF' }))).toBeVisible();
    await expect(context.args.onFiles).toHaveBeenLastCalledWith([]);
  },
};
export const TooLarge: Story = {
  args: { maxBytes: 20 },
  play: async (context) => {
    await bring(states.pdfPlain.files.map(([name]) => [name, `%PDF-${'x'.repeat(2500)}`]))?.(context);
    await expect(within(context.canvasElement).getByText(/trop volumineux/)).toBeVisible();
  },
};
export const Several: Story = { play: bring(states.several.files) };
export const Disabled: Story = { args: { isDisabled: true } };
export const Longest: Story = { play: bring([[`${'nom-de-fichier-interminable-'.repeat(8)}.pdf`, '%PDF-1.7']]) };
export const Clinical: Story = { globals: { density: 'clinical' }, play: bring(states.several.files) };
export const Mobile: Story = { globals: { viewport: { value: 'w320' } }, play: bring(states.several.files) };
export const English: Story = { globals: { locale: 'en' }, play: bring(states.pdfPlain.files) };
export const Dark: Story = { globals: { theme: 'dark' }, play: bring(states.several.files) };
