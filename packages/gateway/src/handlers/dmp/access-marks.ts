import type { OperationContext } from '../context.js';

/** An emergency access ends by itself after this time, when the page did not say that the record was closed. */
const EMERGENCY_MS = 60 * 60_000;
const SECRET_MS = 60 * 60_000;

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
