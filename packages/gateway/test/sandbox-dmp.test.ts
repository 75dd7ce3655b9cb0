// From a page to the strict simulator of the DMP: browser client, HTTP, handlers, the real client, mutual TLS, real signatures.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDmpClient, type DmpClient, dmpEnvironment } from '@socle-sante/dmp';
import { type Sandbox, startSandbox } from '@socle-sante/sandbox';
import type { TestRole } from '@socle-sante/sandbox/pki';
import { createVihfSource, type VihfBase } from '@socle-sante/vihf';
import { createKeySigner } from '@socle-sante/wire/dsig';
import { loadClientIdentity, readCertificate } from '@socle-sante/wire/tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGatewayClient, type GatewayClient } from '../src/client.js';
import type { Submission } from '../src/contract.js';
import { letterPdf } from '../src/demo/dmp/letter-pdf.js';
import { demoDefaults } from '../src/demo/dmp/people.js';
import { demoPatients, demoRecords } from '../src/demo.js';
import { createGateway, createMemoryPorts, type MemoryPorts, type Session } from '../src/handlers.js';
import { dmpService, documentsService, toNodeListener } from '../src/node.js';

const { dominique } = demoPatients;
const STRUCTURE = '10B0999999';
const DOCTOR = '899900000003';
const session: Session = { userRef: 'u-1', displayName: 'Dr TEST', userKind: 'medecin', superuser: false };

const vihf: Omit<VihfBase, 'mode'> = {
  nameId: DOCTOR,
  structure: STRUCTURE,
  sector: { code: 'SA05', codeSystem: '1.2.250.1.71.4.2.4' },
  roles: [
    { code: '10', codeSystem: '1.2.250.1.71.1.2.7', displayName: 'Médecin' },
    { code: 'SM26', codeSystem: '1.2.250.1.71.4.2.5', displayName: 'Qualifié en médecine générale (SM)' },
  ],
  software: { name: 'Logiciel de test', version: '1.0.0', homologation: 'SIM-0000' },
  authnInstant: new Date(Date.now() - 600_000),
};

/** The defaults of the demonstration, for the structure of the simulator's card. */
const organization = { ...demoDefaults.performer.organization, idNat: STRUCTURE };
const defaults = {
  ...demoDefaults,
  submitter: { ...demoDefaults.submitter, organization } as typeof demoDefaults.submitter,
  authors: demoDefaults.authors.map((one) => ({
    ...one,
    person: { ...one.person, organization } as typeof one.person,
  })),
  performer: { ...demoDefaults.performer, organization },
};

describe('a page, over the strict simulator of the DMP', () => {
  let sandbox: Sandbox;
  let server: Server;
  let page: GatewayClient;
  let ports: MemoryPorts;
  const clients: DmpClient[] = [];

  const signerOf = (role: TestRole) => {
    const { certPem, keyPem } = sandbox.pki.identity(role);
    return createKeySigner(loadClientIdentity({ cert: certPem, key: keyPem }));
  };
  const clientOf = (mode: 'DIRECTE' | 'INDIRECTE', tls: TestRole, sign: TestRole, more: Partial<VihfBase> = {}) => {
    const { certPem, keyPem, chainPem } = sandbox.pki.identity(tls);
    const made = createDmpClient({
      environment: dmpEnvironment({ kind: 'simulator', baseUrl: sandbox.dmp.url }),
      authentication: {
        mode,
        vihf: createVihfSource({ ...vihf, ...more, mode }, signerOf(sign), { clock: () => new Date() }),
      },
      software: { oid: '1.2.250.1.999.1.1.8121', name: 'Logiciel de test' },
      tls: { ca: sandbox.pki.caPem, identity: { cert: certPem, key: keyPem, ca: chainPem } },
    });
    clients.push(made);
    return made;
  };

  beforeAll(async () => {
    sandbox = await startSandbox();
    ports = createMemoryPorts({ session, records: demoRecords() });
    const chain = (
      sandbox.pki.identity('cps-sign').chainPem.match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----/g) ?? []
    ).map((pem) => readCertificate(pem).der);
    const author = {
      person: {
        id: DOCTOR,
        family: 'EXEMPLE',
        given: 'ALIX',
        authority: '1.2.250.1.71.4.2.1',
        nameType: 'D',
        idType: 'IDNPS',
      },
      institutions: [{ name: 'CABINET M TEST', authority: '1.2.250.1.71.4.2.2', idType: 'IDNST', id: STRUCTURE }],
      roles: [],
      specialties: [
        {
          code: 'G15_10/SM26',
          codeSystem: '1.2.250.1.213.1.1.4.5',
          displayName: 'Médecin - Qualifié en Médecine Générale (SM)',
        },
      ],
    };
    const gateway = createGateway({
      ports,
      services: {
        insi: { searchByTraits: async () => ({ outcome: 'notFound' }) },
        dmp: dmpService({
          client: clientOf('DIRECTE', 'cps-auth', 'cps-sign'),
          profile: 'medecin',
          userIdNat: DOCTOR,
          structureIdNat: STRUCTURE,
          author: { author, contentType: defaults.contentType, sourceId: '1.2.250.1.999.1.1.8121.42.1' },
        }),
        documents: documentsService({
          defaults: () => defaults,
          signing: () => ({ signer: signerOf('cps-sign'), chain }),
          environment: 'test',
        }),
      },
      authorize: () => ({ allowed: true }),
      environment: { kind: 'simulator', services: [{ service: 'dmp', kind: 'simulator' }] },
    });
    server = createServer(toNodeListener(gateway));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    page = createGatewayClient({
      baseUrl: `${origin}/socle`,
      // A page sends its origin by itself.
      fetch: async (request) => {
        const headers = new Headers(request.headers);
        headers.set('origin', origin);
        return fetch(new Request(request, { headers }));
      },
    });
  }, 60_000);

  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    for (const client of clients) await client.close();
    await sandbox.stop();
  });

  const ended = async (ref: string): Promise<Submission> => {
    for (let attempt = 0; attempt < 100; attempt++) {
      const submission = await page.submission.get({ ref });
      const state = submission.documents[0]?.channels[0]?.state;
      if (state !== 'queued' && state !== 'sending') return submission;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the sending did not end');
  };

  it('reads the state, the list, a document; changes it; and deposits, replaces, deletes a PDF', async () => {
    expect(await page.dmp.status({ patientRef: dominique })).toMatchObject({ kind: 'open-authorised' });
    const { rows } = await page.dmp.search({ patientRef: dominique });
    const biology = rows.find(({ title }) => title === 'Bilan biologique');
    const read = await page.dmp.document.get({ patientRef: dominique, handle: biology?.handle ?? '' });
    expect(read).toMatchObject({ integrity: 'ok', identityCheck: { verdict: 'same' }, body: { kind: 'n3' } });

    const deposit = async (title: string, replaces?: string) => {
      const file = new Blob([new Uint8Array(letterPdf(title, ['Texte inventé']))], { type: 'application/pdf' });
      const derived = await page.submission.derive(
        {
          patientRef: dominique,
          source: { kind: 'file' },
          description: { type: '11488-4', title },
          ...(replaces === undefined ? {} : { replaces }),
        },
        { file },
      );
      expect(derived.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      const { ref } = await page.submission.create({ patientRef: dominique, derivationRefs: [derived.derivationRef] });
      return ended(ref);
    };
    const first = await deposit('Consultation du jour');
    expect(first.documents[0]?.channels[0]).toMatchObject({ state: 'sent' });

    const rowCalled = async (title: string) =>
      (await page.dmp.search({ patientRef: dominique })).rows.find((row) => row.title === title);
    const mine = await rowCalled('Consultation du jour');
    expect(mine).toMatchObject({ origin: 'own', status: 'approved', filed: { version: '1' } });
    const body = await page.dmp.document.bytes({ patientRef: dominique, handle: mine?.handle ?? '', part: 'body' });
    expect(body.bytes).toEqual(new Uint8Array(letterPdf('Consultation du jour', ['Texte inventé'])));

    const masked = await page.dmp.update({ patientRef: dominique, handle: mine?.handle ?? '', action: 'mask' });
    expect(masked.row?.visibility).toEqual(['masked-pro']);
    const shown = await page.dmp.update({
      patientRef: dominique,
      handle: masked.row?.handle ?? '',
      action: 'unmask',
    });
    expect(shown.row?.visibility).toEqual(['normal']);

    const second = await deposit('Consultation du jour, corrigée', shown.row?.handle);
    expect(second.documents[0]?.channels[0]).toMatchObject({ state: 'sent' });
    const newer = await rowCalled('Consultation du jour, corrigée');
    const { versions } = await page.dmp.document.get({ patientRef: dominique, handle: newer?.handle ?? '' });
    expect(versions.map(({ status }) => status)).toEqual(['approved', 'deprecated']);

    expect(
      await page.dmp.update({
        patientRef: dominique,
        handle: newer?.handle ?? '',
        action: 'delete',
        reason: { code: 'patientRequest' },
      }),
    ).toEqual({ tellRecipients: false });
    expect(await rowCalled('Consultation du jour, corrigée')).toBeUndefined();
  }, 60_000);

  it('traces what it did, with a reference of each call', async () => {
    const traces = ports.audit.entries.filter(({ partner }) => partner === 'dmp');
    expect(traces.length).toBeGreaterThan(5);
    expect(traces.filter(({ messageId }) => messageId === undefined).map(({ kind }) => kind)).toEqual([]);
    expect(JSON.stringify(traces)).not.toMatch(/PAT-TROIS|279035|Consultation du jour/);
  });
});
