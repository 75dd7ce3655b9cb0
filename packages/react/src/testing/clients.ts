import { createGatewayClient, type GatewayClient } from '@socle-sante/gateway/client';
import type { ServiceStatusView } from '@socle-sante/gateway/contract';

/** A client whose answers are given, operation by operation (`/status` → data). Anything else fails as if offline. */
export function cannedClient(answers: Readonly<Record<string, unknown>>): GatewayClient {
  return createGatewayClient({
    baseUrl: 'https://canned.invalid/socle',
    fetch: (request) => {
      const path = new URL(request.url).pathname.replace(/^.*\/v1/, '');
      if (!(path in answers)) return Promise.reject(new TypeError('no answer was given'));
      const meta = { at: '2026-11-21T09:00:00Z', source: 'local', environment: 'simulator' };
      return Promise.resolve(Response.json({ data: answers[path], meta }));
    },
  });
}

/** A client that knows the state of the services. */
export function statusClient(services: readonly ServiceStatusView[]): GatewayClient {
  return cannedClient({ '/status': { services, at: '2026-11-21T09:00:00Z' } });
}
