// What became of documents since the caller last saw them: status, visibility, metadata (SEL-MP-037, local index of PDSm examples).

import {
  ASSOCIATION_TYPES,
  type Association,
  type EntryUuid,
  parseEntryUuid,
  STATUSES,
  type UniqueId,
} from '@socle-sante/documents/xds';
import type { DmpDocument, DocumentChange, DocumentChangeKind, KnownDocument } from '../documents-types.js';

/** What is worth keeping of a document to tell later what changed. A few small texts, nothing of the patient. */
export function knownDocument(document: DmpDocument): KnownDocument {
  const { entry, entryUuid, masked, hiddenFromPatient, hiddenFromLegalRepresentatives } = document;
  return {
    uniqueId: entry.uniqueId,
    entryUuid,
    ...(entry.status === undefined ? {} : { status: entry.status }),
    masked,
    hiddenFromPatient,
    hiddenFromLegalRepresentatives,
  };
}

/** The entry of a document as it is now, among those that were answered: versions of the metadata may come too. */
export function latestOf(documents: readonly DmpDocument[]): DmpDocument | undefined {
  const current = documents.filter(({ entry }) => entry.status !== STATUSES.deprecated);
  const among = current.length > 0 ? current : documents;
  const version = ({ entry }: DmpDocument): number => Number(entry.version ?? Number.NaN);
  return among.reduce<DmpDocument | undefined>(
    // Without versions that compare, the last one of the answer.
    (best, item) => (best !== undefined && version(best) > version(item) ? best : item),
    undefined,
  );
}

const STATUS_KINDS: Readonly<Record<string, DocumentChangeKind>> = {
  [STATUSES.approved]: 'unarchived',
  [STATUSES.archived]: 'archived',
  [STATUSES.deprecated]: 'replaced',
  [STATUSES.deleted]: 'deleted',
};

const VISIBILITIES = [
  ['masked', 'masked', 'unmasked'],
  ['hiddenFromPatient', 'hiddenFromPatient', 'shownToPatient'],
  ['hiddenFromLegalRepresentatives', 'hiddenFromLegalRepresentatives', 'shownToLegalRepresentatives'],
] as const;

/** What differs between a document as it was and as it is; nothing when nothing does. */
export function changesBetween(before: KnownDocument, now: DmpDocument): DocumentChangeKind[] {
  const kinds: DocumentChangeKind[] = [];
  const { status } = now.entry;
  if (before.status !== undefined && status !== undefined && before.status !== status)
    kinds.push(STATUS_KINDS[status] ?? 'status');
  for (const [field, on, off] of VISIBILITIES) {
    const was = before[field];
    if (was !== undefined && was !== now[field]) kinds.push(now[field] ? on : off);
  }
  // The reference changes at each update of the metadata, whatever it bears on.
  if (kinds.length === 0 && before.entryUuid !== undefined && before.entryUuid !== now.entryUuid)
    kinds.push('metadata');
  return kinds;
}

/** Changes of status that the sets of an interval tell by themselves, by the entry that they bear on. */
export function toldStatuses(associations: readonly Association[]): Map<EntryUuid, DocumentChangeKind> {
  const out = new Map<EntryUuid, DocumentChangeKind>();
  for (const { type, target, slots } of associations) {
    const entry = parseEntryUuid(target);
    const to = slots['NewStatus']?.[0]?.trim();
    if (type === ASSOCIATION_TYPES.updateAvailabilityStatus && entry !== undefined && to !== undefined)
      out.set(entry, STATUS_KINDS[to] ?? 'status');
  }
  return out;
}

/** Entries that a set carries as a new version of metadata. */
export function updatedEntries(associations: readonly Association[]): Set<EntryUuid> {
  return new Set(
    associations.flatMap(({ type, target, slots }) => {
      const entry = parseEntryUuid(target);
      const updated = type === ASSOCIATION_TYPES.hasMember && slots['PreviousVersion'] !== undefined;
      return updated && entry !== undefined ? [entry] : [];
    }),
  );
}

/**
 * Changes of the documents that the caller knew, then of others of which the registry told a change.
 *
 * @param complete False when a part of the answers is missing: a document that did not come is then not told as no longer given.
 */
export function changesOf(facts: {
  readonly known: readonly KnownDocument[];
  readonly documents: readonly DmpDocument[];
  readonly told: ReadonlyMap<EntryUuid, DocumentChangeKind>;
  readonly updated: ReadonlySet<EntryUuid>;
  readonly complete: boolean;
}): DocumentChange[] {
  const { known, told, updated, complete } = facts;
  const byId = new Map<UniqueId, DmpDocument[]>();
  for (const document of facts.documents) {
    const { uniqueId } = document.entry;
    byId.set(uniqueId, [...(byId.get(uniqueId) ?? []), document]);
  }
  const out: DocumentChange[] = [];
  const seen = new Set<UniqueId>();
  for (const before of known) {
    if (seen.has(before.uniqueId)) continue;
    seen.add(before.uniqueId);
    const now = latestOf(byId.get(before.uniqueId) ?? []);
    if (now === undefined) {
      if (complete) out.push({ uniqueId: before.uniqueId, kinds: ['notGiven'], before });
      continue;
    }
    const kinds = changesBetween(before, now);
    if (kinds.length > 0) out.push({ uniqueId: before.uniqueId, kinds, before, now });
  }
  for (const [uniqueId, versions] of byId) {
    const now = latestOf(versions);
    if (now === undefined || seen.has(uniqueId)) continue;
    const status = versions.map(({ entryUuid }) => told.get(entryUuid)).find((kind) => kind !== undefined);
    const kinds: DocumentChangeKind[] = [
      ...(status === undefined ? [] : [status]),
      ...(versions.some(({ entryUuid }) => updated.has(entryUuid)) ? ['metadata' as const] : []),
    ];
    if (kinds.length > 0) out.push({ uniqueId, kinds, now });
  }
  return out;
}
