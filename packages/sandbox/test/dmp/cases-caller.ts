import { assertion, type Case, CERTIFICATE, depositOf, dmp, query, RIGHTS } from './check-tools.ts';
import { ACTION, findDocuments, PATIENT, plain, ROLES, swap } from './message.ts';

/** Checks 1 to 9: transport, addressing, VIHF, rights, patient. */
export const CALLER_CASES: readonly Case[] = [
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
    message: () => query(undefined, { signer: dmp().pki.identity('cps-auth') }),
    fault: CERTIFICATE,
    reason: 'vihf.usage',
  },
  {
    check: 4,
    name: 'signed with an expired certificate',
    message: () => query(undefined, { signer: dmp().pki.identity('cps-sign-expired') }),
    fault: CERTIFICATE,
    reason: 'vihf.dates',
  },
  {
    check: 4,
    name: 'signed with a revoked certificate',
    message: () => query(undefined, { signer: dmp().pki.identity('cps-sign-revoked') }),
    fault: CERTIFICATE,
    reason: 'vihf.revoked',
  },
  {
    check: 4,
    name: 'signed with a certificate of nobody',
    message: () => query(undefined, { signer: dmp().pki.identity('cps-sign-self-signed') }),
    fault: CERTIFICATE,
    reason: 'vihf.authority',
  },
  {
    check: 4,
    name: 'stamp without usage',
    message: () => depositOf({ vihf: { mode: 'INDIRECTE', signer: dmp().pki.identity('org-sign-wrongUsage') } }),
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
      await dmp().inside(plain('registry', ACTION.query, once, findDocuments()));
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
        xades: { signer: dmp().pki.identity('org-sign') },
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
      depositOf({ vihf: { mode: 'INDIRECTE_RENFORCEE' }, xades: { signer: dmp().pki.identity('org-sign') } }),
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
];
