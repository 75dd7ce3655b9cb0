import {
  createDmpClient,
  type DmpClient,
  type DmpClientOptions,
  dmpEnvironment,
  type UpdateAuthor,
} from '@socle-sante/dmp';
import type { SetSigning } from '@socle-sante/documents/prepare';
import type { DepositDefaults, GatewayServices } from '@socle-sante/gateway/handlers';
import { dmpService, documentsService } from '@socle-sante/gateway/node';
import type { Sandbox } from '@socle-sante/sandbox';
import { createVihfSource } from '@socle-sante/vihf';
import { createKeySigner, dangerouslyAllowSha1 } from '@socle-sante/wire/dsig';
import { loadClientIdentity, readCertificate } from '@socle-sante/wire/tls';
import { medicalSummary } from './summary.ts';

// The card of the doctor and the structure are those of the simulator; the arc 1.2.250.1.999 is invented.
const VENDOR = { oid: '1.2.250.1.999.1.1.8121.42', instance: '1' };
const DOCTOR = '899900000003';
const STRUCTURE = '10B0999999';
const PROFESSIONALS = '1.2.250.1.71.4.2.1';
const STRUCTURES = '1.2.250.1.71.4.2.2';

const specialty = {
  code: 'G15_10/SM26',
  codeSystem: '1.2.250.1.213.1.1.4.5',
  displayName: 'Médecin - Qualifié en Médecine Générale (SM)',
};
const ambulatory = { code: 'AMBULATOIRE', codeSystem: '1.2.250.1.213.1.1.4.9', displayName: 'Ambulatoire' };
const sector = { code: 'SA05', codeSystem: '1.2.250.1.71.4.2.4', displayName: 'Centre de santé' };
const consultation = { code: '07', codeSystem: '1.2.250.1.213.2.2', displayName: 'Consultations soins externes' };
const organization = { idNat: STRUCTURE, name: 'CABINET M TEST', setting: ambulatory };
const doctor = {
  idNat: DOCTOR,
  name: { family: 'TEST0000001', given: 'CAMILLE', prefix: 'MME', suffix: 'DR' },
  specialty,
  organization,
} as const;
const name = 'TEST0000001 Camille';

/** What the practice knows of the documents that it sends: the user types none of it. */
const defaults: DepositDefaults = {
  vendor: VENDOR,
  submitter: { kind: 'professional', ...doctor },
  contentType: consultation,
  authors: [{ key: 'doctor', name, person: { kind: 'professional', ...doctor } }],
  signers: [{ key: 'doctor', name, person: doctor }],
  settings: [ambulatory],
  encounter: { facility: { type: sector } },
  performer: { professional: { idNat: DOCTOR, name: doctor.name, specialty }, organization },
};

/** The DMP and the preparation of documents, over the simulator as over the real service. */
export interface CabinetDmp {
  readonly services: Required<Pick<GatewayServices, 'dmp' | 'documents'>>;
  readonly client: DmpClient;
  /** What signs the sets. */
  readonly signing: SetSigning;
  /** Who signs the changes of a document. */
  readonly author: UpdateAuthor;
}

/**
 * The DMP with the card of the doctor: its authentication key for TLS, its signature key for the VIHF and for the sets. To leave the
 * simulator, only this file changes: address, authorities, card reader (`@socle-sante/wire/pkcs11`), homologation number.
 */
export function cabinetDmp({ pki, dmp }: Sandbox, options: Pick<DmpClientOptions, 'sleep'> = {}): CabinetDmp {
  const authentication = pki.identity('cps-auth');
  const signature = pki.identity('cps-sign');
  const signatureKey = loadClientIdentity({ cert: signature.certPem, key: signature.keyPem });
  const signer = createKeySigner(signatureKey);
  // The sets are signed in SHA-1, as the official samples of the DMP are: asked for by name, and for them alone.
  const setSigner = createKeySigner(signatureKey, { algorithm: 'rsa-sha1', legacy: dangerouslyAllowSha1() });
  const chain = certificates(signature.chainPem).map((pem) => readCertificate(pem).der);
  const client = createDmpClient({
    ...options,
    environment: dmpEnvironment({ kind: 'simulator', baseUrl: dmp.url, webHost: 'dmp.simulateur.invalid' }),
    authentication: {
      mode: 'DIRECTE',
      vihf: createVihfSource(
        {
          mode: 'DIRECTE',
          nameId: DOCTOR,
          structure: STRUCTURE,
          sector: { code: sector.code, codeSystem: sector.codeSystem },
          roles: [
            { code: '10', codeSystem: '1.2.250.1.71.1.2.7', displayName: 'Médecin' },
            { code: 'SM26', codeSystem: '1.2.250.1.71.4.2.5', displayName: 'Qualifié en médecine générale (SM)' },
          ],
          software: { name: 'Cabinet', version: '1.0.0', homologation: 'SIM-0000' },
          authnInstant: new Date(),
        },
        signer,
        { clock: () => new Date() },
      ),
    },
    software: { oid: VENDOR.oid, name: 'Cabinet' },
    tls: {
      ca: pki.caPem,
      identity: { cert: authentication.certPem, key: authentication.keyPem, ca: authentication.chainPem },
    },
  });
  const author: UpdateAuthor = {
    author: {
      person: {
        id: DOCTOR,
        family: doctor.name.family,
        given: doctor.name.given,
        authority: PROFESSIONALS,
        nameType: 'D',
        idType: 'IDNPS',
      },
      institutions: [{ name: organization.name, authority: STRUCTURES, idType: 'IDNST', id: STRUCTURE }],
      roles: [],
      specialties: [specialty],
    },
    contentType: consultation,
    sourceId: `${VENDOR.oid}.1`,
  };
  const signing: SetSigning = { signer: setSigner, chain };
  return {
    client,
    signing,
    author,
    services: {
      dmp: dmpService({
        client,
        profile: 'medecin',
        userIdNat: DOCTOR,
        structureIdNat: STRUCTURE,
        secretConnection: true,
        author,
      }),
      documents: documentsService({
        defaults: () => defaults,
        signing,
        compose: (_session, _patientRef, ref) => (ref === 'vsm' ? medicalSummary(doctor) : undefined),
        // No `environment`: INSi simulated gives OIDs of real identities, and the DMP simulated takes them all.
      }),
    },
  };
}

function certificates(pem: string): string[] {
  return pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
}
