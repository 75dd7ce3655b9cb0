import {
  type CompletionRule,
  completeBirthDate,
  formatDateLunaire,
  parseDateLunaire,
} from '@socle-sante/core/lunar-date';
import { daysInMonth } from '@socle-sante/core/time';

/** The three texts as typed. */
export interface LunarParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** `sanitary` completes an incomplete date (Guide INS v3.0 EXI ID 11); `billing` keeps what the card says. */
export type LunarDateMode = 'sanitary' | 'billing';
export type LunarProblem = 'range' | 'notInMonth' | 'year' | 'incomplete' | 'required' | 'future';

export const noParts: LunarParts = { day: '', month: '', year: '' };

/** The parts of a raw date, `1975-12-31`; empty for anything else. */
export function partsOf(raw: string): LunarParts {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(raw);
  return match ? { year: match[1] ?? '', month: match[2] ?? '', day: match[3] ?? '' } : noParts;
}

/** Reads a pasted date: `31/12/1975`, `31-12-1975`, `31.12.1975`, `1975-12-31` or `31121975`. */
export function partsOfPaste(text: string): LunarParts | undefined {
  const clean = text.trim();
  const iso = /^(\d{4})[-/](\d{2})[-/](\d{2})$/.exec(clean);
  if (iso) return { year: iso[1] ?? '', month: iso[2] ?? '', day: iso[3] ?? '' };
  const french = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(clean) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(clean);
  if (!french) return undefined;
  return { day: (french[1] ?? '').padStart(2, '0'), month: (french[2] ?? '').padStart(2, '0'), year: french[3] ?? '' };
}

export interface LunarReading {
  /** `YYYY-MM-DD` to store; empty while the date is not complete. */
  readonly raw: string;
  readonly isCalendarDate: boolean;
  /** The date was completed by the rules: show it and keep the rule as the mark of an uncertain date. */
  readonly completed: { readonly display: string; readonly rule: CompletionRule } | undefined;
  readonly problems: readonly LunarProblem[];
}

export interface LunarRules {
  readonly mode: LunarDateMode;
  readonly unknownDay: boolean;
  readonly unknownMonth: boolean;
  readonly required: boolean;
  /** Today in the zone of the site. */
  readonly today: { readonly year: number; readonly month: number; readonly day: number };
}

/** The earliest year of birth that is not a slip of the keyboard. */
const FIRST_YEAR = 1850;

/** What the three texts make. Never goes through a JavaScript date. */
export function readLunar(parts: LunarParts, rules: LunarRules): LunarReading {
  const none = (problems: readonly LunarProblem[]): LunarReading => ({
    raw: '',
    isCalendarDate: false,
    completed: undefined,
    problems,
  });
  const day = rules.unknownDay ? '' : parts.day;
  const month = rules.unknownMonth ? '' : parts.month;
  if (day === '' && month === '' && parts.year === '') return none(rules.required ? ['required'] : []);
  if (parts.year === '' || (day === '' && !rules.unknownDay) || (month === '' && !rules.unknownMonth)) {
    return none(['incomplete']);
  }
  const year = Number(parts.year);
  if (!/^\d{4}$/.test(parts.year) || year < FIRST_YEAR || year > rules.today.year) return none(['year']);
  return rules.mode === 'billing' ? readBilling(year, month, day) : readSanitary(year, month, day, rules, none);
}

function readBilling(year: number, month: string, day: string): LunarReading {
  const raw = `${year}-${(month || '0').padStart(2, '0')}-${(day || '0').padStart(2, '0')}`;
  const read = parseDateLunaire(raw);
  return { raw, isCalendarDate: read.ok && read.value.isCalendarDate, completed: undefined, problems: [] };
}

function readSanitary(
  year: number,
  month: string,
  day: string,
  rules: LunarRules,
  none: (problems: readonly LunarProblem[]) => LunarReading,
): LunarReading {
  const outside = (text: string, max: number): boolean => text !== '' && (Number(text) < 1 || Number(text) > max);
  if (outside(day, 31) || outside(month, 12)) return none(['range']);
  if (day !== '' && month !== '' && Number(day) > daysInMonth(year, Number(month))) return none(['notInMonth']);
  const { date, rule } = completeBirthDate({
    year,
    ...(month === '' ? {} : { month: Number(month) }),
    ...(day === '' ? {} : { day: Number(day) }),
  });
  const { today } = rules;
  const order = (one: { year: number; month: number; day: number }): number =>
    one.year * 10_000 + one.month * 100 + one.day;
  if (rule === 'complete' && order(date) > order(today)) return none(['future']);
  return {
    raw: date.raw,
    isCalendarDate: date.isCalendarDate,
    completed: rule === 'complete' ? undefined : { display: formatDateLunaire(date, 'display'), rule },
    problems: [],
  };
}
