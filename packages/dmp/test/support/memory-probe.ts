// Run in a process of its own: deposits or reads one large document, and says how far the memory went above where it stood.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { uniqueId } from '@socle-sante/documents/xds';
import { createDmpClient, dmpEnvironment } from '../../src/index.js';
import { ASSERTION, PATIENT, submissionOf, VENDOR } from './sample.js';

interface Order {
  readonly what: 'deposit' | 'retrieve';
  readonly url: string;
  readonly size: number;
  readonly hash: string;
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
  readonly chain: string;
}

const order = JSON.parse(readFileSync(0, 'utf8')) as Order;
const client = createDmpClient({
  environment: dmpEnvironment({ kind: 'simulator', baseUrl: order.url }),
  authentication: { mode: 'DIRECTE', vihf: async () => ASSERTION },
  software: { oid: VENDOR, name: 'probe' },
  tls: { ca: order.ca, identity: { cert: order.cert, key: order.key, ca: order.chain } },
});

/** The highest resident size since the last call, in bytes (Linux keeps it; elsewhere nothing is measured). */
function peak(): number {
  const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Number(line ?? Number.NaN) * 1_024;
}

function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

async function measured(run: () => Promise<void>): Promise<number> {
  collectGarbage();
  const before = process.memoryUsage().rss;
  writeFileSync('/proc/self/clear_refs', '5');
  await run();
  return peak() - before;
}

const small = submissionOf('warm', [new Uint8Array(1_000)]);
const reference = { uniqueId: uniqueId(`${VENDOR}.1.1`), size: order.size, hash: order.hash };
await client.deposit({ patient: PATIENT, submission: small });
let grown: number;
if (order.what === 'deposit') {
  const document = new Uint8Array(order.size).fill(65);
  const large = submissionOf('large', [document]);
  grown = await measured(async () => {
    await client.deposit({ patient: PATIENT, submission: large });
  });
} else {
  let got = new Uint8Array();
  grown = await measured(async () => {
    const { documents } = await client.retrieve({ patient: PATIENT, documents: [reference] });
    got = documents[0]?.bytes as Uint8Array<ArrayBuffer>;
  });
  grown -= order.size;
  if (createHash('sha1').update(got).digest('hex') !== order.hash) throw new Error('not the document');
}
await client.close();
process.stdout.write(JSON.stringify({ above: grown }));
