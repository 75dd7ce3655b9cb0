'use client';
import type {
  InsSearchOutput,
  PatientView,
  SocleUiEvent,
  VitaleReader,
  VitaleReading,
} from '@socle-sante/gateway/contract';
import { useEffect, useRef, useState } from 'react';
import { type Async, dataOf } from '../../base/async.js';
import { useSocle } from '../../base/context.js';
import { allows, useGatewayClient } from '../../base/session.js';
import { toUiError, type UiError } from '../../base/ui-error.js';
import { useAction } from '../../base/use-action.js';
import { useEmit } from '../../base/use-emit.js';
import { useRecord, useStoreRecord } from '../queries/use-record.js';
import { useOutcomeVersion } from '../shared/outcome-version.js';

/** Reads the appli carte Vitale: the vendor's server checks what it gives and qualifies the record. INSi is not asked. */
export interface ApcvIdentityProvider {
  present(options: {
    readonly patientRef: string;
    readonly signal: AbortSignal;
  }): Promise<{ readonly patient: PatientView }>;
}

export interface VitaleOptions {
  readonly patientRef: string;
  /** The reader of the workstation; the one behind the gateway otherwise. */
  readonly reader?: VitaleReader;
  readonly apcv?: ApcvIdentityProvider;
  readonly onResult?: (result: InsSearchOutput) => void;
  /** The record that the appli carte Vitale qualified. */
  readonly onApcv?: (patient: PatientView) => void;
  readonly onEvent?: (event: SocleUiEvent) => void;
}

/**
 * The reader: `waiting` for a gesture, `absent` (no card), `inserted` (a card that was not read), `reading`, `present`
 * (its beneficiaries), `changed` or `expired` (to read again), `failed`.
 */
export type VitaleState =
  | { readonly kind: 'waiting' | 'absent' | 'inserted' | 'reading' | 'changed' | 'expired' }
  | { readonly kind: 'present'; readonly beneficiaries: VitaleReading['beneficiaries'] }
  | { readonly kind: 'failed'; readonly error: UiError };

export interface Vitale {
  readonly patient: Async<PatientView>;
  readonly blocked: PatientView['insiBlock'];
  readonly isAllowed: boolean;
  readonly card: VitaleState;
  /** Chosen place on the card. A card with one person leaves no choice. */
  readonly beneficiary: number | undefined;
  choose(index: number): void;
  read(): Promise<void>;
  /** Asks INSi with the person chosen, then forgets the card. */
  search(): Promise<InsSearchOutput | undefined>;
  readonly state: Async<InsSearchOutput>;
  cancel(): void;
  /** The answer was stored in the record, which has this version now: it stays until the next change. */
  stored(version: number): void;
  /** True once a search has ended and the card is forgotten. */
  readonly isForgotten: boolean;
  readonly apcv: Async<{ readonly patient: PatientView }>;
  /** Waits for the appli carte Vitale; absent without a provider. */
  present: (() => Promise<void>) | undefined;
}

type Step =
  | { readonly kind: 'waiting' | 'absent' | 'inserted' | 'reading' | 'changed' | 'expired' }
  | { readonly kind: 'present'; readonly reading: VitaleReading; readonly index: number | undefined }
  | { readonly kind: 'failed'; readonly error: UiError };

interface Draft {
  readonly patientRef: string;
  readonly step: Step;
  readonly isForgotten: boolean;
}

/** Milliseconds between two looks at the age of a reading. */
const AGE_MS = 5_000;
const codes = { found: '00', notFound: '01', multiple: '02' } as const;
/** Refusals of the server that mean « read the card again ». */
const again: Readonly<Record<string, 'absent' | 'changed' | 'expired'>> = {
  'insi.vitale.absent': 'absent',
  'insi.vitale.swapped': 'changed',
  'insi.vitale.expired': 'expired',
};

/** A carte Vitale, read by a gesture, used for one search, then forgotten. Its number never reaches the page. */
export function useVitale(options: VitaleOptions): Vitale {
  const { patientRef, reader, apcv } = options;
  const client = useGatewayClient();
  const store = useStoreRecord();
  const { now } = useSocle();
  const emit = useEmit('InsVitalePanel', options.onEvent);
  const patient = useRecord(patientRef);
  const record = dataOf(patient);
  const fresh = (): Draft => ({ patientRef, step: { kind: 'waiting' }, isForgotten: false });
  const [draft, setDraft] = useState(fresh);
  const { step } = draft;
  const go = (next: Step, isForgotten = false): void => setDraft((last) => ({ ...last, step: next, isForgotten }));
  const pending = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => pending.current?.abort(), []);

  const search = useAction(async (input: { readonly readingRef: string; readonly index: number }, signal) => {
    const start = now().getTime();
    emit('ins.search.started');
    try {
      const result = await client.ins.searchVitale(
        { patientRef, readingRef: input.readingRef, beneficiaryIndex: input.index },
        { signal },
      );
      go({ kind: 'waiting' }, true);
      emit('ins.search.finished', { officialCode: codes[result.outcome], durationMs: now().getTime() - start });
      return result;
    } catch (thrown) {
      const { code, officialCode } = toUiError(thrown);
      // Whatever happened, nothing of the card is kept.
      go({ kind: again[code] ?? 'waiting' }, again[code] === undefined);
      if (again[code] === 'changed') emit('ins.vitale.changed', { outcome: 'refused' });
      if (!signal.aborted) {
        emit('ins.search.finished', {
          outcome: 'failed',
          durationMs: now().getTime() - start,
          ...(officialCode === undefined ? {} : { officialCode }),
        });
      }
      throw thrown;
    }
  });
  const outcome = useOutcomeVersion(record?.version, search.state, search.reset);
  const app = useAction(async (provider: ApcvIdentityProvider, signal: AbortSignal) => {
    const { patient: qualified } = await provider.present({ patientRef, signal });
    store(qualified);
    options.onApcv?.(qualified);
    return { patient: qualified };
  });

  if (draft.patientRef !== patientRef) {
    setDraft(fresh());
    pending.current?.abort();
    search.reset();
    app.reset();
  }

  // A card that leaves or comes: what was read is not this card's any more (CNDA 1.03).
  const told = useRef({ step, emit });
  told.current = { step, emit };
  useEffect(
    () =>
      reader?.watch?.((movement) => {
        const wasPresent = told.current.step.kind === 'present';
        if (wasPresent) told.current.emit('ins.vitale.changed', { outcome: 'refused' });
        setDraft((last) =>
          last.step.kind === 'reading'
            ? last
            : { ...last, step: { kind: wasPresent || last.step.kind === 'changed' ? 'changed' : movement } },
        );
      }),
    [reader],
  );

  // A reading lasts 20 minutes (CNDA 1.02).
  const expiresAt = step.kind === 'present' ? Date.parse(step.reading.expiresAt) : undefined;
  useEffect(() => {
    if (expiresAt === undefined) return;
    const look = (): void => {
      if (now().getTime() >= expiresAt) setDraft((last) => ({ ...last, step: { kind: 'expired' } }));
    };
    const timer = setInterval(look, AGE_MS);
    return () => clearInterval(timer);
  }, [expiresAt, now]);

  const blocked = record?.insiBlock;
  const isAllowed = record !== undefined && allows(record, 'ins.searchVitale');
  const canAsk = blocked === undefined && isAllowed;

  const read = async (): Promise<void> => {
    if (!canAsk || step.kind === 'reading' || search.state.status === 'loading') return;
    search.reset();
    go({ kind: 'reading' });
    const controller = new AbortController();
    pending.current = controller;
    try {
      const found = await (reader ?? client.ins.vitale).read({ signal: controller.signal });
      if (controller.signal.aborted) return;
      const [only] = found.beneficiaries;
      go({
        kind: 'present',
        reading: found,
        index: found.beneficiaries.length === 1 ? only?.index : undefined,
      });
      emit('ins.vitale.read', { count: found.beneficiaries.length });
    } catch (thrown) {
      if (controller.signal.aborted) return;
      const error = toUiError(thrown);
      go(error.code === 'insi.vitale.absent' ? { kind: 'absent' } : { kind: 'failed', error });
      emit('ins.vitale.read', { outcome: 'failed' });
    }
  };

  return {
    patient,
    blocked,
    isAllowed,
    card: step.kind === 'present' ? { kind: 'present', beneficiaries: step.reading.beneficiaries } : step,
    beneficiary: step.kind === 'present' ? step.index : undefined,
    choose: (index) => {
      if (step.kind === 'present' && search.state.status !== 'loading') go({ ...step, index });
    },
    read,
    search: async () => {
      if (!canAsk || step.kind !== 'present' || step.index === undefined) return undefined;
      if (now().getTime() >= Date.parse(step.reading.expiresAt)) {
        go({ kind: 'expired' });
        return undefined;
      }
      outcome.start();
      const result = await search.run({ readingRef: step.reading.readingRef, index: step.index });
      if (result) options.onResult?.(result);
      return result;
    },
    state: search.state,
    cancel: () => {
      if (search.state.status !== 'loading') return;
      search.cancel();
      go({ kind: 'waiting' }, true);
      emit('ins.search.cancelled', { outcome: 'cancelled' });
    },
    stored: outcome.stored,
    isForgotten: draft.isForgotten,
    apcv: app.state,
    present:
      apcv === undefined
        ? undefined
        : async () => {
            await app.run(apcv);
          },
  };
}
