import { ageAt, parseDateLunaire } from '@socle-sante/core/lunar-date';

/** Age for the eye: years, or months under two years. Absent when the birth date is not a calendar date. */
export function ageOf(
  birthDate: string,
  today: string,
): { readonly unit: 'years' | 'months'; readonly n: number } | undefined {
  const birth = parseDateLunaire(birthDate);
  const day = parseDateLunaire(today);
  if (!birth.ok || !day.ok) return undefined;
  const years = ageAt(birth.value, day.value);
  if (years === undefined) return undefined;
  if (years >= 2) return { unit: 'years', n: years };
  const months = (day.value.year - birth.value.year) * 12 + day.value.month - birth.value.month;
  return { unit: 'months', n: months - (day.value.day < birth.value.day ? 1 : 0) };
}
