import type { DmpExistence } from '@socle-sante/dmp';
import type { DmpStatus } from '../../contract.js';
import { callService } from '../call-service.js';
import type { OperationContext } from '../context.js';
import type { DmpConnection } from '../dmp-service.js';
import type { IdentityRecord } from '../ports.js';
import { secrecy } from './access-marks.js';
import { qualified } from './connection.js';

/** TD0.2 is asked once while a record is open: this is how long an answer serves the other operations. */
const KEPT_MS = 15 * 60_000;

const keyOf = (context: OperationContext, patientRef: string) => `dmp:status:${context.session.userRef}:${patientRef}`;

/** Asks TD0.2 and keeps the answer; a record that is not qualified is never asked about. */
export async function askStatus(
  context: OperationContext,
  connection: DmpConnection,
  record: IdentityRecord,
): Promise<DmpStatus> {
  const patient = qualified(record);
  const at = context.at();
  if (!patient) return { kind: 'not-qualified', at };
  const { signal } = context.request;
  const secret = await secrecy(context, connection, record);
  const existence = await callService(context, 'dmp', signal, () =>
    connection.calls.existence({ patient, signal, ...secret }),
  );
  context.meta.messageId = existence.messageId;
  context.trace.messageId = existence.messageId;
  const status = toStatus(existence, at);
  await context.ports.transient.set(keyOf(context, record.patientRef), JSON.stringify(status), KEPT_MS);
  return status;
}

/** The last answer of TD0.2 for this user, or a new one. */
export async function knownStatus(
  context: OperationContext,
  connection: DmpConnection,
  record: IdentityRecord,
): Promise<DmpStatus> {
  const kept = qualified(record) && (await context.ports.transient.get(keyOf(context, record.patientRef)));
  return kept === undefined ? askStatus(context, connection, record) : (JSON.parse(kept) as DmpStatus);
}

export async function forgetStatus(context: OperationContext, patientRef: string): Promise<void> {
  await context.ports.transient.delete(keyOf(context, patientRef));
}

/** Nothing of the identity that the DMP gives crosses: RG_0320. */
export function toStatus(existence: DmpExistence, at: string): DmpStatus {
  const { authorisation, treatingDoctor, closure } = existence;
  const common = {
    at,
    ...(treatingDoctor === undefined ? {} : { treatingDoctor }),
    ...(authorisation.state === 'denied' ? { blocked: true } : {}),
  };
  switch (existence.status) {
    case 'none':
      return { kind: 'none', at };
    case 'terminated':
      return { kind: 'closed', at, ...(closure?.date === undefined ? {} : { closedOn: dayOf(closure.date) }) };
    case 'active':
      return { kind: authorisation.state === 'valid' ? 'open-authorised' : 'open-not-authorised', ...common };
    case 'unknown':
      return { kind: 'unknown', ...common };
  }
}

/** `yyyyMMdd…` or an ISO instant → `YYYY-MM-DD`; anything else as received. */
function dayOf(date: string): string {
  const digits = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(date);
  return digits ? `${digits[1]}-${digits[2]}-${digits[3]}` : date;
}
