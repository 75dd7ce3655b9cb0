import { isSocleError } from '@socle-sante/core/error';
import { findDmpCode } from '@socle-sante/dmp/codes';
import { type RightAction, rightOf } from '@socle-sante/dmp/rights';
import type { OperationId } from '../../contract.js';
import type { OperationContext } from '../context.js';
import type { DmpConnection } from '../dmp-service.js';
import { toFailure } from '../error-map.js';
import { Failure } from '../failure.js';
import type { IdentityRecord } from '../ports.js';
import { opposesEmergency } from './access.js';
import { closeEmergency } from './access-marks.js';
import { askStatus, forgetStatus } from './existence.js';

/**
 * Why the DMP refused by its rights, as far as it can be known: its error says no more than « rights, or a choice of the patient ». `blocked`: the
 * patient blocked the user; `notAuthorised`: no authorisation any more; `opposed`: the patient opposed bris de glace; `profile`: the
 * published matrix has no such right for this user; `document`: this document is restricted; `patient`: nothing of that.
 */
export type RefusalReason = 'blocked' | 'notAuthorised' | 'opposed' | 'profile' | 'document' | 'patient';

/** What was being done. */
export interface Refused {
  readonly record: IdentityRecord;
  readonly connection: DmpConnection;
  readonly emergency: boolean;
  readonly action: RightAction;
}

const actions: Readonly<Partial<Record<OperationId, RightAction>>> = {
  'dmp.authorise': 'authoriseSelf',
  'dmp.authorisations': 'authorisations',
  'dmp.document.get': 'retrieve',
  'dmp.document.rendering': 'retrieve',
  'dmp.document.bytes': 'retrieve',
  'dmp.document.integrate': 'retrieve',
};
const updates: Readonly<Record<string, RightAction>> = {
  mask: 'mask',
  unmask: 'unmask',
  show: 'showToPatient',
  showLegal: 'showToPatient',
  archive: 'archive',
  unarchive: 'archive',
  delete: 'remove',
};

/** What an operation does, in the words of the matrix of rights. */
export function rightActionOf(operation: OperationId, update?: string): RightAction {
  return (update === undefined ? undefined : updates[update]) ?? actions[operation] ?? 'search';
}

/** The DMP said no by its rights: `DMPAccessDeniedByRightsService`, or a code of that kind. */
export function isRightsRefusal(thrown: unknown): boolean {
  if (!isSocleError(thrown)) return false;
  return (
    thrown.code === 'dmp.refused.rights' ||
    (thrown.officialCode !== undefined && findDmpCode(thrown.officialCode)?.kind === 'rights')
  );
}

/**
 * The same refusal, with its reason in `params.attribute`: the state of the DMP is asked again, since what was known of it did not hold.
 * Anything that is no refusal by rights is given back as it is.
 */
export async function explained(context: OperationContext, thrown: unknown, refused: Refused): Promise<unknown> {
  if (!isRightsRefusal(thrown)) return thrown;
  const { error, status } = toFailure(thrown, { reference: context.reference, secrets: context.secrets });
  const reason = await reasonOf(context, refused);
  return new Failure({ ...error, params: { ...error.params, attribute: reason } }, status);
}

async function reasonOf(
  context: OperationContext,
  { record, connection, emergency, action }: Refused,
): Promise<RefusalReason> {
  const { patientRef } = record;
  try {
    await forgetStatus(context, patientRef);
    const status = await askStatus(context, connection, record);
    if (status.blocked) return 'blocked';
    const { mode, profile, regulation } = connection.profile;
    const purpose = regulation ? 'centre_15' : emergency ? 'bris_de_glace' : 'normal';
    const column = status.treatingDoctor ? 'medecinTraitant' : profile;
    const right = rightOf(action, { mode, profile: column, purpose });
    if (right === 'no') return 'profile';
    if (emergency) {
      if (!(await opposesEmergency(context, connection, record))) return 'patient';
      // What was opened is no access any more.
      await closeEmergency(context, patientRef);
      return 'opposed';
    }
    if (!regulation && status.kind === 'open-not-authorised' && action !== 'authoriseSelf') return 'notAuthorised';
    return action === 'retrieve' || right !== 'yes' ? 'document' : 'patient';
  } catch {
    // The DMP does not answer any more: what it said stands, without its reason.
    return 'patient';
  }
}
