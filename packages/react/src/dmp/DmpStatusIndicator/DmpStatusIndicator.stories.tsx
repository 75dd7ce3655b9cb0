import type { DmpStatus } from '@socle-sante/gateway/contract';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { cannedClient } from '../../testing/clients.js';
import { labelsOf } from '../../testing/labels.js';
import { withClient } from '../../testing/with-client.js';
import { DmpStatusIndicator } from './DmpStatusIndicator.js';
import { dmpStatusIndicatorMessages } from './DmpStatusIndicator.messages.js';
import { dmpStatusIndicatorStates as states } from './DmpStatusIndicator.states.js';

const t = labelsOf(dmpStatusIndicatorMessages);

const meta = {
  title: 'DMP/DmpStatusIndicator',
  component: DmpStatusIndicator,
  args: { patientRef: 'p-0001', layout: 'panel' },
} satisfies Meta<typeof DmpStatusIndicator>;
export default meta;
type Story = StoryObj<typeof meta>;

const given = (status: DmpStatus): Story => withClient(cannedClient({ '/dmp/status': status }));

/** Asks the in-memory DMP, once. */
export const Default: Story = { args: { layout: 'inline' } };
export const Authorised: Story = {
  ...given(states.authorised),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(t('open-authorised'))).toBeVisible();
    // Without any click, and without any gesture to do.
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};
export const TreatingDoctor: Story = {
  ...given(states.treatingDoctor),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(t('mt'))).toBeVisible();
  },
};
export const NotAuthorised: Story = { ...given(states.notAuthorised) };
export const Blocked: Story = { ...given(states.blocked) };
export const None: Story = { ...given(states.none) };
export const Closed: Story = {
  ...given(states.closed),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(t('closedOn', { on: '14/03/2025' }))).toBeVisible();
  },
};
export const NotQualified: Story = {
  ...given(states.notQualified),
  args: { icons: { 'not-qualified': <span data-testid="official">★</span> } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(t('not-qualified'))).toBeVisible();
    await expect(canvas.queryByTestId('official')).toBeNull();
  },
};
export const Unknown: Story = { ...given(states.unknown) };
export const OfficialIcon: Story = {
  ...given(states.authorised),
  args: { icons: { 'open-authorised': <span data-testid="official">★</span> } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(t('open-authorised'))).toBeVisible();
    await expect(canvas.getByTestId('official')).toBeVisible();
  },
};
export const Longest: Story = { ...given({ ...states.closed, treatingDoctor: true, blocked: true }) };
export const Clinical: Story = { ...given(states.treatingDoctor), globals: { density: 'clinical' } };
export const Mobile: Story = {
  ...given({ ...states.notAuthorised, blocked: true }),
  globals: { viewport: { value: 'w320' } },
};
export const English: Story = { ...given(states.notQualified), globals: { locale: 'en' } };
export const Dark: Story = { ...given(states.treatingDoctor), globals: { theme: 'dark' } };
