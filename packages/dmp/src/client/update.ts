// TD3.3: mask, show, remove, archive. Each makes a submission set of its own, without signature.

import { finding } from '@socle-sante/core/finding';
import { oidFromUuid } from '@socle-sante/core/oid';
import { uuidV4 } from '@socle-sante/core/uuid';
import {
  type DocumentEntry,
  type EntryUuid,
  entryUuidOf,
  STATUSES,
  type SubmissionSet,
  toXdsTime,
  uniqueId,
} from '@socle-sante/documents/xds';
import { hasVisibility, VISIBILITY, VISIBILITY_SYSTEM } from '../document-kind.js';
import type { UpdateAuthor, UpdateResult } from '../documents-types.js';
import { DmpInputError } from '../errors.js';
import type { DmpOperation } from '../operations/operation.js';
import {
  archiveDocument,
  removeDocument,
  type UpdateAnswer,
  updateMask,
  updateVisibility,
} from '../operations/update.js';
import type { CallAbout, Engine, KnownPatient } from './engine.js';
import { lookUp } from './reference.js';
import type { RemoveInput, UpdateInput } from './types.js';

type Known = CallAbout & { readonly known: KnownPatient };

/** TD3.3a and TD3.3b. */
export async function changeVisibility(
  engine: Engine,
  input: UpdateInput,
  about: Known,
  change: { readonly which: keyof typeof VISIBILITY; readonly on: boolean; readonly title: string },
): Promise<UpdateResult> {
  const { entry, by } = input;
  const { which, on, title } = change;
  if (hasVisibility(entry, which) === on) throw nothingToDo(which);
  const others = entry.confidentiality.filter(({ code }) => code !== VISIBILITY[which].code);
  const confidentiality = on ? [...others, { ...VISIBILITY[which], codeSystem: VISIBILITY_SYSTEM }] : others;
  const submissionSet = newSet(engine, by, title, about.known);
  const operation = which === 'masked' ? updateMask : updateVisibility;
  return finish(
    engine,
    operation,
    { submissionSet, entry: { ...entry, confidentiality }, previousVersion: entry.version ?? '' },
    about,
  );
}

/** TD3.3d. */
export async function changeArchive(
  engine: Engine,
  input: UpdateInput,
  about: Known,
  archived: boolean,
): Promise<UpdateResult> {
  const { entry, by } = input;
  const active = engine.wire.unarchivedStatus ?? STATUSES.approved;
  const from = entry.status ?? (archived ? STATUSES.approved : STATUSES.archived);
  const submissionSet = newSet(engine, by, archived ? 'Archivage' : 'Désarchivage', about.known);
  const target = reference(entry);
  return finish(
    engine,
    archiveDocument,
    { submissionSet, target, from, to: archived ? STATUSES.archived : active },
    about,
  );
}

/** TD3.3c. */
export async function remove(engine: Engine, input: RemoveInput, about: Known): Promise<UpdateResult> {
  const { document, by } = input;
  let target: EntryUuid;
  let from: string;
  if ('id' in document) {
    target = reference(document);
    from = document.status ?? STATUSES.approved;
  } else {
    const { entryUuid } = await lookUp(engine, document.uniqueId, about);
    if (entryUuid === undefined) throw refused('dmp.update.notFound', 'The document is not in the DMP.');
    target = entryUuid;
    from = STATUSES[document.status ?? 'approved'];
  }
  const submissionSet = newSet(engine, by, 'Suppression', about.known);
  return finish(engine, removeDocument, { submissionSet, target, from, to: STATUSES.deleted }, about);
}

async function finish<In extends { readonly submissionSet: SubmissionSet }>(
  engine: Engine,
  operation: DmpOperation<In, UpdateAnswer>,
  input: In,
  about: Known,
): Promise<UpdateResult> {
  const answer = await engine.call(operation, input, about);
  return { submissionSetUniqueId: input.submissionSet.uniqueId, ...answer };
}

function newSet(engine: Engine, by: UpdateAuthor, title: string, { ins }: KnownPatient): SubmissionSet {
  const at = engine.clock();
  const uuid = uuidV4(engine.random);
  const own = `${engine.options.software.oid}.3.${at.getTime()}.${Number.parseInt(uuid.slice(0, 8), 16)}`;
  return {
    id: 'SS',
    // 64 characters at most; a long vendor root leaves no room for ours.
    uniqueId: uniqueId(own.length <= 64 ? own : (oidFromUuid(uuid) ?? own)),
    sourceId: by.sourceId,
    patientId: { extension: ins.matricule, oid: ins.oid, type: 'NH' },
    submissionTime: toXdsTime(at),
    contentType: by.contentType,
    authors: [by.author],
    title: by.title ?? title,
    extraSlots: {},
  };
}

function reference(entry: DocumentEntry): EntryUuid {
  const id = entryUuidOf(entry);
  if (id === undefined)
    throw refused(
      'dmp.update.entryUuid',
      'The entry has no reference of the registry: give one that a search answered.',
    );
  return id;
}

function nothingToDo(which: string): DmpInputError {
  return refused('dmp.update.nothing', `The document has that visibility already (${which}).`);
}

function refused(rule: string, message: string): DmpInputError {
  return new DmpInputError({ code: 'dmp.input.request', message, findings: [finding(rule, 'error', ['entry'])] });
}
