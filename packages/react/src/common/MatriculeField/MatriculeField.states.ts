import { defineStates } from '../../base/states.js';
import type { MatriculeFieldProps } from './MatriculeField.js';

/** What the field may hold; official test identities ADRUN and ADRTROIS. */
export const matriculeFieldStates = defineStates<Partial<MatriculeFieldProps>>()({
  empty: {},
  right: { defaultValue: '275126322074974' },
  corsica: { defaultValue: '297022A02077878' },
  wrongKey: { defaultValue: '275126322074975' },
  short: { defaultValue: '27512632' },
  readOnly: { defaultValue: '275126322074974', readOnly: true },
  disabled: { defaultValue: '275126322074974', isDisabled: true },
});
