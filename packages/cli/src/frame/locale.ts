import type { CliIo } from './io.js';

export type Locale = 'fr' | 'en';

/** French when the locale of the session is French (`LC_ALL`, `LC_MESSAGES`, `LANG`, in the order of POSIX). */
export function localeOf(io: Pick<CliIo, 'env'>): Locale {
  const value = io.env['LC_ALL'] || io.env['LC_MESSAGES'] || io.env['LANG'] || '';
  return /^fr/i.test(value) ? 'fr' : 'en';
}

/** One text in both languages; the caller picks with {@link say}. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

export function say(text: Bilingual, locale: Locale, params: Readonly<Record<string, string | number>> = {}): string {
  return text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
