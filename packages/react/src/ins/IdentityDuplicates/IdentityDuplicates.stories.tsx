import { demoPatients } from '@socle-sante/gateway/demo';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { lunarDateFieldMessages } from '../../common/LunarDateField/LunarDateField.messages.js';
import { matriculeFieldMessages } from '../../common/MatriculeField/MatriculeField.messages.js';
import { currentDemo } from '../../testing/demo.js';
import { labelsOf } from '../../testing/labels.js';
import { IdentityDuplicates } from './IdentityDuplicates.js';
import { identityDuplicatesMessages } from './IdentityDuplicates.messages.js';
import { identityDuplicatesStates as states } from './IdentityDuplicates.states.js';

const t = labelsOf(identityDuplicatesMessages);
const date = labelsOf(lunarDateFieldMessages);

const meta = {
  title: 'INS/IdentityDuplicates',
  component: IdentityDuplicates,
  args: { onOpen: fn(), onCreate: fn(), onEvent: fn() },
} satisfies Meta<typeof IdentityDuplicates>;
export default meta;
type Story = StoryObj<typeof meta>;
type Canvas = ReturnType<typeof within>;

const ask = async (canvas: Canvas): Promise<void> => userEvent.click(canvas.getByRole('button', { name: t('search') }));
const searches = (): number =>
  currentDemo().ports.audit.entries.filter(({ kind }) => kind === 'identity.searched').length;

async function typeDate(canvas: Canvas, day: string, month: string, year: string): Promise<void> {
  await userEvent.type(canvas.getByRole('textbox', { name: date('day') }), day);
  await userEvent.type(canvas.getByRole('textbox', { name: date('month') }), month);
  await userEvent.type(canvas.getByRole('textbox', { name: date('year') }), year);
}

// R: birth date, then first letters; « Créer » only once the results were shown. N: a search by name without date.
export const Default: Story = {
  args: states.search,
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const create = canvas.getByRole('button', { name: t('create') });
    await expect(create).toBeDisabled();
    await expect(canvas.getByText(t('createFirst'))).toBeVisible();
    await userEvent.type(canvas.getByRole('textbox', { name: t('name') }), 'NES');
    await ask(canvas);
    await expect(canvas.getByText(t('dateNeeded'))).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: date('day') })).toHaveFocus();
    await expect(searches()).toBe(0);

    await typeDate(canvas, '14', '07', '1977');
    await ask(canvas);
    await canvas.findByText(t('found', { n: 2 }));
    await expect(canvas.getByRole('button', { name: t('search') })).toHaveFocus();
    await expect(create).toBeEnabled();
    // Birth names first, the used one with its label.
    await expect(canvas.getByText(/NESSI RUTH/)).toHaveTextContent(/utilisé\s: DE VINCI/);
    await expect(args.onEvent).toHaveBeenCalledWith(expect.objectContaining({ name: 'identity.searched', count: 2 }));
    await expect(JSON.stringify((args.onEvent as ReturnType<typeof fn>).mock.calls)).not.toMatch(/NES|1977/);

    // Other criteria: the results no longer answer, and creating waits for a new search.
    await userEvent.type(canvas.getByRole('textbox', { name: t('name') }), 'Y');
    await expect(create).toBeDisabled();
    await expect(canvas.getByText(t('createAgain'))).toBeVisible();
  },
};
export const Search: Story = { args: states.search };

// R: case, accents, hyphens and apostrophes do not count; by any birth or used name or first name.
export const Insensitive: Story = {
  args: states.search,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await typeDate(canvas, '14', '07', '1977');
    await userEvent.type(canvas.getByRole('textbox', { name: t('name') }), 'dé--vinci');
    await userEvent.type(canvas.getByRole('textbox', { name: t('firstName') }), 'rù');
    await ask(canvas);
    await canvas.findByText(t('found', { n: 1 }));
  },
};
export const Found: Story = {
  args: states.found,
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await ask(canvas);
    await userEvent.click(await canvas.findByRole('button', { name: /NESSI RUTH/ }));
    await expect(args.onOpen).toHaveBeenCalledWith(demoPatients.ruth);
    await expect(args.onEvent).toHaveBeenLastCalledWith(expect.objectContaining({ name: 'identity.opened' }));
  },
};

// J1, before the creation: nobody, then the form starts with what was typed.
export const NotFound: Story = {
  args: states.notFound,
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await ask(canvas);
    await canvas.findByText(t('found', { n: 0 }));
    await userEvent.click(canvas.getByRole('button', { name: t('create') }));
    await expect(args.onCreate).toHaveBeenCalledWith({ birthDate: '1975-12-31', name: 'adr', firstName: '' });
  },
};

// R: a matricule is 15 characters with a right key; then no date is asked.
export const ByMatricule: Story = {
  args: states.search,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: t('byMatricule') }));
    const field = canvas.getByRole('textbox', {
      name: new RegExp(labelsOf(matriculeFieldMessages)('label').source.slice(0, -1)),
    });
    await userEvent.type(field, '2751263220749');
    await ask(canvas);
    await expect(canvas.getByText(t('matriculeWrong'))).toBeVisible();
    await expect(field).toHaveFocus();
    await expect(searches()).toBe(0);
    await userEvent.clear(field);
    await userEvent.type(field, '275126322074974');
    await ask(canvas);
    await canvas.findByText(t('found', { n: 0 }));
  },
};

// R: why, side by side, handed over to the product's merge. N: merge by the kit.
export const Duplicates: Story = {
  args: { ...states.duplicates, onMerge: fn() },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await canvas.findByText(t('why.sameBirthDateCloseName'));
    await expect(canvas.getAllByText('NESSY').length).toBeGreaterThan(0);
    await expect(canvas.getAllByText(t('differs')).length).toBeGreaterThan(0);
    const before = currentDemo().ports.audit.entries.length;
    await userEvent.click(canvas.getAllByRole('button', { name: t('merge') })[0] as HTMLElement);
    await expect(args.onMerge).toHaveBeenCalledWith(
      expect.objectContaining({
        patients: expect.arrayContaining([expect.objectContaining({ ref: demoPatients.ruthAgain })]),
      }),
    );
    // Nothing was written.
    await expect(currentDemo().ports.audit.entries.length).toBe(before);
    await userEvent.click(canvas.getByRole('button', { name: t('openOf', { name: 'NESSY RUTH' }) }));
    await expect(args.onOpen).toHaveBeenCalledWith(demoPatients.ruthAgain);
  },
};
export const NoMergeOffered: Story = {
  args: states.duplicates,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText(t('why.sameBirthDateCloseName'));
    await expect(canvas.queryByRole('button', { name: t('merge') })).toBeNull();
  },
};
export const None: Story = {
  args: states.none,
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(t('none'))).toBeVisible();
  },
};
export const Both: Story = { args: { view: 'both' } };
export const Denied: Story = { args: states.duplicates, parameters: { scenario: 'denied' } };
export const Offline: Story = {
  args: states.found,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    currentDemo().set({ offline: true });
    await ask(canvas);
    await canvas.findByText(/vos saisies sont conservées/);
    await expect(canvas.getByRole('button', { name: t('create') })).toBeDisabled();
    await expect(canvas.getByRole('textbox', { name: date('year') })).toHaveValue('1977');
  },
};
export const Longest: Story = {
  args: {
    initial: {
      birthDate: '1975-12-31',
      name: 'EXEMPLE-DE-NOM-DE-FAMILLE-EXTREMEMENT-LONG D UNE PERSONNE QUI N EXISTE PAS ET DONT LE NOM DEPASS',
    },
  },
  play: async ({ canvasElement }) => ask(within(canvasElement)),
};
export const Clinical: Story = {
  args: { ...states.found, view: 'both' },
  globals: { density: 'clinical' },
  play: async ({ canvasElement }) => ask(within(canvasElement)),
};
export const Mobile: Story = {
  args: { ...states.found, view: 'both' },
  globals: { viewport: { value: 'w320' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await ask(canvas);
    await canvas.findByText(t('found', { n: 2 }));
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  },
};
export const English: Story = {
  args: states.found,
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    const english = labelsOf(identityDuplicatesMessages, 'en');
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: english('search') }));
    await canvas.findByText(english('found', { n: 2 }));
  },
};
export const Dark: Story = { args: { ...states.duplicates, onMerge: fn() }, globals: { theme: 'dark' } };
