import { rightOf } from '@socle-sante/dmp/rights';
import type { DmpAccess, DmpCondition, DmpConsent, DmpEmergency, DmpStatus } from '../../contract.js';
import { callService } from '../call-service.js';
import type { OperationContext } from '../context.js';
import type { DmpConnection } from '../dmp-service.js';
import type { IdentityRecord } from '../ports.js';
import { hasSecret, isSecret, readEmergency, secrecy } from './access-marks.js';
import { qualified } from './connection.js';
import { maySee, readConsent } from './consent.js';

/** What the access to one DMP depends on. */
export interface AccessFacts {
  readonly status: DmpStatus;
  readonly consent: DmpConsent;
  readonly access: DmpAccess;
}

/** The five conditions and what follows from them. TD1.3a is asked only when the emergency access may come into play. */
export async function readAccess(
  context: OperationContext,
  connection: DmpConnection,
  record: IdentityRecord,
  status: DmpStatus,
): Promise<AccessFacts> {
  const { patientRef } = record;
  const { profile } = connection;
  const consent = await readConsent(context, patientRef);
  const emergency = await readEmergency(context, patientRef);
  const allowed = async (operation: 'dmp.search' | 'dmp.authorise' | 'dmp.emergency.open') =>
    (await context.authorize({ operation, patientRef })).allowed;
  const [mayRead, mayAuthorise] = await Promise.all([allowed('dmp.search'), allowed('dmp.authorise')]);
  const mode = profile.regulation ? 'regulation' : emergency ? 'emergency' : 'normal';
  const conditions: DmpCondition[] = [
    availability(status),
    qualified(record)
      ? { id: 'identity', met: true }
      : { id: 'identity', met: false, why: 'notQualified', action: 'qualify' },
    consentCondition(consent),
    profile.mode === 'INDIRECTE'
      ? { id: 'authentication', met: false, why: 'indirect', action: 'signIn' }
      : { id: 'authentication', met: true },
    habilitation(status, { mayRead, profile: profile.profile }),
  ];
  const met = (id: DmpCondition['id']) => conditions.some((condition) => condition.id === id && condition.met);
  const base = met('availability') && met('identity') && met('authentication') && met('habilitation');
  const refused = consent.consultation === 'refused';
  const canOpen = base && (mode === 'normal' ? maySee(consent) : !refused);
  const emergencyView = await emergencyOf(context, connection, record, {
    status,
    ready: base,
    refused,
    normal: base && maySee(consent),
    mayOpen: (await allowed('dmp.emergency.open')) && hasEmergencyRight(connection, status),
    ...(emergency === undefined ? {} : { openSince: emergency.since }),
  });
  const available = hasSecret(context, connection, record);
  const access: DmpAccess = {
    status,
    conditions,
    canOpen,
    willAuthorise: canOpen && mode === 'normal' && status.kind === 'open-not-authorised' && mayAuthorise,
    mode,
    emergency: emergencyView,
    secretConnection: { available, active: available && (await isSecret(context, patientRef)) },
  };
  return { status, consent, access };
}

function availability({ kind }: DmpStatus): DmpCondition {
  const id = 'availability';
  if (kind === 'open-authorised' || kind === 'open-not-authorised') return { id, met: true };
  if (kind === 'none') return { id, met: false, why: 'none' };
  if (kind === 'closed') return { id, met: false, why: 'closed' };
  if (kind === 'not-qualified') return { id, met: false, why: 'notQualified', action: 'qualify' };
  return { id, met: false, why: 'unknown', action: 'retry' };
}

function consentCondition(consent: DmpConsent): DmpCondition {
  if (maySee(consent)) return { id: 'consent', met: true };
  if (consent.consultation === 'refused') return { id: 'consent', met: false, why: 'refused' };
  return { id: 'consent', met: false, why: 'toCollect', action: 'collectConsent' };
}

function habilitation(status: DmpStatus, user: { readonly mayRead: boolean; readonly profile: string }): DmpCondition {
  const id = 'habilitation';
  if (!user.mayRead || user.profile === 'staff' || user.profile === 'structure')
    return { id, met: false, why: 'profile' };
  if (status.blocked) return { id, met: false, why: 'blocked' };
  return { id, met: true };
}

async function emergencyOf(
  context: OperationContext,
  connection: DmpConnection,
  record: IdentityRecord,
  facts: {
    readonly status: DmpStatus;
    readonly ready: boolean;
    readonly refused: boolean;
    readonly normal: boolean;
    readonly mayOpen: boolean;
    readonly openSince?: string;
  },
): Promise<DmpEmergency> {
  const no = (reason: NonNullable<DmpEmergency['reason']>): DmpEmergency => ({ allowed: false, reason });
  if (facts.openSince !== undefined) return { allowed: true, openSince: facts.openSince };
  if (connection.profile.regulation) return no('regulation');
  if (!facts.mayOpen) return no('profile');
  if (facts.status.blocked) return no('blocked');
  if (!facts.ready) return no('unavailable');
  // Another choice than an opposition to bris de glace, which only the DMP knows.
  if (facts.refused) return no('refused');
  if (facts.normal) return no('normalAccess');
  return (await opposesEmergency(context, connection, record)) ? no('opposed') : { allowed: true };
}

/** What the published matrix says of this user: occupational physicians and members of staff have no bris de glace. */
function hasEmergencyRight({ profile: { mode, profile } }: DmpConnection, { treatingDoctor }: DmpStatus): boolean {
  // In indirect mode nothing can be read at all: that is said by the conditions.
  if (mode === 'INDIRECTE') return true;
  const column = treatingDoctor ? 'medecinTraitant' : profile;
  return rightOf('search', { mode, profile: column, purpose: 'bris_de_glace' }) !== 'no';
}

/** TD1.3a: has the patient opposed the emergency access? Nothing else of that answer is read. */
export async function opposesEmergency(
  context: OperationContext,
  connection: DmpConnection,
  record: IdentityRecord,
): Promise<boolean> {
  const patient = qualified(record);
  if (!patient) return true;
  const { signal } = context.request;
  const secret = await secrecy(context, connection, record);
  const data = await callService(context, 'dmp', signal, () =>
    connection.calls.administrativeData({ patient, signal, ...secret }),
  );
  return data.opposedToBrisDeGlace === true;
}
