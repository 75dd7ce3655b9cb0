import { type Finding, finding, hasErrors } from '@socle-sante/core/finding';
import { type Submission, validateSubmission } from '@socle-sante/documents/submission';
import type { DepositStep, Derivation } from '../../contract.js';
import { dayInFrance, isMinorAt } from '../calendar.js';
import type { OperationContext } from '../context.js';
import { qualified } from '../dmp/connection.js';
import { readConsent } from '../dmp/consent.js';
import { checkIdentity } from '../dmp/document-view.js';
import { knownStatus } from '../dmp/existence.js';
import type { StoredDraft } from '../document-ports.js';
import type { DepositDefaults, DocumentsService } from '../documents-service.js';
import { safeFinding } from '../error-map.js';
import { fail } from '../failure.js';
import type { IdentityRecord } from '../ports.js';
import { toSubmission } from './build.js';
import { depositTypes, describe, toChoices, toFields } from './description.js';
import { type Detected, detect } from './detect.js';

export function documentsService(context: OperationContext): DocumentsService {
  const service = context.services.documents;
  if (!service || !context.ports.submissions) throw fail('gateway.unsupported');
  return service;
}

export async function depositDefaults(context: OperationContext, patientRef: string): Promise<DepositDefaults> {
  const defaults = await documentsService(context).defaults(context.session, patientRef);
  if (!defaults) throw fail('gateway.unsupported');
  return defaults;
}

/** A draft with all that follows from it. */
export interface Prepared {
  readonly derivation: Derivation;
  readonly submission?: Submission;
}

/** Everything that follows from a draft: fields, choices, destinations, findings. Nothing is sent. */
export async function prepareDraft(
  context: OperationContext,
  draft: StoredDraft,
  record: IdentityRecord,
  defaults: DepositDefaults,
): Promise<Prepared> {
  const detected = detect(draft.bytes);
  if (!detected) throw fail('gateway.document');
  const site = await context.site();
  const types = depositTypes(site.dmp?.types);
  const held = draft.documentRef && (await context.ports.records?.get(draft.patientRef, draft.documentRef));
  const described = describe(draft, detected, defaults, types, held || {});
  const submission = toSubmission(draft, record, described, detected, defaults);
  const minor = isMinorAt(record.state.traits.dateNaissance, dayInFrance(context.now()));
  const found: Finding[] = [
    ...described.findings,
    ...visibilityFindings(draft, minor),
    ...contentFindings(detected, record, draft),
    // What stops the DMP only says why that destination is closed.
    ...(submission ? validateSubmission(submission, { profile: 'dmp' }) : []).filter(({ rule }) => !doubles.has(rule)),
  ];
  const official = await officialLayer(context, draft, detected);
  const destinations = await destinationsOf(context, draft, record, defaults, held ? held.hold !== undefined : false);
  const findings = [...found, ...official.findings].map((one) => ({ ...safeFinding(one), step: stepOf(one) }));
  const open = destinations.some(({ selected, allowed }) => selected && allowed);
  const derivation: Derivation = {
    derivationRef: draft.ref,
    expiresAt: draft.expiresAt,
    document: {
      kind: detected.kind === 'cda' ? (detected.document.narrative.kind === 'N3' ? 'cda-n3' : 'cda-n1') : detected.kind,
      mediaType: detected.mediaType,
      size: draft.bytes.byteLength,
      ...(detected.kind !== 'cda' && detected.pages !== undefined ? { pages: detected.pages } : {}),
      ...(draft.converted ? { converted: true } : {}),
      ...(convertible(context, detected) ? { convertible: true } : {}),
    },
    fields: toFields(described, detected),
    choices: toChoices(defaults, types),
    visibility: {
      value: draft.visibility,
      maskPro: { allowed: true },
      hidePatient: { allowed: true },
      hideLegal: minor ? { allowed: true } : { allowed: false, reason: 'deposit.notMinor' },
    },
    destinations,
    ...(draft.replaces === undefined
      ? {}
      : { replaces: { title: draft.replaces.title, version: draft.replaces.version } }),
    findings,
    canSend: open && submission !== undefined && !hasErrors(found) && !official.stops,
  };
  return { derivation, ...(submission === undefined ? {} : { submission }) };
}

/** Said already: by the state of the destination. */
const doubles: ReadonlySet<string> = new Set(['documents.identity.dmp', 'documents.identity.noIns']);

function convertible(context: OperationContext, detected: Detected): boolean {
  return (detected.kind === 'text' || detected.kind === 'jpeg') && context.services.documents?.toPdfA !== undefined;
}

function visibilityFindings({ visibility }: StoredDraft, minor: boolean): Finding[] {
  return [
    ...(visibility.hidePatient && visibility.remindOn === undefined
      ? [finding('deposit.reminder', 'error', ['visibility', 'remindOn'])]
      : []),
    ...(visibility.hideLegal && !minor ? [finding('deposit.notMinor', 'error', ['visibility', 'hideLegal'])] : []),
  ];
}

function contentFindings(detected: Detected, record: IdentityRecord, _draft: StoredDraft): Finding[] {
  if (detected.kind !== 'cda') return [];
  const { verdict } = checkIdentity(detected.document, record);
  return verdict === 'different' ? [finding('deposit.identityDiffers', 'error', ['body'])] : [];
}

/**
 * The official rules on a CDA document that was brought; those that we write are made from fields that the native layer checks. A
 * layer that cannot run is told, and stops nothing.
 */
async function officialLayer(
  context: OperationContext,
  draft: StoredDraft,
  detected: Detected,
): Promise<{ readonly findings: readonly Finding[]; readonly stops: boolean }> {
  const layer = context.services.documents?.official;
  if (layer === undefined || detected.kind !== 'cda') return { findings: [], stops: false };
  try {
    const findings = (await layer.check(draft.bytes)).map((one) => ({ ...one, path: [] }));
    return { findings, stops: layer.blocks && hasErrors(findings.filter(({ rule }) => rule.startsWith('official.'))) };
  } catch {
    return { findings: [finding('deposit.officialUnavailable', 'info', [])], stops: false };
  }
}

async function destinationsOf(
  context: OperationContext,
  draft: StoredDraft,
  record: IdentityRecord,
  defaults: DepositDefaults,
  held: boolean,
): Promise<Derivation['destinations']> {
  const reason = await dmpClosedBy(context, record, held);
  const wanted = (channel: Derivation['destinations'][number]['channel']) => draft.destinations.includes(channel);
  const others = (['mss-pro', 'mss-patient', 'pfi'] as const).map((channel) => ({
    channel,
    selected: wanted(channel) && (defaults.channels?.includes(channel) ?? false),
    allowed: defaults.channels?.includes(channel) ?? false,
    ...(defaults.channels?.includes(channel) ? {} : { reason: 'notConfigured' }),
  }));
  return [
    {
      channel: 'dmp',
      selected: wanted('dmp') && reason === undefined,
      allowed: reason === undefined,
      ...(reason === undefined ? {} : { reason }),
    },
    ...others,
  ];
}

/** Why nothing can go to the DMP of this patient; undefined when it can, or when the DMP could not be asked: it will be queued. */
export async function dmpClosedBy(
  context: OperationContext,
  record: IdentityRecord,
  held: boolean,
): Promise<string | undefined> {
  const connection = await context.services.dmp?.connect(context.session);
  if (!connection) return 'notConfigured';
  if (!qualified(record)) return 'notQualified';
  if (held) return 'held';
  const { profile } = connection.deposits ?? connection;
  if (profile.mode === 'INDIRECTE_RENFORCEE') return 'mode';
  if ((await readConsent(context, record.patientRef)).feeding === 'opposed') return 'opposed';
  try {
    const { kind } = await knownStatus(context, connection, record);
    return kind === 'none' || kind === 'closed' ? kind : undefined;
  } catch {
    return undefined;
  }
}

/** Of the layers that read the whole document: nothing in the wizard corrects it. */
function isOfContent({ rule }: Finding): boolean {
  return /^(?:official|cda)\./.test(rule) || rule === 'deposit.officialUnavailable';
}

/** The step of the wizard where a finding is solved. */
function stepOf(one: Finding): DepositStep {
  if (isOfContent(one)) return 'check';
  const { path } = one;
  const inside = path[0] === 'documents' ? path.slice(2) : path;
  switch (inside[0]) {
    case 'body':
      return 'document';
    case 'visibility':
      return 'visibility';
    case 'patient':
    case 'vendor':
    case 'submitter':
    case 'contentType':
      return 'check';
    default:
      return 'description';
  }
}
