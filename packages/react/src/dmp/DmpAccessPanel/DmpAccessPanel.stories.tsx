import type { DmpAccess } from '@socle-sante/gateway/contract';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { cannedClient } from '../../testing/clients.js';
import { labelsOf } from '../../testing/labels.js';
import { withClient } from '../../testing/with-client.js';
import { DmpAccessPanel } from './DmpAccessPanel.js';
import { dmpAccessPanelMessages } from './DmpAccessPanel.messages.js';
import { dmpAccessPanelStates as states } from './DmpAccessPanel.states.js';

const t = labelsOf(dmpAccessPanelMessages);

const meta = {
  title: 'DMP/DmpAccessPanel',
  component: DmpAccessPanel,
  args: { patientRef: 'p-0001', onOpen: fn(), onSolve: fn() },
} satisfies Meta<typeof DmpAccessPanel>;
export default meta;
type Story = StoryObj<typeof meta>;

const given = (access: DmpAccess): Story =>
  withClient(
    cannedClient({
      '/dmp/access': access,
      '/dmp/authorise': { kind: 'open-authorised', at: '2026-11-21T09:00:00Z' },
    }),
  );

export const Default: Story = {};
export const Ready: Story = {
  ...given(states.ready),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findAllByText(t('met'))).toHaveLength(5);
    await userEvent.click(canvas.getByRole('button', { name: t('open') }));
    await expect(args.onOpen).toHaveBeenCalledOnce();
  },
};
export const WillAuthorise: Story = {
  ...given(states.willAuthorise),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(t('auto'))).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: t('open') }));
    await expect(args.onOpen).toHaveBeenCalledOnce();
  },
};
export const ConsentToCollect: Story = {
  ...given(states.consentToCollect),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: t('action.collectConsent') }));
    await expect(args.onSolve).toHaveBeenCalledOnce();
    // An unmet condition: nothing opens.
    await expect(canvas.queryByRole('button', { name: t('open') })).toBeNull();
  },
};
export const Refused: Story = { ...given(states.refused) };
export const NotQualified: Story = {
  ...given(states.notQualified),
  play: async ({ canvasElement }) => {
    // Only the first unmet condition may carry a gesture, and here it has none.
    const canvas = within(canvasElement);
    await canvas.findByText(t('why.notQualified'));
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};
export const NotAuthorised: Story = {
  ...given(states.notAuthorised),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('button', { name: t('action.authorise') })).toBeVisible();
  },
};
export const Indirect: Story = {
  ...given(states.indirect),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText(t('why.indirect'));
    await expect(canvas.queryByRole('button', { name: t('action.authorise') })).toBeNull();
  },
};
export const Blocked: Story = { ...given(states.blocked) };
export const Closed: Story = { ...given(states.closed) };
export const Emergency: Story = { ...given(states.emergency) };
export const Regulation: Story = { ...given(states.regulation) };
export const Longest: Story = { ...given(states.notQualified), args: { headingLevel: 2 } };
export const Clinical: Story = { ...given(states.willAuthorise), globals: { density: 'clinical' } };
export const Mobile: Story = { ...given(states.consentToCollect), globals: { viewport: { value: 'w320' } } };
export const English: Story = { ...given(states.notAuthorised), globals: { locale: 'en' } };
export const Dark: Story = { ...given(states.consentToCollect), globals: { theme: 'dark' } };
