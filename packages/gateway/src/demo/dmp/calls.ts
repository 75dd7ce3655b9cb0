import { isSocleError } from '@socle-sante/core/error';
import type { IdentityState } from '@socle-sante/core/rniv';
import type { DepositInput, DepositResult, PatientCallInput, SearchResult } from '@socle-sante/dmp';
import { webAccessUrl } from '@socle-sante/dmp/web-access';
import type { DocumentEntry, EntryUuid, PreparedSubmission, UniqueId } from '@socle-sante/documents/xds';
import { encodeCx, entryUuid, STATUSES, uniqueId as toUniqueId } from '@socle-sante/documents/xds';
import type {
  DmpCaller,
  DmpChange,
  DmpCore,
  DmpOutcome,
  DmpQuery,
  DmpQueryResult,
  StoredEntry,
} from '@socle-sante/sandbox/dmp';
import type { DmpCalls } from '../../handlers/dmp-service.js';
import { toFound, toSubmission } from './entries.js';
import { dmpError, refusalError } from './errors.js';

/** Where in a DMP a simulated failure strikes. */
export type DmpStage = 'existence' | 'authorise' | 'search' | 'retrieve' | 'update' | 'deposit' | 'read';

/** What the calls need of the demonstration. */
export interface DmpCallWorld {
  readonly core: () => DmpCore;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Waits as the service does; throws the failure that the scenario asks for at this stage. */
  readonly pass: (stage: DmpStage, signal: AbortSignal | undefined) => Promise<void>;
  /** The scenario asks for an answer that is not whole. */
  readonly partial: () => boolean;
  /** Changes the bytes of a document on its way. */
  readonly distort: (bytes: Uint8Array, entry: StoredEntry) => Uint8Array;
}

/** The calls of the real client, over the business core of the simulator. */
export function demoCalls(world: DmpCallWorld, base: DmpCaller): DmpCalls {
  const callerOf = (input: PatientCallInput): DmpCaller => ({
    ...base,
    patient: patientOf(input.patient),
    accessMode: input.purpose ?? 'normal',
    ...(input.reason === undefined ? {} : { reason: input.reason }),
    ...(input.secretConnection === undefined ? {} : { secretConnection: input.secretConnection }),
  });
  const ask = async <T>(stage: DmpStage, input: PatientCallInput, run: (caller: DmpCaller) => DmpOutcome<T>) => {
    await world.pass(stage, input.signal);
    return unwrap(run(callerOf(input)), world.newId());
  };
  const query = (input: PatientCallInput, request: DmpQuery) =>
    ask('search', input, (caller) => world.core().query(caller, request));

  const existence: DmpCalls['existence'] = async (input) => {
    const value = await ask('existence', input, (caller) => world.core().existence(caller, patientOf(input.patient)));
    return existenceOf(value, world.newId());
  };
  const setAuthorization = async (input: PatientCallInput, request: Parameters<DmpCore['setAuthorization']>[1]) => {
    await ask('authorise', input, (caller) => world.core().setAuthorization(caller, request));
    return { status: 'DMPOk', messageId: world.newId() };
  };
  const search = async (input: PatientCallInput, request: DmpQuery): Promise<SearchResult> =>
    resultOf(await query(input, request), input);

  /** Entries with every association that touches them: the client reads those of its answer. */
  const resultOf = async (
    found: DmpQueryResult,
    input: PatientCallInput,
    keep: (entry: StoredEntry) => boolean = () => true,
    since?: Date,
  ): Promise<SearchResult> => {
    const entries = found.entries.filter(keep);
    const uuids = entries.map(({ id }) => id);
    const associations =
      uuids.length === 0
        ? []
        : unwrap(
            world.core().query(callerOf(input), { query: 'GetAssociations', parameters: { $uuid: [uuids] } }),
            world.newId(),
          ).associations;
    const documents = entries.map((entry) => toFound(entry, associations)).filter(({ signature }) => !signature);
    const partial = world.partial() && documents.length > 1;
    return {
      documents: partial ? documents.slice(0, -1) : documents,
      objects: { submissionSets: [], documentEntries: [], folders: [], associations: [], objectRefs: [] },
      partial,
      warnings: partial ? [{ code: 'XDSRegistryError', context: '[SIM] réponse incomplète', severity: 'warning' }] : [],
      messageId: world.newId(),
      ...(since === undefined ? {} : { since }),
    };
  };

  const update = async (input: PatientCallInput, entry: DocumentEntry, change: DmpChange) => {
    await ask('update', input, (caller) =>
      world.core().update(caller, {
        target: entry.id,
        changes: [change],
        ...(entry.version === undefined ? {} : { previousVersion: entry.version }),
      }),
    );
    return { submissionSetUniqueId: toUniqueId('1.2.250.1.999.1.1.8121.9'), warnings: [], messageId: world.newId() };
  };

  const deposit = async (input: DepositInput, prepared: PreparedSubmission): Promise<DepositResult> => {
    const caller = callerOf(input);
    try {
      await world.pass('deposit', input.signal);
    } catch (failed) {
      // It is there already: an attempt whose answer was lost had arrived.
      if (isSocleError(failed) && failed.officialCode === 'XDSDuplicateUniqueIdInRegistry')
        unwrap(world.core().submit(caller, toSubmission(prepared)), world.newId());
      throw failed;
    }
    const state = (of: 'registered' | 'alreadyThere'): DepositResult => ({
      outcome: of === 'registered' ? 'deposited' : 'alreadyThere',
      submissionSetUniqueId: prepared.submissionSet.uniqueId,
      documents: prepared.documents.map(({ entryId, uniqueId }) => ({
        entryId,
        uniqueId,
        signature: false,
        state: of,
        errors: [],
      })),
      warnings: [],
      attempts: of === 'registered' ? 1 : 0,
      messageId: world.newId(),
    });
    if (input.mayHaveArrived) {
      const uniqueIds = prepared.documents.map(({ uniqueId }) => uniqueId);
      const known = world.core().query(caller, {
        query: 'GetDocuments',
        parameters: { $XDSDocumentEntryUniqueId: [uniqueIds] },
        returnType: 'ObjectRef',
      });
      if (known.ok && known.value.objectRefs.length > 0) return state('alreadyThere');
    }
    unwrap(world.core().submit(caller, toSubmission(prepared)), world.newId());
    return state('registered');
  };

  return {
    existence,
    authorise: (input) => setAuthorization(input, { action: 'AJOUT' }),
    unauthorise: (input) => setAuthorization(input, { action: 'SUPPRESSION' }),
    dropTreatingDoctor: (input) => setAuthorization(input, { action: 'SUPPRESSION', role: 'MEDECIN_TRAITANT' }),
    async administrativeData(input) {
      const value = await ask('read', input, (caller) =>
        world.core().administrativeData(caller, patientOf(input.patient)),
      );
      return {
        ...existenceOf(value, world.newId()),
        ...(value.record === undefined
          ? {}
          : {
              opposedToBrisDeGlace: value.record.opposesBreakGlass,
              opposedToEmergencyAccess: value.record.opposesEmergencyAccess,
            }),
        telecoms: [],
        addresses: [],
        legalRepresentatives: [],
      };
    },
    async authorisations(input) {
      const rows = await ask('read', input, (caller) => world.core().listAuthorizations(caller));
      const professionals = rows.map(({ holder, state, familyName, givenName, specialty, since, lastAction }) => ({
        nationalId: holder,
        ...(familyName === undefined ? {} : { family: familyName }),
        ...(givenName === undefined ? {} : { given: givenName }),
        ...(specialty === undefined ? {} : { specialtyCode: specialty.code, specialtyLabel: specialty.label }),
        since: since.replace(/\D/g, '').slice(0, 14),
        lastAction: lastAction.replace(/\D/g, '').slice(0, 14),
        mode: state,
      }));
      return { professionals, messageId: world.newId() };
    },
    webAccessUrl: ({ page, patient }) => webAccessUrl('dmp.simulateur.example', page, patient?.ins),
    deposit: (input) => deposit(input, input.submission),
    depositByStaff: (input) => deposit(input, input.submission),
    async replace(input) {
      // The current entryUUID of what is replaced is read first, as the client does (TD3.1b).
      const caller = callerOf(input);
      const known = new Map<string, EntryUuid>();
      for (const { uniqueId } of input.replaces) {
        const { entries } = unwrap(world.core().query(caller, byUniqueId([uniqueId])), world.newId());
        const [old] = entries;
        if (!old) throw dmpError('XDSDocumentUniqueIdError', world.newId());
        known.set(uniqueId, entryUuid(old.id));
      }
      const others = input.submission.associations.filter(({ type }) => !type.endsWith(':RPLC'));
      const replacements = input.replaces.map(({ entryId, uniqueId }, index) => ({
        id: `replace-${index}`,
        type: 'urn:ihe:iti:2007:AssociationType:RPLC',
        source: entryId,
        target: known.get(uniqueId) ?? '',
        slots: {},
      }));
      return deposit(input, { ...input.submission, associations: [...others, ...replacements] });
    },
    async findDocuments({ filters = {}, range, ...input }) {
      const time = (date: Date) => date.toISOString().replace(/\D/g, '').slice(0, 14);
      const from = filters.serviceStartFrom;
      const parameters: Record<string, string[][]> = {
        $XDSDocumentEntryPatientId: [[cxOf(input.patient)]],
        $XDSDocumentEntryStatus: [[...(filters.statuses ?? [STATUSES.approved])]],
        ...(from === undefined || range === 'all' ? {} : { $XDSDocumentEntryServiceStartTimeFrom: [[time(from)]] }),
        ...(filters.serviceStartTo === undefined
          ? {}
          : { $XDSDocumentEntryServiceStartTimeTo: [[time(filters.serviceStartTo)]] }),
      };
      return search(input, { query: 'FindDocuments', parameters });
    },
    async newSince(input) {
      const parameters = {
        $XDSDocumentEntryPatientId: [[cxOf(input.patient)]],
        $XDSDocumentEntryStatus: [Object.values(STATUSES).filter((status) => status !== STATUSES.submitted)],
      };
      const found = await query(input, { query: 'FindDocuments', parameters });
      const result = await resultOf(
        found,
        input,
        ({ registeredAt }) => registeredAt >= input.since.toISOString(),
        input.since,
      );
      // Pages of the gateway give no documents to compare with.
      return { ...result, changes: [] };
    },
    getDocuments: (input) => search(input, byIdentifier('GetDocuments', input)),
    async getDocumentsAndAssociations(input) {
      const first = await query(input, byIdentifier('GetDocumentsAndAssociations', input));
      const known = new Set(first.entries.map(({ id }) => id));
      const linked = first.associations
        .filter(({ type }) => type.endsWith(':RPLC'))
        .flatMap(({ source, target }) => [source, target])
        .filter((id) => !known.has(id));
      if (linked.length === 0) return resultOf(first, input);
      const second = await query(input, {
        query: 'GetDocuments',
        parameters: { $XDSDocumentEntryEntryUUID: [linked] },
      });
      return resultOf({ ...first, entries: [...first.entries, ...second.entries] }, input);
    },
    getRelatedDocuments: (input) =>
      search(input, {
        query: 'GetRelatedDocuments',
        parameters: {
          $XDSDocumentEntryEntryUUID: [[input.entryUuid]],
          $AssociationTypes: [[...input.associationTypes]],
        },
      }),
    async current(input) {
      const { documents } = await search(input, byUniqueId([input.uniqueId]));
      return documents.at(-1);
    },
    async findReference(input) {
      const { objectRefs } = await query(input, { ...byUniqueId([input.uniqueId]), returnType: 'ObjectRef' });
      const [id] = objectRefs;
      return {
        entryUuids: objectRefs.map(entryUuid),
        ...(id === undefined ? {} : { entryUuid: entryUuid(id) }),
        messageId: world.newId(),
      };
    },
    async retrieve(input) {
      const wanted = input.documents.map((one) => ('entry' in one ? one.entry.uniqueId : one.uniqueId));
      const { documents } = await ask('retrieve', input, (caller) =>
        world.core().retrieve(
          caller,
          wanted.map((documentUniqueId) => ({ documentUniqueId })),
        ),
      );
      const stored = world.core().admin.entries();
      return {
        documents: documents.map(({ uniqueId, mimeType, repositoryUniqueId, content }) => {
          const entry = stored.find((one) => one.uniqueId === uniqueId && one.current);
          const bytes = content.bytes ?? new Uint8Array();
          return {
            uniqueId: toUniqueId(uniqueId),
            repositoryUniqueId,
            mimeType,
            bytes: entry ? world.distort(bytes, entry) : bytes,
            hash: content.sha1,
            checked: 'hash' as const,
          };
        }),
        missing: [],
        messageId: world.newId(),
      };
    },
    mask: (input) => update(input, input.entry, 'mask'),
    unmask: (input) => update(input, input.entry, 'unmask'),
    showToPatient: (input) => update(input, input.entry, 'showToPatient'),
    showToLegalRepresentatives: (input) => update(input, input.entry, 'showToLegalRepresentatives'),
    async remove(input) {
      if ('id' in input.document) return update(input, input.document, 'delete');
      const { entries } = await query(input, byUniqueId([input.document.uniqueId]));
      const [entry] = entries;
      if (!entry) throw dmpError('XDSDocumentUniqueIdError', world.newId());
      return update(input, toFound(entry, []).entry, 'delete');
    },
    archive: (input) => update(input, input.entry, 'archive'),
    unarchive: (input) => update(input, input.entry, 'unarchive'),
  };
}

const byUniqueId = (uniqueIds: readonly UniqueId[]): DmpQuery => ({
  query: 'GetDocuments',
  parameters: { $XDSDocumentEntryUniqueId: [[...uniqueIds]] },
});

function byIdentifier(
  query: 'GetDocuments' | 'GetDocumentsAndAssociations',
  { uniqueIds, entryUuids }: { readonly uniqueIds?: readonly UniqueId[]; readonly entryUuids?: readonly EntryUuid[] },
): DmpQuery {
  return {
    query,
    parameters: uniqueIds
      ? { $XDSDocumentEntryUniqueId: [[...uniqueIds]] }
      : { $XDSDocumentEntryEntryUUID: [[...(entryUuids ?? [])]] },
  };
}

function patientOf({ ins }: IdentityState) {
  return { extension: ins?.matricule ?? '', oid: ins?.oid ?? '' };
}

const cxOf = (patient: IdentityState) => encodeCx({ ...patientOf(patient), type: 'NH' });

function unwrap<T>(outcome: DmpOutcome<T>, messageId: string): T {
  if (outcome.ok) return outcome.value;
  throw refusalError(outcome.refusals, messageId);
}

const authorisations = { VALIDE: 'valid', EXPIRE: 'expired', INTERDIT: 'denied', NON_EXISTE: 'none' } as const;

function existenceOf(
  value: Extract<ReturnType<DmpCore['existence']>, { ok: true }>['value'],
  messageId: string,
): Awaited<ReturnType<DmpCalls['existence']>> {
  const { record } = value;
  return {
    status: value.state === 'unknown' ? 'none' : value.state,
    authorisation: { state: authorisations[value.authorization], raw: value.authorization },
    treatingDoctor: value.treatingDoctor,
    ...(record?.closedAt === undefined ? {} : { closure: { date: record.closedAt } }),
    messageId,
  };
}
