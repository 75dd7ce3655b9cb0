import { dayInFrance, isMinorAt } from '../calendar.js';
import type { OperationContext } from '../context.js';
import type { DmpConnection } from '../dmp-service.js';
import type { IdentityRecord } from '../ports.js';

/** An emergency access ends by itself after this time, when the page did not say that the record was closed. */
const EMERGENCY_MS = 60 * 60_000;
/** A secret that ends by itself while the record is open would be a leak: it ends when the page says so, or with the day of work. */
const SECRET_MS = 12 * 60 * 60_000;

/** An emergency access that is open. */
export interface OpenEmergency {
  readonly since: string;
  /** Goes to the DMP with each call (Mode_Acces_Raison); it is never sent to a page, nor traced. */
  readonly motive: string;
}

const keyOf = (kind: string, context: OperationContext, patientRef: string) =>
  `dmp:${kind}:${context.session.userRef}:${patientRef}`;

export async function openEmergency(
  context: OperationContext,
  patientRef: string,
  emergency: OpenEmergency,
): Promise<void> {
  await context.ports.transient.set(keyOf('emergency', context, patientRef), JSON.stringify(emergency), EMERGENCY_MS);
}

export async function readEmergency(context: OperationContext, patientRef: string): Promise<OpenEmergency | undefined> {
  const stored = await context.ports.transient.get(keyOf('emergency', context, patientRef));
  return stored === undefined ? undefined : (JSON.parse(stored) as OpenEmergency);
}

export async function closeEmergency(context: OperationContext, patientRef: string): Promise<void> {
  await context.ports.transient.delete(keyOf('emergency', context, patientRef));
}

/** Secret connection: off by default, set for this user and this record. */
export async function setSecret(context: OperationContext, patientRef: string, active: boolean): Promise<void> {
  const key = keyOf('secret', context, patientRef);
  if (active) await context.ports.transient.set(key, '1', SECRET_MS);
  else await context.ports.transient.delete(key);
}

export async function isSecret(context: OperationContext, patientRef: string): Promise<boolean> {
  return (await context.ports.transient.get(keyOf('secret', context, patientRef))) !== undefined;
}

/** A secret connection exists for a minor, where the site has it (VIHF, confidentiality code). */
export function hasSecret(context: OperationContext, connection: DmpConnection, record: IdentityRecord): boolean {
  const minor = isMinorAt(record.state.traits.dateNaissance, dayInFrance(context.now()));
  return minor && connection.profile.secretConnection === true;
}

/** What every call about this record says of its secrecy, the first one included: each leaves a trace that somebody may read. */
export async function secrecy(
  context: OperationContext,
  connection: DmpConnection,
  record: IdentityRecord,
): Promise<{ readonly secretConnection?: true }> {
  const secret = hasSecret(context, connection, record) && (await isSecret(context, record.patientRef));
  return secret ? { secretConnection: true } : {};
}
