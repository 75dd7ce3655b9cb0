import type { RecordStore, StoredDocument } from '../handlers/document-ports.js';

/** A document that the memory starts with. */
export interface MemoryDocument {
  readonly patientRef: string;
  readonly document: StoredDocument;
  readonly bytes: Uint8Array;
}

/** Documents of the records in the memory of this process. `newRef` makes the opaque keys. */
export function createMemoryRecords(initial: readonly MemoryDocument[], newRef: () => string): RecordStore {
  const kept = new Map(initial.map((one) => [key(one.patientRef, one.document.documentRef), one]));
  const visits = new Map<string, string>();
  return {
    async list(patientRef) {
      return [...kept.values()].filter((one) => one.patientRef === patientRef).map(({ document }) => document);
    },
    async get(patientRef, documentRef) {
      return kept.get(key(patientRef, documentRef))?.document;
    },
    async bytes(patientRef, documentRef) {
      return kept.get(key(patientRef, documentRef))?.bytes;
    },
    async add(patientRef, document, bytes) {
      const documentRef = newRef();
      kept.set(key(patientRef, documentRef), { patientRef, document: { ...document, documentRef }, bytes });
      return documentRef;
    },
    async update(patientRef, document) {
      const at = key(patientRef, document.documentRef);
      const found = kept.get(at);
      if (!found) return false;
      kept.set(at, { ...found, document });
      return true;
    },
    async remove(patientRef, documentRef) {
      return kept.delete(key(patientRef, documentRef));
    },
    async lastVisit(patientRef, userRef) {
      return visits.get(key(patientRef, userRef));
    },
    async setLastVisit(patientRef, userRef, at) {
      visits.set(key(patientRef, userRef), at);
    },
  };
}

const key = (patientRef: string, other: string) => `${patientRef} ${other}`;
