import type { DmpCollection, DmpCommit, DmpSnapshot } from './api.js';
import type { DmpAssociation, DmpContent } from './metadata.js';
import type { DmpAuthorization, DmpPatient, DmpTrace, StoredEntry, StoredSet } from './record.js';

/** What each collection holds. Keys: matricule; `matricule|holder`; ids; uniqueId of the document for contents. */
interface StoredValues {
  readonly patients: DmpPatient;
  readonly authorizations: DmpAuthorization & { readonly patient: string };
  readonly sets: StoredSet;
  readonly entries: StoredEntry;
  readonly associations: DmpAssociation & { readonly patient: string };
  readonly contents: DmpContent;
  readonly traces: DmpTrace & { readonly patient: string };
}

type Collections = { readonly [K in DmpCollection]: Map<string, StoredValues[K]> };
/** One change; an absent value takes the object away. */
type StoreChange = {
  readonly [K in DmpCollection]: {
    readonly collection: K;
    readonly id: string;
    readonly value: StoredValues[K] | undefined;
  };
}[DmpCollection];

/** The state of the core. Changes come in groups: told to the journal first, then applied. */
export interface DmpStore extends Collections {
  commit(changes: readonly StoreChange[]): void;
  snapshot(): DmpSnapshot;
  restore(snapshot: DmpSnapshot): void;
  replay(commit: DmpCommit): void;
}

const NAMES: readonly DmpCollection[] = [
  'patients',
  'authorizations',
  'sets',
  'entries',
  'associations',
  'contents',
  'traces',
];

/** Traces kept: old ones leave as new ones come. */
const MAX_TRACES = 20_000;

export function createStore(onCommit?: (commit: DmpCommit) => void): DmpStore {
  const collections: Collections = {
    patients: new Map(),
    authorizations: new Map(),
    sets: new Map(),
    entries: new Map(),
    associations: new Map(),
    contents: new Map(),
    traces: new Map(),
  };
  const apply = (collection: DmpCollection, id: string, value: unknown) => {
    const map = collections[collection] as Map<string, unknown>;
    if (value === undefined || value === null) map.delete(id);
    else map.set(id, value);
    if (collection === 'traces' && map.size > MAX_TRACES) for (const oldest of map.keys()) return map.delete(oldest);
    return true;
  };
  return {
    ...collections,
    commit(changes) {
      onCommit?.({ changes: changes.map((change) => ({ ...change, value: toJson(change.value) ?? null })) });
      for (const { collection, id, value } of changes) apply(collection, id, value);
    },
    snapshot: () => ({
      version: 1,
      collections: Object.fromEntries(
        NAMES.map((name) => [name, [...collections[name]].map(([id, value]) => [id, toJson(value)])]),
      ) as unknown as DmpSnapshot['collections'],
    }),
    restore(snapshot) {
      for (const name of NAMES) {
        collections[name].clear();
        for (const [id, value] of snapshot.collections[name] ?? []) apply(name, id, fromJson(name, value));
      }
    },
    replay({ changes }) {
      for (const { collection, id, value } of changes) apply(collection, id, fromJson(collection, value));
    },
  };
}

/** Bytes become base64, so that the state is plain JSON. */
function toJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('bytes' in value) || !(value.bytes instanceof Uint8Array))
    return value;
  const { bytes, ...rest } = value;
  return { ...rest, base64: encodeBase64(bytes) };
}

function fromJson(collection: DmpCollection, value: unknown): unknown {
  if (collection !== 'contents' || typeof value !== 'object' || value === null || !('base64' in value)) return value;
  const { base64, ...rest } = value;
  return { ...rest, bytes: decodeBase64(String(base64)) };
}

function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8190) text += String.fromCharCode(...bytes.subarray(i, i + 8190));
  return btoa(text);
}

function decodeBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}
