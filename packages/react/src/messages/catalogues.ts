import { baseMessages } from '../base/base.messages.js';
import type { Catalogue } from '../base/messages.js';
import { commonCatalogues } from '../common/catalogues.js';
import { dmpCatalogues } from '../dmp/catalogues.js';
import { insCatalogues } from '../ins/catalogues.js';

/** Every catalogue of the kit. */
export const catalogues: readonly Catalogue[] = [
  baseMessages,
  ...commonCatalogues,
  ...insCatalogues,
  ...dmpCatalogues,
] as readonly Catalogue[];
