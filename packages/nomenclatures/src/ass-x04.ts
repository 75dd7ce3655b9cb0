import { assX04 } from './associations/ass-x04.js';
import type { Concept } from './concept.js';

/**
 * The class of a document type (ASS_X04, "Correspondance entre types et classes de documents CI-SIS"): XDS `classCode` is
 * derived from `typeCode`, never chosen.
 *
 * `101881-1` (Carte d'implant) is in the type lists and has no row in the version of 2026-06-29: it has no class unless
 * `more` gives it one.
 *
 * @param more Classes of types that the association does not know yet, by type code; they win over the table.
 * @returns the class of list JDV_J06, `undefined` for a type without a row.
 */
export function classOf(typeCode: string, more: Readonly<Record<string, Concept>> = {}): Concept | undefined {
  return own(more, typeCode) ?? own(assX04, typeCode);
}

function own(table: Readonly<Record<string, Concept>>, key: string): Concept | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
