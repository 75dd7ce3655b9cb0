import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { currentDemo } from '../../testing/demo.js';
import { labelsOf } from '../../testing/labels.js';
import { insStatusBadgeMessages } from '../InsStatusBadge/InsStatusBadge.messages.js';
import { justificatifCaptureMessages } from '../JustificatifCapture/JustificatifCapture.messages.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { IdentityStatusPanel } from './IdentityStatusPanel.js';
import { identityStatusPanelMessages } from './IdentityStatusPanel.messages.js';
import { identityStatusPanelStates as states } from './IdentityStatusPanel.states.js';

const t = labelsOf(identityStatusPanelMessages);
const traits = labelsOf(traitsMessages);
const badge = labelsOf(insStatusBadgeMessages);
const capture = labelsOf(justificatifCaptureMessages);

const meta = {
  title: 'INS/IdentityStatusPanel',
  component: IdentityStatusPanel,
  args: { ...states.qualified, onTransition: fn(), onEvent: fn() },
} satisfies Meta<typeof IdentityStatusPanel>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    // One status; two ticks; no control that would set a status by hand.
    await expect(await canvas.findAllByRole('group', { name: badge('list') })).toHaveLength(1);
    await expect(canvas.getByText(traits('status.QUAL'))).toBeVisible();
    await expect(canvas.getAllByText(t('yes'))).toHaveLength(2);
    await expect(canvas.queryByRole('combobox')).toBeNull();
    await expect(canvas.queryByRole('radio')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: t('history') }));
    const history = await canvas.findByRole('list');
    await expect(within(history).getAllByRole('listitem')).toHaveLength(3);
    // The latest first, with its author.
    await expect(within(history).getAllByRole('listitem')[0]).toHaveTextContent(/Document vérifié.*Secrétariat TEST/);
    await expect(history.querySelectorAll('time')).toHaveLength(3);
  },
};
export const Provisional: Story = { args: states.provisional };
export const Retrieved: Story = {
  args: states.retrieved,
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    // Validation always goes through a document of high trust.
    await userEvent.click(await canvas.findByRole('button', { name: t('validate') }));
    await userEvent.click(await canvas.findByRole('button', { name: capture('submit') }));
    await expect(canvas.getAllByText(capture('problem.type'))[0]).toBeVisible();
    await expect(args.onTransition).not.toHaveBeenCalled();
    await userEvent.click(canvas.getByRole('radio', { name: 'Passeport' }));
    await userEvent.click(canvas.getByRole('checkbox', { name: capture('coherent') }));
    await userEvent.click(canvas.getByRole('button', { name: capture('submit') }));
    await expect(await canvas.findByText(traits('status.QUAL'))).toBeVisible();
    await expect(args.onTransition).toHaveBeenCalledOnce();
    // The focus comes back to the button that opened the form.
    await waitFor(() => expect(canvas.getByRole('button', { name: t('revalidate') })).toHaveFocus());
  },
};
export const Validated: Story = { args: states.validated };
export const Qualified: Story = { args: states.qualified };
/** J7: « douteuse » on a qualified identity. */
export const BecomesDoubtful: Story = {
  args: states.qualified,
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: t('setDouteuse') }));
    const dialog = await screen.findByRole('alertdialog');
    await expect(within(dialog).getByText(t('erasedAndBlocked'))).toBeVisible();
    await expect(
      within(dialog).getByText(t('effect.statusChanged', { from: 'qualifiée', to: 'provisoire' })),
    ).toBeVisible();
    // The safe choice has the focus: nothing happens with Escape.
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await expect(args.onTransition).not.toHaveBeenCalled();
    await userEvent.click(canvas.getByRole('button', { name: t('setDouteuse') }));
    await userEvent.click(await screen.findByRole('button', { name: t('confirm.setDouteuse') }));
    await expect(await canvas.findByText(traits('status.PROV'))).toBeVisible();
    await expect(canvas.getByText(badge('douteuse'))).toBeVisible();
    await expect(canvas.getByText(traits('blocked', { attribute: 'douteuse' }))).toBeVisible();
    await expect((await currentDemo().ports.identities.get('p-0008'))?.state.ins).toBeUndefined();
    await expect(args.onEvent).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'identity.transition', component: 'IdentityStatusPanel' }),
    );
    // A doubtful identity cannot be validated.
    await expect(canvas.queryByRole('button', { name: t('validate') })).toBeNull();
  },
};
export const Doubtful: Story = {
  args: { ...states.doubtful, history: 'open' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    // Doubtful and namesake may stand together.
    await userEvent.click(await canvas.findByRole('button', { name: t('setHomonyme') }));
    await userEvent.click(await screen.findByRole('button', { name: t('confirm.setHomonyme') }));
    await expect(await canvas.findByText(badge('homonyme'))).toBeVisible();
    await expect(canvas.getByText(badge('douteuse'))).toBeVisible();
  },
};
export const Fictitious: Story = {
  args: states.fictitious,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    // Fictitious stands alone: the server opens no other attribute.
    await canvas.findByRole('button', { name: t('clearFictive') });
    await expect(canvas.queryByRole('button', { name: t('setDouteuse') })).toBeNull();
    await expect(canvas.queryByRole('button', { name: t('validate') })).toBeNull();
  },
};
export const Badge: Story = {
  args: states.badge,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(traits('status.QUAL'))).toBeVisible();
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};
export const ReadOnly: Story = {
  args: states.readOnly,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(t('readOnly'))).toBeVisible();
    await expect(canvas.queryByRole('button', { name: t('setDouteuse') })).toBeNull();
  },
};
/** The server allows reading only: no gesture is drawn. */
export const NoRight: Story = {
  parameters: { scenario: 'read-only' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText(traits('status.QUAL'));
    await expect(canvas.queryByRole('button', { name: t('setDouteuse') })).toBeNull();
    await expect(canvas.queryByRole('button', { name: t('revalidate') })).toBeNull();
  },
};
export const Conflict: Story = {
  parameters: { scenario: 'conflict' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: t('setHomonyme') }));
    await userEvent.click(await screen.findByRole('button', { name: t('confirm.setHomonyme') }));
    await expect(await canvas.findByRole('alert')).toBeVisible();
    await expect(canvas.queryByText(badge('homonyme'))).toBeNull();
  },
};
export const Offline: Story = { parameters: { scenario: 'offline' } };
export const Longest: Story = { args: { ...states.qualified, history: 'open' }, globals: { locale: 'long' } };
export const Clinical: Story = { args: { history: 'open' }, globals: { density: 'clinical' } };
export const Mobile: Story = { args: { history: 'open' }, globals: { viewport: { value: 'w320' } } };
export const English: Story = { args: { history: 'open' }, globals: { locale: 'en' } };
export const Dark: Story = { args: { history: 'open' }, globals: { theme: 'dark' } };
