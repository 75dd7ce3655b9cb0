import type { DmpServiceName } from './namespaces.js';

/** A request as the service sees it, wherever it came from. */
export interface DmpHttpRequest {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Read once, chunk by chunk. */
  readonly body: AsyncIterable<Uint8Array>;
  /** DER of the certificate that the client presented. */
  readonly clientCertificate?: Uint8Array;
}

/** An answer, and how to deliver it. */
export interface DmpHttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array>;
  /** Octets of the body. */
  readonly length: number;
  /** Wait this long before the first octet. */
  readonly delayMs?: number;
  /** Never answer: the connection stays open until somebody closes it. */
  readonly hang?: true;
  /** Break the connection once this part of the body (0 to 1) is sent. */
  readonly resetAfter?: number;
  /** Send the body in this many pieces, with a pause between them. */
  readonly slow?: { readonly pieces: number; readonly pauseMs: number };
}

/** Path of the services. */
export const DMP_BASE_PATH = '/si-dmp-server/v2/services';

export function serviceOfPath(path: string, services: readonly DmpServiceName[]): DmpServiceName | undefined {
  return services.find((name) => path === `${DMP_BASE_PATH}/${name}`);
}

export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A response whose body is known. */
export function bytesResponse(
  status: number,
  headers: Readonly<Record<string, string>>,
  bytes: Uint8Array,
): DmpHttpResponse {
  return { status, headers, body: once(bytes), length: bytes.length };
}

/** The first half of a body whose length is announced, the first octets of another. */
export async function readHalf({ body, headers }: DmpHttpRequest): Promise<void> {
  const half = Number(headers['content-length'] ?? 0) / 2;
  let read = 0;
  for await (const chunk of body) {
    read += chunk.length;
    if (read >= half) return;
  }
}
