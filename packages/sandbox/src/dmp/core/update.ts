import { type RandomBytes, uuidUrn, uuidV4 } from '@socle-sante/core/uuid';
import type { DmpChange, DmpUpdate, DmpUpdated } from './api.js';
import type { DmpCode, DmpStatus } from './metadata.js';
import type { StoredEntry, StoredSet } from './record.js';
import { type DmpRefusal, registryRefusal } from './refusal.js';
import type { DmpStore } from './store.js';
import {
  ASSOCIATION,
  HIDDEN_FROM_PATIENT,
  HIDDEN_FROM_REPRESENTATIVES,
  MASKED,
  STATUS_URI,
  SYSTEM,
} from './vocabulary.js';

const TRANSITION: Readonly<
  Partial<Record<DmpChange, { readonly from: readonly DmpStatus[]; readonly to: DmpStatus }>>
> = {
  archive: { from: ['Approved'], to: 'Archived' },
  unarchive: { from: ['Archived'], to: 'Approved' },
  delete: { from: ['Approved', 'Archived'], to: 'Deleted' },
};

const isStatusChange = (change: DmpChange) => TRANSITION[change] !== undefined;

/** The entry an update speaks of. */
export function targetOf(store: DmpStore, { target, by = 'entryUuid' }: DmpUpdate): StoredEntry | undefined {
  if (by === 'entryUuid') {
    const entry = store.entries.get(target);
    return entry?.current ? entry : undefined;
  }
  for (const entry of store.entries.values()) if (entry.current && entry.logicalId === target) return entry;
  return undefined;
}

/** Check 21, but ownership: version and transition. */
export function checkUpdate(entry: StoredEntry, update: DmpUpdate): DmpRefusal[] {
  const into: DmpRefusal[] = [];
  const refuse = (code: string, reason: string, context: string, from: 'lenient' | 'dmp' = 'dmp') =>
    into.push(registryRefusal(21, code, reason, context, { from }));
  if (update.changes.length === 0) refuse('XDSMetadataUpdateError', 'update.nothing', 'la mise à jour ne change rien');
  const statusChanges = update.changes.filter(isStatusChange);
  if (statusChanges.length > 0 && update.changes.length > 1)
    refuse(
      'XDSMetadataUpdateOperationError',
      'update.mixed',
      'une mise à jour change le statut ou les métadonnées, pas les deux',
      'lenient',
    );
  for (const change of statusChanges) {
    const transition = TRANSITION[change];
    if (transition && !transition.from.includes(entry.status))
      refuse(
        'XDSMetadataUpdateError',
        'update.transition',
        `passage de ${entry.status} à ${transition.to} non permis`,
        'lenient',
      );
  }
  if (statusChanges.length === 0) {
    if (entry.status === 'Deprecated' || entry.status === 'Deleted')
      refuse('XDSMetadataUpdateError', 'update.status', 'document qui n’est plus en vigueur');
    if (update.previousVersion !== undefined && update.previousVersion !== entry.version)
      refuse('XDSMetadataVersionError', 'update.previousVersion', 'PreviousVersion n’est pas la version courante');
  }
  return into;
}

const CODES: Readonly<Partial<Record<DmpChange, { readonly code: string; readonly add: boolean }>>> = {
  mask: { code: MASKED, add: true },
  unmask: { code: MASKED, add: false },
  showToPatient: { code: HIDDEN_FROM_PATIENT, add: false },
  showToLegalRepresentatives: { code: HIDDEN_FROM_REPRESENTATIVES, add: false },
};

/** Codes after the changes. */
function confidentialityAfter(entry: StoredEntry, changes: readonly DmpChange[]): readonly DmpCode[] {
  let codes = entry.confidentiality;
  for (const change of changes) {
    const rule = CODES[change];
    if (!rule) continue;
    codes = codes.filter(({ code }) => code !== rule.code);
    if (rule.add)
      codes = [
        ...codes,
        { code: rule.code, codeSystem: SYSTEM.visibility, displayName: 'Masqué aux professionnels de santé' },
      ];
  }
  return codes;
}

/** Applies a checked update. A metadata update makes a new entryUUID and version; a change of status keeps both. */
export function applyUpdate(
  store: DmpStore,
  entry: StoredEntry,
  update: DmpUpdate,
  context: { readonly now: Date; readonly random: RandomBytes | undefined },
): DmpUpdated {
  const newId = () => uuidUrn(uuidV4(context.random));
  const registeredAt = context.now.toISOString();
  const setId = newId();
  const sets: StoredSet[] = update.set
    ? [{ ...update.set, id: setId, status: 'Approved', patient: entry.patient, registeredAt }]
    : [];
  const transition = update.changes.map((change) => TRANSITION[change]).find((found) => found !== undefined);
  if (transition) {
    const association = {
      id: newId(),
      type: ASSOCIATION.updateStatus,
      source: setId,
      target: entry.id,
      originalStatus: STATUS_URI[entry.status],
      newStatus: STATUS_URI[transition.to],
      patient: entry.patient,
    };
    store.commit([
      ...sets.map((value) => ({ collection: 'sets' as const, id: value.id, value })),
      ...sets.map(() => ({ collection: 'associations' as const, id: association.id, value: association })),
      { collection: 'entries', id: entry.id, value: { ...entry, status: transition.to } },
    ]);
    return { entryUuid: entry.id, logicalId: entry.logicalId, version: entry.version, status: transition.to };
  }
  const next: StoredEntry = {
    ...entry,
    id: newId(),
    version: String(Number(entry.version) + 1),
    confidentiality: confidentialityAfter(entry, update.changes),
    registeredAt,
  };
  const moved = [...store.associations.values()].filter(
    ({ source, target }) => source === entry.id || target === entry.id,
  );
  const member = {
    id: newId(),
    type: ASSOCIATION.hasMember,
    source: setId,
    target: next.id,
    submissionSetStatus: 'Original',
    previousVersion: entry.version,
    patient: entry.patient,
  };
  store.commit([
    ...sets.map((value) => ({ collection: 'sets' as const, id: value.id, value })),
    ...sets.map(() => ({ collection: 'associations' as const, id: member.id, value: member })),
    { collection: 'entries', id: entry.id, value: { ...entry, current: false } },
    { collection: 'entries', id: next.id, value: next },
    ...moved.map((association) => ({
      collection: 'associations' as const,
      id: association.id,
      value: {
        ...association,
        source: association.source === entry.id ? next.id : association.source,
        target: association.target === entry.id ? next.id : association.target,
      },
    })),
  ]);
  return { entryUuid: next.id, logicalId: next.logicalId, version: next.version, status: next.status };
}
