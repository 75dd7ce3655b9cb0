import { type Case, depositOf, dmp, type Knobs, nextN, now, registered } from './check-tools.ts';
import { association, deposit, original, role, swap, TYPES, uniqueIds } from './message.ts';

const STRUCTURE = 'XDSRepositoryMetadataError';
const REGISTRY = 'XDSRegistryMetadataError';
type Edit = (text: string) => string;
type Row = readonly [name: string, reason: string, edit: Edit];
const slotOf = (name: string) => new RegExp(`<Slot name="${name}">.*?</Slot>`, 's');
const coded = (scheme: string) => new RegExp(`<Classification [^>]*${scheme}.*?</Classification>`, 's');
const FACILITY = 'f33fb8ac';
const CONFIDENTIALITY = 'f4f85eac';
/** The same classification once more, with another code. */
const withCode =
  (code: string, system = '1.2.250.1.213.1.1.4.13'): Edit =>
  (text) => {
    const [first = ''] = coded(CONFIDENTIALITY).exec(text) ?? [];
    const more = first
      .replace('nodeRepresentation="N"', `nodeRepresentation="${code}"`)
      .replace('2.16.840.1.113883.5.25', system);
    return text.replace(first, `${first}${more.replace(/id="c\d+"/, `id="c-${code}"`)}`);
  };
const all =
  (...edits: readonly Edit[]): Edit =>
  (text) =>
    edits.reduce((current, edit) => edit(current), text);
const NORMAL = '2.16.840.1.113883.5.25';
const LONG_TITLE = 'T'.repeat(129);
/** Replaced by what a test adds, since it may be absent. */
const SIZE = slotOf('size');

const ENTRY: readonly Row[] = [
  ...[
    'classCode|41a5887f',
    'typeCode|f0306f51',
    'formatCode|a09d5840',
    `healthcareFacilityTypeCode|${FACILITY}`,
    'practiceSettingCode|cccf5598',
  ].map((pair): Row => {
    const [name = '', scheme = ''] = pair.split('|');
    return [`no ${name}`, `entry.${name}`, swap(coded(scheme), '')];
  }),
  [
    'a code twice',
    'ebrim.codeRepeated',
    (text) => text.replace(coded(FACILITY), (one) => one + one.replace(/id="c\d+"/, 'id="c-x"')),
  ],
  ['no author', 'entry.author', swap(coded('93606bcf'), '')],
  ['author with a nodeRepresentation', 'ebrim.authorNode', swap('nodeRepresentation=""', 'nodeRepresentation="x"')],
  [
    'author without anything',
    'author.empty',
    (text) => text.replace(slotOf('authorPerson'), '').replace(slotOf('authorInstitution'), ''),
  ],
  [
    'two persons in one author',
    'ebrim.authorPersons',
    swap(/(<Slot name="authorPerson"><ValueList>)(<Value>.*?<\/Value>)/, '$1$2$2'),
  ],
  [
    'internal identifier as a national one',
    'author.personKind',
    (text) => text.replace(slotOf('authorPerson'), (one) => one.replace('IDNPS', 'EI')),
  ],
  [
    'authority of a structure for a person',
    'author.personKind',
    (text) => text.replace(slotOf('authorPerson'), (one) => one.replace('4.2.1&amp;', '4.2.2&amp;')),
  ],
  ['malformed XON', 'author.institution', swap('^IDNST^', '^')],
  ['type of a structure', 'author.institutionKind', swap('^IDNST^', '^FINEG^')],
  ['malformed specialty', 'author.specialty', swap('^1.2.250.1.213.1.1.4.5<', '<')],
  ['specialty of no list', 'author.specialtySystem', swap('>G15_10/SM26^', '>SM26^')],
  [
    'type of the legal authenticator',
    'entry.legalAuthenticatorKind',
    (text) => text.replace(slotOf('legalAuthenticator'), (one) => one.replace('IDNPS', 'RI')),
  ],
  ['no legalAuthenticator', 'entry.legalAuthenticator', swap(slotOf('legalAuthenticator'), '')],
  [
    '31 February',
    'entry.serviceStopTime',
    swap(SIZE, '<Slot name="serviceStopTime"><ValueList><Value>20260231</Value></ValueList></Slot>'),
  ],
  [
    'creationTime without its seconds',
    'entry.creationTimePrecision',
    swap(/(name="creationTime"><ValueList><Value>\d{12})\d\d/, '$1'),
  ],
  ['no serviceStartTime', 'entry.serviceStartTime', swap(slotOf('serviceStartTime'), '')],
  ['malformed language', 'entry.languageCode', swap('>fr-FR<', '>français<')],
  ['no sourcePatientId', 'entry.sourcePatientId', swap(slotOf('sourcePatientId'), '')],
  [
    'sourcePatientId without authority',
    'entry.sourcePatientId',
    (text) => text.replace(slotOf('sourcePatientId'), (one) => one.replace(/\^\^\^&amp;.*NH/, '')),
  ],
  [
    'type of sourcePatientId',
    'entry.sourcePatientIdType',
    (text) => text.replace(slotOf('sourcePatientId'), (one) => one.replace('^NH', '^MR')),
  ],
  ['no sourcePatientInfo', 'entry.sourcePatientInfo', swap(slotOf('sourcePatientInfo'), '')],
  ['PID-4', 'entry.sourcePatientInfo', swap('<Value>PID-8|F</Value>', '<Value>PID-8|F</Value><Value>PID-4|x</Value>')],
  ['no PID-5', 'entry.sourcePatientInfo5', swap(/<Value>PID-5.*?<\/Value>/, '')],
  ['PID-5 without its type', 'entry.sourcePatientInfo5', swap('^^^^^L<', '<')],
  ['PID-7 with an hour', 'entry.sourcePatientInfo7', swap('PID-7|19790328', 'PID-7|197903281200')],
  ['PID-8 in words', 'entry.sourcePatientInfo8', swap('PID-8|F', 'PID-8|Féminin')],
  ['no title', 'entry.title', swap(/<Name><LocalizedString [^>]*value="Compte rendu de consultation"\/><\/Name>/, '')],
  ['malformed media type', 'entry.mimeType', swap('mimeType="text/xml"', 'mimeType="xml"')],
  ['hash in capitals', 'entry.hash', swap(/[0-9a-f]{40}/, 'A'.repeat(40))],
  ['size of nothing', 'entry.size', swap(/(name="size"><ValueList><Value>)\d+/, '$10')],
  [
    'malformed reference',
    'entry.referenceId',
    swap(
      '<Slot name="size">',
      '<Slot name="urn:ihe:iti:xds:2013:referenceIdList"><ValueList><Value>1</Value></ValueList></Slot><Slot name="size">',
    ),
  ],
  [
    'reference of another type',
    'entry.referenceIdType',
    swap(
      '<Slot name="size">',
      '<Slot name="urn:ihe:iti:xds:2013:referenceIdList"><ValueList><Value>1^^^&amp;1.2.3&amp;ISO^urn:x</Value></ValueList></Slot><Slot name="size">',
    ),
  ],
  ['a Slot twice', 'ebrim.slotRepeated', (text) => text.replace(slotOf('languageCode'), (one) => one + one)],
  [
    'a Slot without value',
    'ebrim.slotEmpty',
    swap('<Slot name="size">', '<Slot name="x"><ValueList/></Slot><Slot name="size">'),
  ],
  [
    'a value of 257 characters',
    'ebrim.slotLength',
    swap(
      '<Slot name="size">',
      `<Slot name="x"><ValueList><Value>${'x'.repeat(257)}</Value></ValueList></Slot><Slot name="size">`,
    ),
  ],
  ['charset of a text', 'ebrim.charset', swap('charset="UTF8"', 'charset="Cp1252"')],
  [
    'type of an object',
    'ebrim.objectType',
    swap('7edca82f-054d-47f2-a032-9b2a5b5186c1', '34268e47-fdf5-41a6-ba33-82133c465248'),
  ],
  ['no uniqueId', 'ebrim.identifier', swap(/<ExternalIdentifier [^>]*2e82c1f6.*?<\/ExternalIdentifier>/, '')],
  ['registryObject of another', 'ebrim.registryObject', swap('registryObject="D1"', 'registryObject="D2"')],
  ['patientId without type', 'ebrim.patientId', (text) => text.replace(/(58a6f841[^>]*ISO)\^NH/, '$1')],
];

const SET: readonly Row[] = [
  ['uniqueId of the set that is no OID', 'set.uniqueId', swap(/(96fdda7c[^>]*value=")[^"]*/, '$1abc')],
  ['sourceId that is no OID', 'set.sourceId', swap(/(554ac39e[^>]*value=")[^"]*/, '$1urn:x')],
  ['no submissionTime', 'set.submissionTime', swap(slotOf('submissionTime'), '')],
  [
    'submissionTime without its seconds',
    'set.submissionTimePrecision',
    swap(/(name="submissionTime"><ValueList><Value>\d{12})\d\d/, '$1'),
  ],
  ['no contentTypeCode', 'set.contentType', swap(coded('aa543740'), '')],
  [
    'a folder',
    'folder.unsupported',
    (text) =>
      `${text}<RegistryPackage id="F"><Classification id="f1" classificationNode="urn:uuid:d9d542f3-6cc4-48b6-8870-ea235fbc94c2" classifiedObject="F"/></RegistryPackage>`,
  ],
  ['no set', 'set.count', swap(/<Classification [^>]*classificationNode="urn:uuid:a54d6aa5[^>]*>/, '')],
];

const ASSOCIATIONS: readonly Row[] = [
  ['two objects of one id', 'structure.ids', (text) => text.replace(/<Association id="[^"]*"/, '<Association id="D1"')],
  ['unknown type of association', 'association.type', (text) => text + association('urn:x', 'SS', 'D1')],
  [
    'objectType of an association',
    'ebrim.associationObjectType',
    swap('RegistryObject:Association"', 'RegistryObject:Service"'),
  ],
  ['HasMember without status', 'association.status', (text) => text.replace(original, '')],
  ['HasMember to nobody', 'association.target', (text) => text + association(TYPES.member, 'SS', 'D9', original)],
  [
    'HasMember from a document',
    'association.source',
    (text) => text + association(TYPES.member, 'D1', 'SIG1', original).replace('"SIG1"', '"SS"'),
  ],
  ['replacement by nobody', 'association.replaces', (text) => text + association(TYPES.replaces, 'D9', 'urn:uuid:1')],
  ['change of status in a deposit', 'association.updateStatus', (text) => text + association(TYPES.status, 'SS', 'D1')],
];

/** Breaks what the CDA, the registry or the signature repeats. */
const ALSO: ReadonlySet<string> = new Set([
  'author.institution',
  'entry.serviceStopTime',
  'entry.languageCode',
  'entry.sourcePatientId',
  'entry.sourcePatientInfo8',
  'entry.mimeType',
  'ebrim.identifier',
  'association.replaces',
  'valueSet.practiceSettingCode',
  'valueSet.healthcareFacilityTypeCode',
]);
const also = (reason: string) => (ALSO.has(reason) ? { also: true as const } : {});

const VALUES: readonly (readonly [string, string, Knobs])[] = [
  [
    'ESSMS',
    'valueSet.practiceSettingCode',
    { entry: swap('"AMBULATOIRE"', '"ESSMS"'), cda: swap('"AMBULATOIRE"', '"ESSMS"') },
  ],
  ['SA66', 'valueSet.healthcareFacilityTypeCode', { entry: swap('"SA05"', '"SA66"'), cda: swap('"SA05"', '"SA66"') }],
  ['a class of no list', 'valueSet.classCode', { entry: swap('nodeRepresentation="10"', 'nodeRepresentation="98"') }],
  ['a format of no list', 'valueSet.formatCode', { entry: swap('xds-sd:text:2008', 'xds-sd:text:2007') }],
  [
    'code 11 of the other list',
    'valueSet.contentTypeCode',
    { set: swap('nodeRepresentation="07"', 'nodeRepresentation="05"') },
  ],
  [
    'a CDA announced inside a stylesheet',
    'valueSet.mimeType',
    { entry: swap('mimeType="text/xml"', 'mimeType="application/xslt+xml"') },
  ],
  [
    'DICOM for a CDA',
    'valueSet.mimeType',
    {
      entry: swap('mimeType="text/xml"', 'mimeType="application/dicom"'),
      xades: { editManifest: swap(/<ds:Transforms>.*?<\/ds:Transforms>/, '') },
    },
  ],
  ['a body that is a PNG', 'valueSet.bodyMediaType', { cda: swap('mediaType="text/plain"', 'mediaType="image/png"') }],
  [
    'format of a body for a structured CDA',
    'valueSet.format',
    { cda: swap(/<nonXMLBody>.*<\/nonXMLBody>/, '<structuredBody></structuredBody>') },
  ],
  ['code of visibility of no list', 'valueSet.confidentialityCode', { visibility: 'MASQUE_PT' }],
];

/** Checks 10 to 15, beyond the first cases. */
export const METADATA_CASES: readonly Case[] = [
  ...ENTRY.map(
    ([name, reason, entry]): Case => ({
      check: 10,
      name,
      reason,
      error: STRUCTURE,
      ...also(reason),
      message: () => depositOf({ entry }),
    }),
  ),
  ...SET.map(
    ([name, reason, set]): Case => ({
      check: 10,
      name,
      reason,
      error: STRUCTURE,
      message: () => depositOf(reason === 'set.uniqueId' ? { set, xades: { setId: 'abc' } } : { set }),
    }),
  ),
  ...ASSOCIATIONS.map(
    ([name, reason, associations]): Case => ({
      check: 10,
      name,
      reason,
      error: STRUCTURE,
      ...also(reason),
      message: () => depositOf({ associations }),
    }),
  ),
  {
    check: 10,
    name: 'title of 129 characters',
    reason: 'entry.title',
    error: STRUCTURE,
    message: () =>
      depositOf({
        entry: swap('value="Compte rendu de consultation"', `value="${LONG_TITLE}"`),
        cda: swap('Compte rendu de consultation', LONG_TITLE),
      }),
  },
  {
    check: 10,
    name: 'another language than French',
    reason: 'entry.language',
    error: STRUCTURE,
    message: () => depositOf({ entry: swap('>fr-FR<', '>de-DE<'), cda: swap('"fr-FR"', '"de-DE"') }),
  },
  {
    check: 10,
    name: 'service that ends before it begins',
    reason: 'entry.serviceTimes',
    error: STRUCTURE,
    message: () =>
      depositOf({
        entry: swap(SIZE, '<Slot name="serviceStopTime"><ValueList><Value>20200101000000</Value></ValueList></Slot>'),
        cda: swap('<low ', '<high value="20200101000000+0000"></high><low '),
      }),
  },
  {
    check: 10,
    name: 'document without entry',
    reason: 'document.withoutEntry',
    error: 'XDSMissingDocumentMetadata',
    message: () =>
      depositOf({
        payload: swap(
          '</xds:Provide',
          '<xds:Document id="D9"><xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:x@y"/></xds:Document></xds:Provide',
        ),
        multipart: swap(/--b-essai--\r\n$/, '--b-essai\r\nContent-ID: <x@y>\r\n\r\nx\r\n--b-essai--\r\n'),
      }),
  },
  {
    check: 10,
    name: 'reference to an unknown document',
    reason: 'reference.unresolved',
    error: 'UnresolvedReferenceException',
    message: () =>
      depositOf({
        associations: (text) =>
          text +
          association(TYPES.member, 'SS', `urn:uuid:${crypto.randomUUID()}`, original.replace('Original', 'Reference')),
      }),
  },
  {
    check: 9,
    name: 'reference to a document of another patient',
    reason: 'reference.patient',
    error: 'XDSPatientIdDoesNotMatch',
    message: () => {
      const [other] = dmp().sandbox.dmp.store.admin.entries('275126322074974');
      return depositOf({
        associations: (text) =>
          text + association(TYPES.member, 'SS', other?.id ?? '', original.replace('Original', 'Reference')),
      });
    },
  },

  ...VALUES.map(
    ([name, reason, knobs]): Case => ({
      check: 11,
      name,
      reason,
      error: REGISTRY,
      ...also(reason),
      message: () => depositOf(knobs),
    }),
  ),

  ...(
    [
      ['N and R', 'confidentiality.restricted', withCode('R', NORMAL)],
      ['N and V', 'confidentiality.restricted', withCode('V', NORMAL)],
      ['N twice', 'confidentiality.repeated', withCode('N', NORMAL)],
      [
        'five codes',
        'confidentiality.count',
        all(
          withCode('R', NORMAL),
          withCode('MASQUE_PS'),
          withCode('INVISIBLE_PATIENT'),
          withCode('INVISIBLE_REPRESENTANTS_LEGAUX'),
        ),
      ],
    ] as const
  ).map(
    ([name, reason, entry]): Case => ({
      check: 12,
      name,
      reason,
      error: REGISTRY,
      message: () => depositOf({ entry }),
    }),
  ),

  {
    check: 13,
    name: 'as many other octets under a known uniqueId',
    reason: 'document.hashChanged',
    error: 'XDSNonIdenticalHash',
    message: async () => {
      const { uniqueId, at } = await registered();
      const known = (text: string) => text.replace(/1\.2\.250\.1\.999\.1\.1\.4242\.1\.\d+\.2(?=")/g, uniqueId);
      const n = nextN();
      return deposit({
        pki: dmp().pki,
        now: at,
        n,
        body: 'Texte inventè.',
        cda: known,
        entry: known,
        xades: { editManifest: swap(uniqueIds(n).document, uniqueId) },
      });
    },
  },

  {
    check: 14,
    name: 'one uniqueId for the set and the document',
    reason: 'uniqueId.repeated',
    error: 'XDSRepositoryDuplicateUniqueIdInMessage',
    message: () => {
      const n = nextN();
      const { set, document } = uniqueIds(n);
      const same = (text: string) => text.replaceAll(document, set);
      return deposit({ pki: dmp().pki, now: now(), n, cda: same, entry: same, xades: { editManifest: same } });
    },
  },
  {
    check: 14,
    name: 'uniqueId of a registered set for a document',
    reason: 'document.idOfSet',
    error: 'XDSDuplicateUniqueIdInRegistry',
    message: async () => {
      const { uniqueId } = await registered();
      const n = nextN();
      const { document } = uniqueIds(n);
      const known = (text: string) => text.replaceAll(document, uniqueId.replace(/2$/, '1'));
      return deposit({ pki: dmp().pki, now: now(), n, cda: known, entry: known, xades: { editManifest: known } });
    },
  },

  {
    check: 15,
    name: 'author of the set who is not the caller',
    reason: 'author.user',
    error: REGISTRY,
    message: () => {
      const other = (text: string) => text.replaceAll('899900000003^', '899900000029^');
      return depositOf({ set: other, signatureEntry: other });
    },
  },
  {
    check: 15,
    name: 'specialty of another exercise',
    reason: 'author.vihfSpecialty',
    error: REGISTRY,
    message: () =>
      depositOf({
        vihf: {
          roles: role('10', '1.2.250.1.71.1.2.7', 'Médecin') + role('SM54', '1.2.250.1.71.4.2.5', 'Médecine générale'),
        },
      }),
  },
  {
    check: 15,
    name: 'document of another structure',
    reason: 'author.structure',
    error: REGISTRY,
    message: () => {
      const other = swap('10B0999999', '10B0888888');
      return depositOf({ entry: other, cda: swap('"10B0999999"', '"10B0888888"') });
    },
  },

  ...(
    [
      ['serviceStopTime', swap('</low>', '</low><high value="20991231000000+0000"></high>')],
      ['sourcePatientInfo PID-5', swap('>PAT-TROIS<', '>PAT-QUATRE<')],
      ['sourcePatientInfo PID-7', swap('"19790328"', '"19790329"')],
      ['sourcePatientInfo PID-8', swap('administrativeGenderCode code="F"', 'administrativeGenderCode code="M"')],
    ] as const
  ).map(
    ([name, cda]): Case => ({
      check: 16,
      name: `CDA: ${name}`,
      reason: `cda.${name}`,
      error: REGISTRY,
      message: () => depositOf({ cda }),
    }),
  ),
  {
    check: 16,
    name: 'IPP that the CDA does not know',
    reason: 'cda.sourcePatientId',
    error: REGISTRY,
    message: () =>
      depositOf({
        entry: (text) =>
          text.replace(
            slotOf('sourcePatientId'),
            '<Slot name="sourcePatientId"><ValueList><Value>42^^^&amp;1.2.3&amp;ISO^PI</Value></ValueList></Slot>',
          ),
      }),
  },
  ...(
    [
      ['not XML', () => 'bonjour'],
      ['another root', () => '<a></a>'],
      ['a DOCTYPE', (text: string) => `<!DOCTYPE x []>${text}`],
    ] as const
  ).map(
    ([name, cda]): Case => ({
      check: 16,
      name: `CDA: ${name}`,
      reason: 'cda.unreadable',
      error: 'InvalidDocumentContent',
      message: () => depositOf({ cda }),
    }),
  ),
];
