// TD2.1 and TD2.2: one submission, sent until it is known to be there, never twice.

import { isSocleError } from '@socle-sante/core/error';
import { finding } from '@socle-sante/core/finding';
import {
  ASSOCIATION_TYPES,
  type Association,
  type EntryUuid,
  isSignatureEntry,
  type PreparedSubmission,
  samePatient,
} from '@socle-sante/documents/xds';
import { validateProvision } from '../deposit/check.js';
import type { DepositedDocument, DepositResult } from '../documents-types.js';
import {
  DmpInputError,
  DmpProtocolError,
  DmpRefusedError,
  DmpUnavailableError,
  type RegistryError,
} from '../errors.js';
import { refuseErrors } from '../operations/define.js';
import { type ProvisionOutcome, provideDocuments, provideDocumentsByStaff } from '../operations/provide.js';
import { type CallAbout, type Engine, MAX_RETRY_AFTER } from './engine.js';
import { names } from './named.js';
import { lookUp } from './reference.js';
import { abortedError, neverConnected } from './transport-error.js';
import type { DepositInput, ReplaceInput } from './types.js';

type Present = ReadonlyMap<string, EntryUuid | undefined>;

const RESUBMISSION_DELAYS: readonly number[] = [2_000, 10_000];

/** TD2.1 or TD2.2. */
export async function deposit(
  engine: Engine,
  transaction: 'TD2.1' | 'TD2.2',
  input: DepositInput,
): Promise<DepositResult> {
  const about = checked(engine, transaction, input);
  if (input.mayHaveArrived) {
    const present = await check(engine, input.submission, about, 0);
    if (isAny(present)) return alreadyThere(input.submission, present, 0, '');
  }
  return submit(engine, transaction, input.submission, about);
}

/** TD2.1 with RPLC: the current reference of each replaced document is read just before. */
export async function replace(engine: Engine, input: ReplaceInput): Promise<DepositResult> {
  const about = checked(engine, 'TD2.1', input);
  if (input.mayHaveArrived) {
    const present = await check(engine, input.submission, about, 0);
    if (isAny(present)) return alreadyThere(input.submission, present, 0, '');
  }
  const links: Association[] = [];
  for (const [index, { entryId, uniqueId }] of input.replaces.entries()) {
    const { entryUuid } = await lookUp(engine, uniqueId, about);
    if (entryUuid === undefined || !input.submission.entries.some(({ id }) => id === entryId)) {
      throw new DmpInputError({
        code: 'dmp.input.submission',
        message: 'A document to replace is not in the DMP, or its new version is not in the submission.',
        findings: [finding('dmp.replace.notFound', 'error', ['replaces', index])],
      });
    }
    links.push({
      id: `RPLC${index + 1}`,
      type: ASSOCIATION_TYPES.replace,
      source: entryId,
      target: entryUuid,
      slots: {},
    });
  }
  const replaced = new Set(links.map(({ source }) => source));
  const kept = input.submission.associations.filter(
    ({ type, source }) => type !== ASSOCIATION_TYPES.replace || !replaced.has(source),
  );
  return submit(engine, 'TD2.1', { ...input.submission, associations: [...kept, ...links] }, about);
}

function checked(engine: Engine, transaction: 'TD2.1' | 'TD2.2', input: DepositInput): CallAbout {
  const known = engine.patient(input.patient);
  const { submission } = input;
  const { matricule, oid } = known.ins;
  const other = !samePatient(submission.submissionSet.patientId, { extension: matricule, oid });
  refuseErrors(transaction, [
    ...validateProvision({ submission, wire: engine.wire }),
    ...(other ? [finding('dmp.submission.otherPatient', 'error', ['submissionSet', 'patientId'])] : []),
  ]);
  const { signal, purpose, reason, secretConnection } = input;
  return {
    known,
    ...(signal === undefined ? {} : { signal }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(reason === undefined ? {} : { reason }),
    ...(secretConnection === undefined ? {} : { secretConnection }),
  };
}

async function submit(
  engine: Engine,
  transaction: 'TD2.1' | 'TD2.2',
  submission: PreparedSubmission,
  about: CallAbout,
): Promise<DepositResult> {
  const operation = transaction === 'TD2.1' ? provideDocuments : provideDocumentsByStaff;
  const policy = engine.options.resubmission;
  const delays = policy === false ? [] : (policy?.delaysMs ?? RESUBMISSION_DELAYS);
  let uncertain = false;
  for (let attempts = 1; ; attempts += 1) {
    let failure: unknown;
    try {
      const outcome = await engine.call(operation, { submission, wire: engine.wire }, about);
      return outcome.partial
        ? await partial(engine, submission, outcome, about, attempts)
        : deposited(submission, outcome, attempts);
    } catch (error) {
      failure = error;
    }
    const messageId = isSocleError(failure) ? (failure.messageId ?? '') : '';
    if (isDuplicate(failure)) {
      // The identifiers are known: ours from an attempt whose answer was lost, or somebody's mistake.
      const present = await check(engine, submission, about, attempts);
      if (isAny(present)) return alreadyThere(submission, present, attempts, messageId);
      throw failure;
    }
    if (about.signal?.aborted || (!uncertain && neverConnected(failure)) || !mayHaveArrived(failure)) throw failure;
    uncertain = true;
    const asked = isSocleError(failure) ? (failure.retryAfterMs ?? 0) : 0;
    // It asks for more than a person waits: what became of the message is asked now, and it is not sent again by itself.
    const delay = asked > MAX_RETRY_AFTER ? undefined : delays[attempts - 1];
    await pause(engine, delay === undefined ? 0 : Math.max(delay, asked), about);
    const present = await check(engine, submission, about, attempts, failure);
    if (isAny(present)) return alreadyThere(submission, present, attempts, messageId);
    if (delay === undefined) throw failure;
  }
}

/**
 * Asks TD3.1b for each document of the set. When the DMP cannot answer either, nothing is sent again: the error says that the outcome
 * is unknown.
 */
async function check(
  engine: Engine,
  submission: PreparedSubmission,
  about: CallAbout,
  attempts: number,
  failure?: unknown,
): Promise<Present> {
  const present = new Map<string, EntryUuid | undefined>();
  for (const entry of submission.entries) {
    if (isSignatureEntry(entry)) continue;
    try {
      present.set(entry.uniqueId, (await lookUp(engine, entry.uniqueId, about)).entryUuid);
    } catch (error) {
      if (about.signal?.aborted) throw error;
      throw new DmpUnavailableError({
        code: 'dmp.deposit.unknown',
        message: `Whether the deposit arrived could not be found out (attempt ${attempts}).`,
        retryable: true,
        cause: failure ?? error,
        ...(isSocleError(failure) && failure.messageId !== undefined ? { messageId: failure.messageId } : {}),
        userMessage: {
          fr: {
            title: 'Le DMP n’a pas confirmé le dépôt',
            action: 'Rien n’est perdu : le logiciel vérifiera si le document est arrivé avant de le renvoyer',
          },
          en: {
            title: 'The DMP did not confirm the deposit',
            action: 'Nothing is lost: the software will check whether the document arrived before sending it again',
          },
        },
      });
    }
  }
  return present;
}

/** One document of the set is there: the set arrived. */
function isAny(present: Present): boolean {
  return [...present.values()].some((found) => found !== undefined);
}

async function pause(engine: Engine, ms: number, about: CallAbout): Promise<void> {
  try {
    await engine.sleep(ms, about.signal);
  } catch (reason) {
    throw about.signal?.aborted ? abortedError(undefined, reason) : reason;
  }
}

/**
 * True when the message may have been registered although no usable answer came: a time-out, a cut, an overloaded server, an answer
 * that cannot be read. A refusal by registry errors is atomic: nothing was registered (IHE ITI TF-2 §3.41.4.1.3), so busy codes are
 * in too, for the same message goes again after the check.
 */
function mayHaveArrived(error: unknown): boolean {
  if (error instanceof DmpProtocolError) return true;
  if (!(error instanceof DmpUnavailableError)) return false;
  if (error.code === 'aborted' || error.code.startsWith('tls.')) return false;
  return !(error.code === 'dmp.unavailable' && error.registryErrors.length > 0);
}

function isDuplicate(error: unknown): boolean {
  return (
    error instanceof DmpRefusedError &&
    error.registryErrors.some(({ code }) => code === 'XDSDuplicateUniqueIdInRegistry') &&
    !error.registryErrors.some(({ code }) => code === 'XDSNonIdenticalHash' || code === 'XDSNonIdenticalSize')
  );
}

function deposited(submission: PreparedSubmission, outcome: ProvisionOutcome, attempts: number): DepositResult {
  return {
    outcome: 'deposited',
    submissionSetUniqueId: submission.submissionSet.uniqueId,
    documents: submission.entries.map((entry) => document(entry, 'registered', [])),
    warnings: outcome.errors,
    attempts,
    messageId: outcome.messageId,
  };
}

function alreadyThere(
  submission: PreparedSubmission,
  present: Present,
  attempts: number,
  messageId: string,
): DepositResult {
  const whole = [...present.values()].every((found) => found !== undefined);
  return {
    // A deposit is atomic; a registry where it is not is told document by document.
    outcome: whole ? 'alreadyThere' : 'partial',
    submissionSetUniqueId: submission.submissionSet.uniqueId,
    documents: submission.entries.map((entry) => {
      const found = present.get(entry.uniqueId);
      const state =
        found !== undefined
          ? 'alreadyThere'
          : isSignatureEntry(entry)
            ? whole
              ? 'alreadyThere'
              : 'unknown'
            : 'refused';
      return document(entry, state, [], found);
    }),
    warnings: [],
    attempts,
    messageId,
  };
}

/** What became of each document: the errors that name it, and what the DMP says when it is asked. */
async function partial(
  engine: Engine,
  submission: PreparedSubmission,
  outcome: ProvisionOutcome,
  about: CallAbout,
  attempts: number,
): Promise<DepositResult> {
  const present = await check(engine, submission, about, attempts).catch((error: unknown) => {
    if (about.signal?.aborted) throw error;
    return undefined;
  });
  const errors = outcome.errors.filter(({ severity }) => severity === 'error');
  return {
    outcome: 'partial',
    submissionSetUniqueId: submission.submissionSet.uniqueId,
    documents: submission.entries.map((entry) => {
      const own = errors.filter((error) => names(error, entry.id) || names(error, entry.uniqueId));
      const asked = present !== undefined && !isSignatureEntry(entry);
      const found = present?.get(entry.uniqueId);
      const state = asked
        ? found === undefined
          ? 'refused'
          : 'registered'
        : own.length > 0
          ? 'refused'
          : present === undefined
            ? 'unknown'
            : 'registered';
      return document(entry, state, state === 'refused' && own.length === 0 ? errors : own, found);
    }),
    warnings: outcome.errors.filter(({ severity }) => severity === 'warning'),
    attempts,
    messageId: outcome.messageId,
  };
}

function document(
  entry: PreparedSubmission['entries'][number],
  state: DepositedDocument['state'],
  errors: readonly RegistryError[],
  entryUuid?: EntryUuid,
): DepositedDocument {
  return {
    entryId: entry.id,
    uniqueId: entry.uniqueId,
    signature: isSignatureEntry(entry),
    state,
    ...(entryUuid === undefined ? {} : { entryUuid }),
    errors,
  };
}
