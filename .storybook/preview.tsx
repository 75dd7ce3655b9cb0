import type { Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import { DocsPage } from './docs/DocsPage.tsx';
import { toolbar, viewports } from './globals.ts';
import './styles.ts';
import { withSocle } from './with-socle.tsx';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 5000 });

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withSocle],
  globalTypes: toolbar,
  initialGlobals: {
    // The whole suite runs again in another theme: STORYBOOK_THEME=dark pnpm vitest run --project storybook
    theme: import.meta.env['STORYBOOK_THEME'] ?? 'light',
    density: 'comfortable',
    locale: 'fr',
    scenario: 'nominal',
    network: 'normal',
    clock: 'fixed',
    role: 'medecin',
  },
  parameters: {
    layout: 'padded',
    controls: { expanded: true },
    docs: { page: DocsPage, codePanel: true },
    viewport: { options: viewports },
    a11y: {
      test: 'error',
      options: { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } },
    },
    options: {
      storySort: {
        order: [
          'Accueil',
          'Fondations',
          'Commun',
          'INS',
          'DMP',
          'Écrans',
          'Pages',
          'Matrices',
          'Référentiels',
          'Code à copier',
          'Migration',
        ],
      },
    },
  },
};

export default preview;
