// A SOAP fault of the service becomes one of the errors. Read by namespace: prefixes, languages and letter case drift.

import { type Audience, type Locale, redact, type UserText } from '@socle-sante/core';
import { faultReason, type SoapFault } from '@socle-sante/wire/soap';
import { attribute, text } from '@socle-sante/wire/xml';
import type { RecSansVitale } from './bodies.js';
import { findInsiCode, type InsiCodeEntry } from './codes.js';
import {
  InsiConfigError,
  type InsiErrorInit,
  type InsiFaultDetails,
  InsiProtocolError,
  InsiTechnicalError,
  InsiUnavailableError,
} from './errors.js';
import { type InsiOperationName, NS } from './namespaces.js';

/** What the caller knows of the call, to be told in errors and to be hidden from sentences. */
export interface InsiAnswerContext {
  /** MessageID of the request. */
  readonly messageId?: string;
  /** True for the production: test OIDs are refused, `insi_102` means what it says. Default true, the stricter one. */
  readonly production?: boolean;
  readonly operation?: InsiOperationName;
  /** Values that must not appear in an error although the service quotes them: the traits that were sent. */
  readonly sensitive?: readonly string[];
  /** When the answer was received. */
  readonly at?: Date;
  /** The prénom that was sent. */
  readonly prenom?: string;
  /** The other traits that were sent: an answer that differs from them is told. */
  readonly asked?: Partial<Pick<RecSansVitale, 'nomNaissance' | 'sexe' | 'dateNaissance'>>;
}

const MAX_SENTENCE = 500;

/** What the fault says, as plain data. Sentences are redacted and cut. */
export function readInsiFault(fault: SoapFault, context: InsiAnswerContext = {}): InsiFaultDetails {
  const erreur = fault.detail.find(({ namespace, local }) => namespace === NS.siram && local === 'Erreur');
  const sentence = (value: string | undefined): string | undefined => {
    const trimmed = value?.trim();
    return trimmed ? hideSensitive(trimmed, context.sensitive ?? []).slice(0, MAX_SENTENCE) : undefined;
  };
  return compact({
    role: sentence(fault.code)?.slice(0, 40),
    siram: sentence(fault.subcodes[0]),
    code: sentence(erreur && attribute(erreur, 'code')),
    severity: sentence(erreur && attribute(erreur, 'severite')),
    reason: sentence(faultReason(fault, 'fr')),
    detail: sentence(erreur && text(erreur)),
  });
}

/** The error that a fault becomes: by the table of official codes, else by its role. */
export function insiFaultError(fault: SoapFault, context: InsiAnswerContext, httpStatus: number): Error {
  const details = readInsiFault(fault, context);
  const entry = details.code === undefined ? undefined : findInsiCode(details.code);
  const known = entry?.family === 'Erreur' ? entry : vitaleFallback(details, context);
  const officialCode = details.code ?? details.siram;
  const init = {
    message: `INSi answered a fault: ${details.role || 'no role'}, ${officialCode ?? 'no code'}.`,
    httpStatus,
    fault: details,
    ...(officialCode === undefined ? {} : { officialCode }),
    ...(context.messageId === undefined ? {} : { messageId: context.messageId }),
  };
  if (known) return fromTable(known, init, context);
  if (details.role === 'Sender') {
    return new InsiConfigError({
      ...init,
      code: 'insi.config.refused',
      origin: 'refused',
      ...unknownSender(officialCode),
    });
  }
  if (details.role === 'Receiver') {
    return new InsiTechnicalError({
      ...init,
      code: 'insi.technical',
      retryable: true,
      ...unknownReceiver(officialCode),
    });
  }
  return new InsiProtocolError({ ...init, code: 'insi.protocol.fault' });
}

// The code of a technical error of the Vitale search was never published: any `insi_` code of the service counts.
function vitaleFallback(details: InsiFaultDetails, context: InsiAnswerContext): InsiCodeEntry | undefined {
  const vitale = context.operation === 'rechercherInsAvecCarteVitale' && details.role === 'Receiver';
  return vitale && details.code?.toLowerCase().startsWith('insi_') ? findInsiCode('insi_101') : undefined;
}

type FaultInit = Omit<InsiErrorInit, 'code'>;

function fromTable(entry: InsiCodeEntry, init: FaultInit, context: InsiAnswerContext): Error {
  const shared = {
    ...init,
    retryable: entry.retry !== 'no',
    audience: entry.audience,
    userMessage: entry.user,
  };
  if (entry.kind === 'config')
    return new InsiConfigError({ ...shared, code: 'insi.config.refused', origin: 'refused' });
  if (entry.kind === 'unavailable') return new InsiUnavailableError({ ...shared, code: 'insi.unavailable' });
  return new InsiTechnicalError({
    ...shared,
    code: 'insi.technical',
    maybeUnknownInTestBase: entry.code === 'insi_102' && context.production === false,
  });
}

type Said = { readonly audience: Audience; readonly userMessage: Readonly<Record<Locale, UserText>> };

function unknownSender(code: string | undefined): Said {
  return {
    audience: 'vendor',
    userMessage: {
      fr: {
        title: `Demande refusée par INSi (${code ?? 'sans code'})`,
        action: 'Contactez votre support en donnant la référence de l’appel',
      },
      en: {
        title: `Request refused by INSi (${code ?? 'no code'})`,
        action: 'Contact your support and give the reference of the call',
      },
    },
  };
}

function unknownReceiver(code: string | undefined): Said {
  return {
    audience: 'user',
    userMessage: {
      fr: {
        title: `Erreur INSi (${code ?? 'sans code'})`,
        action: 'Réessayez ou transmettez la référence de l’appel au support',
      },
      en: {
        title: `INSi error (${code ?? 'no code'})`,
        action: 'Retry, or give the reference of the call to support',
      },
    },
  };
}

/** A sentence of the service without what was sent: matricules by their form, the given values in any case. */
export function hideSensitive(sentence: string, sensitive: readonly string[]): string {
  let out = redact(sentence);
  for (const value of sensitive.flatMap(spellings)) {
    if (value.length > 1) out = out.replaceAll(new RegExp(escapeRegExp(value), 'gi'), '•••');
  }
  return out;
}

/** A date is hidden however the service writes it. */
function spellings(value: string): string[] {
  const [, year, month, day] = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value) ?? [];
  if (year === undefined) return [value];
  return [value, `${day}/${month}/${year}`, `${day}-${month}-${year}`, `${year}${month}${day}`];
}

function escapeRegExp(value: string): string {
  return value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function compact(details: { [K in keyof InsiFaultDetails]: InsiFaultDetails[K] | undefined }): InsiFaultDetails {
  const entries = Object.entries(details).filter(([, value]) => value !== undefined);
  return { role: '', ...Object.fromEntries(entries) };
}
