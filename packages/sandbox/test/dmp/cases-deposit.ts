import { type Case, depositOf, dmp, nextN, now, registered } from './check-tools.ts';
import { deposit, PATIENT, swap, uniqueIds } from './message.ts';

/** Checks 10 to 17: what a deposit carries. */
export const DEPOSIT_CASES: readonly Case[] = [
  {
    check: 10,
    name: 'entry without creationTime',
    message: () => depositOf({ entry: swap(/<Slot name="creationTime">.*?<\/Slot>/, '') }),
    error: 'XDSRepositoryMetadataError',
    reason: 'entry.creationTime',
  },
  {
    check: 10,
    name: 'malformed XCN',
    message: () => depositOf({ entry: swap('^D^^^IDNPS', '') }),
    error: 'XDSRepositoryMetadataError',
    reason: 'entry.legalAuthenticator',
  },
  {
    check: 10,
    name: 'classifiedObject of nobody',
    message: () => depositOf({ entry: swap('classifiedObject="D1"', 'classifiedObject="D2"') }),
    error: 'XDSRepositoryMetadataError',
    reason: 'ebrim.classifiedObject',
  },
  {
    check: 10,
    name: 'name of an identifier',
    message: () => depositOf({ entry: swap('"XDSDocumentEntry.patientId"', '"patientId"') }),
    error: 'XDSRepositoryMetadataError',
    reason: 'ebrim.identifierName',
  },
  {
    check: 10,
    name: 'entry without document',
    message: () =>
      depositOf({
        payload: swap(/<xds:Document id="D1">.*?<\/xds:Document>/, ''),
        multipart: swap(/--b-essai\r\nContent-Type: text\/xml.*?doc1@essai.*?(?=--b-essai\r\n)/s, ''),
      }),
    error: 'XDSMissingDocument',
    reason: 'document.missing',
  },
  {
    check: 10,
    name: 'HasMember missing',
    message: () => depositOf({ associations: swap(/<Association [^>]*targetObject="D1".*?<\/Association>/, '') }),
    error: 'XDSRepositoryMetadataError',
    reason: 'association.member',
  },

  {
    check: 11,
    name: 'typeCode outside of J66',
    message: () => depositOf({ entry: swap('"11488-4"', '"27899-4"'), cda: swap('"11488-4"', '"27899-4"') }),
    error: 'XDSRegistryMetadataError',
    reason: 'valueSet.typeCode',
  },
  {
    check: 11,
    name: 'codingScheme of another list',
    message: () =>
      depositOf({
        entry: swap('1.2.250.1.213.1.1.4.9', '1.2.250.1.213.1.1.4.6'),
        cda: swap('1.2.250.1.213.1.1.4.9', '1.2.250.1.213.1.1.4.6'),
      }),
    error: 'XDSRegistryMetadataError',
    reason: 'valueSet.practiceSettingCode',
  },
  {
    check: 11,
    name: 'class of another type',
    message: () => depositOf({ entry: swap('nodeRepresentation="10"', 'nodeRepresentation="11"') }),
    error: 'XDSRegistryMetadataError',
    reason: 'valueSet.class',
  },
  {
    check: 11,
    name: 'format of another body',
    message: () => depositOf({ entry: swap('xds-sd:text:2008', 'xds-sd:pdf:2008') }),
    error: 'XDSRegistryMetadataError',
    reason: 'valueSet.format',
  },
  {
    check: 11,
    name: 'contentTypeCode outside of J59',
    message: () => depositOf({ set: swap('nodeRepresentation="07"', 'nodeRepresentation="99"') }),
    error: 'XDSRegistryMetadataError',
    reason: 'valueSet.contentTypeCode',
  },

  {
    check: 12,
    name: 'V alone',
    message: () =>
      depositOf({ entry: swap('nodeRepresentation="N"', 'nodeRepresentation="V"'), cda: swap('code="N"', 'code="V"') }),
    error: 'XDSRegistryMetadataError',
    reason: 'confidentiality.normal',
  },
  {
    check: 12,
    name: 'hidden from the representatives of an adult',
    message: () => depositOf({ visibility: 'INVISIBLE_REPRESENTANTS_LEGAUX' }),
    error: 'XDSRegistryMetadataError',
    reason: 'confidentiality.minor',
  },

  {
    check: 13,
    name: 'hash',
    message: () => depositOf({ entry: swap(/[0-9a-f]{40}/, 'a'.repeat(40)) }),
    error: 'XDSRepositoryMetadataError',
    reason: 'content.hash',
  },
  {
    check: 13,
    name: 'size',
    message: () => depositOf({ entry: swap(/(name="size"><ValueList><Value>)\d+/, '$11') }),
    error: 'XDSRepositoryMetadataError',
    reason: 'content.size',
  },
  {
    check: 13,
    name: 'other octets under a known uniqueId',
    message: async () => {
      const { uniqueId } = await registered();
      const known = (text: string) => text.replace(/1\.2\.250\.1\.999\.1\.1\.4242\.1\.\d+\.2(?=")/g, uniqueId);
      const n = nextN();
      return deposit({
        pki: dmp().pki,
        now: now(),
        n,
        body: 'Autre texte inventé.',
        cda: known,
        entry: known,
        xades: { editManifest: swap(uniqueIds(n).document, uniqueId) },
      });
    },
    error: 'XDSNonIdenticalSize',
    reason: 'document.sizeChanged',
  },

  {
    check: 14,
    name: 'uniqueId with an extension',
    message: () =>
      depositOf({
        entry: swap(/value="(1\.2\.250\.1\.999[\d.]+)"/, 'value="$1^1"'),
        xades: { editManifest: swap(/(urn:oid:[\d.]+\.2)"/, '$1^1"') },
      }),
    error: 'XDSRepositoryMetadataError',
    reason: 'uniqueId.form',
  },
  {
    check: 14,
    name: 'CDA id of another document',
    message: () => depositOf({ cda: swap(/<id root="1\.2\.250\.1\.999[\d.]+"/, '<id root="1.2.250.1.999.5"') }),
    error: 'XDSRegistryMetadataError',
    reason: 'uniqueId.cda',
  },
  {
    check: 14,
    name: 'same deposit twice',
    message: async () => {
      const n = nextN();
      const at = now();
      await dmp().inside(deposit({ pki: dmp().pki, now: at, n }));
      return deposit({ pki: dmp().pki, now: at, n });
    },
    error: 'XDSDuplicateUniqueIdInRegistry',
    reason: 'set.duplicate',
  },

  {
    check: 15,
    name: 'structure of the VIHF among no author',
    message: () => depositOf({ set: swap('10B0999999', '10B0777777') }),
    error: 'XDSRegistryMetadataError',
    reason: 'author.structure',
  },
  {
    check: 15,
    name: 'two authors of the set',
    message: () => depositOf({ set: swap(/(<Classification [^>]*a7058bb9.*?<\/Classification>)/, '$1$1') }),
    error: 'XDSRegistryMetadataError',
    reason: 'author.one',
  },

  ...(
    [
      ['title', swap('<title>Compte rendu de consultation', '<title>Autre')],
      ['typeCode', swap('code="11488-4"', 'code="11490-0"')],
      ['confidentialityCode', swap('<confidentialityCode code="N"', '<confidentialityCode code="R"')],
      ['patientId', swap(`extension="${PATIENT}"`, 'extension="188102B17295165"')],
      ['author', swap(/(<assignedAuthor><id root="1.2.250.1.71.4.2.1" extension=")899900000003/, '$1899900000029')],
      [
        'legalAuthenticator',
        swap(/(<assignedEntity><id root="1.2.250.1.71.4.2.1" extension=")899900000003/, '$1899900000029'),
      ],
      ['serviceStartTime', swap(/<low value="\d+/, '<low value="20200101000000')],
      ['creationTime', swap(/<effectiveTime value="\d+/, '<effectiveTime value="20200101000000')],
      ['healthcareFacilityTypeCode', swap('code="SA05"', 'code="SA07"')],
      ['practiceSettingCode', swap('code="AMBULATOIRE"', 'code="HAD"')],
      ['languageCode', swap('code="fr-FR"', 'code="de-DE"')],
    ] as const
  ).map(
    ([name, edit]): Case => ({
      check: 16,
      name: `CDA: ${name}`,
      message: () => depositOf({ cda: edit }),
      error: 'XDSRegistryMetadataError',
      reason: `cda.${name}`,
    }),
  ),

  {
    check: 17,
    name: 'no signature document',
    message: () =>
      depositOf({
        signatureEntry: () => '',
        associations: swap(/<Association [^>]*targetObject="SIG1".*$/, ''),
        payload: swap(/<xds:Document id="SIG1">.*?<\/xds:Document>/, ''),
        multipart: swap(/--b-essai\r\n(?:(?!--b-essai).)*sig1@essai.*?(?=--b-essai--)/s, ''),
      }),
    error: 'XDSRepositoryError',
    reason: 'signature.count',
  },
  {
    check: 17,
    name: 'no signs association',
    message: () => depositOf({ associations: swap(/<Association [^>]*AssociationType:signs.*?<\/Association>/, '') }),
    error: 'XDSRepositoryError',
    reason: 'signature.signs',
  },
  {
    check: 17,
    name: 'language of the signature entry',
    message: () => depositOf({ signatureEntry: swap('>art<', '>fr-FR<') }),
    error: 'XDSRepositoryError',
    reason: 'signature.languageCode',
  },
  {
    check: 17,
    name: 'SignedInfo that does not verify',
    message: () => depositOf({ xades: { edit: swap(/<ds:SignatureValue>..../, '<ds:SignatureValue>AAAA') } }),
    error: 'XDSRepositoryError',
    reason: 'xades.signature',
  },
  {
    check: 17,
    name: 'manifest changed after the signature',
    message: () => depositOf({ xades: { edit: swap('<ds:DigestValue>AA==', '<ds:DigestValue>AQ==') } }),
    error: 'XDSRepositoryError',
    reason: 'xades.digest',
  },
  {
    check: 17,
    name: 'digest of another document',
    message: () =>
      depositOf({
        xades: {
          editManifest: swap(
            /(<ds:DigestValue>)[^A][^<]*(<\/ds:DigestValue><\/ds:Reference><\/ds:Manifest>)/,
            '$1qvTGHdzF6KLavt4PO0gs2a6pQ00=$2',
          ),
        },
      }),
    error: 'InvalidDocumentContent',
    reason: 'xades.manifestDigest',
  },
  {
    check: 17,
    name: 'URI of the set',
    message: () => depositOf({ xades: { setId: '1.2.3' } }),
    error: 'InvalidDocumentContent',
    reason: 'xades.setReference',
  },
  {
    check: 17,
    name: 'purpose',
    message: () => depositOf({ xades: { edit: swap('1.2.840.10065.1.12.1.14', '1.2.840.10065.1.12.1.1') } }),
    error: 'InvalidDocumentContent',
    reason: 'xades.purpose',
  },
  {
    check: 17,
    name: 'XAdES 1.3.2',
    message: () =>
      depositOf({
        xades: {
          editProperties: (text) => text.replaceAll('v1.1.1', 'v1.3.2'),
          edit: (text) => text.replaceAll('v1.1.1', 'v1.3.2'),
        },
      }),
    error: 'InvalidDocumentContent',
    reason: 'xades.properties',
  },
  {
    check: 17,
    name: 'hexadecimal serial number',
    message: () =>
      depositOf({ xades: { editProperties: swap(/<ds:X509SerialNumber>\d+/, '<ds:X509SerialNumber>5eab') } }),
    error: 'InvalidDocumentContent',
    reason: 'xades.serial',
  },
  {
    check: 17,
    name: 'chain without the root',
    message: () => depositOf({ xades: { editProperties: swap(/(.*)<xades:Cert>.*?<\/xades:Cert>/s, '$1') } }),
    error: 'InvalidDocumentContent',
    reason: 'xades.chain',
  },
  {
    check: 17,
    name: 'signed with the authentication certificate',
    message: () => depositOf({ xades: { signer: dmp().pki.identity('cps-auth') } }),
    error: 'XDSRepositoryError',
    reason: 'xades.certificate.usage',
  },
  {
    check: 17,
    name: 'processing instruction inside the signature',
    message: () => depositOf({ xades: { edit: swap('<ds:SignatureValue>', '<?x y?><ds:SignatureValue>') } }),
    error: 'XDSRepositoryError',
    reason: 'xades.unreadable',
  },
];
