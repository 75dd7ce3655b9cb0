// TD3.3a to TD3.3d: change of status or of visibility (ITI-57).

import { type Finding, finding } from '@socle-sante/core/finding';
import {
  ASSOCIATION_TYPES,
  type Association,
  type DocumentEntry,
  type EntryUuid,
  encodeSubmitObjectsRequest,
  parseEntryUuid,
  SUBMISSION_SET_STATUS,
  type SubmissionSet,
} from '@socle-sante/documents/xds';
import type { RegistryError } from '../errors.js';
import { define } from './define.js';
import type { DmpOperation } from './operation.js';
import { readOutcome, registryResponse } from './registry-response.js';

/** TD3.3c and TD3.3d: another status for one document. */
export interface StatusChange {
  readonly submissionSet: SubmissionSet;
  readonly target: EntryUuid;
  /** Full URIs. */
  readonly from: string;
  readonly to: string;
}

/** TD3.3a and TD3.3b: all the metadata again, with other visibility codes. */
export interface MetadataChange {
  readonly submissionSet: SubmissionSet;
  /** As read (entryUUID, logicalId and version included), with the codes that it must have. */
  readonly entry: DocumentEntry;
  /** `VersionInfo` of the entry as read. */
  readonly previousVersion: string;
}

/** Answer of a change. */
export interface UpdateAnswer {
  readonly warnings: readonly RegistryError[];
  readonly messageId: string;
}

const ACTION = 'urn:ihe:iti:2010:UpdateDocumentSet';

function statusChange(transaction: 'TD3.3c' | 'TD3.3d'): DmpOperation<StatusChange, UpdateAnswer> {
  return define({
    transaction,
    service: 'registry',
    action: ACTION,
    repeatable: false,
    validate({ target, from, to }) {
      const findings: Finding[] = [];
      if (parseEntryUuid(target) === undefined) findings.push(finding('dmp.update.entryUuid', 'error', ['target']));
      if (from === to) findings.push(finding('dmp.update.sameStatus', 'error', ['to']));
      return findings;
    },
    body({ submissionSet, target, from, to }) {
      const association: Association = {
        id: 'A1',
        type: ASSOCIATION_TYPES.updateAvailabilityStatus,
        source: submissionSet.id,
        target,
        slots: { OriginalStatus: [from], NewStatus: [to] },
      };
      return encodeSubmitObjectsRequest({ submissionSets: [submissionSet], associations: [association] });
    },
    read: readUpdate,
  });
}

function metadataChange(transaction: 'TD3.3a' | 'TD3.3b'): DmpOperation<MetadataChange, UpdateAnswer> {
  return define({
    transaction,
    service: 'registry',
    action: ACTION,
    repeatable: false,
    validate({ entry, previousVersion }) {
      const findings: Finding[] = [];
      if (entry.logicalId === undefined)
        findings.push(finding('dmp.update.logicalId', 'error', ['entry', 'logicalId']));
      if (previousVersion.trim() === '') findings.push(finding('dmp.update.version', 'error', ['previousVersion']));
      for (const field of missingFrom(entry)) {
        findings.push(finding('dmp.update.incomplete', 'error', ['entry', field], { field }));
      }
      return findings;
    },
    body({ submissionSet, entry, previousVersion }) {
      // The new version of the metadata is named in this message only; the logicalId says of which document it is.
      const { version: _version, status: _status, ...rest } = entry;
      const changed: DocumentEntry = { ...rest, id: 'D1' };
      const association: Association = {
        id: 'A1',
        type: ASSOCIATION_TYPES.hasMember,
        source: submissionSet.id,
        target: changed.id,
        slots: { SubmissionSetStatus: [SUBMISSION_SET_STATUS.original], PreviousVersion: [previousVersion] },
      };
      return encodeSubmitObjectsRequest({
        submissionSets: [submissionSet],
        documentEntries: [changed],
        associations: [association],
      });
    },
    read: readUpdate,
  });
}

/** What the whole entry must hold to be sent again: a reply that lacked it would be written back with an empty value. */
function missingFrom(entry: DocumentEntry): string[] {
  const codes = ['classCode', 'typeCode', 'formatCode', 'healthcareFacilityType', 'practiceSetting'] as const;
  const texts = ['uniqueId', 'mimeType', 'creationTime', 'languageCode'] as const;
  const patients = ['patientId', 'sourcePatientId'] as const;
  const lists = ['confidentiality', 'events'] as const;
  const empty = ({ code, codeSystem }: DocumentEntry['classCode']): boolean => code === '' || codeSystem === '';
  return [
    ...codes.filter((field) => empty(entry[field])),
    ...texts.filter((field) => entry[field] === ''),
    ...patients.filter((field) => entry[field].extension === ''),
    ...lists.filter((field) => entry[field].some(empty)),
  ];
}

function readUpdate(
  body: Parameters<typeof registryResponse>[0],
  { messageId }: { readonly messageId: string },
): UpdateAnswer {
  const { errors } = readOutcome(registryResponse(body, messageId), messageId);
  return { warnings: errors, messageId };
}

/** TD3.3a: mask or unmask to professionals. */
export const updateMask: DmpOperation<MetadataChange, UpdateAnswer> = metadataChange('TD3.3a');
/** TD3.3b: visible to the patient, or to the legal representatives. */
export const updateVisibility: DmpOperation<MetadataChange, UpdateAnswer> = metadataChange('TD3.3b');
/** TD3.3c: unpublish. */
export const removeDocument: DmpOperation<StatusChange, UpdateAnswer> = statusChange('TD3.3c');
/** TD3.3d: archive or un-archive. */
export const archiveDocument: DmpOperation<StatusChange, UpdateAnswer> = statusChange('TD3.3d');
