import { isOid } from '@socle-sante/core/oid';
import type { Clock } from '@socle-sante/core/time';
import type { RandomBytes } from '@socle-sante/core/uuid';
import type { Submission } from './types.js';

/** Longest OID that the XDS metadata take (ITI TF-3, `uniqueId`). */
export const MAX_OID = 64;

/**
 * A new OID under the vendor's: the installation when it is a number, the instant in milliseconds, and 32 bits of chance.
 * `undefined` when the vendor's OID is no OID, or leaves no room within 64 characters.
 */
export function newOid(
  vendor: Submission['vendor'],
  { clock, random }: { readonly clock: Clock; readonly random: RandomBytes },
): string | undefined {
  const instance = vendor.instance !== undefined && /^(?:0|[1-9]\d*)$/.test(vendor.instance) ? [vendor.instance] : [];
  const chance = random(4).reduce((sum, octet) => sum * 256 + octet, 0);
  const oid = [vendor.oid, ...instance, clock().getTime(), chance].join('.');
  return isOid(oid) && oid.length <= MAX_OID ? oid : undefined;
}
