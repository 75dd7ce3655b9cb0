import { isSocleError } from '@socle-sante/core/error';
import type { UiError } from '@socle-sante/gateway/contract';

export type { UiError } from '@socle-sante/gateway/contract';

function isUiError(value: unknown): value is UiError {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as UiError).code === 'string' &&
    typeof (value as UiError).service === 'string' &&
    typeof (value as UiError).retryable === 'boolean' &&
    typeof (value as UiError).audience === 'string'
  );
}

/** The members that a page may know of an error of the SDK; its message, findings and raw exchange stay behind. */
function publicPart(error: UiError): UiError {
  const { code, service, retryable, audience } = error;
  const optional = [
    'officialCode',
    'official',
    'messageId',
    'retryAfterS',
    'fields',
    'params',
    'reason',
    'findings',
  ] as const;
  const kept = Object.fromEntries(
    optional.filter((name) => error[name] !== undefined).map((name) => [name, error[name]]),
  );
  return { ...kept, code, service, retryable, audience };
}

/** Makes a {@link UiError} of anything thrown. An unknown error gives `ui.unexpected` and nothing of its text. */
export function toUiError(thrown: unknown): UiError {
  const carried = typeof thrown === 'object' && thrown !== null ? (thrown as { error?: unknown }).error : undefined;
  if (isUiError(carried)) return carried;
  if (isSocleError(thrown)) {
    const { code, service, retryable, audience, officialCode, messageId, retryAfterMs } = thrown;
    return publicPart({
      code,
      service,
      retryable,
      audience,
      officialCode,
      messageId,
      retryAfterS: retryAfterMs === undefined ? undefined : Math.ceil(retryAfterMs / 1000),
    });
  }
  if (isUiError(thrown)) return publicPart(thrown);
  const name = thrown instanceof Error ? thrown.name : '';
  if (name === 'AbortError') return { code: 'ui.aborted', service: 'ui', retryable: true, audience: 'user' };
  return { code: 'ui.unexpected', service: 'ui', retryable: false, audience: 'vendor' };
}
