import type { Bilingual } from '../frame/locale.js';

/** One thing looked at: good, doubtful, or something that would make the first real call fail. */
export interface Diagnosis {
  readonly check: string;
  readonly state: 'ok' | 'warning' | 'error';
  readonly text: Bilingual;
}

export function ok(check: string, fr: string, en: string): Diagnosis {
  return { check, state: 'ok', text: { fr, en } };
}

export function problem(check: string, state: 'warning' | 'error', fr: string, en: string): Diagnosis {
  return { check, state, text: { fr, en } };
}
