import { defineStates } from '../../base/states.js';
import type { DmpWebAccessLinkProps } from './DmpWebAccessLink.js';

/** The default page, and a named one. */
export const dmpWebAccessLinkStates = defineStates<Partial<DmpWebAccessLinkProps>>()({
  plain: {},
  vaccination: { page: 'CarnetVaccination' },
  tabRefused: { newTab: () => undefined },
});
