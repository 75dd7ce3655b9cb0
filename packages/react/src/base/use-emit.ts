'use client';
import type { SocleUiEvent, SocleUiEventName } from '@socle-sante/gateway/contract';
import { useCallback } from 'react';
import { useSocle } from './context.js';

/** What a component knows of its event; its name and the time are added for it. */
export type UiEventDetail = Partial<Omit<SocleUiEvent, 'name' | 'component' | 'at'>>;

/** Tells what the user did, to the component's `onEvent` and to the provider's. */
export type Emit = (name: SocleUiEventName, detail?: UiEventDetail) => void;

/** The event sender of a component: adds its name and the time. */
export function useEmit(component: string, onEvent?: (event: SocleUiEvent) => void): Emit {
  const { emit, now } = useSocle();
  return useCallback(
    (name, detail = {}) => {
      const event: SocleUiEvent = { outcome: 'success', ...detail, name, component, at: now().toISOString() };
      onEvent?.(event);
      emit(event);
    },
    [component, onEvent, emit, now],
  );
}
