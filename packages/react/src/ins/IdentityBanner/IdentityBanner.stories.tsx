import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { Badge } from '../../parts/Badge.js';
import { Button } from '../../parts/Button.js';
import { Notice } from '../../parts/Notice.js';
import { cannedClient } from '../../testing/clients.js';
import { currentDemo } from '../../testing/demo.js';
import { labelsOf } from '../../testing/labels.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { IdentityBanner, type IdentityBannerProps } from './IdentityBanner.js';
import { identityBannerMessages } from './IdentityBanner.messages.js';
import { identityBannerStates as states } from './IdentityBanner.states.js';

const t = labelsOf(identityBannerMessages);
const traits = labelsOf(traitsMessages);

const meta = {
  title: 'INS/IdentityBanner',
  component: IdentityBanner,
  args: { ...states.qualified, onEvent: fn() },
} satisfies Meta<typeof IdentityBanner>;
export default meta;
type Story = StoryObj<typeof meta>;

/** A record that the demonstration does not hold. */
const record = (change: Record<string, unknown>, traitsChange: Record<string, unknown> = {}) => ({
  ref: 'p-test',
  version: 1,
  traits: { birthName: 'EXEMPLE', firstName: 'CAMILLE', sex: 'F', birthDate: '2025-06-30', ...traitsChange },
  status: 'PROV',
  axes: { insi: false, document: false },
  attributes: [],
  locks: {},
  isMinor: false,
  transitions: [],
  actions: [],
  ...change,
});
const canned = (change: Record<string, unknown>, traitsChange?: Record<string, unknown>) => ({
  provider: { client: cannedClient({ '/identity/get': record(change, traitsChange) }) },
});

export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const banner = await canvas.findByRole('region', { name: t('label') });
    // The four traits, with labels that cannot be mistaken, at once and without a click.
    const heading = await canvas.findByRole('heading', { level: 2 });
    await expect(heading).toHaveTextContent(/Nom de naissance\s*NESSI\s*Premier prénom\s*RUTH/);
    await expect(banner).toHaveTextContent(/Née le14\/07\/1977 \(49 ans\)/);
    await expect(banner).toHaveTextContent('Féminin');
    // The used name is beside the birth name, never in its place.
    await expect(banner).toHaveTextContent(/Nom utiliséDE VINCI/);
    // The number is masked, and nowhere in the page.
    await expect(banner).toHaveTextContent(/•••/);
    await expect(canvasElement.innerHTML).not.toMatch(/\d ?\d\d ?\d\d ?\d\d ?\d\d\d ?\d\d\d ?\d\d/);
    await userEvent.click(canvas.getByRole('button', { name: t('show') }));
    await canvas.findByRole('button', { name: t('hide') });
    await expect(banner).toHaveTextContent(/NIR/);
    await expect(canvas.getByText(/^Matricule INS\s: 2 7 7 /)).toBeInTheDocument();
    await expect(args.onEvent).toHaveBeenCalledWith(expect.objectContaining({ name: 'ins.matricule.viewed' }));
    await expect(currentDemo().ports.audit.entries.some(({ kind }) => kind === 'ins.matricule.viewed')).toBe(true);
    await userEvent.click(canvas.getByRole('button', { name: t('hide') }));
    await waitFor(() => expect(canvas.queryByText(/^Matricule INS\s: 2 7 7 /)).toBeNull());
    // It cannot be closed.
    await expect(canvas.queryByRole('button', { name: /Fermer/ })).toBeNull();
  },
};
export const Qualified: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const written = fn(() => Promise.resolve());
    const before = navigator.clipboard.writeText;
    Object.defineProperty(navigator.clipboard, 'writeText', { value: written, configurable: true });
    try {
      await userEvent.click(await canvas.findByRole('button', { name: t('show') }));
      await userEvent.click(await canvas.findByRole('button', { name: t('copy') }));
      await canvas.findByRole('button', { name: t('copied') });
      await expect(written).toHaveBeenCalledWith(expect.stringMatching(/^[0-9AB]{15}$/));
      await expect(args.onEvent).toHaveBeenCalledWith(expect.objectContaining({ name: 'ins.matricule.copied' }));
    } finally {
      Object.defineProperty(navigator.clipboard, 'writeText', { value: before, configurable: true });
    }
  },
};
export const Provisional: Story = { args: states.provisional };
export const Retrieved: Story = {
  args: states.retrieved,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: t('show') }));
    await canvas.findByRole('button', { name: t('hide') });
    // Not qualified: the number does not leave the software. « de test » is said out of production.
    await expect(canvas.queryByRole('button', { name: t('copy') })).toBeNull();
    await expect(canvas.getByText(traits('nature', { kind: 'test', nature: 'NIR' }))).toBeVisible();
    // Masked again when the page goes out of sight.
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    try {
      await waitFor(() => {
        document.dispatchEvent(new Event('visibilitychange'));
        expect(canvas.queryByRole('button', { name: t('show') })).not.toBeNull();
      });
    } finally {
      Reflect.deleteProperty(document, 'visibilityState');
    }
  },
};
export const Doubtful: Story = {
  args: states.doubtful,
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(t('unsafe'))).toBeVisible();
  },
};
export const Infant: Story = {
  args: states.infant,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const region = await canvas.findByRole('region', { name: t('label') });
    await canvas.findByText(traits('sex.I'));
    await expect(region).toHaveTextContent(/moins d’un mois/);
    await expect(region).toHaveTextContent(/Né\(e\) le/);
    await expect(canvas.getByText(t('minor'))).toBeVisible();
  },
};
export const Months: Story = {
  parameters: canned({ isMinor: true }),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('(16 mois)')).toBeVisible();
  },
};
export const IncompleteDate: Story = {
  parameters: canned({}, { birthDate: '1952-00-00' }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('00/00/1952')).toBeVisible();
    await expect(canvas.getByText(/date incomplète/)).toBeVisible();
    // No age from a date that no calendar has.
    await expect(canvas.queryByText(/\d ans/)).toBeNull();
  },
};
export const Deceased: Story = {
  parameters: canned({ deceased: true }, { birthDate: '1941-03-02' }),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(t('deceased'))).toBeVisible();
  },
};
function TwoRecords(props: IdentityBannerProps) {
  const [patientRef, setPatientRef] = useState(props.patientRef);
  return (
    <div className="sc-stack">
      <IdentityBanner {...props} patientRef={patientRef} />
      <Button onClick={() => setPatientRef('p-0012')}>Dossier suivant</Button>
    </div>
  );
}
/** Another record: nothing of the first one stays, and screen readers are told. */
export const OtherRecord: Story = {
  render: (args) => <TwoRecords {...args} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const live = canvasElement.querySelector('[data-sc-live="polite"]');
    const said = (name: string) => waitFor(() => expect(live?.textContent).toContain(name), { timeout: 3000 });
    await said('NESSI RUTH');
    await userEvent.click(await canvas.findByRole('button', { name: t('show') }));
    await canvas.findByRole('button', { name: t('hide') });
    await userEvent.click(canvas.getByRole('button', { name: 'Dossier suivant' }));
    await said('AUTORISEPAS HELENE');
    const banner = canvas.getByRole('region', { name: t('label') });
    await expect(banner).not.toHaveTextContent('NESSI');
    // The number of the other record is masked.
    await expect(canvas.getByRole('button', { name: t('show') })).toBeVisible();
  },
};
export const FewFields: Story = {
  args: { fields: [] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const region = await canvas.findByRole('region', { name: t('label') });
    await canvas.findByText('NESSI');
    await expect(region).toHaveTextContent('14/07/1977');
    await expect(region).not.toHaveTextContent('DE VINCI');
    await expect(canvas.queryByRole('button', { name: t('show') })).toBeNull();
  },
};
export const Sticky: Story = {
  args: states.sticky,
  render: (args) => (
    <div>
      <IdentityBanner {...args} />
      <p style={{ height: '60rem' }}>Dossier</p>
    </div>
  ),
};
/** On a small screen it scrolls away with the page. */
export const StickyMobile: Story = {
  ...Sticky,
  globals: { viewport: { value: 'w320' } },
  play: async ({ canvasElement }) => {
    const region = await within(canvasElement).findByRole('region', { name: t('label') });
    await expect(getComputedStyle(region).position).toBe('static');
  },
};
export const WithSlots: Story = {
  args: {
    actions: <Button icon="edit">Modifier</Button>,
    slots: {
      dmp: () => (
        <Badge tone="success" icon="file-check">
          DMP ouvert
        </Badge>
      ),
      alerts: () => <Notice tone="danger">Allergie : pénicilline</Notice>,
    },
  },
};
/** One line on a screen of 1280 pixels, at the density of a record. */
export const OneLine: Story = {
  globals: { density: 'clinical' },
  render: (args) => (
    <div style={{ width: '1280px' }}>
      <IdentityBanner {...args} />
    </div>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText('NESSI');
    await canvas.findByRole('button', { name: t('show') });
    const tops = [...canvasElement.querySelectorAll('.sc-banner-cell')].map((cell) =>
      Math.round(cell.getBoundingClientRect().top),
    );
    await expect(new Set(tops).size).toBe(1);
  },
};
export const Offline: Story = { parameters: { scenario: 'offline' } };
export const Longest: Story = {
  parameters: canned(
    { usedName: 'DE LA TOUR D AUVERGNE LAURAGUAIS', usedFirstName: 'ANNE', attributes: ['homonyme'] },
    {
      birthName: "DE MONTMORENCY-LUXEMBOURG D'ESTOUTEVILLE DE LA ROCHEFOUCAULD-LIANCOURT",
      firstName: 'MARIE-ANTOINETTE-JOSEPHE',
      firstNames: 'MARIE-ANTOINETTE-JOSEPHE JEANNE LORRAINE ELISABETH',
      birthDate: '1935-11-02',
      birthPlace: '99999',
    },
  ),
  args: { fields: ['firstNames', 'birthPlace', 'usedName', 'usedFirstName', 'matricule'] },
  play: async ({ canvasElement }) => {
    // A long name wraps: it is never cut by an ellipsis.
    const name = await within(canvasElement).findByText(/DE MONTMORENCY/);
    await expect(getComputedStyle(name).textOverflow).toBe('clip');
    await expect(name.scrollWidth).toBeLessThanOrEqual(Math.ceil(name.getBoundingClientRect().width) + 1);
  },
};
export const LongestMobile: Story = { ...Longest, globals: { viewport: { value: 'w320' } } };
export const Clinical: Story = { globals: { density: 'clinical' } };
export const Mobile: Story = { globals: { viewport: { value: 'w320' } } };
export const English: Story = { globals: { locale: 'en' } };
export const Dark: Story = { globals: { theme: 'dark' } };
