import { fail } from './failure.js';

/** Octets that the JSON of a request may have. */
export const MAX_BODY = 32 * 1024;
/** Octets that a document may have, when the site sets no limit. */
export const MAX_DOCUMENT = 100 * 1024 * 1024;

/** Reads a JSON body within a cap, whatever `Content-Length` says. Refuses anything that is not a JSON object. */
export async function readJson(request: Request, maxBytes = MAX_BODY): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw fail('gateway.mediaType');
  const declared = Number(request.headers.get('content-length') ?? '0');
  if (declared > maxBytes) throw fail('gateway.tooLarge', { params: { maxBytes } });
  const text = await readText(request, maxBytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fail('gateway.badRequest', { fields: { '': 'json' } });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw fail('gateway.badRequest', { fields: { '': 'object' } });
  }
  return value as Record<string, unknown>;
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  if (!request.body) return '';
  const reader = request.body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      total += value.byteLength;
      if (total > maxBytes) throw fail('gateway.tooLarge', { params: { maxBytes } });
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    if (error instanceof TypeError) throw fail('gateway.badRequest', { fields: { '': 'utf8' } });
    throw error;
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
