'use client';
import type {
  IdentityAttribute,
  IdentityChangeOutput,
  IdentityHistoryOutput,
  IdentityStatus,
  PatientView,
  TransitionType,
  TransitionView,
} from '@socle-sante/gateway/contract';
import { type Async, dataOf } from '../../base/async.js';
import type { BaseProps } from '../../base/component.js';
import { allows, useGatewayClient } from '../../base/session.js';
import { type Action, useAction } from '../../base/use-action.js';
import { useAsyncQuery } from '../../base/use-async-query.js';
import { useEmit } from '../../base/use-emit.js';
import { identityQueries } from '../queries/identity.js';
import { useRecord, useStoreRecord } from '../queries/use-record.js';

/**
 * A change of status that a user may ask for by a gesture. Validation is not one of them: it is the consequence of a
 * document ({@link useJustificatif}); nor is any status, which always follows from the two axes.
 */
export type StatusTransition = TransitionView & { readonly type: Exclude<TransitionType, 'documentChecked'> };

export interface IdentityStatusOptions {
  readonly patientRef: string;
  /** Reads the history too. */
  readonly withHistory?: boolean;
  readonly onTransition?: (result: IdentityChangeOutput) => void;
  readonly onEvent?: NonNullable<BaseProps['onEvent']>;
}

export interface IdentityStatusView {
  readonly record: Async<PatientView>;
  readonly status: IdentityStatus | undefined;
  readonly axes: PatientView['axes'] | undefined;
  readonly attributes: readonly IdentityAttribute[];
  readonly history: Async<IdentityHistoryOutput>;
  /** Open now, as the server decides; what each will do is in `effects`. */
  readonly allowed: readonly StatusTransition[];
  /** A document may be checked now. */
  readonly canCheckDocument: boolean;
  /** Asks the server for one of `allowed`. */
  readonly apply: Action<StatusTransition, IdentityChangeOutput>;
}

const isGesture = (transition: TransitionView): transition is StatusTransition => transition.type !== 'documentChecked';

/** The RNIV status of a record: two axes, attributes, what may be done and what each gesture would do. */
export function useIdentityStatus(options: IdentityStatusOptions): IdentityStatusView {
  const { patientRef, withHistory = false, onTransition } = options;
  const client = useGatewayClient();
  const record = useRecord(patientRef);
  const history = useAsyncQuery({ ...identityQueries.history(client, patientRef), enabled: withHistory });
  const store = useStoreRecord();
  const emit = useEmit('IdentityStatusPanel', options.onEvent);
  const patient = dataOf(record);

  const apply = useAction<StatusTransition, IdentityChangeOutput>(async ({ type }, signal) => {
    if (!patient) throw new Error('The record is not loaded.');
    const result = await client.identity
      .transition({ type, patientRef, version: patient.version }, { signal })
      .catch((error: unknown) => {
        emit('identity.transition', { outcome: 'failed', officialCode: type });
        throw error;
      });
    emit('identity.transition', { officialCode: type });
    store(result.patient);
    onTransition?.(result);
    return result;
  });

  return {
    record,
    status: patient?.status,
    axes: patient?.axes,
    attributes: patient?.attributes ?? [],
    history,
    allowed: patient?.transitions.filter(isGesture) ?? [],
    canCheckDocument: patient !== undefined && allows(patient, 'identity.documentChecked'),
    apply,
  };
}
