import type { SubmissionListOutput } from '@socle-sante/gateway/contract';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { cannedClient } from '../../testing/clients.js';
import { labelsOf } from '../../testing/labels.js';
import { withClient } from '../../testing/with-client.js';
import { submissionIn } from '../DmpDepositProgress/DmpDepositProgress.states.js';
import { dmpSubmissionMessages } from '../shared/submission.messages.js';
import { DepositQueue } from './DepositQueue.js';
import { depositQueueMessages } from './DepositQueue.messages.js';
import { depositQueueStates as states } from './DepositQueue.states.js';

const t = labelsOf(depositQueueMessages);
const words = labelsOf(dmpSubmissionMessages);

const meta = {
  title: 'DMP/DepositQueue',
  component: DepositQueue,
  args: { onExport: fn(), onOpen: fn() },
} satisfies Meta<typeof DepositQueue>;
export default meta;
type Story = StoryObj<typeof meta>;

const given = (queue: SubmissionListOutput): Story =>
  withClient(
    cannedClient({
      '/submission/list': queue,
      '/submission/replay': { submissions: [submissionIn('queued', { ref: 's-refused' })] },
      '/submission/cancel': submissionIn('cancelled'),
      '/submission/pause': { paused: true },
    }),
  );

export const Default: Story = {};
export const Busy: Story = {
  ...given(states.busy),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: t('export') }));
    const csv = String((args.onExport as ReturnType<typeof fn>).mock.lastCall?.[0]);
    await expect(csv.split('\r\n')).toHaveLength(6);
    await userEvent.click(canvas.getAllByRole('button', { name: /^Renvoyer :/ })[0] ?? canvasElement);
    await waitFor(() => expect(canvas.queryAllByRole('button', { name: /^Renvoyer :/ })).toHaveLength(0));
  },
};
export const Removing: Story = {
  ...given(states.busy),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click((await canvas.findAllByRole('button', { name: /^Retirer de la file/ }))[0] ?? canvasElement);
    const dialog = within(await screen.findByRole('alertdialog'));
    const confirm = dialog.getByRole('button', { name: words('cancel') });
    await expect(confirm).toBeDisabled();
    await userEvent.type(dialog.getByRole('textbox'), 'Envoyé par erreur');
    await expect(confirm).toBeEnabled();
  },
};
export const Paused: Story = {
  ...given(states.paused),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(t('paused'))).toBeVisible();
  },
};
export const Empty: Story = { ...given(states.empty) };
export const Offline: Story = { ...withClient(cannedClient({})) };
export const Longest: Story = {
  ...given({
    submissions: Array.from({ length: 300 }, (_, n) =>
      submissionIn(n % 7 === 0 ? 'refused' : 'queued', { ref: `s-${n}` }),
    ),
    total: 300,
    paused: false,
  }),
};
export const Clinical: Story = { ...given(states.busy), globals: { density: 'clinical' } };
export const Mobile: Story = { ...given(states.busy), globals: { viewport: { value: 'w320' } } };
export const English: Story = { ...given(states.busy), globals: { locale: 'en' } };
export const Dark: Story = { ...given(states.busy), globals: { theme: 'dark' } };
