import type { Coded } from '@socle-sante/core/coded';
import { isSocleError } from '@socle-sante/core/error';
import { type Finding, finding, hasErrors } from '@socle-sante/core/finding';
import { type Submission, validateSubmission } from '@socle-sante/documents/submission';
import type { Derivation, DerivedField } from '../../contract.js';
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
import { type Described, depositTypes, describe, toChoices, toFields } from './description.js';
import { type Detected, detectDraft } from './detect.js';
import { isOfContent, once, placeOf, placeOfContent } from './place.js';

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

/** The submission of a draft, and what was found in it. */
interface Drawn {
  readonly detected: Detected;
  readonly described: Described;
  readonly types: readonly Coded[];
  readonly held: boolean;
  readonly minor: boolean;
  readonly submission?: Submission;
  readonly findings: readonly Finding[];
}

async function draw(
  context: OperationContext,
  draft: StoredDraft,
  record: IdentityRecord,
  defaults: DepositDefaults,
): Promise<Drawn> {
  const detected = detectDraft(draft);
  if (!detected) throw fail('gateway.document');
  const site = await context.site();
  const types = depositTypes(site.dmp?.types);
  const stored =
    draft.documentRef === undefined ? undefined : await context.ports.records?.get(draft.patientRef, draft.documentRef);
  const described = describe(draft, detected, defaults, types, stored ?? {});
  const submission = toSubmission(draft, record, described, detected, defaults);
  const minor = isMinorAt(record.state.traits.dateNaissance, dayInFrance(context.now()));
  const findings: Finding[] = [
    ...described.findings,
    ...visibilityFindings(draft, minor),
    ...contentFindings(detected, record),
    // What stops the DMP only says why that destination is closed.
    ...(submission ? validateSubmission(submission, { profile: 'dmp' }) : []).filter(({ rule }) => !doubles.has(rule)),
  ];
  return {
    detected,
    described,
    types,
    held: stored?.hold !== undefined,
    minor,
    ...(submission === undefined ? {} : { submission }),
    findings,
  };
}

/** Everything that follows from a draft: fields, choices, destinations, findings. Nothing is sent. */
export async function prepareDraft(
  context: OperationContext,
  draft: StoredDraft,
  record: IdentityRecord,
  defaults: DepositDefaults,
): Promise<Prepared> {
  const {
    detected,
    described,
    types,
    held,
    minor,
    submission,
    findings: found,
  } = await draw(context, draft, record, defaults);
  const fields = toFields(described);
  const written = await writeDraft(context, draft, detected, submission, found);
  const official = await officialLayer(context, written.bytes);
  const all = [...found, ...written.findings];
  const destinations = await destinationsOf(context, draft, record, defaults, held);
  const editable = (field: DerivedField) =>
    detected.kind !== 'cda' && fields.some((one) => one.field === field && one.editable);
  const findings = once(
    [...all, ...official.findings].map((one) => {
      const { step, field, path } = isOfContent(one) ? placeOfContent(one, editable) : placeOf(one);
      return { ...safeFinding({ ...one, path }), step, ...(field === undefined ? {} : { field }) };
    }),
  );
  const open = destinations.some(({ selected, allowed }) => selected && allowed);
  const derivation: Derivation = {
    derivationRef: draft.ref,
    expiresAt: draft.expiresAt,
    document: {
      kind: kindOf(detected),
      mediaType: detected.mediaType,
      size: detected.kind === 'structured' ? (written.bytes?.byteLength ?? 0) : draft.bytes.byteLength,
      ...('pages' in detected && detected.pages !== undefined ? { pages: detected.pages } : {}),
      ...(draft.converted ? { converted: true } : {}),
      ...(convertible(context, detected) ? { convertible: true } : {}),
    },
    fields,
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
    ...(previewable(context, detected) && submission !== undefined && !hasErrors(all) ? { previewable: true } : {}),
    canSend: open && submission !== undefined && !hasErrors(all) && !official.stops,
  };
  return { derivation, ...(submission === undefined ? {} : { submission }) };
}

/** The document of a draft as it will be sent, or `gateway.findings` with what prevents it. */
export async function drawDocument(
  context: OperationContext,
  draft: StoredDraft,
  record: IdentityRecord,
  defaults: DepositDefaults,
): Promise<Uint8Array> {
  const { detected, submission, findings } = await draw(context, draft, record, defaults);
  if (!previewable(context, detected)) throw fail('gateway.unsupported');
  const { bytes, findings: more } = await writeDraft(context, draft, detected, submission, findings);
  if (!bytes) throw fail('gateway.findings', { findings: [...findings, ...more].map(safeFinding) });
  return bytes;
}

function kindOf(detected: Detected): Derivation['document']['kind'] {
  switch (detected.kind) {
    case 'structured':
      return 'cda-n3';
    case 'cda':
      return detected.document.narrative.kind === 'N3' ? 'cda-n3' : 'cda-n1';
    default:
      return detected.kind;
  }
}

function previewable(context: OperationContext, { kind }: Detected): boolean {
  return kind === 'cda' || context.services.documents?.write !== undefined;
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

function contentFindings(detected: Detected, record: IdentityRecord): Finding[] {
  if (detected.kind !== 'cda') return [];
  const { verdict } = checkIdentity(detected.document, record);
  return verdict === 'different' ? [finding('deposit.identityDiffers', 'error', ['body'])] : [];
}

interface Written {
  readonly bytes?: Uint8Array;
  readonly findings: readonly Finding[];
}

/** The CDA document of a draft: brought as it is, or written from the submission. What cannot be written says why. */
async function writeDraft(
  context: OperationContext,
  draft: StoredDraft,
  detected: Detected,
  submission: Submission | undefined,
  found: readonly Finding[],
): Promise<Written> {
  if (detected.kind === 'cda') return { bytes: draft.bytes, findings: [] };
  const service = context.services.documents;
  // Writing and reading again has a cost: only where somebody looks at it.
  const wanted =
    detected.kind === 'structured' || service?.official !== undefined || context.operation === 'submission.preview';
  if (!service?.write || !wanted || !submission || hasErrors(found)) return { findings: [] };
  try {
    return { bytes: await service.write(submission), findings: [] };
  } catch (error) {
    if (!isSocleError(error) || error.code !== 'documents.prepare.refused') throw error;
    const said = new Set(found.map(keyOf));
    return { findings: error.findings.filter((one) => !said.has(keyOf(one)) && !doubles.has(one.rule)) };
  }
}

const keyOf = ({ rule, path }: Finding): string => `${rule} ${path.join('.')}`;

/** The official rules on the document as it will be sent. A layer that cannot run is told, and stops nothing. */
async function officialLayer(
  context: OperationContext,
  document: Uint8Array | undefined,
): Promise<{ readonly findings: readonly Finding[]; readonly stops: boolean }> {
  const layer = context.services.documents?.official;
  if (layer === undefined || document === undefined) return { findings: [], stops: false };
  const { signal } = context.request;
  try {
    const findings = await layer.check(document, { signal });
    return { findings, stops: layer.blocks && hasErrors(findings.filter(({ rule }) => rule.startsWith('official.'))) };
  } catch (error) {
    if (signal.aborted) throw error;
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
