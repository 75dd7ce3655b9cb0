import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGatewayClient } from '../src/client.js';
import { type DemoGateway, demoPatients } from '../src/demo.js';
import type { Gateway } from '../src/handlers.js';
import { toNodeListener } from '../src/node.js';
import { demoGround, type Ground, journeys } from './journeys.js';
import { refusal, stage } from './support.js';

/** Mounts a gateway on a port of the loopback: the ten lines of the README, for each framework. */
type Mount = (gateway: Gateway) => Promise<{ readonly port: number; close(): Promise<void> }>;

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

const closing = (server: Server) => () =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

async function listening(server: Server) {
  if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: portOf(server), close: closing(server) };
}

const mounts: Readonly<Record<string, Mount>> = {
  'node:http': (gateway) => listening(createServer(toNodeListener(gateway))),
  Express: (gateway) => {
    const app = express();
    app.use('/socle', toNodeListener(gateway));
    return listening(createServer(app));
  },
  'Express with express.json()': (gateway) => {
    const app = express();
    app.use(express.json());
    app.use('/socle', toNodeListener(gateway));
    return listening(createServer(app));
  },
  Fastify: async (gateway) => {
    const app = fastify();
    const listener = toNodeListener(gateway);
    await app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
      scope.all('/socle/*', (request, reply) => {
        reply.hijack();
        listener(request.raw, reply.raw);
      });
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    return {
      port: portOf(app.server),
      close: async () => {
        app.server.closeAllConnections();
        await app.close();
      },
    };
  },
  Hono: async (gateway) => {
    const app = new Hono();
    app.all('/socle/*', (context) => gateway(context.req.raw));
    const server = await new Promise<Server>((resolve) => {
      const made = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(made as Server));
    });
    return { port: portOf(server), close: closing(server) };
  },
};

/** A page at that origin: what a browser would do with `Origin`. */
function page(port: number) {
  const origin = `http://127.0.0.1:${port}`;
  return createGatewayClient({
    baseUrl: `${origin}/socle`,
    retryDelay: () => 0,
    fetch: (request) => {
      request.headers.set('origin', origin);
      return fetch(request);
    },
  });
}

describe.each(Object.keys(mounts))('over %s', (name) => {
  const mount = mounts[name] as Mount;
  let ground: Ground;
  let demo: DemoGateway;
  let port = 0;
  let close: () => Promise<void> = async () => undefined;

  beforeEach(async () => {
    const made = stage({ heartbeatMs: 20 });
    demo = made.demo;
    const server = await mount(demo.handler);
    ({ port, close } = server);
    ground = demoGround(page(port), demo, made.clock);
  });
  afterEach(() => close());

  if (name === 'node:http' || name === 'Hono') journeys('journeys', () => ground);

  it('carries reads, writes, streams, files and refusals', async () => {
    const { client } = ground;
    expect((await client.session.get()).userKind).toBe('identitovigilance');
    const seen: string[] = [];
    const result = await client.ins.search(
      { patientRef: demoPatients.houilles },
      { onAttempt: ({ firstName }) => seen.push(firstName) },
    );
    expect(result.outcome).toBe('notFound');
    expect(seen).toHaveLength(4);
    const saved = await client.identity.save({
      traits: { birthName: 'ÉXEMPLE', firstName: 'ANNA', sex: 'F', birthDate: '1990-05-06' },
    });
    expect(saved.patient.traits.birthName).toBe('EXEMPLE');
    expect(await client.audit.export({})).toContain('identity.created');
    expect((await refusal(client.identity.get({ patientRef: 'p-none' }))).code).toBe('gateway.notFound');
  });

  it('sends the events as they are made, and sees the reader leave', async () => {
    const { client } = ground;
    demo.set({ slow: 400 });
    const leave = new AbortController();
    const call = client.ins.search(
      { patientRef: demoPatients.houilles },
      { signal: leave.signal, onAttempt: ({ n }) => n === 1 && leave.abort(new DOMException('left', 'AbortError')) },
    );
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => expect(demo.ports.audit.entries.at(-1)).toMatchObject({ outcome: 'cancelled' }), {
      timeout: 10_000,
    });
    // Of four calls planned; a busy machine may begin the second before the reader is seen to leave.
    const calls = demo.ports.audit.entries.filter(({ detail }) => detail?.['call'] !== undefined);
    expect(calls.length).toBeLessThanOrEqual(2);
  });

  it('refuses a foreign origin', async () => {
    const foreign = createGatewayClient({
      baseUrl: `http://127.0.0.1:${port}/socle`,
      fetch: (request) => {
        request.headers.set('origin', 'https://evil.example');
        return fetch(request);
      },
    });
    expect(
      (await refusal(foreign.identity.transition({ type: 'setHomonyme', patientRef: 'p-0001', version: 1 }))).code,
    ).toBe('gateway.csrf');
  });
});

describe('the target of a request', () => {
  /** Status of a write sent with this request target and this `Origin`. */
  const write = (port: number, target: string, origin: string) =>
    new Promise<number>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'x-socle-request': '1', origin, host: `127.0.0.1:${port}` };
      const sent = request({ port, host: '127.0.0.1', method: 'POST', path: target, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end('{}');
    });

  it('never decides whose page it is: only the Host does', async () => {
    const { demo } = stage();
    const { port, close } = await listening(createServer(toNodeListener(demo.handler)));
    try {
      const path = '/socle/v1/identity/transition';
      expect(await write(port, path, `http://127.0.0.1:${port}`)).toBe(400);
      expect(await write(port, path, 'http://evil.example')).toBe(403);
      for (const target of [`//evil.example${path}`, `http://evil.example${path}`]) {
        expect([403, 404, 405]).toContain(await write(port, target, 'http://evil.example'));
      }
    } finally {
      await close();
    }
  });
});
