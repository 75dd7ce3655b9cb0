import { CONTRACT_HEADER, CONTRACT_VERSION, type UiError } from '../contract.js';

const common: Readonly<Record<string, string>> = {
  [CONTRACT_HEADER]: CONTRACT_VERSION,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** A JSON answer that is never cached. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return jsonText(status, JSON.stringify(body), headers);
}

/** The same, from a text that is JSON already. */
export function jsonText(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, {
    status,
    headers: { ...common, 'Content-Type': 'application/json; charset=utf-8', ...headers },
  });
}

/** `{ error }` with its status. */
export function errorResponse(error: UiError, status: number): Response {
  const wait: Record<string, string> =
    error.retryAfterS === undefined ? {} : { 'Retry-After': String(Math.ceil(error.retryAfterS)) };
  return json(status, { error }, wait);
}

/** A file to download. */
export function csv(text: string, fileName: string): Response {
  return new Response(text, {
    status: 200,
    headers: {
      ...common,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
    },
  });
}

/** A document to download or to show in a frame of the page: never as a page of its own. */
export function file(bytes: Uint8Array<ArrayBuffer>, mediaType: string, fileName: string): Response {
  return new Response(bytes, {
    status: 200,
    headers: {
      ...common,
      'Content-Type': mediaType,
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  });
}

/** Sends the browser elsewhere, without telling where it came from. */
export function redirect(url: string): Response {
  return new Response(null, { status: 302, headers: { ...common, Location: url } });
}

/** Headers of a stream: no proxy may keep or gather it. */
export const streamHeaders: Readonly<Record<string, string>> = {
  ...common,
  'Content-Type': 'text/event-stream; charset=utf-8',
  'X-Accel-Buffering': 'no',
};
