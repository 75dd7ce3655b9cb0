import { canQueryInsi } from '@socle-sante/core/rniv';
import type { InsAttempt, InsSearchInput, InsSearchOutput, SentTraits } from '../../contract.js';
import { callService } from '../call-service.js';
import { loadRecord, type OperationContext } from '../context.js';
import type { SendEvent } from '../event-stream.js';
import { fail } from '../failure.js';
import type { IdentityRecord } from '../ports.js';
import type { InsiServiceAttempt, InsiTraitsQuery } from '../services.js';
import { normalise } from '../traits.js';
import { foundOutput } from './ins-found.js';

/** A running sequence holds its record no longer than this, whatever happens to the process. */
const SEQUENCE_MS = 5 * 60_000;

/** A search that was checked and may start. */
export interface PreparedSearch {
  readonly record: IdentityRecord;
  readonly query: InsiTraitsQuery;
  readonly sent: SentTraits;
  release(): Promise<void>;
}

/**
 * Everything that can be refused before INSi is called: record, RNIV guard, lexical profile, one sequence at a time for a
 * record, limit of the site.
 */
export async function prepareSearch(input: InsSearchInput, context: OperationContext): Promise<PreparedSearch> {
  const record = await loadRecord(context, input.patientRef);
  guard(record);
  const query = readQuery(input, record);
  context.secrets.push(query.nomNaissance, query.listePrenoms, ...query.listePrenoms.split(' '));
  const release = await holdRecord(context, record.patientRef);
  try {
    context.takeInsiCall();
  } catch (error) {
    await release();
    throw error;
  }
  const sent: SentTraits = {
    birthName: query.nomNaissance,
    firstNames: query.listePrenoms,
    sex: query.sexe,
    birthDate: query.dateNaissance,
    ...(query.lieuNaissance === undefined ? {} : { birthPlace: query.lieuNaissance }),
  };
  return { record, query, sent, release };
}

/** Runs the sequence: each attempt is sent and traced as it ends, then the result is given back. */
export async function runSearch(
  prepared: PreparedSearch,
  context: OperationContext,
  send: SendEvent,
  signal: AbortSignal,
): Promise<InsSearchOutput> {
  const { record, query, sent } = prepared;
  const attempts: InsAttempt[] = [];
  const traces: Promise<void>[] = [];
  const onAttempt = (attempt: InsiServiceAttempt) => {
    const view = toAttempt(attempt);
    attempts.push(view);
    if (attempt.messageId !== undefined) context.meta.messageId = attempt.messageId;
    traces.push(traceAttempt(attempt, context));
    send('attempt', view);
  };
  try {
    const result = await callService(context, 'insi', signal, () =>
      context.services.insi.searchByTraits(
        { ...query, state: record.state },
        { signal, operator: context.session.userRef, onAttempt },
      ),
    );
    signal.throwIfAborted();
    await Promise.all(traces);
    switch (result.outcome) {
      case 'found':
        return await foundOutput(record, result, { attempts, sent }, context);
      case 'notFound':
        return { outcome: 'notFound', sent, attempts, ...(result.hint === undefined ? {} : { hint: result.hint }) };
      case 'multiple':
        return { outcome: 'multiple', sent, attempts, next: result.next === 'prenoms' ? 'firstNames' : 'birthPlace' };
    }
  } finally {
    await Promise.allSettled(traces);
  }
}

/** One trace per call to INSi: date, user, return code, MessageID (INS/va1.35, .38, .49). */
async function traceAttempt(attempt: InsiServiceAttempt, context: OperationContext): Promise<void> {
  const code = attempt.cr === 'fault' || attempt.cr === 'other' ? undefined : attempt.cr;
  await context.audit(attempt.cr === 'fault' || attempt.cr === 'other' ? 'failed' : 'success', {
    partner: 'insi',
    detail: { call: attempt.n, cr: attempt.cr },
    ...(code === undefined ? {} : { code }),
    ...(attempt.messageId === undefined ? {} : { messageId: attempt.messageId }),
  });
}

/** Refuses what RNIV forbids to send to INSi. */
export function guard(record: IdentityRecord): void {
  const allowed = canQueryInsi(record.state);
  if (!allowed.ok) throw fail('gateway.blocked', { params: { attribute: allowed.reason } });
}

/** Holds a record for one INSi sequence; refuses a second one. Gives back the function that lets it go. */
export async function holdRecord(context: OperationContext, patientRef: string): Promise<() => Promise<void>> {
  const key = `sequence:${patientRef}`;
  const held = await context.ports.transient.set(key, context.reference, SEQUENCE_MS, { onlyIfAbsent: true });
  if (!held) throw fail('gateway.busy');
  // A sequence that outlived its hold must not end the hold of the next one.
  return async () => {
    if ((await context.ports.transient.get(key)) === context.reference) await context.ports.transient.delete(key);
  };
}

export function toAttempt(attempt: InsiServiceAttempt): InsAttempt {
  return {
    n: attempt.n,
    max: attempt.max,
    firstName: attempt.prenom,
    ...(attempt.lieuNaissance === undefined ? {} : { birthPlace: attempt.lieuNaissance }),
    cr: attempt.cr,
    at: attempt.at,
    ...(attempt.durationMs === undefined ? {} : { durationMs: attempt.durationMs }),
  };
}

function readQuery(input: InsSearchInput, record: IdentityRecord): InsiTraitsQuery {
  const { state } = record;
  const stored = {
    birthName: state.traits.nomNaissance,
    firstNames: state.traits.listePrenoms || state.traits.premierPrenom,
    sex: state.traits.sexe,
    birthDate: state.traits.dateNaissance,
    birthPlace: state.traits.lieuNaissance,
  };
  const asked = input.traits ?? stored;
  if (asked.sex === 'I') throw fail('gateway.blocked', { params: { attribute: 'sexe' } });
  return {
    nomNaissance: normalise('birthName', asked.birthName, []),
    listePrenoms: normalise('firstNames', asked.firstNames, []),
    sexe: asked.sex,
    dateNaissance: asked.birthDate,
    ...(asked.birthPlace === undefined ? {} : { lieuNaissance: asked.birthPlace }),
  };
}
