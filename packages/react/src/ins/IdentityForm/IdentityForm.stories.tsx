import { demoPatients } from '@socle-sante/gateway/demo';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { communeCountryPickerMessages } from '../../common/CommuneCountryPicker/CommuneCountryPicker.messages.js';
import { lunarDateFieldMessages } from '../../common/LunarDateField/LunarDateField.messages.js';
import { currentDemo } from '../../testing/demo.js';
import { labelsOf } from '../../testing/labels.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { IdentityForm } from './IdentityForm.js';
import { identityFormMessages } from './IdentityForm.messages.js';
import { identityFormStates as states } from './IdentityForm.states.js';

const t = labelsOf(identityFormMessages);
const words = labelsOf(traitsMessages);
const date = labelsOf(lunarDateFieldMessages);

const onFault = fn();
const telephone = { id: 'phone', label: 'Téléphone', type: 'tel', autoComplete: 'tel' } as const;

const meta = {
  title: 'INS/IdentityForm',
  component: IdentityForm,
  args: { onSaved: fn(), onEvent: fn() },
} satisfies Meta<typeof IdentityForm>;
export default meta;
type Story = StoryObj<typeof meta>;
type Canvas = ReturnType<typeof within>;

const box = (canvas: Canvas, name: RegExp): HTMLElement => canvas.getByRole('textbox', { name });
const save = (canvas: Canvas): Promise<void> => userEvent.click(canvas.getByRole('button', { name: t('save') }));

async function fillBirth(canvas: Canvas, [day, month, year]: readonly [string, string, string], place: string) {
  await userEvent.type(box(canvas, date('day')), day);
  await userEvent.type(box(canvas, date('month')), month);
  await userEvent.type(box(canvas, date('year')), year);
  await userEvent.type(canvas.getByRole('combobox', { name: /^Lieu de naissance/ }), place);
  await userEvent.click(await canvas.findByRole('option', { name: new RegExp(place) }));
}

// J1, first step: capitals without accents under the eyes, nothing chosen beforehand, used names left alone.
export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    for (const radio of canvas.getAllByRole('radio')) await expect(radio).not.toBeChecked();
    await userEvent.type(box(canvas, /^Nom de naissance/), 'Adrün');
    await expect(box(canvas, /^Nom de naissance/)).toHaveValue('ADRUN');
    await userEvent.type(box(canvas, /^Prénoms de naissance/), 'zoé');
    await userEvent.type(box(canvas, /^Premier prénom/), 'Zoé');
    await userEvent.click(canvas.getByRole('radio', { name: words('sex.F') }));
    await fillBirth(canvas, ['31', '12', '1975'], '63220');
    await expect(box(canvas, /^Nom utilisé/)).toHaveValue('');
    await save(canvas);
    await canvas.findByText(t('saved', { kind: 'create', statut: 'provisoire' }));
    await expect(args.onSaved).toHaveBeenCalledWith(
      expect.objectContaining({
        patient: expect.objectContaining({
          status: 'PROV',
          traits: expect.objectContaining({ birthName: 'ADRUN', firstName: 'ZOE', birthPlace: '63220' }),
        }),
      }),
      {},
    );
    const event = (args.onEvent as ReturnType<typeof fn>).mock.calls[0]?.[0];
    await expect(event).toMatchObject({ name: 'identity.created', outcome: 'success' });
    await expect(JSON.stringify(event)).not.toMatch(/ADRUN|ZOE|1975/);
    // The same button now edits the record: nothing is created twice.
    await canvas.findByText(t('titleEdit'));
    await save(canvas);
    await canvas.findByText(t('unchanged'));
    await expect(args.onSaved).toHaveBeenCalledOnce();
  },
};
export const Create: Story = { args: states.create };

// J2: refused characters are shown with their place before any request; nothing is dropped in silence.
export const RefusedCharacters: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const name = box(canvas, /^Nom de naissance/);
    await userEvent.type(name, 'd’Æion2-');
    await expect(name).toHaveValue("D'AEION2-");
    await expect(name).toBeValid();
    await userEvent.tab();
    await expect(name).toBeInvalid();
    await expect(name).toHaveAccessibleDescription(/«\s2\s» \(position 8\)/);
    await save(canvas);
    await expect(canvas.getByRole('region', { name: words('summary') })).toHaveFocus();
    await expect(currentDemo().ports.audit.entries.some((one) => one.kind === 'identity.created')).toBe(false);
  },
};

// R: the caret stays where it was while the name is converted.
export const CaretKept: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const name = box(canvas, /^Nom de naissance/) as HTMLInputElement;
    await userEvent.type(name, 'martin');
    name.setSelectionRange(2, 2);
    await userEvent.keyboard('œé');
    await expect(name).toHaveValue('MAOEERTIN');
    await expect(name.selectionStart).toBe(5);
  },
};

// J3; N: save with a missing trait; make an extra field mandatory.
export const MissingTraits: Story = {
  args: { complements: [{ ...telephone, required: true }] },
  parameters: { provider: { onError: onFault } },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(onFault).toHaveBeenCalledWith(
      expect.objectContaining({ component: 'IdentityForm', code: 'override', detail: 'required: phone' }),
    );
    const phone = canvas.getByRole('textbox', { name: 'Téléphone' });
    await expect(phone).not.toBeRequired();
    // Nothing is told before the first blur.
    for (const field of canvas.getAllByRole('textbox')) await expect(field).toBeValid();
    await save(canvas);
    const summary = canvas.getByRole('region', { name: words('summary') });
    await expect(summary).toHaveFocus();
    await expect(within(summary).getAllByRole('button')).toHaveLength(5);
    await expect(phone).toBeValid();
    await userEvent.click(within(summary).getByRole('button', { name: words('sex') }));
    await expect(canvas.getByRole('radio', { name: words('sex.F') })).toHaveFocus();
    await userEvent.click(within(summary).getByRole('button', { name: words('birthPlace') }));
    await expect(canvas.getByRole('combobox')).toHaveFocus();
    await expect(args.onSaved).not.toHaveBeenCalled();
    await expect(args.onEvent).not.toHaveBeenCalled();
  },
};

// R: the first first name starts the list.
export const IncoherentFirstName: Story = {
  args: { initial: { firstNames: 'ZOE MARIE', firstName: '' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const first = box(canvas, /^Premier prénom/);
    await userEvent.type(first, 'marie');
    await userEvent.tab();
    await expect(first).toHaveAccessibleDescription(/ZOE MARIE/);
    await userEvent.clear(first);
    await userEvent.type(first, 'zoe');
    await expect(first).toBeValid();
  },
};

// What a scan gave is filled in, used names never.
export const Scanned: Story = {
  args: { ...states.scanned, complements: [telephone] },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(box(canvas, /^Nom de naissance/)).toHaveValue('ADRUN');
    await expect(box(canvas, /^Nom utilisé/)).toHaveValue('');
    await userEvent.type(canvas.getByRole('textbox', { name: 'Téléphone' }), '0199000000');
    await save(canvas);
    await canvas.findByText(t('saved', { kind: 'create', statut: 'provisoire' }));
    await expect(args.onSaved).toHaveBeenCalledWith(expect.anything(), { phone: '0199000000' });
  },
};
export const FewerFields: Story = {
  args: { fields: ['usedName'] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.queryByRole('textbox', { name: /^Prénom utilisé/ })).toBeNull();
    await expect(canvas.getByRole('textbox', { name: /^Nom utilisé/ })).toBeVisible();
    // The five traits cannot be left out.
    await expect(canvas.getByRole('combobox', { name: /^Lieu de naissance/ })).toBeVisible();
  },
};

export const Edit: Story = {
  args: states.edit,
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await canvas.findByRole('textbox', { name: /^Nom utilisé/ }), 'Dupont');
    await userEvent.type(canvas.getByRole('combobox', { name: /^Lieu de naissance/ }), '63220');
    await userEvent.click(await canvas.findByRole('option', { name: /63220/ }));
    await save(canvas);
    await canvas.findByText(t('saved', { kind: 'edit', statut: 'provisoire' }));
    await expect(args.onEvent).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'identity.changed', fields: ['birthPlace', 'usedName'] }),
    );
  },
};

// N: edit a locked trait without super-user right.
export const Locked: Story = {
  args: states.locked,
  parameters: { demo: { role: 'secretaire' } },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect((await canvas.findAllByText(t('locked', { statut: 'qualifiée' }))).length).toBe(6);
    await expect(canvas.queryByRole('textbox', { name: /^Nom de naissance/ })).toBeNull();
    await expect(canvas.queryByRole('radio')).toBeNull();
    await expect(canvas.queryByRole('button', { name: /^Modifier/ })).toBeNull();
    // The complementary fields stay free.
    await userEvent.type(canvas.getByRole('textbox', { name: /^Nom utilisé/ }), 'DUPONT');
    await save(canvas);
    await canvas.findByText(t('saved', { kind: 'edit', statut: 'qualifiée' }));
    await expect(args.onEvent).toHaveBeenCalledWith(expect.objectContaining({ fields: ['usedName'] }));
  },
};

const changeBirthDay = async (root: HTMLElement): Promise<Canvas> => {
  const canvas = within(root);
  await userEvent.click(await canvas.findByRole('button', { name: t('unlock', { trait: 'Date de naissance' }) }));
  const day = box(canvas, date('day'));
  await expect(day).toHaveFocus();
  await userEvent.clear(day);
  await userEvent.type(day, '26');
  await save(canvas);
  return canvas;
};

// J8: a super-user changes the birth date of a qualified identity: INS dropped, validated, event emitted.
export const Superuser: Story = {
  args: states.superuser,
  parameters: { demo: { role: 'identitovigilance' } },
  play: async ({ canvasElement, args }) => {
    const canvas = await changeBirthDay(canvasElement);
    const dialog = await screen.findByRole('alertdialog', { name: t('consequenceTitle') });
    await expect(dialog).toHaveTextContent(/efface le matricule INS.*validée/);
    // The safe choice has the focus; Escape changes nothing.
    await waitFor(() => expect(screen.getByRole('button', { name: t('cancel') })).toHaveFocus());
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await expect(args.onSaved).not.toHaveBeenCalled();
    await save(canvas);
    await screen.findByRole('alertdialog');
    await userEvent.click(screen.getByRole('button', { name: t('confirm') }));
    await canvas.findByText(t('insLost'));
    await expect(args.onSaved).toHaveBeenCalledWith(
      expect.objectContaining({
        patient: expect.objectContaining({ status: 'VALI' }),
        effects: expect.arrayContaining(['insInvalidated']),
      }),
      {},
    );
    await expect(args.onEvent).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'identity.changed', fields: ['birthDate'] }),
    );
    const stored = await currentDemo().ports.identities.get(demoPatients.dominique);
    await expect(stored?.state.ins).toBeUndefined();
  },
};
// The document does not bear the new value: the check of the document goes too.
export const DocumentLost: Story = {
  args: states.superuser,
  parameters: { demo: { role: 'identitovigilance' } },
  play: async ({ canvasElement, args }) => {
    const canvas = await changeBirthDay(canvasElement);
    await userEvent.click(await screen.findByRole('checkbox', { name: t('proves') }));
    await expect(screen.getByRole('alertdialog')).toHaveTextContent(/provisoire/);
    await userEvent.click(screen.getByRole('button', { name: t('confirm') }));
    await canvas.findByText(t('insLost'));
    await expect(args.onSaved).toHaveBeenCalledWith(
      expect.objectContaining({ patient: expect.objectContaining({ status: 'PROV' }) }),
      {},
    );
  },
};
export const Consequences: Story = {
  args: states.superuser,
  parameters: { demo: { role: 'identitovigilance' } },
  decorators: [
    (Story) => (
      <div style={{ minHeight: '40rem' }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvasElement }) => {
    await changeBirthDay(canvasElement);
    await screen.findByRole('alertdialog');
  },
};
export const Retrieved: Story = { args: states.retrieved };
export const ReadOnly: Story = {
  args: states.readOnly,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText('DE VINCI');
    await expect(canvas.queryByRole('textbox')).toBeNull();
    await expect(canvas.queryByRole('button', { name: t('save') })).toBeNull();
  },
};
export const NotAllowed: Story = {
  args: states.edit,
  parameters: { scenario: 'read-only' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText(t('notAllowed'));
    await expect(canvas.queryByRole('textbox')).toBeNull();
  },
};
// What was typed is kept when someone else changed the record; nothing is written by itself.
export const Conflict: Story = {
  args: states.edit,
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const used = await canvas.findByRole('textbox', { name: /^Nom utilisé/ });
    await userEvent.type(used, 'Dupont');
    await userEvent.type(canvas.getByRole('combobox', { name: /^Lieu de naissance/ }), '63220');
    await userEvent.click(await canvas.findByRole('option', { name: /63220/ }));
    currentDemo().set({ conflict: true });
    await save(canvas);
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/modifiée entre-temps/);
    await expect(used).toHaveValue('Dupont');
    currentDemo().set({ conflict: false });
    await expect(args.onSaved).not.toHaveBeenCalled();
    await save(canvas);
    await canvas.findByText(t('saved', { kind: 'edit', statut: 'provisoire' }));
  },
};
export const Offline: Story = {
  args: states.scanned,
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    currentDemo().set({ offline: true });
    await save(canvas);
    await canvas.findByText(/vos saisies sont conservées/);
    await expect(box(canvas, /^Nom de naissance/)).toHaveValue('ADRUN');
    await expect(args.onSaved).not.toHaveBeenCalled();
  },
};

export const Longest: Story = {
  args: {
    complements: [telephone],
    initial: {
      birthName: 'EXEMPLE-DE-NOM-DE-FAMILLE-EXTREMEMENT-LONG D UNE PERSONNE QUI N EXISTE PAS ET DONT LE NOM DEPASS',
      firstNames: 'MARIE-ANTOINETTE JEAN-CHRISTOPHE PIERRE-EMMANUEL ANNE-CHARLOTTE PAUL-ALEXANDRE LOUISE-ELISABETH',
      firstName: 'MARIE-ANTOINETTE',
    },
  },
};
export const Clinical: Story = { args: states.scanned, globals: { density: 'clinical' } };
export const Mobile: Story = { args: states.scanned, globals: { viewport: { value: 'w320' } } };
export const English: Story = {
  args: states.scanned,
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const english = labelsOf(identityFormMessages, 'en');
    await expect(canvas.getByRole('textbox', { name: /^Birth name/ })).toHaveValue('ADRUN');
    await expect(
      canvas.getByRole('combobox', {
        name: new RegExp(labelsOf(communeCountryPickerMessages, 'en')('label').source.slice(0, -1)),
      }),
    ).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: english('save') }));
    await canvas.findByText(english('saved', { kind: 'create', statut: 'provisoire (provisional)' }));
  },
};
export const Dark: Story = {
  args: states.locked,
  globals: { theme: 'dark' },
  parameters: { demo: { role: 'secretaire' } },
};
