'use client';
import { useCallback, useState } from 'react';

/** A value held by the host (`value`) or by the component (`defaultValue`). */
export function useControlled<T>(options: {
  readonly value: T | undefined;
  readonly defaultValue: T;
  readonly onChange?: ((value: T) => void) | undefined;
}): readonly [T, (value: T) => void] {
  const [own, setOwn] = useState(options.value ?? options.defaultValue);
  const { value, onChange } = options;
  const held = value !== undefined;
  const change = useCallback(
    (next: T) => {
      if (!held) setOwn(next);
      onChange?.(next);
    },
    [held, onChange],
  );
  return [held ? value : own, change];
}
