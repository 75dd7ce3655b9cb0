import { describe, expect, it } from 'vitest';
import {
  customInsiEnvironment,
  INSI_ENVIRONMENTS,
  isProductionInsiEnvironment,
  simulatorInsiEnvironment,
} from '../../src/environments.js';
import { findInsiCode, INSI_CODES } from '../../src/insi/codes.js';
import { insiAction } from '../../src/insi/namespaces.js';
import { validateLpsSoftware } from '../../src/insi/software.js';
import { padoaFormatted, softwareFromPadoa, traitsFromPadoa } from '../../src/migration.js';
import { SOFTWARE } from './support.js';

describe('the environments', () => {
  it('have four addresses, each with its source', () => {
    const endpoints = Object.values(INSI_ENVIRONMENTS).flatMap((environment) => Object.values(environment.endpoints));
    expect(endpoints.map(({ url }) => url)).toEqual([
      'https://qualiflps.services-ps.ameli.fr:443/lps',
      'https://qualiflps-services-ps-tlsm.ameli.fr:443/lps',
      'https://services-ps.ameli.fr/lps',
      'https://services-ps-tlsm.ameli.fr/lps',
    ]);
    expect(endpoints.every(({ source }) => source.length > 10)).toBe(true);
  });

  it('can be replaced in part', () => {
    const relay = customInsiEnvironment('bas', { name: 'relais', endpoints: { tlsm: 'https://relais.invalid/lps' } });
    expect(relay).toMatchObject({
      name: 'relais',
      kind: 'bas',
      endpoints: {
        tlsm: { url: 'https://relais.invalid/lps', source: 'caller' },
        cpx: INSI_ENVIRONMENTS.bas.endpoints.cpx,
      },
    });
    expect(INSI_ENVIRONMENTS.bas.name).toBe('bas');
  });

  it('know the production under any label', () => {
    expect(isProductionInsiEnvironment(INSI_ENVIRONMENTS.production)).toBe(true);
    expect(isProductionInsiEnvironment(INSI_ENVIRONMENTS.bas)).toBe(false);
    for (const url of ['https://services-ps.ameli.fr/lps', 'https://SERVICES-PS.ameli.fr.:443/autre']) {
      expect(isProductionInsiEnvironment(customInsiEnvironment('bas', { endpoints: { cpx: url } }))).toBe(true);
    }
    const simulator = simulatorInsiEnvironment({ tlsmUrl: 'https://127.0.0.1:1/lps', cpxUrl: 'not a url' });
    expect(isProductionInsiEnvironment(simulator)).toBe(false);
  });
});

describe('the table of official codes', () => {
  it('has one row per code, with both languages and an action', () => {
    expect(new Set(INSI_CODES.map(({ code }) => code)).size).toBe(INSI_CODES.length);
    for (const { code, family, kind, user, meaning, retry } of INSI_CODES) {
      for (const locale of ['fr', 'en'] as const) {
        expect(user[locale].title).not.toBe('');
        expect(user[locale].action).not.toBe('');
        expect(meaning[locale]).not.toBe('');
      }
      expect(family === 'CodeCR').toBe(kind === 'outcome');
      expect(retry === 'no').toBe(kind === 'outcome' || kind === 'config');
      expect(code).toBe(code.toLowerCase());
    }
  });

  it('is found whatever the case', () => {
    expect(findInsiCode('DESIR_560')?.audience).toBe('admin');
    expect(findInsiCode(' Desir_1020 ')?.retry).toBe('backoff');
    expect(findInsiCode('toString')).toBeUndefined();
  });
});

describe('the software block', () => {
  it('is complete, short and printable', () => {
    expect(validateLpsSoftware(SOFTWARE)).toEqual([]);
    const rules = (change: object) =>
      validateLpsSoftware({ ...SOFTWARE, ...change }).map(({ rule, severity }) => `${severity} ${rule}`);
    expect(rules({ idam: ' ' })).toEqual(['error insi.lps.missing']);
    expect(rules({ nom: undefined })).toEqual(['error insi.lps.missing']);
    expect(rules({ nom: 'x'.repeat(60) })).toEqual(['error insi.lps.length']);
    expect(rules({ version: '1\u0000' })).toEqual(['error insi.lps.character']);
    expect(rules({ instance: 'poste-1' })).toEqual(['warning insi.lps.instance']);
  });
});

describe('code written for the public client of padoa', () => {
  it('keeps its arguments', () => {
    expect(softwareFromPadoa({ idam: 'XX', version: '1.0', name: 'demo', id: SOFTWARE.instance })).toEqual({
      idam: 'XX',
      version: '1.0',
      instance: SOFTWARE.instance,
      nom: 'urn:lps:demo:1.0',
    });
    const person = {
      birthName: 'ADRUN',
      firstName: 'ZOE',
      gender: 'F',
      dateOfBirth: '1975-12-31',
      placeOfBirthCode: '63220',
    };
    expect(traitsFromPadoa(person)).toEqual({
      nomNaissance: 'ADRUN',
      prenoms: 'ZOE',
      sexe: 'F',
      dateNaissance: '1975-12-31',
      lieuNaissance: '63220',
    });
    expect(padoaFormatted({ outcome: 'notFound', truncated: false, attempts: [] })).toBeNull();
  });
});

it('an action names its operation', () => {
  expect(insiAction('rechercherInsAvecCarteVitale')).toBe(
    'urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecCarteVitale',
  );
});
