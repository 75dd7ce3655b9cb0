// A small writer of DMP messages, apart from every package of the house: text in, text out. Every knob breaks one thing.
import { createHash, createSign, X509Certificate } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import type { TestIdentity, TestPki } from '../../src/pki.ts';

export const PATIENT = '279035121518989';
export const OID = '1.2.250.1.213.1.4.10';
export const PHYSICIAN = '899900000003';
export const STRUCTURE = '10B0999999';
export const ARC = '1.2.250.1.999.1.1.4242';

type Edit = (text: string) => string;
const same: Edit = (text) => text;

/** Replaces a piece that must be there. */
export const swap =
  (from: string | RegExp, to: string): Edit =>
  (text) => {
    const done = text.replace(from, to);
    if (done === text) throw new Error(`nothing to replace: ${from}`);
    return done;
  };

export const utc = (now: Date) => now.toISOString().replace(/[-:T]/g, '').slice(0, 14);
const urn = () => `urn:uuid:${crypto.randomUUID()}`;

// ---- VIHF ----

export interface VihfKnobs {
  readonly pki: TestPki;
  readonly now: Date;
  readonly mode?: 'DIRECTE' | 'INDIRECTE' | 'INDIRECTE_RENFORCEE';
  readonly purpose?: string;
  readonly patient?: string;
  readonly user?: string;
  readonly structure?: string;
  readonly roles?: string;
  /** Role of the certificate that signs; default the one of the mode. */
  readonly signer?: TestIdentity;
  /** Before the signature. */
  readonly edit?: Edit;
  /** After it. */
  readonly tamper?: Edit;
  readonly sha1?: boolean;
  readonly id?: string;
}

/** RFC 2253 subject, most specific first, as the samples write it. */
export function subjectOf(identity: TestIdentity): string {
  const names: Record<string, string> = { SN: '2.5.4.4', GN: '2.5.4.42', title: '2.5.4.12' };
  return new X509Certificate(identity.certPem).subject
    .split('\n')
    .reverse()
    .map((rdn) => rdn.replace(/(^|\+)(SN|GN|title)=/g, (_, sep: string, key: string) => `${sep}${names[key]}=`))
    .join(',')
    .replace(/&/g, '&amp;');
}

const attribute = (name: string, value: string) =>
  `<saml2:Attribute Name="${name}"><saml2:AttributeValue xsi:type="xs:string">${value}</saml2:AttributeValue></saml2:Attribute>`;
export const role = (code: string, system: string, label: string) =>
  `<saml2:AttributeValue><Role xmlns="urn:hl7-org:v3" xsi:type="CE" code="${code}" codeSystem="${system}" displayName="${label}"/></saml2:AttributeValue>`;

export const ROLES = {
  physician:
    role('10', '1.2.250.1.71.1.2.7', 'Médecin') +
    role('SM26', '1.2.250.1.71.4.2.5', 'Qualifié en médecine générale (SM)'),
  nurse: role('60', '1.2.250.1.71.1.2.7', 'Infirmier'),
  staff: role('SECRETARIAT_MEDICAL', '1.2.250.1.213.1.1.4.6', 'Secrétariat médical'),
  physicianAlone: role('10', '1.2.250.1.71.1.2.7', 'Médecin'),
  unknown: role('999', '1.2.250.1.71.1.2.7', 'Inconnu'),
} as const;

export function vihf(knobs: VihfKnobs): string {
  const { pki, now, mode = 'DIRECTE', purpose = 'normal', patient = PATIENT, structure = STRUCTURE } = knobs;
  const signer = knobs.signer ?? pki.identity(mode === 'DIRECTE' ? 'cps-sign' : 'org-sign');
  const id = knobs.id ?? `_${crypto.randomUUID()}`;
  const context = mode === 'DIRECTE' ? 'SmartcardPKI' : 'Password';
  const declaration =
    mode === 'INDIRECTE_RENFORCEE' ? '<saml2:AuthnContextDecl>APP_BROWSER_AUTH</saml2:AuthnContextDecl>' : '';
  const unsigned = (knobs.edit ?? same)(
    `<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema" ID="${id}" IssueInstant="${now.toISOString()}" Version="2.0">` +
      `<saml2:Issuer Format="urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName">${subjectOf(signer)}</saml2:Issuer>` +
      `<saml2:Subject><saml2:NameID>${knobs.user ?? PHYSICIAN}</saml2:NameID></saml2:Subject>` +
      `<saml2:AuthnStatement AuthnInstant="${now.toISOString()}"><saml2:AuthnContext><saml2:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:${context}</saml2:AuthnContextClassRef>${declaration}</saml2:AuthnContext></saml2:AuthnStatement>` +
      '<saml2:AttributeStatement>' +
      attribute('VIHF_Version', '3.0') +
      attribute('Authentification_Mode', mode) +
      attribute('Identifiant_Structure', structure) +
      attribute('Secteur_Activite', 'SA05^1.2.250.1.71.4.2.4') +
      attribute('urn:oasis:names:tc:xspa:1.0:subject:subject-id', 'EXEMPLE ALIX') +
      `<saml2:Attribute Name="urn:oasis:names:tc:xacml:2.0:subject:role">${knobs.roles ?? ROLES.physician}</saml2:Attribute>` +
      attribute('urn:oasis:names:tc:xacml:2.0:resource:resource-id', `${patient}^^^&amp;${OID}&amp;ISO^NH`) +
      attribute('Ressource_URN', 'urn:dmp') +
      `<saml2:Attribute Name="urn:oasis:names:tc:xspa:1.0:subject:purposeofuse"><saml2:AttributeValue><PurposeOfUse xmlns="urn:hl7-org:v3" xsi:type="CE" code="${purpose}" codeSystem="1.2.250.1.213.1.1.4.248" codeSystemName="mode acces VIHF 2.0" displayName="Accès"/></saml2:AttributeValue></saml2:Attribute>` +
      (purpose === 'bris_de_glace' ? attribute('Mode_Acces_Raison', 'Urgence inventée') : '') +
      attribute('LPS_Nom', 'Essai') +
      attribute('LPS_Version', '1.0') +
      attribute('LPS_ID_HOMOLOGATION_DMP', 'SIM-0000') +
      '</saml2:AttributeStatement></saml2:Assertion>',
  );
  const signed = new SignedXml({
    privateKey: signer.keyPem,
    publicCert: signer.certPem,
    signatureAlgorithm: knobs.sha1
      ? 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'
      : 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
    idAttribute: 'ID',
  });
  signed.addReference({
    xpath: "//*[local-name(.)='Assertion']",
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
    digestAlgorithm: knobs.sha1 ? 'http://www.w3.org/2000/09/xmldsig#sha1' : 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  signed.computeSignature(unsigned, {
    prefix: 'ds',
    location: { reference: "//*[local-name(.)='Issuer']", action: 'after' },
  });
  return (knobs.tamper ?? same)(signed.getSignedXml());
}

// ---- envelope ----

export const ACTION = {
  deposit: 'urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b',
  query: 'urn:ihe:iti:2007:RegistryStoredQuery',
  retrieve: 'urn:ihe:iti:2007:RetrieveDocumentSet',
  update: 'urn:ihe:iti:2010:UpdateDocumentSet',
  existence: 'urn:hl7-org:v3:PRPA_IN201307UV02',
  revise: 'urn:hl7-org:v3:PRPA_IN201314UV02',
  candidates: 'urn:hl7-org:v3:PRPA_IN201305UV02',
  authorise: 'urn:si-dmp-habilitations:HabilitationsEndPoint:setAuthorization',
  authorisations: 'urn:si-dmp-habilitations:HabilitationsEndPoint:listAuthorizationByPatient',
  patients: 'urn:si-dmp-patients:PatientSpecificEndPoint:patientList',
} as const;

/** Service of each action. */
const SERVICE_OF: Readonly<Record<string, string>> = {
  [ACTION.deposit]: 'repository',
  [ACTION.query]: 'registry',
  [ACTION.retrieve]: 'repository',
  [ACTION.update]: 'registry',
  [ACTION.existence]: 'patients',
  [ACTION.revise]: 'patients',
  [ACTION.candidates]: 'patientsPDQ',
  [ACTION.authorise]: 'habilitations',
  [ACTION.authorisations]: 'habilitations',
  [ACTION.patients]: 'patientsSpecific',
};

export function envelope(action: string, assertion: string, payload: string, edit: Edit = same): string {
  return edit(
    '<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope" xmlns:wsa="http://www.w3.org/2005/08/addressing" xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"><soap:Header>' +
      `<wsa:MessageID>${urn()}</wsa:MessageID><wsa:To>https://dmp.sim.invalid/${SERVICE_OF[action] ?? ''}</wsa:To>` +
      '<wsa:ReplyTo soap:mustUnderstand="true"><wsa:Address>http://www.w3.org/2005/08/addressing/anonymous</wsa:Address></wsa:ReplyTo>' +
      `<wsa:Action soap:mustUnderstand="true">${action}</wsa:Action><wsse:Security>${assertion}</wsse:Security></soap:Header>` +
      `<soap:Body>${payload}</soap:Body></soap:Envelope>`,
  );
}

// ---- ebRIM ----

const string = (name: string, value: string) =>
  `<${name}><LocalizedString charset="UTF8" xml:lang="FR" value="${value}"/></${name}>`;
const slot = (name: string, ...values: readonly string[]) =>
  `<Slot name="${name}"><ValueList>${values.map((value) => `<Value>${value}</Value>`).join('')}</ValueList></Slot>`;
let counter = 0;
const next = (prefix: string) => {
  counter += 1;
  return `${prefix}${counter}`;
};
const coded = (object: string, scheme: string, code: string, system: string, label: string) =>
  `<Classification id="${next('c')}" classificationScheme="urn:uuid:${scheme}" classifiedObject="${object}" nodeRepresentation="${code}">${slot('codingScheme', system)}${string('Name', label)}</Classification>`;
const XCN = `${PHYSICIAN}^EXEMPLE^ALIX^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^D^^^IDNPS`;
const author = (object: string, scheme: string) =>
  `<Classification id="${next('c')}" classificationScheme="urn:uuid:${scheme}" classifiedObject="${object}" nodeRepresentation="">${slot('authorPerson', XCN)}${slot('authorSpecialty', 'G15_10/SM26^Médecin - Qualifié en Médecine Générale (SM)^1.2.250.1.213.1.1.4.5')}${slot('authorInstitution', `CENTRE DU SIMULATEUR^^^^^&amp;1.2.250.1.71.4.2.2&amp;ISO^IDNST^^^${STRUCTURE}`)}</Classification>`;
const identifier = (object: string, scheme: string, value: string, name: string) =>
  `<ExternalIdentifier id="${next('e')}" registryObject="${object}" identificationScheme="urn:uuid:${scheme}" value="${value}">${string('Name', name)}</ExternalIdentifier>`;
const cx = (patient: string) => `${patient}^^^&amp;${OID}&amp;ISO^NH`;

export function submissionSet(uniqueId: string, now: Date, patient = PATIENT): string {
  return (
    `<RegistryPackage id="SS">${slot('submissionTime', utc(now))}${string('Name', 'Dépôt')}${author('SS', 'a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d')}` +
    coded('SS', 'aa543740-bdda-424e-8c96-df4873be8500', '07', '1.2.250.1.213.2.2', 'Consultations soins externes') +
    `<Classification id="${next('c')}" classificationNode="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd" classifiedObject="SS"/>` +
    identifier('SS', '6b5aea1a-874d-4603-a4bc-96a0a7b38446', cx(patient), 'XDSSubmissionSet.patientId') +
    identifier('SS', '554ac39e-e3fe-47fe-b233-965d2a147832', `${ARC}.7`, 'XDSSubmissionSet.sourceId') +
    identifier('SS', '96fdda7c-d067-4183-912e-bf5ee74998a8', uniqueId, 'XDSSubmissionSet.uniqueId') +
    '</RegistryPackage>'
  );
}

interface EntryFacts {
  readonly id: string;
  readonly uniqueId: string;
  readonly bytes: Uint8Array;
  readonly now: Date;
  readonly patient?: string;
  readonly attributes?: string;
  readonly visibility?: string;
}

const CONFIDENTIALITY = 'f4f85eac-e6cb-4883-b524-f2705394840f';
const facility = (id: string) =>
  coded(id, 'f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1', 'SA05', '1.2.250.1.71.4.2.4', 'Centre de santé') +
  coded(id, 'cccf5598-8b07-4b77-a05e-ae952c785ead', 'AMBULATOIRE', '1.2.250.1.213.1.1.4.9', 'Ambulatoire');
const ids = (id: string, patient: string, uniqueId: string) =>
  identifier(id, '58a6f841-87b3-4a3e-92fd-a8ffeff98427', cx(patient), 'XDSDocumentEntry.patientId') +
  identifier(id, '2e82c1f6-a085-4c72-9da3-8640a32e42ab', uniqueId, 'XDSDocumentEntry.uniqueId');
const content = (bytes: Uint8Array) => slot('hash', createHash('sha1').update(bytes).digest('hex'));

export function documentEntry({
  id,
  uniqueId,
  bytes,
  now,
  patient = PATIENT,
  attributes = '',
  visibility = '',
}: EntryFacts): string {
  return (
    `<ExtrinsicObject id="${id}" mimeType="text/xml" objectType="urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1"${attributes}>` +
    slot('creationTime', utc(now)) +
    content(bytes) +
    slot('languageCode', 'fr-FR') +
    slot('legalAuthenticator', XCN) +
    (attributes === '' ? '' : slot('repositoryUniqueId', '1.2.250.1.213.4.1.1.1.2')) +
    slot('serviceStartTime', utc(now)) +
    slot('size', String(bytes.length)) +
    slot('sourcePatientId', cx(patient)) +
    slot('sourcePatientInfo', 'PID-5|PAT-TROIS^DOMINIQUE^^^^^L', 'PID-7|19790328', 'PID-8|F') +
    string('Name', 'Compte rendu de consultation') +
    author(id, '93606bcf-9494-43ec-9b4e-a7748d1a838d') +
    coded(id, '41a5887f-8865-4c09-adf7-e362475b143a', '10', '1.2.250.1.213.1.1.4.1', 'Compte rendu') +
    coded(id, CONFIDENTIALITY, 'N', '2.16.840.1.113883.5.25', 'Normal') +
    (visibility === '' ? '' : coded(id, CONFIDENTIALITY, visibility, '1.2.250.1.213.1.1.4.13', visibility)) +
    coded(
      id,
      'a09d5840-386c-46f2-b5ad-9c3699a4309d',
      'urn:ihe:iti:xds-sd:text:2008',
      '1.3.6.1.4.1.19376.1.2.3',
      'Texte',
    ) +
    facility(id) +
    coded(
      id,
      'f0306f51-975f-434e-a61c-c59651d33983',
      '11488-4',
      '2.16.840.1.113883.6.1',
      'CR ou fiche de consultation ou de visite',
    ) +
    ids(id, patient, uniqueId) +
    '</ExtrinsicObject>'
  );
}

export function signatureEntry({ id, uniqueId, bytes, now, patient = PATIENT }: EntryFacts): string {
  return (
    `<ExtrinsicObject id="${id}" mimeType="text/xml" objectType="urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1">` +
    slot('creationTime', utc(now)) +
    content(bytes) +
    slot('languageCode', 'art') +
    slot('legalAuthenticator', XCN) +
    slot('serviceStartTime', utc(now)) +
    slot('serviceStopTime', utc(now)) +
    slot('size', String(bytes.length)) +
    slot('sourcePatientId', cx(patient)) +
    string('Name', 'Source') +
    author(id, '93606bcf-9494-43ec-9b4e-a7748d1a838d') +
    coded(
      id,
      '41a5887f-8865-4c09-adf7-e362475b143a',
      'urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1',
      'URN',
      'Digital Signature',
    ) +
    coded(id, CONFIDENTIALITY, 'N', '2.16.840.1.113883.5.25', 'Normal') +
    coded(id, CONFIDENTIALITY, 'MASQUE_PS', '1.2.250.1.213.1.1.4.13', 'Masqué aux professionnels de santé') +
    coded(id, CONFIDENTIALITY, 'INVISIBLE_PATIENT', '1.2.250.1.213.1.1.4.13', 'Non visible par le patient') +
    coded(id, '2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4', '1.2.840.10065.1.12.1.14', '1.2.840.10065.1.12', 'Source') +
    coded(
      id,
      'a09d5840-386c-46f2-b5ad-9c3699a4309d',
      'http://www.w3.org/2000/09/xmldsig#',
      'URN',
      'Default Signature Style',
    ) +
    facility(id) +
    coded(id, 'f0306f51-975f-434e-a61c-c59651d33983', 'E1762', 'ASTM', 'Full Document') +
    ids(id, patient, uniqueId) +
    '</ExtrinsicObject>'
  );
}

export const association = (type: string, source: string, target: string, slots = '') =>
  `<Association id="${next('a')}" associationType="${type}" objectType="urn:oasis:names:tc:ebxml-regrep:ObjectType:RegistryObject:Association" sourceObject="${source}" targetObject="${target}">${slots}</Association>`;
export const TYPES = {
  member: 'urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember',
  signs: 'urn:ihe:iti:2007:AssociationType:signs',
  replaces: 'urn:ihe:iti:2007:AssociationType:RPLC',
  status: 'urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus',
} as const;
export const original = slot('SubmissionSetStatus', 'Original');
export { slot };

export const objectsRequest = (objects: string) =>
  `<lcm:SubmitObjectsRequest xmlns:lcm="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0" xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"><RegistryObjectList>${objects}</RegistryObjectList></lcm:SubmitObjectsRequest>`;

// ---- CDA ----

export function cda(uniqueId: string, now: Date, patient = PATIENT, body = 'Texte inventé.'): string {
  const time = `${utc(now)}+0000`;
  const entity = `<id root="1.2.250.1.71.4.2.1" extension="${PHYSICIAN}"></id><code code="G15_10/SM26" codeSystem="1.2.250.1.213.1.1.4.5"></code>`;
  const organisation = `<representedOrganization><id root="1.2.250.1.71.4.2.2" extension="${STRUCTURE}"></id><name>CENTRE</name><standardIndustryClassCode code="AMBULATOIRE" codeSystem="1.2.250.1.213.1.1.4.9"></standardIndustryClassCode></representedOrganization>`;
  return (
    '<ClinicalDocument xmlns="urn:hl7-org:v3"><typeId extension="POCD_HD000040" root="2.16.840.1.113883.1.3"></typeId><templateId root="1.3.6.1.4.1.19376.1.2.20"></templateId>' +
    `<id root="${uniqueId}"></id><code code="11488-4" codeSystem="2.16.840.1.113883.6.1"></code><title>Compte rendu de consultation</title>` +
    `<effectiveTime value="${time}"></effectiveTime><confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"></confidentialityCode><languageCode code="fr-FR"></languageCode>` +
    `<recordTarget><patientRole><id root="${OID}" extension="${patient}"></id><patient><name><family qualifier="BR">PAT-TROIS</family><given>DOMINIQUE</given></name><administrativeGenderCode code="F"></administrativeGenderCode><birthTime value="19790328"></birthTime></patient></patientRole></recordTarget>` +
    `<author><time value="${time}"></time><assignedAuthor>${entity}${organisation}</assignedAuthor></author>` +
    `<legalAuthenticator><time value="${time}"></time><assignedEntity>${entity}</assignedEntity></legalAuthenticator>` +
    `<documentationOf><serviceEvent><effectiveTime><low value="${time}"></low></effectiveTime></serviceEvent></documentationOf>` +
    `<componentOf><encompassingEncounter><location><healthCareFacility><code code="SA05" codeSystem="1.2.250.1.71.4.2.4"></code></healthCareFacility></location></encompassingEncounter></componentOf>` +
    `<component><nonXMLBody><text mediaType="text/plain" representation="B64">${Buffer.from(body).toString('base64')}</text></nonXMLBody></component></ClinicalDocument>`
  );
}

// ---- XAdES ----

export interface XadesKnobs {
  readonly pki: TestPki;
  readonly now: Date;
  readonly setId: string;
  readonly documents: readonly { readonly uniqueId: string; readonly bytes: Uint8Array }[];
  readonly signer?: TestIdentity;
  readonly algorithm?: 'sha1' | 'sha256';
  /** Of the parts that are signed, before they are. */
  readonly editManifest?: Edit;
  readonly editProperties?: Edit;
  readonly edit?: Edit;
}

const DS = 'xmlns:ds="http://www.w3.org/2000/09/xmldsig#"';
const XADES = 'xmlns:xades="http://uri.etsi.org/01903/v1.1.1#"';

/** Written canonical at once, so that digests are those of its own text. */
export function xades(knobs: XadesKnobs): string {
  const { now, setId, documents, algorithm = 'sha1' } = knobs;
  const signer = knobs.signer ?? knobs.pki.identity('cps-sign');
  const digestUri =
    algorithm === 'sha1' ? 'http://www.w3.org/2000/09/xmldsig#sha1' : 'http://www.w3.org/2001/04/xmlenc#sha256';
  const signatureUri =
    algorithm === 'sha1'
      ? 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'
      : 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
  const digest = (data: string | Uint8Array) => createHash(algorithm).update(data).digest('base64');
  const digested = (value: string) =>
    `<ds:DigestMethod Algorithm="${digestUri}"></ds:DigestMethod><ds:DigestValue>${value}</ds:DigestValue>`;
  const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments';
  const manifest = (knobs.editManifest ?? same)(
    `<ds:Manifest ${DS} Id="IHEManifest"><ds:Reference URI="urn:oid:${setId}">${digested('AA==')}</ds:Reference>` +
      documents
        .map(
          ({ uniqueId, bytes }) =>
            `<ds:Reference URI="urn:oid:${uniqueId}"><ds:Transforms><ds:Transform Algorithm="${C14N}"></ds:Transform></ds:Transforms>${digested(digest(bytes))}</ds:Reference>`,
        )
        .join('') +
      '</ds:Manifest>',
  );
  const chain = [signer.certPem, ...(signer.chainPem.match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----/g) ?? [])].map(
    (pem) => new X509Certificate(pem).raw,
  );
  const certificates = chain
    .map((der) => {
      const certificate = new X509Certificate(der);
      const issuer = certificate.issuer.split('\n').reverse().join(',');
      return `<xades:Cert><xades:CertDigest><xades:DigestMethod Algorithm="${digestUri}"></xades:DigestMethod><xades:DigestValue>${digest(der)}</xades:DigestValue></xades:CertDigest><xades:IssuerSerial><ds:X509IssuerName>${issuer}</ds:X509IssuerName><ds:X509SerialNumber>${BigInt(`0x${certificate.serialNumber}`)}</ds:X509SerialNumber></xades:IssuerSerial></xades:Cert>`;
    })
    .join('');
  const properties = (knobs.editProperties ?? same)(
    `<xades:SignedProperties ${DS} ${XADES} Id="S0-SignedProperties"><xades:SignedSignatureProperties><xades:SigningTime>${now.toISOString().slice(0, 19)}+00:00</xades:SigningTime><xades:SigningCertificate>${certificates}</xades:SigningCertificate><xades:SignaturePolicyIdentifier><xades:SignaturePolicyImplied></xades:SignaturePolicyImplied></xades:SignaturePolicyIdentifier></xades:SignedSignatureProperties><xades:SignedDataObjectProperties></xades:SignedDataObjectProperties></xades:SignedProperties>`,
  );
  const signedInfo =
    `<ds:SignedInfo ${DS}><ds:CanonicalizationMethod Algorithm="${C14N}"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm="${signatureUri}"></ds:SignatureMethod>` +
    `<ds:Reference Type="http://www.w3.org/2000/09/xmldsig#Manifest" URI="#IHEManifest">${digested(digest(manifest))}</ds:Reference>` +
    `<ds:Reference Type="http://uri.etsi.org/01903/v1.1.1#SignedProperties" URI="#S0-SignedProperties">${digested(digest(properties))}</ds:Reference></ds:SignedInfo>`;
  const value = createSign(algorithm === 'sha1' ? 'RSA-SHA1' : 'RSA-SHA256')
    .update(signedInfo)
    .sign(signer.keyPem, 'base64');
  return (knobs.edit ?? same)(
    `<ds:Signature ${DS} Id="sig-1">${signedInfo}<ds:SignatureValue>${value}</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${Buffer.from(signer.certDer).toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>` +
      `<ds:Object>${manifest}</ds:Object>` +
      '<ds:Object><SignatureProperties xmlns=""><SignatureProperty Id="purposeOfSignature" Target="#sig-1">1.2.840.10065.1.12.1.14</SignatureProperty></SignatureProperties></ds:Object>' +
      `<ds:Object><xades:QualifyingProperties ${XADES} Target="#sig-1">${properties}</xades:QualifyingProperties></ds:Object></ds:Signature>`,
  );
}

// ---- deposit ----

export interface DepositKnobs {
  readonly pki: TestPki;
  readonly now: Date;
  /** Numbers the identifiers. */
  readonly n: number;
  readonly patient?: string;
  readonly vihf?: Partial<VihfKnobs>;
  readonly cda?: Edit;
  readonly body?: string;
  readonly entry?: Edit;
  readonly set?: Edit;
  readonly signatureEntry?: Edit;
  readonly associations?: Edit;
  readonly objects?: Edit;
  readonly xades?: Partial<XadesKnobs>;
  readonly payload?: Edit;
  readonly envelope?: Edit;
  /** Of the multipart text, latin1. */
  readonly multipart?: Edit;
  readonly replaces?: string;
  readonly visibility?: string;
  readonly contentType?: Edit;
  /** Octets that stand in for the CDA, when it is too large for a string. */
  readonly sent?: (cda: Uint8Array) => Uint8Array;
}

export interface Message {
  readonly contentType: string;
  readonly body: Uint8Array;
  readonly service: string;
  readonly uniqueId: string;
}

export const uniqueIds = (n: number) => ({
  set: `${ARC}.1.${n}.1`,
  document: `${ARC}.1.${n}.2`,
  signature: `${ARC}.1.${n}.3`,
});

export function deposit(knobs: DepositKnobs): Message {
  const { pki, now, n, patient = PATIENT } = knobs;
  const id = uniqueIds(n);
  const text = Buffer.from((knobs.cda ?? same)(cda(id.document, now, patient, knobs.body)));
  const signature = Buffer.from(
    xades({ pki, now, setId: id.set, documents: [{ uniqueId: id.document, bytes: text }], ...knobs.xades }),
  );
  const objects =
    (knobs.set ?? same)(submissionSet(id.set, now, patient)) +
    (knobs.entry ?? same)(
      documentEntry({
        id: 'D1',
        uniqueId: id.document,
        bytes: text,
        now,
        patient,
        ...(knobs.visibility === undefined ? {} : { visibility: knobs.visibility }),
      }),
    ) +
    (knobs.signatureEntry ?? same)(
      signatureEntry({ id: 'SIG1', uniqueId: id.signature, bytes: signature, now, patient }),
    ) +
    (knobs.associations ?? same)(
      association(TYPES.member, 'SS', 'D1', original) +
        association(TYPES.member, 'SS', 'SIG1', original) +
        association(TYPES.signs, 'SIG1', 'SS', original) +
        (knobs.replaces === undefined ? '' : association(TYPES.replaces, 'D1', knobs.replaces)),
    );
  const include = (entry: string, cid: string) =>
    `<xds:Document id="${entry}"><xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:${cid}"/></xds:Document>`;
  const payload = (knobs.payload ?? same)(
    `<xds:ProvideAndRegisterDocumentSetRequest xmlns:xds="urn:ihe:iti:xds-b:2007">${objectsRequest((knobs.objects ?? same)(objects))}${include('D1', 'doc1%40essai')}${include('SIG1', 'sig1@essai')}</xds:ProvideAndRegisterDocumentSetRequest>`,
  );
  const root = envelope(ACTION.deposit, vihf({ pki, now, patient, ...knobs.vihf }), payload, knobs.envelope);
  const part = (type: string, cid: string, bytes: Uint8Array) =>
    `--b-essai\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <${cid}>\r\n\r\n${Buffer.from(bytes).toString('latin1')}\r\n`;
  const multipart = (knobs.multipart ?? same)(
    part('application/xop+xml; charset=UTF-8; type="application/soap+xml"', 'root@essai', Buffer.from(root)) +
      part('text/xml', 'doc1@essai', text) +
      part('text/xml', 'sig1@essai', signature) +
      '--b-essai--\r\n',
  );
  return {
    service: 'repository',
    uniqueId: id.document,
    contentType: (knobs.contentType ?? same)(
      `multipart/related; boundary="b-essai"; type="application/xop+xml"; start="<root@essai>"; start-info="application/soap+xml"; action="${ACTION.deposit}"`,
    ),
    body: Buffer.from(multipart, 'latin1'),
  };
}

export function plain(service: string, action: string, assertion: string, payload: string, edit: Edit = same): Message {
  return {
    service,
    uniqueId: '',
    contentType: `application/soap+xml; charset=UTF-8; action="${action}"`,
    body: Buffer.from(envelope(action, assertion, payload, edit)),
  };
}

// ---- other payloads ----

export const adhocQuery = (id: string, parameters: string, returnType = 'LeafClass') =>
  `<query:AdhocQueryRequest xmlns:query="urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0" xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"><query:ResponseOption returnComposedObjects="true" returnType="${returnType}"/><AdhocQuery id="urn:uuid:${id}">${parameters}</AdhocQuery></query:AdhocQueryRequest>`;
export const QUERY = {
  findDocuments: '14d4debf-8f97-4251-9a74-a90016b0af0d',
  findSubmissionSets: 'f26abbcb-ac74-4422-8a30-edb644bbc1a9',
  getDocuments: '5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4',
  getAssociations: 'a7ae438b-4bc2-4642-93e9-be891f7bb155',
  getAll: '10b545ea-725c-446d-9b95-8aeb444eddf3',
} as const;
export const APPROVED = 'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved';
export const findDocuments = (patient = PATIENT, extra = '', status = APPROVED) =>
  adhocQuery(
    QUERY.findDocuments,
    slot('$XDSDocumentEntryPatientId', `'${cx(patient)}'`) + slot('$XDSDocumentEntryStatus', `('${status}')`) + extra,
  );
export const retrieveRequest = (uniqueIdList: readonly string[], repository = '1.2.250.1.213.4.1.1.1.2') =>
  `<xds:RetrieveDocumentSetRequest xmlns:xds="urn:ihe:iti:xds-b:2007">${uniqueIdList.map((id) => `<xds:DocumentRequest><xds:RepositoryUniqueId>${repository}</xds:RepositoryUniqueId><xds:DocumentUniqueId>${id}</xds:DocumentUniqueId></xds:DocumentRequest>`).join('')}</xds:RetrieveDocumentSetRequest>`;

const hl7Frame = (name: string, rest: string) =>
  `<${name} xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ITSVersion="XML_1.0"><id root="${ARC}.1" extension="${crypto.randomUUID()}"/><creationTime value="20260901083000"/><interactionId root="2.16.840.1.113883.1.6" extension="${name}"/><processingCode code="D"/><processingModeCode code="T"/><acceptAckCode code="AL"/>` +
  `<receiver typeCode="RCV"><device classCode="DEV" determinerCode="INSTANCE"><id root="1.2.250.1.213.4.1.1.1"/><softwareName>DMP</softwareName></device></receiver><sender typeCode="SND"><device classCode="DEV" determinerCode="INSTANCE"><id root="${ARC}"/><softwareName>Essai</softwareName></device></sender>${rest}</${name}>`;

export const patientQuestion = (reason = 'TEST_EXST', patient = PATIENT) =>
  hl7Frame(
    'PRPA_IN201307UV02',
    `<attentionLine xsi:nil="true"/><controlActProcess classCode="CACT" moodCode="EVN"><reasonCode code="${reason}" codeSystem="1.2.250.1.213.1.1.4.11"/><queryByParameter><queryId root="${ARC}.2" extension="q1"/><statusCode code="new"/><parameterList><dataSource xsi:nil="true"/><patientIdentifier><value root="${OID}" extension="${patient}"/><semanticsText>Patient.id</semanticsText></patientIdentifier></parameterList></queryByParameter></controlActProcess>`,
  );
export const closing = (patient: string) =>
  hl7Frame(
    'PRPA_IN201314UV02',
    `<controlActProcess classCode="CACT" moodCode="EVN"><reasonCode code="FERM" codeSystem="1.2.250.1.213.1.1.4.11"/><subject><registrationRequest classCode="REG" moodCode="RQO"><subject1><patient classCode="PAT"><id root="${OID}" extension="${patient}"/><statusCode code="terminated"/></patient></subject1><author><assignedEntity><id root="1.2.250.1.71.4.2.1" extension="${PHYSICIAN}"/><representedOrganization><id root="1.2.250.1.71.4.2.2" extension="${STRUCTURE}"/></representedOrganization></assignedEntity></author><reasonOf><detectedIssueEvent><code code="FERMETURE_DEMANDE_PATIENT" codeSystem="1.2.250.1.213.4.1.2.4"/></detectedIssueEvent></reasonOf></registrationRequest></subject></controlActProcess>`,
  );
export const candidates = (family: string) =>
  hl7Frame(
    'PRPA_IN201305UV02',
    `<controlActProcess classCode="CACT" moodCode="EVN"><code code="PRPA_TE201305UV02" codeSystem="2.16.840.1.113883.1.6"/><queryByParameter><queryId root="${ARC}.2" extension="q2"/><statusCode code="new"/><parameterList><livingSubjectName><value><family>${family}</family></value><semanticsText>LivingSubject.name</semanticsText></livingSubjectName></parameterList></queryByParameter></controlActProcess>`,
  );
