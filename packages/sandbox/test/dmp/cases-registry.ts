import {
  ARCHIVED,
  type Case,
  depositOf,
  dmp,
  query,
  RIGHTS,
  registered,
  related,
  retrieve,
  status,
  update,
} from './check-tools.ts';
import {
  APPROVED,
  adhocQuery,
  association,
  cda,
  documentEntry,
  findDocuments,
  original,
  PATIENT,
  QUERY,
  slot,
  swap,
  TYPES,
} from './message.ts';

/** Checks 18 to 21: replacement, search, retrieval, update. */
export const REGISTRY_CASES: readonly Case[] = [
  {
    check: 18,
    name: 'replacement of an unknown entryUUID',
    message: () => depositOf({ replaces: `urn:uuid:${crypto.randomUUID()}` }),
    error: 'UnresolvedReferenceException',
    reason: 'replace.unresolved',
  },
  {
    check: 18,
    name: 'replacement of a deprecated version',
    message: async () => {
      const first = await registered();
      await dmp().inside(depositOf({ replaces: first.entryUuid, cda: related(first.uniqueId) }));
      return depositOf({ replaces: first.entryUuid, cda: related(first.uniqueId) });
    },
    error: 'XDSRegistryDeprecatedDocumentError',
    reason: 'replace.status',
  },
  {
    check: 18,
    name: 'relatedDocument of another document',
    message: async () => depositOf({ replaces: (await registered()).entryUuid, cda: related('1.2.3') }),
    error: 'XDSRegistryMetadataError',
    reason: 'replace.relatedDocument',
  },

  {
    check: 19,
    name: 'unknown query',
    message: () => query(adhocQuery(crypto.randomUUID(), '')),
    error: 'XDSUnknownStoredQuery',
    reason: 'query.unknown',
  },
  {
    check: 19,
    name: 'no status',
    message: () =>
      query(
        adhocQuery(
          QUERY.findDocuments,
          slot('$XDSDocumentEntryPatientId', `'${PATIENT}^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH'`),
        ),
      ),
    error: 'XDSStoredQueryMissingParam',
    reason: 'query.missing',
  },
  {
    check: 19,
    name: 'patient without quotes',
    message: () => query(findDocuments().replace(/>'([^']*)'</, '>$1<')),
    error: 'XDSStoredQueryParamNumber',
    reason: 'query.quotes',
  },
  {
    check: 19,
    name: 'status outside of a list',
    message: () => query(findDocuments().replace(`('${APPROVED}')`, `'${APPROVED}'`)),
    error: 'XDSStoredQueryParamNumber',
    reason: 'query.quotes',
  },
  {
    check: 19,
    name: 'unknown status',
    message: () => query(findDocuments(PATIENT, '', 'urn:autre')),
    error: 'XDSStoredQueryParamNumber',
    reason: 'query.status',
  },
  {
    check: 19,
    name: 'two identifiers at once',
    message: () =>
      query(
        adhocQuery(
          QUERY.getDocuments,
          slot('$XDSDocumentEntryUniqueId', "('1.2.3')") + slot('$XDSDocumentEntryEntryUUID', "('urn:uuid:1')"),
        ),
      ),
    error: 'XDSStoredQueryParamNumber',
    reason: 'query.tooMany',
  },

  {
    check: 20,
    name: 'entryUUID in place of uniqueId',
    message: async () => retrieve([(await registered()).entryUuid]),
    error: 'XDSDocumentUniqueIdError',
    reason: 'retrieve.unknown',
  },
  {
    check: 20,
    name: 'another repository',
    message: async () => retrieve([(await registered()).uniqueId], {}, '1.2.3'),
    error: 'XDSUnknownRepositoryId',
    reason: 'retrieve.repository',
  },
  {
    check: 20,
    name: 'masked document of another author',
    message: () => retrieve([`1.2.250.1.999.1.1.8121.1.1.5`]),
    error: 'XDSDocumentUniqueIdError',
    reason: 'retrieve.masked',
  },

  {
    check: 21,
    name: 'unknown entryUUID',
    message: () => update(status(`urn:uuid:${crypto.randomUUID()}`, APPROVED, ARCHIVED)),
    error: 'UnresolvedReferenceException',
    reason: 'update.unresolved',
  },
  {
    check: 21,
    name: 'transition that does not exist',
    message: async () =>
      update(status((await registered()).entryUuid, ARCHIVED, 'urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated')),
    error: 'XDSMetadataUpdateError',
    reason: 'update.transition',
  },
  {
    check: 21,
    name: 'OriginalStatus that is not current',
    message: async () => update(status((await registered()).entryUuid, ARCHIVED, APPROVED)),
    error: 'XDSMetadataUpdateError',
    reason: 'update.originalStatus',
  },
  {
    check: 21,
    name: 'document of somebody else',
    message: () => {
      const other = dmp()
        .sandbox.dmp.store.admin.entries(PATIENT)
        .find((entry) => entry.uniqueId === '1.2.250.1.999.1.1.8121.1.1.2');
      return update(status(other?.id ?? '', APPROVED, ARCHIVED));
    },
    fault: RIGHTS,
    reason: 'rights.ownership',
  },
  ...(
    [
      ['stale PreviousVersion', 'XDSMetadataVersionError', 'update.previousVersion', '7', (text: string) => text],
      [
        'title changed',
        'UnmodifiableMetadataError',
        'update.unmodifiable.title',
        '1',
        swap('value="Compte rendu de consultation"', 'value="Autre"'),
      ],
      [
        'hidden again from the patient',
        'LocalPolicyRestrictionError',
        'update.confidentiality',
        '1',
        swap('nodeRepresentation="MASQUE_PS"', 'nodeRepresentation="INVISIBLE_PATIENT"'),
      ],
    ] as const
  ).map(
    ([name, error, reason, version, edit]): Case => ({
      check: 21,
      name,
      error,
      reason,
      message: async () => {
        const { uniqueId, logicalId, at } = await registered();
        const entry = documentEntry({
          id: 'D1',
          uniqueId,
          bytes: Buffer.from(cda(uniqueId, at)),
          now: at,
          attributes: ` lid="${logicalId}"`,
          visibility: 'MASQUE_PS',
        });
        return update(edit(entry) + association(TYPES.member, 'SS', 'D1', original + slot('PreviousVersion', version)));
      },
    }),
  ),
];
