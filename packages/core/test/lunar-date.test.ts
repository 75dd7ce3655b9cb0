import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageAt, completeBirthDate, type DateLunaire, formatDateLunaire, parseDateLunaire } from '../src/lunar-date.js';

const date = (raw: string): DateLunaire => {
  const read = parseDateLunaire(raw);
  if (!read.ok) throw new Error('the fixture is not a date');
  return read.value;
};

describe('pass-through', () => {
  test.each(['2009-00-00', '1950-31-12', '2001-02-30', '1999-13-01', '0000-00-00'])('%s is kept as it is', (raw) => {
    const read = parseDateLunaire(raw);
    expect(read).toMatchObject({
      ok: true,
      value: { raw, isCalendarDate: false },
      findings: [{ rule: 'date.lunaire.notCalendar', severity: 'warning' }],
    });
    expect(read.ok && formatDateLunaire(read.value, 'iso')).toBe(raw);
  });

  test.each(['1975-12-31', '2000-02-29', '0001-01-01'])('%s is in the calendar', (raw) => {
    expect(parseDateLunaire(raw)).toMatchObject({ ok: true, value: { raw, isCalendarDate: true }, findings: [] });
  });

  test('1900 was no leap year', () => {
    expect(date('1900-02-29').isCalendarDate).toBe(false);
  });

  test.each(['', '1975', '1975-1-1', '31-12-1975', '1975-12-31 ', '1975-12-31T00:00', '１975-12-31', undefined])(
    '%s is refused',
    (raw) => {
      expect(parseDateLunaire(raw as string)).toMatchObject({
        ok: false,
        findings: [{ rule: 'date.lunaire.format', severity: 'error', path: [], params: { format: 'AAAA-MM-JJ' } }],
      });
    },
  );
});

test('the four spellings come back, for any digits', () => {
  const parts = fc.tuple(
    fc.integer({ min: 0, max: 9999 }),
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 0, max: 99 }),
  );
  fc.assert(
    fc.property(parts, fc.constantFrom('iso', 'hl7', 'datamatrix', 'display'), ([y, m, d], format) => {
      const raw = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
      const read = parseDateLunaire(formatDateLunaire(date(raw), format), format);
      expect(read.ok && read.value).toEqual(date(raw));
    }),
  );
});

test('spellings', () => {
  const d = date('1975-12-31');
  expect(formatDateLunaire(d, 'hl7')).toBe('19751231');
  expect(formatDateLunaire(d, 'datamatrix')).toBe('31-12-1975');
  expect(formatDateLunaire(d, 'display')).toBe('31/12/1975');
  expect(JSON.parse(JSON.stringify(d))).toEqual(d);
});

describe('completion of an incomplete date', () => {
  test.each([
    [{ year: 1950, month: 7 }, '1950-07-01', 'dayUnknown'],
    [{ year: 1950, day: 14 }, '1950-01-14', 'monthUnknown'],
    [{ year: 1950 }, '1950-12-31', 'yearOnly'],
    [{ year: 1950, estimatedYear: true, month: 3 }, '1950-12-31', 'estimatedYear'],
    [{ year: 1950, month: 7, day: 14 }, '1950-07-14', 'complete'],
    [{ year: 1950, month: 0, day: 0 }, '1950-12-31', 'yearOnly'],
    [{ year: 1950, month: 31, day: 12 }, '1950-01-12', 'monthUnknown'],
    [{ year: 1950, month: 7, day: 0 }, '1950-07-01', 'dayUnknown'],
  ] as const)('%j → %s', (parts, raw, rule) => {
    const completed = completeBirthDate(parts);
    expect(completed.date.raw).toBe(raw);
    expect(completed.date.isCalendarDate).toBe(true);
    expect(completed.rule).toBe(rule);
  });

  test('30 February has a month and a year, no day', () => {
    expect(completeBirthDate({ year: 2001, month: 2, day: 30 })).toMatchObject({
      date: { raw: '2001-02-01', isCalendarDate: true },
      rule: 'dayUnknown',
    });
    expect(completeBirthDate({ year: 2004, month: 2, day: 29 }).rule).toBe('complete');
  });
});

describe('age', () => {
  test.each([
    ['1975-12-31', { year: 2025, month: 12, day: 30 }, 49],
    ['1975-12-31', { year: 2025, month: 12, day: 31 }, 50],
    ['2004-02-29', { year: 2025, month: 2, day: 28 }, 20],
    ['2004-02-29', { year: 2025, month: 3, day: 1 }, 21],
    ['2030-01-01', { year: 2025, month: 3, day: 1 }, undefined],
    ['1975-00-00', { year: 2025, month: 3, day: 1 }, undefined],
  ])('%s on %j: %s', (raw, today, age) => {
    expect(ageAt(date(raw), today)).toBe(age);
  });
});
