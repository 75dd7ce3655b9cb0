import type { Consultations } from './consultations.js';
import type { SubmissionQueue } from './deposit/queue.js';
import type { DocumentCache } from './document-cache.js';
import type { EventBus } from './event-bus.js';
import type { Sealer } from './sealer.js';

/** What one gateway keeps in its process between two calls. None of it is needed for an answer to be right. */
export interface GatewayState {
  readonly sealer: Sealer;
  readonly events: EventBus;
  readonly consultations: Consultations;
  readonly documents: DocumentCache;
  readonly queue: SubmissionQueue;
}
