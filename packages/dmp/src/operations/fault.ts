import type { SocleErrorInit } from '@socle-sante/core/error';
import type { WireResponse } from '@socle-sante/wire/http';
import { faultReason, type SoapFault } from '@socle-sante/wire/soap';
import { type DmpCodeKind, findDmpCode, findDmpSentence, kindTexts } from '../codes.js';
import {
  DmpConfigError,
  type DmpError,
  type DmpErrorCode,
  type DmpFault,
  DmpRefusedError,
  DmpUnavailableError,
  type RegistryError,
} from '../errors.js';

type About = Pick<SocleErrorInit, 'messageId' | 'httpStatus' | 'retryAfterMs' | 'cause'>;

/** The error that a kind of code becomes. */
function errorOf(
  kind: DmpCodeKind,
  init: Omit<SocleErrorInit, 'code' | 'service'> & {
    readonly fault?: DmpFault;
    readonly registryErrors?: readonly RegistryError[];
  },
): DmpError {
  if (kind === 'config') return new DmpConfigError({ ...init, code: 'dmp.config.refused', origin: 'refused' });
  if (kind === 'busy' || kind === 'technical')
    return new DmpUnavailableError({
      ...init,
      code: kind === 'busy' ? 'dmp.busy' : 'dmp.unavailable',
      retryable: true,
    });
  const codes: Readonly<Partial<Record<DmpCodeKind, DmpErrorCode>>> = {
    rights: 'dmp.refused.rights',
    patient: 'dmp.refused.patient',
    message: 'dmp.refused.message',
    stale: 'dmp.refused.stale',
    duplicate: 'dmp.refused.duplicate',
    query: 'dmp.refused.query',
    policy: 'dmp.refused.policy',
  };
  return new DmpRefusedError({ ...init, code: codes[kind] ?? 'dmp.refused.other' });
}

/**
 * A SOAP fault as an error: its subcode in the table, else a known sentence, else its role (`Receiver`: theirs, may pass; `Sender`: ours).
 */
export function faultError(fault: Pick<SoapFault, 'code' | 'subcodes' | 'reason'>, about: About): DmpError {
  const reason = faultReason(fault, 'fr');
  const subcode = fault.subcodes.find((code) => findDmpCode(code) !== undefined) ?? fault.subcodes[0];
  const known = subcode === undefined ? undefined : findDmpCode(subcode);
  // Some stacks put the code into the sentence instead of a subcode.
  const spoken =
    known ??
    reason
      .split(/[\s:;,.()]+/)
      .map(findDmpCode)
      .find((item) => item !== undefined);
  const sentence = findDmpSentence(reason);
  const kind = known?.kind ?? sentence?.kind ?? spoken?.kind ?? (fault.code === 'Receiver' ? 'technical' : undefined);
  const official = subcode ?? spoken?.code;
  const init = {
    ...about,
    message: `The DMP refused the message (${[fault.code, official].filter(Boolean).join(', ')}).`,
    fault: {
      role: fault.code,
      ...(subcode === undefined ? {} : { subcode }),
      ...(reason === '' ? {} : { reason }),
    },
    ...(official === undefined ? {} : { officialCode: official }),
    audience: known?.audience ?? (sentence === undefined ? spoken?.audience : undefined) ?? 'user',
    userMessage: sentence?.user ?? known?.user ?? spoken?.user ?? kindTexts(kind ?? 'rights'),
  } as const;
  if (kind !== undefined) return errorOf(kind, init);
  return new DmpRefusedError({ ...init, code: 'dmp.refused.other', userMessage: OTHER });
}

/**
 * A refusal that a service puts in its own answer (a status, an acknowledgement) instead of a fault: read by the same table, so that the
 * same cause is the same error.
 */
export function answeredRefusal(
  said: { readonly role: string; readonly code?: string; readonly sentence?: string },
  messageId: string,
): DmpError {
  const { role, code, sentence } = said;
  return faultError(
    {
      code: role,
      subcodes: code === undefined ? [] : [code],
      reason: sentence === undefined ? [] : [{ lang: 'fr', text: sentence }],
    },
    { messageId },
  );
}

const OTHER = {
  fr: { title: 'Le DMP a refusé la demande', action: 'Notez le motif donné et contactez votre support' },
  en: { title: 'The DMP refused the request', action: 'Note the reason given and contact your support' },
} as const;

/** The heaviest of several registry errors decides. */
const WEIGHT: readonly DmpCodeKind[] = [
  'rights',
  'config',
  'patient',
  // What was read again may well be accepted: say that before the rest.
  'stale',
  'message',
  'policy',
  'query',
  'duplicate',
  'technical',
  'busy',
];

/** Registry errors of a refused request, as one error that keeps them all. */
export function registryFailure(errors: readonly RegistryError[], about: About): DmpError {
  const real = errors.filter(({ severity }) => severity === 'error');
  const rows = real.map((error) => ({ error, row: findDmpCode(error.code), sentence: findDmpSentence(error.context) }));
  // A code that the table does not know may come with a sentence that it does.
  const kindOf = ({ row, sentence }: (typeof rows)[number]) => row?.kind ?? sentence?.kind;
  const heaviest = WEIGHT.map((kind) => rows.find((item) => kindOf(item) === kind)).find((item) => item !== undefined);
  const chosen = heaviest ?? rows[0];
  const kind = chosen && kindOf(chosen);
  const codes = [...new Set(real.map(({ code }) => code))];
  const init = {
    ...about,
    message: `The DMP refused the request (${codes.join(', ') || 'without saying why'}).`,
    registryErrors: errors,
    ...(chosen === undefined ? {} : { officialCode: chosen.error.code }),
    audience: chosen?.row?.audience ?? 'user',
    userMessage: chosen?.sentence?.user ?? chosen?.row?.user ?? OTHER,
  } as const;
  if (kind !== undefined) return errorOf(kind, init);
  return new DmpRefusedError({ ...init, code: 'dmp.refused.other' });
}

/** Retry-After in seconds (RFC 9110 §10.2.3), in milliseconds. The form by date is passed over: clocks differ. */
export function waitAsked(headers: WireResponse['headers']): number | undefined {
  const value = headers['retry-after']?.trim() ?? '';
  return /^\d{1,6}$/.test(value) ? Number(value) * 1_000 : undefined;
}

/** An HTTP status without SOAP: a front-end, a proxy, an overloaded server. */
export function httpError(response: Pick<WireResponse, 'status' | 'headers'>, about: About, cause?: unknown): DmpError {
  const { status } = response;
  const wait = waitAsked(response.headers);
  const init = {
    ...about,
    ...(cause === undefined ? {} : { cause }),
    httpStatus: status,
    message: `The DMP answered HTTP ${status} without a SOAP message.`,
  };
  if (status === 408 || status === 429 || status >= 502)
    return new DmpUnavailableError({
      ...init,
      code: 'dmp.busy',
      retryable: true,
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
      userMessage: kindTexts('busy'),
    });
  if (status >= 500)
    return new DmpUnavailableError({
      ...init,
      code: 'dmp.unavailable',
      retryable: true,
      userMessage: kindTexts('technical'),
    });
  return new DmpConfigError({ ...init, code: 'dmp.config.refused', origin: 'refused' });
}
