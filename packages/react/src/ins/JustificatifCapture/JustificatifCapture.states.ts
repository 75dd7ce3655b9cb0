import { defineStates } from '../../base/states.js';
import type { JustificatifCaptureProps } from './JustificatifCapture.js';

/** Records of the demonstration, by what may be done with a document. */
export const justificatifCaptureStates = defineStates<JustificatifCaptureProps>()({
  open: { patientRef: 'p-0012' },
  withCopy: { patientRef: 'p-0012', storage: { save: () => Promise.resolve() } },
  doubtful: { patientRef: 'p-0015' },
  fictitious: { patientRef: 'p-0016' },
  noType: { patientRef: 'p-0012', types: [] },
});
