import type { IdentityDocument } from '@socle-sante/core/rniv';
import type { RandomBytes } from '@socle-sante/core/uuid';
import type {
  ActionId,
  AuditEntry,
  AuditKind,
  Capabilities,
  EnvironmentView,
  Meta,
  OperationId,
  OperationInput,
  OperationOutput,
  SiteView,
} from '../contract.js';
import { dayInFrance } from './calendar.js';
import { fail } from './failure.js';
import type { HealthTracker } from './health.js';
import type { GatewayOptions } from './options.js';
import type { GatewayPorts, IdentityRecord } from './ports.js';
import type { GatewayServices } from './services.js';
import { type AuthorizationRequest, type Decision, decide, type Session } from './session.js';
import type { GatewayState } from './state.js';
import { toPatient, type ViewContext } from './views.js';

/** What the trace of this call will say beyond what every trace says. An operation fills it as it goes. */
export interface Trace {
  patientRef?: string;
  kind?: AuditKind;
  code?: string;
  messageId?: string;
  partner?: string;
  /** OIDs of the documents: stored with the trace, never sent to a page. */
  uniqueIds?: readonly string[];
  /** Reason that the user gave: stored with the trace, never sent to a page. */
  reason?: string;
  detail?: Record<string, string | number | boolean>;
}

/** What one call needs: made for it, dropped after it. */
export interface OperationContext {
  readonly operation: OperationId;
  readonly session: Session;
  /** Reference of this call, for the support. */
  readonly reference: string;
  readonly request: Request;
  readonly ports: GatewayPorts;
  readonly services: GatewayServices;
  readonly environment: EnvironmentView;
  readonly production: boolean;
  readonly health: HealthTracker;
  readonly options: GatewayOptions;
  readonly state: GatewayState;
  readonly random: RandomBytes;
  /** The file of the request, when it is a form. */
  readonly file?: { readonly bytes: Uint8Array; readonly mediaType: string };
  readonly trace: Trace;
  /** `meta` of the answer. */
  readonly meta: { source: Meta['source']; messageId?: string };
  /** Values of identities that took part: never to be found in an error. */
  readonly secrets: string[];
  now(): Date;
  at(): string;
  newId(): string;
  site(): Promise<SiteView>;
  authorize(request: Omit<AuthorizationRequest, 'session'>): Promise<Decision>;
  /** Writes one trace; `Trace` of the call and the arguments, the arguments winning. */
  audit(outcome: AuditEntry['outcome'], extra?: Trace): Promise<void>;
  /** Waits for one INSi sequence more of this user; refuses when the site's limit is reached. */
  takeInsiCall(): void;
  /** The same for the consultations of the DMP. */
  takeDmpCall(): void;
}

/** An operation: validated input in, output in the shape of the contract out. */
export type Operation<Id extends OperationId> = (
  input: OperationInput<Id>,
  context: OperationContext,
) => Promise<OperationOutput<Id>>;

/** Adds to what the trace of this call says: what was said before (an emergency access, a secret connection) stays. */
export function note(context: OperationContext, detail: NonNullable<Trace['detail']>): void {
  context.trace.detail = { ...context.trace.detail, ...detail };
}

/** The record of an input, or `gateway.notFound`. The trace names it from now on. */
export async function loadRecord(context: OperationContext, patientRef: string): Promise<IdentityRecord> {
  context.trace.patientRef = patientRef;
  const record = await context.ports.identities.get(patientRef);
  if (!record) throw fail('gateway.notFound');
  context.secrets.push(...secretsOf(record));
  return record;
}

/** Values of the identity of a record: never to be found in an error. */
export function secretsOf({ state }: IdentityRecord): string[] {
  const { nomNaissance, listePrenoms, premierPrenom, nomUtilise, prenomUtilise, dateNaissance } = state.traits;
  const [year = '', month = '', day = ''] = dateNaissance.split('-');
  const numbers = [state.ins, ...state.history].flatMap((ins) =>
    ins ? [ins.matricule, ins.matricule.slice(0, 13)] : [],
  );
  const names = [
    nomNaissance,
    nomUtilise,
    prenomUtilise,
    premierPrenom,
    listePrenoms,
    ...(listePrenoms ?? '').split(/\s+/),
  ];
  const dates = [
    `${year}-${month}-${day}`,
    `${year}${month}${day}`,
    `${day}/${month}/${year}`,
    `${day}${month}${year}`,
  ];
  return [...new Set([...names, ...numbers, ...dates])].filter(
    (one): one is string => one !== undefined && one.length > 1,
  );
}

/** The record at the version that the page saw, or `gateway.conflict`. */
export async function loadVersion(
  context: OperationContext,
  patientRef: string,
  version: number,
): Promise<IdentityRecord> {
  const record = await loadRecord(context, patientRef);
  if (record.version !== version) throw fail('gateway.conflict', { params: { version: record.version } });
  return record;
}

/** Stores a changed record if nobody changed it meanwhile, else `gateway.conflict`. */
export async function commit(
  context: OperationContext,
  next: IdentityRecord,
  expectedVersion: number,
): Promise<IdentityRecord> {
  if (!(await context.ports.identities.replace(next, expectedVersion))) throw fail('gateway.conflict');
  return next;
}

/** The documents of the site, as the state machine takes them. */
export function identityDocuments(site: SiteView): readonly IdentityDocument[] {
  return site.documentTypes.map(({ code, trust, labels }) => ({ code, trust, label: labels }));
}

/** A record as this session sees it. */
export async function patientFor(context: OperationContext, record: IdentityRecord) {
  const site = await context.site();
  const highTrust = site.documentTypes.find(({ trust }) => trust === 'high')?.code;
  const view: ViewContext = {
    superuser: context.session.superuser,
    today: dayInFrance(context.now()),
    ...(highTrust === undefined ? {} : { highTrustDocument: highTrust }),
    documents: { documents: identityDocuments(site) },
    may: async (action) => {
      const { operation, needs } = actionOperations[action];
      if (needs && !context.services[needs]) return false;
      return (await context.authorize({ operation, action, patientRef: record.patientRef })).allowed;
    },
  };
  return toPatient(record, view);
}

/** Which operation does an action; and the service without which it does not exist. */
const actionOperations: Readonly<Record<ActionId, { operation: OperationId; needs?: 'vitale' | 'verification' }>> = {
  'identity.edit': { operation: 'identity.save' },
  'identity.editLocked': { operation: 'identity.save' },
  'identity.documentChecked': { operation: 'identity.transition' },
  'identity.documentNotGenuine': { operation: 'identity.transition' },
  'identity.setDouteuse': { operation: 'identity.transition' },
  'identity.clearDouteuse': { operation: 'identity.transition' },
  'identity.setFictive': { operation: 'identity.transition' },
  'identity.clearFictive': { operation: 'identity.transition' },
  'identity.setHomonyme': { operation: 'identity.transition' },
  'identity.clearHomonyme': { operation: 'identity.transition' },
  'identity.history': { operation: 'identity.history' },
  'ins.search': { operation: 'ins.search' },
  'ins.searchVitale': { operation: 'ins.searchVitale', needs: 'vitale' },
  'ins.accept': { operation: 'ins.accept' },
  'ins.verify': { operation: 'ins.verify', needs: 'verification' },
  'ins.matricule.view': { operation: 'ins.matricule.view' },
  'ins.datamatrix': { operation: 'ins.datamatrix.get' },
  'audit.list': { operation: 'audit.list' },
};

export type OperationCapabilities = Capabilities['operations'];

/** Makes the context of one call. */
export function createContext(
  shared: {
    readonly options: GatewayOptions;
    readonly environment: EnvironmentView;
    readonly health: HealthTracker;
    readonly now: () => Date;
    readonly newId: () => string;
    readonly takeInsiCall: (userRef: string) => number;
    readonly takeDmpCall: (userRef: string) => number;
    readonly state: GatewayState;
    readonly random: RandomBytes;
  },
  call: {
    readonly operation: OperationId;
    readonly session: Session;
    readonly request: Request;
    readonly reference: string;
  },
): OperationContext {
  const { options } = shared;
  const { session } = call;
  let site: Promise<SiteView> | undefined;
  const context: OperationContext = {
    ...call,
    ports: options.ports,
    services: options.services,
    environment: shared.environment,
    production: shared.environment.kind === 'production',
    health: shared.health,
    options,
    state: shared.state,
    random: shared.random,
    trace: {},
    meta: { source: 'local' },
    secrets: [],
    now: shared.now,
    at: () => shared.now().toISOString(),
    newId: shared.newId,
    site: () => {
      site ??= options.ports.site.get();
      return site;
    },
    authorize: (request) => decide(options.authorize, { ...request, session }),
    async audit(outcome, extra = {}) {
      const {
        kind = auditKinds[call.operation],
        patientRef,
        code,
        messageId,
        partner,
        uniqueIds,
        reason,
        detail,
      } = { ...context.trace, ...extra };
      if (kind === undefined) return;
      await options.ports.audit.write({
        id: shared.newId(),
        at: context.at(),
        kind,
        by: {
          userRef: session.userRef,
          name: session.displayName,
          ...(session.idTail === undefined ? {} : { idTail: session.idTail }),
        },
        outcome,
        operation: call.operation,
        ...(patientRef === undefined ? {} : { patientRef }),
        ...(code === undefined ? {} : { code }),
        ...(messageId === undefined ? {} : { messageId }),
        ...(partner === undefined ? {} : { partner }),
        ...(uniqueIds === undefined ? {} : { uniqueIds }),
        ...(reason === undefined ? {} : { reason }),
        ...(detail === undefined ? {} : { detail }),
      });
    },
    takeInsiCall: () => refuseWhile(shared.takeInsiCall(session.userRef)),
    takeDmpCall: () => refuseWhile(shared.takeDmpCall(session.userRef)),
  };
  return context;
}

function refuseWhile(waitMs: number): void {
  if (waitMs > 0) throw fail('gateway.tooMany', { retryAfterS: Math.ceil(waitMs / 1000) });
}

/** Operations that leave a trace, and its kind. The others only read the site. */
const auditKinds: Readonly<Partial<Record<OperationId, AuditKind>>> = {
  'identity.get': 'identity.read',
  'identity.search': 'identity.searched',
  'identity.save': 'identity.changed',
  'identity.transition': 'identity.transition',
  'identity.history': 'identity.history',
  'identity.duplicates': 'identity.duplicates',
  'ins.search': 'ins.searchTraits',
  'ins.searchVitale': 'ins.searchVitale',
  'ins.vitale.read': 'ins.vitale.read',
  'ins.accept': 'ins.accepted',
  'ins.verify': 'ins.verified',
  'ins.verifyList': 'ins.verifyList',
  'ins.datamatrix.decode': 'ins.datamatrix.decoded',
  'ins.datamatrix.get': 'ins.datamatrix.shown',
  'ins.matricule.view': 'ins.matricule.viewed',
  'notices.acknowledge': 'notice.acknowledged',
  'dmp.status': 'dmp.status',
  'dmp.access': 'dmp.access',
  'dmp.authorise': 'dmp.authorised',
  'dmp.consent.get': 'dmp.consent.read',
  'dmp.consent.set': 'dmp.consent.changed',
  'dmp.search': 'dmp.searched',
  'dmp.newCounts': 'dmp.newCounts',
  'dmp.document.get': 'dmp.document.read',
  'dmp.document.rendering': 'dmp.document.rendered',
  'dmp.document.bytes': 'dmp.document.downloaded',
  'dmp.document.integrate': 'dmp.document.integrated',
  'dmp.update': 'dmp.document.updated',
  'dmp.authorisations': 'dmp.authorisations',
  'dmp.history': 'dmp.history',
  'dmp.emergency.open': 'dmp.emergency.opened',
  'dmp.emergency.close': 'dmp.emergency.closed',
  'dmp.secretConnection': 'dmp.secretConnection',
  'dmp.webAccess': 'dmp.webAccess',
  'dmp.webAccess.open': 'dmp.webAccess',
  'record.documents': 'record.documents',
  'record.remove': 'record.removed',
  'submission.derive': 'submission.derived',
  'submission.preview': 'submission.previewed',
  'submission.create': 'submission.created',
  'submission.replay': 'submission.replayed',
  'submission.cancel': 'submission.cancelled',
  'submission.hold': 'submission.held',
  'submission.pause': 'submission.paused',
  'audit.list': 'audit.listed',
  'audit.export': 'audit.exported',
};
