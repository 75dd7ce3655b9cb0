// One card in one reader, from its reading to the call: presence, swap, and age (CNDA tests 1.01 to 1.03).

import type { Clock, RandomBytes } from '@socle-sante/core';
import { buildVitaleAssertion, type SignVitale, type VitaleAssertion } from '../assertions/vitale.js';
import { InsiInputError } from '../insi/errors.js';
import { findBeneficiary, sameBeneficiary, type VitaleBeneficiary, type VitaleCard } from './card.js';
import type { VitaleReader } from './reader.js';

/** An assertion older than this is obsolete, and so is the reading of the card (CNDA test 1.02). */
export const VITALE_MAX_AGE_SECONDS = 20 * 60;

/** What {@link createVitaleSession} takes. */
export interface VitaleSessionOptions {
  readonly reader: VitaleReader;
  readonly clock: Clock;
  readonly random?: RandomBytes;
  readonly signVitale?: SignVitale;
  /** How long a reading and its assertion may serve; at most, and by default, {@link VITALE_MAX_AGE_SECONDS}. */
  readonly maxAgeSeconds?: number;
}

/** A card that was checked just now, with the assertion to send. */
export interface VitalePresented {
  readonly card: VitaleCard;
  readonly beneficiary: VitaleBeneficiary;
  readonly assertion: VitaleAssertion;
}

/** The card in the reader. */
export interface VitaleSession {
  /** Reads the card, to show its beneficiaries. */
  read(signal?: AbortSignal): Promise<VitaleCard>;
  /**
   * The card and the beneficiary to send, after the control of presence.
   * @throws InsiInputError `insi.vitale.absent`, `insi.vitale.swapped`, `insi.vitale.unreadable`, `insi.input.vitale`.
   */
  present(input: {
    readonly beneficiaryIndex: number;
    /** The reading that the user saw; the last one by default. */
    readonly card?: VitaleCard;
    readonly issuer: string;
    readonly signal?: AbortSignal;
  }): Promise<VitalePresented>;
}

/** Opens a session over a reader. */
export function createVitaleSession(options: VitaleSessionOptions): VitaleSession {
  const { reader, clock } = options;
  const maxAge = Math.min(options.maxAgeSeconds ?? VITALE_MAX_AGE_SECONDS, VITALE_MAX_AGE_SECONDS) * 1000;
  let last: { readonly card: VitaleCard; readonly at: number } | undefined;
  let kept:
    | {
        readonly card: VitaleCard;
        readonly index: number;
        readonly issuer: string;
        readonly assertion: VitaleAssertion;
      }
    | undefined;

  const fresh = (at: number): boolean => {
    const age = clock().getTime() - at;
    return age >= 0 && age < maxAge;
  };

  const read = async (signal?: AbortSignal): Promise<VitaleCard> => {
    kept = undefined;
    last = undefined;
    try {
      const card = await reader.read(signal);
      last = { card, at: clock().getTime() };
      return card;
    } catch (cause) {
      throw vitaleError('insi.vitale.unreadable', cause);
    }
  };

  const check = async (): Promise<void> => {
    const state = await reader.state().catch((cause: unknown) => {
      throw vitaleError('insi.vitale.unreadable', cause);
    });
    if (state === 'same') return;
    kept = undefined;
    last = undefined;
    throw vitaleError(state === 'absent' ? 'insi.vitale.absent' : 'insi.vitale.swapped');
  };

  return {
    read,
    async present({ beneficiaryIndex, card: seen, issuer, signal }) {
      const shown = seen ?? last?.card ?? (await read(signal));
      if (last) await check();
      if (!last || !fresh(last.at)) await read(signal);
      const card = last?.card ?? shown;
      const beneficiary = findBeneficiary(card, beneficiaryIndex);
      if (!findBeneficiary(shown, beneficiaryIndex)) throw vitaleError('insi.input.vitale');
      if (!beneficiary || !sameBeneficiary(shown, card, beneficiaryIndex)) throw vitaleError('insi.vitale.swapped');
      const ready = kept;
      if (
        ready?.card === card &&
        ready.index === beneficiaryIndex &&
        ready.issuer === issuer &&
        fresh(ready.assertion.issuedAt.getTime())
      ) {
        return { card, beneficiary, assertion: ready.assertion };
      }
      const assertion = await buildVitaleAssertion({ ...options, card, issuer });
      await check();
      kept = { card, index: beneficiaryIndex, issuer, assertion };
      return { card, beneficiary, assertion };
    },
  };
}

type VitaleErrorCode = 'insi.vitale.absent' | 'insi.vitale.swapped' | 'insi.vitale.unreadable' | 'insi.input.vitale';

const TEXTS = {
  'insi.vitale.absent': {
    message: 'No carte Vitale in the reader.',
    fr: { title: 'Carte Vitale absente', action: 'Insérez la carte Vitale puis relisez-la' },
    en: { title: 'No carte Vitale', action: 'Insert the carte Vitale, then read it again' },
  },
  'insi.vitale.swapped': {
    message: 'The carte Vitale is not the one that was read: nothing was sent.',
    fr: { title: 'La carte Vitale a changé', action: 'Relisez la carte et choisissez de nouveau le bénéficiaire' },
    en: { title: 'The carte Vitale was changed', action: 'Read the card again and choose the beneficiary again' },
  },
  'insi.vitale.unreadable': {
    message: 'The carte Vitale could not be read.',
    fr: { title: 'Carte Vitale illisible', action: 'Vérifiez la carte et le lecteur, ou recherchez par les traits' },
    en: { title: 'Unreadable carte Vitale', action: 'Check the card and the reader, or search by traits' },
  },
  'insi.input.vitale': {
    message: 'Not exactly one beneficiary has that index on the carte Vitale.',
    fr: { title: 'Bénéficiaire introuvable sur la carte', action: 'Choisissez un bénéficiaire de la carte lue' },
    en: { title: 'Beneficiary not on the card', action: 'Choose a beneficiary of the card that was read' },
  },
} as const;

function vitaleError(code: VitaleErrorCode, cause?: unknown): InsiInputError {
  const { message, fr, en } = TEXTS[code];
  return new InsiInputError({ code, message, userMessage: { fr, en }, ...(cause === undefined ? {} : { cause }) });
}
