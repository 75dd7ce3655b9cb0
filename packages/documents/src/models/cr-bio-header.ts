import { type Finding, finding } from '@socle-sante/core/finding';
import type { SubmissionDocument, SubmissionPatient } from '../submission/types.js';
import type { Need } from './definition.js';
import { needOfPerformer, some, withActs } from './needs.js';

/** Templates of the participants of a report of biology (CR-BIO 2024.01, IHE XD-LAB). */
const TEMPLATES = {
  authenticator: '1.3.6.1.4.1.19376.1.3.3.1.5',
  prescriber: '1.3.6.1.4.1.19376.1.3.3.1.6',
  performer: '1.3.6.1.4.1.19376.1.3.3.1.7',
} as const;

/** The templates of the participants, and the state of each act: complete unless it is said. */
export function completeBiology(document: SubmissionDocument): SubmissionDocument {
  const { participants, authenticators } = document;
  return {
    ...withActs(document, (event) => ({
      ...event,
      status: event.status ?? 'completed',
      ...(event.performer ? { performer: { templateId: TEMPLATES.performer, ...event.performer } } : {}),
    })),
    ...(participants
      ? {
          participants: participants.map((one) =>
            one.type === 'REF' ? { templateId: TEMPLATES.prescriber, ...one } : one,
          ),
        }
      : {}),
    ...(authenticators
      ? { authenticators: authenticators.map((one) => ({ templateId: TEMPLATES.authenticator, ...one })) }
      : {}),
  };
}

/** What the report of biology asks of its header. */
export function checkBiology(document: SubmissionDocument, _content: unknown, need: Need): Finding[] {
  const { acts, encounter, authenticators = [] } = document;
  needOfPerformer(document, need);
  for (const [index, { code, performer }] of acts.entries()) {
    need(code !== undefined, ['acts', index, 'code']);
    if (!performer) continue;
    const path = ['acts', index, 'performer'];
    need(performer.time !== undefined, [...path, 'time']);
    need(some(performer.professional.addresses), [...path, 'professional', 'addresses']);
    need(some(performer.professional.telecoms), [...path, 'professional', 'telecoms']);
    need(some(performer.organization.addresses), [...path, 'organization', 'addresses']);
    need(some(performer.organization.telecoms), [...path, 'organization', 'telecoms']);
  }
  need(encounter.responsible !== undefined, ['encounter', 'responsible']);
  if (encounter.responsible)
    need(encounter.responsible.specialty !== undefined, ['encounter', 'responsible', 'specialty']);
  for (const [index, { professional }] of authenticators.entries()) {
    const path = ['authenticators', index, 'professional'];
    need(some(professional.addresses), [...path, 'addresses']);
    need(some(professional.telecoms), [...path, 'telecoms']);
    if (!professional.organization) continue;
    need(some(professional.organization.addresses), [...path, 'organization', 'addresses']);
    need(some(professional.organization.telecoms), [...path, 'organization', 'telecoms']);
  }
  return [];
}

/** Biology says `UNK` when the patient has no address or telecom, and nothing else (volet CR-BIO 2024.01). */
export function checkBiologyPatient({ addresses = [], telecoms = [] }: SubmissionPatient): Finding[] {
  return [...addresses, ...telecoms].some(({ nullFlavor }) => nullFlavor !== undefined && nullFlavor !== 'UNK')
    ? [finding('documents.model.patientNull', 'error', ['body', 'model'])]
    : [];
}
