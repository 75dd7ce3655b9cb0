import { isSocleError } from '@socle-sante/core/error';
import { hasErrors } from '@socle-sante/core/finding';
import type { PreparedSubmission } from '@socle-sante/documents/xds';
import type { Submission } from '../../contract.js';
import { loadRecord, note, type Operation, type OperationContext } from '../context.js';
import { depositDefaults, documentsService, prepareDraft } from '../deposit/prepare.js';
import { cancellable, replayable, toSubmissionView } from '../deposit/view.js';
import { secrecy } from '../dmp/access-marks.js';
import { needQualified } from '../dmp/connection.js';
import { toCoded } from '../dmp/row.js';
import type { StoredChannel, StoredDraft, StoredSubmission } from '../document-ports.js';
import { safeFinding } from '../error-map.js';
import { fail } from '../failure.js';
import type { IdentityRecord } from '../ports.js';
import { ownDraft, submissionStore, withDrafts } from './submission-derive.js';

const PAGE = 100;

export const createSubmission: Operation<'submission.create'> = async ({ patientRef, derivationRefs }, context) => {
  const record = await loadRecord(context, patientRef);
  const refs = [...new Set(derivationRefs)];
  // A preparation is sent once, whatever the key of the request, and whoever else sends or corrects it now.
  return withDrafts(context, refs, async () => {
    const store = submissionStore(context);
    const drafts = await Promise.all(refs.map((ref) => ownDraft(context, patientRef, ref)));
    const known = new Set(drafts.map(({ submissionRef }) => submissionRef));
    const [sent] = known;
    const earlier = sent === undefined ? undefined : await store.get(sent);
    if (earlier && known.size === 1) return viewOf(context, earlier);
    // Some were sent and others not: what is left is prepared and sent by itself.
    if (known.size > 1) throw fail('gateway.conflict', { params: { attribute: 'sent' } });
    needQualified(record);
    const documents = await Promise.all(drafts.map((draft) => prepareOne(context, draft)));
    // A process that dies from here on finds its own reference again, and the documents that it filed.
    const ref = sent ?? context.newId();
    for (const draft of drafts) await store.keepDraft({ ...draft, submissionRef: ref });
    const stored: StoredSubmission = {
      ref,
      version: 1,
      patientRef,
      createdAt: context.at(),
      session: context.session,
      documents: await fileDrafts(context, drafts, documents),
      ...(await secretOf(context, record)),
    };
    await store.add(stored);
    context.trace.uniqueIds = stored.documents.map(({ uniqueId }) => uniqueId);
    note(context, { documents: stored.documents.length });
    await context.state.queue.publish(stored);
    context.state.queue.wake();
    return viewOf(context, stored);
  });
};

async function secretOf(context: OperationContext, record: IdentityRecord) {
  const connection = await context.services.dmp?.connect(context.session);
  return connection ? secrecy(context, connection, record) : {};
}

type Sending = StoredSubmission['documents'][number];

async function prepareOne(context: OperationContext, draft: StoredDraft): Promise<Sending> {
  const record = await loadRecord(context, draft.patientRef);
  const defaults = await depositDefaults(context, draft.patientRef);
  const { derivation, submission } = await prepareDraft(context, draft, record, defaults);
  const local =
    draft.documentRef === undefined ? undefined : await context.ports.records?.get(draft.patientRef, draft.documentRef);
  if (local?.hold) throw fail('gateway.held');
  const chosen = derivation.destinations.filter(({ selected, allowed }) => selected && allowed);
  const closed = derivation.destinations.find(({ channel }) => channel === 'dmp')?.reason;
  if (closed === 'opposed' && chosen.length === 0) throw fail('gateway.feeding');
  if (!derivation.canSend || !submission) throw fail('gateway.findings', { findings: derivation.findings });
  const prepared = await prepareSet(context, submission);
  if (hasErrors(prepared.findings)) throw fail('gateway.findings', { findings: prepared.findings.map(safeFinding) });
  const [document] = submission.documents;
  const entry = prepared.entries.find(({ uniqueId }) => uniqueId === draft.documentId) ?? prepared.entries[0];
  const uniqueId: string = entry?.uniqueId ?? draft.documentId;
  const at = context.at();
  return {
    title: document?.title ?? '',
    type: toCoded(entry?.typeCode ?? { code: '', codeSystem: '', displayName: '' }),
    uniqueId,
    ...(draft.documentRef === undefined ? {} : { documentRef: draft.documentRef }),
    ...(draft.replaces === undefined ? {} : { replaces: { uniqueId: draft.replaces.uniqueId } }),
    // The queue of this gateway sends to the DMP; the other channels are the site's, which finds them here.
    channels: chosen.map(({ channel }) => ({
      channel,
      state: channel === 'dmp' ? ('queued' as const) : ('prepared' as const),
      at,
      attempts: 0,
    })),
    prepared,
  };
}

/** Builds and signs the set; what cannot be built is a refusal with its findings. */
async function prepareSet(
  context: OperationContext,
  submission: Parameters<ReturnType<typeof documentsService>['prepare']>[0],
): Promise<PreparedSubmission> {
  try {
    return await documentsService(context).prepare(submission, context.session);
  } catch (error) {
    if (!isSocleError(error) || error.code !== 'documents.prepare.refused') throw error;
    throw fail('gateway.findings', { findings: error.findings.map(safeFinding) });
  }
}

/** « Le document reste dans le dossier »: what came as a file is filed in the record, what was there says that it leaves. */
async function fileDrafts(
  context: OperationContext,
  drafts: readonly StoredDraft[],
  documents: readonly Sending[],
): Promise<Sending[]> {
  const { records } = context.ports;
  if (!records) return [...documents];
  return Promise.all(
    documents.map(async (document, index) => {
      const draft = drafts[index];
      if (!draft) return document;
      const { title, type, uniqueId, prepared, channels } = document;
      const dmp = channels.some(({ channel }) => channel === 'dmp')
        ? { dmp: { state: 'queued' as const, at: context.at(), uniqueId } }
        : {};
      const { remindOn } = draft.visibility;
      const reminder = remindOn === undefined ? {} : { remindOn };
      const stored =
        draft.documentRef === undefined
          ? (await records.list(draft.patientRef)).find((one) => one.uniqueId === uniqueId)
          : await records.get(draft.patientRef, draft.documentRef);
      if (stored) {
        await records.update(draft.patientRef, { ...stored, ...reminder, ...dmp });
        return { ...document, documentRef: stored.documentRef };
      }
      // What was composed has no file: what is filed is the document that leaves.
      const composed = draft.bytes.byteLength === 0 ? prepared.documents[0]?.bytes : undefined;
      const bytes = composed ?? draft.bytes;
      const documentRef = await records.add(
        draft.patientRef,
        {
          title,
          type,
          at: draft.createdAt,
          mediaType: draft.mediaType,
          size: bytes.byteLength,
          origin: 'own',
          version: draft.replaces === undefined ? '1' : String((Number(draft.replaces.version) || 1) + 1),
          uniqueId,
          setId: draft.replaces?.setId ?? uniqueId,
          ...reminder,
          ...dmp,
        },
        bytes,
      );
      return { ...document, documentRef };
    }),
  );
}

async function viewOf(context: OperationContext, stored: StoredSubmission): Promise<Submission> {
  return toSubmissionView(stored, (await context.ports.records?.list(stored.patientRef)) ?? []);
}

/** A sending that this session may see, or `gateway.notFound`. */
async function load(context: OperationContext, ref: string): Promise<StoredSubmission> {
  const stored = await submissionStore(context).get(ref);
  if (!stored) throw fail('gateway.notFound');
  const { patientRef } = stored;
  context.trace.patientRef = patientRef;
  const decision = await context.authorize({ operation: context.operation, patientRef });
  if (!decision.allowed) throw fail('gateway.notFound');
  return stored;
}

export const getSubmission: Operation<'submission.get'> = async ({ ref }, context) =>
  viewOf(context, await load(context, ref));

export const listSubmissions: Operation<'submission.list'> = async (input, context) => {
  const store = submissionStore(context);
  const { limit = PAGE, ...query } = input;
  const page = await store.list({
    limit,
    ...(query.patientRef === undefined ? {} : { patientRef: query.patientRef }),
    ...(query.states === undefined ? {} : { states: query.states }),
    ...(query.channels === undefined ? {} : { channels: query.channels }),
    ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
  });
  const visible = await Promise.all(
    page.submissions.map(async (stored) => {
      const { allowed } = await context.authorize({ operation: 'submission.get', patientRef: stored.patientRef });
      return allowed ? [await viewOf(context, stored)] : [];
    }),
  );
  return {
    submissions: visible.flat(),
    total: page.total,
    ...(page.next === undefined ? {} : { next: page.next }),
    paused: await store.paused(),
  };
};

type ChangeChannel = (channel: StoredChannel, documentRef: string | undefined) => StoredChannel | undefined;

/** Changes every channel that `next` changes, and tells the pages; `gateway.conflict` when there is none. */
async function changeChannels(
  context: OperationContext,
  stored: StoredSubmission,
  next: ChangeChannel,
): Promise<StoredSubmission> {
  const changed = await tryChange(context, stored, next);
  if (!changed) throw fail('gateway.conflict', { params: { attribute: 'sending' } });
  return changed;
}

async function tryChange(
  context: OperationContext,
  stored: StoredSubmission,
  next: ChangeChannel,
): Promise<StoredSubmission | undefined> {
  let changed = false;
  const documents = stored.documents.map((document) => ({
    ...document,
    channels: document.channels.map((channel) => {
      const after = next(channel, document.documentRef);
      if (after) changed = true;
      return after ?? channel;
    }),
  }));
  if (!changed) return undefined;
  const written: StoredSubmission = { ...stored, documents, version: stored.version + 1 };
  if (!(await submissionStore(context).replace(written, stored.version))) return undefined;
  await context.state.queue.publish(written);
  return written;
}

export const replaySubmissions: Operation<'submission.replay'> = async ({ refs }, context) => {
  const loaded = await Promise.all([...new Set(refs)].map((ref) => load(context, ref)));
  const at = context.at();
  const submissions: Submission[] = [];
  let replayed = 0;
  for (const stored of loaded) {
    const changed = await tryChange(context, stored, ({ channel, state, attempts }) =>
      channel === 'dmp' && replayable.has(state) ? { channel, state: 'queued', at, attempts } : undefined,
    );
    if (changed) replayed += 1;
    // What left meanwhile is shown as it is now.
    const now = changed ?? (await submissionStore(context).get(stored.ref)) ?? stored;
    submissions.push(await viewOf(context, now));
  }
  if (replayed === 0) throw fail('gateway.conflict', { params: { attribute: 'sending' } });
  note(context, { sendings: replayed });
  context.state.queue.wake();
  return { submissions };
};

export const cancelSubmission: Operation<'submission.cancel'> = async ({ ref, reason }, context) => {
  const at = context.at();
  const changed = await changeChannels(context, await load(context, ref), ({ channel, state, attempts }) =>
    cancellable.has(state) ? { channel, state: 'cancelled', at, attempts } : undefined,
  );
  context.trace.reason = reason;
  note(context, { reasonLength: reason.length });
  for (const { documentRef, uniqueId } of changed.documents) {
    const stored = documentRef && (await context.ports.records?.get(changed.patientRef, documentRef));
    if (stored) {
      await context.ports.records?.update(changed.patientRef, {
        ...stored,
        dmp: { state: 'cancelled', at, uniqueId },
      });
    }
  }
  return viewOf(context, changed);
};

export const holdDocument: Operation<'submission.hold'> = async (input, context) => {
  const { patientRef, documentRef, held, reason } = input;
  await loadRecord(context, patientRef);
  const { records } = context.ports;
  const document = await records?.get(patientRef, documentRef);
  if (!records) throw fail('gateway.unsupported');
  if (!document) throw fail('gateway.notFound');
  const { hold: _former, ...free } = document;
  const at = context.at();
  const hold = { by: context.session.displayName, at, ...(reason === undefined || reason === '' ? {} : { reason }) };
  await records.update(patientRef, held ? { ...free, hold } : free);
  await holdWaiting(context, patientRef, documentRef, held);
  note(context, { held });
  return held ? { documentRef, hold } : { documentRef };
};

/** What waits in the queue for this very document stops, or goes on. */
async function holdWaiting(context: OperationContext, patientRef: string, documentRef: string, held: boolean) {
  const store = context.ports.submissions;
  if (!store) return;
  const at = context.at();
  const { submissions } = await store.list({ patientRef, states: [held ? 'queued' : 'held'], limit: PAGE });
  for (const stored of submissions) {
    if (!stored.documents.some((one) => one.documentRef === documentRef)) continue;
    await changeChannels(context, stored, ({ channel, state, attempts }, ref) =>
      ref === documentRef && state === (held ? 'queued' : 'held')
        ? { channel, state: held ? 'held' : 'queued', at, attempts }
        : undefined,
    );
  }
  if (!held) context.state.queue.wake();
}

export const pauseSubmissions: Operation<'submission.pause'> = async ({ paused }, context) => {
  const store = submissionStore(context);
  await store.setPaused(paused);
  const { total } = await store.list({ states: ['queued'], limit: 1 });
  context.state.events.publish({ type: 'queue', paused, waiting: total });
  note(context, { paused });
  if (!paused) context.state.queue.wake();
  return { paused };
};
