import { type IdentityState, statusOf } from '@socle-sante/core/rniv';
import type { OperationContext } from '../context.js';
import type { DmpConnection } from '../dmp-service.js';
import { fail } from '../failure.js';
import type { IdentityRecord } from '../ports.js';

/** The connection of this session, or `gateway.unsupported`. */
export async function connect(context: OperationContext): Promise<DmpConnection> {
  const connection = await context.services.dmp?.connect(context.session);
  if (!connection) throw fail('gateway.unsupported');
  return connection;
}

/** Only a qualified identity goes to the DMP. */
export function qualified(record: IdentityRecord): IdentityState | undefined {
  return statusOf(record.state) === 'QUAL' && record.state.ins !== undefined ? record.state : undefined;
}

export function needQualified(record: IdentityRecord): IdentityState {
  const state = qualified(record);
  if (!state) throw fail('gateway.notQualified');
  return state;
}
