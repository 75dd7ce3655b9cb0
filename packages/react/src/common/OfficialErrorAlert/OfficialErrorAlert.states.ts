import type { UiError } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';

const base = { service: 'insi', messageId: 'urn:uuid:5f1b9b1e-6d2a-4b0a-9a53-0f6ce7d4a1c2' } as const;

/** The errors that the INS screens can show, one by row of the table of official errors. */
export const officialErrorAlertStates = defineStates<{ readonly error: UiError }>()({
  unavailable: {
    error: { ...base, code: 'insi.unavailable', officialCode: 'desir_1020', retryable: true, audience: 'user' },
  },
  technical: {
    error: { ...base, code: 'insi.technical', officialCode: 'insi_102', retryable: true, audience: 'user' },
  },
  notFound: { error: { ...base, code: 'insi.notFound', officialCode: '01', retryable: false, audience: 'user' } },
  software: {
    error: {
      ...base,
      code: 'insi.config',
      officialCode: 'desir_550',
      official: 'Le logiciel n’est pas autorisé à appeler le service',
      retryable: false,
      audience: 'vendor',
    },
  },
  certificate: {
    error: { ...base, code: 'insi.config', officialCode: 'DESIR_560', retryable: false, audience: 'admin' },
  },
  waiting: {
    error: { code: 'gateway.tooMany', service: 'gateway', retryable: true, retryAfterS: 42, audience: 'user' },
  },
  offline: { error: { code: 'gateway.offline', service: 'gateway', retryable: true, audience: 'user' } },
  unknown: { error: { ...base, code: 'insi.other', officialCode: 'siram_40', retryable: false, audience: 'vendor' } },
});
