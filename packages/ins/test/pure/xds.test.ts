import { readFileSync } from 'node:fs';
import { INS_OIDS } from '@socle-sante/core';
import { attribute, parseXml, text, walk } from '@socle-sante/wire/xml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import {
  decodeXdsPatientId,
  decodeXdsSourcePatientId,
  decodeXdsSourcePatientInfo,
  encodeVihfResourceId,
  encodeXdsPatient,
  encodeXdsPatientId,
  encodeXdsSourcePatientId,
  encodeXdsSourcePatientInfo,
} from '../../src/xds.ts';
import {
  arbMatricule,
  arbOid,
  arbTraits,
  IPP,
  provisional,
  qualified,
  recovered,
  validated,
  ZOE,
  ZOE_MATRICULE,
} from './support.ts';

const rules = (read: { readonly findings: readonly { readonly rule: string }[] }) => read.findings.map((f) => f.rule);

describe('XDS, written', () => {
  it('writes the four places of a qualified patient', () => {
    const state = qualified(ZOE, ZOE_MATRICULE, INS_OIDS.nirTest);
    expect(encodeXdsPatient(state, { localIdentifier: IPP })).toMatchObject({
      ok: true,
      carriesIns: true,
      value: {
        patientId: '275126322074974^^^&1.2.250.1.213.1.4.10&ISO^NH',
        sourcePatientId: 'P000042^^^&1.2.250.1.999.1.1.8121.8&ISO^PI',
        sourcePatientInfo: ['PID-5|ADRUN^ZOE^^^^^L', 'PID-7|19751231', 'PID-8|F'],
        vihfResourceId: '275126322074974^^^&1.2.250.1.213.1.4.10&ISO^NH',
      },
    });
    expect(encodeXdsSourcePatientId(state)).toMatchObject({ value: '275126322074974^^^&1.2.250.1.213.1.4.10&ISO^NH' });
    expect(encodeVihfResourceId(state)).toEqual(encodeXdsPatientId(state));
  });

  it('shares nothing of a patient who is not qualified; the traits alone may go', () => {
    for (const state of [provisional(ZOE), validated(ZOE), recovered(ZOE, ZOE_MATRICULE)]) {
      for (const refused of [
        encodeXdsPatientId(state),
        encodeVihfResourceId(state),
        encodeXdsSourcePatientId(state),
        encodeXdsPatient(state, { localIdentifier: IPP }),
      ]) {
        expect(refused).toMatchObject({ ok: false, findings: [{ rule: 'rniv.transmit.status' }] });
      }
      expect(encodeXdsSourcePatientId(state, IPP)).toMatchObject({ ok: true, carriesIns: false });
      expect(encodeXdsSourcePatientInfo(state)).toMatchObject({ ok: true, carriesIns: false });
    }
  });

  it('refuses an authority that is no OID, and values that no slot can hold', () => {
    const state = qualified(ZOE, ZOE_MATRICULE);
    const named = { value: 'X', authority: { namespace: 'CHU' } };
    expect(rules(encodeXdsSourcePatientId(state, named))).toContain('ins.xds.authority');
    expect(rules(encodeXdsSourcePatientId(state, { ...IPP, value: 'X'.repeat(260) }))).toContain('ins.xds.tooLong');
    const ins = { value: ZOE_MATRICULE, authority: { id: '1.2.250.1.213.1.4.8' } };
    expect(rules(encodeXdsSourcePatientId(recovered(ZOE, ZOE_MATRICULE), ins))).toContain('ins.localIdentifier.ins');
    expect(rules(encodeXdsSourcePatientInfo(provisional({ ...ZOE, nomNaissance: 'É'.repeat(300) })))).toContain(
      'ins.xds.tooLong',
    );
  });
});

describe('XDS, both ways', () => {
  it('decode(encode(x)) = x', () => {
    fc.assert(
      fc.property(
        arbTraits,
        arbMatricule,
        arbOid,
        fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }),
        (traits, matricule, oid, number) => {
          const state = qualified(traits, matricule, oid);
          const local = { ...IPP, value: `P${number.trim()}` };
          const encoded = encodeXdsPatient(state, { localIdentifier: local });
          if (!encoded.ok) throw new Error(rules(encoded).join());
          expect(decodeXdsPatientId(encoded.value.patientId)).toMatchObject({ ok: true, value: { matricule, oid } });
          expect(decodeXdsSourcePatientId(encoded.value.sourcePatientId).value?.local?.value).toBe(local.value);
          const { nomNaissance, premierPrenom, sexe, dateNaissance } = traits;
          const info = decodeXdsSourcePatientInfo(encoded.value.sourcePatientInfo);
          expect(info).toMatchObject({ ok: true, value: { nomNaissance, premierPrenom, sexe, dateNaissance } });
          expect(decodeXdsSourcePatientId(encoded.value.patientId)).toMatchObject({
            value: { ins: { matricule, oid } },
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('accepts a date in CX.7, and other spellings with a warning', () => {
    const dated = decodeXdsPatientId(`${ZOE_MATRICULE}^^^&1.2.250.1.213.1.4.8&ISO^NH^^20100907`);
    expect(dated).toMatchObject({ ok: true, value: { matricule: ZOE_MATRICULE }, findings: [] });
    expect(rules(decodeXdsPatientId(`${ZOE_MATRICULE}^^^&1.2.250.1.213.1.4.8&ISO^INS`))).toContain('ins.xds.spelling');
    for (const bad of [
      '',
      'x',
      `${ZOE_MATRICULE}^^^&1.2.250.1.213.1.4.2&ISO^NH`,
      `${ZOE_MATRICULE}^^^&1.2&ISO^NH`,
      '^^^&&',
    ]) {
      expect(decodeXdsPatientId(bad).ok).toBe(false);
    }
    expect(decodeXdsPatientId(`${ZOE_MATRICULE}^^^&1.2.250.1.213.1.4.10&ISO^NH`, { production: true }).ok).toBe(false);
  });

  it('reads sourcePatientInfo in any order, with the used name, and passes over the rest', () => {
    const read = decodeXdsSourcePatientInfo([
      'PID-8|U',
      'PID-11|^^PARIS',
      'PID-5|N^P^^^^^L',
      'PID-5|U^V^^^^^D',
      'PID-7|2009',
      'rien',
    ]);
    expect(read).toMatchObject({
      ok: true,
      value: { sexe: 'I', nomNaissance: 'N', premierPrenom: 'P', nomUtilise: 'U', prenomUtilise: 'V' },
    });
    expect(rules(read)).toEqual(expect.arrayContaining(['ins.received.birthDate', 'ins.xds.info']));
    expect(rules(decodeXdsSourcePatientInfo(['PID-8|X']))).toContain('ins.received.sexe');
  });
});

describeWithConformance('XDS, synthetic messages on official shapes', () => {
  it('reads the patient of a submission and of a VIHF', () => {
    const root = parseXml(readFileSync(conformanceFile('xds/samples/iti41-request.reconstituted.xml')));
    const ids = [...walk(root)].filter(
      (e) => /patientId$/.test(attribute(e, 'value') ?? '') && e.local === 'LocalizedString',
    );
    expect(ids.length).toBeGreaterThan(0);
    const values = [...walk(root)]
      .filter((e) => e.local === 'ExternalIdentifier')
      .map((e) => attribute(e, 'value') ?? '');
    const patients = values.filter((value) => value.includes('^NH'));
    expect(patients).toHaveLength(3);
    for (const patient of patients) {
      expect(decodeXdsPatientId(patient)).toMatchObject({
        ok: true,
        value: { matricule: '279035121518989', oid: INS_OIDS.nirTest },
      });
    }
    const slot = (name: string) =>
      [...walk(root)]
        .filter((e) => e.local === 'Slot' && attribute(e, 'name') === name)
        .map((e) => [...walk(e)].filter((v) => v.local === 'Value').map((v) => text(v)));
    expect(decodeXdsSourcePatientId(slot('sourcePatientId')[0]?.[0] ?? '').value?.local).toMatchObject({
      value: 'P000042',
      type: 'PI',
    });
    expect(decodeXdsSourcePatientId(slot('sourcePatientId')[1]?.[0] ?? '').value?.ins).toBeDefined();
    expect(decodeXdsSourcePatientInfo(slot('sourcePatientInfo')[0] ?? [])).toMatchObject({
      ok: true,
      value: { nomNaissance: 'PAT-TROIS', premierPrenom: 'DOMINIQUE', sexe: 'F', dateNaissance: '1979-03-28' },
    });
    const vihf = [...walk(parseXml(readFileSync(conformanceFile('xds/samples/vihf-indirecte.unsigned.xml'))))];
    const resource = vihf.find((e) => attribute(e, 'Name') === 'urn:oasis:names:tc:xacml:2.0:resource:resource-id');
    expect(resource && decodeXdsPatientId(text(resource))).toMatchObject({ ok: true });
  });
});
