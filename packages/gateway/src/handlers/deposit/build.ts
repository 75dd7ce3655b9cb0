import type { DocumentBody, Submission, SubmissionDocument } from '@socle-sante/documents/submission';
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
  const { visibility, replaces, composed } = draft;
  const own = composed?.document;
  const act = described.act?.value;
  const [firstAct, ...otherActs] = own?.acts ?? [];
  const document: SubmissionDocument = {
    ...own,
    id: draft.documentId,
    type: type.value,
    title: title.value,
    createdAt: draft.createdAt,
    authors: own?.authors ?? [author.value.person],
    legalAuthenticator: own?.legalAuthenticator ?? { signatory: signer.value.person },
    ...(own?.custodian === undefined && defaults.custodian !== undefined ? { custodian: defaults.custodian } : {}),
    acts: [
      {
        ...firstAct,
        ...(act === undefined ? {} : { code: act }),
        start: described.actStart.value,
        ...(described.actEnd === undefined ? {} : { stop: described.actEnd.value }),
        performer: firstAct?.performer ?? {
          ...defaults.performer,
          organization: { ...defaults.performer.organization, setting: setting.value },
        },
      },
      ...otherActs,
    ],
    encounter: own?.encounter ?? defaults.encounter,
    visibility: {
      ...(visibility.maskPro ? { maskedFromProfessionals: true } : {}),
      ...(visibility.hidePatient ? { hiddenFromPatient: true } : {}),
      ...(visibility.hideLegal ? { hiddenFromLegalRepresentatives: true } : {}),
    },
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
    body: bodyOf(draft, detected),
  };
  const { submitter, contentType, title: setTitle, comments } = composed ?? {};
  return {
    vendor: defaults.vendor,
    patient: { ...composed?.patient, identity: record.state },
    submitter: submitter ?? defaults.submitter,
    contentType: contentType ?? defaults.contentType,
    ...(setTitle === undefined ? {} : { title: setTitle }),
    ...(comments === undefined ? {} : { comments }),
    id: draft.submissionSetId,
    submittedAt: draft.createdAt,
    documents: [document],
  };
}

function bodyOf({ composed, bytes }: StoredDraft, detected: Detected): DocumentBody {
  switch (detected.kind) {
    case 'structured': {
      const body = composed?.document.body;
      if (body?.kind !== 'structured') throw new RangeError('composed');
      return body;
    }
    case 'cda':
      return { kind: 'cda', content: bytes };
    default:
      return { kind: detected.kind, content: bytes };
  }
}
