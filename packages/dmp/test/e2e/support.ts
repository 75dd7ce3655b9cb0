import { createHash } from 'node:crypto';
import { INS_OIDS, parseInsIdentifier } from '@socle-sante/core/ins-identifier';
import type { IdentityState } from '@socle-sante/core/rniv';
import { prepareSubmission } from '@socle-sante/documents/prepare';
import type { Submission, SubmissionDocument } from '@socle-sante/documents/submission';
import type { PreparedSubmission } from '@socle-sante/documents/xds';
import type { Sandbox } from '@socle-sante/sandbox';
import { PERSONAS } from '@socle-sante/sandbox/insi';
import { TEST_PS_ID, TEST_STRUCTURE_ID, type TestPki, type TestRole } from '@socle-sante/sandbox/pki';
import { AUTHN_CONTEXTS, createVihfSource, type VihfBase } from '@socle-sante/vihf';
import { createKeySigner } from '@socle-sante/wire/dsig';
import { createDmpClient, type DmpClientOptions, type DmpMode, dmpEnvironment } from '../../src/index.js';
import { loadClientIdentity, splitPem } from './pem.js';

/** A persona of the simulator, qualified, with the OID of test identities. */
export function qualified(id: string): IdentityState {
  const person = PERSONAS.find((item) => item.id === id);
  if (person === undefined) throw new Error(`no persona ${id}`);
  const ins = parseInsIdentifier({ matricule: `${person.matricule}${person.cle}`, oid: INS_OIDS.nirTest });
  if (!ins.ok) throw new Error('persona refused');
  const names = person.listePrenom ?? person.prenomsRecherche.join(' ');
  return {
    traits: {
      nomNaissance: person.nomNaissance,
      listePrenoms: names,
      premierPrenom: names.split(' ')[0] ?? names,
      sexe: person.sexe,
      dateNaissance: person.dateNaissance,
      lieuNaissance: person.lieuNaissance ?? '51215',
    },
    ins: ins.value,
    insi: true,
    document: { type: 'CN', date: '2026-01-05', trust: 'high' },
    attributes: [],
    history: [],
  };
}

const MEDECIN = { code: '10', codeSystem: '1.2.250.1.71.1.2.7', displayName: 'Médecin' };
const GENERALISTE = {
  code: 'SM26',
  codeSystem: '1.2.250.1.71.4.2.5',
  displayName: 'Qualifié en médecine générale (SM)',
};
const STAFF = { code: 'SECRETARIAT_MEDICAL', codeSystem: '1.2.250.1.213.1.1.4.6', displayName: 'Secrétariat médical' };

const VIHF: Omit<VihfBase, 'mode'> = {
  nameId: TEST_PS_ID,
  structure: TEST_STRUCTURE_ID,
  sector: { code: 'SA05', codeSystem: '1.2.250.1.71.4.2.4' },
  roles: [MEDECIN, GENERALISTE],
  software: { name: 'Logiciel du simulateur', version: '1.2.0', homologation: 'SIM-0000' },
  authnInstant: new Date(Date.now() - 600_000),
};

/** How each caller is authenticated: card, structure, reinforced, staff. */
export type CallerName = 'direct' | 'indirect' | 'air' | 'staff' | 'otherDirect';

const CALLERS: Readonly<
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

const LOINC = '2.16.840.1.113883.6.1';
const organization = { idNat: TEST_STRUCTURE_ID, name: 'CENTRE DE SANTÉ DU SIMULATEUR' };
const doctor = {
  idNat: TEST_PS_ID,
  name: { family: 'EXEMPLE', given: 'Alix', prefix: 'MME', suffix: 'DR' },
  specialty: {
    code: 'G15_10/SM26',
    displayName: 'Médecin - Qualifié en Médecine Générale (SM)',
    codeSystem: '1.2.250.1.213.1.1.4.5',
  },
  organization,
} as const;

let next = 0;
const ARC = `1.2.250.1.999.1.1.8121.${process.pid}.${Date.now() % 1_000_000_000}`;

/** An OID that was never used before. */
export function newOid(): string {
  next += 1;
  return `${ARC}.${next}`;
}

export function documentOf(more: Partial<SubmissionDocument> = {}): SubmissionDocument {
  return {
    id: newOid(),
    type: { code: '11488-4', displayName: 'CR ou fiche de consultation ou de visite', codeSystem: LOINC },
    title: 'Compte rendu de consultation',
    createdAt: new Date(Date.now() - 60_000).toISOString().replace(/\.\d+Z$/, '+00:00'),
    authors: [{ kind: 'professional', ...doctor }],
    legalAuthenticator: { signatory: doctor },
    acts: [
      {
        start: new Date(Date.now() - 3_600_000).toISOString().replace(/\.\d+Z$/, '+00:00'),
        performer: {
          professional: { idNat: doctor.idNat },
          organization: {
            idNat: organization.idNat,
            setting: { code: 'AMBULATOIRE', displayName: 'Ambulatoire', codeSystem: '1.2.250.1.213.1.1.4.9' },
          },
        },
      },
    ],
    encounter: {
      start: new Date(Date.now() - 3_600_000).toISOString().replace(/\.\d+Z$/, '+00:00'),
      facility: { type: { code: 'SA05', displayName: 'Centre de santé', codeSystem: '1.2.250.1.71.4.2.4' } },
    },
    body: { kind: 'text', content: new TextEncoder().encode('Texte inventé : tout va bien.') },
    ...more,
  };
}

const secretary = {
  idNat: '10B0999999/CPE00001',
  name: { family: 'SECRETARIAT', given: 'CAMILLE' },
  specialty: STAFF,
  organization,
} as const;

export function submissionFor(
  patient: IdentityState,
  documents: readonly SubmissionDocument[] = [documentOf()],
  submitter: typeof doctor | typeof secretary = doctor,
): Submission {
  return {
    vendor: { oid: ARC },
    id: newOid(),
    patient: { identity: patient, localIdentifiers: [{ root: `${ARC}.900`, extension: 'IPP-000042' }] },
    submitter: { kind: 'professional', ...submitter },
    contentType: { code: '07', displayName: 'Consultations soins externes', codeSystem: '1.2.250.1.213.2.2' },
    title: 'Dépôt de consultation',
    documents,
  };
}

/** Prepared and signed by the key of that caller. */
export async function prepared(
  sandbox: Sandbox,
  caller: CallerName,
  patient: IdentityState,
  documents?: readonly SubmissionDocument[],
): Promise<PreparedSubmission> {
  const { sign } = CALLERS[caller];
  return prepareSubmission(submissionFor(patient, documents, caller === 'staff' ? secretary : doctor), {
    clock: () => new Date(),
    random: (n) => globalThis.crypto.getRandomValues(new Uint8Array(n)),
    signing: { signer: signerOf(sandbox.pki, sign), chain: splitPem(sandbox.pki.identity(sign).chainPem) },
    environment: 'test',
    hash: (algorithm, bytes) => Uint8Array.from(createHash(algorithm).update(bytes).digest()),
  });
}
