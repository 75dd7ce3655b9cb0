/** The calendar day in metropolitan France at an instant, `YYYY-MM-DD`. */
export function dayInFrance(at: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Paris',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parts.format(at);
}

/** True under 18 years; false when the birth date is no calendar date. */
export function isMinorAt(birthDate: string, today: string): boolean {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const limit = `${String(year + 18).padStart(4, '0')}${birthDate.slice(4)}`;
  return today < limit;
}
