import { afterAll, beforeAll, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { createValidationClient, PAGE_ENTRY, pageFiles, ValidationFailure } from '../../src/worker.js';
import { CODES, compiledRules, order } from './support.js';

const FOLDER = '.socle/worker-test';
const files = pageFiles(compiledRules(), { documents: new Map([['codes.xml', CODES]]) });

beforeAll(async () => {
  for (const [name, text] of files) await commands.writeFile(`${FOLDER}/${name}`, text);
});
afterAll(async () => {
  for (const name of files.keys()) await commands.removeFile(`${FOLDER}/${name}`);
});

const start = (): Worker => new Worker(new URL('./worker-script.ts', import.meta.url), { type: 'module' });
const address = `${location.origin}/${FOLDER}/${PAGE_ENTRY}`;

it('validates in a worker of the browser, the page free meanwhile', async () => {
  const worker = start();
  const client = createValidationClient(worker);
  const pack = await client.load(address);
  const bytes = order(50_000);
  let streamed = 0;
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 5);
  const outcome = await client.validate(bytes, { packs: [pack], onFindings: ({ length }) => (streamed += length) });
  clearInterval(timer);
  expect(outcome.packs[0]?.found).toBe(5_000);
  expect(streamed).toBe(5_000);
  expect(turns).toBeGreaterThan(1);
  // The page keeps its copy.
  expect(bytes.byteLength).toBe(outcome.bytes);
  client.close();
  worker.terminate();
});

it('cancels, then serves again', async () => {
  const worker = start();
  const client = createValidationClient(worker);
  const pack = await client.load(address);
  const stop = new AbortController();
  const stopped = client.validate(order(200_000), {
    packs: [pack],
    signal: stop.signal,
    onProgress: ({ stage }) => {
      if (stage === 'checking') stop.abort();
    },
  });
  await expect(stopped).rejects.toMatchObject({ code: 'limit.aborted' });
  const next = await client.validate(order(10), { packs: [pack] });
  expect(next.packs[0]?.found).toBe(1);
  client.close();
  worker.terminate();
});

it('says that the script of the worker could not run', async () => {
  const worker = new Worker(`${location.origin}/${FOLDER}/absent.js`, { type: 'module' });
  const client = createValidationClient(worker);
  await expect(client.load(address)).rejects.toBeInstanceOf(ValidationFailure);
  client.close();
  worker.terminate();
});
