/**
 * Version of the contract, sent both ways in `X-Socle-Contract`. A minor version only adds: each end ignores the fields
 * that it does not know. A page and a server of different major versions refuse each other (`gateway.contract`).
 */
export const CONTRACT_VERSION = '1.0';

/** Header that carries {@link CONTRACT_VERSION}. */
export const CONTRACT_HEADER = 'X-Socle-Contract';

/** Header that every `POST` must carry: a form of another site cannot set it. */
export const REQUEST_HEADER = 'X-Socle-Request';

/** Header of the key under which a write answers the same thing twice. */
export const IDEMPOTENCY_HEADER = 'Idempotency-Key';

/** True when the other end speaks a contract that this one understands. */
export function isContractCompatible(theirs: string | null | undefined): boolean {
  return theirs === null || theirs === undefined || theirs.split('.')[0] === CONTRACT_VERSION.split('.')[0];
}
