import { describe, expect, it } from 'vitest';
import { fromLocalInput, toLocalInput } from '../../src/dmp/DmpDepositWizard/local-time.js';

const PARIS = 'Europe/Paris';

describe('the local time of a date field', () => {
  it.each([
    ['2026-11-21T08:30:00.000Z', PARIS, '2026-11-21T09:30'],
    ['2026-07-14T10:00:00.000Z', PARIS, '2026-07-14T12:00'],
    ['2026-12-31T23:30:00.000Z', PARIS, '2027-01-01T00:30'],
    ['2026-11-21T08:30:00.000Z', 'Indian/Reunion', '2026-11-21T12:30'],
    ['2026-11-21T02:30:00.000Z', 'America/Guadeloupe', '2026-11-20T22:30'],
  ])('%s in %s is %s, and back', (instant, zone, local) => {
    expect(toLocalInput(instant, zone)).toBe(local);
    expect(fromLocalInput(local, zone)).toBe(instant);
  });

  it('takes one of the two hours when clocks go back, and one beside the hour that no clock shows', () => {
    // 25 October 2026, 02:30 in Paris: first at 00:30 UTC (summer), then at 01:30 UTC (winter).
    const twice = fromLocalInput('2026-10-25T02:30', PARIS);
    expect(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']).toContain(twice);
    // 29 March 2026, 02:30 does not exist.
    const absent = fromLocalInput('2026-03-29T02:30', PARIS) ?? '';
    expect(['2026-03-29T00:30:00.000Z', '2026-03-29T01:30:00.000Z']).toContain(absent);
  });

  it('every minute of a year comes back, but those of the two changes', () => {
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 977 * 60_000) {
      const instant = new Date(at).toISOString();
      const local = toLocalInput(instant, PARIS);
      const back = fromLocalInput(local, PARIS);
      expect(toLocalInput(back ?? '', PARIS)).toBe(local);
    }
  });

  it('says nothing of what is not whole', () => {
    for (const text of ['', '2026-11-21', '2026-13-41T99:99', 'demain'])
      expect(fromLocalInput(text, PARIS)).toBeUndefined();
    expect(toLocalInput('demain', PARIS)).toBe('');
  });
});
