import type { InsiTrigger } from '../preflight.js';

/**
 * The trace of one call that reached the transport (RNIV: who, when, by which method). MessageID and date also feed HL7v2
 * ZFD-6 and the fr-core `dateInterrogationINSi`. It holds no trait and no matricule.
 */
export interface InsiAuditEvent {
  readonly kind: 'insi.call';
  readonly messageId: string;
  /** When the call was sent, ISO 8601 UTC. */
  readonly at: string;
  /** Official name of the operation. */
  readonly operation: string;
  readonly environment: string;
  readonly trigger: InsiTrigger;
  /** Who asked, as the caller names its users. */
  readonly operator?: string;
  /** CodeCR, else the official code of the fault, else the code of the error. */
  readonly code: string;
  readonly outcome: 'answered' | 'failed';
  readonly httpStatus?: number;
  readonly durationMs: number;
}
