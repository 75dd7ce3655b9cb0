// rs:RegistryResponse and its errors (ebRS 3.0; IHE ITI TF-3 §4.2.4).

import { RESPONSE_STATUSES, XDS_NAMESPACES } from '@socle-sante/documents/xds';
import { attribute, child, elements, walk, type XmlElement } from '@socle-sante/wire/xml';
import type { RegistryError } from '../errors.js';
import { unexpected } from './answer.js';
import { registryFailure } from './fault.js';

/** A registry answer that was not a failure. */
export interface RegistryOutcome {
  readonly partial: boolean;
  /** Errors of a partial success, and warnings. */
  readonly errors: readonly RegistryError[];
}

/** Errors below a response, in order. */
export function registryErrors(response: XmlElement): RegistryError[] {
  const list = child(response, XDS_NAMESPACES.rs, 'RegistryErrorList');
  return (list === undefined ? [] : elements(list))
    .filter((item) => item.local === 'RegistryError')
    .map((item) => {
      const location = attribute(item, 'location')?.trim();
      return {
        code: attribute(item, 'errorCode')?.trim() ?? '',
        context: attribute(item, 'codeContext')?.trim() ?? '',
        severity: /warning$/i.test(attribute(item, 'severity') ?? '') ? 'warning' : 'error',
        ...(location ? { location } : {}),
      };
    });
}

/**
 * Reads the status of a response: `Success`, `PartialSuccess`, or an error for anything else.
 * @throws DmpRefusedError, DmpUnavailableError, DmpConfigError by the codes.
 */
export function readOutcome(response: XmlElement, messageId: string): RegistryOutcome {
  const status = attribute(response, 'status')?.trim() ?? '';
  const errors = registryErrors(response);
  if (status === RESPONSE_STATUSES.partialSuccess || status.endsWith(':PartialSuccess'))
    return { partial: true, errors };
  if (status === RESPONSE_STATUSES.success) return { partial: false, errors };
  throw registryFailure(errors, messageId === '' ? {} : { messageId });
}

/** The `rs:RegistryResponse` that is the body, or stands in it. */
export function registryResponse(body: XmlElement, messageId: string): XmlElement {
  for (const item of walk(body))
    if (item.namespace === XDS_NAMESPACES.rs && item.local === 'RegistryResponse') return item;
  throw unexpected('RegistryResponse', messageId);
}
