import { SocleRefusedError } from '@socle-sante/core/error';
import { GatewayError } from '@socle-sante/gateway/client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANNOUNCEMENT_SPACING_MS, createAnnouncer } from '../src/base/announcer.js';
import { dataOf, fromError, mapAsync } from '../src/base/async.js';
import { stackHash } from '../src/base/boundary.js';
import { formatBytes, formatInstant, formatInstantWithOffset } from '../src/base/format.js';
import { toUiError } from '../src/base/ui-error.js';
import { startOfDay } from '../src/base/zone-day.js';

/** Timers that only move when told to. */
function fakeTimers() {
  let now = 0;
  let next = 1;
  const waiting = new Map<number, { at: number; run: () => void }>();
  return {
    set(run: () => void, ms: number) {
      waiting.set(next, { at: now + ms, run });
      next += 1;
      return next - 1;
    },
    clear: (handle: unknown) => void waiting.delete(handle as number),
    advance(ms: number) {
      now += ms;
      for (const [handle, { at, run }] of [...waiting]) {
        if (at > now) continue;
        waiting.delete(handle);
        run();
      }
    },
  };
}

describe('announcer', () => {
  it('spaces messages, merges equal ones, lets urgent ones pass', () => {
    const timers = fakeTimers();
    const announcer = createAnnouncer(timers);
    announcer.announce('un');
    announcer.announce('deux');
    announcer.announce('deux');
    announcer.announce('urgent', 'assertive');
    timers.advance(0);
    expect([announcer.read('polite'), announcer.read('assertive')]).toEqual(['', 'urgent']);
    timers.advance(ANNOUNCEMENT_SPACING_MS - 1);
    expect(announcer.read('polite')).toBe('');
    timers.advance(1);
    expect(announcer.read('polite')).toBe('un');
    timers.advance(ANNOUNCEMENT_SPACING_MS);
    expect(announcer.read('polite')).toBe('deux');
  });

  it('says the same sentence again when it comes back', () => {
    const timers = fakeTimers();
    const announcer = createAnnouncer(timers);
    announcer.announce('2 résultats');
    timers.advance(0);
    timers.advance(ANNOUNCEMENT_SPACING_MS);
    announcer.announce('2 résultats');
    timers.advance(0);
    expect(announcer.read('polite')).toBe('2 résultats\u200B');
  });
});

describe('errors', () => {
  it('keeps the codes and drops what a page must not see', () => {
    const refused = new SocleRefusedError({
      code: 'insi.technical',
      service: 'insi',
      message: 'secret',
      officialCode: 'insi_102',
      messageId: 'm-1',
      retryable: true,
      retryAfterMs: 1200,
      raw: 'exchange',
    });
    expect(toUiError(refused)).toEqual({
      code: 'insi.technical',
      service: 'insi',
      officialCode: 'insi_102',
      messageId: 'm-1',
      retryable: true,
      retryAfterS: 2,
      audience: 'user',
    });
    const given = { code: 'gateway.busy', service: 'gateway', retryable: true, audience: 'user' } as const;
    expect(toUiError(new GatewayError(given, 409))).toEqual(given);
    expect(toUiError(new Error('ADRUN'))).toEqual({
      code: 'ui.unexpected',
      service: 'ui',
      retryable: false,
      audience: 'vendor',
    });
    expect(toUiError(undefined).code).toBe('ui.unexpected');
  });

  it('chooses the state that an error deserves', () => {
    const error = { code: 'insi.unavailable', service: 'insi', retryable: true, audience: 'user' } as const;
    const retry = () => {};
    expect(fromError(error, { retry })).toEqual({ status: 'error', error, retry });
    expect(fromError({ ...error, retryable: false }, { retry })).not.toHaveProperty('retry');
    expect(fromError({ ...error, code: 'gateway.expired' }).status).toBe('expired');
    expect(fromError({ ...error, code: 'gateway.forbidden' }).status).toBe('denied');
    const offline = fromError({ ...error, code: 'gateway.offline' }, { last: 3, at: 'x' });
    expect(dataOf(offline)).toBe(3);
    expect(dataOf(mapAsync(offline, (n) => n * 2))).toBe(6);
  });

  it('hashes a stack without telling it', () => {
    expect(stackHash('')).toBe('811c9dc5');
    expect(stackHash('a')).not.toBe(stackHash('b'));
    fc.assert(fc.property(fc.string(), (text) => /^[0-9a-f]{8}$/.test(stackHash(text))));
  });
});

describe('formats', () => {
  it('writes instants in the zone of the site', () => {
    expect(formatInstant('2026-11-21T19:15:00Z', 'fr', 'Europe/Paris')).toBe('21/11/2026 20:15');
    expect(formatInstant('2026-11-21T19:15:00Z', 'en', 'Indian/Reunion')).toBe('21/11/2026 23:15');
    expect(formatInstantWithOffset('2026-07-01T10:00:00Z', 'fr', 'Europe/Paris')).toBe('01/07/2026 12:00 (UTC+02:00)');
  });

  it('finds the first instant of a day, changes of hour included', () => {
    expect(startOfDay('2026-11-21', 'Europe/Paris')).toBe('2026-11-20T23:00:00.000Z');
    expect(startOfDay('2026-07-01', 'Europe/Paris')).toBe('2026-06-30T22:00:00.000Z');
    expect(startOfDay('2026-03-29', 'Europe/Paris')).toBe('2026-03-28T23:00:00.000Z');
    expect(startOfDay('2026-03-29', 'Europe/Paris', 1)).toBe('2026-03-29T22:00:00.000Z');
    expect(startOfDay('2026-11-21', 'America/Martinique')).toBe('2026-11-21T04:00:00.000Z');
  });

  it('writes sizes', () => {
    expect([512, 2_500_000].map((size) => formatBytes(size, 'fr'))).toEqual(['512\u00A0o', '2,5\u00A0Mo']);
    expect(formatBytes(2_500_000, 'en')).toBe('2.5\u00A0MB');
  });
});
