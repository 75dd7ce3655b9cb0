import type { ServiceEvent } from '../submission/header.js';
import type { SubmissionDocument } from '../submission/types.js';
import type { Need } from './definition.js';

export const some = (list: readonly unknown[] | undefined): boolean => (list?.length ?? 0) > 0;

/** Models of measures and of biology want the performer of each act named, with the structure. */
export function needOfPerformer({ acts }: SubmissionDocument, need: Need): void {
  for (const [index, { performer }] of acts.entries()) {
    if (!performer) continue;
    const path = ['acts', index, 'performer'];
    need(performer.professional.name !== undefined, [...path, 'professional', 'name']);
    need(performer.organization.idNat !== undefined, [...path, 'organization', 'idNat']);
    need(performer.organization.name !== undefined, [...path, 'organization', 'name']);
  }
}

/** Each act changed; the rest of the document as it was. */
export function withActs(
  document: SubmissionDocument,
  change: (event: ServiceEvent, index: number) => ServiceEvent,
): SubmissionDocument {
  return { ...document, acts: document.acts.map(change) };
}
