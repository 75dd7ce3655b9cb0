'use client';
import type {
  DiffRow,
  DiffVerdict,
  InsAcceptOutput,
  InsiSnapshot,
  PatientView,
  SocleUiEvent,
  TraitField,
} from '@socle-sante/gateway/contract';
import { useState } from 'react';
import type { Async } from '../../base/async.js';
import { useSocle } from '../../base/context.js';
import { allows, useGatewayClient } from '../../base/session.js';
import { useAction } from '../../base/use-action.js';
import { useEmit } from '../../base/use-emit.js';
import { useStoreRecord } from '../queries/use-record.js';
import { useOutcomeStored } from '../shared/outcome-version.js';
import { type ComparisonKind, countVerdicts, firstNameChoices, kindOf, toAcknowledge } from './comparison.js';

/** Why an identity of INSi was not used. */
export type InsRejection = 'user' | 'blocked' | 'validatedDiffers';

export interface InsComparisonOptions {
  /** The record. */
  readonly local: PatientView;
  /** What INSi returned, unchanged. */
  readonly insi: InsiSnapshot;
  /** The comparison that the server made (`found.rows`): it alone knows both matricules. */
  readonly rows: readonly DiffRow[];
  readonly onAccept?: (output: InsAcceptOutput) => void;
  readonly onReject?: (reason: InsRejection) => void;
  readonly onEvent?: (event: SocleUiEvent) => void;
}

/** Why the identity cannot be used now. */
export type AcceptRefusal = 'blocked' | 'validatedDiffers' | 'notAllowed' | 'expired' | 'unacknowledged' | 'firstName';

export interface InsComparison {
  /** The record as it was when the result was first shown: the comparison does not change under the eyes. */
  readonly local: PatientView;
  readonly kind: ComparisonKind;
  readonly rows: readonly DiffRow[];
  readonly counts: Readonly<Record<DiffVerdict | 'all', number>>;
  readonly blockers: InsiSnapshot['blockers'];
  /** Traits to check on a document, in the order of the table. */
  readonly toAcknowledge: readonly TraitField[];
  readonly acknowledged: ReadonlySet<TraitField>;
  acknowledge(field: TraitField, isChecked: boolean): void;
  /** The first first name to store: a beginning of INSi's list, nothing else. */
  readonly firstName: {
    readonly choices: readonly string[];
    /** Empty while the user must choose. */
    readonly value: string;
    choose(value: string): void;
  };
  readonly refusal: AcceptRefusal | undefined;
  readonly state: Async<InsAcceptOutput>;
  readonly wasRejected: boolean;
  /** Stores INSi's identity in the record; does nothing while {@link refusal} says why. */
  accept(): Promise<InsAcceptOutput | undefined>;
  reject(): void;
}

interface Draft {
  readonly snapshotRef: string;
  readonly local: PatientView;
  readonly acknowledged: ReadonlySet<TraitField>;
  readonly chosen: string | undefined;
  readonly wasRejected: boolean;
}

/** The comparison of a record with what INSi returned, and what may be done of it. */
export function useInsComparison(options: InsComparisonOptions): InsComparison {
  const { insi, rows } = options;
  const client = useGatewayClient();
  const store = useStoreRecord();
  const outcomeStored = useOutcomeStored();
  const { now } = useSocle();
  const emit = useEmit('InsComparison', options.onEvent);
  const fresh = (): Draft => ({
    snapshotRef: insi.snapshotRef,
    local: options.local,
    acknowledged: new Set(),
    chosen: undefined,
    wasRejected: false,
  });
  const [draft, setDraft] = useState(fresh);
  const { local, acknowledged, chosen, wasRejected } = draft;

  const choices = firstNameChoices(insi.traits);
  const firstName = chosen ?? (insi.firstNameAmbiguous && choices.length > 1 ? '' : insi.traits.firstName);
  const kind = kindOf(rows, insi, local.status, firstName);
  const wanted = toAcknowledge(rows);
  const action = useAction((_input: undefined, signal) =>
    client.ins.accept(
      {
        patientRef: local.ref,
        version: local.version,
        snapshotRef: insi.snapshotRef,
        acknowledged: wanted.filter((field) => acknowledged.has(field)),
        ...(firstName === '' || firstName === insi.traits.firstName ? {} : { firstName }),
      },
      { signal },
    ),
  );

  // Another answer of INSi: nothing that was ticked for the last one counts.
  if (draft.snapshotRef !== insi.snapshotRef) {
    setDraft(fresh());
    action.reset();
  }

  const refusalOf = (): AcceptRefusal | undefined => {
    if (kind === 'blocked' || kind === 'validatedDiffers') return kind;
    if (!allows(local, 'ins.accept')) return 'notAllowed';
    if (now().getTime() > Date.parse(insi.expiresAt)) return 'expired';
    if (wanted.some((field) => !acknowledged.has(field))) return 'unacknowledged';
    return firstName === '' ? 'firstName' : undefined;
  };

  return {
    local,
    kind,
    rows,
    counts: countVerdicts(rows),
    blockers: insi.blockers,
    toAcknowledge: wanted,
    acknowledged,
    acknowledge: (field, isChecked) => {
      const next = new Set(acknowledged);
      if (isChecked) next.add(field);
      else next.delete(field);
      setDraft({ ...draft, acknowledged: next });
    },
    firstName: {
      choices,
      value: firstName,
      choose: (value) => {
        if (choices.includes(value)) setDraft({ ...draft, chosen: value });
      },
    },
    refusal: refusalOf(),
    state: action.state,
    wasRejected,
    accept: async () => {
      if (refusalOf() !== undefined || wasRejected || action.state.status === 'success') return undefined;
      const output = await action.run(undefined);
      if (output) {
        emit('ins.accepted', {
          fields: [...wanted],
          count: wanted.length,
          ...(insi.messageId === undefined ? {} : { messageId: insi.messageId }),
        });
        outcomeStored(output.patient.version);
        store(output.patient);
        options.onAccept?.(output);
      }
      return output;
    },
    reject: () => {
      if (action.state.status === 'loading' || action.state.status === 'success') return;
      setDraft({ ...draft, wasRejected: true });
      emit('ins.rejected', { outcome: 'refused', fields: [...wanted], count: wanted.length });
      options.onReject?.(kind === 'blocked' || kind === 'validatedDiffers' ? kind : 'user');
    },
  };
}
