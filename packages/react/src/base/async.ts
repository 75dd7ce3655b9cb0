import type { Finding } from '@socle-sante/core/finding';
import type { DenialReason, UiError } from '@socle-sante/gateway/contract';

/** Why a list has no row. */
export type EmptyReason = 'none' | 'filtered' | 'notSearched' | 'noRight';
/** `silent` under 300 ms, `slow` after 4 s. */
export type Pace = 'silent' | 'normal' | 'slow';

/** Milliseconds before a wait is shown, and before it is said to be slow. */
export const PACE_MS = { normal: 300, slow: 4000 } as const;

/** What every data hook returns: one state at a time, each with what the screen needs to show it. */
export type Async<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly since: number; readonly pace: Pace; cancel(): void }
  | { readonly status: 'success'; readonly data: T; readonly at: string; readonly source: 'service' | 'local' }
  | { readonly status: 'partial'; readonly data: T; readonly missing: readonly Finding[] }
  | { readonly status: 'empty'; readonly reason: EmptyReason }
  | { readonly status: 'error'; readonly error: UiError; readonly retry?: () => void }
  | { readonly status: 'offline'; readonly last?: T; readonly at?: string; readonly retry?: () => void }
  | { readonly status: 'expired'; resume(): void }
  | { readonly status: 'denied'; readonly reason: DenialReason };

export type AsyncStatus = Async<unknown>['status'];

/** The data that can be shown now: of a success, of a partial answer, or the last one kept while offline. */
export function dataOf<T>(state: Async<T>): T | undefined {
  if (state.status === 'success' || state.status === 'partial') return state.data;
  return state.status === 'offline' ? state.last : undefined;
}

/** Another view of the same state. */
export function mapAsync<T, U>(state: Async<T>, change: (data: T) => U): Async<U> {
  switch (state.status) {
    case 'success':
      return { ...state, data: change(state.data) };
    case 'partial':
      return { ...state, data: change(state.data) };
    case 'offline':
      return {
        status: 'offline',
        ...(state.last === undefined ? {} : { last: change(state.last) }),
        ...(state.at === undefined ? {} : { at: state.at }),
        ...(state.retry === undefined ? {} : { retry: state.retry }),
      };
    default:
      return state;
  }
}

/** Chooses the state that an error deserves: a session that ended, a right that lacks and a cut network are not failures. */
export function fromError<T>(
  error: UiError,
  actions: { readonly retry?: () => void; readonly resume?: () => void; readonly last?: T; readonly at?: string } = {},
): Async<T> {
  if (error.code === 'gateway.expired') return { status: 'expired', resume: actions.resume ?? (() => {}) };
  if (error.code === 'gateway.forbidden') return { status: 'denied', reason: error.reason ?? 'profile' };
  if (error.code === 'gateway.offline') {
    return {
      status: 'offline',
      ...(actions.last === undefined ? {} : { last: actions.last }),
      ...(actions.at === undefined ? {} : { at: actions.at }),
      ...(actions.retry === undefined ? {} : { retry: actions.retry }),
    };
  }
  return error.retryable && actions.retry
    ? { status: 'error', error, retry: actions.retry }
    : { status: 'error', error };
}
