'use client';
import { computeMatriculeKey, validateMatricule } from '@socle-sante/core/matricule';
import { useState } from 'react';
import { useControlled } from '../../base/use-controlled.js';

export type MatriculeProblem =
  | { readonly kind: 'required' }
  | { readonly kind: 'missing'; readonly n: number }
  | { readonly kind: 'format' }
  | { readonly kind: 'key'; readonly k: string };

export interface MatriculeOptions {
  /** 15 characters without space. */
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onChange?: (value: string) => void;
  readonly required?: boolean;
}

export interface Matricule {
  /** What is typed, without spaces, in capitals, 15 characters at most. */
  readonly value: string;
  /** The same, in groups: `2 75 12 63 220 749 74`. */
  readonly grouped: string;
  readonly isValid: boolean;
  /** Known at once; shown after the first blur. */
  readonly problem: MatriculeProblem | undefined;
  readonly wasLeft: boolean;
  set(text: string): void;
  leave(): void;
}

const GROUPS = [1, 2, 2, 2, 3, 3, 2] as const;

/** Writes up to 15 characters in the usual groups. */
export function groupMatricule(compact: string): string {
  let at = 0;
  const parts = GROUPS.map((size) => {
    const part = compact.slice(at, at + size);
    at += size;
    return part;
  });
  return parts.filter((part) => part !== '').join(' ');
}

function problemOf(value: string, required: boolean): MatriculeProblem | undefined {
  if (value === '') return required ? { kind: 'required' } : undefined;
  if (!/^\d{0,5}(?:\d{2}|2[AB]|\d|2)?\d*$/.test(value)) return { kind: 'format' };
  if (value.length < 15) return { kind: 'missing', n: 15 - value.length };
  const errors = validateMatricule(value).filter((finding) => finding.severity === 'error');
  if (errors.length === 0) return undefined;
  return errors.some((finding) => finding.rule === 'ins.matricule.key')
    ? { kind: 'key', k: computeMatriculeKey(value.slice(0, 13)) }
    : { kind: 'format' };
}

/** A matricule INS being typed: spaces dropped, `2a` and `2b` in capitals, key checked (INS/va1.41). */
export function useMatricule(options: MatriculeOptions): Matricule {
  const [value, setValue] = useControlled<string>({
    value: options.value,
    defaultValue: options.defaultValue ?? '',
    onChange: options.onChange,
  });
  const [wasLeft, setLeft] = useState(false);
  const problem = problemOf(value, options.required ?? false);
  return {
    value,
    grouped: groupMatricule(value),
    isValid: value.length === 15 && problem === undefined,
    problem,
    wasLeft,
    set: (text) =>
      setValue(
        text
          .replace(/[^0-9A-Za-z]/g, '')
          .toUpperCase()
          .slice(0, 15),
      ),
    leave: () => setLeft(true),
  };
}
