'use client';
import { useMemo, useRef, useState } from 'react';
import { useSocle } from '../../base/context.js';
import {
  type LunarDateMode,
  type LunarParts,
  type LunarReading,
  type LunarRules,
  noParts,
  partsOf,
  partsOfPaste,
  readLunar,
} from './lunar-parts.js';

export interface LunarDateOptions {
  /** Raw date, `YYYY-MM-DD`, as stored: it may be lunar. */
  readonly value?: string;
  readonly defaultValue?: string;
  /** Called with the raw date to store (empty while it is not complete) and how it was read. */
  readonly onChange?: (raw: string, reading: LunarReading) => void;
  readonly mode?: LunarDateMode;
  readonly required?: boolean;
}

export interface LunarDate extends LunarReading {
  readonly parts: LunarParts;
  readonly unknownDay: boolean;
  readonly unknownMonth: boolean;
  setPart(name: keyof LunarParts, text: string): void;
  setUnknown(name: 'day' | 'month', unknown: boolean): void;
  /** Fills the three parts from a pasted text; false when it is not a date. */
  paste(text: string): boolean;
}

interface Draft {
  readonly parts: LunarParts;
  readonly unknownDay: boolean;
  readonly unknownMonth: boolean;
}

/** Day, month and year of a civil date that may be incomplete. */
export function useLunarDate(options: LunarDateOptions): LunarDate {
  const { now, zone } = useSocle();
  const { value, mode = 'sanitary', required = false, onChange } = options;
  const today = useMemo(() => dayIn(now(), zone), [now, zone]);
  const [draft, setDraft] = useState<Draft>(() => draftOf(value ?? options.defaultValue ?? ''));
  const rules = (one: Draft): LunarRules => ({ mode, required, today, ...one });
  const emitted = useRef(value ?? options.defaultValue ?? '');

  // A value that we did not send comes from the host: it replaces what was typed.
  if (value !== undefined && value !== emitted.current) {
    emitted.current = value;
    setDraft(draftOf(value));
  }

  const change = (next: Draft): void => {
    setDraft(next);
    const reading = readLunar(next.parts, rules(next));
    if (reading.raw === emitted.current && reading.problems.length === 0) return;
    emitted.current = reading.raw;
    onChange?.(reading.raw, reading);
  };

  return {
    ...draft,
    ...readLunar(draft.parts, rules(draft)),
    setPart: (name, text) => {
      const digits = text.replace(/\D/g, '').slice(0, name === 'year' ? 4 : 2);
      change({ ...draft, parts: { ...draft.parts, [name]: digits } });
    },
    setUnknown: (name, unknown) => {
      const parts = { ...draft.parts, [name]: '' };
      change(name === 'day' ? { ...draft, parts, unknownDay: unknown } : { ...draft, parts, unknownMonth: unknown });
    },
    paste: (text) => {
      const parts = partsOfPaste(text);
      if (!parts) return false;
      change({ parts, unknownDay: false, unknownMonth: false });
      return true;
    },
  };
}

function draftOf(raw: string): Draft {
  return { parts: raw === '' ? noParts : partsOf(raw), unknownDay: false, unknownMonth: false };
}

/** The calendar day of an instant in a zone. */
function dayIn(instant: Date, zone: string): LunarRules['today'] {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = new Map(format.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
  return { year: parts.get('year') ?? 0, month: parts.get('month') ?? 0, day: parts.get('day') ?? 0 };
}
