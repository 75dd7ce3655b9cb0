// The two operations of the WSDL, each in three steps that can be used alone: log, queue or replay between them.

import { type Finding, finding, hasErrors, parseDateLunaire, under, validateMatricule } from '@socle-sante/core';
import type { WireRequest, WireResponse } from '@socle-sante/wire';
import { decodeInsiAnswer, type InsiAnswer } from './answer.js';
import { type RecSansVitale, type RecVitale, recSansVitale, recVitale } from './bodies.js';
import { InsiInputError } from './errors.js';
import type { InsiAnswerContext } from './fault.js';
import { type InsiOperationName, insiAction } from './namespaces.js';
import { encodeInsiRequest, type InsiCallContext } from './request.js';
import { validateRecSansVitale } from './traits.js';

/** An operation of the teleservice: it knows nothing of sockets. */
export interface InsiOperation<In> {
  readonly name: InsiOperationName;
  /** Checks the input; never throws. */
  validate(input: In): readonly Finding[];
  /** @throws InsiInputError when {@link validate} finds an error. */
  encode(input: In, context: InsiCallContext): WireRequest;
  /** @throws the errors of {@link decodeInsiAnswer}. */
  decode(response: WireResponse, context?: InsiAnswerContext): InsiAnswer;
}

/** WS_INS2, search by traits: one `Prenom`, values already in the lexical profile. WSDL DESIR_ICIR_EXP_1.5.0. */
export const rechercherInsAvecTraitsIdentite: InsiOperation<RecSansVitale> = operation(
  'rechercherInsAvecTraitsIdentite',
  validateRecSansVitale,
  recSansVitale,
);

/**
 * WS_INS1, search by carte Vitale. The call context carries the PS assertion, then the Vitale assertion, and the
 * coverage of the card in the BAM context. WSDL DESIR_ICIR_EXP_1.5.0.
 */
export const rechercherInsAvecCarteVitale: InsiOperation<RecVitale> = operation(
  'rechercherInsAvecCarteVitale',
  validateRecVitale,
  recVitale,
);

/** Checks what a card gave: rules `insi.vitale.matricule` (form or key), `insi.vitale.vide`, and those of dates. */
export function validateRecVitale(input: RecVitale): Finding[] {
  const findings: Finding[] = [];
  for (const field of ['matriculeIndividu', 'matriculeOD'] as const) {
    const value = input[field];
    if (!value) continue;
    // The form of ROOT_ctxbam_CTXBAM_V01_02.xsd, then the key.
    const fits = /^[0-9]{6}[0-9AB][0-9]{6}$/.test(value.numIdentifiant) && /^[0-9]{2}$/.test(value.cle);
    if (!fits || hasErrors(validateMatricule(value.numIdentifiant + value.cle))) {
      findings.push(finding('insi.vitale.matricule', 'error', [field]));
    }
  }
  if (!input.matriculeIndividu && !input.matriculeOD)
    findings.push(finding('insi.vitale.vide', 'error', ['matriculeOD']));
  if (input.dateNaissance !== undefined) {
    findings.push(...under(['dateNaissance'], parseDateLunaire(input.dateNaissance).findings));
  }
  if (input.rangNaissance !== undefined && !/^[0-9]{1,2}$/.test(input.rangNaissance)) {
    findings.push(finding('insi.vitale.rang', 'error', ['rangNaissance']));
  }
  return findings;
}

function operation<In>(
  name: InsiOperationName,
  validate: (input: In) => Finding[],
  body: (input: In) => Parameters<typeof encodeInsiRequest>[0]['body'],
): InsiOperation<In> {
  return Object.freeze({
    name,
    validate,
    encode(input: In, context: InsiCallContext): WireRequest {
      const findings = validate(input);
      if (hasErrors(findings)) {
        throw new InsiInputError({
          code: 'insi.input.traits',
          message: 'What would be sent to INSi breaks its lexical profile: see findings.',
          findings,
        });
      }
      return encodeInsiRequest({ operation: name, action: insiAction(name), body: body(input) }, context);
    },
    decode(response: WireResponse, context: InsiAnswerContext = {}): InsiAnswer {
      return decodeInsiAnswer(response, { ...context, operation: name });
    },
  });
}
