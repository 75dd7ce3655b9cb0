import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';

/** What can be asked of a running sandbox from another process. */
export interface ControlActions {
  readonly status: () => unknown;
  readonly log: () => unknown;
  /** `records`: those of the beginning again. */
  readonly reset: (records: boolean) => unknown | Promise<unknown>;
  readonly scenario: (name: string | undefined, times: number | undefined) => unknown;
  readonly stop: () => void;
}

export interface Control {
  readonly url: string;
  readonly token: string;
  close(): Promise<void>;
}

const MAX_BODY = 64 * 1024;
const ResetBody = z.object({ records: z.boolean().optional() });
const ScenarioBody = z.object({ name: z.string().optional(), times: z.int().positive().optional() });

function authorised(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from((request.headers.authorization ?? '').replace(/^Bearer /, ''));
  const wanted = Buffer.from(token);
  return given.byteLength === wanted.byteLength && timingSafeEqual(given, wanted);
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > MAX_BODY) throw new Error('body too large');
    chunks.push(bytes);
  }
  return size === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

async function answer(actions: ControlActions, request: IncomingMessage): Promise<{ status: number; value: unknown }> {
  const route = `${request.method} ${request.url}`;
  switch (route) {
    case 'GET /status':
      return { status: 200, value: actions.status() };
    case 'GET /log':
      return { status: 200, value: actions.log() };
    case 'POST /reset': {
      const { records } = ResetBody.parse(await readBody(request));
      return { status: 200, value: (await actions.reset(records ?? false)) ?? {} };
    }
    case 'POST /scenario': {
      const { name, times } = ScenarioBody.parse(await readBody(request));
      return { status: 200, value: actions.scenario(name, times) ?? {} };
    }
    case 'POST /stop':
      actions.stop();
      return { status: 202, value: {} };
    default:
      return { status: 404, value: { error: 'unknown' } };
  }
}

/** A door on loopback for `socle sandbox stop | status | reset | log`, opened with a token kept in the state folder. */
export async function openControl(actions: ControlActions): Promise<Control> {
  const token = randomBytes(24).toString('base64url');
  const server: Server = createServer((request, response) => {
    const send = (status: number, value: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    };
    if (!authorised(request, token)) {
      send(401, { error: 'token' });
      return;
    }
    answer(actions, request).then(
      ({ status, value }) => send(status, value),
      () => send(400, { error: 'request' }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
