// Experimental: the assertion of the Pro Santé Connect mode named by SEL-MP-043 v05.00.01 (12/2025). Known: unsigned,
// NameQualifier "PSC", these attributes. Not known: the transport of the PSC token, the endpoint, the TLS side, the Issuer.

import { type Clock, defaultRandom, type RandomBytes, uuidV4 } from '@socle-sante/core';
import { type AssertionAttributeNames, activityAttributes, type PsActivity, serializeAssertion } from './saml.js';

/** What is needed to build one. */
export interface PscAssertionInput extends PsActivity {
  /** National identifier of the professional. */
  readonly psId: string;
  /** Default: the national identifier. Not confirmed by any source. */
  readonly issuer?: string;
  readonly clock: Clock;
  readonly random?: RandomBytes;
  readonly attributeNames?: Partial<AssertionAttributeNames>;
}

/** Builds the unsigned assertion of the Pro Santé Connect mode. No claim that a service accepts it. */
export function buildPscAssertion(input: PscAssertionInput): string {
  return serializeAssertion({
    id: `_${uuidV4(input.random ?? defaultRandom)}`,
    at: input.clock(),
    issuer: input.issuer ?? input.psId,
    nameId: input.psId,
    nameQualifier: 'PSC',
    attributes: activityAttributes(input, input.attributeNames),
  });
}
