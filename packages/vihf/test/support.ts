import { INS_OIDS, parseInsIdentifier } from '@socle-sante/core/ins-identifier';
import {
  createTestPki,
  OTHER_STRUCTURE_ID,
  TEST_PS_ID,
  TEST_STRUCTURE_ID,
  type TestPki,
} from '@socle-sante/sandbox/pki';
import { createKeySigner, type KeySignerOptions, type XmlSigner } from '@socle-sante/wire/dsig';
import { loadClientIdentity, readCertificate } from '@socle-sante/wire/tls';
import { buildVihf, type VihfBuildOptions } from '../src/build.js';
import { AUTHN_CONTEXTS, type VihfInput } from '../src/types.js';

export { OTHER_STRUCTURE_ID, TEST_PS_ID, TEST_STRUCTURE_ID };
export const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion';
export const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';

const read = parseInsIdentifier({ matricule: '279035121518989', oid: INS_OIDS.nirTest });
if (!read.ok) throw new Error('the official test identity is not accepted');
export const PATIENT = read.value;

export const MEDECIN = { code: '10', codeSystem: '1.2.250.1.71.1.2.7', displayName: 'Médecin' };
export const GENERALISTE = {
  code: 'SM26',
  codeSystem: '1.2.250.1.71.4.2.5',
  displayName: 'Qualifié en médecine générale (SM)',
};
export const SOFTWARE = { name: 'Logiciel du simulateur', version: '1.2.0', homologation: 'SIM-0000' };

let pki: Promise<TestPki> | undefined;
/** One PKI for all tests of a file. */
export function testPki(): Promise<TestPki> {
  pki ??= createTestPki();
  return pki;
}

export async function signerOf(role: string, options?: KeySignerOptions): Promise<XmlSigner> {
  const { certPem, keyPem } = (await testPki()).identity(role);
  return createKeySigner(await loadClientIdentity({ cert: certPem, key: keyPem }), options);
}

export async function certificateOf(role: string) {
  return readCertificate((await testPki()).identity(role).certPem);
}

const LOGIN = new Date(Date.now() - 600_000);

export const indirect = (more: Partial<VihfInput> = {}): VihfInput => ({
  mode: 'INDIRECTE',
  nameId: TEST_PS_ID,
  subjectId: 'EXEMPLE Alix',
  structure: TEST_STRUCTURE_ID,
  sector: { code: 'SA05', codeSystem: '1.2.250.1.71.4.2.4' },
  roles: [MEDECIN, GENERALISTE],
  patient: PATIENT,
  software: SOFTWARE,
  authnInstant: LOGIN,
  authnContext: AUTHN_CONTEXTS.password,
  ...more,
});

export function direct(more: Partial<VihfInput> = {}): VihfInput {
  const { subjectId: _subjectId, authnContext: _authnContext, ...rest } = indirect();
  return { ...rest, mode: 'DIRECTE', ...more };
}

export const clock = () => new Date();

export async function build(
  input: VihfInput = indirect(),
  more: Partial<VihfBuildOptions> = {},
  role = input.mode === 'DIRECTE' ? 'cps-sign' : 'org-sign',
): Promise<string> {
  return buildVihf(input, await signerOf(role), { clock, ...more });
}
