// The twin of the transport: the same client and the same simulator, without a socket.

import { inProcessExchange, type Sandbox, startSandbox } from '@socle-sante/sandbox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createInsiClient } from '../../src/client.js';
import { testPki } from '../pki.js';
import { cps, optionsFor, pemOf } from './support.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ pki: await testPki() });
});
afterAll(() => sandbox?.stop());

const ZOE = { nomNaissance: 'ADRUN', prenoms: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' } as const;

it('answers as the sockets do, in both modes', async () => {
  const { tls: _tls, ...shared } = optionsFor(sandbox);
  const structure = createInsiClient({
    ...shared,
    authentication: { mode: 'certificate', trigger: 'user', identity: pemOf(sandbox, 'insi-manu') },
    exchange: inProcessExchange(sandbox.insi.service, {
      listener: 'tlsm',
      clientCertificate: sandbox.pki.identity('insi-manu').certDer,
    }),
  });
  const card = createInsiClient({
    ...shared,
    authentication: cps(sandbox),
    exchange: inProcessExchange(sandbox.insi.service, { listener: 'cpx' }),
  });
  for (const client of [structure, card]) {
    expect(await client.searchByTraits({ traits: ZOE })).toMatchObject({
      outcome: 'found',
      identity: { ins: { matricule: '275126322074974' }, findings: [] },
    });
  }
});
