import { demoPatients } from '@socle-sante/gateway/demo';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { currentDemo } from '../../testing/demo.js';
import { labelsOf } from '../../testing/labels.js';
import { InsSearchForm } from '../InsSearchForm/InsSearchForm.js';
import { insSearchFormMessages } from '../InsSearchForm/InsSearchForm.messages.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { InsComparison, type InsComparisonProps } from './InsComparison.js';
import { insComparisonMessages } from './InsComparison.messages.js';
import { insComparisonStates as states } from './InsComparison.states.js';

const t = labelsOf(insComparisonMessages);
const words = labelsOf(traitsMessages);

const meta = {
  title: 'INS/InsComparison',
  component: InsComparison,
  args: { ...states.different, onAccept: fn(), onReject: fn(), onEvent: fn() },
} satisfies Meta<typeof InsComparison>;
export default meta;
type Story = StoryObj<typeof meta>;

// R: order of the rows, the word « Différent », differing characters marked; N: accept with an unacknowledged difference.
export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(t('summary.different', { n: 3, total: 6 }))).toBeVisible();
    const headers = canvas.getAllByRole('rowheader').map((cell) => cell.textContent);
    await expect(headers).toEqual([
      'Nom de naissance',
      'Prénoms de naissance',
      'Premier prénom de naissance',
      'Sexe',
      'Date de naissance',
      'Lieu de naissance',
      'Matricule INS',
    ]);
    const row = canvas.getByRole('row', { name: /^Nom de naissance/ });
    await expect(row).toHaveTextContent('Différent');
    const marks = [...row.querySelectorAll('.sc-ins-comparison-mark')];
    await expect(marks.map((mark) => mark.textContent)).toEqual(['I', 'U']);
    for (const mark of marks) await expect(getComputedStyle(mark).textDecorationLine).toContain('underline');
    await expect(canvas.getByRole('row', { name: /^Date de naissance/ })).toHaveTextContent('30/12/1975');

    const accept = canvas.getByRole('button', { name: t('accept') });
    await expect(accept).toBeDisabled();
    await userEvent.click(canvas.getByRole('checkbox', { name: t('ack', { trait: 'Nom de naissance' }) }));
    await userEvent.click(canvas.getByRole('checkbox', { name: t('ack', { trait: 'Date de naissance' }) }));
    await expect(accept).toBeDisabled();
    await expect(canvas.getByRole('status')).toHaveTextContent(t('wait.unacknowledged', { n: 1 }));
    await userEvent.click(canvas.getByRole('checkbox', { name: t('ack', { trait: 'Lieu de naissance' }) }));
    await expect(accept).toBeEnabled();
    await expect(args.onAccept).not.toHaveBeenCalled();
  },
};

// One sentence, one button; N: silent acceptance.
export const Identical: Story = {
  args: states.identical,
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(t('summary.identical', { n: 6 }))).toBeVisible();
    await expect(canvas.queryByRole('table')).toBeNull();
    await expect(canvas.queryByRole('checkbox')).toBeNull();
    await expect(canvas.getByRole('button', { name: t('accept') })).toBeEnabled();
    await userEvent.click(canvas.getByRole('button', { name: t('show') }));
    await expect(canvas.getByRole('table')).toBeVisible();
    await expect(args.onAccept).not.toHaveBeenCalled();
  },
};
export const Equivalent: Story = {
  args: states.equivalent,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('row', { name: /^Nom de naissance/ })).toHaveTextContent('Équivalent');
    await expect(canvas.getByRole('row', { name: /^Prénoms de naissance/ })).toHaveTextContent('Équivalent');
    // The Corsican code of before and after 1976.
    await expect(canvas.getByRole('row', { name: /^Lieu de naissance/ })).toHaveTextContent(/20020.*2A020/);
    await expect(canvas.getByRole('button', { name: t('accept') })).toBeEnabled();
  },
};
export const Different: Story = { args: states.different };
export const Missing: Story = {
  args: states.missing,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('row', { name: /^Lieu de naissance/ })).toHaveTextContent('Absent');
  },
};

// N: accept with a blocker.
export const Blocked: Story = {
  args: states.blocked,
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(t('blocked'))).toBeVisible();
    await expect(canvas.getByRole('row', { name: /00\/00\/1975/ })).toBeVisible();
    await expect(canvas.queryByRole('button', { name: t('accept') })).toBeNull();
    await expect(canvas.queryByRole('checkbox')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: t('reject') }));
    await expect(args.onReject).toHaveBeenCalledWith('blocked');
    await expect(args.onEvent).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'ins.rejected', outcome: 'refused' }),
    );
    await expect(canvas.getByText(t('rejected'))).toBeVisible();
  },
};

// A validated identity that differs stays validated: the user arbitrates.
export const ValidatedDiffers: Story = {
  args: { ...states.validatedDiffers, onCorrect: fn() },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(t('validatedDiffersNext', { status: 'validée' }))).toBeVisible();
    await expect(canvas.queryByRole('button', { name: t('accept') })).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: t('correct') }));
    await expect(args.onCorrect).toHaveBeenCalledOnce();
    await expect(args.onReject).not.toHaveBeenCalled();
  },
};

// R: history with odd dates, shown as received (CNDA 2.04).
export const Histories: Story = {
  args: states.histories,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: t('history', { n: 2 }) }));
    await expect(canvas.getByText(t('historyPeriod', { from: '14/07/2009', to: '01/07/2009' }))).toBeVisible();
    await expect(canvas.getByText(/0000/)).toBeVisible();
  },
};

// R: the first first name may be changed here, but only for a beginning of the list (DMN INS 14).
export const Ambiguous: Story = {
  args: states.ambiguous,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const select = canvas.getByRole('combobox', { name: /^Premier prénom à enregistrer/ });
    await expect(
      within(select)
        .getAllByRole('option')
        .map((one) => one.textContent),
    ).toEqual(['Choisissez', 'PIERRE', 'PIERRE ALAIN', 'PIERRE ALAIN MURIEL']);
    await userEvent.click(canvas.getByRole('checkbox', { name: /Premier prénom/ }));
    await expect(canvas.getByRole('button', { name: t('accept') })).toBeDisabled();
    await userEvent.selectOptions(select, 'PIERRE ALAIN');
    await expect(canvas.getByRole('button', { name: t('accept') })).toBeEnabled();
  },
};
export const Expired: Story = {
  args: states.expired,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(t('wait.expired'))).toBeVisible();
    await expect(canvas.getByRole('button', { name: t('accept') })).toBeDisabled();
  },
};
export const NotAllowed: Story = {
  args: states.notAllowed,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(t('wait.notAllowed'))).toBeVisible();
    await expect(canvas.queryByRole('button', { name: t('accept') })).toBeNull();
  },
};
// The server no longer has the result: it says so, and nothing changes.
export const Refused: Story = {
  args: { ...states.identical, local: { ...states.identical.local, ref: demoPatients.provisoire } },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: t('accept') }));
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/a expiré/);
    await expect(args.onAccept).not.toHaveBeenCalled();
    await expect(canvas.getByRole('button', { name: t('accept') })).toBeEnabled();
  },
};

/** The search and the comparison together, over the in-memory gateway. */
function Journey(
  props: Pick<InsComparisonProps, 'onAccept' | 'onReject' | 'onEvent'> & { readonly patientRef: string },
) {
  return (
    <InsSearchForm
      patientRef={props.patientRef}
      compact
      slots={{
        found: (found, patient) => (
          <InsComparison
            local={patient}
            insi={found.snapshot}
            rows={found.rows}
            headingLevel={4}
            {...(props.onAccept ? { onAccept: props.onAccept } : {})}
            {...(props.onReject ? { onReject: props.onReject } : {})}
            {...(props.onEvent ? { onEvent: props.onEvent } : {})}
          />
        ),
      }}
    />
  );
}
const search = async (root: HTMLElement): Promise<ReturnType<typeof within>> => {
  const canvas = within(root);
  await userEvent.click(await canvas.findByRole('button', { name: labelsOf(insSearchFormMessages)('submit') }));
  await canvas.findByText(t('title'));
  return canvas;
};

// J4: two attempts, the difference shown, accept disabled until acknowledged; then stored, used names untouched.
export const AfterSearch: Story = {
  render: (args) => <Journey patientRef={demoPatients.tchitchi} {...args} />,
  play: async ({ canvasElement, args }) => {
    const canvas = await search(canvasElement);
    const accept = canvas.getByRole('button', { name: t('accept') });
    await expect(accept).toBeDisabled();
    for (const box of canvas.getAllByRole('checkbox')) await userEvent.click(box);
    await userEvent.click(accept);
    await canvas.findByText(t('accepted'));
    await expect(canvas.getByText(/Identité récupérée/)).toBeVisible();
    await expect(args.onAccept).toHaveBeenCalledWith(
      expect.objectContaining({ patient: expect.objectContaining({ status: 'RECUP' }) }),
    );
    await expect(args.onEvent).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'ins.accepted', fields: ['firstNames', 'firstName'] }),
    );
    await expect(JSON.stringify((args.onEvent as ReturnType<typeof fn>).mock.calls)).not.toMatch(/CATARINA|OLA/);
    const stored = await currentDemo().ports.identities.get(demoPatients.tchitchi);
    await expect(stored?.state.traits).toMatchObject({ premierPrenom: 'CATARINA', listePrenoms: 'CATARINA BELLA' });
    await expect(stored?.state.traits.nomUtilise).toBeUndefined();
  },
};
// N: overwrite used names. The record keeps its own; keyboard only.
export const KeepsUsedNames: Story = {
  render: (args) => <Journey patientRef={demoPatients.ruth} {...args} />,
  play: async ({ canvasElement, args }) => {
    const canvas = await search(canvasElement);
    canvas.getByRole('button', { name: t('accept') }).focus();
    await userEvent.keyboard('{Enter}');
    await canvas.findByText(t('accepted'));
    await expect(args.onAccept).toHaveBeenCalledOnce();
    const stored = await currentDemo().ports.identities.get(demoPatients.ruth);
    await expect(stored?.state.traits.nomUtilise).toBe('DE VINCI');
  },
};

export const Longest: Story = { args: states.longest };
export const Clinical: Story = { globals: { density: 'clinical' } };
export const Mobile: Story = {
  globals: { viewport: { value: 'w320' } },
  play: async ({ canvasElement }) => {
    const table = within(canvasElement).getByRole('table');
    await expect(table.scrollWidth).toBeLessThanOrEqual(320);
    // Drawn as small lists, it is still a table.
    await expect(within(table).getByRole('rowheader', { name: words('birthName') })).toBeVisible();
  },
};
export const English: Story = {
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    const english = labelsOf(insComparisonMessages, 'en');
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('button', { name: english('accept') })).toBeDisabled();
    await expect(canvas.getByRole('row', { name: /^Date of birth/ })).toHaveTextContent('31/12/1975');
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
