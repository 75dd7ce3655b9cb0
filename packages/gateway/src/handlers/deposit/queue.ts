import { isSocleError } from '@socle-sante/core/error';
import type { UniqueId } from '@socle-sante/documents/xds';
import type { AuditEntry, UiError } from '../../contract.js';
import { secretsOf } from '../context.js';
import { qualified } from '../dmp/connection.js';
import type { StoredChannel, StoredSubmission, SubmissionStore } from '../document-ports.js';
import { toFailure } from '../error-map.js';
import type { EventBus } from '../event-bus.js';
import type { HealthTracker } from '../health.js';
import type { GatewayOptions } from '../options.js';
import { faultOf } from '../outcome.js';
import { toSubmissionView } from './view.js';

/** Sends what is in the store, in the background. */
export interface SubmissionQueue {
  /** Looks for something to send, now. */
  wake(): void;
  /** Resolves once nothing can be sent at this moment. */
  idle(): Promise<void>;
  /** Tells the pages what became of a sending. */
  publish(submission: StoredSubmission): Promise<void>;
}

/** Waits before the next try, then the last one again and again: a deposit is never given up by itself. */
const DELAYS_MS = [5_000, 30_000, 120_000, 600_000, 1_800_000] as const;
/** A sending that died holds its document no longer than this. */
const HOLD_MS = 15 * 60_000;
const PAGE = 100;
/** After an exception that was no answer of the DMP. */
const AFTER_FAULT_MS = 30_000;

interface Shared {
  readonly options: GatewayOptions;
  readonly health: HealthTracker;
  readonly events: EventBus;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** The queue over the store of the vendor. Without the store or the DMP it does nothing. */
export function createQueue(shared: Shared): SubmissionQueue {
  const { options, events, now } = shared;
  const { submissions: store } = options.ports;
  let running: Promise<void> | undefined;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const publish = async (submission: StoredSubmission) => {
    const documents = (await options.ports.records?.list(submission.patientRef)) ?? [];
    events.publish({ type: 'submission', submission: toSubmissionView(submission, documents) });
  };

  const run = async (queue: SubmissionStore) => {
    do {
      again = false;
      if (await queue.paused()) break;
      const next = await dueOf(queue, now());
      for (const { ref, index } of next.due) await sendOne(shared, queue, ref, index, publish);
      if (next.due.length > 0) again = true;
      else if (next.nextAt !== undefined) sleepUntil(next.nextAt);
    } while (again);
  };

  const sleepUntil = (at: number) => {
    clearTimeout(timer);
    timer = setTimeout(wake, Math.max(1_000, Math.min(at - now().getTime(), 2 ** 30)));
    // A waiting deposit does not keep a Node process alive: it is found again at the next start.
    (timer as { unref?: () => void }).unref?.();
  };

  const wake = () => {
    if (!store || !options.services.dmp) return;
    if (running) {
      again = true;
      return;
    }
    running = run(store)
      .catch((thrown: unknown) => {
        options.onFault?.(faultOf(thrown, { operation: 'submission.create', reference: shared.newId() }));
        // A store that fails now may answer in a while: nobody else would wake the queue.
        sleepUntil(now().getTime() + AFTER_FAULT_MS);
      })
      .finally(() => {
        running = undefined;
        // Somebody woke it after its last look.
        if (again) {
          again = false;
          wake();
        }
      });
  };

  return {
    wake,
    publish,
    async idle() {
      while (running) await running;
    },
  };
}

async function dueOf(store: SubmissionStore, at: Date) {
  const due: { ref: string; index: number }[] = [];
  let nextAt: number | undefined;
  let cursor: string | undefined;
  do {
    const page = await store.list({
      states: ['queued', 'sending'],
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const { ref, documents } of page.submissions) {
      for (const [index, { channels }] of documents.entries()) {
        const channel = channels.find(({ channel: name }) => name === 'dmp');
        if (channel?.state !== 'queued' && channel?.state !== 'sending') continue;
        // One that was being sent when its process died is sent again once its hold is over.
        const from =
          channel.state === 'sending'
            ? Date.parse(channel.at) + HOLD_MS
            : channel.nextTryAt === undefined
              ? 0
              : Date.parse(channel.nextTryAt);
        if (from <= at.getTime()) due.push({ ref, index });
        else nextAt = Math.min(nextAt ?? from, from);
      }
    }
    cursor = page.next;
  } while (cursor !== undefined);
  // The oldest first.
  return { due: due.reverse(), nextAt };
}

async function sendOne(
  shared: Shared,
  store: SubmissionStore,
  ref: string,
  index: number,
  publish: (submission: StoredSubmission) => Promise<void>,
): Promise<void> {
  const { options, now } = shared;
  const { transient } = options.ports;
  const key = `sending:${ref}:${index}`;
  if (!(await transient.set(key, '1', HOLD_MS, { onlyIfAbsent: true }))) return;
  try {
    const started = await change(shared, store, ref, index, (channel) =>
      channel.state === 'queued' || channel.state === 'sending'
        ? { ...bare(channel), state: 'sending', at: now().toISOString(), attempts: channel.attempts + 1 }
        : undefined,
    );
    if (!started) return;
    await publish(started);
    const outcome = await attempt(shared, started, index);
    const ended = await change(shared, store, ref, index, (channel) => ({ ...bare(channel), ...outcome.channel }));
    if (!ended) return;
    await markRecord(shared, ended, index);
    await trace(shared, ended, index, outcome);
    await publish(ended);
  } finally {
    await transient.delete(key);
  }
}

const bare = ({ channel, state, at, attempts }: StoredChannel): StoredChannel => ({ channel, state, at, attempts });

/** Changes the DMP channel of one document; tries again when another process wrote meanwhile. */
async function change(
  _shared: Shared,
  store: SubmissionStore,
  ref: string,
  index: number,
  next: (channel: StoredChannel) => StoredChannel | undefined,
): Promise<StoredSubmission | undefined> {
  for (let attempts = 0; attempts < 5; attempts++) {
    const stored = await store.get(ref);
    const channel = stored?.documents[index]?.channels.find(({ channel: name }) => name === 'dmp');
    const changed = channel && next(channel);
    if (!stored || !changed) return undefined;
    const documents = stored.documents.map((document, at) =>
      at === index
        ? { ...document, channels: document.channels.map((one) => (one.channel === 'dmp' ? changed : one)) }
        : document,
    );
    const written: StoredSubmission = { ...stored, documents, version: stored.version + 1 };
    if (await store.replace(written, stored.version)) return written;
  }
  return undefined;
}

interface Outcome {
  readonly channel: Omit<StoredChannel, 'channel' | 'attempts'>;
  readonly messageId?: string;
}

/** One attempt. It never throws: whatever happens, the document is somewhere that a person can see. */
async function attempt(shared: Shared, submission: StoredSubmission, index: number): Promise<Outcome> {
  const { options, health, now, newId } = shared;
  const document = submission.documents[index];
  const start = now().getTime();
  const at = () => now().toISOString();
  const reference = newId();
  const attempts = document?.channels.find(({ channel }) => channel === 'dmp')?.attempts ?? 1;
  const secrets: string[] = [];
  try {
    if (!document) throw new RangeError('submission.document');
    const record = await options.ports.identities.get(submission.patientRef);
    if (record) secrets.push(...secretsOf(record));
    const connection = await options.services.dmp?.connect(submission.session);
    const target = connection?.deposits ?? connection;
    const consent = await options.ports.consents?.get(submission.patientRef);
    const feeding = consent?.entries.findLast((entry) => entry.feeding !== undefined)?.feeding;
    const stop = (code: string, audience: UiError['audience'] = 'user'): Outcome => ({
      channel: {
        state: 'needs-user',
        at: at(),
        error: { code, service: 'gateway', retryable: false, audience, messageId: reference },
      },
    });
    const patient = record && qualified(record);
    if (!target) return stop('gateway.unsupported', 'admin');
    if (!patient) return stop('gateway.notQualified');
    if (feeding === 'opposed') return stop('gateway.feeding');
    const filed =
      document.documentRef === undefined
        ? undefined
        : await options.ports.records?.get(submission.patientRef, document.documentRef);
    // Held since it was queued, or brought back while it was held: it waits until it is released.
    if (filed?.hold) return { channel: { state: 'held', at: at() } };
    const input = {
      patient,
      submission: document.prepared,
      mayHaveArrived: attempts > 1,
      ...(submission.secretConnection ? { secretConnection: true } : {}),
    };
    const { calls, profile } = target;
    const entryId = document.prepared.entries.find(({ uniqueId }) => uniqueId === document.uniqueId)?.id;
    const result =
      document.replaces && entryId !== undefined
        ? await calls.replace({
            ...input,
            replaces: [{ entryId, uniqueId: document.replaces.uniqueId as UniqueId }],
          })
        : profile.profile === 'staff'
          ? await calls.depositByStaff(input)
          : await calls.deposit(input);
    health.record('dmp', { ms: now().getTime() - start, reached: true });
    const refused = result.documents.find(({ state }) => state === 'refused');
    if (refused) {
      const official = refused.errors[0]?.code;
      return {
        channel: {
          state: 'refused',
          at: at(),
          error: {
            code: 'dmp.refused.message',
            service: 'dmp',
            retryable: false,
            audience: 'user',
            messageId: result.messageId,
            ...(official === undefined ? {} : { officialCode: official.slice(0, 60) }),
          },
        },
        messageId: result.messageId,
      };
    }
    return { channel: { state: 'sent', at: at() }, messageId: result.messageId };
  } catch (thrown) {
    const there = await alreadyThere(thrown, shared, submission, index);
    if (there) return { channel: { state: 'sent', at: at() }, messageId: there };
    if (isSocleError(thrown) && thrown.origin !== 'argument')
      health.record('dmp', { ms: now().getTime() - start, reached: thrown.origin !== 'unreachable' });
    const { error } = toFailure(thrown, { reference, secrets });
    if (error.code === 'gateway.internal')
      options.onFault?.(faultOf(thrown, { operation: 'submission.create', reference }));
    return {
      channel: failedChannel(error, attempts, now()),
      ...(error.messageId === undefined ? {} : { messageId: error.messageId }),
    };
  }
}

/**
 * « Already registered » means that an earlier attempt arrived, once TD3.1b has found the document (dmp-xds: re-submission).
 * Gives the reference of that answer.
 */
async function alreadyThere(
  thrown: unknown,
  { options }: Shared,
  submission: StoredSubmission,
  index: number,
): Promise<string | undefined> {
  const document = submission.documents[index];
  if (!isSocleError(thrown) || thrown.officialCode !== 'XDSDuplicateUniqueIdInRegistry' || !document) return undefined;
  try {
    const record = await options.ports.identities.get(submission.patientRef);
    const connection = await options.services.dmp?.connect(submission.session);
    const patient = record && qualified(record);
    if (!connection || !patient) return undefined;
    const { calls } = connection.deposits ?? connection;
    const found = await calls.findReference({
      patient,
      uniqueId: document.uniqueId as UniqueId,
      ...(submission.secretConnection ? { secretConnection: true } : {}),
    });
    return found.entryUuid === undefined ? undefined : found.messageId;
  } catch {
    return undefined;
  }
}

/** A failure that may pass waits for its next try; the others wait for a person. */
function failedChannel(error: UiError, attempts: number, at: Date): Outcome['channel'] {
  if (error.retryable) {
    const delay = Math.max(
      DELAYS_MS[Math.min(attempts, DELAYS_MS.length) - 1] ?? DELAYS_MS[0],
      (error.retryAfterS ?? 0) * 1000,
    );
    return {
      state: 'queued',
      at: at.toISOString(),
      error,
      nextTryAt: new Date(at.getTime() + delay).toISOString(),
    };
  }
  const state = error.code.startsWith('dmp.refused.') ? 'refused' : 'needs-user';
  return { state, at: at.toISOString(), error };
}

/** The document of the record says what became of it (HISTO.01). */
async function markRecord({ options }: Shared, submission: StoredSubmission, index: number): Promise<void> {
  const document = submission.documents[index];
  const { records } = options.ports;
  if (!document?.documentRef || !records) return;
  const stored = await records.get(submission.patientRef, document.documentRef);
  const channel = document.channels.find(({ channel: name }) => name === 'dmp');
  if (!stored || !channel) return;
  await records.update(submission.patientRef, {
    ...stored,
    uniqueId: document.uniqueId,
    dmp: { state: channel.state, at: channel.at, uniqueId: document.uniqueId },
  });
}

/** One trace per attempt, in the name of who sends. */
async function trace(
  { options, newId, now }: Shared,
  submission: StoredSubmission,
  index: number,
  { channel, messageId }: Outcome,
): Promise<void> {
  const { session, patientRef } = submission;
  const uniqueId = submission.documents[index]?.uniqueId;
  const outcome: AuditEntry['outcome'] =
    channel.state === 'sent' ? 'success' : channel.state === 'queued' ? 'failed' : 'refused';
  const code = channel.error?.officialCode ?? channel.error?.code;
  await options.ports.audit.write({
    id: newId(),
    at: now().toISOString(),
    kind: 'submission.sent',
    by: {
      userRef: session.userRef,
      name: session.displayName,
      ...(session.idTail === undefined ? {} : { idTail: session.idTail }),
    },
    patientRef,
    outcome,
    operation: 'submission.create',
    partner: 'dmp',
    ...(code === undefined ? {} : { code }),
    ...(messageId === undefined ? {} : { messageId }),
    ...(uniqueId === undefined ? {} : { uniqueIds: [uniqueId] }),
    detail: { state: channel.state },
  });
}
