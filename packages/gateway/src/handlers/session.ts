import * as z from 'zod/mini';
import { denialReason } from '../contract/error.js';
import type { ActionId, DenialReason, DocumentAction, OperationId } from '../contract.js';

/** Who calls, as the vendor's directory knows it. */
export interface Session {
  /** Opaque key of the user. */
  readonly userRef: string;
  readonly displayName: string;
  /** `medecin`, `secretaire`… as the vendor names its profiles. */
  readonly userKind: string;
  /** May change locked traits. */
  readonly superuser: boolean;
  /** Emergency access is open. */
  readonly emergency?: boolean;
  /** ISO instant after which the session is over. */
  readonly expiresAt?: string;
  /** Last three characters of the national identifier, for the traces. */
  readonly idTail?: string;
}

/** What `authorize` is asked. */
export interface AuthorizationRequest {
  readonly operation: OperationId;
  /** The act within the operation, when the operation has several. */
  readonly action?: ActionId | `document.${DocumentAction}`;
  readonly session: Session;
  /** The record, when the operation names one. */
  readonly patientRef?: string;
}

/** What `authorize` answers. Anything else than `{ allowed: true }` refuses. */
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason?: DenialReason };

/** The vendor's rule. There is no default: a gateway cannot be made without one. */
export type Authorize = (request: AuthorizationRequest) => Decision | Promise<Decision>;

const denied: Decision = { allowed: false, reason: 'profile' };

/** Asks the vendor's rule; an exception or an unreadable answer refuses. */
export async function decide(authorize: Authorize, request: AuthorizationRequest): Promise<Decision> {
  try {
    const decision: unknown = await authorize(request);
    if (typeof decision !== 'object' || decision === null) return denied;
    const { allowed, reason } = decision as { allowed?: unknown; reason?: unknown };
    if (allowed === true) return { allowed: true };
    const known = z.safeParse(denialReason, reason);
    return known.success ? { allowed: false, reason: known.data } : denied;
  } catch {
    return denied;
  }
}
