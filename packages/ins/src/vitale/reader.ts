// The card reader is a port: real ones go through proprietary libraries of the GIE SESAM-Vitale.

import type { VitaleCard } from './card.js';

/** What stands in the reader, compared with the card of the last reading. */
export type VitaleCardState = 'same' | 'different' | 'absent';

/** What the card gives when it signs. */
export interface VitaleSignature {
  /** 8 bytes. */
  readonly value: Uint8Array;
  /** Only on Vitale 1 SCOT. */
  readonly numFabricant?: string;
  /** Only on Vitale 2. */
  readonly cleMere?: string;
}

/** A reader of cartes Vitale. The vendor writes the real one; {@link createSimulatedVitaleReader} is for tests. */
export interface VitaleReader {
  /** Reads the whole card. Rejects when there is none. */
  read(signal?: AbortSignal): Promise<VitaleCard>;
  /** Cheap presence control: is the card of the last reading still there? */
  state(): Promise<VitaleCardState>;
  /** Signs the SHA-256 digest of the canonical `SignedInfo`. Leave it out when the reader cannot sign. */
  sign?(digest: Uint8Array): Promise<VitaleSignature>;
}
