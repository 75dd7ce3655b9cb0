import { parseInsIdentifier } from '@socle-sante/core/ins-identifier';
import { transition } from '@socle-sante/core/rniv';
import { checkFirstGivenName, type TraitsIns } from '@socle-sante/core/traits';
import type { TraitField } from '../../contract.js';
import { blockersOf, diffRows, insiTraits } from '../compare.js';
import { commit, loadVersion, type Operation, patientFor } from '../context.js';
import { safeFinding } from '../error-map.js';
import { fail } from '../failure.js';
import type { IdentityRecord, InsiIdentity } from '../ports.js';
import { dropSnapshot, readSnapshot } from '../snapshots.js';
import { normalise } from '../traits.js';
import { withChange } from '../views.js';
import { effectsOf, refuseTransition } from './effects.js';

export const acceptIns: Operation<'ins.accept'> = async (input, context) => {
  const record = await loadVersion(context, input.patientRef, input.version);
  const snapshot = await readSnapshot(context.ports.transient, input.snapshotRef, {
    patientRef: input.patientRef,
    userRef: context.session.userRef,
  });
  if (!snapshot || snapshot.version !== record.version) throw fail('gateway.snapshotExpired');
  const { identity, at, messageId } = snapshot;
  context.secrets.push(identity.nomNaissance, identity.ins.matricule);
  const blockers = blockersOf(identity, context.production);
  const ins = parseInsIdentifier(identity.ins, { production: context.production });
  if (blockers.length > 0 || !ins.ok) throw fail('gateway.refusedResult', { findings: blockers.map(safeFinding) });
  checkAcknowledged(record, identity, input.acknowledged);

  const traits = acceptedTraits(record, identity, input.firstName);
  const done = transition(record.state, {
    type: 'insiFound',
    at,
    ins: ins.value,
    traits,
    accepted: true,
    history: identity.history.map((entry) => ({ ...entry })),
    ...(messageId === undefined ? {} : { messageId }),
  });
  if (!done.ok) throw refuseTransition(done.findings);
  if (done.effects.some(({ kind }) => kind === 'arbitrate'))
    throw fail('gateway.arbitrate', { fields: differences(record, identity) });

  const trace = messageId === undefined ? {} : { messageId };
  const changed = withChange(record, done.state, {
    at: context.at(),
    by: context.session.displayName,
    event: 'insiFound',
    ...trace,
  });
  const next: IdentityRecord = { ...changed, insi: { at, received: identity, ...trace } };
  await commit(context, next, record.version);
  await dropSnapshot(context.ports.transient, input.snapshotRef);
  context.trace.partner = 'insi';
  if (messageId !== undefined) context.trace.messageId = messageId;
  return { patient: await patientFor(context, next), effects: effectsOf(record.state, done) };
};

/** Each trait that differs must have been checked by the user on a document (Guide INS, CNDA 2.04). */
function checkAcknowledged(record: IdentityRecord, identity: InsiIdentity, acknowledged: readonly TraitField[]): void {
  const missing = Object.entries(differences(record, identity)).filter(
    ([field]) => !acknowledged.some((known) => known === field),
  );
  if (missing.length > 0) throw fail('gateway.unacknowledged', { fields: Object.fromEntries(missing) });
}

function differences(record: IdentityRecord, identity: InsiIdentity): Record<string, string> {
  const rows = diffRows(record.state, identity).filter(
    ({ field, verdict }) => field !== 'ins' && verdict === 'different',
  );
  return Object.fromEntries(rows.map(({ field }) => [field, 'different']));
}

/** What goes into the record: INSi's traits as received; the first first name only as a beginning of its list (EXI ID 10). */
function acceptedTraits(record: IdentityRecord, identity: InsiIdentity, typed: string | undefined): TraitsIns {
  const list = identity.listePrenoms || identity.premierPrenom || '';
  const wanted = typed === undefined ? (identity.premierPrenom ?? '') : normalise('firstName', typed, []);
  const first = checkFirstGivenName(list, wanted);
  if (typed !== undefined && !first.coherent) {
    throw fail('gateway.badRequest', { fields: { firstName: 'traits.premierPrenom.incoherent' } });
  }
  return {
    nomNaissance: identity.nomNaissance,
    // The completed sanitary date stays when INSi's own is no calendar date: nothing is accepted then, see the blockers.
    dateNaissance: identity.dateNaissance,
    listePrenoms: list,
    premierPrenom: first.coherent ? first.premierPrenom : record.state.traits.premierPrenom,
    sexe: identity.sexe === 'F' ? 'F' : 'M',
    ...(insiTraits(identity).lieuNaissance === undefined ? {} : { lieuNaissance: identity.lieuNaissance }),
  };
}
