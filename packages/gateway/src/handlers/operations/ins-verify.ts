import { type InsIdentifier, parseInsIdentifier, sameIns } from '@socle-sante/core/ins-identifier';
import { canQueryInsi, createIdentity, type IdentityState, statusOf, transition } from '@socle-sante/core/rniv';
import { compareTraits, type TraitsIns, type TraitsLocaux } from '@socle-sante/core/traits';
import type { InsVerifyOutput, VerificationRow } from '../../contract.js';
import { callService } from '../call-service.js';
import {
  commit,
  loadRecord,
  loadVersion,
  note,
  type Operation,
  type OperationContext,
  patientFor,
} from '../context.js';
import { fail } from '../failure.js';
import { toInsView } from '../ins-view.js';
import type { IdentityRecord, ImportedIdentity, ReceivedIns } from '../ports.js';
import { toTraits } from '../traits.js';
import { withChange } from '../views.js';
import { effectsOf, refuseTransition } from './effects.js';
import { holdRecord } from './ins-search.js';

export const verifyIns: Operation<'ins.verify'> = (input, context) =>
  'row' in input ? verifyImported(input.row, context) : verifyRecord(input.patientRef, input.version, context);

export const listVerifications: Operation<'ins.verifyList'> = async (input, context) => {
  const { worklist } = context.ports;
  if (!worklist) throw fail('gateway.unsupported');
  const page = await worklist.list({ ...input, limit: input.limit ?? 50 });
  note(context, { rows: page.rows.length });
  return {
    rows: page.rows.map(toVerificationRow),
    total: page.total,
    ...(page.next === undefined ? {} : { next: page.next }),
  };
};

/** A record of this site: OK keeps it, KO takes its INS away and alerts (Ségur INS/va1.08). */
async function verifyRecord(patientRef: string, version: number, context: OperationContext): Promise<InsVerifyOutput> {
  const record = await loadVersion(context, patientRef, version);
  const { state } = record;
  const allowed = canQueryInsi(state);
  if (!allowed.ok) throw fail('gateway.blocked', { params: { attribute: allowed.reason } });
  if (state.ins === undefined) throw fail('gateway.transition', { fields: { type: 'rniv.noIns' } });
  const release = await holdRecord(context, patientRef);
  try {
    const answer = await verify(state.ins, state.traits, context);
    const event = answer.outcome === 'ok' ? 'verified' : 'verificationKo';
    const done =
      answer.outcome === 'ok'
        ? { ok: true as const, state, effects: [] }
        : transition(state, { type: 'verificationKo', at: context.at() });
    if (!done.ok) throw refuseTransition(done.findings);
    const next = withChange(record, done.state, {
      at: context.at(),
      by: context.session.displayName,
      event,
      ...answer.trace,
    });
    await commit(context, next, record.version);
    return {
      outcome: answer.outcome,
      patient: await patientFor(context, next),
      effects: effectsOf(state, done),
      at: answer.at,
      ...answer.trace,
    };
  } finally {
    await release();
  }
}

/**
 * An identity from elsewhere (Guide INS rules 30, 49, 51, 55): OK makes it récupérée; KO leaves a known record as it is,
 * and creates an unknown one without its INS.
 */
async function verifyImported(row: string, context: OperationContext): Promise<InsVerifyOutput> {
  const { worklist } = context.ports;
  if (!worklist) throw fail('gateway.unsupported');
  const imported = await worklist.get(row);
  if (!imported) throw fail('gateway.notFound');
  if (imported.state !== 'todo') throw fail('gateway.conflict');
  if (imported.patientRef !== undefined) await authorizeRecord(imported.patientRef, context);
  const release = await holdRecord(context, `row:${row}`);
  try {
    context.secrets.push(imported.traits.nomNaissance, imported.ins.matricule);
    const known = imported.patientRef === undefined ? undefined : await loadRecord(context, imported.patientRef);
    const answer = await verify(imported.ins, imported.traits, context);
    const result =
      answer.outcome === 'ok'
        ? await integrate(imported, known, answer, context)
        : await leaveOut(imported, known, context);
    const state = result.outcome === 'koKnown' || result.outcome === 'koUnknown' ? result.outcome : 'ok';
    await worklist.settle(row, { state, patientRef: result.record.patientRef, verifiedAt: answer.at });
    context.trace.patientRef = result.record.patientRef;
    note(context, { outcome: result.outcome });
    return {
      outcome: result.outcome,
      patient: await patientFor(context, result.record),
      effects: result.effects,
      at: answer.at,
      ...answer.trace,
    };
  } finally {
    await release();
  }
}

interface Verified {
  readonly outcome: 'ok' | 'ko';
  readonly at: string;
  readonly trace: { readonly messageId?: string };
}

interface Settled {
  readonly record: IdentityRecord;
  readonly outcome: InsVerifyOutput['outcome'];
  readonly effects: InsVerifyOutput['effects'];
}

async function verify(ins: ReceivedIns, traits: TraitsLocaux, context: OperationContext): Promise<Verified> {
  const { verification } = context.services;
  if (!verification) throw fail('gateway.unsupported');
  const { sexe } = traits;
  if (sexe === 'I') throw fail('gateway.blocked', { params: { attribute: 'sexe' } });
  context.takeInsiCall();
  const answer = await callService(context, 'insi', context.request.signal, () =>
    verification.verify(
      { ...traits, sexe, ins },
      { signal: context.request.signal, operator: context.session.userRef },
    ),
  );
  const trace = answer.messageId === undefined ? {} : { messageId: answer.messageId };
  Object.assign(context.meta, trace);
  Object.assign(context.trace, trace, { code: answer.outcome });
  return { outcome: answer.outcome, at: answer.at, trace };
}

async function integrate(
  imported: ImportedIdentity,
  known: IdentityRecord | undefined,
  answer: Verified,
  context: OperationContext,
): Promise<Settled> {
  const base = known?.state ?? createIdentity(imported.traits);
  const verified = verifiedIns(imported, context);
  if (known && isOther(known.state, verified)) throw fail('gateway.arbitrate');
  const done = transition(base, {
    type: 'insiFound',
    at: answer.at,
    ...verified,
    accepted: true,
    ...answer.trace,
  });
  if (!done.ok) throw refuseTransition(done.findings);
  if (done.effects.some(({ kind }) => kind === 'arbitrate')) throw fail('gateway.arbitrate');
  const record = known
    ? await update(known, done.state, 'insiFound', context)
    : await createFrom(done.state, 'insiFound', context);
  return { record, outcome: known ? 'okUpdated' : 'okCreated', effects: effectsOf(base, done) };
}

/**
 * INSi confirmed the imported identity, not that it is the one of the record: nobody has compared them. A trait that differs,
 * or another INS, is for a person to judge, whatever the status.
 */
function isOther(state: IdentityState, imported: { readonly ins: InsIdentifier; readonly traits: TraitsIns }): boolean {
  const differs = compareTraits(state.traits, imported.traits).some(({ verdict }) => verdict === 'different');
  return differs || (state.ins !== undefined && !sameIns(state.ins, imported.ins));
}

/** KO: nothing of the imported identity enters a record that is known; an unknown person is created without INS. */
async function leaveOut(
  imported: ImportedIdentity,
  known: IdentityRecord | undefined,
  context: OperationContext,
): Promise<Settled> {
  const effects: Settled['effects'] = ['alertIdentitovigilance'];
  if (known) return { record: known, outcome: 'koKnown', effects };
  return {
    record: await createFrom(createIdentity(imported.traits), 'create', context),
    outcome: 'koUnknown',
    effects,
  };
}

function verifiedIns(imported: ImportedIdentity, context: OperationContext) {
  const ins = parseInsIdentifier(imported.ins, { production: context.production });
  if (!ins.ok) throw fail('gateway.refusedResult');
  const { nomUtilise: _used, prenomUtilise: _usedFirst, sexe, ...strict } = imported.traits;
  const traits: TraitsIns = { ...strict, sexe: sexe === 'F' ? 'F' : 'M' };
  return { ins: ins.value, traits };
}

async function update(
  record: IdentityRecord,
  state: IdentityState,
  event: string,
  context: OperationContext,
): Promise<IdentityRecord> {
  const next = withChange(record, state, { at: context.at(), by: context.session.displayName, event });
  return commit(context, next, record.version);
}

async function createFrom(state: IdentityState, event: string, context: OperationContext): Promise<IdentityRecord> {
  const change = {
    at: context.at(),
    by: context.session.displayName,
    event,
    to: statusOf(state),
    attributes: [...state.attributes],
  };
  const record = { version: 1, state, changes: [change] };
  return { ...record, patientRef: await context.ports.identities.create(record) };
}

async function authorizeRecord(patientRef: string, context: OperationContext): Promise<void> {
  const decision = await context.authorize({ operation: 'ins.verify', action: 'ins.verify', patientRef });
  if (!decision.allowed)
    throw fail('gateway.forbidden', decision.reason === undefined ? {} : { reason: decision.reason });
}

function toVerificationRow(row: ImportedIdentity): VerificationRow {
  return {
    row: row.row,
    traits: toTraits(row.traits),
    ins: toInsView(row.ins),
    origin: row.origin,
    receivedAt: row.receivedAt,
    state: row.state,
    ...(row.patientRef === undefined ? {} : { patientRef: row.patientRef }),
    ...(row.verifiedAt === undefined ? {} : { verifiedAt: row.verifiedAt }),
  };
}
