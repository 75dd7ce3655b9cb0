import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { Button } from '../../parts/Button.js';
import { LiveRegion } from './LiveRegion.js';
import { liveRegionStates as states } from './LiveRegion.states.js';

function Example(props: { readonly politeness: 'polite' | 'assertive' }) {
  const [count, setCount] = useState(0);
  return (
    <div className="sc-stack">
      <Button onClick={() => setCount(count + 1)}>Annoncer</Button>
      <p className="sc-text sc-muted">Rien ne s’affiche : un lecteur d’écran entend « {count} résultats ».</p>
      <LiveRegion text={`${count} résultats`} politeness={props.politeness} />
    </div>
  );
}

const meta = {
  title: 'Commun/LiveRegion',
  component: Example,
  args: states.polite,
} satisfies Meta<typeof Example>;
export default meta;
type Story = StoryObj<typeof meta>;

const says =
  (politeness: string): Story['play'] =>
  async ({ canvasElement }) => {
    const region = canvasElement.querySelector(`[aria-live="${politeness}"]`);
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Annoncer' }));
    await waitFor(() => expect(region).toHaveTextContent('1 résultats'));
    await expect(canvasElement.querySelectorAll('[aria-live]')).toHaveLength(2);
  };

export const Default: Story = { play: says('polite') };
export const Polite: Story = { args: states.polite };
export const Assertive: Story = { args: states.assertive, play: says('assertive') };
