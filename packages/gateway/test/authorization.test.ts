import { describe, expect, it } from 'vitest';
import { operationIds } from '../src/contract.js';
import { createDemoGateway } from '../src/demo.js';
import { type Authorize, authorizeByKind, createGateway, createMemoryPorts } from '../src/handlers.js';
import { bodyOf, requestOf, stage, testClock } from './support.js';

const session = { userRef: 'u1', displayName: 'Dr TEST', userKind: 'medecin', superuser: true };

function gatewayWith(authorize: Authorize) {
  const demo = createDemoGateway({ clock: testClock(), latency: false });
  const ports = { ...demo.ports, users: { resolve: async () => session } };
  const never = () => Promise.reject(new Error('a service was called'));
  return {
    ports,
    gateway: createGateway({
      ports,
      services: {
        insi: { searchByTraits: never },
        vitale: { read: never, searchByVitale: never },
        verification: { verify: never },
      },
      authorize,
      environment: { kind: 'simulator', services: [] },
    }),
  };
}

const refusals: readonly (readonly [string, unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['true', true],
  ['a truthy allowed', { allowed: 'yes' }],
  ['an empty object', {}],
  ['allowed: false', { allowed: false, reason: 'patient' }],
  ['an unknown reason', { allowed: false, reason: 'because' }],
];

describe('authorisation', () => {
  it('cannot be left out', () => {
    const options = {
      ports: createMemoryPorts({ session }),
      services: {},
      environment: { kind: 'simulator', services: [] },
    };
    expect(() => createGateway(options as unknown as Parameters<typeof createGateway>[0])).toThrow(/authorize/);
  });

  describe.each(operationIds)('%s', (id) => {
    it.each(refusals)('is denied when authorize answers %s', async (_name, answer) => {
      const { gateway, ports } = gatewayWith((() => answer) as unknown as Authorize);
      const response = await gateway(requestOf(id));
      expect(response.status).toBe(403);
      expect((await bodyOf(response)).error).toMatchObject({ code: 'gateway.forbidden', retryable: false });
      expect(ports.audit.entries).toMatchObject([{ kind: 'access.denied', outcome: 'denied', operation: id }]);
    });

    it('is denied when authorize throws', async () => {
      const { gateway } = gatewayWith(() => {
        throw new Error('the rule is broken');
      });
      expect((await gateway(requestOf(id))).status).toBe(403);
    });

    it('is refused without a session, and with one that is over', async () => {
      const { demo } = stage();
      demo.set({ session: 'expired' });
      const response = await demo.handler(requestOf(id));
      expect(response.status).toBe(401);
      expect((await bodyOf(response)).error?.code).toBe('gateway.expired');
    });
  });

  it('knows when a session is over', async () => {
    const clock = testClock();
    const gateway = createGateway({
      ports: createMemoryPorts({ session: { ...session, expiresAt: '2026-11-16T09:31:00Z' }, clock }),
      services: { insi: { searchByTraits: () => Promise.reject(new Error('never')) } },
      authorize: () => ({ allowed: true }),
      environment: { kind: 'simulator', services: [] },
      clock,
    });
    expect((await gateway(requestOf('session.get'))).status).toBe(200);
    clock.advance(31 * 60_000);
    expect((await gateway(requestOf('session.get'))).status).toBe(401);
  });

  it('gives the reason and the capabilities of a profile', async () => {
    const { demo, client } = stage();
    demo.set({ role: 'support' });
    const { operations } = await client.session.capabilities();
    expect(operations['audit.list']).toEqual({ allowed: true });
    expect(operations['ins.search']).toEqual({ allowed: false, reason: 'profile' });
    demo.set({ scenario: 'bare' });
    expect((await client.session.capabilities()).operations['ins.verify']).toEqual({
      allowed: false,
      reason: 'notConfigured',
    });
  });

  it('leaves out the actions that a session may not do', async () => {
    const { demo, client } = stage();
    const patientRef = 'p-0010';
    expect((await client.identity.get({ patientRef })).actions).toEqual(
      expect.arrayContaining(['ins.datamatrix', 'identity.setDouteuse']),
    );
    demo.set({ rights: 'readOnly' });
    const patient = await client.identity.get({ patientRef });
    expect(patient.actions).toEqual(['identity.history', 'audit.list']);
    expect(patient.transitions).toEqual([]);
  });

  it('reads a table of profiles, exact names and groups', async () => {
    const authorize = authorizeByKind({ medecin: ['ins.*', 'identity.get'] });
    const ask = (operation: (typeof operationIds)[number], userKind = 'medecin') =>
      authorize({ operation, session: { ...session, userKind } });
    expect(ask('ins.search')).toEqual({ allowed: true });
    expect(ask('identity.get')).toEqual({ allowed: true });
    expect(ask('identity.save')).toMatchObject({ allowed: false });
    expect(ask('ins.search', '__proto__')).toMatchObject({ allowed: false });
  });
});
