import type { DmpConsent } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';

const stamp = { at: '2026-11-20T14:10:00Z', by: 'Dr Camille EXEMPLE' };

/** What the site may know of the choices of a person. */
export const dmpConsentPanelStates = defineStates<DmpConsent>()({
  unknown: { consultation: 'unknown', feeding: 'unknown', careTeam: false, history: [] },
  presumed: { consultation: 'presumed', feeding: 'ok', careTeam: true, feedingBy: stamp, history: [] },
  given: {
    consultation: 'given',
    feeding: 'ok',
    careTeam: false,
    consultationBy: stamp,
    feedingBy: stamp,
    history: [{ ...stamp, consultation: 'given', feeding: 'ok' }],
  },
  refused: {
    consultation: 'refused',
    feeding: 'opposed',
    careTeam: false,
    consultationBy: stamp,
    feedingBy: stamp,
    history: [
      { ...stamp, consultation: 'refused', feeding: 'opposed' },
      { at: '2026-10-02T08:00:00Z', by: 'Dr Sacha MODÈLE', consultation: 'given' },
    ],
  },
});
