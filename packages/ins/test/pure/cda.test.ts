import type { IdentityState } from '@socle-sante/core';
import { INS_OIDS } from '@socle-sante/core';
import { parseXml } from '@socle-sante/wire/xml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRecordTarget, encodeRecordTarget } from '../../src/cda.ts';
import {
  arbMatricule,
  arbOid,
  arbTraits,
  arbUsed,
  IPP,
  provisional,
  qualified,
  recovered,
  validated,
  ZOE,
  ZOE_MATRICULE,
} from './support.ts';

const rules = (read: { readonly findings: readonly { readonly rule: string }[] }) => read.findings.map((f) => f.rule);

function xml(state: IdentityState, options = {}): string {
  const encoded = encodeRecordTarget(state, { localIdentifiers: [IPP], ...options });
  if (!encoded.ok) throw new Error(rules(encoded).join());
  return encoded.value;
}

describe('recordTarget, written', () => {
  it('has the order, the names and the namespace of the CI-SIS', () => {
    const state = qualified({ ...ZOE, nomUtilise: 'EXEMPLE', prenomUtilise: 'ZO' }, ZOE_MATRICULE, INS_OIDS.nirTest);
    const options = {
      addresses: [
        { use: 'H' as const, houseNumber: '28', streetName: 'Avenue de Breteuil', postalCode: '75007', city: 'PARIS' },
      ],
      telecoms: [{ value: 'tel:0144534551', use: 'H' }],
      mailbox: { production: false },
      birthPlace: { name: 'Maternité', city: 'ISSOIRE' },
    };
    expect(xml(state, options)).toBe(
      '<recordTarget xmlns="urn:hl7-org:v3"><patientRole classCode="PAT">' +
        '<id root="1.2.250.1.213.1.4.10" extension="275126322074974"></id>' +
        '<id root="1.2.250.1.999.1.1.8121.8" extension="P000042"></id>' +
        '<addr use="H"><houseNumber>28</houseNumber><streetName>Avenue de Breteuil</streetName>' +
        '<postalCode>75007</postalCode><city>PARIS</city></addr>' +
        '<telecom value="tel:0144534551" use="H"></telecom>' +
        '<telecom value="mailto:275126322074974@patient.mssante.fr"></telecom>' +
        '<patient classCode="PSN"><name><family qualifier="BR">ADRUN</family><given>ZOE</given>' +
        '<given qualifier="BR">ZOE</given><family qualifier="CL">EXEMPLE</family><given qualifier="CL">ZO</given></name>' +
        '<administrativeGenderCode code="F" displayName="Féminin" codeSystem="2.16.840.1.113883.5.1"></administrativeGenderCode>' +
        '<birthTime value="19751231"></birthTime>' +
        '<birthplace><place><name>Maternité</name><addr><county>63220</county><city>ISSOIRE</city></addr></place></birthplace>' +
        '</patient></patientRole></recordTarget>',
    );
  });

  it('has no INS for the other statuses, and then needs a local identifier', () => {
    for (const state of [provisional(ZOE), validated(ZOE), recovered(ZOE, ZOE_MATRICULE)]) {
      const text = xml(state, { mailbox: { production: false } });
      expect(text).not.toContain(ZOE_MATRICULE);
      expect(text).not.toContain('1.2.250.1.213.1.4');
      expect(rules(encodeRecordTarget(state))).toContain('ins.cda.idMissing');
    }
    expect(encodeRecordTarget(qualified(ZOE, ZOE_MATRICULE))).toMatchObject({ ok: true, carriesIns: true });
  });

  it('writes a completed date, an undetermined sex, and escapes texts', () => {
    expect(xml(qualified({ ...ZOE, dateNaissance: '2009-00-00' }, ZOE_MATRICULE))).toContain(
      '<birthTime value="20091231">',
    );
    expect(xml(provisional({ ...ZOE, sexe: 'I' }))).toContain('code="UN" displayName="Inconnu"');
    expect(xml(provisional({ ...ZOE, nomUtilise: '<&>"' }))).toContain(
      '<family qualifier="CL">&lt;&amp;&gt;"</family>',
    );
  });

  it('refuses what a CDA cannot carry', () => {
    const { lieuNaissance: _, ...withoutPlace } = ZOE;
    expect(rules(encodeRecordTarget(qualified(withoutPlace, ZOE_MATRICULE)))).toContain('ins.cda.missing');
    expect(encodeRecordTarget(provisional(withoutPlace), { localIdentifiers: [IPP] }).ok).toBe(true);
    const named = { value: 'X', authority: { namespace: 'CHU' } };
    expect(rules(encodeRecordTarget(provisional(ZOE), { localIdentifiers: [named] }))).toContain('ins.cda.authority');
    const bad = { localIdentifiers: [IPP], addresses: [{ city: 'A\u0000' }] };
    expect(rules(encodeRecordTarget(provisional(ZOE), bad))).toContain('ins.text.control');
    const leak = { localIdentifiers: [IPP], telecoms: [{ value: `mailto:${ZOE_MATRICULE}@patient.mssante.fr` }] };
    expect(rules(encodeRecordTarget(recovered(ZOE, ZOE_MATRICULE), leak))).toContain('ins.transmit.leak');
    const production = { mailbox: { production: true } };
    expect(rules(encodeRecordTarget(qualified(ZOE, ZOE_MATRICULE, INS_OIDS.nirTest), production))).toContain(
      'ins.mailbox.testOid',
    );
  });
});

describe('recordTarget, both ways', () => {
  it('decode(encode(x)) = x', () => {
    fc.assert(
      fc.property(arbTraits, arbUsed, arbMatricule, arbOid, (traits, used, matricule, oid) => {
        const read = decodeRecordTarget(parseXml(xml(qualified({ ...traits, ...used }, matricule, oid))));
        expect(read.ok).toBe(true);
        expect(read.value).toEqual({
          ins: { matricule, oid },
          status: 'QUAL',
          formerIns: [],
          localIdentifiers: [IPP],
          otherNational: [],
          traits: { ...traits, ...used },
          attributes: [],
        });
        const without = decodeRecordTarget(parseXml(xml(recovered(traits, matricule, oid))));
        expect(without).toMatchObject({ ok: true, value: { traits } });
        expect(without.value?.ins).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });
});

describe('recordTarget, read from others', () => {
  const GOOD = xml(qualified(ZOE, ZOE_MATRICULE));
  const read = (text: string) => decodeRecordTarget(parseXml(text));

  it('finds the patient in a whole document', () => {
    const document = `<c:ClinicalDocument xmlns:c="urn:hl7-org:v3">${GOOD}</c:ClinicalDocument>`;
    expect(read(document)).toMatchObject({ ok: true, value: { ins: { matricule: ZOE_MATRICULE }, traits: ZOE } });
    expect(rules(read('<recordTarget/>'))).toEqual(['ins.cda.notFound']);
    expect(rules(read('<ClinicalDocument xmlns="urn:hl7-org:v3"/>'))).toEqual(['ins.cda.notFound']);
  });

  it.each([
    ['family[@qualifier=BR]', GOOD.replace('<family qualifier="BR">ADRUN</family>', '')],
    ['given', GOOD.replace('<given>ZOE</given>', '')],
    ['given[@qualifier=BR]', GOOD.replace('<given qualifier="BR">ZOE</given>', '')],
    ['administrativeGenderCode', GOOD.replace(/<administrativeGenderCode.*<\/administrativeGenderCode>/, '')],
    ['birthTime', GOOD.replace(/<birthTime.*<\/birthTime>/, '')],
    ['birthplace/place/addr/county', GOOD.replace('<county>63220</county>', '')],
  ])('an INS without %s is an error', (element, text) => {
    const found = read(text);
    expect(found.ok).toBe(false);
    expect(found.findings).toContainEqual(expect.objectContaining({ rule: 'ins.cda.missing', params: { element } }));
  });

  it('reports the other rules with their line', () => {
    const cases: readonly [string, string][] = [
      [GOOD.replace('<given>', '<family qualifier="SP">X</family><given>'), 'ins.cda.qualifier'],
      [GOOD.replace('<given>', '<family>X</family><given>'), 'ins.cda.qualifier'],
      [GOOD.replace('<given>ZOE', '<given nullFlavor="UNK">ZOE'), 'ins.cda.nullFlavor'],
      [GOOD.replace(/(<id root="1\.2\.250\.1\.213[^>]*><\/id>)(<id[^>]*><\/id>)/, '$2$1'), 'ins.cda.insNotFirst'],
      [GOOD.replace('code="F"', 'code="X"'), 'ins.received.sexe'],
      [GOOD.replace('19751231', '1975'), 'ins.received.birthDate'],
      [GOOD.replace('074974', '074975'), 'ins.matricule.key'],
      [GOOD.replace('1.2.250.1.213.1.4.8', '1.2.250.1.213.1.4.2'), 'ins.received.otherNational'],
    ];
    for (const [text, rule] of cases) {
      const found = read(text).findings.find((f) => f.rule === rule);
      expect(found, rule).toMatchObject({ wire: { line: 1 } });
    }
  });

  it('reads a time of birth, and names that were wrapped', () => {
    const text = GOOD.replace('19751231', '197512311230+0100').replace('>ADRUN<', '>\n    ADRUN\n<');
    expect(read(text)).toMatchObject({ ok: true, value: { traits: ZOE } });
  });
});
