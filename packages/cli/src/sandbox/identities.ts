import { randomUUID } from 'node:crypto';
import type { Sandbox, SandboxFiles } from '@socle-sante/sandbox';
import type { DmpIdentity, IdentityFile } from '../files/identity-file.js';

const SECTOR = { code: 'SA05', codeSystem: '1.2.250.1.71.4.2.4' };
const PHYSICIAN: DmpIdentity['user'] = {
  idNat: '899900000003',
  family: 'EXEMPLE',
  given: 'Alix',
  specialty: {
    code: 'G15_10/SM26',
    codeSystem: '1.2.250.1.213.1.1.4.5',
    displayName: 'Médecin - Qualifié en Médecine Générale (SM)',
  },
  roles: [
    { code: '10', codeSystem: '1.2.250.1.71.1.2.7', displayName: 'Médecin' },
    { code: 'SM26', codeSystem: '1.2.250.1.71.4.2.5', displayName: 'Qualifié en médecine générale (SM)' },
  ],
};
const SECRETARY: DmpIdentity['user'] = {
  idNat: '10B0999999/CPE00001',
  family: 'SECRETARIAT',
  given: 'Camille',
  specialty: {
    code: 'SECRETARIAT_MEDICAL',
    codeSystem: '1.2.250.1.213.1.1.4.6',
    displayName: 'Secrétariat médical',
  },
  roles: [{ code: 'SECRETARIAT_MEDICAL', codeSystem: '1.2.250.1.213.1.1.4.6', displayName: 'Secrétariat médical' }],
};

/**
 * Who may act in the simulator: the physician with his card (default), the same under the certificates of his structure, and
 * a secretary with a staff card. The certificate of INSi is the same for all.
 */
export function sandboxIdentities(
  sandbox: Sandbox,
  files: SandboxFiles,
): Record<'card' | 'structure' | 'staff', IdentityFile> {
  const { insi, dmp, identities } = sandbox.env();
  const common: IdentityFile = {
    insi: { ...keys('insi-manu'), trigger: 'user' },
    software: {
      idam: insi.idam[0] ?? '',
      version: '1.0.0',
      instance: randomUUID(),
      nom: 'urn:lps:socle-cli:1.0.0',
    },
  };
  function keys(role: keyof SandboxFiles['identities']) {
    const { certificate, key } = files.identities[role];
    return { certificate, key };
  }
  const dmpOf = (who: keyof typeof dmp.roles, over: Pick<DmpIdentity, 'mode' | 'user' | 'staff'>): DmpIdentity => ({
    tls: keys(dmp.roles[who].tls),
    sign: keys(dmp.roles[who].sign),
    structure: {
      idNat: identities[dmp.roles.structure.tls].emetteur,
      name: 'CENTRE DE SANTÉ DU SIMULATEUR',
      sector: SECTOR,
    },
    software: { oid: '2.999.7', name: 'socle-cli', version: '1.0.0', homologation: 'SIM-0000' },
    ...over,
  });
  return {
    card: { ...common, dmp: dmpOf('card', { mode: 'DIRECTE', user: PHYSICIAN }) },
    structure: { ...common, dmp: dmpOf('structure', { mode: 'INDIRECTE', user: PHYSICIAN }) },
    staff: { ...common, dmp: dmpOf('staff', { mode: 'DIRECTE', user: SECRETARY, staff: true }) },
  };
}
