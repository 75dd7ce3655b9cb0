import { createGatewayClient, type GatewayClient } from '@socle-sante/gateway/client';

/** One request that waits for its answer. */
export interface HeldCall {
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly aborted: boolean;
  answer(data: unknown): void;
  bytes(content: Uint8Array<ArrayBuffer>, mediaType: string): void;
  fail(): void;
}

/** A client whose requests wait until the test answers them, in the order that it likes. */
export interface HeldClient {
  readonly client: GatewayClient;
  readonly calls: readonly HeldCall[];
  /** The last request of an operation. Throws when there is none yet. */
  last(path: string): HeldCall;
}

async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  if (request.method !== 'POST') return {};
  const multipart = request.headers.get('content-type')?.startsWith('multipart/') ?? false;
  const part = multipart ? (await request.clone().formData()).get('input') : undefined;
  const text = part instanceof Blob ? await part.text() : await request.clone().text();
  return JSON.parse(text) as Record<string, unknown>;
}

export function heldClient(): HeldClient {
  const calls: HeldCall[] = [];
  const client = createGatewayClient({
    baseUrl: 'https://held.invalid/socle',
    fetch: async (request) => {
      const path = new URL(request.url).pathname.replace(/^.*\/v1/, '');
      const body = await bodyOf(request);
      return new Promise<Response>((resolve, reject) => {
        request.signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        calls.push({
          path,
          body,
          get aborted() {
            return request.signal.aborted;
          },
          answer: (data) => {
            const meta = { at: '2026-11-21T09:00:00Z', source: 'local', environment: 'simulator' };
            resolve(Response.json({ data, meta }));
          },
          bytes: (content, mediaType) =>
            resolve(
              new Response(content, { headers: { 'Content-Type': mediaType, 'Content-Disposition': 'attachment' } }),
            ),
          fail: () => reject(new TypeError('no network')),
        });
      });
    },
  });
  return {
    client,
    calls,
    last: (path) => {
      const found = calls.findLast((call) => call.path === path);
      if (!found) throw new Error(`no request to ${path}`);
      return found;
    },
  };
}
