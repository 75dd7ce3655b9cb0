import type { InsiIdentity, TransientStore } from './ports.js';

/** What INSi returned, waiting for the user. */
export interface WaitingSnapshot {
  readonly patientRef: string;
  readonly userRef: string;
  /** Version of the record when it was compared. */
  readonly version: number;
  readonly identity: InsiIdentity;
  readonly at: string;
  readonly messageId?: string;
}

const key = (snapshotRef: string) => `insi:${snapshotRef}`;

/** Keeps a result on the server: the page only gets its reference. */
export async function keepSnapshot(
  store: TransientStore,
  snapshotRef: string,
  snapshot: WaitingSnapshot,
  ttlMs: number,
): Promise<void> {
  await store.set(key(snapshotRef), JSON.stringify(snapshot), ttlMs);
}

/** The result behind a reference; undefined when it expired, or when it was for another user or record. */
export async function readSnapshot(
  store: TransientStore,
  snapshotRef: string,
  owner: { readonly patientRef: string; readonly userRef: string },
): Promise<WaitingSnapshot | undefined> {
  const stored = await store.get(key(snapshotRef));
  if (stored === undefined) return undefined;
  const snapshot = JSON.parse(stored) as WaitingSnapshot;
  return snapshot.patientRef === owner.patientRef && snapshot.userRef === owner.userRef ? snapshot : undefined;
}

export async function dropSnapshot(store: TransientStore, snapshotRef: string): Promise<void> {
  await store.delete(key(snapshotRef));
}
