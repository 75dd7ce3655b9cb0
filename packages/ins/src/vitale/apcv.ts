// The appli carte Vitale gives a certified identity: INSi is then not called at all, and the identity is qualified
// (RNIV 1 v2.0 §4.1, §4.3.1, §4.3.4). The answers of its teleservice are not published: this is the port only.

import type { InsIdentifier, TraitsIns } from '@socle-sante/core';

/** One person of an ApCV context: the holder or a dependant. */
export interface ApcvIdentity {
  readonly ins: InsIdentifier;
  readonly traits: TraitsIns;
  readonly holder: boolean;
}

/** A context opened by the patient's telephone. */
export interface ApcvContext {
  readonly contextId: string;
  readonly identities: readonly ApcvIdentity[];
  /** When the context was read, ISO 8601 UTC. */
  readonly at: string;
}

/**
 * Reads an appli carte Vitale. QR code is the recommended channel, NFC the complementary one. To be written by the vendor
 * from the GIE SESAM-Vitale specification of the ApCV; no implementation and no wire format are supplied here.
 */
export interface ApcvIdentityProvider {
  open(input: {
    readonly channel: 'qr' | 'nfc';
    readonly data: string;
    readonly signal?: AbortSignal;
  }): Promise<ApcvContext>;
  close(contextId: string): Promise<void>;
}
