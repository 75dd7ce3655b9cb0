import type { Meta, StoryObj } from '@storybook/react-vite';
import { Icon, iconNames } from '../parts/icons.js';

const meta = { title: 'Fondations/Icônes', tags: ['!autodocs'] } satisfies Meta;
export default meta;

/** Grille de 24, trait unique, toujours à côté d’un texte : cachées aux technologies d’assistance. */
export const Toutes: StoryObj = {
  render: () => (
    <ul
      className="sc-list"
      style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(9rem, 1fr))', gap: '0.75rem' }}
    >
      {iconNames.map((name) => (
        <li key={name} className="sc-row">
          <Icon name={name} />
          <span className="sc-code">{name}</span>
        </li>
      ))}
    </ul>
  ),
};
export const Sombre: StoryObj = { ...Toutes, globals: { theme: 'dark' } };
