import type { AuditEntry } from '@socle-sante/gateway/contract';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { SocleProvider } from '../../provider.js';
import { cannedClient } from '../../testing/clients.js';
import { labelsOf } from '../../testing/labels.js';
import { AuditTrail } from './AuditTrail.js';
import { auditTrailMessages } from './AuditTrail.messages.js';
import { auditTrailStates as states } from './AuditTrail.states.js';

const t = labelsOf(auditTrailMessages);

const meta = {
  title: 'Commun/AuditTrail',
  component: AuditTrail,
  args: { scope: 'product', partners: ['insi'], onExport: fn(), onEvent: fn() },
} satisfies Meta<typeof AuditTrail>;
export default meta;
type Story = StoryObj<typeof meta>;

function given(entries: readonly AuditEntry[]): Story {
  const client = cannedClient({ '/audit/list': { entries, total: entries.length } });
  return {
    decorators: [
      (Story) => (
        <SocleProvider client={client}>
          <Story />
        </SocleProvider>
      ),
    ],
  };
}

export const Default: Story = {
  ...given(states.some.entries),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const table = await canvas.findByRole('table', { name: t('count', { n: 6 }) });
    await expect(within(table).getAllByRole('row')).toHaveLength(7);
    await expect(within(table).getByText(t('kind.ins.matricule.viewed'))).toBeVisible();
    // Who, by the end of the national identifier only; never a matricule.
    await expect(within(table).getAllByText(/\(…013\)/)).toHaveLength(6);
    await expect(table.textContent).not.toMatch(/\d{13}/);
  },
};
/** The in-memory gateway: its own reading of the trail is traced. */
export const Live: Story = {
  args: { scope: 'product' },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('search')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: t('export') }));
    await waitFor(() => expect(args.onExport).toHaveBeenCalledWith(expect.stringContaining(';')));
    await expect(args.onEvent).toHaveBeenCalledWith(expect.objectContaining({ name: 'audit.exported' }));
  },
};
export const Filtered: Story = {
  parameters: { scenario: '10k-rows' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole('grid');
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: t('kind') }), 'audit.exported');
    await userEvent.click(canvas.getByRole('button', { name: t('apply') }));
    await waitFor(() => expect(canvas.queryByText(t('kind.ins.searchTraits'), { selector: 'td' })).toBeNull());
  },
};
export const Some: Story = { ...given(states.some.entries) };
export const Empty: Story = {
  ...given(states.empty.entries),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(t('empty'))).toBeVisible();
  },
};
export const TenThousand: Story = { parameters: { scenario: '10k-rows' } };
export const Offline: Story = { parameters: { scenario: 'offline' } };
export const Denied: Story = { parameters: { scenario: 'denied' } };
export const Expired: Story = { parameters: { scenario: 'expired' } };
export const Longest: Story = {
  ...given([
    { ...(states.some.entries[0] as AuditEntry), by: { userRef: 'u', name: 'MARIE-'.repeat(16), idTail: '013' } },
  ]),
};
export const Clinical: Story = { ...given(states.some.entries), globals: { density: 'clinical' } };
export const Mobile: Story = { ...given(states.some.entries), globals: { viewport: { value: 'w320' } } };
export const English: Story = { ...given(states.some.entries), globals: { locale: 'en' } };
export const Dark: Story = { ...given(states.some.entries), globals: { theme: 'dark' } };
