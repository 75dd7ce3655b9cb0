import type { Catalogue } from '../base/messages.js';

/** Labels of the INS components. */
export const insCatalogues: readonly Catalogue[] = [];
