import type { UiError } from '../contract.js';

const brand = Symbol.for('@socle-sante/gateway/GatewayError');

/** What every method of the client rejects with. Its message holds codes only; its texts come from `describeUiError`. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  /** What a page may know of the failure. */
  readonly error: UiError;
  /** HTTP status, absent when there was no answer. */
  readonly status?: number;

  constructor(error: UiError, status?: number) {
    super(error.officialCode === undefined ? error.code : `${error.code} (${error.officialCode})`);
    this.error = error;
    if (status !== undefined) this.status = status;
    Object.defineProperty(this, brand, { value: true });
  }

  get code(): string {
    return this.error.code;
  }

  get retryable(): boolean {
    return this.error.retryable;
  }
}

/** True for a `GatewayError` of any copy of this package. */
export function isGatewayError(value: unknown): value is GatewayError {
  return typeof value === 'object' && value !== null && Reflect.get(value, brand) === true;
}
