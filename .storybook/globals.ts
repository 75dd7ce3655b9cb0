import { demoScenarios } from '@socle-sante/gateway/demo';

interface Tool {
  readonly description: string;
  readonly toolbar: {
    readonly title: string;
    readonly icon: 'paintbrush' | 'component' | 'globe' | 'beaker' | 'lightning' | 'time' | 'user';
    readonly items: { readonly value: string; readonly title: string }[];
    readonly dynamicTitle: true;
  };
}

function tool(description: string, icon: Tool['toolbar']['icon'], values: Readonly<Record<string, string>>): Tool {
  const items = Object.entries(values).map(([value, title]) => ({ value, title }));
  return { description, toolbar: { title: description, icon, items, dynamicTitle: true } };
}

/** What the toolbar changes for every story. */
export const toolbar = {
  theme: tool('Thème / Theme', 'paintbrush', {
    light: 'Clair',
    dark: 'Sombre',
    contrast: 'Contraste élevé',
    'vendor-a': 'Éditeur A',
  }),
  density: tool('Densité / Density', 'component', {
    comfortable: 'Confortable',
    compact: 'Compacte',
    clinical: 'Clinique',
  }),
  locale: tool('Langue / Language', 'globe', { fr: 'Français', en: 'English', long: 'Pseudo-longue (+40 %)' }),
  scenario: tool(
    'Scénario / Scenario',
    'beaker',
    Object.fromEntries(demoScenarios.map(({ id, labels }) => [id, labels.fr])),
  ),
  network: tool('Réseau / Network', 'lightning', { normal: 'Normal', slow: 'Lent (6 s)', offline: 'Hors ligne' }),
  clock: tool('Horloge / Clock', 'time', { fixed: '21/11/2026 10:00', plus21: '+ 21 min', plus31: '+ 31 min' }),
  role: tool('Rôle / Role', 'user', {
    medecin: 'Médecin',
    secretaire: 'Secrétaire',
    identitovigilance: 'Identitovigilance',
    support: 'Support',
  }),
};

export const viewports = {
  w320: { name: '320 px', styles: { width: '320px', height: '640px' } },
  w390: { name: '390 px', styles: { width: '390px', height: '844px' } },
  w768: { name: '768 px', styles: { width: '768px', height: '1024px' } },
  w1366: { name: '1366 × 768', styles: { width: '1366px', height: '768px' } },
  w1920: { name: '1920 px', styles: { width: '1920px', height: '1080px' } },
};
