import { SocleArgumentError } from '@socle-sante/core/error';
import { uuidV4 } from '@socle-sante/core/uuid';
import type { InsiClient } from '@socle-sante/ins';
import type { VitaleReading } from '../contract.js';
import type { VitaleService } from '../handlers/services.js';
import { toServiceResult } from './insi-service.js';

type VitaleClient = Pick<InsiClient, 'readVitale' | 'searchByVitale'>;
type Card = Awaited<ReturnType<VitaleClient['readVitale']>>;

/** How long a reading may serve (CNDA 1.02). */
const READING_MS = 20 * 60_000;
const KEPT = 200;

/**
 * INSi by carte Vitale over the real client, when its reader is on the server. A reading is kept here, for 20 minutes: the
 * page only holds its reference, and the client refuses another card (CNDA 1.03).
 */
export function vitaleService(
  client: VitaleClient,
  options: { readonly clock?: () => Date; readonly newId?: () => string } = {},
): Required<VitaleService> {
  const now = () => (options.clock?.() ?? new Date()).getTime();
  const newId = options.newId ?? (() => uuidV4());
  const readings = new Map<string, { readonly card: Card; readonly at: number; readonly operator: string }>();

  return {
    async read({ signal, operator }) {
      const card = await client.readVitale({ signal });
      const readingRef = newId();
      const at = now();
      for (const [ref, kept] of readings) if (at - kept.at >= READING_MS) readings.delete(ref);
      readings.set(readingRef, { card, at, operator });
      const oldest = readings.size > KEPT ? readings.keys().next().value : undefined;
      if (oldest !== undefined) readings.delete(oldest);
      return toReading(card, readingRef, at);
    },
    async searchByVitale({ readingRef, beneficiaryIndex, state }, { signal, operator }) {
      const reading = readings.get(readingRef);
      // A reading is for the one who asked for it.
      if (reading?.operator !== operator || now() - reading.at >= READING_MS) {
        if (reading?.operator === operator) readings.delete(readingRef);
        throw new SocleArgumentError({
          code: 'insi.vitale.expired',
          service: 'insi',
          audience: 'user',
          message: 'The reading of the carte Vitale is older than 20 minutes: read the card again.',
        });
      }
      return toServiceResult(
        await client.searchByVitale({ beneficiaryIndex, card: reading.card, state, signal, operator }),
      );
    },
  };
}

function toReading(card: Card, readingRef: string, at: number): VitaleReading {
  return {
    readingRef,
    readAt: new Date(at).toISOString(),
    expiresAt: new Date(at + READING_MS).toISOString(),
    beneficiaries: card.beneficiaries.map(({ index, nom, prenom, dateNaissance, rangNaissance }) => ({
      index,
      name: nom ?? '',
      firstName: prenom ?? '',
      birthDate: dateNaissance ?? '',
      rank: rangNaissance ?? 1,
    })),
  };
}
