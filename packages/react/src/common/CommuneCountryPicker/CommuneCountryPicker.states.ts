import { defineStates } from '../../base/states.js';
import type { CommuneCountryPickerProps } from './CommuneCountryPicker.js';

/** What the field may hold. */
export const communeCountryPickerStates = defineStates<Partial<CommuneCountryPickerProps>>()({
  empty: {},
  commune: { defaultValue: '2B033' },
  unnamed: { defaultValue: '63220' },
  country: { defaultValue: '99109' },
  unknown: { defaultValue: '99999' },
  readOnly: { defaultValue: '63113', readOnly: true },
  disabled: { defaultValue: '63113', isDisabled: true },
});
