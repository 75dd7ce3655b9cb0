import { normalizeVitaleSerial, type VitaleCard } from './card.js';
import type { VitaleCardState, VitaleReader, VitaleSignature } from './reader.js';

/** A reader without hardware: put a card in, take it out, swap it. */
export interface SimulatedVitaleReader extends VitaleReader {
  /** Puts a card in; one that was there is taken out first. */
  insert(card: VitaleCard): void;
  remove(): void;
  /** How many whole readings were made. */
  readonly readings: number;
}

/** Options of {@link createSimulatedVitaleReader}. */
export interface SimulatedVitaleOptions {
  readonly card?: VitaleCard;
  /** False: a reader that cannot sign. Default true. */
  readonly canSign?: boolean;
}

/**
 * A carte Vitale reader for tests and demonstrations. Its "signature" is 8 bytes derived from the digest and the serial
 * number: it has the shape of the real one and proves nothing.
 */
export function createSimulatedVitaleReader(options: SimulatedVitaleOptions = {}): SimulatedVitaleReader {
  let inserted = options.card;
  let lastRead: string | undefined;
  let readings = 0;

  const sign = async (digest: Uint8Array): Promise<VitaleSignature> => {
    if (!inserted) throw new Error('No carte Vitale in the simulated reader.');
    const value = standInSignature(digest, normalizeVitaleSerial(inserted.serial));
    if (inserted.type === 'V1SCOT') return { value, numFabricant: '00000001' };
    return inserted.type === 'V2' ? { value, cleMere: '01' } : { value };
  };

  return {
    get readings() {
      return readings;
    },
    insert(card) {
      inserted = card;
    },
    remove() {
      inserted = undefined;
    },
    async read() {
      if (!inserted) throw new Error('No carte Vitale in the simulated reader.');
      readings += 1;
      lastRead = inserted.serial;
      return inserted;
    },
    async state(): Promise<VitaleCardState> {
      if (!inserted) return 'absent';
      return inserted.serial === lastRead ? 'same' : 'different';
    },
    ...(options.canSign === false ? {} : { sign }),
  };
}

function standInSignature(digest: Uint8Array, serial: string): Uint8Array {
  const value = new Uint8Array(8);
  digest.forEach((byte, index) => {
    const at = index % 8;
    const digit = serial.charCodeAt(index % serial.length);
    value[at] = ((value[at] ?? 0) * 31 + byte + digit) & 0xff;
  });
  return value;
}
