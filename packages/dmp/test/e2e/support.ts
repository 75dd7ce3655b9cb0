import { createHash } from 'node:crypto';
import type { IdentityState } from '@socle-sante/core/rniv';
import { prepareSubmission } from '@socle-sante/documents/prepare';
import type { SubmissionDocument } from '@socle-sante/documents/submission';
import type { PreparedSubmission } from '@socle-sante/documents/xds';
import type { Sandbox } from '@socle-sante/sandbox';
import { createTestPki, TEST_PS_ID, TEST_STRUCTURE_ID, type TestPki, type TestRole } from '@socle-sante/sandbox/pki';
import { AUTHN_CONTEXTS, createVihfSource, type VihfBase } from '@socle-sante/vihf';
import { createKeySigner } from '@socle-sante/wire/dsig';
import { createDmpClient, type DmpClientOptions, type DmpMode, dmpEnvironment } from '../../src/index.js';
import { loadClientIdentity, splitPem } from './pem.js';
import { STAFF, submissionFor } from './submissions.js';

const MEDECIN = { code: '10', codeSystem: '1.2.250.1.71.1.2.7', displayName: 'Médecin' };
const GENERALISTE = {
  code: 'SM26',
  codeSystem: '1.2.250.1.71.4.2.5',
  displayName: 'Qualifié en médecine générale (SM)',
};

export const VIHF: Omit<VihfBase, 'mode'> = {
  nameId: TEST_PS_ID,
  structure: TEST_STRUCTURE_ID,
  sector: { code: 'SA05', codeSystem: '1.2.250.1.71.4.2.4' },
  roles: [MEDECIN, GENERALISTE],
  software: { name: 'Logiciel du simulateur', version: '1.2.0', homologation: 'SIM-0000' },
  authnInstant: new Date(Date.now() - 600_000),
};

/** How each caller is authenticated: card, structure, reinforced, staff. */
export type CallerName = 'direct' | 'indirect' | 'air' | 'staff' | 'otherDirect';

export const CALLERS: Readonly<
  Record<CallerName, { mode: DmpMode; tls: TestRole; sign: TestRole; staff?: boolean; vihf: Partial<VihfBase> }>
> = {
  direct: { mode: 'DIRECTE', tls: 'cps-auth', sign: 'cps-sign', vihf: {} },
  otherDirect: {
    mode: 'DIRECTE',
    tls: 'other-cps-auth',
    sign: 'other-cps-sign',
    vihf: { nameId: '899900000029', structure: '10B0888888' },
  },
  indirect: {
    mode: 'INDIRECTE',
    tls: 'org-auth-cli',
    sign: 'org-sign',
    vihf: { subjectId: 'EXEMPLE Alix', authnContext: AUTHN_CONTEXTS.password },
  },
  air: {
    mode: 'INDIRECTE_RENFORCEE',
    tls: 'org-auth-cli',
    sign: 'org-sign',
    vihf: { subjectId: 'EXEMPLE Alix', authnContext: AUTHN_CONTEXTS.mobileTwoFactor },
  },
  staff: {
    mode: 'DIRECTE',
    tls: 'cpe-auth',
    sign: 'cpe-sign',
    staff: true,
    vihf: { nameId: '10B0999999/CPE00001', roles: [STAFF] },
  },
};

let shared: Promise<TestPki> | undefined;

/** One PKI for the test files that run in the same process: its keys take a second of processor to make. */
export function testPki(): Promise<TestPki> {
  shared ??= createTestPki();
  return shared;
}

export function signerOf(pki: TestPki, role: TestRole) {
  const { certPem, keyPem } = pki.identity(role);
  return createKeySigner(loadClientIdentity({ cert: certPem, key: keyPem }));
}

/** A client of the simulator, over mutual TLS unless another transport is given. */
export function clientOf(sandbox: Sandbox, caller: CallerName, more: Partial<DmpClientOptions> = {}) {
  const { mode, tls, sign, staff, vihf } = CALLERS[caller];
  const { pki } = sandbox;
  const { certPem, keyPem, chainPem } = pki.identity(tls);
  const source = createVihfSource({ ...VIHF, ...vihf, mode }, signerOf(pki, sign), { clock: () => new Date() });
  return createDmpClient({
    environment: dmpEnvironment({ kind: 'simulator', baseUrl: sandbox.dmp.url }),
    authentication: { mode, ...(staff === undefined ? {} : { staff }), vihf: source },
    software: { oid: '1.2.250.1.999.1.1.8121', name: 'Logiciel du simulateur' },
    tls: { ca: pki.caPem, identity: { cert: certPem, key: keyPem, ca: chainPem } },
    sleep: async () => undefined,
    ...more,
  });
}

/** Prepared and signed by the key of that caller. */
export async function prepared(
  sandbox: Sandbox,
  caller: CallerName,
  patient: IdentityState,
  documents?: readonly SubmissionDocument[],
): Promise<PreparedSubmission> {
  const { sign } = CALLERS[caller];
  return prepareSubmission(submissionFor(patient, documents, { staff: caller === 'staff' }), {
    clock: () => new Date(),
    random: (n) => globalThis.crypto.getRandomValues(new Uint8Array(n)),
    signing: { signer: signerOf(sandbox.pki, sign), chain: splitPem(sandbox.pki.identity(sign).chainPem) },
    environment: 'test',
    hash: (algorithm, bytes) => Uint8Array.from(createHash(algorithm).update(bytes).digest()),
  });
}

export { qualified } from './patients.js';
export { documentOf, newOid } from './submissions.js';
