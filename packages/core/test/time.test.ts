import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  daysInMonth,
  formatHl7Timestamp,
  hl7Instant,
  isoInstant,
  parseHl7Timestamp,
  parseIsoInstant,
  systemClock,
} from '../src/time.js';

const rules = (result: { findings: readonly { rule: string }[] }): string[] => result.findings.map((f) => f.rule);

describe('HL7', () => {
  test.each([
    ['2026', { year: 2026 }],
    ['202603', { year: 2026, month: 3 }],
    ['20260301', { year: 2026, month: 3, day: 1 }],
    ['20260301+0100', { year: 2026, month: 3, day: 1, offsetMinutes: 60 }],
    ['202603010930', { year: 2026, month: 3, day: 1, hour: 9, minute: 30 }],
    ['20240306111153', { year: 2024, month: 3, day: 6, hour: 11, minute: 11, second: 53 }],
    [
      '20240306111153.5-0330',
      { year: 2024, month: 3, day: 6, hour: 11, minute: 11, second: 53, millisecond: 500, offsetMinutes: -210 },
    ],
  ])('%s', (text, value) => {
    expect(parseHl7Timestamp(text)).toEqual({ ok: true, value, findings: [] });
  });

  test.each(['', '26', '2026-03-01', '20260301T0930', '2026030109305', '20260301093000.', '20260301+1'])(
    '%j has a wrong form',
    (text) => {
      expect(rules(parseHl7Timestamp(text))).toEqual(['time.hl7.format']);
    },
  );

  test.each(['20261301', '20260230', '20260001', '2026030124', '202603012360', '20260301235960', '20260301+2500'])(
    '%s is impossible',
    (text) => {
      expect(rules(parseHl7Timestamp(text))).toEqual(['time.hl7.value']);
    },
  );

  test('writing', () => {
    const date = new Date('2026-03-01T09:00:05.007Z');
    expect(formatHl7Timestamp(date)).toBe('20260301090005+0000');
    expect(formatHl7Timestamp(date, { offsetMinutes: 60 })).toBe('20260301100005+0100');
    expect(formatHl7Timestamp(date, { offsetMinutes: -210, precision: 'minute' })).toBe('202603010530-0330');
    expect(formatHl7Timestamp(date, { precision: 'millisecond' })).toBe('20260301090005.007+0000');
    expect(formatHl7Timestamp(date, { precision: 'day', offsetMinutes: 900 })).toBe('20260302');
    expect(formatHl7Timestamp(date, { precision: 'month' })).toBe('202603');
    expect(formatHl7Timestamp(date, { precision: 'year' })).toBe('2026');
  });

  test('an instant is never guessed', () => {
    const instant = (text: string): string | undefined => {
      const read = parseHl7Timestamp(text);
      return read.ok ? hl7Instant(read.value)?.toISOString() : undefined;
    };
    expect(instant('20260301100005+0100')).toBe('2026-03-01T09:00:05.000Z');
    expect(instant('202603010000+0100')).toBe('2026-02-28T23:00:00.000Z');
    expect(instant('20260301100005')).toBeUndefined();
    expect(instant('20260301+0100')).toBeUndefined();
    expect(instant('202603')).toBeUndefined();
    expect(instant('00500301100005+0000')).toBe('0050-03-01T10:00:05.000Z');
  });

  test('an instant comes back', () => {
    const date = fc.date({
      min: new Date('0001-01-02T00:00:00Z'),
      max: new Date('9998-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, fc.integer({ min: -14 * 60, max: 14 * 60 }), (instant, offsetMinutes) => {
        const read = parseHl7Timestamp(formatHl7Timestamp(instant, { precision: 'millisecond', offsetMinutes }));
        expect(read.ok && hl7Instant(read.value)?.getTime()).toBe(instant.getTime());
      }),
    );
  });
});

describe('ISO', () => {
  test.each([
    ['2026-03-01T09:00:05Z', '2026-03-01T09:00:05.000Z'],
    ['2026-03-01T09:00:05.1234567Z', '2026-03-01T09:00:05.123Z'],
    ['2026-03-01T09:00:05+01:00', '2026-03-01T08:00:05.000Z'],
    ['0050-03-01T09:00:05-00:30', '0050-03-01T09:30:05.000Z'],
  ])('%s', (text, iso) => {
    const read = parseIsoInstant(text);
    expect(read.ok && read.value.toISOString()).toBe(iso);
  });

  test.each(['2026-03-01', '2026-03-01T09:00:05', '2026-03-01 09:00:05Z', '2026-03-01T09:00Z', ''])(
    '%j has a wrong form',
    (text) => {
      expect(rules(parseIsoInstant(text))).toEqual(['time.iso.format']);
    },
  );

  test.each([
    '2026-02-30T09:00:05Z',
    '2026-13-01T09:00:05Z',
    '2026-03-01T24:00:05Z',
    '2026-03-01T09:60:05Z',
    '2026-03-01T09:00:60Z',
    '2026-03-01T09:00:05+15:00',
  ])('%s is impossible', (text) => {
    expect(rules(parseIsoInstant(text))).toEqual(['time.iso.value']);
  });

  test('stamps have no milliseconds', () => {
    expect(isoInstant(new Date('2026-03-01T09:00:05.999Z'))).toBe('2026-03-01T09:00:05Z');
  });
});

test('months', () => {
  expect([1, 2, 4, 13, 0, 1.5].map((m) => daysInMonth(2026, m))).toEqual([31, 28, 30, 0, 0, 0]);
  expect([2000, 1900, 2024].map((y) => daysInMonth(y, 2))).toEqual([29, 28, 29]);
});

test('the system clock is read at each call', () => {
  expect(systemClock()).toBeInstanceOf(Date);
});
