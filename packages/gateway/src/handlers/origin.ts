import { REQUEST_HEADER } from '../contract.js';
import { fail } from './failure.js';

/** Where pages of this gateway may live. */
export interface OriginRule {
  /** Public origins (`https://cabinet.example`). Without them, the origin of the request's own URL. */
  readonly origins?: readonly string[];
  /** Reads the origin of a request. Default: the `Origin` header. In a page, where `Origin` is added by the network only, the demo replaces it. */
  readonly originOf?: (request: Request) => string | null;
}

/**
 * Refuses what another site may have made the browser send. Every `POST` carries `X-Socle-Request: 1` (a form cannot set
 * it, a script of another site needs a CORS answer that is never given); a write also needs an `Origin` of ours, and a
 * read refuses a foreign one.
 */
export function checkOrigin(request: Request, effect: 'read' | 'write', rule: OriginRule): void {
  if (request.method !== 'POST') return;
  if (request.headers.get(REQUEST_HEADER) !== '1') throw fail('gateway.csrf', { params: { header: REQUEST_HEADER } });
  const origin = rule.originOf ? rule.originOf(request) : request.headers.get('origin');
  if (origin === null) {
    if (effect === 'write') throw fail('gateway.csrf', { params: { header: 'Origin' } });
    return;
  }
  const ours = rule.origins ?? [new URL(request.url).origin];
  if (!ours.includes(origin)) throw fail('gateway.csrf', { params: { header: 'Origin' } });
}
