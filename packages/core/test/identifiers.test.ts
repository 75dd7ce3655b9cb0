import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  parseIdNatPs,
  parseIdNatStruct,
  validateAdeli,
  validateFiness,
  validateIdNatPs,
  validateIdNatStruct,
  validateRpps,
  validateSiren,
  validateSiret,
} from '../src/identifiers.js';

const rules = (findings: readonly { rule: string; severity: string }[]): string[] =>
  findings.map((f) => `${f.severity} ${f.rule}`);

describe('official values', () => {
  test.each([
    '10000001916',
    '99700366240',
    '99700218896',
    '99700427885',
    '99900065279',
    '99900064140',
    '10999999005',
    '10999999013',
    '10123456781',
  ])('RPPS %s', (id) => {
    expect(validateRpps(id)).toEqual([]);
    expect(validateIdNatPs(`8${id}`)).toEqual([]);
  });
  test.each([
    '590064036',
    '770816478',
    '750712184',
    '130001647',
    '540002698',
    '210780581',
    '990000010',
    '990000028',
    '759999998',
    '2A0000012',
    '2B0000012',
  ])('FINESS %s', (id) => {
    expect(validateFiness(id)).toEqual([]);
  });
  test.each(['732829320', '356000000', '999999907'])('SIREN %s', (id) => {
    expect(validateSiren(id)).toEqual([]);
  });
  test.each(['73282932000074', '99999990700010', '99999990700028'])('SIRET %s', (id) => {
    expect(validateSiret(id)).toEqual([]);
  });
  test('an establishment of La Poste counts its digits by five', () => {
    expect(validateSiret('35600000000001')).toEqual([]);
    expect(rules(validateSiret('35600000000002'))).toEqual(['warning identifier.siret.key']);
    // Digits that sum to 35: enough for La Poste only.
    expect(rules(validateSiret('73282932000070'))).toEqual(['warning identifier.siret.key']);
  });
  test.each(['759999998', '0B0172805', '2A1234567', '9D0000001'])('ADELI %s', (id) => {
    expect(validateAdeli(id).length).toBe(id.startsWith('0B') ? 1 : 0);
  });
});

describe('a wrong key is a warning', () => {
  test.each(['10102727017', '10003461033', '10001766123'])('RPPS %s', (id) => {
    expect(rules(validateRpps(id))).toEqual(['warning identifier.rpps.key']);
    expect(parseIdNatPs(`8${id}`).ok).toBe(true);
  });
  test.each(['754567860', '260000451'])('FINESS %s', (id) => {
    expect(rules(validateFiness(id))).toEqual(['warning identifier.finess.key']);
  });
  test('SIREN, idNat_PS', () => {
    expect(rules(validateSiren('732829321'))).toEqual(['warning identifier.siren.key']);
    expect(rules(validateIdNatPs('810102727017'))).toEqual(['warning identifier.idNatPs.key']);
  });
});

describe('a wrong form is an error', () => {
  test.each(['', '1000000191', '100000019160', '1000000191A', ' 10000001916', '10000001916\n'])('RPPS %j', (id) => {
    expect(rules(validateRpps(id))).toEqual(['error identifier.rpps.format']);
  });
  test.each(['', '59006403', '5900640360', '2C0000012', '59O064036'])('FINESS %j', (id) => {
    expect(rules(validateFiness(id, ['finess']))).toEqual(['error identifier.finess.format']);
    expect(validateFiness(id, ['finess'])[0]?.path).toEqual(['finess']);
  });
  test('SIREN, SIRET, ADELI', () => {
    expect(rules(validateSiren('73282932'))).toEqual(['error identifier.siren.format']);
    expect(rules(validateSiret('732829320'))).toEqual(['error identifier.siret.format']);
    expect(rules(validateAdeli('75999999'))).toEqual(['error identifier.adeli.format']);
    expect(rules(validateAdeli(undefined as unknown as string))).toEqual(['error identifier.adeli.format']);
  });
});

describe('idNat_PS is opaque', () => {
  test.each([
    ['0759999998', 'adeli'],
    ['1759999998', 'adeliCabinet'],
    ['3990000010/AGENT-1', 'finess'],
    ['4999999907/X', 'siren'],
    ['599999990700010/X', 'siret'],
    ['6X', 'rppsCabinet'],
    ['810999999005', 'rpps'],
    ['f5d3c1f0-1111-4222-8333-123456789abc', 'uuid'],
  ])('%s is %s', (raw, kind) => {
    expect(parseIdNatPs(raw)).toEqual({ ok: true, value: { raw, kind }, findings: [] });
  });

  test('the RPPS is never cut out of it', () => {
    expect(parseIdNatPs('810999999005')).toMatchObject({ value: { kind: 'rpps' } });
    expect(parseIdNatPs('810999999005', { rpps: '10999999005' })).toMatchObject({ value: { rpps: '10999999005' } });
    const other = parseIdNatPs('810999999005', { rpps: '10999999013' });
    expect(other.ok && other.value.rpps).toBeUndefined();
  });

  test.each(['', 'a b', '8109999', '8109999990056', '8'.repeat(101), 'é'])('%j is refused', (raw) => {
    expect(parseIdNatPs(raw).ok).toBe(false);
  });

  test('an unknown first character is kept', () => {
    expect(rules(validateIdNatPs('X1'))).toEqual(['warning identifier.idNatPs.kind']);
    expect(parseIdNatPs('X1')).toMatchObject({ ok: true, value: { kind: 'unknown' } });
  });
});

describe('idNat_Struct is opaque', () => {
  test.each([
    ['0759999998', 'adeli'],
    ['1990000010', 'finess'],
    ['12A0000012', 'finess'],
    ['2999999907', 'siren'],
    ['399999990700010', 'siret'],
    ['410005531586003', 'rpps'],
  ])('%s is %s', (raw, kind) => {
    expect(parseIdNatStruct(raw)).toEqual({ ok: true, value: { raw, kind }, findings: [] });
  });
  test.each(['', '199000001', '29999999070', '39999999070001'])('%j is refused', (raw) => {
    expect(parseIdNatStruct(raw).ok).toBe(false);
  });
  test('a structure of the test environments is told as such, and only it', () => {
    expect(rules(validateIdNatStruct('10B0999999'))).toEqual(['info identifier.idNatStruct.test']);
    expect(rules(validateFiness('0B0172805'))).toEqual(['info identifier.finess.test']);
    expect(rules(validateIdNatStruct('10C0999999'))).toEqual(['error identifier.idNatStruct.format']);
    expect(validateIdNatStruct('12B0999999')).toEqual([]);
  });
  test('an unknown first character is kept', () => {
    expect(rules(validateIdNatStruct('9X'))).toEqual(['warning identifier.idNatStruct.kind']);
  });
});

test('one changed digit breaks the key', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{10}$/), fc.nat(9), fc.integer({ min: 1, max: 9 }), (base, at, delta) => {
      const right =
        Array.from({ length: 10 }, (_, key) => base + key).find((id) => validateRpps(id).length === 0) ?? '';
      const wrong = right.slice(0, at) + ((Number(right.charAt(at)) + delta) % 10) + right.slice(at + 1);
      expect(rules(validateRpps(right))).toEqual([]);
      expect(rules(validateRpps(wrong))).toEqual(['warning identifier.rpps.key']);
    }),
  );
});
