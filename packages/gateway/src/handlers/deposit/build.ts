import type { Submission, SubmissionDocument } from '@socle-sante/documents/submission';
import type { StoredDraft } from '../document-ports.js';
import type { DepositDefaults } from '../documents-service.js';
import type { IdentityRecord } from '../ports.js';
import type { Described } from './description.js';
import type { Detected } from './detect.js';

/** The submission of one draft: one document, one set. Undefined while something that it cannot do without is missing. */
export function toSubmission(
  draft: StoredDraft,
  record: IdentityRecord,
  described: Described,
  detected: Detected,
  defaults: DepositDefaults,
): Submission | undefined {
  const { type, title, author, signer, setting } = described;
  if (!type || !title || !author || !signer || !setting) return undefined;
  const { visibility, replaces } = draft;
  const act = described.act?.value;
  const document: SubmissionDocument = {
    id: draft.documentId,
    type: type.value,
    title: title.value,
    createdAt: draft.createdAt,
    authors: [author.value.person],
    legalAuthenticator: { signatory: signer.value.person },
    ...(defaults.custodian === undefined ? {} : { custodian: defaults.custodian }),
    acts: [
      {
        ...(act === undefined ? {} : { code: act }),
        start: described.actStart.value,
        ...(described.actEnd === undefined ? {} : { stop: described.actEnd.value }),
        performer: {
          ...defaults.performer,
          organization: { ...defaults.performer.organization, setting: setting.value },
        },
      },
    ],
    encounter: defaults.encounter,
    ...(visibility.maskPro || visibility.hidePatient || visibility.hideLegal
      ? {
          visibility: {
            ...(visibility.maskPro ? { maskedFromProfessionals: true } : {}),
            ...(visibility.hidePatient ? { hiddenFromPatient: true } : {}),
            ...(visibility.hideLegal ? { hiddenFromLegalRepresentatives: true } : {}),
          },
        }
      : {}),
    ...(replaces === undefined
      ? {}
      : {
          replaces: {
            uniqueId: replaces.uniqueId,
            ...(replaces.entryUuid === undefined ? {} : { entryUuid: replaces.entryUuid }),
            setId: replaces.setId,
            version: Number(replaces.version) || 1,
          },
        }),
    ...(described.comments === undefined ? {} : { comments: described.comments.value }),
    body:
      detected.kind === 'cda' ? { kind: 'cda', content: draft.bytes } : { kind: detected.kind, content: draft.bytes },
  };
  return {
    vendor: defaults.vendor,
    patient: { identity: record.state },
    submitter: defaults.submitter,
    contentType: defaults.contentType,
    id: draft.submissionSetId,
    submittedAt: draft.createdAt,
    documents: [document],
  };
}
