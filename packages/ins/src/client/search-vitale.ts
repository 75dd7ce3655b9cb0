// The search by carte Vitale: one call, two assertions, a card that must still be there.

import type { IdentityState } from '@socle-sante/core';
import { InsiInputError, InsiUnsupportedError } from '../insi/errors.js';
import { rechercherInsAvecCarteVitale } from '../insi/operations.js';
import type { VitaleCard } from '../vitale/card.js';
import { vitaleRequest } from '../vitale/mapping.js';
import { createVitaleSession, type VitaleSession } from '../vitale/session.js';
import { type Engine, prepared } from './engine.js';
import { mapTestOid } from './oid-mapping.js';
import { foundResult, type InsiSearchResult } from './results.js';
import { nextDelay } from './retry.js';
import { guardState } from './search-traits.js';
import { abortedError } from './transport-error.js';

/** What a search by carte Vitale takes. */
export interface SearchByVitaleInput {
  /** Position of the patient on the card, from 1: twins share everything else. */
  readonly beneficiaryIndex: number;
  /** The reading that the user saw: another card in the reader is then refused. Default: the last reading. */
  readonly card?: VitaleCard;
  readonly state?: IdentityState;
  readonly signal?: AbortSignal;
  readonly operator?: string;
}

/** The card side of a client. */
export interface VitaleSearcher {
  read(signal?: AbortSignal): Promise<VitaleCard>;
  search(input: SearchByVitaleInput): Promise<InsiSearchResult>;
}

/** Searches by card over an engine. */
export function createVitaleSearcher(engine: Engine): VitaleSearcher {
  const { options, clock, random, authenticator } = engine;
  let session: VitaleSession | undefined;

  const open = (): VitaleSession => {
    if (!options.vitaleReader) {
      throw new InsiInputError({
        code: 'insi.vitale.noReader',
        message: 'The search by carte Vitale needs a reader: give vitaleReader to the client.',
        audience: 'admin',
        userMessage: {
          fr: {
            title: 'Aucun lecteur de carte Vitale',
            action: 'Recherchez par les traits ou contactez votre support',
          },
          en: { title: 'No carte Vitale reader', action: 'Search by traits, or contact your support' },
        },
      });
    }
    session ??= createVitaleSession({
      reader: options.vitaleReader,
      clock,
      random,
      ...(options.signVitale ? { signVitale: options.signVitale } : {}),
    });
    return session;
  };

  return {
    read: async (signal) => prepared(() => open().read(signal), signal),
    async search(input) {
      guardState(input.state);
      if (authenticator.mode !== 'cps' && !options.experimental?.vitaleWithoutCard) {
        throw new InsiUnsupportedError({
          code: 'insi.unsupportedCombination',
          message: `WS_INS1 (carte Vitale) is only known with a professional's card, not in mode "${authenticator.mode}". Search by traits, or set experimental.vitaleWithoutCard if your contract says otherwise.`,
          userMessage: {
            fr: {
              title: 'Recherche par carte Vitale impossible sans carte de professionnel',
              action: 'Utilisez la recherche par traits',
            },
            en: {
              title: 'No search by carte Vitale without a professional’s card',
              action: 'Use the search by traits',
            },
          },
        });
      }
      return search(engine, open(), input);
    },
  };
}

async function search(engine: Engine, session: VitaleSession, input: SearchByVitaleInput): Promise<InsiSearchResult> {
  const { options } = engine;
  const { beneficiaryIndex, card, signal } = input;
  for (let tried = 1; ; tried += 1) {
    let request: ReturnType<typeof vitaleRequest> | undefined;
    let secrets: readonly string[] = [];
    const asked: { nomNaissance?: string; dateNaissance?: string } = {};
    const record = await engine.call({
      operation: rechercherInsAvecCarteVitale.name,
      async prepare({ emetteur, assertions }) {
        const presented = await session.present({
          beneficiaryIndex,
          issuer: emetteur,
          ...(card ? { card } : {}),
          ...(signal ? { signal } : {}),
        });
        request = vitaleRequest(presented.card, presented.beneficiary);
        const { nom, prenom, nomNaissance, dateNaissance } = presented.beneficiary;
        secrets = [nom, prenom, nomNaissance, dateNaissance, presented.card.serial].filter(
          (value) => value !== undefined,
        );
        Object.assign(asked, { nomNaissance: nomNaissance || undefined, dateNaissance: dateNaissance || undefined });
        return { assertions: [...assertions, presented.assertion.xml], couverture: request.couverture };
      },
      encode: (context) => rechercherInsAvecCarteVitale.encode(request?.body ?? {}, context),
      decode: (response, context) => rechercherInsAvecCarteVitale.decode(response, context),
      codeOf: ({ code }) => code,
      sensitive: () => secrets,
      asked,
      ...(input.operator === undefined ? {} : { operator: input.operator }),
      ...(signal ? { signal } : {}),
    });
    if (record.result.ok) {
      const answer = record.result.value;
      if (answer.code === '00') {
        const { reverifyAfterDays, testOidMapping } = options;
        return foundResult(mapTestOid(answer.identity, testOidMapping), {
          attempts: [],
          ...(reverifyAfterDays === undefined ? {} : { reverifyAfterDays }),
        });
      }
      return answer.code === '01'
        ? Object.freeze({ outcome: 'notFound', truncated: false, attempts: [] })
        : Object.freeze({ outcome: 'multiple', next: 'prenoms', truncated: false, attempts: [] });
    }
    const delay = nextDelay(record.result.error, tried, options.retry);
    if (delay === undefined) throw record.result.error;
    await engine.sleep(delay, signal).catch((reason: unknown) => {
      throw abortedError(record.messageId, reason);
    });
  }
}
