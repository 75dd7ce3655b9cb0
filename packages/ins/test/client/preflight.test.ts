import type { TestPki } from '@socle-sante/sandbox/pki';
import { readCertificate } from '@socle-sante/wire/tls';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeFinding } from '../../../core/src/index.js';
import { insiFindings } from '../../src/insi/findings.js';
import { checkInsiCertificate, structureIdentifier } from '../../src/preflight.js';
import { testPki } from '../pki.js';

let pki: TestPki;
beforeAll(async () => {
  pki = await testPki();
});

const check = (role: string, more: Partial<Parameters<typeof checkInsiCertificate>[1]> = {}) =>
  checkInsiCertificate(pki.identity(role).certPem, { now: new Date(), issuers: [issuerOf('insi-manu')], ...more });
const rules = (role: string, more = {}) => check(role, more).map(({ rule, severity }) => `${severity} ${rule}`);

describe('the check of a structure certificate', () => {
  it('has nothing to say of a good one', () => {
    expect(rules('insi-manu', { trigger: 'user' })).toEqual([]);
    expect(rules('insi-auto', { trigger: 'automatic' })).toEqual([]);
    expect(structureIdentifier(readCertificate(pki.identity('insi-manu').certPem))).toBe('10B0999999');
  });

  it.each([
    ['insi-manu-lower', 'insi-manu'],
    ['insi-manu-underscore', 'INSI_MANU'],
    ['authCli', 'DMP-SIMULATEUR'],
  ])('refuses the name of %s', (role, found) => {
    expect(check(role)).toEqual([
      expect.objectContaining({
        rule: 'insi.certificat.nom',
        severity: 'error',
        params: { found, expected: 'INSI-MANU, INSI-AUTO' },
      }),
    ]);
  });

  it.each([
    ['insi-auto', 'user', 'INSI-MANU'],
    ['insi-manu', 'automatic', 'INSI-AUTO'],
  ] as const)('refuses %s for a trigger "%s"', (role, trigger, expected) => {
    expect(check(role, { trigger })).toEqual([
      expect.objectContaining({ rule: 'insi.certificat.declencheur', params: expect.objectContaining({ expected }) }),
    ]);
  });

  it('refuses another authority, a test authority in production, and says who is allowed', () => {
    expect(rules('wrongAuthority')).toEqual(['error insi.certificat.autorite']);
    expect(rules('insi-manu', { production: true, issuers: undefined })).toEqual(['error insi.certificat.autorite']);
    expect(rules('wrongAuthority', { issuers: [issuerOf('wrongAuthority')] })).toEqual([]);
    expect(rules('wrongAuthority', { issuers: [] })).toEqual([]);
  });

  it('refuses dates that are over or to come', () => {
    expect(rules('expired')).toEqual(['error insi.certificat.expire']);
    expect(rules('notYetValid')).toEqual(['error insi.certificat.pasEncoreValide']);
  });

  it.each([
    [61, undefined],
    [60, 60],
    [31, 60],
    [30, 30],
    [7, 7],
    [0, 7],
  ])('%i days before the end', (days, threshold) => {
    const end = pki.identity('insi-manu').notAfter.getTime();
    const found = check('insi-manu', { now: new Date(end - days * 86_400_000) });
    if (threshold === undefined) expect(found).toEqual([]);
    else {
      expect(found).toEqual([
        expect.objectContaining({
          rule: 'insi.certificat.expireBientot',
          severity: 'warning',
          params: expect.objectContaining({ days, threshold }),
        }),
      ]);
    }
  });

  it('sees a seal or a server certificate in the place of a client one', () => {
    expect(rules('sign')).toContain('error insi.certificat.nom');
    expect(rules('server').some((rule) => rule.startsWith('error'))).toBe(true);
    expect(rules('cps-sign')).toEqual(
      expect.arrayContaining(['error insi.certificat.nom', 'error insi.certificat.structureAbsente']),
    );
  });

  it('has a French and an English text for each of its remarks', () => {
    for (const role of ['insi-manu-lower', 'expired', 'notYetValid', 'wrongAuthority', 'sign', 'server', 'cps-sign']) {
      for (const found of check(role, { trigger: 'automatic' })) {
        for (const locale of ['fr', 'en'] as const) {
          const { title, why, action } = describeFinding(found, locale, insiFindings);
          expect(`${title} ${why} ${action}`).not.toMatch(/[{}]|rule |règle /);
        }
      }
    }
  });
});

function issuerOf(role: string): string {
  const name = readCertificate(pki.identity(role).certPem).issuer.flat();
  return name.find(({ type }) => type === 'CN')?.value ?? '';
}
