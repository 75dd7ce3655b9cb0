import { defineStates } from '../../base/states.js';
import type { LunarDateFieldProps } from './LunarDateField.js';

/** What the field may hold. */
export const lunarDateFieldStates = defineStates<Partial<LunarDateFieldProps>>()({
  empty: {},
  filled: { defaultValue: '1975-12-31' },
  unknown: { defaultValue: '', allowUnknownDay: true, allowUnknownMonth: true },
  notCalendar: { mode: 'billing', defaultValue: '1997-02-31' },
  billing: { mode: 'billing', defaultValue: '2009-00-00' },
  readOnly: { defaultValue: '2009-00-00', readOnly: true },
  disabled: { defaultValue: '1975-12-31', isDisabled: true },
});
