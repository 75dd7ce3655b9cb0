// A process that deposits the documents of a list, and may be killed at any moment. Run again, it goes on.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { prepareSubmission } from '@socle-sante/documents/prepare';
import { createVihfSource, type VihfBase } from '@socle-sante/vihf';
import { createKeySigner } from '@socle-sante/wire/dsig';
import { loadClientIdentity } from '@socle-sante/wire/tls';
import { createDepositRun, createDmpClient, createFileJournal, dmpEnvironment } from '../../src/index.js';
import { qualified } from '../e2e/patients.js';
import { splitPem } from '../e2e/pem.js';
import { documentOf, submissionFor } from '../e2e/submissions.js';

export interface DepositorOrder {
  readonly url: string;
  readonly journal: string;
  readonly patient: string;
  readonly arc: string;
  readonly count: number;
  readonly ca: string;
  readonly tls: { readonly cert: string; readonly key: string; readonly chain: string };
  readonly sign: { readonly cert: string; readonly key: string; readonly chain: string };
  readonly vihf: Omit<VihfBase, 'authnInstant'>;
}

const order = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as DepositorOrder;
const signer = createKeySigner(loadClientIdentity({ cert: order.sign.cert, key: order.sign.key }));
const client = createDmpClient({
  environment: dmpEnvironment({ kind: 'simulator', baseUrl: order.url }),
  authentication: {
    mode: 'INDIRECTE',
    vihf: createVihfSource({ ...order.vihf, authnInstant: new Date(Date.now() - 60_000) }, signer, {
      clock: () => new Date(),
    }),
  },
  software: { oid: order.arc, name: 'depositor' },
  tls: { ca: order.ca, identity: { cert: order.tls.cert, key: order.tls.key, ca: order.tls.chain } },
});
const patient = qualified(order.patient);
const items = Array.from({ length: order.count }, (_, index) => ({
  key: `report ${index}`,
  patient,
  prepare: () =>
    // New identifiers each time it is asked: were it asked twice, the document would be twice in the DMP.
    prepareSubmission(
      submissionFor(
        patient,
        [documentOf({ id: `${order.arc}.${index}.${process.pid}.${Date.now()}.1`, title: `Compte rendu ${index}` })],
        {
          id: `${order.arc}.${index}.${process.pid}.${Date.now()}.2`,
          arc: order.arc,
        },
      ),
      {
        clock: () => new Date(),
        random: (n) => globalThis.crypto.getRandomValues(new Uint8Array(n)),
        signing: { signer, chain: splitPem(order.sign.chain) },
        environment: 'test',
        hash: (algorithm, bytes) => Uint8Array.from(createHash(algorithm).update(bytes).digest()),
      },
    ),
}));
const run = createDepositRun({
  client,
  journal: createFileJournal(order.journal),
  onChange: ({ key, state }) => process.stdout.write(`${key} ${state}\n`),
});

async function main(): Promise<void> {
  process.stdout.write('ready\n');
  const { records, pending } = await run.run(items);
  await client.close();
  process.stdout.write(`end ${records.filter(({ state }) => state === 'done').length} ${pending.length}\n`);
}
void main();
