import { formatRfc2253 } from '@socle-sante/wire/tls';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildVihf } from '../src/build.js';
import { vihfFromCps } from '../src/card.js';
import { formatIssuer, namesSubject } from '../src/dn.js';
import { inspectVihf } from '../src/inspect.js';
import { listPscSituations, type PscUserInfo, vihfFromPsc } from '../src/psc.js';
import { vihfFromStructureCertificate } from '../src/structure.js';
import { AUTHN_CONTEXTS } from '../src/types.js';
import { validateVihfInput } from '../src/validate.js';
import {
  certificateOf,
  clock,
  GENERALISTE,
  MEDECIN,
  OTHER_STRUCTURE_ID,
  SOFTWARE,
  signerOf,
  TEST_PS_ID,
  TEST_STRUCTURE_ID,
  testPki,
} from './support.js';

beforeAll(() => testPki());
const authnInstant = new Date(Date.now() - 60_000);

describe('from a card', () => {
  it('takes the identifier and the roles of the certificate, the structure of the chosen activity', async () => {
    const certificate = await certificateOf('cps-sign');
    const input = vihfFromCps(certificate, {
      activity: { structure: TEST_STRUCTURE_ID, sector: 'SA05' },
      software: SOFTWARE,
      authnInstant,
    });
    expect(input).toMatchObject({ mode: 'DIRECTE', nameId: TEST_PS_ID, roles: [MEDECIN, GENERALISTE] });
    const { claims } = inspectVihf(await buildVihf(input, await signerOf('cps-sign'), { clock }));
    expect(claims).toMatchObject({ mode: 'DIRECTE', authnContext: AUTHN_CONTEXTS.smartcard });
  });

  it('takes the roles that are given, and asks for them when the card does not settle them', async () => {
    const common = { activity: { structure: TEST_STRUCTURE_ID, sector: 'SA05' }, software: SOFTWARE, authnInstant };
    const staff = await certificateOf('cpe-sign');
    expect(() => vihfFromCps(staff, common)).toThrow(expect.objectContaining({ code: 'vihf.certificate' }));
    const role = {
      code: 'SECRETARIAT_MEDICAL',
      codeSystem: '1.2.250.1.213.1.1.4.6',
      displayName: 'Secrétariat médical',
    };
    expect(vihfFromCps(staff, { ...common, roles: [role] }).roles).toEqual([role]);
    expect(vihfFromCps(await certificateOf('cpf-sign'), common).roles).toMatchObject([{ code: '60' }]);
  });
});

describe('from the certificate of a structure', () => {
  const user = {
    nameId: TEST_PS_ID,
    subjectId: 'EXEMPLE Alix',
    sector: { code: 'SA05', codeSystem: '1.2.250.1.71.4.2.4' },
    roles: [MEDECIN, GENERALISTE] as const,
    software: SOFTWARE,
    authnInstant,
    authnContext: AUTHN_CONTEXTS.password,
  };

  it('takes the structure of the certificate, or the establishment that is given', async () => {
    const certificate = await certificateOf('org-sign');
    expect(vihfFromStructureCertificate(certificate, user)).toMatchObject({
      mode: 'INDIRECTE',
      structure: TEST_STRUCTURE_ID,
    });
    const other = { ...user, structure: OTHER_STRUCTURE_ID, mode: 'INDIRECTE_RENFORCEE' as const };
    expect(vihfFromStructureCertificate(certificate, other)).toMatchObject({
      mode: 'INDIRECTE_RENFORCEE',
      structure: OTHER_STRUCTURE_ID,
    });
    const card = await certificateOf('cps-sign');
    expect(() => vihfFromStructureCertificate(card, user)).toThrow(
      expect.objectContaining({ code: 'vihf.certificate' }),
    );
  });
});

describe('from a Pro Santé Connect session', () => {
  const activity = (structure: string, more = {}) => ({
    codeSecteurDactivite: 'SA07',
    codeSectionPharmacien: '',
    ancienIdentifiantDeLaStructure: structure,
    raisonSocialeSite: `CABINET ${structure}`,
    ...more,
  });
  const exercice = (codeProfession: string, codeSavoirFaire: string, activities: readonly object[]) => ({
    codeProfession,
    codeCategorieProfessionnelle: 'C',
    nomDexercice: 'TEST0000001',
    prenomDexercice: 'CAMILLE',
    codeSavoirFaire,
    activities,
  });
  const doctor: PscUserInfo = {
    SubjectNameID: '899700000013',
    authMode: 'CARD',
    SubjectRefPro: {
      exercices: [
        exercice('10', 'SM54', [activity('499700000013001'), activity('10B0172805', { codeSecteurDactivite: 'SA01' })]),
        exercice('21', '', [activity('499700000013002', { codeSectionPharmacien: 'A', codeSecteurDactivite: 'SA33' })]),
      ],
    },
  };
  const rest = { software: SOFTWARE, authnInstant };

  it('lists every situation under a key of its own', () => {
    expect(listPscSituations(doctor).map(({ key, sector, structureName }) => [key, sector, structureName])).toEqual([
      ['10C-499700000013001', 'SA07', 'CABINET 499700000013001'],
      ['10C-10B0172805', 'SA01', 'CABINET 10B0172805'],
      ['21C-499700000013002', 'SA33', 'CABINET 499700000013002'],
    ]);
    expect(listPscSituations({ SubjectNameID: 'x' })).toEqual([]);
    const twice = { SubjectRefPro: { exercices: [exercice('60', '', [activity(''), activity('')])] } };
    expect(listPscSituations(twice).map(({ key }) => key)).toEqual(['60C-none', '60C-none-2']);
  });

  it('takes the roles, the sector and the structure of the chosen one', () => {
    const hospital = vihfFromPsc(doctor, '10C-10B0172805', rest);
    expect(hospital).toMatchObject({
      mode: 'INDIRECTE_RENFORCEE',
      nameId: '899700000013',
      subjectId: 'TEST0000001 CAMILLE',
      structure: '10B0172805',
      sector: { code: 'SA01' },
      roles: [
        { code: '10', displayName: 'Médecin' },
        { code: 'SM54', codeSystem: '1.2.250.1.71.4.2.5' },
      ],
      authnContext: AUTHN_CONTEXTS.tlsClient,
    });
    expect(validateVihfInput(hospital).filter(({ severity }) => severity === 'error')).toEqual([]);
    const pharmacy = vihfFromPsc({ ...doctor, authMode: 'MOBILE' }, '21C', { ...rest, mode: 'INDIRECTE' });
    expect(pharmacy).toMatchObject({
      mode: 'INDIRECTE',
      roles: [{ code: '21' }, { code: 'A', codeSystem: '1.2.250.1.71.4.2.6' }],
      authnContext: AUTHN_CONTEXTS.mobileTwoFactor,
    });
    expect(validateVihfInput(pharmacy).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('gives no second role to a nurse, nor to anybody for an empty savoir-faire', () => {
    const nurse = { ...doctor, SubjectRefPro: { exercices: [exercice('60', 'SM54', [activity('499700000013001')])] } };
    expect(vihfFromPsc(nurse, '60C', rest).roles).toHaveLength(1);
    const psychologist = {
      ...doctor,
      SubjectRefPro: { exercices: [exercice('93', '', [activity('499700000013001')])] },
    };
    expect(vihfFromPsc(psychologist, '93C', rest).roles).toMatchObject([{ codeSystem: '1.2.250.1.213.1.6.1.109' }]);
    const social = { ...doctor, SubjectRefPro: { exercices: [exercice('41', '', [activity('10B0172805')])] } };
    expect(vihfFromPsc(social, '41C', rest).roles).toMatchObject([{ codeSystem: '1.2.250.1.213.1.6.1.4' }]);
  });

  it.each<readonly [string, PscUserInfo, string]>([
    ['two situations for one profession', doctor, '10C'],
    ['no such situation', doctor, '60C'],
    ['an identity without exercice', { SubjectNameID: '899700000013' }, '10C'],
    ['no structure', { ...doctor, SubjectRefPro: { exercices: [exercice('60', '', [activity('')])] } }, '60C'],
    [
      'a profession out of the list',
      { ...doctor, SubjectRefPro: { exercices: [exercice('00', '', [activity('4997')])] } },
      '00C',
    ],
    ['no national identifier', { ...doctor, SubjectNameID: ' ' }, '21C'],
  ])('asks the user to choose: %s', (_, userInfo, key) => {
    expect(() => vihfFromPsc(userInfo, key, rest)).toThrow(
      expect.objectContaining({ code: 'vihf.activity', audience: 'user' }),
    );
  });

  it('takes the structure of the configuration when the activity has none', () => {
    const empty = { ...doctor, SubjectRefPro: { exercices: [exercice('60', '', [activity('')])] } };
    expect(vihfFromPsc(empty, '60C', { ...rest, structure: TEST_STRUCTURE_ID }).structure).toBe(TEST_STRUCTURE_ID);
  });
});

describe('the name of the holder', () => {
  it('is recognised as JDK, OpenSSL and .NET write it', async () => {
    const { subject } = await certificateOf('cps-sign');
    const org = await certificateOf('org-sign');
    const hex = (text: string) =>
      `#14${Buffer.from([text.length]).toString('hex')}${Buffer.from(text, 'latin1').toString('hex')}`;
    for (const text of [
      'CN=899900000003+SN=EXEMPLE+GN=ALIX,T=Médecin,C=FR',
      'C=FR, T=Médecin, CN=899900000003+G=ALIX+SURNAME=EXEMPLE',
      `CN=899900000003+2.5.4.4=${hex('EXEMPLE')}+2.5.4.42=${hex('ALIX')},T=Médecin,C=FR`,
      'OID.2.5.4.42=ALIX+CN=899900000003+SN="EXEMPLE",TITLE=M\\C3\\A9decin,C=FR',
    ]) {
      expect(namesSubject(text, subject), text).toBe(true);
    }
    for (const text of [
      'CN=899900000003,T=Médecin,C=FR',
      'x',
      '',
      'CN=#zz,C=FR',
      'CN=#140',
      `CN=899900000003+SN=EXEMPLE+GN=ALIX,C=FR,T=Médecin`,
    ]) {
      expect(namesSubject(text, subject), text).toBe(false);
    }
    expect(namesSubject(formatIssuer(org, 'reversed').replace('ST=', 'S='), org.subject)).toBe(true);
  });

  it('is recognised when it holds what must be escaped', () => {
    const subject = [
      [{ oid: '2.5.4.6', type: 'C', value: 'FR' }],
      [{ oid: '2.5.4.10', type: 'O', value: 'A, B + "C" \\ #1' }],
    ];
    expect(namesSubject(formatRfc2253(subject), subject)).toBe(true);
  });
});
