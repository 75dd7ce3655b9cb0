import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { createTestPki, type TestPki } from '@socle-sante/sandbox/pki';
import { type CabinetOptions, cabinetApp } from '../../server/app.ts';
import { type CabinetServices, simulatedServices } from '../../server/services.ts';

/** The product on a free port, over its own strict simulator. */
export interface RunningCabinet {
  readonly origin: string;
  readonly national: CabinetServices;
  stop(): Promise<void>;
}

/** What a test may change of the product. */
export interface ProductOptions extends CabinetOptions {
  /** Makes the author's layout of a document from its stylesheet, as the server of a product may. */
  readonly producerHtml?: () => Promise<string>;
}

let shared: Promise<TestPki> | undefined;

/** One PKI for all the products of a run: its keys take a second of processor to make. */
function testPki(): Promise<TestPki> {
  shared ??= createTestPki();
  return shared;
}

/** The five seconds that a DMP asks for are half a second: nothing is learnt by waiting. */
function tenTimesShorter(ms: number, signal?: AbortSignal): Promise<void> {
  return setTimeout(ms / 10, undefined, signal ? { signal } : {});
}

/** The doctor has read the notice of traceability today, unless the test says when. */
export async function startCabinet(options: ProductOptions = {}): Promise<RunningCabinet> {
  const { services, ...others } = await simulatedServices({ pki: await testPki(), sleep: tenTimesShorter });
  const { documents } = services;
  const { producerHtml } = options;
  const national: CabinetServices = {
    ...others,
    services: documents && producerHtml ? { ...services, documents: { ...documents, producerHtml } } : services,
  };
  const { fetch } = cabinetApp(national, resolve(import.meta.dirname, '../../dist'), {
    noticeReadAt: new Date().toISOString(),
    ...options,
  });
  const server = serve({ fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((ready) => server.once('listening', ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    national,
    async stop() {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await national.close();
    },
  };
}
