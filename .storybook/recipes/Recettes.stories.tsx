import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { PlainDocuments } from './crochets-seuls.tsx';
import { Deposit } from './deposer.tsx';
import { Record } from './dossier-dmp.tsx';
import { Documents } from './lire-documents.tsx';
import { titles } from './requete-seule.ts';

/** The recipes, run as they are copied: each brings its own in-memory gateway. */
const meta = { title: 'Code à copier/Recettes', tags: ['!autodocs'] } satisfies Meta;
export default meta;
type Story = StoryObj;

/** Le DMP dans le dossier / The DMP inside a record. */
export const DossierDmp: Story = {
  render: () => <Record />,
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/DMP créé/, {}, { timeout: 5000 })).toBeVisible();
  },
};
/** Chercher et lire / Search and read. */
export const LireDocuments: Story = {
  render: () => <Documents />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Rechercher' }));
    const [first] = (await canvas.findAllByRole('rowheader')).concat();
    await userEvent.click(within(first as HTMLElement).getByRole('button'));
    await expect(await canvas.findByRole('button', { name: 'En-tête du document' })).toBeVisible();
  },
};
/** Déposer / Deposit. */
export const Deposer: Story = {
  render: () => <Deposit />,
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByRole('heading', { name: /Étape [24] sur 5/ }, { timeout: 8000 }),
    ).toBeVisible();
  },
};
/** Les crochets seuls / The hooks alone. */
export const CrochetsSeuls: Story = {
  render: () => <PlainDocuments />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Rechercher dans le DMP' }));
    await expect((await canvas.findAllByRole('listitem')).length).toBeGreaterThan(0);
  },
};
/** La requête seule / The query only. */
export const RequeteSeule: Story = {
  render: () => <Titles />,
  play: async ({ canvasElement }) => {
    await expect((await within(canvasElement).findAllByRole('listitem')).length).toBeGreaterThan(0);
  },
};

function Titles() {
  const [found, setFound] = useState<readonly string[]>([]);
  useEffect(() => {
    void titles().then(setFound);
  }, []);
  return (
    <ul>
      {found.map((title, at) => (
        <li key={`${at}-${title}`}>{title}</li>
      ))}
    </ul>
  );
}
