import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOid, oidFromUrn, oidFromUuid, oidUrn, validateOid } from '../src/oid.js';
import { defaultRandom, isUuid, uuidUrn, uuidV4 } from '../src/uuid.js';

describe('OID', () => {
  test.each(['1.2.250.1.213.1.4.8', '2.25.329800735698586629295641978511506172918', '0.0', '2.999'])('%s', (oid) => {
    expect(isOid(oid)).toBe(true);
    expect(oidFromUrn(oidUrn(oid))).toBe(oid);
    expect(validateOid(oid)).toEqual([]);
  });
  test.each(['', '1', '3.1', '1.40', '1.2.', '.1.2', '1..2', '1.02', '1.2.a', '1.2 .3', `1.2.${'9'.repeat(130)}`])(
    '%j is refused',
    (oid) => {
      expect(validateOid(oid, ['oid'])).toEqual([{ rule: 'oid.format', severity: 'error', path: ['oid'], params: {} }]);
      expect(oidFromUrn(`urn:oid:${oid}`)).toBeUndefined();
    },
  );
  test('of a URN in either case, of a UUID', () => {
    expect(oidFromUrn('URN:OID:1.2.250')).toBe('1.2.250');
    expect(oidFromUrn('1.2.250')).toBeUndefined();
    expect(oidFromUuid('f81d4fae-7dec-11d0-a765-00a0c91e6bf6')).toBe('2.25.329800735698586629295641978511506172918');
    expect(oidFromUuid('f81d4fae')).toBeUndefined();
  });
});

describe('UUID', () => {
  test('version and variant bits, from the octets given', () => {
    expect(uuidV4((n) => new Uint8Array(n))).toBe('00000000-0000-4000-8000-000000000000');
    expect(uuidV4((n) => new Uint8Array(n).fill(255))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  });
  test('always a UUID, and the octets of the caller are left alone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const copy = Uint8Array.from(bytes);
        const uuid = uuidV4(() => bytes);
        expect(bytes).toEqual(copy);
        expect(isUuid(uuid)).toBe(true);
        expect(uuid).toMatch(/^.{14}4.{4}[89ab]/);
        expect(isOid(oidFromUuid(uuid) ?? '')).toBe(true);
      }),
    );
  });
  test('unique with the platform’s generator', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => uuidV4())).size).toBe(10_000);
    expect(defaultRandom(5)).toHaveLength(5);
  });
  test('URN', () => {
    expect(uuidUrn('F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6')).toBe('urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6');
    expect(isUuid('f81d4fae7dec11d0a76500a0c91e6bf6')).toBe(false);
  });
});
