import { isSocleError, type SocleError } from '@socle-sante/core/error';
import type { Finding } from '@socle-sante/core/finding';
import { redact } from '@socle-sante/core/redact';
import type { FindingView, UiError } from '../contract.js';
import { Failure, fail } from './failure.js';

/**
 * What a page may know of a failure. `secrets` are the values of identities that took part: an official sentence that
 * repeats one of them is left out. Anything that is not a `SocleError` becomes `gateway.internal` with a reference only.
 */
export function toFailure(
  thrown: unknown,
  context: { readonly reference: string; readonly secrets?: readonly string[] },
): Failure {
  if (thrown instanceof Failure) return thrown;
  if (!isSocleError(thrown)) return fail('gateway.internal', { messageId: context.reference });
  return new Failure(uiErrorOf(thrown, context), statusOf(thrown));
}

function uiErrorOf(
  error: SocleError,
  context: { readonly reference: string; readonly secrets?: readonly string[] },
): UiError {
  const official = officialSentence(error, context.secrets ?? []);
  return {
    code: error.code,
    service: error.service,
    retryable: error.retryable,
    audience: error.audience,
    messageId: error.messageId ?? context.reference,
    ...(error.officialCode === undefined ? {} : { officialCode: error.officialCode.slice(0, 60) }),
    ...(official === undefined ? {} : { official }),
    ...(error.retryAfterMs === undefined ? {} : { retryAfterS: Math.ceil(error.retryAfterMs / 1000) }),
    ...(error.findings.length === 0 ? {} : { findings: error.findings.map((finding) => safeFinding(finding)) }),
  };
}

/** Parameters of the rules that hold a code of the rule itself, never a value of an identity. */
const codeParams: ReadonlySet<string> = new Set(['block', 'event', 'format', 'oid', 'rule', 'status']);

/** What an official rule says of itself: its sentence comes with its values hidden, and is looked at again all the same. */
const officialParams: ReadonlySet<string> = new Set([
  'code',
  'faults',
  'file',
  'id',
  'message',
  'model',
  'native',
  'pack',
  'pattern',
  'reason',
  'stated',
  'target',
  'version',
]);
const LONGEST_PARAM = 500;

/** A finding as it may travel: numbers, single characters and two-digit keys pass, and the codes of a closed list. */
export function safeFinding(finding: Finding): FindingView {
  const official = finding.rule.startsWith('official.');
  const params = Object.fromEntries(
    Object.entries(finding.params).flatMap(([name, value]): [string, string | number][] => {
      if (typeof value === 'number' || codeParams.has(name) || /^(?:.|U\+[0-9A-F]{4,6}|\d{2})$/u.test(value)) {
        return [[name, value]];
      }
      return official && officialParams.has(name) ? [[name, redact(value).slice(0, LONGEST_PARAM)]] : [];
    }),
  );
  const { pointer, line, column } = finding.wire ?? {};
  return {
    rule: finding.rule,
    severity: finding.severity,
    path: [...finding.path],
    params,
    // A place of the document: element names and positions, never a value.
    ...(line === undefined && pointer === undefined
      ? {}
      : {
          wire: {
            ...(pointer === undefined ? {} : { pointer: pointer.slice(0, LONGEST_PARAM) }),
            ...(line === undefined ? {} : { line }),
            ...(column === undefined ? {} : { column }),
          },
        }),
    ...(finding.ref === undefined ? {} : { ref: finding.ref }),
  };
}

/** The sentence of the national service, quoted: bounded, redacted, and dropped when it repeats an identity. */
function officialSentence(error: SocleError, secrets: readonly string[]): string | undefined {
  const { fault, registryErrors } = error as {
    readonly fault?: { readonly reason?: unknown };
    readonly registryErrors?: readonly { readonly context?: unknown }[];
  };
  const said = fault?.reason ?? registryErrors?.find(({ context }) => typeof context === 'string')?.context;
  if (typeof said !== 'string' || said === '') return undefined;
  const sentence = redact(said).slice(0, 500);
  const words = folded(sentence);
  return secrets.some((secret) => secret.length > 1 && words.includes(folded(secret))) ? undefined : sentence;
}

/** Without case, accents nor separators of words: a name is the same however it is written. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[\s'’-]+/g, ' ');
}

function statusOf(error: SocleError): number {
  switch (error.origin) {
    case 'argument':
      return error.audience === 'user' ? 422 : 424;
    case 'refused':
      return error.retryable ? 424 : 422;
    case 'unreachable':
      return /timeout/.test(error.code) ? 504 : 503;
    case 'answer':
      return 424;
    case 'unsupported':
      return 501;
  }
}
