// From a page to the strict simulator: browser client, HTTP, handlers, the real INSi client, mutual TLS.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createInsiClient,
  createKeySigner,
  type InsiClient,
  type InsiClientOptions,
  simulatorInsiEnvironment,
} from '@socle-sante/ins';
import { createSimulatedVitaleReader, type VitaleCard } from '@socle-sante/ins/vitale';
import { DEFAULT_IDAM, type Sandbox, startSandbox } from '@socle-sante/sandbox';
import { VIRTUAL_VITALE_CARDS } from '@socle-sante/sandbox/insi';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGatewayClient } from '../src/client.js';
import { demoPatients, demoRecords } from '../src/demo.js';
import { createGateway, createMemoryPorts, type Session } from '../src/handlers.js';
import { insiService, toNodeListener, vitaleService } from '../src/node.js';
import { type Ground, journeys } from './journeys.js';
import { refusal, testClock } from './support.js';

const clock = testClock(new Date().toISOString());
const users: Record<string, Session> = {
  secretaire: { userRef: 'u1', displayName: 'Secrétariat TEST', userKind: 'secretaire', superuser: false },
  identitovigilance: { userRef: 'u2', displayName: 'Cellule TEST', userKind: 'identitovigilance', superuser: true },
};

function cardNamed(name: string): VitaleCard {
  const card = VIRTUAL_VITALE_CARDS.find((one) => one.card === name);
  if (!card) throw new Error('no such card');
  const { assure, beneficiaries, grandRegime, organisme, codeCentre, serial } = card;
  return {
    serial,
    type: 'V2',
    nature: 'T',
    grandRegime,
    organisme,
    codeCentre,
    assure: { num: assure.nir, cle: assure.cle },
    beneficiaries: beneficiaries.map(({ nom, prenom, dateNaissance, rangNaissance }, at) => ({
      index: at + 1,
      nom,
      prenom,
      dateNaissance,
      rangNaissance,
    })),
  };
}

describe('a page, over the strict simulator', () => {
  let sandbox: Sandbox;
  const clients: InsiClient[] = [];
  const reader = createSimulatedVitaleReader();
  let ground: Ground;
  let close: () => void = () => undefined;

  function insi(authentication: InsiClientOptions['authentication']): InsiClient {
    const made = createInsiClient({
      environment: simulatorInsiEnvironment({ tlsmUrl: sandbox.insi.tlsmUrl, cpxUrl: sandbox.insi.cpxUrl }),
      software: {
        idam: DEFAULT_IDAM,
        version: '2.1.0',
        instance: '3f1d6b2a-7c8d-4e9f-a0b1-c2d3e4f5a6b7',
        nom: 'urn:lps:socle-e2e:2.1.0',
      },
      tls: { ca: sandbox.pki.caPem },
      authentication,
      vitaleReader: reader,
      clock,
    });
    clients.push(made);
    return made;
  }

  beforeAll(async () => {
    sandbox = await startSandbox({ insi: { mode: 'cnda' }, clock });
    const manu = sandbox.pki.identity('insi-manu');
    const cps = sandbox.pki.identity('cps-sign');
    insi({
      mode: 'certificate',
      trigger: 'user',
      identity: { cert: manu.certPem, key: manu.keyPem, ca: manu.chainPem },
    });
    insi({
      mode: 'cps',
      signer: createKeySigner({ certificate: cps.certPem, privateKeyPem: cps.keyPem }),
      identifiantFacturation: '991000000',
    });
  }, 60_000);
  afterAll(async () => {
    for (const client of clients) await client.close();
    await sandbox?.stop();
  });

  beforeEach(async () => {
    sandbox.reset();
    const [structure, card] = clients;
    if (!structure || !card) throw new Error('no client');
    let role = 'identitovigilance';
    const ports = createMemoryPorts({ session: () => users[role], records: demoRecords(), clock });
    const gateway = createGateway({
      ports,
      services: { insi: insiService(structure), vitale: vitaleService(card, { clock }) },
      authorize: () => ({ allowed: true }),
      environment: { kind: 'simulator', services: [{ service: 'insi', kind: 'simulator' }] },
      clock,
    });
    const server = createServer(toNodeListener(gateway));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => {
      server.close();
      server.closeAllConnections();
    };
    reader.insert(cardNamed('insi-01'));
    ground = {
      ports,
      clock,
      signIn: (next) => {
        role = next;
      },
      insertCard: (name) => reader.insert(cardNamed(name)),
      client: createGatewayClient({
        baseUrl: `${origin}/socle`,
        fetch: (request) => {
          request.headers.set('origin', origin);
          return fetch(request);
        },
      }),
    };
  });
  afterEach(() => close());

  journeys('journeys', () => ground);

  it('asks the simulator once per prénom, over mutual TLS (CNDA 2.07)', async () => {
    const result = await ground.client.ins.search({ patientRef: demoPatients.houilles });
    expect(result.attempts.map(({ firstName, cr }) => `${firstName} ${cr}`)).toEqual([
      'PIERRE 01',
      'PAUL 01',
      'JACQUES 01',
      'PIERRE PAUL JACQUES 01',
    ]);
    expect(sandbox.insi.log.filter(({ listener }) => listener === 'tlsm')).toHaveLength(4);
  });

  it('tells the page what INSi refused', async () => {
    sandbox.insi.setScenario('unavailable');
    const error = await refusal(ground.client.ins.search({ patientRef: demoPatients.corse }));
    expect(error).toMatchObject({
      code: 'insi.unavailable',
      service: 'insi',
      officialCode: 'desir_1020',
      retryable: true,
    });
    sandbox.insi.setScenario('cr-99');
    expect((await refusal(ground.client.ins.search({ patientRef: demoPatients.corse }))).code).toBe(
      'insi.protocol.unknownCode',
    );
    const status = await ground.client.status.get();
    expect(status.services).toMatchObject([{ service: 'insi', state: 'ok' }]);
  }, 60_000);
});
