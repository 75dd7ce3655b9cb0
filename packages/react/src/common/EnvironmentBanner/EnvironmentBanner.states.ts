import type { EnvironmentView } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';

/** Where a page may be. */
export const environmentBannerStates = defineStates<{ readonly environment: EnvironmentView }>()({
  simulator: { environment: { kind: 'simulator', services: [{ service: 'insi', kind: 'simulator' }], mixed: false } },
  sandbox: { environment: { kind: 'bac-a-sable', services: [{ service: 'insi', kind: 'bac-a-sable' }], mixed: false } },
  test: { environment: { kind: 'test', label: 'Recette CHU', services: [], mixed: false } },
  formation: { environment: { kind: 'formation', services: [], mixed: false } },
  mixed: {
    environment: {
      kind: 'production',
      services: [
        { service: 'INSi', kind: 'bac-a-sable' },
        { service: 'DMP', kind: 'production' },
      ],
      mixed: true,
    },
  },
  production: {
    environment: { kind: 'production', services: [{ service: 'insi', kind: 'production' }], mixed: false },
  },
});
