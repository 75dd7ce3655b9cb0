import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/http/classify.js';
import {
  compose,
  type Exchange,
  type ExchangeEvent,
  maskXml,
  type RetryOptions,
  retryAfterMs,
  type WireRequest,
  type WireResponse,
  WireUnreachableError,
  withObserver,
  withRetry,
} from '../../src/http.js';

const request: WireRequest = {
  method: 'POST',
  url: 'https://u:p@service.test/lps?nir=SECRET#f',
  headers: {},
  body: new TextEncoder().encode('<a/>'),
  operation: 'rechercher',
  safeToRepeat: true,
};

function answer(status: number, headers: Record<string, string> = {}, body = ''): WireResponse {
  return { status, headers, body: new TextEncoder().encode(body), elapsedMs: 1 };
}

/** A transport that plays a list: a response is given, an error is thrown. */
function playing(...turns: readonly (WireResponse | Error)[]): { exchange: Exchange; sent: WireRequest[] } {
  const sent: WireRequest[] = [];
  const exchange: Exchange = (current) => {
    const turn = turns[Math.min(sent.length, turns.length - 1)];
    sent.push(current);
    return turn instanceof Error || turn === undefined ? Promise.reject(turn) : Promise.resolve(turn);
  };
  return { exchange, sent };
}

function retrying(options: RetryOptions = {}): { waits: number[]; layer: ReturnType<typeof withRetry> } {
  const waits: number[] = [];
  const layer = withRetry({
    sleep: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    clock: () => new Date('2026-03-02T09:00:00Z'),
    ...options,
  });
  return { waits, layer };
}

describe('withRetry', () => {
  it('repeats a passing failure, and gives the first good answer', async () => {
    const { exchange, sent } = playing(new WireUnreachableError({ code: 'network.refused' }), answer(503), answer(200));
    const { waits, layer } = retrying();
    expect((await layer(exchange)(request)).status).toBe(200);
    expect([sent.length, waits]).toEqual([3, [500, 2_000]]);
  });

  it('gives up after the last attempt, with the last outcome', async () => {
    const busy = playing(answer(503));
    expect((await retrying({ attempts: 5, delaysMs: [1] }).layer(busy.exchange)(request)).status).toBe(503);
    expect(busy.sent.length).toBe(5);
    const refused = playing(new WireUnreachableError({ code: 'network.refused' }));
    await expect(retrying().layer(refused.exchange)(request)).rejects.toMatchObject({ code: 'network.refused' });
    expect(refused.sent.length).toBe(3);
  });

  it('never repeats what is not safe to repeat', async () => {
    for (const turn of [answer(503), new WireUnreachableError({ code: 'network.refused' })]) {
      const { exchange, sent } = playing(turn);
      await retrying()
        .layer(exchange)({ ...request, safeToRepeat: false })
        .catch(() => undefined);
      expect(sent.length).toBe(1);
    }
  });

  it.each([
    'tls.unknownAuthority',
    'tls.hostname',
    'tls.handshake',
    'tls.closedByServer',
    'tls.clientCertificateRefused',
    'aborted',
    'response.tooLarge',
    'proxy.refused',
    'proxy.authentication',
  ] as const)('never repeats %s', async (code) => {
    const { exchange, sent } = playing(new WireUnreachableError({ code }));
    await expect(retrying().layer(exchange)(request)).rejects.toMatchObject({ code });
    expect(sent.length).toBe(1);
  });

  it('never repeats a bug', async () => {
    const { exchange, sent } = playing(new TypeError('bug'));
    await expect(retrying().layer(exchange)(request)).rejects.toThrow('bug');
    expect(sent.length).toBe(1);
  });

  it('does not repeat other statuses', async () => {
    for (const status of [200, 302, 400, 401, 404, 500]) {
      const { exchange, sent } = playing(answer(status));
      expect((await retrying().layer(exchange)(request)).status).toBe(status);
      expect(sent.length).toBe(1);
    }
  });

  it('waits as long as the service asks, in seconds or until a date, but not too long', async () => {
    const seconds = retrying();
    await seconds.layer(playing(answer(503, { 'retry-after': '7' }), answer(200)).exchange)(request);
    expect(seconds.waits).toEqual([7_000]);
    const date = retrying();
    await date.layer(playing(answer(429, { 'retry-after': 'Mon, 02 Mar 2026 09:00:10 GMT' }), answer(200)).exchange)(
      request,
    );
    expect(date.waits).toEqual([10_000]);
    const long = playing(answer(503, { 'retry-after': '31' }), answer(200));
    expect((await retrying().layer(long.exchange)(request)).status).toBe(503);
    expect(long.sent.length).toBe(1);
    const odd = retrying();
    await odd.layer(playing(answer(503, { 'retry-after': 'demain' }), answer(200)).exchange)(request);
    expect(odd.waits).toEqual([500]);
    expect(retryAfterMs(answer(503, { 'retry-after': 'Mon, 02 Mar 2020 09:00:10 GMT' }), new Date())).toBe(0);
  });

  it('makes a new request for each call when asked', async () => {
    const { exchange, sent } = playing(answer(503), answer(503), answer(200));
    await retrying({ renew: (current, attempt) => ({ ...current, headers: { n: String(attempt) } }) }).layer(exchange)(
      request,
    );
    expect(sent.map((r) => r.headers['n'])).toEqual([undefined, '2', '3']);
  });

  it('tells each repetition', async () => {
    const told: unknown[] = [];
    const { exchange } = playing(
      new WireUnreachableError({ code: 'timeout', phase: 'total' }),
      answer(502),
      answer(200),
    );
    await retrying({ onRetry: (retry) => told.push(retry) }).layer(exchange)(request);
    expect(told).toEqual([
      { operation: 'rechercher', attempt: 2, delayMs: 500, reason: 'timeout' },
      { operation: 'rechercher', attempt: 3, delayMs: 2_000, reason: 'HTTP 502' },
    ]);
  });

  it('is cancelled during the wait', async () => {
    const { exchange, sent } = playing(answer(503));
    const controller = new AbortController();
    const started = performance.now();
    setTimeout(() => controller.abort(), 20);
    await expect(
      withRetry({ delaysMs: [60_000] })(exchange)(request, { signal: controller.signal, messageId: 'uuid:1' }),
    ).rejects.toMatchObject({ code: 'aborted', messageId: 'uuid:1' });
    expect(performance.now() - started).toBeLessThan(16_000);
    expect(sent.length).toBe(1);
    await expect(
      withRetry({ delaysMs: [60_000] })(exchange)(request, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'aborted' });
  });

  it('really waits', async () => {
    const { exchange } = playing(answer(503), answer(200));
    const started = performance.now();
    await withRetry({ delaysMs: [30] })(exchange)(request, { signal: new AbortController().signal });
    expect(performance.now() - started).toBeGreaterThan(25);
  });
});

describe('withObserver', () => {
  function observing(exchange: Exchange, options = {}) {
    const events: ExchangeEvent[] = [];
    let time = 0;
    const layer = withObserver((event) => events.push(event), {
      clock: () => new Date('2026-03-02T09:00:00Z'),
      now: () => (time += 5),
      ...options,
    });
    return { events, observed: layer(exchange) };
  }

  it('tells an answer without anything personal', async () => {
    const { events, observed } = observing(playing(answer(200, {}, '<r>SECRET</r>')).exchange);
    await observed(request, { messageId: 'uuid:1' });
    expect(events).toEqual([
      {
        operation: 'rechercher',
        method: 'POST',
        url: 'https://service.test/lps',
        outcome: 'answered',
        status: 200,
        messageId: 'uuid:1',
        at: '2026-03-02T09:00:00.000Z',
        elapsedMs: 5,
        requestBytes: 4,
        responseBytes: 13,
      },
    ]);
  });

  it('tells a failure and lets it through', async () => {
    const { events, observed } = observing(playing(new WireUnreachableError({ code: 'tls.hostname' })).exchange);
    await expect(observed({ ...request, url: 'nulle part' })).rejects.toMatchObject({ code: 'tls.hostname' });
    expect(events).toMatchObject([{ outcome: 'failed', errorCode: 'tls.hostname', url: '', responseBytes: 0 }]);
    const bug = observing(playing(new TypeError('SECRET')).exchange);
    await expect(bug.observed(request)).rejects.toThrow(TypeError);
    expect(bug.events).toMatchObject([{ outcome: 'failed', errorCode: 'unknown' }]);
    expect(JSON.stringify(bug.events)).not.toContain('SECRET');
  });

  it('adds masked bodies when asked', async () => {
    const { events, observed } = observing(
      playing(
        answer(
          200,
          {},
          '<RESULTAT><CR><CodeCR>00</CodeCR></CR><INDIVIDU><NomNaissance>SECRET</NomNaissance></INDIVIDU></RESULTAT>',
        ),
      ).exchange,
      { includeBodies: true },
    );
    await observed({
      ...request,
      body: new TextEncoder().encode('<RECSANSVITALE><NomNaissance>SECRET</NomNaissance></RECSANSVITALE>'),
    });
    expect(events[0]?.requestBody).toBe('<RECSANSVITALE><NomNaissance>•••</NomNaissance></RECSANSVITALE>');
    expect(events[0]?.responseBody).toBe(
      '<RESULTAT><CR><CodeCR>00</CodeCR></CR><INDIVIDU><NomNaissance>•••</NomNaissance></INDIVIDU></RESULTAT>',
    );
  });

  it('survives an observer that throws', async () => {
    const layer = withObserver(() => {
      throw new Error('observer');
    });
    expect((await layer(playing(answer(204)).exchange)(request)).status).toBe(204);
  });

  it('sees each attempt inside a retry, or the whole outside', async () => {
    const inside: ExchangeEvent[] = [];
    const outside: ExchangeEvent[] = [];
    const { exchange } = playing(answer(503), answer(200));
    await compose(
      exchange,
      withObserver((e) => outside.push(e)),
      retrying().layer,
      withObserver((e) => inside.push(e)),
    )(request);
    expect([outside.map((e) => e.status), inside.map((e) => e.status)]).toEqual([[200], [503, 200]]);
  });
});

describe('maskXml', () => {
  const mask = (xml: string, visible?: string[]) => maskXml(new TextEncoder().encode(xml), visible);

  it('keeps the structure and hides what is not known to be technical', () => {
    expect(
      mask(
        '<s:E xmlns:s="urn:s" Id="SECRET"><wsa:Action xmlns:wsa="urn:w">urn:a&amp;b</wsa:Action>\n<x a="SECRET" Version="1">SECRET<!-- SECRET --></x></s:E>',
      ),
    ).toBe('<s:E Id="•••"><wsa:Action>urn:a&amp;b</wsa:Action><x a="•••" Version="1">•••</x></s:E>');
    expect(mask('<a><b>ok</b></a>', ['b'])).toBe('<a><b>ok</b></a>');
  });

  it('only counts what is not XML', () => {
    expect(mask('<html>SECRET<br></html>')).toBe('[23 octets, not XML]');
    expect(mask('')).toBe('');
  });

  it('hides a matricule even where it should not be', () => {
    expect(mask('<MessageID>uuid:275126322074974</MessageID>')).not.toContain('275126322074974');
  });
});

describe('a time-out of the system', () => {
  const state = { answering: false, withIdentity: true };
  const failed = (syscall: string) => ({ cause: Object.assign(new Error('x'), { code: 'ETIMEDOUT', syscall }) });

  it('is one of the connection only while it is made: what was sent later may have arrived', () => {
    expect(diagnose(new Error('f', failed('connect')), state)).toEqual({ code: 'timeout', phase: 'connect' });
    expect(diagnose(new Error('f', failed('read')), state)).toMatchObject({ code: 'network.reset' });
    expect(diagnose(new Error('f', failed('read')), { ...state, answering: true })).toMatchObject({
      code: 'response.truncated',
    });
  });
});
