import type { ByteStream } from '../multipart/stream.js';

/** One request, complete: a transport adds nothing to it but the connection. */
export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  readonly url: string;
  /** Header names as they will be sent. `content-length` and `host` are computed. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** A body that is too large to be held twice; instead of `body`. Opened again for each attempt. */
  readonly stream?: ByteStream;
  /** Official name of the operation, for logs: `rechercherInsAvecTraitsIdentite`. */
  readonly operation: string;
  /** True when sending it twice does no harm: only then may a retry layer repeat it. */
  readonly safeToRepeat: boolean;
}

/** What came back, whatever the status: a status is never thrown. */
export interface WireResponse {
  readonly status: number;
  /** Names in lower case; several values of one name are joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** From the call to the last byte, in milliseconds. */
  readonly elapsedMs: number;
}

export interface CallContext {
  readonly signal?: AbortSignal;
  /** Total time for this call, in milliseconds; overrides the transport's. */
  readonly timeoutMs?: number;
  /** The identifier that support asks for; goes into errors and events. */
  readonly messageId?: string;
}

/** The transport: bytes in, bytes out. The real one, its in-process twin and every layer have this shape. */
export type Exchange = (request: WireRequest, context?: CallContext) => Promise<WireResponse>;

/** Bounds of one exchange of large bodies, in milliseconds and octets. */
export interface StreamContext extends CallContext {
  /** Longest silence while sending or receiving. Default 30 000. `timeoutMs` bounds the whole; default 600 000. */
  readonly stallMs?: number;
  /** From the last octet sent to the first octet received. Default 60 000. */
  readonly firstByteMs?: number;
  readonly maxResponseBytes?: number;
}

/** An answer whose body is still coming. It must be read to its end or left (`break`), so that the connection is given back. */
export interface StreamedResponse {
  readonly status: number;
  /** Names in lower case; several values of one name are joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** Read once. Throws `WireUnreachableError` when the connection breaks or a time-out strikes. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Milliseconds since the call. */
  elapsedMs(): number;
}

/** A transport of large bodies: sent and received chunk by chunk. */
export type StreamExchange = (request: WireRequest, context?: StreamContext) => Promise<StreamedResponse>;

/** Something wrapped around a transport: retry, observation, audit. */
export type Layer = (next: Exchange) => Exchange;

/** A transport that holds connections. */
export interface HttpExchange {
  (request: WireRequest, context?: CallContext): Promise<WireResponse>;
  /** The same connections for large bodies, which are never held whole. */
  stream(request: WireRequest, context?: StreamContext): Promise<StreamedResponse>;
  /** Ends the connections once the exchanges under way are over. */
  close(): Promise<void>;
}
