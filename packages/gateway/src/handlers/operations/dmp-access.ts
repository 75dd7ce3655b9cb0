import type { DmpAccess } from '../../contract.js';
import { callService } from '../call-service.js';
import { loadRecord, note, type Operation, type OperationContext } from '../context.js';
import { opposesEmergency, readAccess } from '../dmp/access.js';
import { closeEmergency, hasSecret, isSecret, openEmergency, secrecy, setSecret } from '../dmp/access-marks.js';
import { connect, needQualified } from '../dmp/connection.js';
import { maySee, readConsent } from '../dmp/consent.js';
import { dmpRefusal } from '../dmp/consult.js';
import { askStatus, forgetStatus, knownStatus } from '../dmp/existence.js';
import { explained, rightActionOf } from '../dmp/refusal.js';
import { toInstant } from '../dmp/row.js';
import type { DmpConnection } from '../dmp-service.js';
import { fail } from '../failure.js';
import type { IdentityRecord } from '../ports.js';

export const getDmpStatus: Operation<'dmp.status'> = async ({ patientRef }, context) => {
  const record = await loadRecord(context, patientRef);
  const status = await askStatus(context, await connect(context), record);
  note(context, { kind: status.kind });
  return status;
};

export const getDmpAccess: Operation<'dmp.access'> = async ({ patientRef }, context) => accessNow(context, patientRef);

async function accessNow(context: OperationContext, patientRef: string): Promise<DmpAccess> {
  const record = await loadRecord(context, patientRef);
  const connection = await connect(context);
  const status = await knownStatus(context, connection, record);
  const { access } = await readAccess(context, connection, record, status);
  return access;
}

export const authoriseDmp: Operation<'dmp.authorise'> = async ({ patientRef, change = 'add' }, context) => {
  const record = await loadRecord(context, patientRef);
  const connection = await connect(context);
  const patient = needQualified(record);
  if (connection.profile.mode === 'INDIRECTE') throw dmpRefusal('dmp.indirect', 403);
  if (change === 'add' && !maySee(await readConsent(context, patientRef))) throw fail('gateway.consent');
  const { signal } = context.request;
  const input = { patient, signal, ...(await secrecy(context, connection, record)) };
  const { calls } = connection;
  const { messageId } = await explaining(context, { record, connection }, () =>
    callService(context, 'dmp', signal, () =>
      change === 'add'
        ? calls.authorise(input)
        : change === 'remove'
          ? calls.unauthorise(input)
          : calls.dropTreatingDoctor(input),
    ),
  );
  context.trace.messageId = messageId;
  note(context, { change });
  await forgetStatus(context, patientRef);
  return askStatus(context, connection, record);
};

/** A refusal of the DMP by its rights, with its reason. */
async function explaining<T>(
  context: OperationContext,
  of: { readonly record: IdentityRecord; readonly connection: DmpConnection },
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (thrown) {
    throw await explained(context, thrown, { ...of, emergency: false, action: rightActionOf(context.operation) });
  }
}

export const listAuthorisations: Operation<'dmp.authorisations'> = async ({ patientRef }, context) => {
  const record = await loadRecord(context, patientRef);
  const connection = await connect(context);
  const patient = needQualified(record);
  const { signal } = context.request;
  const secret = await secrecy(context, connection, record);
  const answer = await explaining(context, { record, connection }, () =>
    callService(context, 'dmp', signal, () => connection.calls.authorisations({ patient, signal, ...secret })),
  );
  context.meta.messageId = answer.messageId;
  note(context, { rows: answer.professionals.length });
  const rows = answer.professionals.map((professional) => ({
    name: [professional.family, professional.given].filter(Boolean).join(' '),
    ...(professional.specialtyLabel === undefined ? {} : { specialty: professional.specialtyLabel }),
    state: professional.mode?.toUpperCase().startsWith('INTERDI') ? ('blocked' as const) : ('authorised' as const),
    ...(professional.since === undefined ? {} : { from: toInstant(professional.since) }),
  }));
  return { rows, at: context.at() };
};

const HISTORY = 200;

export const getDmpHistory: Operation<'dmp.history'> = async ({ patientRef }, context) => {
  await loadRecord(context, patientRef);
  const kinds = ['dmp.', 'submission.'];
  const page = await context.ports.audit.query({ patientRef, limit: HISTORY });
  const entries = page.entries.filter(({ kind }) => kinds.some((prefix) => kind.startsWith(prefix)));
  return { entries: entries.map((entry) => ({ ...entry })) };
};

export const openEmergencyAccess: Operation<'dmp.emergency.open'> = async ({ patientRef, motive }, context) => {
  const record = await loadRecord(context, patientRef);
  const connection = await connect(context);
  needQualified(record);
  if (motive.trim().length < 10) throw fail('gateway.badRequest', { fields: { motive: 'too_small' } });
  // Asked again now: the opposition may be new.
  const status = await askStatus(context, connection, record);
  const { access } = await readAccess(context, connection, record, status);
  if (!access.emergency.allowed) {
    throw fail('gateway.emergency', { params: { attribute: access.emergency.reason ?? 'unavailable' } });
  }
  if (access.emergency.openSince === undefined) {
    if (await opposesEmergency(context, connection, record))
      throw fail('gateway.emergency', { params: { attribute: 'opposed' } });
    await openEmergency(context, patientRef, { since: context.at(), motive: motive.trim() });
  }
  // Its text may tell of the patient: it stays in the journal of the server.
  context.trace.reason = motive.trim();
  note(context, { motiveLength: motive.trim().length });
  return (await readAccess(context, connection, record, status)).access;
};

export const closeEmergencyAccess: Operation<'dmp.emergency.close'> = async ({ patientRef }, context) => {
  await closeEmergency(context, patientRef);
  context.state.documents.drop(patientRef);
  return accessNow(context, patientRef);
};

export const switchSecretConnection: Operation<'dmp.secretConnection'> = async ({ patientRef, active }, context) => {
  const record = await loadRecord(context, patientRef);
  const connection = await connect(context);
  const available = hasSecret(context, connection, record);
  if (active && !available) {
    const reason = connection.profile.secretConnection ? 'patient' : 'notConfigured';
    throw fail('gateway.forbidden', { reason });
  }
  await setSecret(context, patientRef, active);
  note(context, { active });
  return { available, active: available && (await isSecret(context, patientRef)) };
};

/** A ticket is opened once, within this time. */
const TICKET_MS = 60_000;

/** Pages where the patient's rights and choices are managed: a refusal of the consultation does not close them. */
const RIGHTS_PAGES: ReadonlySet<string> = new Set(['GestionDMPPatient', 'VolontesEtDroits', 'Parametrages']);

export const makeWebTicket: Operation<'dmp.webAccess'> = async ({ patientRef, page = 'TableauDeBord' }, context) => {
  const record = await loadRecord(context, patientRef);
  const connection = await connect(context);
  const patient = needQualified(record);
  if (connection.profile.mode !== 'DIRECTE') throw fail('gateway.unsupported');
  await needWebConsent(context, patientRef, page);
  const ticket = context.newId();
  const opened: WebTicket = { url: connection.calls.webAccessUrl({ page, patient }), patientRef, page };
  await context.ports.transient.set(ticketKey(context, ticket), JSON.stringify(opened), TICKET_MS);
  note(context, { page });
  return { ticket, expiresAt: new Date(context.now().getTime() + TICKET_MS).toISOString() };
};

interface WebTicket {
  readonly url: string;
  readonly patientRef: string;
  readonly page: string;
}

async function needWebConsent(context: OperationContext, patientRef: string, page: string): Promise<void> {
  if (RIGHTS_PAGES.has(page)) return;
  const { consultation } = await readConsent(context, patientRef);
  if (consultation === 'refused') throw fail('gateway.consent', { params: { attribute: 'refused' } });
}

/** The address behind a ticket of this user; the ticket is used up. What was allowed when it was made is asked again. */
export async function useWebTicket(context: OperationContext, ticket: string): Promise<string> {
  const key = ticketKey(context, ticket);
  const stored = await context.ports.transient.get(key);
  if (stored === undefined) throw fail('gateway.handle');
  await context.ports.transient.delete(key);
  const { url, patientRef, page } = JSON.parse(stored) as WebTicket;
  context.trace.patientRef = patientRef;
  note(context, { page });
  const decision = await context.authorize({ operation: 'dmp.webAccess.open', patientRef });
  if (!decision.allowed) throw fail('gateway.forbidden', { reason: decision.reason ?? 'profile' });
  await needWebConsent(context, patientRef, page);
  return url;
}

const ticketKey = (context: OperationContext, ticket: string) => `dmp:web:${context.session.userRef}:${ticket}`;
