import { newOid } from '@socle-sante/documents/submission';
import type { SubmissionDeriveInput } from '../../contract.js';
import type { Operation } from '../context.js';
import { loadRecord, note, type OperationContext } from '../context.js';
import { visibilityOf } from '../deposit/description.js';
import { detectDraft } from '../deposit/detect.js';
import { depositDefaults, documentsService, drawDocument, prepareDraft } from '../deposit/prepare.js';
import { consult } from '../dmp/consult.js';
import { readDocument } from '../dmp/document-view.js';
import { findByHandle, openHandle } from '../dmp/found.js';
import { needBytes } from '../dmp/read.js';
import type { StoredDraft, SubmissionStore } from '../document-ports.js';
import type { ComposedDocument } from '../documents-service.js';
import { safeFinding } from '../error-map.js';
import { fail } from '../failure.js';
import { nativePage } from '../rendering.js';
import { recordStore } from './record.js';

/** A preparation waits this long for the user. */
const DRAFT_MS = 60 * 60_000;

/** A preparation that is being sent, or corrected, holds its drafts no longer than this. */
const DRAFT_HOLD_MS = 5 * 60_000;

/** Runs `work` while nobody else sends or corrects these preparations; `gateway.busy` when somebody does. */
export async function withDrafts<T>(
  { ports: { transient } }: OperationContext,
  refs: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const held: string[] = [];
  try {
    for (const ref of refs) {
      const key = `draft:${ref}`;
      if (!(await transient.set(key, '1', DRAFT_HOLD_MS, { onlyIfAbsent: true })))
        throw fail('gateway.busy', { retryAfterS: 1, params: { attribute: 'sending' } });
      held.push(key);
    }
    return await work();
  } finally {
    for (const key of held) await transient.delete(key);
  }
}

export const deriveSubmission: Operation<'submission.derive'> = (input, context) =>
  withDrafts(context, input.source.kind === 'derivation' ? [input.source.derivationRef] : [], () =>
    derive(input, context),
  );

const derive: Operation<'submission.derive'> = async (input, context) => {
  const record = await loadRecord(context, input.patientRef);
  const service = documentsService(context);
  const store = submissionStore(context);
  const defaults = await depositDefaults(context, input.patientRef);
  const source = await readSource(context, input);
  let { bytes } = source;
  let converted = source.former?.converted ?? false;
  const { composed } = source;
  const detected = detectDraft(source);
  if (!detected) throw fail('gateway.document');
  if (input.convert && service.toPdfA && (detected.kind === 'text' || detected.kind === 'jpeg')) {
    const body = { kind: detected.kind, content: bytes };
    const made = await service.toPdfA(body, { title: input.description?.title ?? '', date: context.now() });
    if (!made.ok) throw fail('gateway.document', { findings: made.findings.map(safeFinding) });
    bytes = made.value;
    converted = true;
  }
  const ids = {
    clock: context.now,
    random: context.random,
  };
  const { former } = source;
  const written = detected.kind === 'cda' ? detected.document.header.id?.split('^')[0] : undefined;
  const documentId = former?.documentId ?? written ?? newOid(defaults.vendor, ids);
  const submissionSetId = former?.submissionSetId ?? newOid(defaults.vendor, ids);
  if (documentId === undefined || submissionSetId === undefined) throw fail('gateway.unsupported');
  const replaces =
    input.replaces === undefined ? former?.replaces : await replaced(context, input.patientRef, input.replaces);
  const draft: StoredDraft = {
    ref: former?.ref ?? context.newId(),
    patientRef: input.patientRef,
    userRef: context.session.userRef,
    expiresAt: new Date(context.now().getTime() + DRAFT_MS).toISOString(),
    documentId,
    submissionSetId,
    mediaType: converted ? 'application/pdf' : detected.mediaType,
    bytes,
    converted,
    ...(composed === undefined ? {} : { composed }),
    ...(source.documentRef === undefined ? {} : { documentRef: source.documentRef }),
    description: input.description ?? former?.description ?? {},
    visibility: input.visibility ?? former?.visibility ?? visibilityOf(composed),
    destinations: input.destinations ?? former?.destinations ?? ['dmp'],
    ...(replaces === undefined ? {} : { replaces }),
    createdAt: former?.createdAt ?? context.at(),
  };
  await store.keepDraft(draft);
  const { derivation } = await prepareDraft(context, draft, record, defaults);
  context.trace.uniqueIds = [documentId];
  note(context, {
    kind: derivation.document.kind,
    size: derivation.document.size,
    errors: derivation.findings.filter(({ severity }) => severity === 'error').length,
  });
  return derivation;
};

export const previewSubmission: Operation<'submission.preview'> = async ({ patientRef, derivationRef }, context) => {
  const record = await loadRecord(context, patientRef);
  const draft = await ownDraft(context, patientRef, derivationRef);
  const bytes = await drawDocument(context, draft, record, await depositDefaults(context, patientRef));
  context.trace.uniqueIds = [draft.documentId];
  return { html: nativePage(readDocument(bytes).parsed) };
};

export function submissionStore(context: OperationContext): SubmissionStore {
  const store = context.ports.submissions;
  if (!store) throw fail('gateway.unsupported');
  return store;
}

/** A draft of this user for this patient, or `gateway.derivationExpired`. */
export async function ownDraft(context: OperationContext, patientRef: string, ref: string): Promise<StoredDraft> {
  const draft = await submissionStore(context).draft(ref);
  if (!draft || draft.patientRef !== patientRef || draft.userRef !== context.session.userRef)
    throw fail('gateway.derivationExpired');
  return draft;
}

interface Source {
  readonly bytes: Uint8Array;
  readonly composed?: ComposedDocument;
  readonly documentRef?: string;
  readonly former?: StoredDraft;
}

async function readSource(context: OperationContext, { patientRef, source }: SubmissionDeriveInput): Promise<Source> {
  switch (source.kind) {
    case 'file': {
      if (!context.file) throw fail('gateway.badRequest', { fields: { file: 'required' } });
      if (context.file.bytes.byteLength === 0) throw fail('gateway.document');
      return { bytes: context.file.bytes };
    }
    case 'record': {
      const { documentRef } = source;
      const bytes = await recordStore(context).bytes(patientRef, documentRef);
      if (!bytes) throw fail('gateway.notFound');
      return { bytes, documentRef };
    }
    case 'composed': {
      const composed = await documentsService(context).compose?.(context.session, patientRef, source.ref);
      if (!composed) throw fail('gateway.notFound');
      const { body } = composed.document;
      const { documentRef } = composed;
      return {
        bytes: body.kind === 'structured' ? new Uint8Array() : body.content,
        composed,
        ...(documentRef === undefined ? {} : { documentRef }),
      };
    }
    case 'derivation': {
      const former = await ownDraft(context, patientRef, source.derivationRef);
      const { bytes, composed, documentRef } = former;
      return {
        bytes,
        ...(composed === undefined ? {} : { composed }),
        ...(documentRef === undefined ? {} : { documentRef }),
        // Once it was sent, what is corrected is another document, under other identifiers.
        ...(former.submissionRef === undefined ? { former } : {}),
      };
    }
  }
}

/**
 * The document that is replaced: its set and its version come from the record, else from the document itself, which is read
 * for that. Where it cannot be read (indirect mode), it is taken for a first version, whose set bears its own identifier.
 */
async function replaced(
  context: OperationContext,
  patientRef: string,
  handle: string,
): Promise<NonNullable<StoredDraft['replaces']>> {
  const { uniqueId, entryUuid } = await openHandle(context, patientRef, handle);
  const decision = await context.authorize({ operation: 'submission.derive', action: 'document.replace', patientRef });
  if (!decision.allowed) throw fail('gateway.forbidden', { reason: decision.reason ?? 'profile' });
  const local = (await context.ports.records?.list(patientRef))?.find((one) => one.uniqueId === uniqueId);
  const known = local?.setId === undefined ? await readReplaced(context, patientRef, handle) : undefined;
  return {
    uniqueId,
    entryUuid,
    title: known?.title ?? local?.title ?? '',
    setId: local?.setId ?? known?.setId ?? uniqueId,
    version: local?.version ?? known?.version ?? '1',
  };
}

async function readReplaced(context: OperationContext, patientRef: string, handle: string) {
  try {
    return await consult(context, patientRef, async (consultation) => {
      const found = await findByHandle(context, consultation, handle);
      const { bytes } = await needBytes(context, consultation, found);
      const { setId, version } = readDocument(bytes).header;
      return { title: found.entry.title, setId, version };
    });
  } catch {
    return undefined;
  }
}
