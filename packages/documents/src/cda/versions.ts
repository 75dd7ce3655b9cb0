import type { Custodian } from '../submission/header.js';
import type { SubmissionDocument } from '../submission/types.js';

/** `setId` and `versionNumber`: given, or following the replaced document, or the first of a new line. */
export function versionOf(document: SubmissionDocument, id: string): { setId: string; version: number } {
  const { replaces } = document;
  return {
    setId: document.setId ?? replaces?.setId ?? (replaces ? replaces.uniqueId : id),
    version: document.version ?? (replaces ? (replaces.version ?? 1) + 1 : 1),
  };
}

/** The custodian, or the structure of the first author that has one. */
export function custodianOf(document: SubmissionDocument): Custodian | undefined {
  if (document.custodian) return document.custodian;
  for (const author of document.authors) if (author.kind !== 'patient') return author.organization;
  return undefined;
}
