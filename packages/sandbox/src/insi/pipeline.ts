import type { TestPki } from '../pki.js';
import { individualOf, LIBELLES } from './answers.js';
import { readTraitsBody, readVitaleBody } from './bodies.js';
import { type Contexts, checkContexts, checkIdam } from './contexts.js';
import { named, textOf } from './element.js';
import {
  bodyFits,
  chooseOperation,
  headersNamed,
  type Message,
  refuseUnknownMandatoryHeaders,
  requireMessageId,
} from './envelope.js';
import { OFFICIAL_FAULTS, refuse } from './faults.js';
import { createSeenSet, type LogDraft } from './log.js';
import { type InsiOperation, NS } from './namespaces.js';
import { checkPsAssertion, isVitale, nameIdOf, refuseAssertions, splitAssertions } from './ps-assertion.js';
import type { InsiRegistry, LookupResult } from './registry.js';
import type { Decision } from './scenarios.js';
import { checkVitaleAssertion, refuseSwappedCard } from './vitale-assertion.js';
import type { VirtualVitaleCard } from './vitale-cards.js';
import type { XmlReader } from './xml-reader.js';

interface PipelineDependencies {
  readonly pki: TestPki;
  readonly reader: XmlReader;
  readonly registry: () => InsiRegistry;
  readonly idam: readonly string[];
  readonly maxSkewMinutes: number | undefined;
  readonly futureSeconds: number;
  readonly assertionMaxAgeSeconds: number;
  readonly vitaleMaxAgeSeconds: number;
  readonly refuseReplay: boolean;
  readonly refuseAssertionReuse: boolean;
}

/** What is known of a call besides its message. */
interface Call {
  readonly listener: 'tlsm' | 'cpx';
  readonly now: Date;
  /** `action` parameter of the Content-Type. */
  readonly contentTypeAction: string | undefined;
  /** OU of the client certificate, in mutual TLS. */
  readonly structureId: string | undefined;
}

interface Pipeline {
  /** Checks 4 to 11, in order; throws `Refused`. Fills the log as it goes. */
  decide(message: Message, call: Call, draft: LogDraft): Decision;
  /** Forgets the identifiers seen. */
  reset(): void;
}

export function createPipeline(deps: PipelineDependencies): Pipeline {
  const messageIds = createSeenSet();
  const contextIds = createSeenSet();
  const assertionIds = createSeenSet();

  function decide(message: Message, call: Call, draft: LogDraft): Decision {
    const operation = chooseOperation(message, call.contentTypeAction);
    draft.operation = operation;
    draft.messageId = requireMessageId(message);
    if (messageIds.check(draft.messageId)) {
      if (deps.refuseReplay) throw refuse('sim_messageid_replay');
      draft.warnings.push('messageid-replay');
    }
    refuseUnknownMandatoryHeaders(message);
    const expectedEmetteur = call.listener === 'tlsm' ? call.structureId : claimedPsId(message);
    const contexts = checkContexts(message, { now: call.now, maxSkewMinutes: deps.maxSkewMinutes, expectedEmetteur });
    warnAboutContextIds(contexts, draft);
    checkIdam(contexts, deps.idam);
    const card = checkAssertions(message, call, operation, contexts);
    if (!bodyFits(message, operation)) throw refuse('sim_body_schema', `corps inattendu pour ${operation}`);
    const result = card
      ? deps.registry().lookupVitale({ serial: card.serial, ...readVitaleBody(message.body) })
      : lookupTraits(message, draft);
    return decisionOf(result);
  }

  /** NameID of the PS assertion as claimed, only to compare it with Emetteur; check 8 decides whether it is genuine. */
  function claimedPsId(message: Message): string | undefined {
    const security = headersNamed(message, NS.wsse, 'Security')[0];
    const assertions = security ? named(security, NS.saml, 'Assertion') : [];
    return textOf(nameIdOf(assertions.find((assertion) => !isVitale(assertion))));
  }

  function warnAboutContextIds(contexts: Contexts, draft: LogDraft): void {
    if (contexts.bamId === contexts.lpsId) draft.warnings.push('context-ids-equal');
    const reused = [contextIds.check(contexts.bamId), contextIds.check(contexts.lpsId)].some(Boolean);
    if (reused && contexts.bamId !== contexts.lpsId) draft.warnings.push('context-id-reused');
  }

  /** Checks 8 and 9. Answers the virtual card of a WS_INS1 call. */
  function checkAssertions(
    message: Message,
    { listener, now }: Call,
    operation: InsiOperation,
    contexts: Contexts,
  ): VirtualVitaleCard | undefined {
    if (listener === 'tlsm') {
      refuseAssertions(message);
      if (operation === 'rechercherInsAvecCarteVitale') throw refuse('sim_vitale_mode');
      return undefined;
    }
    const { ps, vitale } = splitAssertions(message, operation);
    const accepted = checkPsAssertion(message, ps, {
      now,
      pki: deps.pki,
      reader: deps.reader,
      maxAgeSeconds: deps.assertionMaxAgeSeconds,
      futureSeconds: deps.futureSeconds,
    });
    if (assertionIds.check(accepted.assertionId) && deps.refuseAssertionReuse) throw refuse('sim_assertion_replay');
    if (!vitale) return undefined;
    const card = checkVitaleAssertion(vitale, {
      now,
      maxAgeSeconds: deps.vitaleMaxAgeSeconds,
      futureSeconds: deps.futureSeconds,
      psId: accepted.nameId,
    });
    refuseSwappedCard(card, contexts.bam, message.body);
    return card;
  }

  function lookupTraits(message: Message, draft: LogDraft): LookupResult {
    const { prenomCount, ...query } = readTraitsBody(message.body, deps.registry().mode);
    if (prenomCount > 1) draft.warnings.push('several-prenom-elements');
    return deps.registry().lookup(query);
  }

  function decisionOf(result: LookupResult): Decision {
    if (result.kind === 'fault') {
      return {
        kind: 'fault',
        fault: result.code === 'insi_101' ? OFFICIAL_FAULTS.technicalVitale : OFFICIAL_FAULTS.technicalTraits,
      };
    }
    const individual = result.code === '00' ? individualOf(result.person, result.canned) : undefined;
    return {
      kind: 'result',
      answer: { code: result.code, libelle: LIBELLES[result.code], ...(individual ? { individual } : {}) },
      style: result.canned ? 'cnda' : 'live',
    };
  }

  return {
    decide,
    reset() {
      for (const seen of [messageIds, contextIds, assertionIds]) seen.clear();
    },
  };
}
