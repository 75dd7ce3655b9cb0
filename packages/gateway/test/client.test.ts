import { describe, expect, it } from 'vitest';
import {
  type ClientExchange,
  createGatewayClient,
  type GatewayClientOptions,
  GatewayError,
  isGatewayError,
} from '../src/client.js';
import { demoPatients } from '../src/demo.js';
import { refusal, stage } from './support.js';

const patientRef = demoPatients.dominique;
const headers = { 'content-type': 'application/json', 'x-socle-contract': '1.0' };
const meta = { at: '2026-11-16T09:00:00Z', source: 'local', environment: 'simulator' };
const session = { userRef: 'u', displayName: 'Dr TEST', userKind: 'medecin', superuser: false };

/** A client over scripted answers; the last one is given again. */
function scripted(
  answers: readonly (() => Response | Promise<Response>)[],
  options: Partial<GatewayClientOptions> = {},
) {
  const requests: Request[] = [];
  const exchanges: ClientExchange[] = [];
  const client = createGatewayClient({
    baseUrl: 'http://vendor.example/socle/',
    retryDelay: () => 0,
    onExchange: (exchange) => exchanges.push(exchange),
    fetch: async (request) => {
      requests.push(request);
      const answer = answers[Math.min(requests.length, answers.length) - 1];
      if (!answer) throw new TypeError('no answer');
      return answer();
    },
    ...options,
  });
  return { client, requests, exchanges };
}

const ok = () => new Response(JSON.stringify({ data: session, meta }), { headers });
const status =
  (code: number, extra: Record<string, string> = {}) =>
  () =>
    new Response('<html>proxy</html>', { status: code, headers: { 'content-type': 'text/html', ...extra } });
const broken = () => Promise.reject(new TypeError('Failed to fetch'));

describe('the client', () => {
  it.each([
    ['network errors', broken],
    ['502', status(502)],
    ['503', status(503)],
    ['504', status(504)],
  ])('sends a read again twice on %s', async (_name, failure) => {
    const { client, requests } = scripted([failure, failure, ok]);
    expect((await client.session.get()).displayName).toBe('Dr TEST');
    expect(requests).toHaveLength(3);
    const tired = scripted([failure]);
    await refusal(tired.client.session.get());
    expect(tired.requests).toHaveLength(3);
  });

  it('sends a read that is a POST again too, with its body', async () => {
    const bodies: string[] = [];
    const fetch = async (request: Request) => {
      bodies.push(await request.text());
      return bodies.length === 1 ? status(503)() : status(400)();
    };
    await refusal(scripted([], { fetch }).client.identity.get({ patientRef }));
    expect(bodies).toEqual([`{"patientRef":"${patientRef}"}`, `{"patientRef":"${patientRef}"}`]);
  });

  it.each([
    ['network errors', broken],
    ['502', status(502)],
    ['504', status(504)],
  ])('sends a write once on %s', async (_name, failure) => {
    const { client, requests } = scripted([failure]);
    await refusal(client.identity.transition({ type: 'setHomonyme', patientRef, version: 1 }));
    await refusal(client.ins.search({ patientRef }));
    expect(requests).toHaveLength(2);
  });

  it('gives each write its own idempotency key, or the one of the caller', async () => {
    const { client, requests } = scripted([status(400)]);
    for (const options of [{}, {}, { idempotencyKey: 'mine-0001' }])
      await refusal(client.identity.transition({ type: 'setHomonyme', patientRef, version: 1 }, options));
    const keys = requests.map((request) => request.headers.get('idempotency-key'));
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBe('mine-0001');
    expect(requests[0]?.headers.get('x-socle-request')).toBe('1');
  });

  it.each([
    [401, 'gateway.expired'],
    [403, 'gateway.forbidden'],
    [413, 'gateway.tooLarge'],
    [429, 'gateway.tooMany'],
    [502, 'gateway.timeout'],
    [404, 'gateway.contract'],
    [200, 'gateway.contract'],
  ])('reads an answer %i that is not ours as %s', async (code, expected) => {
    expect((await refusal(scripted([status(code)]).client.session.get())).code).toBe(expected);
  });

  it('keeps the wait that a proxy asked for', async () => {
    expect(await refusal(scripted([status(429, { 'retry-after': '7' })]).client.session.get())).toMatchObject({
      retryAfterS: 7,
      retryable: true,
    });
  });

  it.each([
    ['data of another shape', { data: { userRef: 1 }, meta }],
    ['no meta', { data: session }],
    ['no envelope', session],
    ['an error of another shape', { error: { code: 12 } }],
  ])('refuses %s', async (_name, body) => {
    const { client } = scripted([() => new Response(JSON.stringify(body), { headers })]);
    expect(await refusal(client.session.get())).toMatchObject({
      code: 'gateway.contract',
      retryable: false,
      audience: 'vendor',
    });
  });

  it('ignores what a newer minor version added', async () => {
    const newer = { data: { ...session, badge: 'x' }, meta: { ...meta, more: 1 } };
    const { client } = scripted([
      () => new Response(JSON.stringify(newer), { headers: { ...headers, 'x-socle-contract': '1.9' } }),
    ]);
    expect(await client.session.get()).toEqual(session);
  });

  it('gives up after the time-out, and says so', async () => {
    const { client } = scripted([() => new Promise<Response>(() => undefined)], { timeout: 20 });
    expect(
      await refusal(client.ins.accept({ patientRef, version: 1, snapshotRef: 's', acknowledged: [] })),
    ).toMatchObject({ code: 'gateway.timeout', retryable: true });
    const silentBody = () => new Response(new ReadableStream({}), { headers });
    expect(await refusal(scripted([silentBody], { timeout: 20 }).client.session.get())).toMatchObject({
      code: 'gateway.timeout',
    });
    const silentStream = () =>
      new Response(new ReadableStream({}), { headers: { 'content-type': 'text/event-stream' } });
    expect(await refusal(scripted([silentStream], { timeout: 20 }).client.ins.search({ patientRef }))).toMatchObject({
      code: 'gateway.timeout',
    });
  });

  it('takes a stream that ends without a result for a lost network', async () => {
    const cut = () =>
      new Response(
        'event: attempt\ndata: {"n":1,"max":6,"firstName":"ZOE","cr":"01","at":"2026-11-16T09:00:00Z"}\n\n',
        { headers: { 'content-type': 'text/event-stream' } },
      );
    expect((await refusal(scripted([cut]).client.ins.search({ patientRef }))).code).toBe('gateway.offline');
    const wrong = () =>
      new Response('event: attempt\ndata: {"n":"one"}\n\n', { headers: { 'content-type': 'text/event-stream' } });
    expect((await refusal(scripted([wrong]).client.ins.search({ patientRef }))).code).toBe('gateway.contract');
  });

  it('rejects with the reason of the signal when the caller gives up', async () => {
    const { client, exchanges } = scripted([() => new Promise<Response>(() => undefined)]);
    const leave = new AbortController();
    const call = client.session.get({ signal: leave.signal });
    const reason = new DOMException('left', 'AbortError');
    setTimeout(() => leave.abort(reason), 5);
    await expect(call).rejects.toBe(reason);
    await expect(client.session.get({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(exchanges.map(({ outcome }) => outcome)).toEqual(['aborted', 'aborted']);
  });

  it('tells of each exchange without what it held', async () => {
    const { demo } = stage();
    const exchanges: ClientExchange[] = [];
    const client = createGatewayClient({
      baseUrl: '/socle',
      fetch: demo.fetch,
      now: () => 0,
      onExchange: (exchange) => exchanges.push(exchange),
    });
    await client.ins.search({ patientRef: demoPatients.corse });
    await refusal(client.ins.datamatrix.get({ patientRef: demoPatients.corse }));
    expect(exchanges).toEqual([
      { operation: 'ins.search', outcome: 'success', status: 200, elapsedMs: 0, messageId: expect.any(String) },
      { operation: 'ins.datamatrix.get', outcome: 'error', status: 422, elapsedMs: 0, code: 'gateway.notQualified' },
    ]);
  });

  it('makes errors that hold codes only, known across copies of the package', () => {
    const error = new GatewayError(
      { code: 'insi.unavailable', service: 'insi', officialCode: 'desir_1020', retryable: true, audience: 'user' },
      503,
    );
    expect(error.message).toBe('insi.unavailable (desir_1020)');
    expect(error).toMatchObject({ code: 'insi.unavailable', retryable: true, status: 503 });
    expect(isGatewayError(error)).toBe(true);
    expect(isGatewayError(new Error('x'))).toBe(false);
  });
});
