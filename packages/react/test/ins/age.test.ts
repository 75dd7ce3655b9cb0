import { describe, expect, test } from 'vitest';
import { ageOf } from '../../src/ins/shared/age.js';
import { dayIn } from '../../src/ins/shared/today.js';

describe('age', () => {
  test('months under two years, years after', () => {
    expect(ageOf('2026-10-30', '2026-11-21')).toEqual({ unit: 'months', n: 0 });
    expect(ageOf('2026-10-21', '2026-11-21')).toEqual({ unit: 'months', n: 1 });
    expect(ageOf('2024-11-22', '2026-11-21')).toEqual({ unit: 'months', n: 23 });
    expect(ageOf('2024-11-21', '2026-11-21')).toEqual({ unit: 'years', n: 2 });
    expect(ageOf('1977-07-14', '2026-11-21')).toEqual({ unit: 'years', n: 49 });
  });
  test('none from a date that no calendar has, nor from the future', () => {
    expect(ageOf('1952-00-00', '2026-11-21')).toBeUndefined();
    expect(ageOf('1952-02-30', '2026-11-21')).toBeUndefined();
    expect(ageOf('2027-01-01', '2026-11-21')).toBeUndefined();
  });
  test('the day is that of the site', () => {
    const instant = new Date('2026-11-21T23:30:00Z');
    expect(dayIn(instant, 'Europe/Paris')).toBe('2026-11-22');
    expect(dayIn(instant, 'America/Cayenne')).toBe('2026-11-21');
  });
});
