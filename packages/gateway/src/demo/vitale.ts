import { VIRTUAL_VITALE_CARDS, type VirtualVitaleCard } from '@socle-sante/sandbox/insi';
import type { VitaleReading } from '../contract.js';
import type { VitaleService } from '../handlers/services.js';
import { demoFault } from './faults.js';
import { callOnce, type DemoWorld } from './insi.js';

/** How long a reading may serve (CNDA 1.02). */
const READING_MS = 20 * 60_000;

/** The reader of the demonstration: put a card in, take it out. */
export interface DemoReader {
  /** Names of the cards: `insi-01`, `01`, `03`, `04`… */
  readonly cards: readonly string[];
  /** Name of the card in the reader. */
  readonly inserted: string | undefined;
  insert(card: string): void;
  remove(): void;
  /** Calls `listener` when a card comes or goes; gives back the function that stops it. */
  watch(listener: (state: 'absent' | 'inserted') => void): () => void;
}

/** A reader, and the service that reads and searches with it. */
export function demoVitale(world: DemoWorld): {
  readonly reader: DemoReader;
  readonly service: Required<VitaleService>;
} {
  let inserted: VirtualVitaleCard | undefined;
  const readings = new Map<string, { readonly serial: string; readonly at: number }>();
  const listeners = new Set<(state: 'absent' | 'inserted') => void>();
  const put = (card: VirtualVitaleCard | undefined) => {
    inserted = card;
    for (const listener of listeners) listener(card ? 'inserted' : 'absent');
  };
  const faultOf = () => {
    const { fault } = world.settings();
    return fault?.service === 'vitale' ? fault.code : undefined;
  };

  const reader: DemoReader = {
    cards: VIRTUAL_VITALE_CARDS.map(({ card }) => card),
    get inserted() {
      return inserted?.card;
    },
    insert: (name) => put(VIRTUAL_VITALE_CARDS.find(({ card }) => card === name)),
    remove: () => put(undefined),
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  const service: Required<VitaleService> = {
    async read({ signal }) {
      await world.think(signal);
      if (!inserted) throw demoFault('absent', world.newId());
      if (faultOf() === 'unreadable') throw demoFault('unreadable', world.newId());
      const readingRef = world.newId();
      readings.set(readingRef, { serial: inserted.serial, at: world.now().getTime() });
      return toReading(inserted, readingRef, world.now());
    },
    async searchByVitale({ readingRef, beneficiaryIndex }, call) {
      const card = stillThere(readingRef);
      const beneficiary = card.beneficiaries[beneficiaryIndex - 1];
      if (!beneficiary) throw demoFault('unreadable', world.newId());
      const { dateNaissance, rangNaissance, prenom } = beneficiary;
      const answer = await callOnce(world, call, { n: 1, max: 1, prenom }, () =>
        world.registry.lookupVitale({ serial: card.serial, dateNaissance, rangNaissance: String(rangNaissance) }),
      );
      if (answer.found) return answer.found;
      return answer.cr === '02' ? { outcome: 'multiple', next: 'prenoms' } : { outcome: 'notFound' };
    },
  };

  /** The same card, read less than 20 minutes ago, or the user reads it again (CNDA 1.02, 1.03). */
  function stillThere(readingRef: string): VirtualVitaleCard {
    const reading = readings.get(readingRef);
    const fault = faultOf();
    if (!reading || fault === 'expired' || world.now().getTime() - reading.at > READING_MS)
      throw demoFault('expired', world.newId());
    if (!inserted) throw demoFault('absent', world.newId());
    if (fault === 'swapped' || inserted.serial !== reading.serial) throw demoFault('swapped', world.newId());
    return inserted;
  }

  return { reader, service };
}

function toReading(card: VirtualVitaleCard, readingRef: string, now: Date): VitaleReading {
  return {
    readingRef,
    readAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + READING_MS).toISOString(),
    // The test set numbers some twins alike: here each person has a place of its own.
    beneficiaries: card.beneficiaries.map(({ nom, prenom, dateNaissance, rangNaissance }, index) => ({
      index: index + 1,
      name: nom,
      firstName: prenom,
      birthDate: dateNaissance,
      rank: rangNaissance,
    })),
  };
}
