import { finding } from '@socle-sante/core/finding';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { Async } from '../base/async.js';
import { baseMessages } from '../base/base.messages.js';
import { SocleBoundary } from '../base/boundary.js';
import { AsyncView } from '../parts/AsyncView.js';
import { labelsOf } from '../testing/labels.js';

const t = labelsOf(baseMessages);
const cancel = fn();
const retry = fn();
const resume = fn();

function View(props: { readonly state: Async<string> }) {
  return (
    <div className="sc-block sc-panel">
      <AsyncView state={props.state} requested>
        {(text) => <p className="sc-text">{text}</p>}
      </AsyncView>
    </div>
  );
}

const meta = {
  title: 'Fondations/États',
  component: View,
  tags: ['!autodocs'],
  args: {
    state: {
      status: 'success',
      data: 'Dernière interrogation : identité trouvée.',
      at: '2026-11-21T09:00:00Z',
      source: 'service',
    },
  },
} satisfies Meta<typeof View>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Success: Story = {};
/** Under 300 ms, nothing moves on the screen. */
export const Silent: Story = {
  args: { state: { status: 'loading', since: 0, pace: 'silent', cancel } },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).queryByText(t('loading'))).toBeNull();
  },
};
export const Loading: Story = { args: { state: { status: 'loading', since: 0, pace: 'normal', cancel } } };
/** After 4 s: said once to screen readers, and a way out. */
export const Slow: Story = {
  args: { state: { status: 'loading', since: 0, pace: 'slow', cancel } },
  play: async ({ canvasElement }) => {
    const polite = canvasElement.querySelector('[aria-live="polite"]');
    await waitFor(() => expect(polite).toHaveTextContent('Le service répond lentement'));
    await userEvent.click(within(canvasElement).getByRole('button', { name: t('cancel') }));
    await expect(cancel).toHaveBeenCalled();
  },
};
export const Partial: Story = {
  args: { state: { status: 'partial', data: 'Ce qui est arrivé.', missing: [finding('gateway.partial', 'warning')] } },
};
export const Empty: Story = { args: { state: { status: 'empty', reason: 'filtered' } } };
export const Failed: Story = {
  args: {
    state: {
      status: 'error',
      error: {
        code: 'insi.unavailable',
        service: 'insi',
        officialCode: 'desir_1020',
        retryable: true,
        audience: 'user',
      },
      retry,
    },
  },
};
export const Offline: Story = {
  args: { state: { status: 'offline', last: 'Données de tout à l’heure.', at: '2026-11-21T08:40:00Z' } },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText(/21\/11\/2026 09:40/)).toBeVisible();
  },
};
export const Expired: Story = {
  args: { state: { status: 'expired', resume } },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: t('resume') }));
    await expect(resume).toHaveBeenCalled();
  },
};
export const Denied: Story = { args: { state: { status: 'denied', reason: 'profile' } } };

const report = fn();
function Breaks(): never {
  throw new Error('ce texte ne doit pas être montré');
}
/** One component breaks: the rest of the page stays, the report holds codes only. */
export const Broken: Story = {
  parameters: { provider: { onError: report } },
  render: () => (
    <div className="sc-stack">
      <p className="sc-text">Le reste de la page est là.</p>
      <SocleBoundary component="Exemple">
        <Breaks />
      </SocleBoundary>
    </div>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('alert')).toHaveTextContent('Ce composant a rencontré un problème');
    await expect(canvasElement.textContent).not.toContain('ce texte');
    await expect(canvas.getByText('Le reste de la page est là.')).toBeVisible();
    await expect(report).toHaveBeenCalledWith({
      component: 'Exemple',
      code: 'render',
      stackHash: expect.stringMatching(/^[0-9a-f]{8}$/),
    });
  },
};
export const English: Story = { ...Slow, globals: { locale: 'en' }, play: async () => {} };
export const Dark: Story = { ...Failed, globals: { theme: 'dark' } };
