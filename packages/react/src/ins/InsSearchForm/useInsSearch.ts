'use client';
import type { InsAttempt, InsSearchOutput, PatientView, SentTraits, SocleUiEvent } from '@socle-sante/gateway/contract';
import { nextStep, recordAnswer, startSequence } from '@socle-sante/ins/validate';
import { useMemo, useState } from 'react';
import { type Async, dataOf } from '../../base/async.js';
import { useSocle } from '../../base/context.js';
import { allows, useGatewayClient } from '../../base/session.js';
import { toUiError } from '../../base/ui-error.js';
import { useAction } from '../../base/use-action.js';
import { useEmit } from '../../base/use-emit.js';
import { useRecord } from '../queries/use-record.js';
import { useOutcomeVersion } from '../shared/outcome-version.js';
import {
  type InsSearchField,
  type InsSearchPlan,
  type InsSearchTraits,
  planSearch,
  searchTraitsOf,
} from './search-traits.js';

export interface InsSearchOptions {
  /** Traits to start with, in place of those of the record. */
  readonly initialTraits?: Partial<InsSearchTraits>;
  /** The outcome; `undefined` once a trait was edited or the record changed: the outcome no longer counts. */
  readonly onResult?: (result: InsSearchOutput | undefined) => void;
  readonly onEvent?: (event: SocleUiEvent) => void;
}

/** The attempt that INSi is answering now. */
export interface RunningAttempt {
  readonly n: number;
  readonly max: number;
  readonly firstName: string;
  readonly birthPlace?: string;
}

export interface InsSearch {
  /** The record, whose status decides whether INSi may be asked. */
  readonly patient: Async<PatientView>;
  readonly form: InsSearchPlan & {
    readonly values: InsSearchTraits;
    /** Ignored while a search runs. */
    set<F extends InsSearchField>(field: F, value: InsSearchTraits[F]): void;
  };
  /** Why INSi may not be asked for this identity. */
  readonly blocked: PatientView['insiBlock'];
  /** False when the server does not allow this session to search for this record. */
  readonly isAllowed: boolean;
  readonly state: Async<InsSearchOutput>;
  /** Attempts that have ended. */
  readonly attempts: readonly InsAttempt[];
  readonly running: RunningAttempt | undefined;
  /** The outcome, as long as no trait was edited since. */
  readonly result: InsSearchOutput | undefined;
  readonly isOutdated: boolean;
  readonly wasCancelled: boolean;
  /** Starts the sequence; does nothing when a trait is to be corrected, the identity blocked or a search under way. */
  run(): Promise<InsSearchOutput | undefined>;
  cancel(): void;
  /** The outcome was stored in the record, which has this version now: the outcome stays until the next change. */
  stored(version: number): void;
}

interface Draft {
  readonly patientRef: string;
  readonly typed: Partial<InsSearchTraits>;
  readonly attempts: readonly InsAttempt[];
  readonly isOutdated: boolean;
  readonly wasCancelled: boolean;
}

const codes = { found: '00', notFound: '01', multiple: '02' } as const;

/** The INSi search of one record: what will be sent, the bounded sequence run by the server, its attempts as they end. */
export function useInsSearch(patientRef: string, options: InsSearchOptions = {}): InsSearch {
  const client = useGatewayClient();
  const { now } = useSocle();
  const emit = useEmit('InsSearchForm', options.onEvent);
  const patient = useRecord(patientRef);
  const record = dataOf(patient);
  const fresh = (): Draft => ({
    patientRef,
    typed: options.initialTraits ?? {},
    attempts: [],
    isOutdated: false,
    wasCancelled: false,
  });
  const [draft, setDraft] = useState(fresh);
  const change = (part: Partial<Draft>): void => setDraft((last) => ({ ...last, ...part }));

  const action = useAction(async (traits: SentTraits, signal: AbortSignal) => {
    const start = now().getTime();
    emit('ins.search.started');
    try {
      const result = await client.ins.search(
        { patientRef, traits },
        {
          signal,
          onAttempt: (attempt) => setDraft((last) => ({ ...last, attempts: [...last.attempts, attempt] })),
        },
      );
      emit('ins.search.finished', { officialCode: codes[result.outcome], durationMs: now().getTime() - start });
      return result;
    } catch (thrown) {
      const { officialCode, messageId } = toUiError(thrown);
      if (!signal.aborted) {
        emit('ins.search.finished', {
          outcome: 'failed',
          durationMs: now().getTime() - start,
          ...(officialCode === undefined ? {} : { officialCode }),
          ...(messageId === undefined ? {} : { messageId }),
        });
      }
      throw thrown;
    }
  });

  // Another record: nothing of the last one stays.
  if (draft.patientRef !== patientRef) {
    setDraft(fresh());
    action.reset();
  }

  const outcome = useOutcomeVersion(record?.version, action.state, (wasAnswered) => {
    setDraft(fresh());
    action.reset();
    if (wasAnswered && !draft.isOutdated) options.onResult?.(undefined);
  });

  const { typed, attempts, isOutdated, wasCancelled } = draft;
  const values = useMemo(() => ({ ...searchTraitsOf(record?.traits), ...typed }), [record, typed]);
  const plan = useMemo(() => planSearch(values), [values]);
  const isRunning = action.state.status === 'loading';
  const result = action.state.status === 'success' && !isOutdated ? action.state.data : undefined;
  const blocked = record?.insiBlock;
  const isAllowed = record !== undefined && allows(record, 'ins.search');

  return {
    patient,
    form: {
      ...plan,
      values,
      set: (field, value) => {
        if (isRunning || values[field] === value) return;
        setDraft((last) => ({ ...last, typed: { ...last.typed, [field]: value }, wasCancelled: false }));
        if (action.state.status === 'idle' || isOutdated) return;
        if (action.state.status === 'success') {
          change({ isOutdated: true, attempts: [] });
          options.onResult?.(undefined);
        } else action.reset();
      },
    },
    blocked,
    isAllowed,
    state: action.state,
    attempts,
    running: isRunning && plan.sent ? runningOf(plan.sent, attempts) : undefined,
    result,
    isOutdated,
    wasCancelled,
    run: async () => {
      if (!plan.sent || blocked !== undefined || !isAllowed || isRunning) return undefined;
      outcome.start();
      // What was asked stays on the screen, even once its answer was stored.
      change({ typed: values, attempts: [], isOutdated: false, wasCancelled: false });
      const found = await action.run(plan.sent);
      if (found) options.onResult?.(found);
      return found;
    },
    cancel: () => {
      if (!isRunning) return;
      action.cancel();
      change({ attempts: [], wasCancelled: true });
      emit('ins.search.cancelled', { outcome: 'cancelled' });
    },
    stored: outcome.stored,
  };
}

/** The attempt under way, by the same rule as on the server. */
function runningOf(sent: SentTraits, attempts: readonly InsAttempt[]): RunningAttempt | undefined {
  let state = startSequence({
    prenoms: sent.firstNames,
    ...(sent.birthPlace === undefined ? {} : { lieuNaissance: sent.birthPlace }),
  });
  for (const { firstName, birthPlace, cr } of attempts) {
    const done = {
      prenom: firstName,
      reason: 'prenom',
      ...(birthPlace === undefined ? {} : { lieuNaissance: birthPlace }),
    } as const;
    state = recordAnswer(state, done, cr);
  }
  const step = nextStep(state);
  if (step.kind !== 'call') return undefined;
  const { prenom, lieuNaissance } = step.attempt;
  return {
    n: step.n,
    max: state.max,
    firstName: prenom,
    ...(lieuNaissance === undefined ? {} : { birthPlace: lieuNaissance }),
  };
}
