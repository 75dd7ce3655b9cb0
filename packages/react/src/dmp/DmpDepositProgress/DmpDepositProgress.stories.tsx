import type { Submission } from '@socle-sante/gateway/contract';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { cannedClient } from '../../testing/clients.js';
import { labelsOf } from '../../testing/labels.js';
import { withClient } from '../../testing/with-client.js';
import { dmpSubmissionMessages } from '../shared/submission.messages.js';
import { DmpDepositProgress } from './DmpDepositProgress.js';
import { dmpDepositProgressMessages } from './DmpDepositProgress.messages.js';
import { dmpDepositProgressStates as states } from './DmpDepositProgress.states.js';

const t = labelsOf(dmpDepositProgressMessages);
const words = labelsOf(dmpSubmissionMessages);

const meta = {
  title: 'DMP/DmpDepositProgress',
  component: DmpDepositProgress,
  args: { submissionRef: 's-1', onEnded: fn() },
} satisfies Meta<typeof DmpDepositProgress>;
export default meta;
type Story = StoryObj<typeof meta>;

const given = (submission: Submission): Story => withClient(cannedClient({ '/submission/get': submission }));

export const Default: Story = { ...given(states.sending) };
export const Queued: Story = {
  ...given(states.queued),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(words('state.queued'))).toBeVisible();
    await expect(canvas.getByText(/Nouvel essai à/)).toBeVisible();
  },
};
export const Sending: Story = { ...given(states.sending) };
export const Sent: Story = {
  ...given(states.sent),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(words('sentDmp'))).toBeVisible();
  },
};
export const Refused: Story = { ...given(states.refused) };
export const Held: Story = {
  ...given(states.held),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(t('heldBy', { n: 'Dr Camille EXEMPLE' }))).toBeVisible();
  },
};
export const Mixed: Story = { ...given(states.mixed) };
export const Offline: Story = { ...withClient(cannedClient({})) };
export const Longest: Story = {
  ...given({
    ...states.mixed,
    documents: states.mixed.documents.map((document) => ({
      ...document,
      title: `${document.title} `.repeat(7).trim(),
    })),
  }),
};
export const Clinical: Story = { ...given(states.mixed), globals: { density: 'clinical' } };
export const Mobile: Story = { ...given(states.mixed), globals: { viewport: { value: 'w320' } } };
export const English: Story = { ...given(states.mixed), globals: { locale: 'en' } };
export const Dark: Story = { ...given(states.mixed), globals: { theme: 'dark' } };
