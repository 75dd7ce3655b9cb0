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

/** Headers of a stream: no proxy may keep or gather it. */
export const streamHeaders: Readonly<Record<string, string>> = {
  ...common,
  'Content-Type': 'text/event-stream; charset=utf-8',
  'X-Accel-Buffering': 'no',
};
