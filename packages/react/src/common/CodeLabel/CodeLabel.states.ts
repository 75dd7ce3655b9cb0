import { defineStates } from '../../base/states.js';
import type { CodeLabelProps } from './CodeLabel.js';

const nomenclature = {
  SM: { code: 'SM', label: 'Saisie manuelle', labelEn: 'Typed by hand' },
  CV: { code: 'CV', label: 'Carte Vitale' },
  XX: { code: 'XX', label: 'Ancien mode de collecte', isRetired: true },
};

/** A known, an unknown and a retired code. */
export const codeLabelStates = defineStates<CodeLabelProps>()({
  known: { code: 'SM', nomenclature },
  frenchOnly: { code: 'CV', nomenclature },
  retired: { code: 'XX', nomenclature, showCode: true },
  unknown: { code: 'ZZ-42', nomenclature },
});
