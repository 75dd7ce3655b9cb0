import { defineStates } from '../../base/states.js';
import type { ConfirmDialogProps } from './ConfirmDialog.js';

/** Questions that look different. */
export const confirmDialogStates = defineStates<Partial<ConfirmDialogProps>>()({
  plain: {},
  destructive: { isDestructive: true, confirmLabel: 'Effacer l’INS' },
  working: { isWorking: true },
  blocked: { isConfirmDisabled: true },
});
