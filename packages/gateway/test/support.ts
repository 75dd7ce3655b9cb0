import { createGatewayClient, type GatewayClient, isGatewayError } from '../src/client.js';
import { contract, type OperationId, type UiError } from '../src/contract.js';
import { createDemoGateway, type DemoGateway, type DemoGatewayOptions } from '../src/demo.js';
import type { GatewayFault } from '../src/handlers.js';
import { validInputs } from './inputs.js';

/** A clock that only moves when asked. */
export interface TestClock {
  (): Date;
  advance(ms: number): void;
}

export function testClock(start = '2026-11-16T09:00:00.000Z'): TestClock {
  let at = Date.parse(start);
  const clock = () => new Date(at);
  return Object.assign(clock, {
    advance(ms: number) {
      at += ms;
    },
  });
}

export interface Stage {
  readonly demo: DemoGateway;
  readonly client: GatewayClient;
  readonly clock: TestClock;
  /** Exceptions that were no business answer. */
  readonly faults: GatewayFault[];
}

/** The demonstration and a client over its `fetch`. */
export function stage(options: DemoGatewayOptions = {}): Stage {
  const clock = testClock();
  const faults: GatewayFault[] = [];
  const demo = createDemoGateway({
    seed: 7,
    clock,
    latency: false,
    onFault: (fault) => faults.push(fault),
    ...options,
  });
  const client = createGatewayClient({ baseUrl: '/socle', fetch: demo.fetch });
  return { demo, client, clock, faults };
}

/** The `UiError` that a call rejects with. */
export async function refusal(call: Promise<unknown>): Promise<UiError> {
  try {
    await call;
  } catch (error) {
    if (isGatewayError(error)) return error.error;
    throw error;
  }
  throw new Error('the call was expected to be refused');
}

/** A request as the client sends it. */
export function post(path: string, body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(`http://localhost/socle/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-socle-request': '1', origin: 'http://localhost', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** The request of one operation, with a valid body. */
export function requestOf(
  id: OperationId,
  body: object = validInputs[id],
  headers: Record<string, string> = {},
): Request {
  const { method, path } = contract[id];
  if (method === 'POST') return post(path, body, headers);
  const url = new URL(`http://localhost/socle/v1${path}`);
  for (const [name, value] of Object.entries(body)) url.searchParams.set(name, String(value));
  return new Request(url, { headers });
}

/** The JSON of an answer. */
export async function bodyOf(
  response: Response,
): Promise<{ data?: unknown; meta?: Record<string, unknown>; error?: UiError }> {
  return JSON.parse(await response.text());
}
