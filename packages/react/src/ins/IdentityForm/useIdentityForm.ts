'use client';
import type {
  IdentitySaveInput,
  IdentitySaveOutput,
  Lock,
  PatientView,
  SocleUiEvent,
} from '@socle-sante/gateway/contract';
import { useEffect, useMemo, useState } from 'react';
import { type Async, dataOf } from '../../base/async.js';
import { useSocle } from '../../base/context.js';
import { allows, useGatewayClient } from '../../base/session.js';
import { useAction } from '../../base/use-action.js';
import { useAsyncQuery, useSocleQueryClient } from '../../base/use-async-query.js';
import { useEmit } from '../../base/use-emit.js';
import { identityQueries } from '../queries/identity.js';
import { useStoreRecord } from '../queries/use-record.js';
import {
  type Consequence,
  changedFields,
  consequenceOf,
  type IdentityField,
  type IdentityIssue,
  type IdentityValues,
  identityFields,
  issuesOf,
  noIdentity,
  saveInputOf,
  valuesOf,
} from './identity-values.js';

export interface IdentityFormOptions {
  /** The record to edit; without it the form creates one. */
  readonly patientRef?: string;
  /** What is known already: read from a scan, typed in the search. Used names are never filled. */
  readonly initial?: Partial<Omit<IdentityValues, 'usedName' | 'usedFirstName'>>;
  readonly collectedBy?: IdentitySaveInput['collectedBy'];
  readonly onEvent?: (event: SocleUiEvent) => void;
}

/** How a save asked by the user went on. */
export type SaveStep = 'refused' | 'confirm' | 'unchanged' | 'sent';

export interface IdentityForm {
  readonly mode: 'create' | 'edit';
  /** The record being edited; `idle` when one is created. */
  readonly patient: Async<PatientView>;
  readonly values: IdentityValues;
  set<F extends IdentityField>(field: F, value: IdentityValues[F]): void;
  readonly locks: Readonly<Record<IdentityField, Lock>>;
  /** True when the field may be typed in: free, or unlocked by {@link unlock}. */
  isOpen(field: IdentityField): boolean;
  /** Opens a field reserved to authorised persons; does nothing for a locked one. */
  unlock(field: IdentityField): void;
  readonly issues: Readonly<Partial<Record<IdentityField, IdentityIssue>>>;
  readonly changed: readonly IdentityField[];
  /** False when this session may not edit the record. */
  readonly isAllowed: boolean;
  /** Locked traits were changed: what this does, to be read before {@link confirm}. */
  consequence(documentProves: boolean): Consequence | undefined;
  readonly state: Async<IdentitySaveOutput>;
  /** Field of the input → rule, as the server refused it. */
  readonly refusedFields: Readonly<Record<string, string>>;
  /** Checks, then sends, or says what is missing. Never sends a change of a locked trait. */
  submit(): Promise<{ readonly step: SaveStep; readonly output?: IdentitySaveOutput }>;
  /** Sends a change of locked traits, once its consequences were read. */
  confirm(documentProves: boolean): Promise<IdentitySaveOutput | undefined>;
}

interface Draft {
  readonly patientRef: string | undefined;
  /** The record that this form created: from then on it edits it, so that nothing is created twice. */
  readonly created: string | undefined;
  readonly typed: Partial<IdentityValues>;
  readonly unlocked: readonly IdentityField[];
}

/** The local identity: values, locks decided by the server, issues, consequences. Nothing is sent that lacks a trait. */
export function useIdentityForm(options: IdentityFormOptions = {}): IdentityForm {
  const client = useGatewayClient();
  const store = useStoreRecord();
  const { now, zone } = useSocle();
  const emit = useEmit('IdentityForm', options.onEvent);
  const queryClient = useSocleQueryClient();
  const fresh = (): Draft => ({ patientRef: options.patientRef, created: undefined, typed: {}, unlocked: [] });
  const [draft, setDraft] = useState(fresh);
  const patientRef = options.patientRef ?? draft.created;
  const patient = useAsyncQuery({
    ...identityQueries.get(client, patientRef ?? ''),
    enabled: patientRef !== undefined,
  });
  const record = dataOf(patient);

  const action = useAction((input: IdentitySaveInput, signal) => client.identity.save(input, { signal }));
  if (draft.patientRef !== options.patientRef) {
    setDraft(fresh());
    action.reset();
  }

  // Someone else changed the record: it is read again under what was typed, and the user decides.
  const isConflict = action.state.status === 'error' && action.state.error.code === 'gateway.conflict';
  useEffect(() => {
    if (isConflict && patientRef !== undefined) {
      void queryClient.invalidateQueries({ queryKey: identityQueries.get(client, patientRef).queryKey });
    }
  }, [isConflict, patientRef, queryClient, client]);

  const before = useMemo(() => (record ? valuesOf(record) : noIdentity), [record]);
  const values = useMemo(
    () => ({
      ...before,
      ...(draft.created === undefined ? options.initial : undefined),
      ...draft.typed,
      ...usedNamesOf(before, draft.typed),
    }),
    [before, draft.created, options.initial, draft.typed],
  );
  const today = useMemo(() => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now()), [now, zone]);
  const isAllowed = patientRef === undefined || (record !== undefined && allows(record, 'identity.edit'));
  const locks = useMemo(
    () =>
      Object.fromEntries(identityFields.map((field) => [field, record?.locks[field] ?? 'free'])) as Record<
        IdentityField,
        Lock
      >,
    [record],
  );
  const isOpen = (field: IdentityField): boolean =>
    isAllowed && (locks[field] === 'free' || (locks[field] === 'superuser' && draft.unlocked.includes(field)));
  const changed = changedFields(values, before);
  const guarded = changed.filter((field) => locks[field] === 'superuser');
  // A locked trait is not the user's to correct.
  const issues = useMemo(() => {
    const all = issuesOf(values, today);
    return Object.fromEntries(Object.entries(all).filter(([field]) => locks[field as IdentityField] !== 'locked'));
  }, [values, today, locks]) as IdentityForm['issues'];
  const refusedFields = action.state.status === 'error' ? (action.state.error.fields ?? {}) : {};

  const send = async (extra: Partial<IdentitySaveInput>): Promise<IdentitySaveOutput | undefined> => {
    const output = await action.run({
      ...saveInputOf(values, record),
      ...(patientRef === undefined ? { collectedBy: options.collectedBy ?? 'SM' } : {}),
      ...extra,
    });
    if (!output) return undefined;
    store(output.patient);
    setDraft((last) => ({
      ...last,
      created: options.patientRef === undefined ? output.patient.ref : undefined,
      typed: {},
      unlocked: [],
    }));
    emit(patientRef === undefined ? 'identity.created' : 'identity.changed', {
      fields: [...changed],
      count: changed.length,
    });
    return output;
  };

  return {
    mode: patientRef === undefined ? 'create' : 'edit',
    patient,
    values,
    set: (field, value) => {
      if (!isOpen(field) || action.state.status === 'loading') return;
      setDraft((last) => ({ ...last, typed: { ...last.typed, [field]: value } }));
      if (action.state.status !== 'idle') action.reset();
    },
    locks,
    isOpen,
    unlock: (field) => {
      if (isAllowed && locks[field] === 'superuser')
        setDraft((last) => ({ ...last, unlocked: [...last.unlocked, field] }));
    },
    issues,
    changed,
    isAllowed,
    consequence: (documentProves) =>
      record && guarded.length > 0 ? consequenceOf(record, changed, values, documentProves) : undefined,
    state: action.state,
    refusedFields,
    submit: async () => {
      if (!isAllowed || action.state.status === 'loading' || Object.keys(issues).length > 0) return { step: 'refused' };
      if (patientRef !== undefined && changed.length === 0) return { step: 'unchanged' };
      if (guarded.length > 0) return { step: 'confirm' };
      const output = await send({});
      return output ? { step: 'sent', output } : { step: 'sent' };
    },
    confirm: async (documentProves) => {
      if (!isAllowed || guarded.length === 0 || Object.keys(issues).length > 0) return undefined;
      return send({ acknowledgeConsequences: true, documentProves });
    },
  };
}

/** Used names come from the record or from the keyboard, never from another field. */
function usedNamesOf(
  before: IdentityValues,
  typed: Partial<IdentityValues>,
): Pick<IdentityValues, 'usedName' | 'usedFirstName'> {
  return {
    usedName: typed.usedName ?? before.usedName,
    usedFirstName: typed.usedFirstName ?? before.usedFirstName,
  };
}
