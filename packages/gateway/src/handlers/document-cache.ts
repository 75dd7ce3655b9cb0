/** Documents read a moment ago: the viewer asks for the same one several times, the DMP and the patient see one reading. */
export interface DocumentCache {
  get(userRef: string, patientRef: string, uniqueId: string): CachedDocument | undefined;
  set(userRef: string, patientRef: string, uniqueId: string, document: CachedDocument): void;
  /** Forgets what was read of this patient. */
  drop(patientRef: string): void;
}

export interface CachedDocument {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
  readonly integrity: 'ok' | 'not-announced';
}

const TTL_MS = 5 * 60_000;
const MAX_BYTES = 64 * 1024 * 1024;

/** In the memory of this process, bounded in time and in size; for the same user only. */
export function createDocumentCache(now: () => Date): DocumentCache {
  const kept = new Map<
    string,
    { readonly patientRef: string; readonly document: CachedDocument; readonly until: number }
  >();
  const keyOf = (userRef: string, patientRef: string, uniqueId: string) =>
    JSON.stringify([userRef, patientRef, uniqueId]);
  const sweep = () => {
    for (const [key, { until }] of kept) if (until <= now().getTime()) kept.delete(key);
    let total = 0;
    for (const [key, { document }] of [...kept].reverse()) {
      total += document.bytes.byteLength;
      if (total > MAX_BYTES) kept.delete(key);
    }
  };
  return {
    get(userRef, patientRef, uniqueId) {
      sweep();
      return kept.get(keyOf(userRef, patientRef, uniqueId))?.document;
    },
    set(userRef, patientRef, uniqueId, document) {
      kept.set(keyOf(userRef, patientRef, uniqueId), { patientRef, document, until: now().getTime() + TTL_MS });
      sweep();
    },
    drop(patientRef) {
      for (const [key, entry] of kept) if (entry.patientRef === patientRef) kept.delete(key);
    },
  };
}
