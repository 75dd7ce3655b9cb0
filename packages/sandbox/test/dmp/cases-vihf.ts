import { assertion, type Case, CERTIFICATE, depositOf, dmp, query, RIGHTS, status, update } from './check-tools.ts';
import {
  ACTION,
  association,
  closing,
  findDocuments,
  type Message,
  patientQuestion,
  plain,
  ROLES,
  role,
  swap,
  TYPES,
  type VihfKnobs,
} from './message.ts';

const VIHF = 'DMPInvalidVihf';
const ROLE = 'urn:oasis:names:tc:xacml:2.0:subject:role';
const END = '</saml2:AttributeStatement>';
const attribute = (name: string, value: string) =>
  `<saml2:Attribute Name="${name}"><saml2:AttributeValue>${value}</saml2:AttributeValue></saml2:Attribute>`;
const adding = (name: string, value: string) => swap(END, `${attribute(name, value)}${END}`);
const without = (name: string) =>
  swap(new RegExp(`<saml2:Attribute Name="${name.replace(/\./g, '\\.')}">.*?</saml2:Attribute>`, 's'), '');
const conditions = (content: string) =>
  swap('<saml2:AuthnStatement', `<saml2:Conditions${content}<saml2:AuthnStatement`);
const hoursAhead = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const indirect = (knobs: Partial<VihfKnobs>): Message =>
  depositOf({ vihf: { mode: 'INDIRECTE', ...knobs }, xades: { signer: dmp().pki.identity('org-sign') } });
const SECRET = 'urn:oasis:names:tc:xspa:1.0:resource:patient:hl7:confidentiality-code';
const BLOCKED = '265025544371476';

const TOKEN: readonly (readonly [string, string, Partial<VihfKnobs>])[] = [
  ['IssueInstant six minutes ahead', 'vihf.instant', { now: new Date(Date.now() + 900_000) }],
  ['IssueInstant in local time', 'vihf.instant', { edit: swap(/IssueInstant="([^"]*)Z"/, 'IssueInstant="$1+00:00"') }],
  ['no AuthnInstant', 'vihf.authnInstant', { edit: swap(/ AuthnInstant="[^"]*"/, '') }],
  [
    'AuthnInstant tomorrow',
    'vihf.authnInstant',
    { edit: (text) => text.replace(/AuthnInstant="[^"]*"/, `AuthnInstant="${hoursAhead(24)}"`) },
  ],
  [
    'AudienceRestriction',
    'vihf.audience',
    {
      edit: conditions(
        '><saml2:AudienceRestriction><saml2:Audience>urn:dmp</saml2:Audience></saml2:AudienceRestriction></saml2:Conditions>',
      ),
    },
  ],
  ['Conditions that are over', 'vihf.conditions', { edit: conditions(' NotOnOrAfter="2020-01-01T00:00:00Z"/>') }],
  ['Conditions to come', 'vihf.conditions', { edit: conditions(' NotBefore="2090-01-01T00:00:00Z"/>') }],
  ['version of SAML', 'vihf.version', { edit: swap('Version="2.0"', 'Version="1.1"') }],
  ['signature by SHA-512', 'vihf.algorithm', { tamper: swap('xmldsig-more#rsa-sha256', 'xmldsig-more#rsa-sha512') }],
  ['reference to something else', 'vihf.reference', { tamper: swap(/ URI="#[^"]*"/, ' URI="#autre"') }],
  ['no Subject', 'vihf.nameId', { edit: swap(/<saml2:Subject>.*<\/saml2:Subject>/, '') }],
];

const ATTRIBUTES: readonly (readonly [string, string, Partial<VihfKnobs>])[] = [
  ...[
    'VIHF_Version',
    'Authentification_Mode',
    'Identifiant_Structure',
    'Secteur_Activite',
    ROLE,
    'Ressource_URN',
    'urn:oasis:names:tc:xspa:1.0:subject:purposeofuse',
    'LPS_Nom',
    'LPS_Version',
  ].map((name): [string, string, Partial<VihfKnobs>] => [
    `no ${name}`,
    `vihf.missing.${name}`,
    { edit: without(name) },
  ]),
  ['no resource-id', 'vihf.resourceId', { edit: without('urn:oasis:names:tc:xacml:2.0:resource:resource-id') }],
  ['resource-id that is no CX', 'vihf.patient', { edit: swap('&amp;ISO^NH', '') }],
  ['an attribute twice', 'vihf.repeated', { edit: adding('LPS_Nom', 'Essai') }],
  ['both spellings of the mode', 'vihf.repeated', { edit: adding('Authentification_mode', 'DIRECTE') }],
  ['an attribute of the old kit', 'vihf.unknown', { edit: adding('LPS_Type', 'LPS') }],
  ['resource of another service', 'vihf.resource', { edit: swap('>urn:dmp<', '>urn:ROR<') }],
  ['code system of the purpose', 'vihf.purpose', { edit: swap('1.2.250.1.213.1.1.4.248', '1.2.250.1.213.1.1.4.249') }],
  ['three roles', 'vihf.roles', { roles: ROLES.physician + role('SM54', '1.2.250.1.71.4.2.5', 'Médecine générale') }],
  [
    'savoir-faire of a nurse',
    'vihf.secondRoleUnexpected',
    { roles: ROLES.nurse + role('SM26', '1.2.250.1.71.4.2.5', 'x') },
  ],
  ['pharmacist without table G05', 'vihf.secondRole', { roles: role('21', '1.2.250.1.71.1.2.7', 'Pharmacien') }],
  ['actor by role without role', 'vihf.secondRole', { roles: role('99', '1.2.250.1.213.1.6.1.140', 'Acteur') }],
  ['savoir-faire first', 'vihf.firstRole', { roles: role('SM26', '1.2.250.1.71.4.2.5', 'Médecine générale') }],
  ['Role without type', 'vihf.roleType', { roles: ROLES.physician.replaceAll(' xsi:type="CE"', '') }],
  ['Role without label', 'vihf.roleType', { roles: ROLES.physician.replaceAll(/ displayName="[^"]*"/g, '') }],
  ['bris de glace without reason', 'vihf.reason', { purpose: 'bris_de_glace', edit: without('Mode_Acces_Raison') }],
  ['secret connection of an adult', 'vihf.secretAdult', { edit: adding(SECRET, 'INVISIBLE_REPRESENTANTS_LEGAUX') }],
  ['patient as subject-id', 'vihf.subjectPatient', { edit: swap('EXEMPLE ALIX', 'Pat-Trois Dominique') }],
  ['structure of another physician', 'vihf.structureLink', { structure: '10B0888888' }],
  ['password in direct mode', 'vihf.authnContext', { edit: swap('classes:SmartcardPKI', 'classes:Password') }],
  [
    'no AuthnContextClassRef',
    'vihf.authnContext',
    { edit: swap(/<saml2:AuthnContextClassRef>.*<\/saml2:AuthnContextClassRef>/, '') },
  ],
];

/** Checks 4 to 9, beyond the first cases: what the assertion says, and of whom. */
export const VIHF_CASES: readonly Case[] = [
  ...TOKEN.map(
    ([name, reason, knobs]): Case => ({
      check: reason === 'vihf.nameId' ? 6 : 4,
      name,
      reason,
      fault: reason === 'vihf.nameId' ? VIHF : CERTIFICATE,
      message: () => query(undefined, knobs),
    }),
  ),
  {
    check: 4,
    name: 'Timestamp beside the assertion',
    message: () =>
      plain(
        'registry',
        ACTION.query,
        assertion(),
        findDocuments(),
        swap('<wsse:Security>', '<wsse:Security><x:T xmlns:x="urn:x"/>'),
      ),
    fault: CERTIFICATE,
    reason: 'vihf.security',
  },
  {
    check: 4,
    name: 'two elements with the identifier of the assertion',
    message: () => {
      const token = assertion({ id: '_deux' });
      return plain(
        'registry',
        ACTION.query,
        token,
        findDocuments(),
        swap('<wsse:Security>', '<x:y xmlns:x="urn:x" ID="_deux"/><wsse:Security>'),
      );
    },
    fault: CERTIFICATE,
    reason: 'vihf.signature',
  },
  {
    check: 5,
    name: 'Format of the Issuer',
    message: () => query(undefined, { edit: swap('nameid-format:X509SubjectName', 'nameid-format:unspecified') }),
    fault: CERTIFICATE,
    reason: 'issuer.format',
  },
  {
    check: 5,
    name: 'attribute types of the Issuer',
    message: () => query(undefined, { edit: swap(/,C=FR/, ',S=FR') }),
    fault: CERTIFICATE,
    reason: 'issuer.form',
  },
  ...ATTRIBUTES.map(
    ([name, reason, knobs]): Case => ({ check: 6, name, reason, fault: VIHF, message: () => query(undefined, knobs) }),
  ),
  {
    check: 6,
    name: 'no subject-id under a stamp',
    message: () => indirect({ edit: without('urn:oasis:names:tc:xspa:1.0:subject:subject-id') }),
    fault: VIHF,
    reason: 'vihf.missing.urn:oasis:names:tc:xspa:1.0:subject:subject-id',
    as: 'org-auth-cli',
  },
  {
    check: 6,
    name: 'NameID that is no PS_IdNat',
    message: () => indirect({ user: 'docteur' }),
    fault: VIHF,
    reason: 'vihf.nameIdForm',
    as: 'org-auth-cli',
  },
  {
    check: 6,
    name: 'direct mode under a stamp',
    message: () => query(undefined, { signer: dmp().pki.identity('org-sign') }),
    fault: VIHF,
    reason: 'vihf.card',
    as: 'org-auth-cli',
  },
  {
    check: 6,
    name: 'indirect mode by card',
    message: () => query(undefined, { mode: 'INDIRECTE', signer: dmp().pki.identity('cps-sign') }),
    fault: VIHF,
    reason: 'vihf.stamp',
  },
  {
    check: 6,
    name: 'AIR without declaration',
    message: () =>
      query(undefined, {
        mode: 'INDIRECTE_RENFORCEE',
        edit: swap('<saml2:AuthnContextDecl>APP_BROWSER_AUTH</saml2:AuthnContextDecl>', ''),
      }),
    fault: VIHF,
    reason: 'vihf.authnContextDecl',
    as: 'org-auth-cli',
  },

  {
    check: 7,
    name: 'records of another physician',
    message: () =>
      plain(
        'patientsSpecific',
        ACTION.patients,
        assertion(),
        '<patientList xmlns="urn:si-dmp-patients"><dateType>LASTDOC</dateType><psOwnerId>899900000029</psOwnerId></patientList>',
      ),
    fault: RIGHTS,
    reason: 'rights.psOwner',
  },
  {
    check: 7,
    name: 'authorisation under a stamp',
    message: () =>
      plain(
        'habilitations',
        ACTION.authorise,
        assertion({ mode: 'INDIRECTE' }),
        '<setAuthorization xmlns="urn:si-dmp-habilitations"><action>AJOUT</action></setAuthorization>',
      ),
    fault: RIGHTS,
    reason: 'rights.authoriseSelf',
    as: 'org-auth-cli',
  },
  {
    check: 8,
    name: 'administrative data for a blocked professional',
    message: () =>
      plain('patients', ACTION.existence, assertion({ patient: BLOCKED }), patientQuestion('CNSLT_DATA', BLOCKED)),
    fault: RIGHTS,
    reason: 'authorization.blocked',
  },
  {
    check: 8,
    name: 'deposit of a blocked professional under the stamp',
    message: () =>
      depositOf({
        patient: BLOCKED,
        vihf: { mode: 'INDIRECTE', patient: BLOCKED },
        xades: { signer: dmp().pki.identity('org-sign') },
        cda: (text) => text.replaceAll('PAT-TROIS', 'PAT-TROIS'),
      }),
    fault: RIGHTS,
    reason: 'authorization.blocked',
    as: 'org-auth-cli',
  },
  {
    check: 8,
    name: 'opposition to the régulation',
    message: () => query(findDocuments('213102288044517'), { patient: '213102288044517', purpose: 'centre_15' }),
    fault: RIGHTS,
    reason: 'patient.opposition',
  },
  {
    check: 9,
    name: 'resource-id of an update',
    message: () =>
      update(status(`urn:uuid:${crypto.randomUUID()}`, 'x', 'y') + association(TYPES.member, 'SS', 'x'), {
        patient: '188102B17295165',
      }),
    error: 'XDSPatientIdDoesNotMatch',
    reason: 'patient.resourceId',
  },
  {
    check: 15,
    name: 'author of a closing who is not the caller',
    message: () => {
      const patient = '229032857590484';
      return plain(
        'patients',
        ACTION.revise,
        assertion({ patient }),
        closing(patient).replace('899900000003', '899900000029'),
      );
    },
    fault: VIHF,
    reason: 'hl7.author',
  },
];
