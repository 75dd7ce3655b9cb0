import {
  SocleAnswerError,
  type SocleError,
  type SocleErrorInit,
  SocleRefusedError,
  SocleUnreachableError,
} from '@socle-sante/core/error';
import { findDmpCode } from '@socle-sante/dmp/codes';
import type { DmpRefusal } from '@socle-sante/sandbox/dmp';

/** The error that the real client rejects with for an official code. An unknown code is kept in a refusal. */
export function dmpError(code: string, messageId: string, sentence?: string): SocleError {
  if (code === 'timeout' || code === 'network')
    return new SocleUnreachableError(init(code === 'timeout' ? 'timeout' : 'network', messageId, { retryable: true }));
  if (code === '503')
    return new SocleUnreachableError(init('dmp.unavailable', messageId, { retryable: true, httpStatus: 503 }));
  if (code === 'hash' || code === 'size') return new SocleAnswerError(init(`dmp.protocol.${code}`, messageId));
  const row = findDmpCode(code);
  const audience = row?.audience ?? 'user';
  const more = { officialCode: code, audience };
  const fault = { fault: { reason: sentence ?? `[SIM] ${code}` } };
  switch (row?.kind) {
    case 'busy':
    case 'technical':
      return Object.assign(
        new SocleUnreachableError(
          init(row.kind === 'busy' ? 'dmp.busy' : 'dmp.unavailable', messageId, { ...more, retryable: true }),
        ),
        fault,
      );
    case 'config':
      return Object.assign(new SocleRefusedError(init('dmp.config.refused', messageId, more)), fault);
    default:
      return Object.assign(new SocleRefusedError(init(`dmp.refused.${row?.kind ?? 'other'}`, messageId, more)), fault);
  }
}

function init(code: string, messageId: string, more: Partial<SocleErrorInit> = {}): SocleErrorInit {
  return { code, service: 'dmp', message: `simulated ${code}`, messageId, retryable: false, audience: 'user', ...more };
}

/** The refusals of the simulator, as one error. */
export function refusalError(refusals: readonly DmpRefusal[], messageId: string): SocleError {
  const [first] = refusals;
  return dmpError(first?.code ?? 'XDSRegistryError', messageId, first?.context);
}
