'use client';
import { useCallback, useRef, useState } from 'react';

export interface Confirm<T> {
  readonly isOpen: boolean;
  /** What the question is about, while it is open. */
  readonly subject: T | undefined;
  /** The gesture is being done: both buttons wait. */
  readonly isWorking: boolean;
  ask(subject: T): void;
  cancel(): void;
  /** Does it, then closes. Stays open when it fails or gives `false`, so that the failure is seen where it was asked. */
  confirm(): Promise<void>;
}

/** A question asked before something that cannot be undone silently. No markup: {@link ConfirmDialog} draws it. */
export function useConfirm<T>(perform: (subject: T) => unknown): Confirm<T> {
  const [subject, setSubject] = useState<T>();
  const [isOpen, setOpen] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const performRef = useRef(perform);
  performRef.current = perform;

  const ask = useCallback((next: T) => {
    setSubject(next);
    setOpen(true);
  }, []);
  const cancel = useCallback(() => setOpen(false), []);
  const confirm = useCallback(async () => {
    if (subject === undefined) return;
    setWorking(true);
    try {
      if ((await performRef.current(subject)) !== false) setOpen(false);
    } finally {
      setWorking(false);
    }
  }, [subject]);

  return { isOpen, subject, isWorking, ask, cancel, confirm };
}
