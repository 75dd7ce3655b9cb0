'use client';
import type { ReactNode } from 'react';
import type { Async } from '../base/async.js';
import { AsyncView } from './AsyncView.js';

/** What went wrong with a gesture of the user; nothing while it waits or when it succeeded. */
export function ActionTrouble<T>(props: { readonly state: Async<T> }): ReactNode {
  const { status } = props.state;
  if (status === 'idle' || status === 'loading' || status === 'success') return null;
  return (
    <AsyncView state={props.state} requested>
      {() => null}
    </AsyncView>
  );
}
