import type { IdentityState } from '@socle-sante/core/rniv';
import type { PatientCallInput } from '@socle-sante/dmp';
import type { DmpAccess, DmpStatus } from '../../contract.js';
import { callService } from '../call-service.js';
import { loadRecord, note, type OperationContext } from '../context.js';
import type { DmpConnection } from '../dmp-service.js';
import { Failure, fail } from '../failure.js';
import type { IdentityRecord } from '../ports.js';
import { readAccess } from './access.js';
import { readEmergency, secrecy } from './access-marks.js';
import { connect, needQualified } from './connection.js';
import { maySee, readConsent } from './consent.js';
import { askStatus, forgetStatus, knownStatus } from './existence.js';
import { explained, rightActionOf } from './refusal.js';

/** A consultation that was permitted, and the way to call the DMP in it. */
export interface Consultation {
  readonly record: IdentityRecord;
  readonly connection: DmpConnection;
  readonly patient: IdentityState;
  readonly status: DmpStatus;
  readonly access: DmpAccess;
  /** Calls the DMP: stops when the consent is refused meanwhile. */
  call<T>(run: (input: PatientCallInput) => Promise<T>): Promise<T>;
}

/**
 * Everything that may be refused before a DMP is read: qualified identity, consent, mode of access, state of the DMP,
 * authorisation (declared by itself when the consent is there, DMP/UX.50). Then runs `work`; a refusal of consent in the
 * meantime aborts it, and what it brought back is not given.
 */
export async function consult<T>(
  context: OperationContext,
  patientRef: string,
  work: (consultation: Consultation) => Promise<T>,
  /** What is changed, in the words of `dmp.update`. */
  update?: string,
): Promise<T> {
  const record = await loadRecord(context, patientRef);
  const connection = await connect(context);
  const patient = needQualified(record);
  const consent = await readConsent(context, patientRef);
  const emergency = await readEmergency(context, patientRef);
  if (consent.consultation === 'refused') throw fail('gateway.consent', { params: { attribute: 'refused' } });
  if (!maySee(consent) && !emergency && !connection.profile.regulation) throw fail('gateway.consent');
  if (connection.profile.mode === 'INDIRECTE') throw dmpRefusal('dmp.indirect', 403);

  context.takeDmpCall();
  const { consultations } = context.state;
  const { signal, end } = consultations.begin(patientRef, context.request.signal);
  try {
    const known = await knownStatus(context, connection, record);
    const status = await authorised(context, connection, record, patient, known, emergency !== undefined);
    const { access } = await readAccess(context, connection, record, status);
    const secret = await secrecy(context, connection, record);
    const call = <R>(run: (input: PatientCallInput) => Promise<R>): Promise<R> =>
      callService(context, 'dmp', signal, () =>
        run({
          patient,
          signal,
          ...(connection.profile.regulation ? { purpose: 'centre_15' as const } : {}),
          ...(emergency ? { purpose: 'bris_de_glace' as const, reason: emergency.motive } : {}),
          ...secret,
        }),
      );
    if (emergency) note(context, { emergency: true });
    if (secret.secretConnection) note(context, { secret: true });
    const result = await work({ record, connection, patient, status, access, call });
    signal.throwIfAborted();
    // Another process may have recorded the refusal.
    if ((await readConsent(context, patientRef)).consultation === 'refused')
      throw fail('gateway.consent', { params: { attribute: 'refused' } });
    return result;
  } catch (thrown) {
    // The client's own error says that its call was aborted; the reason is ours.
    if (signal.aborted && signal.reason instanceof Failure) throw signal.reason;
    const action = rightActionOf(context.operation, update);
    throw await explained(context, thrown, { record, connection, emergency: emergency !== undefined, action });
  } finally {
    end();
  }
}

async function authorised(
  context: OperationContext,
  connection: DmpConnection,
  record: IdentityRecord,
  patient: IdentityState,
  status: DmpStatus,
  emergency: boolean,
): Promise<DmpStatus> {
  if (status.kind === 'none') throw dmpRefusal('dmp.none', 422, 'NF');
  if (status.kind === 'closed') throw dmpRefusal('dmp.closed', 422, 'terminated');
  if (status.kind === 'open-authorised' || emergency || connection.profile.regulation) return status;
  if (
    status.blocked ||
    !(await context.authorize({ operation: 'dmp.authorise', patientRef: record.patientRef })).allowed
  )
    return status;
  const { signal } = context.request;
  const secret = await secrecy(context, connection, record);
  const { messageId } = await callService(context, 'dmp', signal, () =>
    connection.calls.authorise({ patient, signal, ...secret }),
  );
  await context.audit('success', { kind: 'dmp.authorised', messageId, detail: { automatic: true } });
  await forgetStatus(context, record.patientRef);
  return askStatus(context, connection, record);
}

/** A refusal in the words of the DMP, without a call. */
export function dmpRefusal(code: string, status: number, officialCode?: string): Failure {
  return new Failure(
    {
      code,
      service: 'dmp',
      retryable: false,
      audience: 'user',
      ...(officialCode === undefined ? {} : { officialCode }),
    },
    status,
  );
}
