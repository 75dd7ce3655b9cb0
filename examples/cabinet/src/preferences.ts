import { useEffect, useState } from 'react';

export const locales = ['fr', 'en'] as const;
export const themes = ['auto', 'light', 'dark', 'contrast'] as const;

/** Language and appearance, kept in this browser. Nothing else is: no data of a patient touches `localStorage`. */
export function usePreference<V extends string>(name: string, values: readonly [V, ...V[]]): [V, (value: V) => void] {
  const key = `cabinet.${name}`;
  const [value, setValue] = useState<V>(() => values.find((one) => one === localStorage.getItem(key)) ?? values[0]);
  useEffect(() => localStorage.setItem(key, value), [key, value]);
  return [value, setValue];
}
