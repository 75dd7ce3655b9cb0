import type { DmpChange, DmpUpdate } from '../core/api.js';
import type { DmpCode, DmpDocumentEntry, DmpStatus } from '../core/metadata.js';
import type { StoredEntry } from '../core/record.js';
import { type DmpLevel, type DmpRefusal, registryRefusal } from '../core/refusal.js';
import { ASSOCIATION, HIDDEN_FROM_PATIENT, HIDDEN_FROM_REPRESENTATIVES, MASKED, statusOf } from '../core/vocabulary.js';
import type { ReadObjects } from './ebxml-read.js';

type Transition = `${DmpStatus}>${DmpStatus}`;
const CHANGES: Readonly<Partial<Record<Transition, DmpChange>>> = {
  'Approved>Archived': 'archive',
  'Archived>Approved': 'unarchive',
  'Approved>Deleted': 'delete',
  'Archived>Deleted': 'delete',
};

interface ReadUpdate {
  /** Absent when the message cannot be understood as an update. */
  readonly update?: DmpUpdate;
  readonly refusals: readonly DmpRefusal[];
}

/** Check 21: an ITI-57 message as one update of the core. `entryOf` finds the current entry of an entryUUID or logicalId. */
export function readUpdate(objects: ReadObjects, entryOf: (id: string) => StoredEntry | undefined): ReadUpdate {
  const refusals: DmpRefusal[] = [...objects.refusals];
  const refuse = (code: string, reason: string, context: string, from: DmpLevel = 'lenient') =>
    refusals.push(registryRefusal(21, code, `update.${reason}`, context, { from }));
  const { set, entries, associations } = objects;
  const status = associations.filter(({ type }) => type === ASSOCIATION.updateStatus);
  const members = associations.filter(({ type }) => type === ASSOCIATION.hasMember);
  const [statusChange] = status;
  const [entry] = entries;
  if (status.length + entries.length !== 1) {
    refuse('XDSMetadataUpdateOperationError', 'one', 'une mise à jour et une seule par message');
    return { refusals };
  }
  if (statusChange) {
    if (statusChange.source !== set.id)
      refuse('XDSMetadataUpdateError', 'source', 'UpdateAvailabilityStatus : la source doit être le lot', 'dmp');
    const current = entryOf(statusChange.target);
    const from = statusOf(statusChange.originalStatus ?? '');
    const to = statusOf(statusChange.newStatus ?? '');
    const change = from && to ? CHANGES[`${from}>${to}`] : undefined;
    if (!change) {
      refuse('XDSMetadataUpdateError', 'transition', 'OriginalStatus et NewStatus : passage non permis');
      return { refusals };
    }
    if (current && current.id === statusChange.target && current.status !== from)
      refuse('XDSMetadataUpdateError', 'originalStatus', 'OriginalStatus n’est pas le statut courant');
    return { update: { target: statusChange.target, changes: [change], set }, refusals };
  }
  if (!entry) return { refusals };
  if (entry.logicalId === undefined || entry.logicalId === entry.id) {
    refuse('XDSMetadataUpdateError', 'logicalId', 'lid absent');
    return { refusals };
  }
  const member = members.find(({ source, target }) => source === set.id && target === entry.id);
  if (!member || members.length !== 1)
    refuse('XDSMetadataUpdateError', 'member', 'une association HasMember du lot vers la fiche est attendue', 'dmp');
  if (member && member.submissionSetStatus !== 'Original')
    refuse('XDSMetadataUpdateError', 'memberStatus', 'SubmissionSetStatus : Original attendu', 'dmp');
  if (member?.previousVersion === undefined)
    refuse('XDSMetadataVersionError', 'previousVersionAbsent', 'PreviousVersion absent', 'dmp');
  const current = entryOf(entry.logicalId);
  if (!current) {
    refuse('UnresolvedReferenceException', 'unresolved', 'lid inconnu');
    return { refusals };
  }
  for (const name of ['hash', 'size', 'repositoryUniqueId'] as const)
    if (entry[name] === undefined)
      refuse(
        'XDSMetadataUpdateError',
        `incomplete.${name}`,
        `toutes les métadonnées sont attendues : ${name}`,
        'strict',
      );
  for (const name of changedBeside(entry, current))
    refuse('UnmodifiableMetadataError', `unmodifiable.${name}`, `seule la confidentialité se modifie : ${name}`, 'dmp');
  const { changes, refused } = confidentialityChanges(entry.confidentiality, current.confidentiality);
  for (const context of refused) refuse('LocalPolicyRestrictionError', 'confidentiality', context);
  return {
    update: {
      target: entry.logicalId,
      by: 'logicalId',
      changes,
      set,
      ...(member?.previousVersion === undefined ? {} : { previousVersion: member.previousVersion }),
    },
    refusals,
  };
}

const VISIBILITY: Readonly<Record<string, { readonly add?: DmpChange; readonly remove: DmpChange }>> = {
  [MASKED]: { add: 'mask', remove: 'unmask' },
  [HIDDEN_FROM_PATIENT]: { remove: 'showToPatient' },
  [HIDDEN_FROM_REPRESENTATIVES]: { remove: 'showToLegalRepresentatives' },
};

/** What the difference between two lists of codes asks for; a document once shown is not hidden again. */
function confidentialityChanges(next: readonly DmpCode[], current: readonly DmpCode[]) {
  const changes: DmpChange[] = [];
  const refused: string[] = [];
  const codes = (list: readonly DmpCode[]) => new Set(list.map(({ code }) => code));
  const [after, before] = [codes(next), codes(current)];
  for (const code of before) {
    if (after.has(code)) continue;
    const rule = VISIBILITY[code];
    if (rule) changes.push(rule.remove);
    else refused.push('confidentialityCode : le code de base ne se retire pas');
  }
  for (const code of after) {
    if (before.has(code)) continue;
    const add = VISIBILITY[code]?.add;
    if (add) changes.push(add);
    else refused.push('confidentialityCode : ajout non permis');
  }
  return { changes, refused };
}

/** Attributes that differ though they must not. Hash, size and repository may be left out by the sender. */
function changedBeside(next: DmpDocumentEntry, current: StoredEntry): string[] {
  const json = (value: unknown) =>
    JSON.stringify(value ?? null, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.localeCompare(b)))
        : part,
    );
  const code = (value: DmpCode | undefined) => value && [value.code, value.codeSystem];
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['uniqueId', next.uniqueId, current.uniqueId],
    ['patientId', next.patientId.extension, current.patientId.extension],
    ['mimeType', next.mimeType, current.mimeType],
    ['hash', next.hash ?? current.hash, current.hash],
    ['size', next.size ?? current.size, current.size],
    ['creationTime', next.creationTime, current.creationTime],
    ['serviceStartTime', next.serviceStartTime, current.serviceStartTime],
    ['serviceStopTime', next.serviceStopTime, current.serviceStopTime],
    ['languageCode', next.languageCode, current.languageCode],
    ['sourcePatientId', next.sourcePatientId, current.sourcePatientId],
    ['sourcePatientInfo', next.sourcePatientInfo, current.sourcePatientInfo],
    ['repositoryUniqueId', next.repositoryUniqueId ?? current.repositoryUniqueId, current.repositoryUniqueId],
    ['title', next.title, current.title],
    ['comments', next.comments, current.comments],
    ['classCode', code(next.classCode), code(current.classCode)],
    ['typeCode', code(next.typeCode), code(current.typeCode)],
    ['formatCode', code(next.formatCode), code(current.formatCode)],
    ['legalAuthenticator', next.legalAuthenticator, current.legalAuthenticator],
    ['author', next.authors, current.authors],
    ['healthcareFacilityTypeCode', code(next.healthcareFacilityType), code(current.healthcareFacilityType)],
    ['practiceSettingCode', code(next.practiceSetting), code(current.practiceSetting)],
    ['eventCodeList', next.events.map(code), current.events.map(code)],
    ['referenceIdList', next.referenceIds, current.referenceIds],
  ];
  return pairs.filter(([, a, b]) => json(a) !== json(b)).map(([name]) => name);
}
