import type { DmpClientOptions } from '@socle-sante/dmp';
import type { GatewayOptions, GatewayServices } from '@socle-sante/gateway/handlers';
import { insiService, type verificationService, vitaleService } from '@socle-sante/gateway/node';
import { createInsiClient, createKeySigner, type InsiClientOptions, simulatorInsiEnvironment } from '@socle-sante/ins';
import { createSimulatedVitaleReader, type SimulatedVitaleReader } from '@socle-sante/ins/vitale';
import { type Sandbox, type SandboxOptions, startSandbox } from '@socle-sante/sandbox';
import { createVerificationTable } from '@socle-sante/sandbox/insi';
import { simulatedCard } from './cards.ts';
import { cabinetDmp } from './dmp.ts';

/** The national services that this server calls, and how to leave them. */
export interface CabinetServices {
  readonly services: GatewayServices;
  readonly environment: GatewayOptions['environment'];
  readonly certificates: NonNullable<GatewayOptions['certificates']>;
  readonly sandbox: Sandbox;
  /** The simulated reader: insert, swap, remove the card. */
  readonly reader: SimulatedVitaleReader;
  close(): Promise<void>;
}

/** What tests give, to be quick: keys made once, and how the client of the DMP waits before it tries again. */
export interface SimulationOptions {
  readonly pki?: SandboxOptions['pki'];
  readonly sleep?: DmpClientOptions['sleep'];
}

/**
 * Strict simulators on this machine, called as the real services are: SOAP over mutual TLS. To leave them for the BAS or
 * the production, only this file changes: addresses, authorities, certificate, authorization number.
 */
export async function simulatedServices(options: SimulationOptions = {}): Promise<CabinetServices> {
  // `cnda`: the persons of the conformity tests answer as the CNDA says, unknown persons with CodeCR 01.
  const sandbox = await startSandbox({ insi: { mode: 'cnda' }, ...(options.pki ? { pki: options.pki } : {}) });
  const { pki, insi } = sandbox;
  const issuers = [...sandbox.env().insi.clientAuthorities];
  const structure = pki.identity('insi-manu');
  const card = pki.identity('cps-sign');
  const reader = createSimulatedVitaleReader({ card: simulatedCard('04') });
  const common: Pick<InsiClientOptions, 'environment' | 'software' | 'tls'> = {
    environment: {
      ...simulatorInsiEnvironment({ tlsmUrl: insi.tlsmUrl, cpxUrl: insi.cpxUrl }),
      clientCertificateIssuers: issuers,
      cardCertificateIssuers: issuers,
    },
    software: {
      idam: sandbox.env().insi.idam[0] ?? '',
      version: '1.0.0',
      instance: '3f1d6b2a-7c8d-4e9f-a0b1-c2d3e4f5a6b7',
      nom: 'urn:lps:cabinet:1.0.0',
    },
    tls: { ca: pki.caPem },
  };
  const byCertificate = createInsiClient({
    ...common,
    authentication: {
      mode: 'certificate',
      identity: { cert: structure.certPem, key: structure.keyPem, ca: structure.chainPem },
      trigger: 'user',
    },
  });
  const byCard = createInsiClient({
    ...common,
    authentication: {
      mode: 'cps',
      signer: createKeySigner({ certificate: card.certPem, privateKeyPem: card.keyPem }),
      identifiantFacturation: '990000010',
    },
    vitaleReader: reader,
  });
  const shared = cabinetDmp(sandbox, options.sleep ? { sleep: options.sleep } : {});
  return {
    sandbox,
    reader,
    services: {
      insi: insiService(byCertificate),
      vitale: vitaleService(byCard),
      verification: simulatedVerification(),
      ...shared.services,
    },
    environment: {
      kind: 'simulator',
      services: [
        { service: 'insi', kind: 'simulator' },
        { service: 'dmp', kind: 'simulator' },
      ],
    },
    certificates: () => [{ service: 'insi', name: 'INSI-MANU', expiresAt: structure.notAfter.toISOString() }],
    async close() {
      await Promise.all([byCertificate.close(), byCard.close(), shared.client.close()]);
      await sandbox.stop();
    },
  };
}

/** The wire of WS_INS3 is not public: here the simulator's table answers. With your codec: `verificationService(client)`. */
function simulatedVerification(): ReturnType<typeof verificationService> {
  const table = createVerificationTable();
  return {
    async verify({ ins, nomNaissance, premierPrenom, sexe, dateNaissance, lieuNaissance }) {
      const verdict = await table.verifyIns({
        ...ins,
        nomNaissance,
        prenom: premierPrenom,
        sexe,
        dateNaissance,
        ...(lieuNaissance ? { lieuNaissance } : {}),
      });
      return { outcome: verdict === 'OK' ? 'ok' : 'ko', at: new Date().toISOString() };
    },
  };
}
