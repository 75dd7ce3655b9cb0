import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readEvents, type StreamEvent, StreamProblem } from '../src/client/sse-reader.js';
import { demoPatients } from '../src/demo.js';
import { post, refusal, stage } from './support.js';

const patientRef = demoPatients.houilles;
const limits = { maxEvent: 1_000, maxTotal: 100_000, idleMs: 1_000 };

function chunks(parts: readonly string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(encoder.encode(part));
      controller.close();
    },
  });
}

async function read(parts: readonly string[]): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  for await (const event of readEvents(chunks(parts), limits)) events.push(event);
  return events;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the stream of ins.search', () => {
  it('tells each attempt, then the result: four 01 (CNDA 2.07)', async () => {
    const { client } = stage();
    const seen: string[] = [];
    const result = await client.ins.search(
      { patientRef },
      { onAttempt: ({ n, firstName, cr }) => seen.push(`${n} ${firstName} ${cr}`) },
    );
    expect(seen).toEqual(['1 PIERRE 01', '2 PAUL 01', '3 JACQUES 01', '4 PIERRE PAUL JACQUES 01']);
    expect(result).toMatchObject({ outcome: 'notFound', sent: { firstNames: 'PIERRE PAUL JACQUES' } });
    expect(result.attempts).toHaveLength(4);
  });

  it('sends a comment every 15 seconds while INSi thinks', async () => {
    vi.useFakeTimers();
    const { demo } = stage();
    demo.set({ slow: 40_000 });
    const response = await demo.handler(post('/ins/search', { patientRef }));
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    await vi.advanceTimersByTimeAsync(31_000);
    let text = '';
    for (let i = 0; i < 3; i++) text += decoder.decode((await reader?.read())?.value);
    expect(text.match(/^:.*$/gm)).toHaveLength(3);
    await reader?.cancel();
  });

  it('stops calling INSi when the reader leaves, and traces it', async () => {
    const { demo, client } = stage();
    demo.set({ slow: 20 });
    const leave = new AbortController();
    const attempts: number[] = [];
    const call = client.ins.search(
      { patientRef },
      {
        signal: leave.signal,
        onAttempt: ({ n }) => {
          attempts.push(n);
          if (n === 2) leave.abort(new DOMException('left', 'AbortError'));
        },
      },
    );
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => {
      expect(demo.ports.audit.entries.at(-1)).toMatchObject({
        kind: 'ins.searchTraits',
        outcome: 'cancelled',
        patientRef,
      });
    });
    expect(attempts).toEqual([1, 2]);
    // The record is free again.
    demo.set({ slow: 0 });
    expect((await client.ins.search({ patientRef })).outcome).toBe('notFound');
  });

  it('stops when the body is cancelled without a signal', async () => {
    const { demo } = stage();
    demo.set({ slow: 50 });
    const response = await demo.handler(post('/ins/search', { patientRef }));
    await response.body?.cancel();
    await vi.waitFor(() => expect(demo.ports.audit.entries.at(-1)?.outcome).toBe('cancelled'), 10_000);
  });

  it('runs one sequence at a time for a record, and lets another record go', async () => {
    const { demo, client } = stage();
    demo.set({ slow: 30 });
    const first = client.ins.search({ patientRef });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await refusal(client.ins.search({ patientRef }))).toMatchObject({ code: 'gateway.busy', retryable: true });
    expect((await client.ins.search({ patientRef: demoPatients.corse })).outcome).toBe('found');
    expect((await first).outcome).toBe('notFound');
    expect((await client.ins.search({ patientRef })).outcome).toBe('notFound');
  });

  it('leaves one trace per call to INSi', async () => {
    const { demo, client } = stage();
    await client.ins.search({ patientRef });
    const traces = demo.ports.audit.entries.filter(({ kind }) => kind === 'ins.searchTraits');
    expect(traces.filter(({ detail }) => detail?.['call'] !== undefined)).toHaveLength(4);
    expect(traces[0]).toMatchObject({ code: '01', partner: 'insi', outcome: 'success', by: { userRef: 'u-medecin' } });
    expect(new Set(traces.map(({ messageId }) => messageId)).size).toBe(4);
  });

  it('refuses before the stream opens what INSi must not be asked', async () => {
    const { client } = stage();
    expect(await refusal(client.ins.search({ patientRef: demoPatients.nadine }))).toMatchObject({
      params: { attribute: 'fictive' },
    });
    expect(await refusal(client.ins.search({ patientRef: demoPatients.undetermined }))).toMatchObject({
      params: { attribute: 'sexe' },
    });
    expect((await refusal(client.ins.search({ patientRef: 'p-nobody' }))).code).toBe('gateway.notFound');
  });
});

describe('the reader of event streams', () => {
  it('gives the same events however the octets are cut', async () => {
    const text =
      ': hello\r\n\r\nevent: attempt\r\nid: 1\r\ndata: {"é":1}\r\n\r\nevent: result\ndata: a\ndata: b\n\n: \n\ndata:x\n\n';
    const whole = await read([text]);
    expect(whole).toEqual([
      { event: 'attempt', id: '1', data: '{"é":1}' },
      { event: 'result', data: 'a\nb' },
      { event: 'message', data: 'x' },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(text.length), { maxLength: 12 }), async (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), text.length];
        expect(await read(at.slice(1).map((end, i) => text.slice(at[i], end)))).toEqual(whole);
      }),
    );
  });

  it('gives up on an endless event, an endless stream, and silence', async () => {
    await expect(read(['data: ', 'x'.repeat(2_000)])).rejects.toMatchObject({ why: 'bounds' });
    await expect(read(Array.from({ length: 200 }, () => `: ${'x'.repeat(900)}\n\n`))).rejects.toBeInstanceOf(
      StreamProblem,
    );
    const silent = new ReadableStream<Uint8Array>({});
    const events = readEvents(silent, { ...limits, idleMs: 20 });
    await expect(events.next()).rejects.toMatchObject({ why: 'idle' });
  });
});
