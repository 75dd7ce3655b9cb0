import {
  ARCHIVED,
  assertion,
  type Case,
  depositOf,
  dmp,
  nextN,
  now,
  query,
  RIGHTS,
  registered,
  related,
  retrieve,
  status,
  update,
} from './check-tools.ts';
import {
  ACTION,
  APPROVED,
  ARC,
  adhocQuery,
  association,
  cda,
  documentEntry,
  findDocuments,
  type Message,
  objectsRequest,
  original,
  PATIENT,
  plain,
  QUERY,
  slot,
  submissionSet,
  swap,
  TYPES,
} from './message.ts';

type Edit = (text: string) => string;
const same: Edit = (text) => text;
const patientSlot = slot('$XDSDocumentEntryPatientId', `'${PATIENT}^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH'`);
const statusSlot = slot('$XDSDocumentEntryStatus', `('${APPROVED}')`);
const slotOf = (name: string) => new RegExp(`<Slot name="${name}">.*?</Slot>`, 's');

/** A mask, with the entry or the member association edited. */
async function mask(entry: Edit, member: Edit = same, visibility = 'MASQUE_PS'): Promise<Message> {
  const { uniqueId, logicalId, at } = await registered();
  const written = documentEntry({
    id: 'D1',
    uniqueId,
    bytes: Buffer.from(cda(uniqueId, at)),
    now: at,
    attributes: ` lid="${logicalId}"`,
    ...(visibility === '' ? {} : { visibility }),
  });
  return update(
    entry(written) + member(association(TYPES.member, 'SS', 'D1', original + slot('PreviousVersion', '1'))),
  );
}
const UPDATE = 'XDSMetadataUpdateError';
const UNMODIFIABLE: readonly (readonly [string, Edit])[] = [
  ['uniqueId', swap(/(2e82c1f6[^>]*value=")[^"]*/, '$11.2.3')],
  ['mimeType', swap('mimeType="text/xml"', 'mimeType="application/xslt+xml"')],
  ['hash', swap(/[0-9a-f]{40}/, 'a'.repeat(40))],
  ['size', swap(/(name="size"><ValueList><Value>)\d+/, '$11')],
  ['creationTime', swap(/(name="creationTime"><ValueList><Value>)\d+/, '$120200101000000')],
  ['serviceStartTime', swap(/(name="serviceStartTime"><ValueList><Value>)\d+/, '$120200101000000')],
  [
    'serviceStopTime',
    swap(
      '<Slot name="size">',
      '<Slot name="serviceStopTime"><ValueList><Value>20991231000000</Value></ValueList></Slot><Slot name="size">',
    ),
  ],
  ['languageCode', swap('>fr-FR<', '>de-DE<')],
  ['sourcePatientId', (text) => text.replace(slotOf('sourcePatientId'), (one) => one.replace('^NH', '^PI'))],
  ['sourcePatientInfo', swap('PID-8|F', 'PID-8|U')],
  ['repositoryUniqueId', swap('1.2.250.1.213.4.1.1.1.2', '1.2.3')],
  [
    'comments',
    swap('</Name><Classification', '</Name><Description><LocalizedString value="x"/></Description><Classification'),
  ],
  ['author', swap('CENTRE DU SIMULATEUR', 'AUTRE')],
  ['legalAuthenticator', (text) => text.replace(slotOf('legalAuthenticator'), (one) => one.replace('ALIX', 'NOA'))],
  ['typeCode', swap('"11488-4"', '"11490-0"')],
  ['healthcareFacilityTypeCode', swap('"SA05"', '"SA07"')],
  ['practiceSettingCode', swap('"AMBULATOIRE"', '"HAD"')],
  ['formatCode', swap('xds-sd:text:2008', 'xds-sd:pdf:2008')],
];

const RULES: readonly (readonly [string, string, string, () => Message | Promise<Message>])[] = [
  ['no lid', UPDATE, 'update.logicalId', () => mask(swap(/ lid="[^"]*"/, ''))],
  [
    'unknown lid',
    'UnresolvedReferenceException',
    'update.unresolved',
    () => mask(swap(/ lid="[^"]*"/, ` lid="urn:uuid:${crypto.randomUUID()}"`)),
  ],
  [
    'no member',
    UPDATE,
    'update.member',
    () => mask(same, (text) => text.replace('targetObject="D1"', 'targetObject="D2"')),
  ],
  ['member without status', UPDATE, 'update.memberStatus', () => mask(same, swap(original, ''))],
  [
    'no PreviousVersion',
    'XDSMetadataVersionError',
    'update.previousVersionAbsent',
    () => mask(same, swap(slotOf('PreviousVersion'), '')),
  ],
  ['no hash', UPDATE, 'update.incomplete.hash', () => mask(swap(slotOf('hash'), ''))],
  ['no size', UPDATE, 'update.incomplete.size', () => mask(swap(slotOf('size'), ''))],
  ['no repository', UPDATE, 'update.incomplete.repositoryUniqueId', () => mask(swap(slotOf('repositoryUniqueId'), ''))],
  ['nothing changed', UPDATE, 'update.nothing', () => mask(same, same, '')],
  [
    'N taken away',
    'LocalPolicyRestrictionError',
    'update.confidentiality',
    () => mask(swap('nodeRepresentation="N"', 'nodeRepresentation="R"')),
  ],
  [
    'hidden from the representatives',
    'LocalPolicyRestrictionError',
    'update.confidentiality',
    () => mask(same, same, 'INVISIBLE_REPRESENTANTS_LEGAUX'),
  ],
  [
    'two changes at once',
    'XDSMetadataUpdateOperationError',
    'update.one',
    async () => {
      const [first, second] = [await registered(), await registered()];
      return update(status(first.entryUuid, APPROVED, ARCHIVED) + status(second.entryUuid, APPROVED, ARCHIVED));
    },
  ],
  [
    'status changed by something else than the set',
    UPDATE,
    'update.source',
    async () =>
      update(
        status((await registered()).entryUuid, APPROVED, ARCHIVED).replace('sourceObject="SS"', 'sourceObject="X"'),
      ),
  ],
  [
    'entryUUID of before a mask',
    'UnresolvedReferenceException',
    'update.unresolved',
    async () => {
      const { entryUuid } = await registered();
      const { core } = dmp().sandbox.dmp.service;
      const { entryUuid: next } = core.admin.entries(PATIENT).find(({ id }) => id === entryUuid)
        ? { entryUuid }
        : { entryUuid: '' };
      core.update(physician(), { target: next, changes: ['mask'] });
      return update(status(entryUuid, APPROVED, ARCHIVED));
    },
  ],
  [
    'deletion of a deprecated version',
    UPDATE,
    'update.transition',
    async () => {
      const first = await registered();
      await dmp().inside(depositOf({ replaces: first.entryUuid, cda: related(first.uniqueId) }));
      return update(
        status(
          first.entryUuid,
          'urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated',
          'urn:asip:ci-sis:2010:StatusType:Deleted',
        ),
      );
    },
  ],
];

const physician = () => ({
  mode: 'DIRECTE' as const,
  userId: '899900000003',
  structure: '10B0999999',
  roles: [{ code: '10', codeSystem: '1.2.250.1.71.1.2.7', displayName: 'Médecin' }],
  patient: { extension: PATIENT, oid: '1.2.250.1.213.1.4.10' },
});
const withSet = (edit: Edit) => async () => {
  const { entryUuid } = await registered();
  return plain(
    'registry',
    ACTION.update,
    assertion(),
    objectsRequest(edit(submissionSet(`${ARC}.8.${nextN()}`, now())) + status(entryUuid, APPROVED, ARCHIVED)),
  );
};

/** Checks 18 to 21, beyond the first cases; and the set of an update, judged as that of a deposit. */
export const UPDATE_CASES: readonly Case[] = [
  {
    check: 18,
    name: 'replacement of a document of another patient',
    message: () => {
      const [other] = dmp().sandbox.dmp.store.admin.entries('275126322074974');
      return depositOf({ replaces: other?.id ?? '', cda: related(other?.uniqueId ?? '') });
    },
    error: 'XDSPatientIdDoesNotMatch',
    reason: 'replace.patient',
  },
  {
    check: 18,
    name: 'replacement of an archived document',
    message: async () => {
      const { entryUuid, uniqueId } = await registered();
      await dmp().inside(update(status(entryUuid, APPROVED, ARCHIVED)));
      return depositOf({ replaces: entryUuid, cda: related(uniqueId) });
    },
    error: 'XDSRegistryDeprecatedDocumentError',
    reason: 'replace.status',
  },
  {
    check: 18,
    name: 'two replacements of one document',
    message: async () => {
      const { entryUuid, uniqueId } = await registered();
      return depositOf({
        replaces: entryUuid,
        cda: related(uniqueId),
        associations: (text) => text + association(TYPES.replaces, 'D1', entryUuid),
      });
    },
    error: 'XDSRegistryMetadataError',
    reason: 'replace.twice',
  },
  {
    check: 18,
    name: 'addendum',
    message: async () => {
      const { entryUuid } = await registered();
      return depositOf({
        associations: (text) => text + association('urn:ihe:iti:2007:AssociationType:APND', 'D1', entryUuid),
      });
    },
    error: 'XDSRegistryMetadataError',
    reason: 'association.unsupported',
  },

  ...(
    [
      [
        'composed objects refused',
        'XDSRegistryError',
        'query.composed',
        findDocuments().replace('returnComposedObjects="true"', 'returnComposedObjects="false"'),
      ],
      [
        'another returnType',
        'XDSRegistryError',
        'query.returnType',
        findDocuments().replace('"LeafClass"', '"LeafClassWithRepositoryItem"'),
      ],
      [
        'code without its scheme',
        'XDSStoredQueryParamNumber',
        'query.code',
        findDocuments(PATIENT, slot('$XDSDocumentEntryTypeCode', "('11488-4')")),
      ],
      [
        'a date with dashes',
        'XDSStoredQueryParamNumber',
        'query.quotes',
        findDocuments(PATIENT, slot('$XDSDocumentEntryCreationTimeFrom', '2026-01-01')),
      ],
      [
        'half a date',
        'XDSStoredQueryParamNumber',
        'query.time',
        findDocuments(PATIENT, slot('$XDSDocumentEntryCreationTimeFrom', '202')),
      ],
      ['two patients', 'XDSStoredQueryParamNumber', 'query.single', findDocuments(PATIENT, patientSlot)],
      [
        'two dates',
        'XDSStoredQueryParamNumber',
        'query.single',
        findDocuments(PATIENT, slot('$XDSDocumentEntryCreationTimeTo', '2026', '2025')),
      ],
      [
        'patient that is no CX',
        'XDSStoredQueryParamNumber',
        'query.patientId',
        adhocQuery(QUERY.findDocuments, slot('$XDSDocumentEntryPatientId', "'x'") + statusSlot),
      ],
      [
        'no AdhocQuery',
        'XDSRegistryError',
        'query.absent',
        findDocuments().replace(/<AdhocQuery.*<\/AdhocQuery>/s, ''),
      ],
    ] as const
  ).map(([name, error, reason, payload]): Case => ({ check: 19, name, error, reason, message: () => query(payload) })),
  {
    check: 19,
    name: 'documents of two patients',
    error: 'XDSResultNotSinglePatient',
    reason: 'query.patients',
    message: () => {
      const { admin } = dmp().sandbox.dmp.store;
      const ids = [...admin.entries(PATIENT).slice(0, 1), ...admin.entries('275126322074974').slice(0, 1)].map(
        ({ id }) => `'${id}'`,
      );
      return query(adhocQuery(QUERY.getDocuments, slot('$XDSDocumentEntryEntryUUID', `(${ids.join(',')})`)));
    },
  },

  {
    check: 20,
    name: 'no repository',
    error: 'XDSUnknownRepositoryId',
    reason: 'retrieve.repositoryAbsent',
    message: async () => {
      const message = retrieve([(await registered()).uniqueId]);
      return {
        ...message,
        body: Buffer.from(
          Buffer.from(message.body)
            .toString()
            .replace(/<xds:RepositoryUniqueId>.*?<\/xds:RepositoryUniqueId>/, ''),
        ),
      };
    },
  },
  {
    check: 20,
    name: 'no document',
    error: 'XDSDocumentUniqueIdError',
    reason: 'retrieve.nothing',
    message: () => retrieve([]),
  },
  {
    check: 20,
    name: 'document of another patient',
    error: 'XDSDocumentUniqueIdError',
    reason: 'retrieve.unknown',
    message: () => retrieve([dmp().sandbox.dmp.store.admin.entries('275126322074974')[0]?.uniqueId ?? '']),
  },

  ...UNMODIFIABLE.map(
    ([name, edit]): Case => ({
      check: 21,
      name: `${name} changed`,
      error: 'UnmodifiableMetadataError',
      reason: `update.unmodifiable.${name}`,
      message: () => mask(edit),
    }),
  ),
  ...RULES.map(([name, error, reason, message]): Case => ({ check: 21, name, error, reason, message })),
  {
    check: 21,
    name: 'deletion of a document of somebody else',
    fault: RIGHTS,
    reason: 'rights.ownership',
    message: () => {
      const other = dmp()
        .sandbox.dmp.store.admin.entries(PATIENT)
        .find((e) => e.uniqueId === '1.2.250.1.999.1.1.8121.1.1.2');
      return update(status(other?.id ?? '', APPROVED, 'urn:asip:ci-sis:2010:StatusType:Deleted'));
    },
  },
  {
    check: 14,
    name: 'set of an update used twice',
    error: 'XDSDuplicateUniqueIdInRegistry',
    reason: 'set.duplicate',
    message: async () => {
      const [first, second] = [await registered(), await registered()];
      const set = `${ARC}.8.${nextN()}`;
      const made = (target: string) =>
        plain(
          'registry',
          ACTION.update,
          assertion(),
          objectsRequest(submissionSet(set, now()) + status(target, APPROVED, ARCHIVED)),
        );
      await dmp().inside(made(first.entryUuid));
      return made(second.entryUuid);
    },
  },
  {
    check: 15,
    name: 'set of an update for another structure',
    error: 'XDSRegistryMetadataError',
    reason: 'author.structure',
    message: withSet(swap('10B0999999', '10B0777777')),
  },
  {
    check: 11,
    name: 'contentTypeCode of an update',
    error: 'XDSRegistryMetadataError',
    reason: 'valueSet.contentTypeCode',
    message: withSet(swap('nodeRepresentation="07"', 'nodeRepresentation="99"')),
  },
  {
    check: 10,
    name: 'sourceId of an update',
    error: 'XDSRegistryMetadataError',
    reason: 'set.sourceId',
    message: withSet(swap(/(554ac39e[^>]*value=")[^"]*/, '$1urn:x')),
  },
];
