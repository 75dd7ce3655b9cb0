import type { Locale } from '@socle-sante/core/finding';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { timeZone: zone, ...options });
    formats.set(key, found);
  }
  return found;
}

/** An instant for the eye: `21/11/2026 20:15`, in the zone of the site. Never for a birth date. */
export function formatInstant(instant: string | Date, locale: Locale, zone: string): string {
  const parts = format(locale, zone, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(instant));
  const get = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${get('day')}/${get('month')}/${get('year')} ${get('hour')}:${get('minute')}`;
}

/** The hour alone: `20:15`. */
export function formatHour(instant: string | Date, locale: Locale, zone: string): string {
  return format(locale, zone, { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

/** An instant with its offset in words, for accessible names: `21/11/2026 20:15 (UTC+01:00)`. */
export function formatInstantWithOffset(instant: string | Date, locale: Locale, zone: string): string {
  const offset = format(locale, zone, { timeZoneName: 'longOffset' })
    .formatToParts(new Date(instant))
    .find((part) => part.type === 'timeZoneName')?.value;
  return `${formatInstant(instant, locale, zone)} (${(offset ?? 'GMT').replace('GMT', 'UTC')})`;
}

/** A size of file: `2,5 Mo` in French, `2.5 MB` in English. */
export function formatBytes(bytes: number, locale: Locale): string {
  const units = locale === 'fr' ? ['o', 'ko', 'Mo', 'Go'] : ['B', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const number = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 }).format(value);
  return `${number}\u00A0${units[unit]}`;
}
