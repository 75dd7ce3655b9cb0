import type { OperationId } from '../contract.js';
import type { Authorize } from './session.js';

/** An operation, a group (`ins.*`), or everything (`*`). */
export type OperationPattern = OperationId | `${string}.*` | '*';

/**
 * A plain `authorize`: for each kind of user, the operations that it may call. A kind that is not in the table may call
 * nothing. Rules on records (care team, site) are the vendor's: wrap this function.
 */
export function authorizeByKind(table: Readonly<Record<string, readonly OperationPattern[]>>): Authorize {
  return ({ operation, session }) => {
    const patterns = Object.hasOwn(table, session.userKind) ? table[session.userKind] : undefined;
    const allowed = patterns?.some(
      (pattern) =>
        pattern === '*' ||
        pattern === operation ||
        (pattern.endsWith('.*') && operation.startsWith(pattern.slice(0, -1))),
    );
    return allowed ? { allowed: true } : { allowed: false, reason: 'profile' };
  };
}
