import { INS_OIDS } from '@socle-sante/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDatamatrix, describeDatamatrix, encodeDatamatrix, GS } from '../../src/datamatrix.ts';
import {
  arbLunarDate,
  arbMatricule,
  arbOid,
  arbTraits,
  provisional,
  qualified,
  recovered,
  validated,
  ZOE,
  ZOE_MATRICULE,
} from './support.ts';

const HEADER = 'IS010000000000000000000000';
const PRODUCTION = `${HEADER}S1275126322074974S21.2.250.1.213.1.4.8${GS}S3ZOE${GS}S4ADRUN${GS}S5FS631-12-1975S763220`;
const TEST = `${HEADER}S1275126322074974S21.2.250.1.213.1.4.10S3ZOE${GS}S4ADRUN${GS}S5FS631-12-1975S763220`;
const WITHOUT_PLACE = `${HEADER}S1180032B02040123S21.2.250.1.213.1.4.8${GS}S3ANTHONY${GS}S4CORSE${GS}S5MS602-03-1980`;

const rules = (findings: readonly { readonly rule: string }[]) => findings.map((f) => f.rule);

describe('datamatrix, golden vectors', () => {
  it('writes the three vectors byte for byte', () => {
    const zoe = encodeDatamatrix(qualified(ZOE, ZOE_MATRICULE));
    expect(zoe).toMatchObject({ ok: true, value: PRODUCTION, carriesIns: true });
    expect(PRODUCTION).toHaveLength(101);
    expect(encodeDatamatrix(qualified(ZOE, ZOE_MATRICULE, INS_OIDS.nirTest))).toMatchObject({ ok: true, value: TEST });
    const anthony = {
      nomNaissance: 'CORSE',
      listePrenoms: 'ANTHONY',
      premierPrenom: 'ANTHONY',
      sexe: 'M' as const,
      dateNaissance: '1980-03-02',
    };
    expect(encodeDatamatrix(qualified(anthony, '180032B02040123'))).toMatchObject({ ok: true, value: WITHOUT_PLACE });
  });

  it('reads them back, strictly', () => {
    for (const [text, oid] of [
      [PRODUCTION, INS_OIDS.nir],
      [TEST, INS_OIDS.nirTest],
    ] as const) {
      const read = decodeDatamatrix(text, { mode: 'strict' });
      expect(read.findings).toEqual([]);
      expect(read).toMatchObject({ ok: true, value: { ins: { matricule: ZOE_MATRICULE, oid }, traits: ZOE } });
    }
    expect(decodeDatamatrix(WITHOUT_PLACE, { mode: 'strict' })).toMatchObject({ ok: true });
  });

  it('puts the separator after an OID of 19 characters and not after one of 20, and not after a name of 100', () => {
    for (const oid of Object.values(INS_OIDS)) {
      const encoded = encodeDatamatrix(qualified(ZOE, ZOE_MATRICULE, oid));
      expect(encoded.ok && encoded.value.includes(`${oid}${oid.length === 19 ? GS : ''}S3`)).toBe(true);
    }
    const long = { ...ZOE, nomNaissance: 'A'.repeat(100), listePrenoms: `ZOE ${'B'.repeat(96)}` };
    const encoded = encodeDatamatrix(qualified(long, ZOE_MATRICULE));
    expect(encoded.ok && encoded.value).toContain(`${'B'.repeat(96)}S4${'A'.repeat(100)}S5F`);
    expect(encoded.ok && decodeDatamatrix(encoded.value, { mode: 'strict' })).toMatchObject({
      ok: true,
      value: { traits: long },
    });
  });
});

describe('datamatrix, both ways', () => {
  it('decode(encode(x)) = x', () => {
    fc.assert(
      fc.property(arbTraits, arbMatricule, arbOid, (traits, matricule, oid) => {
        const encoded = encodeDatamatrix(qualified(traits, matricule, oid));
        if (!encoded.ok) throw new Error(rules(encoded.findings).join());
        for (const mode of ['strict', 'lenient'] as const) {
          const read = decodeDatamatrix(encoded.value, { mode });
          if (!read.ok) throw new Error(rules(read.findings).join());
          // The symbol does not hold the first prénom: the decoder proposes one.
          expect(read.value.ins).toEqual({ matricule, oid });
          expect({ ...read.value.traits, premierPrenom: '' }).toEqual({ ...traits, premierPrenom: '' });
        }
      }),
    );
  });

  it('keeps a date that no calendar has, and says so', () => {
    fc.assert(
      fc.property(arbLunarDate, (dateNaissance) => {
        const encoded = encodeDatamatrix(qualified({ ...ZOE, dateNaissance }, ZOE_MATRICULE));
        const read = decodeDatamatrix(encoded.ok ? encoded.value : '', { mode: 'strict' });
        expect(read).toMatchObject({ ok: true, value: { traits: { dateNaissance } } });
      }),
    );
  });
});

describe('datamatrix, who may print it', () => {
  it('refuses every status but qualifiée, and says why', () => {
    for (const state of [provisional(ZOE), validated(ZOE), recovered(ZOE, ZOE_MATRICULE)]) {
      expect(encodeDatamatrix(state)).toMatchObject({ ok: false, findings: [{ rule: 'rniv.transmit.status' }] });
      expect(describeDatamatrix(state)).toMatchObject({ ok: false });
    }
  });

  it('refuses a test OID in production, both ways', () => {
    for (const oid of [INS_OIDS.nirTest, INS_OIDS.nirDemo]) {
      const state = qualified(ZOE, ZOE_MATRICULE, oid);
      expect(rules(encodeDatamatrix(state, { production: true }).findings)).toContain('ins.oid.notProduction');
      const encoded = encodeDatamatrix(state);
      const read = decodeDatamatrix(encoded.ok ? encoded.value : '', { production: true });
      expect(read.ok).toBe(false);
      expect(rules(read.findings)).toContain('ins.oid.notProduction');
    }
    expect(encodeDatamatrix(qualified(ZOE, ZOE_MATRICULE, INS_OIDS.nia), { production: true }).ok).toBe(true);
  });

  it('refuses names outside the profile, and names of more than 100 characters', () => {
    for (const nomNaissance of ['Adrun', 'ADRUN2', 'ÉTÉ', 'A'.repeat(101)]) {
      expect(encodeDatamatrix(qualified({ ...ZOE, nomNaissance }, ZOE_MATRICULE)).ok).toBe(false);
    }
  });

  it('gives the page the INS in clear, the matricule followed by its nature', () => {
    const printed = describeDatamatrix(qualified(ZOE, ZOE_MATRICULE, INS_OIDS.nia));
    if (!printed.ok) throw new Error('refused');
    expect(printed.value).toMatchObject({
      payload: PRODUCTION.replace('4.8', '4.9'),
      caption: 'INS à scanner',
      symbol: { symbology: 'datamatrix', errorCorrection: 'ECC200', shape: 'square', quietZone: 1 },
      fictitious: false,
    });
    const clear = Object.fromEntries(printed.value.clearText.map((line) => [line.field, line.value]));
    expect(clear).toEqual({
      nomNaissance: 'ADRUN',
      premierPrenom: 'ZOE',
      listePrenoms: 'ZOE',
      dateNaissance: '31/12/1975',
      sexe: 'F',
      lieuNaissance: '63220',
      matricule: '2 75 12 63 220 749 74 (NIA)',
    });
    expect(describeDatamatrix(qualified(ZOE, ZOE_MATRICULE, INS_OIDS.nirTest))).toMatchObject({
      value: { fictitious: true },
    });
  });
});
