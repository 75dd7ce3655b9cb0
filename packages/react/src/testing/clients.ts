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

/** As `cannedClient`, with one answer after the other for each operation; the last one stays. */
export function sequenceClient(answers: Readonly<Record<string, readonly unknown[]>>): GatewayClient {
  const asked = new Map<string, number>();
  return createGatewayClient({
    baseUrl: 'https://canned.invalid/socle',
    fetch: (request) => {
      const path = new URL(request.url).pathname.replace(/^.*\/v1/, '');
      const list = answers[path];
      if (list === undefined) return Promise.reject(new TypeError('no answer was given'));
      const n = asked.get(path) ?? 0;
      asked.set(path, n + 1);
      const meta = { at: '2026-11-21T09:00:00Z', source: 'local', environment: 'simulator' };
      return Promise.resolve(Response.json({ data: list[Math.min(n, list.length - 1)], meta }));
    },
  });
}

/** A client that knows the state of the services. */
export function statusClient(services: readonly ServiceStatusView[]): GatewayClient {
  return cannedClient({ '/status': { services, at: '2026-11-21T09:00:00Z' } });
}
