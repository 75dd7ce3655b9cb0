import { demoPatients } from '@socle-sante/gateway/demo';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { baseMessages } from '../../base/base.messages.js';
import { lunarDateFieldMessages } from '../../common/LunarDateField/LunarDateField.messages.js';
import { currentDemo } from '../../testing/demo.js';
import { labelsOf } from '../../testing/labels.js';
import { IdentityStatusPanel } from '../IdentityStatusPanel/IdentityStatusPanel.js';
import { identityStatusPanelMessages } from '../IdentityStatusPanel/IdentityStatusPanel.messages.js';
import { InsComparison } from '../InsComparison/InsComparison.js';
import { insComparisonMessages } from '../InsComparison/InsComparison.messages.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { InsSearchForm } from './InsSearchForm.js';
import { insSearchFormMessages } from './InsSearchForm.messages.js';
import { insSearchFormStates as states } from './InsSearchForm.states.js';

const t = labelsOf(insSearchFormMessages);
const words = labelsOf(traitsMessages);

/** Calls that INSi received, as the journal of the server tells them. */
const callsToInsi = (): number => currentDemo().ports.audit.entries.filter((entry) => entry.partner === 'insi').length;

const meta = {
  title: 'INS/InsSearchForm',
  component: InsSearchForm,
  args: { patientRef: demoPatients.tchitchi, onResult: fn(), onEvent: fn() },
} satisfies Meta<typeof InsSearchForm>;
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const submit = async (root: HTMLElement): Promise<ReturnType<typeof within>> => {
  const canvas = within(root);
  await userEvent.click(await canvas.findByRole('button', { name: t('submit') }));
  return canvas;
};
const ask: Play = async ({ canvasElement }) => {
  await submit(canvasElement);
};

// J4, first half; R: the traits that will be sent are shown, one identity at most, focus stays on the button.
export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('OLA CATARINA BELLA', { selector: '.sc-ins-search-value' })).toBeVisible();
    await expect(callsToInsi()).toBe(0);
    await submit(canvasElement);
    await canvas.findByText(t('found'));
    await expect(canvas.getByText(/prénom OLA.*aucune identité/)).toBeVisible();
    await expect(canvas.getByText(/prénom CATARINA.*identité trouvée/)).toBeVisible();
    await expect(canvas.queryByText(/prénom BELLA/)).toBeNull();
    await expect(canvas.getByRole('button', { name: t('submit') })).toHaveFocus();
    await expect(callsToInsi()).toBeGreaterThanOrEqual(2);
    await expect(args.onResult).toHaveBeenCalledWith(expect.objectContaining({ outcome: 'found' }));
    await expect(args.onEvent).toHaveBeenCalledWith(expect.objectContaining({ name: 'ins.search.started' }));
    await expect(args.onEvent).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'ins.search.finished', officialCode: '00', outcome: 'success' }),
    );
    // Events carry codes only.
    await expect(JSON.stringify((args.onEvent as ReturnType<typeof fn>).mock.calls)).not.toMatch(/TCHITCHI|CATARINA/);
  },
};

// J2; R: normalised beside what was typed.
export const Normalised: Story = {
  args: { patientRef: demoPatients.provisoire, initialTraits: { birthName: 'd’Æion', firstNames: 'Zoé  éléonore' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText("D'AEION")).toBeVisible();
    await expect(canvas.getByText('ZOE ELEONORE', { selector: '.sc-ins-search-value' })).toBeVisible();
    await expect(canvas.getByText(/saisi : « d’Æion »/)).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: /^Nom de naissance/ })).toHaveValue('d’Æion');
  },
};

// J2; a digit and a hyphen at the end are refused with their place, before any request.
export const ToCorrect: Story = {
  args: states.toCorrect,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const field = await canvas.findByRole('textbox', { name: /^Nom de naissance/ });
    await expect(field).toBeValid();
    await submit(canvasElement);
    await expect(canvas.getByRole('region', { name: words('summary') })).toHaveFocus();
    await expect(field).toBeInvalid();
    await expect(field).toHaveAccessibleDescription(/«\s0\s» \(position 7\)/);
    await userEvent.click(canvas.getByRole('button', { name: words('birthName') }));
    await expect(field).toHaveFocus();
    await userEvent.clear(field);
    await userEvent.type(field, 'NOM-');
    await expect(field).toHaveAccessibleDescription(/position 4/);
    await expect(callsToInsi()).toBe(0);
  },
};

// N: launch on blur, automatic queries; R: nothing is told before the field was left.
export const NothingByItself: Story = {
  args: { patientRef: demoPatients.leonardo },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const field = await canvas.findByRole('textbox', { name: /^Prénoms de naissance/ });
    await userEvent.clear(field);
    await expect(field).toBeValid();
    await userEvent.tab();
    await expect(field).toBeInvalid();
    await userEvent.type(field, 'LEONARDO');
    await userEvent.tab();
    await userEvent.tab();
    await expect(field).toBeValid();
    await expect(callsToInsi()).toBe(0);
    await expect(args.onEvent).not.toHaveBeenCalled();
  },
};

// J5: several identities, the place is asked, found.
export const Multiple: Story = {
  args: states.multiple,
  play: async ({ canvasElement, args }) => {
    const canvas = await submit(canvasElement);
    await canvas.findByText(t('multiple'));
    // No list of candidates exists.
    await expect(canvas.queryByRole('radio', { name: /LEONARDO/ })).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: t('addPlace') }));
    const place = canvas.getByRole('combobox');
    await expect(place).toHaveFocus();
    await userEvent.type(place, '63220');
    await userEvent.click(await canvas.findByRole('option', { name: /63220/ }));
    await expect(args.onResult).toHaveBeenLastCalledWith(undefined);
    await submit(canvasElement);
    await canvas.findByText(t('found'));
    await expect(canvas.getByText(/prénom LEONARDO, lieu 63220.*identité trouvée/)).toBeVisible();
  },
};
export const MultipleIdentities: Story = { args: states.multiple, play: ask };

export const Found: Story = { args: states.found, play: ask };
export const NotFound: Story = {
  args: states.notFound,
  play: async ({ canvasElement }) => {
    const canvas = await submit(canvasElement);
    await canvas.findByText(t('notFound'));
    await expect(canvas.queryByText(t('sandboxHint'))).toBeNull();
  },
};
export const SandboxHint: Story = {
  args: states.sandboxHint,
  parameters: { scenario: 'bas' },
  play: async ({ canvasElement }) => {
    const canvas = await submit(canvasElement);
    await canvas.findByText(t('sandboxHint'));
  },
};

// N: search with a « douteuse » or « fictive » identity. The control stays, disabled, with its reason as text (J7, end).
const cannotAsk =
  (attribute: 'douteuse' | 'fictive'): Play =>
  async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(words('blocked', { attribute }))).toBeVisible();
    await expect(canvas.getByRole('button', { name: t('submit') })).toBeDisabled();
    await expect(canvas.queryByRole('textbox')).toBeNull();
    await expect(callsToInsi()).toBe(0);
  };
export const Blocked: Story = { args: states.blocked, play: cannotAsk('douteuse') };
export const BlockedFictive: Story = { args: states.blockedFictive, play: cannotAsk('fictive') };
// Sex « indéterminé »: no button at all, the reason.
export const BlockedSex: Story = {
  args: states.blockedSex,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(words('blocked', { attribute: 'sexe' }))).toBeVisible();
    await expect(canvas.queryByRole('button', { name: t('submit') })).toBeNull();
  },
};
export const NotAllowed: Story = {
  parameters: { scenario: 'read-only' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(words('notAllowed'))).toBeVisible();
    await expect(canvas.queryByRole('button', { name: t('submit') })).toBeNull();
  },
};

// J6: a wrong key; nothing is stored.
export const WrongKey: Story = {
  args: { patientRef: demoPatients.hermann },
  play: async ({ canvasElement }) => {
    const canvas = await submit(canvasElement);
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/matricule/i);
    const stored = await currentDemo().ports.identities.get(demoPatients.hermann);
    await expect(stored?.state.ins).toBeUndefined();
    await expect(canvas.queryByText(t('found'))).toBeNull();
  },
};
const refused =
  (title: RegExp): Play =>
  async ({ canvasElement, args }) => {
    const canvas = await submit(canvasElement);
    await expect(await canvas.findByRole('alert')).toHaveTextContent(title);
    await expect(args.onEvent).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'ins.search.finished', outcome: 'failed' }),
    );
  };
export const Unavailable: Story = {
  parameters: { scenario: 'insi.desir_1020' },
  play: refused(/INSi est indisponible/),
};
export const Software: Story = { parameters: { scenario: 'insi.desir_550' }, play: refused(/Logiciel non autorisé/) };
export const Certificate: Story = { parameters: { scenario: 'insi.desir_560' }, play: refused(/Certificat refusé/) };
export const Technical: Story = { parameters: { scenario: 'insi.insi_102' }, play: refused(/Erreur technique/) };
export const UnknownCode: Story = { parameters: { scenario: 'insi.unknown' }, play: ask };
// One sequence at a time for a record: the server refuses a second one.
export const Busy: Story = { parameters: { scenario: 'busy' }, play: refused(/déjà en cours/) };
export const Expired: Story = { parameters: { scenario: 'expired' } };
export const Offline: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole('button', { name: t('submit') });
    currentDemo().set({ offline: true });
    await submit(canvasElement);
    await canvas.findByText(labelsOf(baseMessages)('offline'));
    await expect(canvas.getByRole('textbox', { name: /^Nom de naissance/ })).toHaveValue('TCHITCHI');
  },
};

// N: parallel queries. A second gesture does nothing; « Annuler » aborts, is not focused, and loses no focus.
export const Running: Story = {
  parameters: { scenario: 'slow' },
  play: async ({ canvasElement, args }) => {
    const canvas = await submit(canvasElement);
    const button = canvas.getByRole('button', { name: t('submit') });
    const cancel = await canvas.findByRole('button', { name: t('cancel') });
    await expect(button).toHaveFocus();
    await expect(canvas.getByRole('status')).toHaveTextContent(/prénom OLA.*en cours/);
    await userEvent.keyboard('{Enter}');
    await userEvent.click(button);
    await expect(args.onEvent).toHaveBeenCalledOnce();
    await expect(canvas.getByRole('textbox', { name: /^Nom de naissance/ })).toBeDisabled();
    await userEvent.tab();
    await expect(cancel).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(button).toHaveFocus();
    await canvas.findByText(t('cancelled'));
    await expect(args.onEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({ name: 'ins.search.cancelled', outcome: 'cancelled' }),
    );
    await expect(args.onResult).not.toHaveBeenCalled();
  },
};
export const UnderWay: Story = { parameters: { demo: { slow: 100_000 } }, play: ask };

// R: the result expires when a trait is edited.
export const Outdated: Story = {
  args: { slots: { found: () => <p className="sc-text">Comparaison</p> } },
  play: async ({ canvasElement, args }) => {
    const canvas = await submit(canvasElement);
    await canvas.findByText('Comparaison');
    await userEvent.type(canvas.getByRole('textbox', { name: /^Nom de naissance/ }), 'X');
    await expect(canvas.getByText(t('outdated'))).toBeVisible();
    await expect(canvas.queryByText('Comparaison')).toBeNull();
    await expect(canvas.queryByText(t('found'))).toBeNull();
    await expect(args.onResult).toHaveBeenLastCalledWith(undefined);
  },
};

// J7: stored, the outcome stays; the next change of the record ends it, and INSi is asked again from the record as it is.
export const Stored: Story = {
  args: {
    patientRef: demoPatients.ecetinsi,
    slots: { found: (found, patient) => <InsComparison local={patient} insi={found.snapshot} rows={found.rows} /> },
  },
  render: (args) => (
    <div className="sc-stack">
      <IdentityStatusPanel patientRef={args.patientRef} />
      <InsSearchForm {...args} />
    </div>
  ),
  play: async ({ canvasElement, args }) => {
    const comparison = labelsOf(insComparisonMessages);
    const status = labelsOf(identityStatusPanelMessages);
    const canvas = await submit(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: comparison('accept') }));
    await expect(await canvas.findByText(comparison('accepted'))).toBeVisible();
    await expect(args.onResult).not.toHaveBeenCalledWith(undefined);
    await userEvent.click(canvas.getByRole('button', { name: status('setDouteuse') }));
    await expect(canvas.getByText(comparison('accepted'))).toBeVisible();
    await userEvent.click(await screen.findByRole('button', { name: status('confirm.setDouteuse') }));
    await waitFor(() => expect(canvas.queryByText(comparison('accepted'))).toBeNull());
    await expect(canvas.queryByText(t('found'))).toBeNull();
    await expect(args.onResult).toHaveBeenLastCalledWith(undefined);
  },
};

export const Compact: Story = {
  args: { compact: true },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const edit = await canvas.findByRole('button', { name: t('edit') });
    await expect(canvas.queryByRole('textbox')).toBeNull();
    await userEvent.click(edit);
    await expect(canvas.getByRole('textbox', { name: /^Nom de naissance/ })).toBeVisible();
  },
};
export const Longest: Story = {
  args: {
    patientRef: demoPatients.provisoire,
    initialTraits: {
      birthName: 'EXEMPLE-DE-NOM-DE-FAMILLE-EXTREMEMENT-LONG D’UNE PERSONNE QUI N’EXISTE PAS ET DONT LE NOM DEPASSE',
      firstNames: 'MARIE-ANTOINETTE JEAN-CHRISTOPHE PIERRE-EMMANUEL ANNE-CHARLOTTE PAUL-ALEXANDRE LOUISE-ELISABETH',
      birthPlace: '99999',
    },
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(t('truncated', { n: 1, max: 6 }))).toBeVisible();
  },
};
export const Clinical: Story = { globals: { density: 'clinical' }, play: ask };
export const Mobile: Story = { globals: { viewport: { value: 'w320' } }, play: ask };
export const English: Story = {
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    const english = labelsOf(insSearchFormMessages, 'en');
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: english('submit') }));
    await waitFor(() => expect(canvas.getByText(english('found'))).toBeVisible());
    await expect(canvas.getByRole('textbox', { name: labelsOf(lunarDateFieldMessages, 'en')('day') })).toHaveValue(
      '21',
    );
  },
};
export const Dark: Story = { globals: { theme: 'dark' }, play: ask };
