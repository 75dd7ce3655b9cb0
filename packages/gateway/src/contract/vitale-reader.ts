import type { VitaleReading } from './ins.js';

/**
 * The reader of cartes Vitale, as a page uses it. The vendor gives one when the reader is on the workstation; when it is
 * behind the server, `client.ins.vitale.read` is one.
 */
export interface VitaleReader {
  /** Reads the card that is in the reader; refuses with a `GatewayError` (`insi.vitale.absent`, `insi.vitale.unreadable`). */
  read(options?: { readonly signal?: AbortSignal }): Promise<VitaleReading>;
  /** Calls `listener` when a card comes or goes; gives back the function that stops it. */
  watch?(listener: (state: 'absent' | 'inserted') => void): () => void;
}
