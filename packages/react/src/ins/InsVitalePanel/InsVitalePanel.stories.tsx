import { createGatewayClient } from '@socle-sante/gateway/client';
import type { VitaleReader } from '@socle-sante/gateway/contract';
import { demoPatients } from '@socle-sante/gateway/demo';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { currentDemo } from '../../testing/demo.js';
import { labelsOf } from '../../testing/labels.js';
import { InsComparison } from '../InsComparison/InsComparison.js';
import { insComparisonMessages } from '../InsComparison/InsComparison.messages.js';
import { insSearchFormMessages } from '../InsSearchForm/InsSearchForm.messages.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { InsVitalePanel, type InsVitalePanelProps } from './InsVitalePanel.js';
import { insVitalePanelMessages } from './InsVitalePanel.messages.js';
import { insVitalePanelStates as states } from './InsVitalePanel.states.js';

const t = labelsOf(insVitalePanelMessages);
const s = labelsOf(insSearchFormMessages);
const words = labelsOf(traitsMessages);

const callsToInsi = (): number => currentDemo().ports.audit.entries.filter((entry) => entry.partner === 'insi').length;

/** The simulated reader: reads through the gateway, and tells when a card comes or goes. */
function simulatedReader(): VitaleReader {
  const demo = currentDemo();
  const client = createGatewayClient({ baseUrl: `${location.origin}/socle`, fetch: demo.fetch });
  return { read: (options) => client.ins.vitale.read(options), watch: (listener) => demo.reader.watch(listener) };
}

function WithReader(props: InsVitalePanelProps) {
  const [reader] = useState(simulatedReader);
  return <InsVitalePanel {...props} reader={reader} />;
}

// A clock that a story may move: a reading is 20 minutes old or less.
const start = Date.parse('2026-11-21T09:00:00Z');
const clock = { shift: 0, now: () => new Date(start + clock.shift) };

const meta = {
  title: 'INS/InsVitalePanel',
  component: InsVitalePanel,
  args: { patientRef: demoPatients.ruthAgain, onResult: fn(), onEvent: fn() },
} satisfies Meta<typeof InsVitalePanel>;
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;
type Canvas = ReturnType<typeof within>;

const read = async (root: HTMLElement): Promise<Canvas> => {
  const canvas = within(root);
  await userEvent.click(await canvas.findByRole('button', { name: t('read') }));
  return canvas;
};
const readFound = async (root: HTMLElement): Promise<Canvas> => {
  const canvas = await read(root);
  await canvas.findByRole('radiogroup', { name: t('who') });
  return canvas;
};
const search = async (canvas: Canvas): Promise<void> => {
  const [first] = canvas.getAllByRole('radio');
  if (first) await userEvent.click(first);
  await userEvent.click(canvas.getByRole('button', { name: t('submit') }));
};
const readCard: Play = async ({ canvasElement }) => {
  await readFound(canvasElement);
};

// Read, choose, search. N: the card's number as INS; card data kept after the search; names copied.
export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(t('notIns'))).toBeVisible();
    await readFound(canvasElement);
    await expect(canvas.getByRole('radiogroup')).toHaveAccessibleDescription(/ne sont pas recopiés/);
    // No number of the card on the page: neither the insured person's nor another.
    await expect(canvasElement.textContent).not.toMatch(/\d{13}/);
    await expect(callsToInsi()).toBe(0);
    await search(canvas);
    await canvas.findByText(s('found'));
    await expect(canvas.queryByRole('radio')).toBeNull();
    await expect(canvas.getByText(t('forgotten'))).toBeVisible();
    await expect(canvas.getByRole('button', { name: t('readAgain') })).toHaveFocus();
    await expect(args.onResult).toHaveBeenCalledWith(expect.objectContaining({ outcome: 'found' }));
    await expect(args.onEvent).toHaveBeenCalledWith(expect.objectContaining({ name: 'ins.vitale.read' }));
    await expect(args.onEvent).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'ins.search.finished', officialCode: '00', component: 'InsVitalePanel' }),
    );
    await expect(JSON.stringify((args.onEvent as ReturnType<typeof fn>).mock.calls)).not.toMatch(/NESSI|RUTH/);
    // Nothing was copied into the record by the search itself.
    const stored = await currentDemo().ports.identities.get(demoPatients.ruthAgain);
    await expect(stored?.state.traits.nomNaissance).toBe('NESSY');
  },
};
export const Waiting: Story = { args: states.waiting };

// R: twins are told apart by their rank; nobody is chosen beforehand.
export const Twins: Story = {
  args: states.twins,
  play: async ({ canvasElement }) => {
    const canvas = await readFound(canvasElement);
    const radios = canvas.getAllByRole('radio');
    await expect(radios.length).toBeGreaterThan(1);
    for (const radio of radios) {
      await expect(radio).not.toBeChecked();
      await expect(radio).toHaveAccessibleName(/rang de naissance/);
    }
    await expect(canvas.getByRole('button', { name: t('submit') })).toBeDisabled();
    await expect(canvas.getByText(t('chooseFirst'))).toBeVisible();
    // By the keyboard alone.
    radios[0]?.focus();
    await userEvent.keyboard(' ');
    await userEvent.keyboard('{ArrowDown}');
    await expect(radios[1]).toBeChecked();
    await expect(canvas.getByRole('button', { name: t('submit') })).toBeEnabled();
  },
};

// J9: read, swap the card, search: refused, asks to read again. Seen at once by the reader…
export const Swapped: Story = {
  render: (args) => <WithReader {...args} />,
  play: async ({ canvasElement, args }) => {
    const canvas = await readFound(canvasElement);
    currentDemo().reader.insert('04');
    await canvas.findByText(t('changed'));
    await expect(canvas.queryByRole('radio')).toBeNull();
    await expect(canvas.queryByRole('button', { name: t('submit') })).toBeNull();
    await expect(args.onEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({ name: 'ins.vitale.changed', outcome: 'refused' }),
    );
    await expect(callsToInsi()).toBe(0);
    await userEvent.click(canvas.getByRole('button', { name: t('readAgain') }));
    await canvas.findByRole('radiogroup');
  },
};
// … and by the server, by serial and place, when the reader says nothing.
export const Changed: Story = {
  parameters: { scenario: 'vitale-swapped' },
  play: async ({ canvasElement, args }) => {
    const canvas = await readFound(canvasElement);
    await search(canvas);
    await canvas.findByText(t('changed'));
    await expect(canvas.queryByRole('radio')).toBeNull();
    await expect(args.onResult).not.toHaveBeenCalled();
  },
};
// J9, end; R: after 21 minutes the card is read again (CNDA 1.02).
export const TooOld: Story = {
  parameters: { provider: { now: clock.now } },
  play: async ({ canvasElement, args }) => {
    clock.shift = 0;
    const canvas = await readFound(canvasElement);
    clock.shift = 21 * 60_000;
    await search(canvas);
    clock.shift = 0;
    await canvas.findByText(t('expired'));
    await expect(canvas.queryByRole('radio')).toBeNull();
    await expect(callsToInsi()).toBe(0);
    await expect(args.onResult).not.toHaveBeenCalled();
  },
};
export const Expired: Story = {
  parameters: { scenario: 'vitale-expired' },
  play: async ({ canvasElement }) => {
    const canvas = await readFound(canvasElement);
    await search(canvas);
    await canvas.findByText(t('expired'));
  },
};
export const Absent: Story = {
  args: states.absent,
  play: async ({ canvasElement }) => {
    const canvas = await read(canvasElement);
    await expect(await canvas.findByText(t('insert'))).toBeVisible();
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};
export const Unreadable: Story = {
  args: states.unreadable,
  play: async ({ canvasElement }) => {
    const canvas = await read(canvasElement);
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/illisible/);
    await expect(canvas.getByRole('button', { name: t('read') })).toBeVisible();
  },
};
export const NotFound: Story = {
  parameters: { scenario: 'insi.01' },
  play: async ({ canvasElement }) => {
    const canvas = await readFound(canvasElement);
    await search(canvas);
    await canvas.findByText(s('notFound'));
  },
};
export const Technical: Story = {
  parameters: { scenario: 'insi.insi_101' },
  play: async ({ canvasElement }) => {
    const canvas = await readFound(canvasElement);
    await search(canvas);
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/carte Vitale/);
    await expect(canvas.queryByRole('radio')).toBeNull();
  },
};
// N: search with a « douteuse » identity: the card is not even read.
export const Blocked: Story = {
  args: states.blocked,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(words('blocked', { attribute: 'douteuse' }))).toBeVisible();
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};
export const Bare: Story = {
  parameters: { scenario: 'bare' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(t('notAvailable'))).toBeVisible();
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};
export const Reading: Story = {
  parameters: { demo: { slow: 100_000 } },
  play: async ({ canvasElement }) => {
    const canvas = await read(canvasElement);
    await expect(canvas.getByRole('status')).toHaveTextContent(t('reading'));
  },
};
export const Searching: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = await readFound(canvasElement);
    currentDemo().set({ slow: 100_000 });
    await search(canvas);
    await userEvent.click(await canvas.findByRole('button', { name: t('cancel') }));
    await expect(args.onEvent).toHaveBeenCalledWith(expect.objectContaining({ name: 'ins.search.cancelled' }));
    await expect(canvas.queryByRole('radio')).toBeNull();
  },
};

// R: the appli carte Vitale qualifies the identity, INSi is not called.
export const Apcv: Story = {
  args: {
    onApcv: fn(),
    apcv: {
      present: async ({ patientRef }) => {
        const client = createGatewayClient({ baseUrl: `${location.origin}/socle`, fetch: currentDemo().fetch });
        const patient = await client.identity.get({ patientRef });
        return { patient: { ...patient, status: 'QUAL', insiBlock: 'apcv' } };
      },
    },
  },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: t('qr') }));
    await canvas.findByText(t('apcv'));
    await expect(canvas.getByText(t('apcvNext'))).toBeVisible();
    await expect(args.onApcv).toHaveBeenCalledWith(expect.objectContaining({ status: 'QUAL' }));
    await expect(callsToInsi()).toBe(0);
    await expect(canvas.getByText(words('blocked', { attribute: 'apcv' }))).toBeVisible();
  },
};

// R: the names of the card are hints; the record changes only by the comparison, with what INSi gave.
export const WithComparison: Story = {
  args: {
    slots: {
      found: (found, patient) => (
        <InsComparison local={patient} insi={found.snapshot} rows={found.rows} headingLevel={4} />
      ),
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = await readFound(canvasElement);
    await search(canvas);
    await canvas.findByText(labelsOf(insComparisonMessages)('title'));
    await expect(canvas.getByRole('row', { name: /^Nom de naissance/ })).toHaveTextContent('Différent');
  },
};

export const Longest: Story = {
  args: {
    reader: {
      read: () =>
        Promise.resolve({
          readingRef: 'reading-of-a-story',
          readAt: '2026-11-21T08:59:00Z',
          expiresAt: '2026-11-21T09:19:00Z',
          beneficiaries: Array.from({ length: 9 }, (_, place) => ({
            index: place + 1,
            name: 'EXEMPLE-DE-NOM-DE-FAMILLE-EXTREMEMENT-LONG',
            firstName: 'MARIE-ANTOINETTE ELISABETH',
            birthDate: '2009-00-00',
            rank: place + 1,
          })),
        }),
    },
  },
  play: readCard,
};
export const Clinical: Story = { globals: { density: 'clinical' }, parameters: { scenario: 'twins' }, play: readCard };
export const Mobile: Story = {
  globals: { viewport: { value: 'w320' } },
  parameters: { scenario: 'twins' },
  play: readCard,
};
export const English: Story = {
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    const english = labelsOf(insVitalePanelMessages, 'en');
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: english('read') }));
    await canvas.findByRole('radiogroup', { name: english('who') });
  },
};
export const Dark: Story = { globals: { theme: 'dark' }, parameters: { scenario: 'twins' }, play: readCard };
