import type { InsAttempt, InsiSnapshot, InsSearchOutput, SentTraits } from '../../contract.js';
import { blockersOf, diffRows } from '../compare.js';
import type { OperationContext } from '../context.js';
import { safeFinding } from '../error-map.js';
import { toInsView } from '../ins-view.js';
import type { IdentityRecord, InsiIdentity } from '../ports.js';
import type { InsiServiceResult } from '../services.js';
import { keepSnapshot } from '../snapshots.js';
import { toTraits } from '../traits.js';

const TTL_MS = 15 * 60_000;

/** Keeps what INSi returned on the server, and gives the page its comparison with the record. */
export async function foundOutput(
  record: IdentityRecord,
  found: Extract<InsiServiceResult, { outcome: 'found' }>,
  shown: { readonly attempts: InsAttempt[]; readonly sent?: SentTraits },
  context: OperationContext,
): Promise<InsSearchOutput> {
  const { identity, at } = found;
  const snapshotRef = context.newId();
  const ttlMs = context.options.snapshotTtlMs ?? TTL_MS;
  const origin = { at, ...(found.messageId === undefined ? {} : { messageId: found.messageId }) };
  const owner = { patientRef: record.patientRef, userRef: context.session.userRef, version: record.version };
  await keepSnapshot(context.ports.transient, snapshotRef, { ...owner, ...origin, identity }, ttlMs);
  if (found.messageId !== undefined) context.meta.messageId = found.messageId;
  const snapshot: InsiSnapshot = {
    snapshotRef,
    expiresAt: new Date(context.now().getTime() + ttlMs).toISOString(),
    traits: toTraits({
      ...identity,
      listePrenoms: identity.listePrenoms ?? '',
      premierPrenom: identity.premierPrenom ?? '',
    }),
    firstNameAmbiguous: identity.ambiguous ?? false,
    ins: toInsView(identity.ins),
    history: historyOf(identity),
    blockers: blockersOf(identity, context.production).map(safeFinding),
    ...origin,
  };
  return {
    outcome: 'found',
    ...(shown.sent === undefined ? {} : { sent: shown.sent }),
    attempts: shown.attempts,
    snapshot,
    rows: diffRows(record.state, identity),
    version: record.version,
  };
}

/** Former matricules, dates as received even when they are out of order (CNDA 2.04). */
function historyOf(identity: InsiIdentity): InsiSnapshot['history'] {
  return identity.history.map((entry) => ({
    ins: toInsView(entry),
    ...(entry.dateDebut === undefined ? {} : { from: entry.dateDebut }),
    ...(entry.dateFin === undefined ? {} : { to: entry.dateFin }),
  }));
}
