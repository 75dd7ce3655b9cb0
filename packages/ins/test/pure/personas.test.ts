import type { InsOid } from '@socle-sante/core';
import { canTransmitIns, INS_OIDS, parseInsIdentifier, transition } from '@socle-sante/core';
import { parseXml } from '@socle-sante/wire/xml';
import { describe, expect, it } from 'vitest';
import { describeWithConformance, hasConformance } from '../../../tooling/src/conformance.ts';
import { decodeRecordTarget, encodeRecordTarget } from '../../src/cda.ts';
import { decodeDatamatrix, encodeDatamatrix } from '../../src/datamatrix.ts';
import { decodePatient, encodePatient, validateFrCorePatientIns } from '../../src/fhir.ts';
import { decodePid, encodePid } from '../../src/hl7v2.ts';
import { decodeXdsPatientId, decodeXdsSourcePatientInfo, encodeXdsPatient } from '../../src/xds.ts';
import { ENCODERS } from './everywhere.ts';
import { AT, IPP, type Person, people, provisional, qualified, recovered } from './support.ts';

const { insi, dmp } = hasConformance ? people() : { insi: [], dmp: [] };
const complete = [...insi, ...dmp].filter((person) => person.matricule && person.keyIsRight);

describeWithConformance('the 17 INSi and 95 DMP identities', () => {
  it('are all there: 11 INSi identities have a published matricule with a right key', () => {
    expect([insi.length, dmp.length, complete.length]).toEqual([17, 95, 11 + 95]);
  });

  describe.each([INS_OIDS.nir, INS_OIDS.nirTest])('qualified, with the OID %s, to every standard and back', (oid) => {
    it.each(complete.map((person) => [person.id, person] as const))('%s', (_id, person) => roundTrip(person, oid));
  });

  it('the identity whose service answer is a NIA, under its own OID', () => {
    const [nia] = insi.filter((person) => person.oid === INS_OIDS.nia);
    if (!nia) throw new Error('absent');
    roundTrip(nia, INS_OIDS.nia);
  });

  it.each([...insi, ...dmp].map((person) => [person.id, person] as const))(
    '%s, not qualified: traits only',
    (_id, person) => {
      const states = [provisional(person.traits)];
      if (person.matricule && person.keyIsRight) states.push(recovered(person.traits, person.matricule));
      for (const state of states) {
        for (const [name, encode] of Object.entries(ENCODERS)) {
          const answer = encode(state);
          expect(answer.carriesIns ?? false, name).toBe(false);
          if (person.matricule)
            expect(JSON.stringify(answer.value ?? ''), name).not.toContain(person.matricule.slice(0, 13));
        }
        const pid = encodePid(state);
        expect(decodePid(pid.ok ? pid.value : '').value?.traits).toEqual(person.traits);
        const patient = encodePatient(state, { frCore: '2.2' });
        expect(decodePatient(patient.ok ? patient.value : {}).value?.traits).toEqual(person.traits);
      }
    },
  );

  it('the identity delivered with a wrong key (CNDA 2.08) cannot become one that transmits, even by force', () => {
    const [hermann] = insi.filter((person) => person.matricule && !person.keyIsRight);
    if (!hermann?.matricule) throw new Error('absent');
    expect(parseInsIdentifier({ matricule: hermann.matricule, oid: INS_OIDS.nir }).ok).toBe(false);
    const found = { type: 'insiFound', at: AT, traits: hermann.traits, accepted: true } as const;
    const forced = { matricule: hermann.matricule as never, oid: INS_OIDS.nir };
    expect(transition(provisional(hermann.traits), { ...found, ins: forced }).ok).toBe(false);
    const state = { ...qualified(hermann.traits, '181036322045676'), ins: forced };
    expect(canTransmitIns(state)).toMatchObject({ ok: false, reason: 'identifier' });
    for (const [name, encode] of Object.entries(ENCODERS)) {
      const answer = encode(state);
      expect(answer.carriesIns ?? false, name).toBe(false);
      expect(JSON.stringify(answer.value ?? ''), name).not.toContain(hermann.matricule.slice(0, 13));
    }
  });
});

function roundTrip({ traits, matricule = '' }: Person, oid: InsOid): void {
  const state = qualified(traits, matricule, oid);
  const ins = { matricule, oid };

  const datamatrix = encodeDatamatrix(state);
  const scanned = decodeDatamatrix(datamatrix.ok ? datamatrix.value : '', { mode: 'strict' });
  expect(scanned).toMatchObject({ ok: true, value: { ins, traits: { ...traits, premierPrenom: expect.any(String) } } });

  const pid = encodePid(state, { localIdentifiers: [IPP] });
  expect(decodePid(pid.ok ? pid.value : '')).toMatchObject({ ok: true, value: { ins, traits, status: 'QUAL' } });

  const cda = encodeRecordTarget(state, { localIdentifiers: [IPP] });
  expect(cda.ok && decodeRecordTarget(parseXml(cda.value))).toMatchObject({ ok: true, value: { ins, traits } });

  const xds = encodeXdsPatient(state, { localIdentifier: IPP });
  if (!xds.ok) throw new Error('refused');
  expect(decodeXdsPatientId(xds.value.patientId)).toMatchObject({ ok: true, value: ins });
  const { nomNaissance, premierPrenom, sexe, dateNaissance } = traits;
  expect(decodeXdsSourcePatientInfo(xds.value.sourcePatientInfo)).toMatchObject({
    ok: true,
    value: { nomNaissance, premierPrenom, sexe, dateNaissance },
  });

  for (const frCore of ['2.1', '2.2'] as const) {
    const patient = encodePatient(state, { frCore, localIdentifiers: [IPP] });
    if (!patient.ok) throw new Error('refused');
    expect(decodePatient(patient.value)).toMatchObject({ ok: true, value: { ins, traits, status: 'QUAL', frCore } });
    const errors = validateFrCorePatientIns(patient.value, { frCore }).filter((f) => f.severity === 'error');
    expect(errors).toEqual([]);
  }
}
