import { type RandomBytes, uuidUrn, uuidV4 } from '@socle-sante/core/uuid';
import { DMP_REPOSITORY, type DmpRegistered } from './api.js';
import type { DmpAssociation, DmpDocumentEntry, DmpSubmission } from './metadata.js';
import type { DmpPatient, StoredEntry, StoredSet } from './record.js';
import { type DmpRefusal, registryRefusal } from './refusal.js';
import type { DmpStore } from './store.js';
import { ASSOCIATION } from './vocabulary.js';

/** Check 14 for a set, of a deposit or of an update: its uniqueId was given to no set and no document. */
export function checkSetIsNew(store: DmpStore, uniqueId: string): DmpRefusal[] {
  return isSetKnown(store, uniqueId) || store.contents.has(uniqueId)
    ? [registryRefusal(14, 'XDSDuplicateUniqueIdInRegistry', 'set.duplicate', 'uniqueId de lot déjà enregistré')]
    : [];
}

function isSetKnown(store: DmpStore, uniqueId: string): boolean {
  for (const set of store.sets.values()) if (set.uniqueId === uniqueId) return true;
  return false;
}

/** Check 14 and 13 against what is registered already. */
export function checkAgainstRegistry(store: DmpStore, submission: DmpSubmission): DmpRefusal[] {
  const into = checkSetIsNew(store, submission.set.uniqueId);
  for (const entry of submission.entries) {
    const known = store.contents.get(entry.uniqueId);
    if (!known) {
      if (isSetKnown(store, entry.uniqueId))
        into.push(
          registryRefusal(
            14,
            'XDSDuplicateUniqueIdInRegistry',
            'document.idOfSet',
            'uniqueId de document déjà donné à un lot',
            { location: entry.id },
          ),
        );
      continue;
    }
    const sent = submission.documents.find(({ entryId }) => entryId === entry.id)?.content;
    const [code, reason, check] =
      !sent || sent.sha1 === known.sha1
        ? (['XDSDuplicateUniqueIdInRegistry', 'document.duplicate', 14] as const)
        : sent.size === known.size
          ? (['XDSNonIdenticalHash', 'document.hashChanged', 13] as const)
          : (['XDSNonIdenticalSize', 'document.sizeChanged', 13] as const);
    into.push(registryRefusal(check, code, reason, 'uniqueId de document déjà enregistré', { location: entry.id }));
  }
  return into;
}

/** Check 18, the registry's part: the target of a replacement is a current Approved document of the same patient. */
export function checkReplacements(store: DmpStore, submission: DmpSubmission): DmpRefusal[] {
  const into: DmpRefusal[] = [];
  const replaced = new Set<string>();
  const inside = new Set(submission.entries.map(({ id }) => id));
  for (const { type, source, target, submissionSetStatus } of submission.associations) {
    if (type === ASSOCIATION.hasMember && submissionSetStatus === 'Reference' && !inside.has(target)) {
      const referenced = store.entries.get(target);
      if (!referenced?.current)
        into.push(
          registryRefusal(10, 'UnresolvedReferenceException', 'reference.unresolved', 'HasMember : entryUUID inconnu'),
        );
      else if (referenced.patient !== submission.set.patientId.extension)
        into.push(
          registryRefusal(
            9,
            'XDSPatientIdDoesNotMatch',
            'reference.patient',
            'HasMember : document d’un autre patient',
          ),
        );
    }
    if (type === ASSOCIATION.replaces && replaced.has(target))
      into.push(
        registryRefusal(18, 'XDSRegistryMetadataError', 'replace.twice', 'RPLC : un document a un seul remplaçant', {
          location: source,
        }),
      );
    if (type !== ASSOCIATION.replaces) {
      if (type === ASSOCIATION.appends || type === ASSOCIATION.transforms || type === ASSOCIATION.transformsAndReplaces)
        into.push(
          registryRefusal(18, 'XDSRegistryMetadataError', 'association.unsupported', 'APND et XFRM ne sont pas admis', {
            from: 'dmp',
            location: source,
          }),
        );
      continue;
    }
    replaced.add(target);
    const old = store.entries.get(target);
    if (!old?.current) {
      into.push(
        registryRefusal(
          18,
          'UnresolvedReferenceException',
          'replace.unresolved',
          'RPLC : entryUUID inconnu ou périmé',
          { location: source },
        ),
      );
    } else if (old.patient !== submission.set.patientId.extension) {
      into.push(
        registryRefusal(
          18,
          'XDSPatientIdDoesNotMatch',
          'replace.patient',
          'RPLC : le document remplacé est d’un autre patient',
          { location: source },
        ),
      );
    } else if (old.status !== 'Approved') {
      into.push(
        registryRefusal(
          18,
          'XDSRegistryDeprecatedDocumentError',
          'replace.status',
          'RPLC : le document remplacé n’est pas en vigueur',
          { location: source },
        ),
      );
    }
  }
  return into;
}

/** Registers a submission that passed: everything or nothing. */
export function register(
  store: DmpStore,
  submission: DmpSubmission,
  context: {
    readonly patient: DmpPatient;
    readonly depositor: StoredEntry['depositor'];
    readonly now: Date;
    readonly random: RandomBytes | undefined;
  },
): DmpRegistered {
  const newId = () => uuidUrn(uuidV4(context.random));
  const registeredAt = context.now.toISOString();
  const patient = context.patient.matricule;
  const setId = newId();
  const ids = new Map([[submission.set.id, setId]]);
  const set: StoredSet = { ...submission.set, id: setId, status: 'Approved', patient, registeredAt };
  const entries = submission.entries.map((entry): StoredEntry => {
    const entryUuid = newId();
    ids.set(entry.id, entryUuid);
    const content = submission.documents.find(({ entryId }) => entryId === entry.id)?.content;
    return {
      ...withoutVersion(entry),
      id: entryUuid,
      logicalId: entryUuid,
      version: '1',
      status: 'Approved',
      hash: content?.sha1 ?? '',
      size: content?.size ?? 0,
      repositoryUniqueId: DMP_REPOSITORY,
      patient,
      depositor: context.depositor,
      current: true,
      setId,
      registeredAt,
    };
  });
  const associations = submission.associations.map((association): DmpAssociation & { patient: string } => ({
    ...association,
    id: newId(),
    source: ids.get(association.source) ?? association.source,
    target: ids.get(association.target) ?? association.target,
    patient,
  }));
  const replaced = submission.associations
    .filter(({ type }) => type === ASSOCIATION.replaces)
    .flatMap(({ target }) => store.entries.get(target) ?? []);
  store.commit([
    { collection: 'sets', id: setId, value: set },
    ...submission.entries.flatMap((entry) => {
      const content = submission.documents.find(({ entryId }) => entryId === entry.id)?.content;
      return content ? [{ collection: 'contents' as const, id: entry.uniqueId, value: content }] : [];
    }),
    ...entries.map((value) => ({ collection: 'entries' as const, id: value.id, value })),
    ...associations.map((value) => ({ collection: 'associations' as const, id: value.id, value })),
    ...replaced.map((old) => ({
      collection: 'entries' as const,
      id: old.id,
      value: { ...old, status: 'Deprecated' as const },
    })),
  ]);
  return {
    setId,
    entries: submission.entries.map(({ id, uniqueId }, i) => ({
      submittedId: id,
      uniqueId,
      entryUuid: entries[i]?.id ?? '',
      logicalId: entries[i]?.logicalId ?? '',
    })),
  };
}

/** What a sender writes in these attributes is not his to say. */
function withoutVersion(entry: DmpDocumentEntry): DmpDocumentEntry {
  const { logicalId: _l, version: _v, status: _s, repositoryUniqueId: _r, ...rest } = entry;
  return rest;
}
