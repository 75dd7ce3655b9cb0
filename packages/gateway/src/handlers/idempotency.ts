import { fail } from './failure.js';
import type { TransientStore } from './ports.js';
import { jsonText } from './respond.js';

const TTL_MS = 24 * 60 * 60 * 1000;
/** A write that died holds its key no longer than this. */
const PENDING_MS = 60_000;
const KEY = /^[A-Za-z0-9_-]{8,128}$/;

interface Kept {
  readonly print: string;
  readonly status?: number;
  readonly body?: string;
}

/**
 * Gives a write its first answer again when the same user sends the same key with the same body. Another body under the
 * same key, or a second request while the first one runs, is refused. Answers that change nothing (4xx, 5xx) are not kept:
 * the user corrects and tries again.
 */
export async function once(
  store: TransientStore,
  scope: { readonly key: string | null; readonly userRef: string; readonly operation: string; readonly body: unknown },
  perform: () => Promise<Response>,
): Promise<Response> {
  if (scope.key === null) return perform();
  if (!KEY.test(scope.key)) throw fail('gateway.badRequest', { fields: { 'Idempotency-Key': 'format' } });
  const key = `idempotency:${scope.operation}:${scope.userRef}:${scope.key}`;
  const print = fingerprint(JSON.stringify(scope.body));
  const pending: Kept = { print };
  if (!(await store.set(key, JSON.stringify(pending), PENDING_MS, { onlyIfAbsent: true }))) {
    return replay(await store.get(key), print);
  }
  let response: Response;
  try {
    response = await perform();
  } catch (error) {
    await store.delete(key);
    throw error;
  }
  if (!response.ok) {
    await store.delete(key);
    return response;
  }
  const body = await response.clone().text();
  const kept: Kept = { print, status: response.status, body };
  await store.set(key, JSON.stringify(kept), TTL_MS);
  return response;
}

function replay(stored: string | undefined, print: string): Response {
  const kept = stored === undefined ? undefined : (JSON.parse(stored) as Kept);
  if (kept === undefined) throw fail('gateway.busy', { retryAfterS: 1 });
  if (kept.print !== print) throw fail('gateway.idempotency');
  if (kept.status === undefined || kept.body === undefined) throw fail('gateway.busy', { retryAfterS: 1 });
  return jsonText(kept.status, kept.body, { 'Idempotency-Replayed': 'true' });
}

/** Tells two bodies of one user apart (cyrb53). Not a security measure: the key is scoped to its user. */
function fingerprint(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return `${(4294967296 * (2097151 & b) + (a >>> 0)).toString(36)}-${text.length}`;
}
