import { describe, expect, test } from 'vitest';
import { isSocleError } from '../src/error.js';
import {
  fromCdaId,
  fromFhirIdentifier,
  fromHl7v2Cx,
  fromXdsCx,
  INS_OIDS,
  insNature,
  insOidKind,
  isInsOid,
  parseInsIdentifier,
  sameIns,
  toCdaId,
  toFhirIdentifier,
  toHl7v2Cx,
  toXdsCx,
} from '../src/ins-identifier.js';
import { matricule, ruth, zoe } from './fixtures.js';

const oids = Object.values(INS_OIDS);
const nia = { matricule: matricule('109076322088835'), oid: INS_OIDS.nia };
const rules = (result: { findings: readonly { rule: string }[] }): string[] => result.findings.map((f) => f.rule);

describe('OID', () => {
  test('closed set', () => {
    expect(oids.map((oid) => [insNature(oid), insOidKind(oid)])).toEqual([
      ['NIR', 'production'],
      ['NIA', 'production'],
      ['NIR', 'test'],
      ['NIR', 'demo'],
    ]);
    expect(isInsOid('1.2.250.1.213.1.4.12')).toBe(false);
    expect(isInsOid('constructor')).toBe(false);
  });

  test.each([
    ['1.2.250.1.213.1.4.2', 'ins.oid.insC'],
    ['1.2.250.1.213.1.4.6', 'ins.oid.insC'],
    ['1.2.250.1.213.1.4.13', 'ins.oid.nss'],
    ['1.2.250.1.213.1.4.14', 'ins.oid.nss'],
    ['1.2.250.1.213.1.4.80', 'ins.oid.unknown'],
    ['', 'ins.oid.unknown'],
    ['__proto__', 'ins.oid.unknown'],
  ])('%s → %s', (oid, rule) => {
    const read = parseInsIdentifier({ matricule: zoe.matricule, oid });
    expect(read.ok).toBe(false);
    expect(rules(read)).toEqual([rule]);
  });

  test('test and demonstration OIDs are refused in production', () => {
    for (const oid of oids) {
      const read = parseInsIdentifier({ matricule: zoe.matricule, oid }, { production: true });
      expect(read.ok).toBe(oid === INS_OIDS.nir || oid === INS_OIDS.nia);
      expect(parseInsIdentifier({ matricule: zoe.matricule, oid }).ok).toBe(true);
    }
  });

  test('the OID is never inferred from the matricule', () => {
    expect(rules(parseInsIdentifier({ matricule: '109076322088835', oid: '' }))).toEqual(['ins.oid.unknown']);
  });

  test('both halves are checked at once', () => {
    expect(rules(parseInsIdentifier({ matricule: '1', oid: '2' }))).toEqual([
      'ins.matricule.format',
      'ins.oid.unknown',
    ]);
  });
});

describe('four spellings', () => {
  test('HL7 v2', () => {
    expect(toHl7v2Cx(zoe)).toBe('275126322074974^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.8&ISO^INS');
    expect(toHl7v2Cx(nia)).toBe('109076322088835^^^ASIP-SANTE-INS-NIA&1.2.250.1.213.1.4.9&ISO^INS');
    // The namespace stays NIR under the test OID.
    expect(toHl7v2Cx({ ...zoe, oid: INS_OIDS.nirTest })).toBe(
      '275126322074974^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS',
    );
    expect(toHl7v2Cx(zoe, { date: '20260301' })).toBe(
      '275126322074974^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.8&ISO^INS^^20260301',
    );
  });

  test('a date that is not eight digits is the caller’s mistake', () => {
    try {
      toHl7v2Cx(zoe, { date: '2026^^' });
      expect.unreachable();
    } catch (error) {
      expect(isSocleError(error) && error.code).toBe('core.cx.date');
    }
  });

  test('XDS', () => {
    expect(toXdsCx({ ...zoe, oid: INS_OIDS.nirTest })).toBe('275126322074974^^^&1.2.250.1.213.1.4.10&ISO^NH');
  });

  test('CDA', () => {
    expect(toCdaId(zoe)).toEqual({ root: '1.2.250.1.213.1.4.8', extension: '275126322074974' });
  });

  test.each(['2.1', '2.2'] as const)('FHIR, fr-core %s', (frCore) => {
    const system = 'https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203';
    expect(toFhirIdentifier(zoe, { frCore })).toEqual({
      use: 'official',
      type: { coding: [{ system, code: 'INS-NIR' }] },
      system: 'urn:oid:1.2.250.1.213.1.4.8',
      value: '275126322074974',
    });
    expect(toFhirIdentifier(nia, { frCore })).toMatchObject({ use: 'temp', type: { coding: [{ code: 'INS-NIA' }] } });
    expect(toFhirIdentifier({ ...zoe, oid: INS_OIDS.nirTest }, { frCore }).type?.coding?.[0]?.code).toBe(
      'INS-NIR-TEST',
    );
    expect(toFhirIdentifier({ ...zoe, oid: INS_OIDS.nirDemo }, { frCore }).type?.coding?.[0]?.code).toBe(
      'INS-NIR-DEMO',
    );
  });

  test.each(oids)('each comes back, %s', (oid) => {
    const ins = { matricule: ruth.matricule, oid };
    const expected = { ok: true, value: ins, findings: [] };
    expect(fromHl7v2Cx(toHl7v2Cx(ins))).toEqual(expected);
    expect(fromHl7v2Cx(toHl7v2Cx(ins, { date: '20101207' }))).toEqual(expected);
    expect(fromXdsCx(toXdsCx(ins))).toEqual(expected);
    expect(fromXdsCx(`${toXdsCx(ins)}^^20101207`)).toEqual(expected);
    expect(fromCdaId(toCdaId(ins))).toEqual(expected);
    expect(fromFhirIdentifier(toFhirIdentifier(ins, { frCore: '2.1' }))).toEqual(expected);
    expect(sameIns(ins, { ...ins })).toBe(true);
    expect(sameIns(ins, zoe)).toBe(false);
  });
});

describe('reading what others wrote', () => {
  test('the sample of IHE PAM France', () => {
    // The matricule of the public sample has a wrong key.
    const cx = '279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS^^20101207';
    const read = fromHl7v2Cx(cx, { key: 'warning' });
    expect(read.ok && read.value).toEqual({ matricule: '279035121518989', oid: '1.2.250.1.213.1.4.10' });
  });

  test('a local identifier is not an INS', () => {
    expect(rules(fromHl7v2Cx('000003^^^CHU-X&000897406&N^PI'))).toEqual(['ins.hl7v2.notIns']);
    expect(rules(fromXdsCx(''))).toEqual(['ins.xds.notIns']);
    expect(rules(fromXdsCx('0456789999^^^&1.2.250.1.999.1.1.7898.2&ISO^PI'))).toContain('ins.oid.unknown');
  });

  test('variants in the wild are read with a warning', () => {
    expect(rules(fromHl7v2Cx('275126322074974^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.8&ISO^INS-NIR'))).toEqual([
      'ins.hl7v2.type',
    ]);
    expect(fromHl7v2Cx('275126322074974^^^X&1.2.250.1.213.1.4.8&ISO^<script>').findings).toMatchObject([
      { rule: 'ins.hl7v2.type', params: { found: '?' } },
      { rule: 'ins.hl7v2.namespace' },
    ]);
    expect(rules(fromXdsCx(toHl7v2Cx(zoe)))).toEqual(['ins.xds.spelling']);
  });

  test('a FHIR billing number is never an INS', () => {
    const nss21 = {
      type: { coding: [{ code: 'NH' }] },
      system: 'urn:oid:1.2.250.1.213.1.4.8',
      value: '275126322074974',
    };
    expect(rules(fromFhirIdentifier(nss21))).toEqual(['ins.fhir.nss']);
    expect(rules(fromFhirIdentifier({ system: 'urn:oid:1.2.250.1.213.1.4.13', value: '275126322074974' }))).toEqual([
      'ins.oid.nss',
    ]);
  });

  test('FHIR warnings: former INS, type that disagrees', () => {
    const identifier = toFhirIdentifier(zoe, { frCore: '2.2' });
    expect(rules(fromFhirIdentifier({ ...identifier, use: 'old' }))).toEqual(['ins.fhir.old']);
    expect(rules(fromFhirIdentifier({ system: 'urn:oid:1.2.250.1.213.1.4.8', value: zoe.matricule }))).toEqual([
      'ins.fhir.type',
    ]);
    expect(fromFhirIdentifier({}).ok).toBe(false);
    expect(fromCdaId({}).ok).toBe(false);
  });
});
