import { readFileSync } from 'node:fs';
import type { IdentityState } from '@socle-sante/core';
import { INS_OIDS } from '@socle-sante/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import {
  decodePatient,
  type EncodePatientOptions,
  encodePatient,
  encodePatientSearch,
  FR_CORE,
  type FrCorePatient,
  validateFrCorePatientIns,
} from '../../src/fhir.ts';
import {
  AT,
  arbMatricule,
  arbOid,
  arbTraits,
  arbUsed,
  IPP,
  ins,
  provisional,
  qualified,
  recovered,
  replay,
  validated,
  ZOE,
  ZOE_MATRICULE,
} from './support.ts';

const DIALECTS = ['2.1', '2.2'] as const;
const rules = (findings: readonly { readonly rule: string }[]) => findings.map((f) => f.rule);

function patient(state: IdentityState, options: EncodePatientOptions): FrCorePatient {
  const encoded = encodePatient(state, options);
  if (!encoded.ok) throw new Error(rules(encoded.findings).join());
  return encoded.value;
}

/** A copy in which one place was changed. */
function changed(resource: FrCorePatient, change: (copy: Record<string, never>) => void): unknown {
  const copy = structuredClone(resource) as unknown as Record<string, never>;
  change(copy);
  return copy;
}

describe('Patient, written', () => {
  it('is a fr-core-patient-ins for a qualified identity', () => {
    const state = qualified({ ...ZOE, nomUtilise: 'EXEMPLE', prenomUtilise: 'ZO' }, ZOE_MATRICULE, INS_OIDS.nirTest);
    expect(
      patient(state, {
        frCore: '2.2',
        id: 'zoe',
        active: true,
        deceased: false,
        localIdentifiers: [IPP],
        mailbox: { production: false },
        birthPlaceCity: 'Issoire',
      }),
    ).toEqual({
      resourceType: 'Patient',
      id: 'zoe',
      meta: { profile: ['https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-patient-ins'] },
      extension: [
        {
          url: 'https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-identity-reliability',
          extension: [
            {
              url: 'methodCollection',
              valueCoding: {
                system: 'https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-method-collection',
                code: 'INSI',
              },
            },
            { url: 'dateInterrogationINSi', valueDate: '2026-03-02' },
            {
              url: 'identityStatus',
              valueCoding: {
                system: 'https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-identity-status',
                code: 'QUAL',
              },
            },
            { url: 'validationDate', valueDate: '2026-03-02' },
            {
              url: 'validationMode',
              valueCoding: {
                system: 'https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-mode-validation-identity',
                code: 'CN',
              },
            },
          ],
        },
        {
          url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
          valueAddress: {
            extension: [
              {
                url: 'https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-address-insee-code',
                valueCoding: {
                  system: 'https://mos.esante.gouv.fr/NOS/TRE_R13-CommuneOM/FHIR/TRE-R13-CommuneOM',
                  code: '63220',
                },
              },
            ],
            city: 'Issoire',
          },
        },
      ],
      identifier: [
        {
          use: 'official',
          type: {
            coding: [{ system: 'https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203', code: 'INS-NIR-TEST' }],
          },
          system: 'urn:oid:1.2.250.1.213.1.4.10',
          value: ZOE_MATRICULE,
        },
        {
          use: 'usual',
          type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'PI' }] },
          system: 'urn:oid:1.2.250.1.999.1.1.8121.8',
          value: 'P000042',
        },
      ],
      active: true,
      name: [
        {
          extension: [
            {
              url: 'https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-patient-birth-list-given-name',
              valueString: 'ZOE',
            },
          ],
          use: 'official',
          family: 'ADRUN',
          given: ['ZOE'],
        },
        { use: 'usual', family: 'EXEMPLE', given: ['ZO'] },
      ],
      telecom: [{ system: 'email', value: `${ZOE_MATRICULE}@patient.mssante.fr` }],
      gender: 'female',
      birthDate: '1975-12-31',
      deceasedBoolean: false,
    });
  });

  it('says the status in the codes of each dialect', () => {
    const states = {
      PROV: provisional(ZOE),
      RECUP: recovered(ZOE, ZOE_MATRICULE),
      VALI: validated(ZOE),
      QUAL: qualified(ZOE, ZOE_MATRICULE),
    };
    const old = { PROV: 'PROV', RECUP: 'PROV', VALI: 'VALI', QUAL: 'VALI' };
    for (const [status, state] of Object.entries(states)) {
      const text21 = JSON.stringify(patient(state, { frCore: '2.1' }));
      const text22 = JSON.stringify(patient(state, { frCore: '2.2' }));
      expect(text21).toContain(`fr-core-cs-v2-0445","code":"${old[status as keyof typeof old]}"`);
      expect(text22).toContain(`fr-core-cs-identity-status","code":"${status}"`);
      for (const text of [text21, text22]) {
        expect(text.includes(ZOE_MATRICULE)).toBe(status === 'QUAL');
        expect(text.includes('fr-core-patient-ins')).toBe(status === 'QUAL');
      }
    }
  });

  it('writes the attributes as codes in 2.1 and as comments in 2.2', () => {
    const state = replay([
      { type: 'create', at: AT, traits: ZOE },
      { type: 'setHomonyme', at: AT },
      { type: 'setDouteuse', at: AT },
    ]);
    for (const frCore of DIALECTS) {
      expect(decodePatient(patient(state, { frCore }))).toMatchObject({
        ok: true,
        value: { status: 'PROV', attributes: ['homonyme', 'douteuse'], frCore },
      });
    }
    expect(JSON.stringify(patient(state, { frCore: '2.2' }))).toContain(
      'fr-core-cs-identity-status-comment","code":"DOUT"',
    );
  });

  it('adds former INS with `old` when asked, never for a status below', () => {
    const state = replay([
      { type: 'create', at: AT, traits: ZOE },
      {
        type: 'insiFound',
        at: AT,
        ins: ins(ZOE_MATRICULE),
        traits: ZOE,
        accepted: true,
        history: [
          { matricule: '180032B02040123', oid: INS_OIDS.nir },
          { matricule: '180032B02040123', oid: INS_OIDS.nir, dateDebut: '2020-01-01' },
          { matricule: '109076322088835', oid: INS_OIDS.nia },
          { matricule: 'odd', oid: '1.2' },
        ],
      },
      { type: 'documentChecked', at: AT, document: { type: 'CN' }, coherent: true },
    ]);
    const both = patient(state, { frCore: '2.1', history: 'old' });
    expect(both.identifier?.map((one) => [one.use, one.value])).toEqual([
      ['official', ZOE_MATRICULE],
      ['old', '180032B02040123'],
    ]);
    expect(decodePatient(both)).toMatchObject({
      ok: true,
      value: { ins: { matricule: ZOE_MATRICULE }, formerIns: [{ matricule: '180032B02040123' }] },
    });
    expect(patient(state, { frCore: '2.1' }).identifier).toHaveLength(1);
  });

  it('refuses what the profile does not allow', () => {
    const { lieuNaissance: _, ...withoutPlace } = ZOE;
    const frCore = '2.1';
    expect(rules(encodePatient(qualified(withoutPlace, ZOE_MATRICULE), { frCore }).findings)).toContain(
      'ins.fhir.missing',
    );
    expect(encodePatient(provisional(withoutPlace), { frCore }).ok).toBe(true);
    expect(rules(encodePatient(provisional(ZOE), { frCore, id: 'a b' }).findings)).toContain('ins.fhir.id');
    const named = [{ value: 'X', authority: { namespace: 'CHU' } }];
    expect(rules(encodePatient(provisional(ZOE), { frCore, localIdentifiers: named }).findings)).toContain(
      'ins.fhir.authority',
    );
    const leak = { frCore, birthPlaceCity: ZOE_MATRICULE } as const;
    expect(rules(encodePatient(recovered(ZOE, ZOE_MATRICULE), leak).findings)).toContain('ins.transmit.leak');
    const production = { frCore, mailbox: { production: true } } as const;
    expect(rules(encodePatient(qualified(ZOE, ZOE_MATRICULE, INS_OIDS.nirDemo), production).findings)).toContain(
      'ins.mailbox.testOid',
    );
  });

  it('gives the token of a search for a qualified identity only', () => {
    expect(encodePatientSearch(qualified(ZOE, ZOE_MATRICULE))).toMatchObject({
      value: `urn:oid:1.2.250.1.213.1.4.8|${ZOE_MATRICULE}`,
    });
    expect(encodePatientSearch(recovered(ZOE, ZOE_MATRICULE)).ok).toBe(false);
  });
});

describe('Patient, both ways', () => {
  it('decode(encode(x)) = x in both dialects, and our own output has no finding', () => {
    const uri = { value: 'IPP-1', authority: { id: 'http://hopital.example/ipp', scheme: 'URI' } };
    fc.assert(
      fc.property(
        arbTraits,
        arbUsed,
        arbMatricule,
        arbOid,
        fc.constantFrom(...DIALECTS),
        (traits, used, matricule, oid, frCore) => {
          const resource = patient(qualified({ ...traits, ...used }, matricule, oid), {
            frCore,
            localIdentifiers: [IPP, uri],
          });
          const read = decodePatient(JSON.parse(JSON.stringify(resource)));
          expect(read.ok).toBe(true);
          expect(read.value).toEqual({
            ins: { matricule, oid },
            formerIns: [],
            localIdentifiers: [
              { ...IPP, type: 'PI' },
              { ...uri, type: 'PI' },
            ],
            otherNational: [],
            traits: { ...traits, ...used },
            status: 'QUAL',
            attributes: [],
            frCore,
            collection: 'INSI',
            insiDate: '2026-03-02',
            validationDate: '2026-03-02',
            validationMode: 'CN',
          });
          const errors = validateFrCorePatientIns(resource, { frCore }).filter((f) => f.severity === 'error');
          // A NIA is `temp`: fr-core 2.1 then wants no official identifier, and the local one is `usual`.
          expect(errors).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('decode(encode(x)) = x without the INS for the others', () => {
    fc.assert(
      fc.property(arbTraits, arbMatricule, fc.constantFrom(...DIALECTS), (traits, matricule, frCore) => {
        const states = [provisional(traits), recovered(traits, matricule), validated(traits)];
        const expected = frCore === '2.2' ? ['PROV', 'RECUP', 'VALI'] : ['PROV', 'PROV', 'VALI'];
        expect(states.map((state) => decodePatient(patient(state, { frCore })).value?.status)).toEqual(expected);
        for (const state of states) {
          const read = decodePatient(patient(state, { frCore }));
          expect(read).toMatchObject({ ok: true, value: { traits } });
          expect(read.value?.ins).toBeUndefined();
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('Patient, read from others', () => {
  const base = patient(qualified(ZOE, ZOE_MATRICULE), { frCore: '2.1' });

  it('never takes a billing number for an INS', () => {
    const billing = {
      use: 'official',
      type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'NH' }] },
      system: 'urn:oid:1.2.250.1.213.1.4.8',
      value: '180032B02040123',
    };
    const read = decodePatient({ ...base, identifier: [billing, ...(base.identifier ?? [])] });
    expect(read).toMatchObject({ ok: true, value: { ins: { matricule: ZOE_MATRICULE } } });
    expect(read.value?.otherNational).toHaveLength(1);
    const only = decodePatient({ ...base, identifier: [billing] });
    expect(only.value?.ins).toBeUndefined();
    const new22 = { ...billing, system: 'urn:oid:1.2.250.1.213.1.4.13' };
    expect(decodePatient({ ...base, identifier: [new22] }).value?.otherNational).toHaveLength(1);
  });

  it('in 2.2 leaves out the INS of an identity that is not QUAL', () => {
    for (const code of ['VALI', 'RECUP', 'PROV']) {
      const text = JSON.stringify(patient(qualified(ZOE, ZOE_MATRICULE), { frCore: '2.2' })).replace(
        '"QUAL"',
        `"${code}"`,
      );
      const read = decodePatient(JSON.parse(text));
      expect(read.value?.ins).toBeUndefined();
      expect(rules(read.findings)).toContain('ins.received.notQualified');
    }
  });

  it('reads a base patient: several given names, no use, other gender', () => {
    const read = decodePatient({
      resourceType: 'Patient',
      name: [{ family: 'X', given: ['A', 'B'] }],
      gender: 'other',
      birthDate: '1980',
    });
    expect(read).toMatchObject({
      ok: true,
      value: { traits: { nomNaissance: 'X', premierPrenom: 'A', listePrenoms: 'A B', sexe: 'I' } },
    });
    expect(rules(read.findings)).toEqual(expect.arrayContaining(['ins.fhir.officialName', 'ins.received.birthDate']));
  });
});

describe('fr-core-patient-ins, one change and one rule', () => {
  const good = patient(qualified(ZOE, ZOE_MATRICULE), { frCore: '2.1' });
  const good22 = patient(qualified(ZOE, ZOE_MATRICULE), { frCore: '2.2' });
  const own = { use: 'official', system: 'http://x.example', value: '1' };
  const cases: readonly [string, unknown, '2.1' | '2.2', string][] = [
    ['not a patient', { resourceType: 'Person' }, '2.1', 'ins.fhir.resourceType'],
    ['no gender', { ...good, gender: undefined }, '2.1', 'ins.fhir.missing'],
    ['gender other', { ...good, gender: 'other' }, '2.1', 'ins.fhir.gender'],
    ['partial date', { ...good, birthDate: '1975' }, '2.1', 'ins.fhir.birthDate'],
    ['lunar date', { ...good, birthDate: '1975-00-00' }, '2.1', 'ins.fhir.birthDate'],
    ['no name', { ...good, name: [] }, '2.1', 'ins.fhir.missing'],
    ['two official names', { ...good, name: [...(good.name ?? []), ...(good.name ?? [])] }, '2.1', 'ins.fhir.tooMany'],
    ['no list', { ...good, name: [{ use: 'official', family: 'A', given: ['B'] }] }, '2.1', 'ins.fhir.missing'],
    ['two given', { ...good, name: [{ ...good.name?.[0], given: ['A', 'B'] }] }, '2.1', 'ins.fhir.tooMany'],
    ['no birth place', { ...good, extension: good.extension?.slice(0, 1) }, '2.1', 'ins.fhir.missing'],
    ['no reliability', { ...good, extension: good.extension?.slice(1) }, '2.1', 'ins.fhir.missing'],
    ['no identifier', { ...good, identifier: [] }, '2.1', 'ins.fhir.frCore1'],
    ['two official', { ...good, identifier: [...(good.identifier ?? []), own] }, '2.1', 'ins.fhir.frCore2'],
    [
      'wrong use',
      { ...good, identifier: [{ ...good.identifier?.[0], use: 'usual' }] },
      '2.1',
      'ins.fhir.identifierUse',
    ],
    ['wrong type', { ...good, identifier: [{ ...good.identifier?.[0], type: {} }] }, '2.1', 'ins.fhir.identifierType'],
    ['no value', { ...good, identifier: [{ ...good.identifier?.[0], value: ' ' }] }, '2.1', 'ins.fhir.missing'],
    [
      'wrong key',
      { ...good, identifier: [{ ...good.identifier?.[0], value: '275126322074975' }] },
      '2.1',
      'ins.matricule.key',
    ],
    ['other dialect', good, '2.2', 'ins.fhir.dialect'],
    ['not qualified', JSON.parse(JSON.stringify(good22).replace('"QUAL"', '"RECUP"')), '2.2', 'ins.fhir.notQualified'],
    ['qualified without INS', { ...good22, identifier: [own] }, '2.2', 'ins.fhir.qualifiedWithoutIns'],
    ['unknown place', JSON.parse(JSON.stringify(good22).replace('63220', '99999')), '2.2', 'ins.fhir.unknownPlace'],
    ['odd place', JSON.parse(JSON.stringify(good22).replace('63220', 'PARIS')), '2.2', 'cog.format'],
  ];
  it.each(cases)('%s', (_what, resource, frCore, rule) => {
    expect(rules(validateFrCorePatientIns(resource, { frCore }))).toContain(rule);
  });

  it('has the two invariants of the reliability extension', () => {
    const comment = (code: string) => ({ url: 'comment', valueCodeableConcept: { coding: [{ code }] } });
    const withComments = (...codes: string[]) =>
      changed(good22, (copy) => {
        const [first] = copy['extension'] as unknown as { extension: unknown[] }[];
        first?.extension.push(...codes.map(comment));
      });
    expect(rules(validateFrCorePatientIns(withComments('DOUT'), { frCore: '2.2' }))).toContain('ins.fhir.reliability1');
    expect(rules(validateFrCorePatientIns(withComments('FICT', 'DOUT'), { frCore: '2.2' }))).toContain(
      'ins.fhir.reliability2',
    );
    expect(rules(validateFrCorePatientIns(withComments('HOMA'), { frCore: '2.2' }))).toEqual([]);
  });

  it('says when a billing number of 2.2 stands under the OID of the INS', () => {
    const nss = {
      use: 'official',
      type: { coding: [{ code: 'NH' }] },
      system: 'urn:oid:1.2.250.1.213.1.4.8',
      value: 'x',
    };
    expect(
      rules(
        validateFrCorePatientIns({ ...good22, identifier: [...(good22.identifier ?? []), nss] }, { frCore: '2.2' }),
      ),
    ).toContain('ins.fhir.nssSystem');
  });
});

describeWithConformance('official FHIR examples', () => {
  const read = (file: string) => JSON.parse(readFileSync(conformanceFile(`fhir/${file}`), 'utf8')) as unknown;

  // Known errors: a wrong key (12 expected), names in mixed case, the status code of 2.1 on a 2.2 branch, an old
  // address of the commune codes.
  it.each([
    'fr-core/examples/Patient-FRCorePatientINSExample.json',
    'telesurveillance/examples/Patient-ExamplefrCorePatient001.json',
  ])('%s', (file) => {
    const found = decodePatient(read(file));
    expect(found.ok).toBe(false);
    expect(found.findings.filter((f) => f.severity === 'error')).toMatchObject([
      { rule: 'ins.matricule.key', params: { expected: '12', found: '44' } },
    ]);
    expect(found.value).toMatchObject({
      frCore: '2.1',
      traits: {
        nomNaissance: 'Durand',
        listePrenoms: 'Pierre Yves',
        premierPrenom: 'Pierre',
        sexe: 'M',
        dateNaissance: '1974-12-25',
        lieuNaissance: '01006',
      },
    });
    expect(found.value?.ins).toBeUndefined();
    expect(rules(validateFrCorePatientIns(read(file), { frCore: '2.1', key: 'warning' }))).toEqual([
      'ins.matricule.key',
    ]);
    expect(rules(validateFrCorePatientIns(read(file), { frCore: '2.2' }))).toContain('ins.fhir.dialect');
  });

  it('a base patient without anything of the INS', () => {
    const found = decodePatient(read('pdsm/examples/Patient-fr-patient-123.json'));
    expect(found).toMatchObject({ ok: true, value: { traits: { nomNaissance: 'Claire', premierPrenom: 'Martin' } } });
    expect(found.value?.ins).toBeUndefined();
  });

  it('spells the identifier types of the published code system', () => {
    const system = read('fr-core/definitions/CodeSystem-fr-core-cs-v2-0203.json') as {
      url: string;
      concept: { code: string }[];
    };
    expect(system.url).toBe(FR_CORE.identifierTypes);
    const known = new Set(system.concept.map((concept) => concept.code));
    for (const oid of Object.values(INS_OIDS)) {
      const [identifier] = patient(qualified(ZOE, ZOE_MATRICULE, oid), { frCore: '2.2' }).identifier ?? [];
      expect(known.has(identifier?.type?.coding?.[0]?.code ?? '')).toBe(true);
    }
  });
});
