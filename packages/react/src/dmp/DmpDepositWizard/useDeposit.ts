'use client';
import type {
  Channel,
  DepositDescription,
  DepositStep,
  DepositVisibility,
  Derivation,
  Submission,
  SubmissionDeriveInput,
} from '@socle-sante/gateway/contract';
import { useRef, useState } from 'react';
import type { BaseProps } from '../../base/component.js';
import { useGatewayClient } from '../../base/session.js';
import { type Action, useAction } from '../../base/use-action.js';
import { useSocleQueryClient } from '../../base/use-async-query.js';
import { useEmit } from '../../base/use-emit.js';

/** What is to be sent: a file of this machine, or a document of the record. */
export type DepositDocument =
  | { readonly kind: 'file'; readonly file: Blob; readonly name?: string }
  | { readonly kind: 'record'; readonly documentRef: string };

/** What the user chose, over what was derived. */
export interface DepositEdits {
  readonly description: DepositDescription;
  readonly visibility: DepositVisibility;
  readonly destinations?: readonly Channel[];
  readonly convert: boolean;
}

export interface DepositOptions extends Pick<BaseProps, 'onEvent'> {
  readonly patientRef: string;
  /** Values of the site or of the caller, put before any choice. */
  readonly defaults?: Partial<DepositEdits>;
  readonly destinations?: readonly Channel[];
  /** Handle of the document of the DMP that this one replaces. */
  readonly replaces?: string;
}

export interface DepositResult {
  /** The last preparation: derived values, findings, what may be chosen. */
  readonly derivation: Derivation | undefined;
  readonly edits: DepositEdits;
  /** Changes what the user chose; nothing is asked of the server before {@link refresh}. */
  edit(change: Partial<DepositEdits>): void;
  readonly prepare: Action<DepositDocument, Derivation>;
  /** Prepares again with the choices made: the findings follow. */
  readonly refresh: Action<Partial<DepositEdits>, Derivation>;
  /** Sends what was prepared, once: a second gesture gives the first answer. */
  readonly submit: Action<undefined, Submission>;
  /** Forgets everything, to prepare another document. */
  reset(): void;
}

export const depositSteps: readonly DepositStep[] = ['document', 'description', 'visibility', 'check', 'send'];

/** Prepares, corrects and sends one document. One preparation is sent once: it carries its own key. */
export function useDeposit(options: DepositOptions): DepositResult {
  const { patientRef, replaces } = options;
  const client = useGatewayClient();
  const queryClient = useSocleQueryClient();
  const emit = useEmit('DmpDepositWizard', options.onEvent);
  const first: DepositEdits = {
    description: options.defaults?.description ?? {},
    visibility: options.defaults?.visibility ?? {},
    convert: options.defaults?.convert ?? false,
    ...(options.destinations ? { destinations: options.destinations } : {}),
  };
  const [edits, setEdits] = useState(first);
  const [derivation, setDerivation] = useState<Derivation>();
  const key = useRef<string | undefined>(undefined);

  const input = (
    source: SubmissionDeriveInput['source'],
    { description, visibility, destinations, convert }: DepositEdits,
  ): SubmissionDeriveInput => ({
    patientRef,
    source,
    description,
    visibility,
    ...(destinations ? { destinations: [...destinations] } : {}),
    ...(replaces === undefined ? {} : { replaces }),
    ...(convert ? { convert } : {}),
  });

  const prepare = useAction(async (document: DepositDocument, signal) => {
    const source =
      document.kind === 'record'
        ? { kind: 'record' as const, documentRef: document.documentRef }
        : { kind: 'file' as const, ...(document.name ? { name: document.name } : {}) };
    const made = await client.submission.derive(input(source, edits), {
      signal,
      ...(document.kind === 'file' ? { file: document.file } : {}),
    });
    key.current = crypto.randomUUID();
    setDerivation(made);
    emit('deposit.prepared');
    return made;
  });
  const refresh = useAction(async (change: Partial<DepositEdits>, signal) => {
    const next = { ...edits, ...change };
    setEdits(next);
    const made = await client.submission.derive(
      input({ kind: 'derivation', derivationRef: derivation?.derivationRef ?? '' }, next),
      { signal },
    );
    key.current = crypto.randomUUID();
    setDerivation(made);
    return made;
  });
  const submit = useAction(async (_: undefined, signal) => {
    const sent = await client.submission.create(
      { patientRef, derivationRefs: [derivation?.derivationRef ?? ''] },
      { signal, ...(key.current === undefined ? {} : { idempotencyKey: key.current }) },
    );
    emit('deposit.submitted');
    // The record shows the new sending. The DMP is not searched again (EX_3.1-2030).
    void queryClient.invalidateQueries({ queryKey: ['socle', 'record', 'documents', patientRef] });
    void queryClient.invalidateQueries({ queryKey: ['socle', 'submission', 'list'] });
    return sent;
  });
  const reset = (): void => {
    setEdits(first);
    setDerivation(undefined);
    key.current = undefined;
    prepare.reset();
    refresh.reset();
    submit.reset();
  };
  return {
    derivation,
    edits,
    edit: (change) => setEdits((before) => ({ ...before, ...change })),
    prepare,
    refresh,
    submit,
    reset,
  };
}
