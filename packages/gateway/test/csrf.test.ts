import { describe, expect, it } from 'vitest';
import { contract, operationIds } from '../src/contract.js';
import { createDemoGateway } from '../src/demo.js';
import { createGateway } from '../src/handlers.js';
import { bodyOf, requestOf, testClock } from './support.js';

const session = { userRef: 'u1', displayName: 'Dr TEST', userKind: 'medecin', superuser: false };

function gateway(origins?: readonly string[]) {
  const demo = createDemoGateway({ clock: testClock(), latency: false });
  return createGateway({
    ports: { ...demo.ports, users: { resolve: async () => session } },
    services: { insi: { searchByTraits: async () => ({ outcome: 'notFound' }) } },
    authorize: () => ({ allowed: true }),
    environment: { kind: 'simulator', services: [] },
    ...(origins === undefined ? {} : { origins }),
  });
}

function without(request: Request, header: string): Request {
  const headers = new Headers(request.headers);
  headers.delete(header);
  return new Request(request, { headers });
}

const posts = operationIds.filter((id) => contract[id].method === 'POST');
const code = async (response: Promise<Response>) => (await bodyOf(await response)).error?.code;

describe('requests from another site', () => {
  it.each(posts)('%s is refused without X-Socle-Request', async (id) => {
    expect(await code(gateway()(without(requestOf(id), 'x-socle-request')))).toBe('gateway.csrf');
  });

  it.each(posts)('%s is refused from a foreign origin', async (id) => {
    expect(await code(gateway()(requestOf(id, undefined, { origin: 'https://evil.example' })))).toBe('gateway.csrf');
    expect(await code(gateway()(requestOf(id, undefined, { origin: 'null' })))).toBe('gateway.csrf');
  });

  it.each(posts.filter((id) => contract[id].effect === 'write'))(
    '%s, a write, is refused without an origin',
    async (id) => {
      expect(await code(gateway()(without(requestOf(id), 'origin')))).toBe('gateway.csrf');
    },
  );

  it('takes the public origin that a proxy hides', async () => {
    const behindProxy = gateway(['https://cabinet.example']);
    expect(
      (await behindProxy(requestOf('identity.get', undefined, { origin: 'https://cabinet.example' }))).status,
    ).toBe(200);
    expect((await behindProxy(requestOf('identity.get'))).status).toBe(403);
  });
});
