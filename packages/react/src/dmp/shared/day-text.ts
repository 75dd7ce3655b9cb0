/** A day without hour, as it is read: `14/03/2025`. What is not a day is left as it came. */
export function dayText(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : day;
}
