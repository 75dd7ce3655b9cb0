'use client';
import type {
  Channel,
  DepositDescription,
  DepositStep,
  DepositVisibility,
  Derivation,
  Submission,
  SubmissionDeriveInput,
  SubmissionPreviewOutput,
} from '@socle-sante/gateway/contract';
import { useRef } from 'react';
import type { BaseProps } from '../../base/component.js';
import { useGatewayClient } from '../../base/session.js';
import { type Action, useAction } from '../../base/use-action.js';
import { useSocleQueryClient } from '../../base/use-async-query.js';
import { useEmit } from '../../base/use-emit.js';
import { useScopedState } from '../../base/use-scoped-state.js';

/** What is to be sent: a file of this machine, a document of the record, or one that the server composes from the record, by its key. */
export type DepositDocument =
  | { readonly kind: 'file'; readonly file: Blob; readonly name?: string }
  | { readonly kind: 'record'; readonly documentRef: string }
  | { readonly kind: 'composed'; readonly ref: string };

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
  /** Shows the document as it will be sent: a whole page of HTML, for a sandboxed frame. */
  readonly preview: Action<undefined, SubmissionPreviewOutput>;
  /** Sends what was prepared, once: a second gesture gives the first answer. */
  readonly submit: Action<undefined, Submission>;
  /** Forgets everything, to prepare another document. */
  reset(): void;
}

export const depositSteps: readonly DepositStep[] = ['document', 'description', 'visibility', 'check', 'send'];

/** Prepares, corrects and sends one document. One preparation is sent once: it carries its own key. */
export function useDeposit(options: DepositOptions): DepositResult {
  const { patientRef, replaces } = options;
  const scope = { scope: `${patientRef} ${replaces ?? ''}` };
  const client = useGatewayClient();
  const queryClient = useSocleQueryClient();
  const emit = useEmit('DmpDepositWizard', options.onEvent);
  const first: DepositEdits = {
    description: options.defaults?.description ?? {},
    visibility: options.defaults?.visibility ?? {},
    convert: options.defaults?.convert ?? false,
    ...(options.destinations ? { destinations: options.destinations } : {}),
  };
  const [chosen, setChosen] = useScopedState<DepositEdits | undefined>(scope.scope, undefined);
  const [prepared, setPrepared] = useScopedState<Prepared | undefined>(scope.scope, undefined);
  const edits = chosen ?? first;
  const derivation = prepared?.derivation;
  // What the user chose up to now, for a preparation that lasts while they go on choosing.
  const latest = useRef(edits);
  latest.current = edits;
  const source = useRef<string | undefined>(undefined);
  const edit = (change: Partial<DepositEdits>): void => {
    latest.current = { ...latest.current, ...change };
    setChosen(latest.current);
  };

  const derive = (
    from: SubmissionDeriveInput['source'],
    { description, visibility, destinations, convert }: DepositEdits,
    rest: { readonly signal: AbortSignal; readonly file?: Blob },
  ): Promise<Derivation> =>
    client.submission.derive(
      {
        patientRef,
        source: from,
        description,
        visibility,
        ...(destinations ? { destinations: [...destinations] } : {}),
        ...(replaces === undefined ? {} : { replaces }),
        ...(convert ? { convert } : {}),
      },
      rest,
    );
  const keep = (made: Derivation): Derivation => {
    setPrepared({ derivation: made, key: crypto.randomUUID() });
    return made;
  };

  const prepare = useAction(async (document: DepositDocument, signal) => {
    // What was chosen for a document is not chosen for the next one.
    const name = nameOf(document);
    if (source.current !== undefined && source.current !== name) edit(first);
    source.current = name;
    setPrepared(undefined);
    const made = await derive(
      document.kind === 'file' ? { kind: 'file', ...(document.name ? { name: document.name } : {}) } : document,
      latest.current,
      { signal, ...(document.kind === 'file' ? { file: document.file } : {}) },
    );
    emit('deposit.prepared');
    return keep(made);
  }, scope);
  const refresh = useAction(async (change: Partial<DepositEdits>, signal) => {
    edit(change);
    let asked = latest.current;
    let made = await derive({ kind: 'derivation', derivationRef: derivation?.derivationRef ?? '' }, asked, { signal });
    // What was chosen in the meantime counts: nothing may be sent that is not what the screen shows.
    while (!signal.aborted && latest.current !== asked) {
      asked = latest.current;
      made = await derive({ kind: 'derivation', derivationRef: made.derivationRef }, asked, { signal });
    }
    return keep(made);
  }, scope);
  const preview = useAction(
    (_: undefined, signal) =>
      client.submission.preview({ patientRef, derivationRef: derivation?.derivationRef ?? '' }, { signal }),
    { scope: derivation?.derivationRef ?? '' },
  );
  const submit = useAction(async (_: undefined, signal) => {
    const sent = await client.submission.create(
      { patientRef, derivationRefs: [derivation?.derivationRef ?? ''] },
      { signal, ...(prepared === undefined ? {} : { idempotencyKey: prepared.key }) },
    );
    emit('deposit.submitted');
    // The record shows the new sending. The DMP is not searched again (EX_3.1-2030).
    void queryClient.invalidateQueries({ queryKey: ['socle', 'record', 'documents', patientRef] });
    void queryClient.invalidateQueries({ queryKey: ['socle', 'submission', 'list'] });
    return sent;
  }, scope);
  const reset = (): void => {
    setChosen(undefined);
    setPrepared(undefined);
    source.current = undefined;
    prepare.reset();
    refresh.reset();
    preview.reset();
    submit.reset();
  };
  return { derivation, edits, edit, prepare, refresh, preview, submit, reset };
}

/** A preparation and the key under which it is sent. */
interface Prepared {
  readonly derivation: Derivation;
  readonly key: string;
}

/** Tells whether a document is the one before, chosen again. */
function nameOf(document: DepositDocument): string {
  return document.kind === 'file' ? JSON.stringify([document.name, document.file.size]) : JSON.stringify(document);
}
