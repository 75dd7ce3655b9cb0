import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { serve } from '@hono/node-server';
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

/** The doctor has read the notice of traceability today, unless the test says when. */
export async function startCabinet(options: ProductOptions = {}): Promise<RunningCabinet> {
  const { services, ...others } = await simulatedServices();
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
