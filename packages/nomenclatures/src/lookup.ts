import type { Coded } from '@socle-sante/core/coded';
import type { Concept, ConceptSet } from './concept.js';

/**
 * The concept of a code in a list.
 *
 * Some lists hold the same code twice, from two code systems (`11` of JDV_J59): give the system there. Without it the first
 * row answers.
 */
export function findConcept<C extends string>(
  set: ConceptSet<C>,
  code: string,
  system?: string,
): Concept<C> | undefined {
  return set.concepts.find((concept) => concept.code === code && (system === undefined || concept.system === system));
}

/** Whether a code, of this code system when one is given, may be used where the list applies: it is there and not retired. */
export function isMember(set: ConceptSet, code: string, system?: string): boolean {
  return set.concepts.some(
    (concept) =>
      concept.code === code && (system === undefined || concept.system === system) && concept.status === 'active',
  );
}

/** What CDA and XDS write of a concept. */
export function toCoded<C extends string>(concept: Concept<C>): Coded & { readonly code: C } {
  const coded = { code: concept.code, codeSystem: concept.system, displayName: concept.label };
  return concept.systemName === undefined ? coded : { ...coded, codeSystemName: concept.systemName };
}
