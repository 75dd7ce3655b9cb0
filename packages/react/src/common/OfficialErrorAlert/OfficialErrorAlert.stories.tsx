import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { labelsOf } from '../../testing/labels.js';
import { OfficialErrorAlert } from './OfficialErrorAlert.js';
import { officialErrorAlertMessages } from './OfficialErrorAlert.messages.js';
import { officialErrorAlertStates as states } from './OfficialErrorAlert.states.js';

const t = labelsOf(officialErrorAlertMessages);

const meta = {
  title: 'Commun/OfficialErrorAlert',
  component: OfficialErrorAlert,
  args: { error: states.unavailable.error, onRetry: fn(), onEvent: fn() },
} satisfies Meta<typeof OfficialErrorAlert>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('alert')).toHaveTextContent('INSi est indisponible');
    await userEvent.click(canvas.getByRole('button', { name: t('details') }));
    await expect(canvas.getByText('desir_1020')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: t('retry') }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
    await expect(args.onEvent).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'error.retried', officialCode: 'desir_1020', component: 'OfficialErrorAlert' }),
    );
  },
};

export const Unavailable: Story = { args: states.unavailable };
export const Technical: Story = { args: states.technical };
export const NotFound: Story = {
  args: states.notFound,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.queryByRole('button', { name: t('retry') })).toBeNull();
  },
};
export const Software: Story = {
  args: { ...states.software, details: 'open' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(t('audience.vendor'))).toBeVisible();
    await expect(canvas.getByText('Le logiciel n’est pas autorisé à appeler le service')).toBeVisible();
  },
};
export const Certificate: Story = { args: states.certificate };
export const Waiting: Story = {
  args: states.waiting,
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('button', { name: t('retry') })).toBeDisabled();
  },
};
export const Offline: Story = { args: states.offline };
export const Unknown: Story = { args: { ...states.unknown, details: 'open' } };
export const Automatic: Story = {
  args: { requested: false },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('status')).toBeVisible();
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};
export const Longest: Story = {
  args: {
    error: {
      ...states.software.error,
      official: 'Réponse du service : '.repeat(20).trim(),
      messageId: `urn:uuid:${'5f1b9b1e-'.repeat(12)}`,
    },
    details: 'open',
    onContact: fn(),
  },
};
export const Clinical: Story = { globals: { density: 'clinical' } };
export const Mobile: Story = { globals: { viewport: { value: 'w320' } }, args: { onContact: fn() } };
export const English: Story = { globals: { locale: 'en' }, args: { details: 'open' } };
export const Dark: Story = { globals: { theme: 'dark' }, args: { details: 'open' } };
