import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithConformance } from '../../tooling/src/conformance.ts';
import type { TestRole } from '../src/pki.ts';
import { type Answer, type Dmp, errorCodes, faultCode, startDmp } from './dmp/harness.ts';
import {
  ACTION,
  APPROVED,
  ARC,
  adhocQuery,
  association,
  cda,
  type DepositKnobs,
  deposit,
  documentEntry,
  findDocuments,
  type Message,
  objectsRequest,
  original,
  PATIENT,
  plain,
  QUERY,
  ROLES,
  retrieveRequest,
  slot,
  submissionSet,
  swap,
  TYPES,
  uniqueIds,
  type VihfKnobs,
  vihf,
} from './dmp/message.ts';
import { schemaErrors } from './dmp/schema.ts';

let dmp: Dmp;
let count = 0;
const nextN = () => {
  count += 1;
  return count;
};
const now = () => new Date();
beforeAll(async () => {
  // The reason of check 1 is read in a fault here; the cut connection is tried apart.
  dmp = await startDmp({ clientCertificateRefusal: 'fault' });
});
afterAll(() => dmp.sandbox.stop());

type Knobs = Partial<DepositKnobs>;
const depositOf = (knobs: Knobs = {}) => deposit({ pki: dmp.pki, now: now(), n: nextN(), ...knobs });
const assertion = (knobs: Partial<VihfKnobs> = {}) => vihf({ pki: dmp.pki, now: now(), ...knobs });
const query = (payload = findDocuments(), knobs: Partial<VihfKnobs> = {}) =>
  plain('registry', ACTION.query, assertion(knobs), payload);
const retrieve = (ids: readonly string[], knobs: Partial<VihfKnobs> = {}, repository?: string) =>
  plain('repository', ACTION.retrieve, assertion(knobs), retrieveRequest(ids, repository));

interface Case {
  readonly check: number;
  readonly name: string;
  readonly message: () => Message | Promise<Message>;
  /** Sub-code of the fault, or errorCode of the RegistryError. */
  readonly fault?: string;
  readonly error?: string;
  readonly reason: string;
  readonly as?: TestRole;
}

const CERTIFICATE = 'DMPInvalidCertificate';
const RIGHTS = 'DMPAccessDeniedByRightsService';
const registered = async (): Promise<{ entryUuid: string; uniqueId: string; logicalId: string; at: Date }> => {
  const n = nextN();
  const at = now();
  const answer = await dmp.send(deposit({ pki: dmp.pki, now: at, n }));
  expect(answer.text).toContain('Success');
  const entry = dmp.sandbox.dmp.store.admin.entries(PATIENT).find(({ uniqueId }) => uniqueId === uniqueIds(n).document);
  return { entryUuid: entry?.id ?? '', uniqueId: entry?.uniqueId ?? '', logicalId: entry?.logicalId ?? '', at };
};
const update = (objects: string, knobs: Partial<VihfKnobs> = {}) =>
  plain(
    'registry',
    ACTION.update,
    assertion(knobs),
    objectsRequest(submissionSet(`${ARC}.9.${nextN()}`, now()) + objects),
  );
const status = (target: string, from: string, to: string) =>
  association(TYPES.status, 'SS', target, slot('OriginalStatus', from) + slot('NewStatus', to));
const ARCHIVED = 'urn:asip:ci-sis:2010:StatusType:Archived';

/** Replaces a related document in the CDA. */
const related = (uniqueId: string) =>
  swap(
    '<componentOf>',
    `<relatedDocument typeCode="RPLC"><parentDocument><id root="${uniqueId}"></id></parentDocument></relatedDocument><componentOf>`,
  );

const CASES: readonly Case[] = [
  {
    check: 1,
    name: 'TLS certificate expired',
    message: () => depositOf(),
    fault: CERTIFICATE,
    reason: 'tls.dates',
    as: 'org-auth-cli-expired',
  },
  {
    check: 1,
    name: 'TLS certificate revoked',
    message: () => depositOf(),
    fault: CERTIFICATE,
    reason: 'tls.revoked',
    as: 'org-auth-cli-revoked',
  },
  {
    check: 1,
    name: 'TLS certificate of another authority',
    message: () => depositOf(),
    fault: CERTIFICATE,
    reason: 'tls.authority',
    as: 'org-auth-cli-wrongAuthority',
  },
  {
    check: 1,
    name: 'TLS with a signature certificate',
    message: () => depositOf(),
    fault: CERTIFICATE,
    reason: 'tls.usage',
    as: 'org-sign',
  },

  {
    check: 2,
    name: 'SOAP 1.1',
    message: () =>
      depositOf({
        envelope: swap('http://www.w3.org/2003/05/soap-envelope', 'http://schemas.xmlsoap.org/soap/envelope/'),
      }),
    fault: 'DMPInvalidRequest',
    reason: 'soap.version',
  },
  {
    check: 2,
    name: 'cid without part',
    message: () => depositOf({ payload: swap('cid:doc1%40essai', 'cid:autre') }),
    fault: 'DMPInvalidRequest',
    reason: 'mime.cid',
  },
  {
    check: 2,
    name: 'part that nothing names',
    message: () =>
      depositOf({ multipart: swap(/--b-essai--\r\n$/, '--b-essai\r\nContent-ID: <x@y>\r\n\r\nx\r\n--b-essai--\r\n') }),
    fault: 'DMPInvalidRequest',
    reason: 'mime.unused',
  },
  {
    check: 2,
    name: 'start that names no part',
    message: () => depositOf({ contentType: swap('root@essai', 'nulle@part') }),
    fault: 'DMPInvalidRequest',
    reason: 'mime.root',
  },
  {
    check: 2,
    name: 'type that is not XOP',
    message: () => depositOf({ contentType: swap('type="application/xop+xml"', 'type="text/xml"') }),
    fault: 'DMPInvalidRequest',
    reason: 'mime.type',
  },

  {
    check: 3,
    name: 'no MessageID',
    message: () => depositOf({ envelope: swap(/<wsa:MessageID>.*?<\/wsa:MessageID>/, '') }),
    fault: 'MessageAddressingHeaderRequired',
    reason: 'addressing.MessageID',
  },
  {
    check: 3,
    name: 'no To',
    message: () => depositOf({ envelope: swap(/<wsa:To>.*?<\/wsa:To>/, '') }),
    fault: 'MessageAddressingHeaderRequired',
    reason: 'addressing.To',
  },
  {
    check: 3,
    name: 'no ReplyTo',
    message: () => depositOf({ envelope: swap(/<wsa:ReplyTo .*?<\/wsa:ReplyTo>/, '') }),
    fault: 'MessageAddressingHeaderRequired',
    reason: 'addressing.ReplyTo',
  },
  {
    check: 3,
    name: 'no Action',
    message: () => depositOf({ envelope: swap(/<wsa:Action .*?<\/wsa:Action>/, '') }),
    fault: 'MessageAddressingHeaderRequired',
    reason: 'addressing.Action',
  },
  {
    check: 3,
    name: 'Action of another service',
    message: () => depositOf({ envelope: swap(`>${ACTION.deposit}<`, `>${ACTION.query}<`) }),
    fault: 'ActionNotSupported',
    reason: 'addressing.action',
  },

  {
    check: 4,
    name: 'no VIHF',
    message: () => depositOf({ envelope: swap(/<wsse:Security>.*?<\/wsse:Security>/s, '<wsse:Security/>') }),
    fault: CERTIFICATE,
    reason: 'vihf.absent',
  },
  {
    check: 4,
    name: 'ID that is no NCName',
    message: () => query(undefined, { id: '3f2f5b52-7a36-4f0e-8d42-7c0f8cde1d10' }),
    fault: CERTIFICATE,
    reason: 'vihf.id',
  },
  {
    check: 4,
    name: 'IssueInstant six minutes ago',
    message: () => query(undefined, { now: new Date(Date.now() - 360_000) }),
    fault: CERTIFICATE,
    reason: 'vihf.instant',
  },
  {
    check: 4,
    name: 'attribute changed after the signature',
    message: () => query(undefined, { tamper: swap('Essai', 'Autre') }),
    fault: CERTIFICATE,
    reason: 'vihf.signature',
  },
  {
    check: 4,
    name: 'not signed',
    message: () => query(undefined, { tamper: swap(/<ds:Signature .*?<\/ds:Signature>/s, '') }),
    fault: CERTIFICATE,
    reason: 'vihf.unsigned',
  },
  {
    check: 4,
    name: 'signed with the authentication certificate',
    message: () => query(undefined, { signer: dmp.pki.identity('cps-auth') }),
    fault: CERTIFICATE,
    reason: 'vihf.usage',
  },
  {
    check: 4,
    name: 'signed with an expired certificate',
    message: () => query(undefined, { signer: dmp.pki.identity('cps-sign-expired') }),
    fault: CERTIFICATE,
    reason: 'vihf.dates',
  },
  {
    check: 4,
    name: 'signed with a revoked certificate',
    message: () => query(undefined, { signer: dmp.pki.identity('cps-sign-revoked') }),
    fault: CERTIFICATE,
    reason: 'vihf.revoked',
  },
  {
    check: 4,
    name: 'signed with a certificate of nobody',
    message: () => query(undefined, { signer: dmp.pki.identity('cps-sign-self-signed') }),
    fault: CERTIFICATE,
    reason: 'vihf.authority',
  },
  {
    check: 4,
    name: 'stamp without usage',
    message: () => depositOf({ vihf: { mode: 'INDIRECTE', signer: dmp.pki.identity('org-sign-wrongUsage') } }),
    fault: CERTIFICATE,
    reason: 'vihf.usage',
    as: 'org-auth-cli',
  },
  {
    check: 4,
    name: 'order of the children',
    message: () =>
      query(undefined, {
        edit: swap(/(<saml2:Subject>.*?<\/saml2:Subject>)(<saml2:AuthnStatement.*?<\/saml2:AuthnStatement>)/s, '$2$1'),
      }),
    fault: CERTIFICATE,
    reason: 'vihf.order',
  },
  {
    check: 4,
    name: 'assertion used twice',
    message: async () => {
      const once = assertion();
      await dmp.send(plain('registry', ACTION.query, once, findDocuments()));
      return plain('registry', ACTION.query, once, findDocuments());
    },
    fault: CERTIFICATE,
    reason: 'vihf.reused',
  },

  {
    check: 5,
    name: 'Issuer of somebody else',
    message: () => query(undefined, { edit: swap(/CN=899900000003/, 'CN=899900000011') }),
    fault: CERTIFICATE,
    reason: 'issuer.subject',
  },
  {
    check: 5,
    name: 'VIHF and TLS of two holders',
    message: () => query(),
    fault: CERTIFICATE,
    reason: 'issuer.tls',
    as: 'other-cps-auth',
  },

  {
    check: 6,
    name: 'unknown mode',
    message: () => query(undefined, { edit: swap('>DIRECTE<', '>DIRECT<') }),
    fault: 'DMPInvalidVihf',
    reason: 'vihf.mode',
  },
  {
    check: 6,
    name: 'unknown purpose',
    message: () => query(undefined, { purpose: 'urgence' }),
    fault: 'DMPInvalidVihf',
    reason: 'vihf.purpose',
  },
  {
    check: 6,
    name: 'sector outside of J61',
    message: () => query(undefined, { edit: swap('SA05^', 'SA66^') }),
    fault: 'DMPInvalidVihf',
    reason: 'vihf.sector',
  },
  {
    check: 6,
    name: 'role outside of J65',
    message: () => query(undefined, { roles: ROLES.unknown }),
    fault: 'DMPInvalidVihf',
    reason: 'vihf.role',
  },
  {
    check: 6,
    name: 'médecin without savoir-faire',
    message: () => query(undefined, { roles: ROLES.physicianAlone }),
    fault: 'DMPInvalidVihf',
    reason: 'vihf.secondRole',
  },
  {
    check: 6,
    name: 'unknown version',
    message: () => query(undefined, { edit: swap('>3.0<', '>1.0<') }),
    fault: 'DMPInvalidVihf',
    reason: 'vihf.version',
  },
  {
    check: 6,
    name: 'no homologation number',
    message: () =>
      query(undefined, { edit: swap(/<saml2:Attribute Name="LPS_ID_HOMOLOGATION_DMP">.*?<\/saml2:Attribute>/s, '') }),
    fault: 'DMPInvalidVihf',
    reason: 'vihf.missing.LPS_ID_HOMOLOGATION_DMP',
  },
  {
    check: 6,
    name: 'confidentiality code of another kind',
    message: () =>
      query(undefined, {
        edit: swap(
          '</saml2:AttributeStatement>',
          '<saml2:Attribute Name="Confidentiality_code"><saml2:AttributeValue>MASQUE_PS</saml2:AttributeValue></saml2:Attribute></saml2:AttributeStatement>',
        ),
      }),
    fault: 'DMPInvalidVihf',
    reason: 'vihf.confidentiality',
  },
  {
    check: 6,
    name: 'NameID that is not the card holder',
    message: () => query(undefined, { user: '899900000029' }),
    fault: 'DMPInvalidVihf',
    reason: 'vihf.cardHolder',
  },
  {
    check: 6,
    name: 'structure without a link to the certificate',
    message: () =>
      depositOf({
        vihf: { mode: 'INDIRECTE', structure: '318751275100020' },
        set: (text) => text.replace(/\^10B0999999/, '^318751275100020'),
        xades: { signer: dmp.pki.identity('org-sign') },
      }),
    fault: 'DMPInvalidVihf',
    reason: 'vihf.structureLink',
    as: 'org-auth-cli',
  },

  {
    check: 7,
    name: 'search under the stamp of a structure',
    message: () => query(undefined, { mode: 'INDIRECTE' }),
    fault: RIGHTS,
    reason: 'rights.search',
    as: 'org-auth-cli',
  },
  {
    check: 7,
    name: 'deposit under AIR',
    message: () =>
      depositOf({ vihf: { mode: 'INDIRECTE_RENFORCEE' }, xades: { signer: dmp.pki.identity('org-sign') } }),
    fault: RIGHTS,
    reason: 'rights.deposit',
    as: 'org-auth-cli',
  },

  {
    check: 8,
    name: 'no DMP',
    message: () => depositOf({ patient: '158019197706419' }),
    error: 'XDSUnknownPatientId',
    reason: 'patient.unknown',
  },
  {
    check: 8,
    name: 'closed DMP',
    message: () => depositOf({ patient: '260093022011258' }),
    error: 'XDSUnknownPatientId',
    reason: 'patient.closed',
  },
  {
    check: 8,
    name: 'blocked professional',
    message: () => query(findDocuments('265025544371476'), { patient: '265025544371476' }),
    fault: RIGHTS,
    reason: 'authorization.blocked',
  },
  {
    check: 8,
    name: 'expired authorisation',
    message: () => query(findDocuments('241030750595179'), { patient: '241030750595179' }),
    fault: RIGHTS,
    reason: 'authorization.expired',
  },
  {
    check: 8,
    name: 'no authorisation',
    message: () => query(findDocuments('133061764035249'), { patient: '133061764035249' }),
    fault: RIGHTS,
    reason: 'authorization.absent',
  },
  {
    check: 8,
    name: 'opposition to bris de glace',
    message: () => query(findDocuments('153078987658513'), { patient: '153078987658513', purpose: 'bris_de_glace' }),
    fault: RIGHTS,
    reason: 'patient.opposition',
  },

  {
    check: 9,
    name: 'resource-id of another patient',
    message: () => depositOf({ vihf: { patient: '188102B17295165' } }),
    error: 'XDSPatientIdDoesNotMatch',
    reason: 'patient.resourceId',
  },
  {
    check: 9,
    name: 'patient of one entry',
    message: () => depositOf({ signatureEntry: (text) => text.replaceAll(PATIENT, '188102B17295165') }),
    error: 'XDSPatientIdDoesNotMatch',
    reason: 'patient.objects',
  },
  {
    check: 9,
    name: 'OID of an old identifier',
    message: () =>
      query(findDocuments().replace('.4.10&', '.4.2&'), {
        edit: (text) => text.replace('1.2.250.1.213.1.4.10', '1.2.250.1.213.1.4.2'),
      }),
    error: 'XDSPatientIdDoesNotMatch',
    reason: 'patient.oid',
  },

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
        pki: dmp.pki,
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
      await dmp.send(deposit({ pki: dmp.pki, now: at, n }));
      return deposit({ pki: dmp.pki, now: at, n });
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
    message: () => depositOf({ xades: { signer: dmp.pki.identity('cps-auth') } }),
    error: 'XDSRepositoryError',
    reason: 'xades.certificate.usage',
  },

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
      await dmp.send(depositOf({ replaces: first.entryUuid, cda: related(first.uniqueId) }));
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
      const other = dmp.sandbox.dmp.store.admin
        .entries(PATIENT)
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

const textOf = (answer: Answer) => answer.body.toString('utf8');

describe('one message that fails one check', () => {
  it.each(CASES.map((one) => [one.check, one.name, one] as const))('%i: %s', async (check, _, one) => {
    const answer = await dmp.send(await one.message(), one.as ? { as: dmp.pki.identity(one.as) } : {});
    const last = dmp.sandbox.dmp.log.at(-1);
    expect(last?.reasons).toContain(one.reason);
    expect(last?.checks).toContain(check);
    if (one.fault !== undefined) expect(faultCode(textOf(answer))).toBe(one.fault);
    if (one.error !== undefined) {
      expect(errorCodes(textOf(answer))).toContain(one.error);
      expect(textOf(answer)).toContain('ResponseStatusType:Failure');
    }
  });

  it('covers the twenty-one checks', () => {
    expect([...new Set(CASES.map(({ check }) => check))].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 21 }, (_, i) => i + 1),
    );
  });

  it('refuses for that reason alone', () => {
    const several = dmp.sandbox.dmp.log.filter(({ checks }) => checks.length > 1);
    expect(several.map(({ reasons }) => reasons)).toEqual([]);
  });
});

describe('levels', () => {
  it('notes at lenient what strict refuses', async () => {
    const message = () => depositOf({ cda: swap('<title>Compte rendu de consultation', '<title>Autre') });
    for (const [level, accepted] of [
      ['lenient', true],
      ['dmp', true],
      ['strict', false],
    ] as const) {
      dmp.sandbox.dmp.setLevel(level);
      const answer = await dmp.send(message());
      expect(textOf(answer).includes('ResponseStatusType:Success')).toBe(accepted);
      const last = dmp.sandbox.dmp.log.at(-1);
      expect(accepted ? last?.warnings : last?.reasons).toEqual(['cda.title']);
    }
  });
});

describe('TLS', () => {
  it('cuts the connection of a bad client certificate', async () => {
    const front = await startDmp();
    try {
      const refused = front.send(deposit({ pki: front.pki, now: now(), n: 1 }), {
        as: front.pki.identity('org-auth-cli-revoked'),
      });
      await expect(refused).rejects.toThrow();
    } finally {
      await front.sandbox.stop();
    }
  });
});

describeWithConformance('schemas', () => {
  it('every answer of these tests is valid', () => {
    const sent = dmp.messages.filter(({ direction }) => direction === 'sent');
    expect(sent.length).toBeGreaterThan(CASES.length);
    const errors = sent.flatMap(({ envelope }) =>
      schemaErrors(envelope).map((error) => `${error} in ${Buffer.from(envelope).toString().slice(0, 400)}`),
    );
    expect(errors).toEqual([]);
  });
});
