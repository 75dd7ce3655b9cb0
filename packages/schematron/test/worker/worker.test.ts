import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createValidationClient,
  PAGE_ENTRY,
  pageFiles,
  type ServeOptions,
  serveValidation,
  type ValidationClient,
  ValidationFailure,
  type ValidationPort,
  type ValidationProgress,
} from '../../src/worker.js';
import { bytesOf, CODES, compiledRules, order } from './support.js';

let folder: string;
let address: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'socle-worker-'));
  for (const [name, text] of pageFiles(compiledRules(), { documents: new Map([['codes.xml', CODES]]) })) {
    writeFileSync(join(folder, name), text);
  }
  address = pathToFileURL(join(folder, PAGE_ENTRY)).href;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function within(use: (client: ValidationClient) => Promise<void>, options: ServeOptions = {}): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const server = serveValidation(port2 as unknown as ValidationPort, options);
  const client = createValidationClient(port1 as unknown as ValidationPort);
  try {
    await use(client);
  } finally {
    client.close();
    server.close();
    port1.close();
  }
}

async function failureOf(promise: Promise<unknown>): Promise<ValidationFailure> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof ValidationFailure)) throw new Error(`no failure: ${String(thrown)}`);
  return thrown;
}

describe('a worker that validates', () => {
  it('loads a pack and its vocabularies, then streams findings and progress', () =>
    within(async (client) => {
      const pack = await client.load(address);
      expect(pack.manifest.patterns.map(({ key }) => key)).toEqual(['price', 'code']);
      const streamed: string[] = [];
      const progress: ValidationProgress[] = [];
      const outcome = await client.validate(
        bytesOf('<order xmlns="urn:order">\n  <item code="B9" price="x"/>\n</order>'),
        {
          packs: [pack],
          onFindings: (findings) => streamed.push(...findings.map(({ text }) => text)),
          onProgress: (each) => progress.push(each),
        },
      );
      expect(streamed).toEqual(['No price: B9', 'Unknown code: B9']);
      const [verdict] = outcome.packs;
      expect(verdict?.findings).toHaveLength(2);
      expect(verdict?.findings[0]).toMatchObject({
        kind: 'assert',
        pattern: 'price',
        line: 2,
        column: 3,
        role: 'error',
      });
      expect(verdict).toMatchObject({ found: 2, faults: [], deviations: [], phase: '#ALL', fired: 2 });
      expect(outcome.bytes).toBe(64);
      expect(progress[0]).toEqual({ stage: 'reading', done: 0 });
      expect(progress.at(-1)?.stage).toBe('checking');
    }));

  it('applies a phase, and several packs in one reading', () =>
    within(async (client) => {
      const first = await client.load(address);
      const second = await client.load(address, { phases: ['prices'] });
      const outcome = await client.validate(order(10), { packs: [first, { pack: second, phase: 'prices' }] });
      expect(outcome.packs.map(({ phase, found }) => [phase, found])).toEqual([
        ['#ALL', 1],
        ['prices', 1],
      ]);
    }));

  it('tells progress that grows, slice after slice', () =>
    within(
      async (client) => {
        const pack = await client.load(address);
        const done: number[] = [];
        await client.validate(order(5_000), { packs: [pack], onProgress: (each) => done.push(each.done) });
        expect(done.length).toBeGreaterThan(10);
        expect(done).toEqual([...done].sort((a, b) => a - b));
        expect(done.at(-1)).toBeLessThanOrEqual(1);
      },
      { sliceMs: 0 },
    ));

  it('stops at once for the page, soon for the worker, which then serves the next request', () =>
    within(
      async (client) => {
        const pack = await client.load(address);
        const stop = new AbortController();
        const stopped = client.validate(order(20_000), {
          packs: [pack],
          signal: stop.signal,
          onProgress: ({ done }) => {
            if (done > 0.1) stop.abort();
          },
        });
        expect((await failureOf(stopped)).code).toBe('limit.aborted');
        const next = await client.validate(order(10), { packs: [pack] });
        expect(next.packs[0]?.found).toBe(1);
        expect((await failureOf(client.validate(order(1), { packs: [pack], signal: stop.signal }))).code).toBe(
          'limit.aborted',
        );
      },
      { sliceMs: 1 },
    ));

  it.each([
    ['<order', {}, 'document.malformed'],
    ['<!DOCTYPE a><a/>', {}, 'document.doctype'],
    ['<a/>', { document: { maxBytes: 3 } }, 'document.tooLarge'],
    ['<a><b><c/></b></a>', { document: { maxDepth: 2 } }, 'document.tooDeep'],
    ['<a/>', { milliseconds: -1 }, 'limit.time'],
  ] as const)('%s: a typed error with a text for the user, %#', (text, limits, code) =>
    within(async (client) => {
      const pack = await client.load(address);
      const big = code === 'limit.time' ? order(10_000) : bytesOf(text);
      const failure = await failureOf(client.validate(big, { packs: [pack], limits }));
      expect(failure.code).toBe(code);
      expect(failure.userMessage.fr.title).not.toBe('');
      expect(failure.userMessage.en.action).not.toBe('');
    }),
  );

  it('says where an unreadable document is broken', () =>
    within(async (client) => {
      const pack = await client.load(address);
      const failure = await failureOf(client.validate(bytesOf('<a>\n<b></c></a>'), { packs: [pack] }));
      expect(failure.line).toBe(2);
    }));

  it('counts the findings that it does not send', () =>
    within(async (client) => {
      const pack = await client.load(address);
      const outcome = await client.validate(order(1_000), { packs: [pack], limits: { findings: 5 } });
      expect(outcome.packs[0]?.findings).toHaveLength(5);
      expect(outcome.packs[0]?.found).toBe(100);
    }));

  it.each(['data:text/javascript,export const manifest = {}', 'blob:null/1', 'javascript:void 0'])(
    'refuses %s as the address of a pack',
    (bad) =>
      within(async (client) => {
        expect((await failureOf(client.load(bad))).code).toBe('worker.pack');
      }),
  );

  it('refuses packs that are missing, incomplete, of another format, or that name a file elsewhere', () =>
    within(async (client) => {
      const [there] = [new URL(address)];
      expect((await failureOf(client.load(new URL('nothing.js', there)))).code).toBe('pack.incomplete');
      writeFileSync(join(folder, 'empty.mjs'), 'export const manifest = 3;');
      expect((await failureOf(client.load(new URL('empty.mjs', there)))).code).toBe('pack.incomplete');
      writeFileSync(join(folder, 'old.mjs'), 'export const manifest = { format: 0 }; export const documents = {};');
      expect((await failureOf(client.load(new URL('old.mjs', there)))).code).toBe('pack.format');
      const elsewhere = `export const manifest = ${JSON.stringify(compiledRules().manifest)}; export const documents = { a: '../a.js' };`;
      writeFileSync(join(folder, 'out.mjs'), elsewhere);
      expect((await failureOf(client.load(new URL('out.mjs', there)))).code).toBe('pack.incomplete');
    }));

  it('answers a page of another version, and ignores messages that are not its own', async () => {
    const { port1, port2 } = new MessageChannel();
    const server = serveValidation(port2 as unknown as ValidationPort);
    const answers: unknown[] = [];
    const answered = new Promise<void>((resolve) => {
      port1.on('message', (message: unknown) => {
        answers.push(message);
        resolve();
      });
    });
    for (const noise of [null, 3, 'x', {}, { socleSchematron: 'x' }]) port1.postMessage(noise);
    port1.postMessage({ socleSchematron: 99, message: { type: 'load', id: 7, address } });
    await answered;
    expect(answers).toMatchObject([{ message: { type: 'failed', id: 7, failure: { code: 'worker.protocol' } } }]);
    server.close();
    port1.close();
  });

  it('rejects what is under way when the page closes it', async () => {
    const { port1, port2 } = new MessageChannel();
    const client = createValidationClient(port1 as unknown as ValidationPort);
    const waiting = failureOf(client.load(address));
    client.close();
    expect((await waiting).code).toBe('worker.closed');
    expect((await failureOf(client.load(address))).code).toBe('worker.closed');
    port1.close();
    port2.close();
  });
});
