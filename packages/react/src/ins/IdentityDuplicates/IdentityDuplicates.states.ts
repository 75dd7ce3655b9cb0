import { defineStates } from '../../base/states.js';
import type { IdentityDuplicatesProps } from './IdentityDuplicates.js';

/** Situations of the search and of the list, over the records of the demonstration. */
export const identityDuplicatesStates = defineStates<Partial<IdentityDuplicatesProps>>()({
  search: { view: 'search' },
  found: { view: 'search', initial: { birthDate: '1977-07-14' } },
  notFound: { view: 'search', initial: { birthDate: '1975-12-31', name: 'adr' } },
  duplicates: { view: 'duplicates' },
  none: { view: 'duplicates', rules: [] },
});
