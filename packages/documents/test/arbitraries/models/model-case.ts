import type { Coded } from '@socle-sante/core/coded';
import type fc from 'fast-check';
import type {
  Contact,
  PersonName,
  StructuredContents,
  StructuredModel,
  SubmissionDocument,
} from '../../../src/submission.ts';

/** People and places that a model may ask of the header. */
export interface HeaderParts {
  readonly who: Contact;
  readonly where: Contact;
  readonly name: PersonName;
  readonly specialty: Coded;
}

/** How documents of one model are made up for the tests. */
export interface ModelCase<Model extends StructuredModel> {
  /** Its schematron, under `cda/` of the official files. */
  readonly rules: string;
  readonly content: fc.Arbitrary<StructuredContents[Model]>;
  /** The document with what its model asks of the header. */
  readonly shape?: (document: SubmissionDocument, parts: HeaderParts) => SubmissionDocument;
}

/** A performer with the name, the times and the structure that the stricter models want. */
export function namedPerformers(document: SubmissionDocument, { who, where, name }: HeaderParts): SubmissionDocument {
  return {
    ...document,
    acts: document.acts.map((act) =>
      act.performer
        ? {
            ...act,
            performer: {
              ...act.performer,
              time: act.performer.time ?? { stop: '2026-01-15T10:00:00+01:00' },
              professional: { ...act.performer.professional, name, ...who },
              organization: { idNat: '1750803447', name: 'LABO', ...act.performer.organization, ...where },
            },
          }
        : act,
    ),
  };
}

/** The code of the first act is left to the model, which fixes it. */
export function actOfModel(document: SubmissionDocument): SubmissionDocument {
  return { ...document, acts: document.acts.map((act, index) => (index === 0 ? { ...act, code: undefined } : act)) };
}
