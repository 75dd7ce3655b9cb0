import type { GatewayErrorCode, UiError } from '../contract.js';

const statuses: Readonly<Record<GatewayErrorCode, number>> = {
  'gateway.badRequest': 400,
  'gateway.lexical': 400,
  'gateway.contract': 400,
  'gateway.expired': 401,
  'gateway.csrf': 403,
  'gateway.forbidden': 403,
  'gateway.locked': 403,
  'gateway.notFound': 404,
  'gateway.method': 405,
  'gateway.busy': 409,
  'gateway.conflict': 409,
  'gateway.idempotency': 409,
  'gateway.snapshotExpired': 409,
  'gateway.tooLarge': 413,
  'gateway.mediaType': 415,
  'gateway.arbitrate': 422,
  'gateway.blocked': 422,
  'gateway.confirmationNeeded': 422,
  'gateway.notQualified': 422,
  'gateway.refusedResult': 422,
  'gateway.transition': 422,
  'gateway.unacknowledged': 422,
  'gateway.consent': 403,
  'gateway.emergency': 403,
  'gateway.handle': 404,
  'gateway.derivationExpired': 409,
  'gateway.held': 409,
  'gateway.document': 422,
  'gateway.feeding': 422,
  'gateway.findings': 422,
  'gateway.identityDiffers': 422,
  'gateway.tooMany': 429,
  'gateway.internal': 500,
  'gateway.unsupported': 501,
  'gateway.offline': 503,
  'gateway.timeout': 504,
};

const retryables: ReadonlySet<GatewayErrorCode> = new Set([
  'gateway.busy',
  'gateway.tooMany',
  'gateway.offline',
  'gateway.timeout',
  'gateway.internal',
]);

/** A refusal on its way to the page. Its message is its code. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly error: UiError;
  readonly status: number;

  constructor(error: UiError, status: number) {
    super(error.code);
    this.error = error;
    this.status = status;
  }
}

/** Makes a refusal of the gateway itself. */
export function fail(code: GatewayErrorCode, extra: Partial<Omit<UiError, 'code' | 'service'>> = {}): Failure {
  const audience =
    code === 'gateway.contract' || code === 'gateway.internal'
      ? 'vendor'
      : code === 'gateway.unsupported'
        ? 'admin'
        : 'user';
  return new Failure({ code, service: 'gateway', retryable: retryables.has(code), audience, ...extra }, statuses[code]);
}
