'use client';
import { useCallback, useEffect, useRef } from 'react';
import { type Async, fromError } from './async.js';
import { useSocle } from './context.js';
import { toUiError } from './ui-error.js';
import { usePace } from './use-pace.js';
import { useScopedState } from './use-scoped-state.js';

type Step<T> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly since: number }
  | { readonly kind: 'done'; readonly data: T; readonly at: string }
  | { readonly kind: 'failed'; readonly error: unknown };

const idle = { kind: 'idle' } as const;

/** A gesture that waits for the server. */
export interface Action<I, T> {
  readonly state: Async<T>;
  /** Starts; a second call while one runs is ignored. Resolves to the result, or to `undefined` when it failed. */
  run(input: I): Promise<T | undefined>;
  cancel(): void;
  reset(): void;
}

/**
 * A write or a search started by the user: nothing runs twice at once, nothing is repeated by itself. Unlike a read, a
 * write is never replayed after a new login.
 *
 * `perform` receives the signal that `cancel()` aborts. `scope` names what the gesture is about, a record or a document: when it
 * changes, what runs is aborted and what was answered is forgotten, so that no answer is ever shown for another patient.
 */
export function useAction<I, T>(
  perform: (input: I, signal: AbortSignal) => Promise<T>,
  options: { readonly scope?: string } = {},
): Action<I, T> {
  const { scope = '' } = options;
  const { now, resume } = useSocle();
  const [step, setStep] = useScopedState<Step<T>>(scope, idle);
  const running = useRef<AbortController | undefined>(undefined);
  const last = useRef<I | undefined>(undefined);
  const pace = usePace(step.kind === 'running');
  const performRef = useRef(perform);
  performRef.current = perform;

  const reset = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setStep(idle);
  }, [setStep]);

  // Unmounted, hidden, or another scope: nothing of it is left, so that it may be started again (strict mode mounts twice).
  useEffect(
    () => () => {
      if (running.current) reset();
    },
    [reset],
  );

  const run = useCallback(
    async (input: I): Promise<T | undefined> => {
      if (running.current) return undefined;
      const controller = new AbortController();
      running.current = controller;
      last.current = input;
      setStep({ kind: 'running', since: now().getTime() });
      try {
        const data = await performRef.current(input, controller.signal);
        if (controller.signal.aborted) return undefined;
        setStep({ kind: 'done', data, at: now().toISOString() });
        return data;
      } catch (error) {
        if (!controller.signal.aborted) setStep({ kind: 'failed', error });
        return undefined;
      } finally {
        if (running.current === controller) running.current = undefined;
      }
    },
    [now, setStep],
  );

  return { state: toState(step, pace, reset, resume, () => void run(last.current as I)), run, cancel: reset, reset };
}

function toState<T>(
  step: Step<T>,
  pace: 'silent' | 'normal' | 'slow',
  cancel: () => void,
  resume: () => void,
  retry: () => void,
): Async<T> {
  switch (step.kind) {
    case 'idle':
      return { status: 'idle' };
    case 'running':
      return { status: 'loading', since: step.since, pace, cancel };
    case 'done':
      return { status: 'success', data: step.data, at: step.at, source: 'service' };
    case 'failed':
      return fromError<T>(toUiError(step.error), { retry, resume });
  }
}
