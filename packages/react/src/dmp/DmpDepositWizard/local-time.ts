/** An instant as the value of `<input type="datetime-local">` in the zone of the site; empty when it is not an instant. */
export function toLocalInput(instant: string, zone: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(date);
  const get = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${get('year')}-${get('month')}-${get('day')}T${get('hour')}:${get('minute')}`;
}

/**
 * What a person typed, in the zone of the site, as an instant; `undefined` when it is not whole. At the hour that comes twice, one of
 * the two; in the hour that does not exist, one beside it.
 */
export function fromLocalInput(local: string, zone: string): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(local);
  if (!parts) return undefined;
  const asUtc = Date.parse(`${local.slice(0, 16)}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  // Two passes: the offset is that of the instant looked for, which is not known yet.
  let instant = asUtc;
  for (let pass = 0; pass < 2; pass += 1) {
    const shown = Date.parse(`${toLocalInput(new Date(instant).toISOString(), zone)}:00Z`);
    instant += asUtc - shown;
  }
  return new Date(instant).toISOString();
}
