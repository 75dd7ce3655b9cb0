import type { CertificateFacts } from '../../insi/certificates.js';
import { attributeOf, first, named, type SimElement, textOf } from '../../insi/element.js';
import type { DmpAccessMode, DmpAuthenticationMode, DmpCaller } from '../core/caller.js';
import type { DmpCode } from '../core/metadata.js';
import { patientOfCx } from '../core/query-access.js';
import type { DmpLevel } from '../core/refusal.js';
import { isRole, isSector } from '../core/value-sets.js';
import { FAULT, HIDDEN_FROM_REPRESENTATIVES } from '../core/vocabulary.js';
import { NS } from './namespaces.js';

/** Notes a refusal of a check. */
export type VihfNote = (check: number, code: string, reason: string, context: string, from?: DmpLevel) => void;

const SMARTCARD = 'urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI';
const saml = (parent: SimElement | undefined, local: string) => first(parent, NS.saml, local);

const ATTRIBUTE = {
  version: ['VIHF_Version'],
  mode: ['Authentification_Mode', 'Authentification_mode'],
  structure: ['Identifiant_Structure'],
  sector: ['Secteur_Activite'],
  subject: ['urn:oasis:names:tc:xspa:1.0:subject:subject-id'],
  role: ['urn:oasis:names:tc:xacml:2.0:subject:role'],
  patient: ['urn:oasis:names:tc:xacml:2.0:resource:resource-id'],
  resource: ['Ressource_URN'],
  purpose: ['urn:oasis:names:tc:xspa:1.0:subject:purposeofuse'],
  reason: ['Mode_Acces_Raison'],
  confidentiality: ['urn:oasis:names:tc:xspa:1.0:resource:patient:hl7:confidentiality-code', 'Confidentiality_code'],
  softwareName: ['LPS_Nom'],
  softwareVersion: ['LPS_Version'],
  homologation: ['LPS_ID_HOMOLOGATION_DMP'],
  softwareId: ['LPS_ID'],
} as const;

const MODES: readonly string[] = ['DIRECTE', 'INDIRECTE', 'INDIRECTE_RENFORCEE'];
const PURPOSES: readonly string[] = ['normal', 'bris_de_glace', 'centre_15'];
const PURPOSE_SYSTEM = '1.2.250.1.213.1.1.4.248';
/** Second role, by profession: savoir-faire of a médecin, table G05 of a pharmacien. */
const SECOND_ROLE: Readonly<Record<string, string>> = { '10': '1.2.250.1.71.4.2.5', '21': '1.2.250.1.71.4.2.6' };
/** R01 has codes for dentists and for nurses of advanced practice too; nobody else sends a second role. */
const OPTIONAL_SECOND_ROLE: Readonly<Record<string, RegExp>> = { '40': /^SCD/, '60': /^SI/ };
const SKILLS = '1.2.250.1.71.4.2.5';
/** R291, « professionnel à rôle », whose second role is of R85. */
const BY_ROLE = '1.2.250.1.213.1.6.1.140';
const R85 = '1.2.250.1.213.1.6.1.107';
const PROFESSIONS = '1.2.250.1.71.1.2.7';
/** First role: G15, G16, R95, R94, R291, A00. */
const FIRST_ROLE: ReadonlySet<string> = new Set([
  PROFESSIONS,
  '1.2.250.1.71.1.2.8',
  '1.2.250.1.213.1.6.1.109',
  '1.2.250.1.213.1.6.1.4',
  BY_ROLE,
  '1.2.250.1.213.1.1.4.6',
]);
/** RPPS or ADELI with its prefix, or an identifier inside a structure. */
const PS_ID_NAT = /^(?:0[0-9A-Z]{8,9}|8\d{11}|[13-6][0-9A-Z]+\/\S+)$/;

/** Check 6, and who the caller is. */
export function readCaller(
  assertion: SimElement,
  signer: CertificateFacts,
  policy: {
    readonly versions: readonly string[];
    readonly unknownStructures: readonly string[];
    readonly activities: Readonly<Record<string, readonly string[]>>;
    readonly patientNeeded: boolean;
  },
  note: VihfNote,
): DmpCaller | undefined {
  const wrong = (reason: string, context: string, from?: DmpLevel) =>
    note(6, FAULT.vihf, `vihf.${reason}`, context, from);
  const attributes = (saml(assertion, 'AttributeStatement')?.children ?? []).filter(
    (child): child is SimElement => typeof child !== 'string' && child.local === 'Attribute',
  );
  const known = new Set<string>(Object.values(ATTRIBUTE).flat());
  for (const attribute of attributes)
    if (!known.has(attributeOf(attribute, 'Name') ?? '')) wrong('unknown', 'attribut inconnu du VIHF', 'strict');
  const values = (names: readonly string[], mandatory = false): SimElement[] => {
    const found = attributes.filter((attribute) => names.includes(attributeOf(attribute, 'Name') ?? ''));
    if (found.length > 1) wrong('repeated', `attribut ${names[0]} répété`);
    const list = found.flatMap((attribute) => named(attribute, NS.saml, 'AttributeValue'));
    if (mandatory && list.length === 0) wrong(`missing.${names[0]}`, `attribut obligatoire absent : ${names[0]}`);
    return list;
  };
  const text = (names: readonly string[], mandatory = false) => {
    const value = textOf(values(names, mandatory)[0])?.trim();
    if (mandatory && value === '') wrong(`missing.${names[0]}`, `attribut obligatoire vide : ${names[0]}`);
    return value === '' ? undefined : value;
  };

  const version = text(ATTRIBUTE.version, true);
  if (version !== undefined && !policy.versions.includes(version))
    wrong('version', 'VIHF_Version hors de celles admises');
  const mode = text(ATTRIBUTE.mode, true);
  if (mode !== undefined && !MODES.includes(mode)) wrong('mode', 'Authentification_Mode inconnu');
  const structure = text(ATTRIBUTE.structure, true);
  const sectorText = text(ATTRIBUTE.sector, true);
  const [sectorCode = '', sectorSystem = ''] = (sectorText ?? '').split('^');
  const sector: DmpCode = { code: sectorCode, codeSystem: sectorSystem, displayName: '' };
  if (sectorText !== undefined && !isSector(sector)) wrong('sector', 'Secteur_Activite hors de JDV_J61');
  if (text(ATTRIBUTE.resource, true) !== 'urn:dmp') wrong('resource', 'Ressource_URN : urn:dmp attendu');
  for (const names of [ATTRIBUTE.softwareName, ATTRIBUTE.softwareVersion, ATTRIBUTE.homologation]) text(names, true);
  const userName = text(ATTRIBUTE.subject, mode !== undefined && mode !== 'DIRECTE');

  const codes = (list: readonly SimElement[], local: string) =>
    list.flatMap((value) => {
      const element = first(value, NS.hl7, local);
      return element ? [codeOf(element)] : [];
    });
  const roleValues = values(ATTRIBUTE.role, true);
  const roles = codes(roleValues, 'Role');
  if (roleValues.some((value) => !isTyped(first(value, NS.hl7, 'Role'))))
    wrong('roleType', 'rôle : élément Role de type CE, avec displayName', 'strict');
  checkRoles(roles, wrong);

  const [purpose] = codes(values(ATTRIBUTE.purpose, true), 'PurposeOfUse');
  if (!purpose || !PURPOSES.includes(purpose.code) || purpose.codeSystem !== PURPOSE_SYSTEM)
    wrong('purpose', 'PurposeOfUse : normal, bris_de_glace ou centre_15');
  const reason = text(ATTRIBUTE.reason);
  if (purpose?.code === 'bris_de_glace' && reason === undefined)
    wrong('reason', 'Mode_Acces_Raison attendu en bris de glace', 'strict');
  const confidentiality =
    text(ATTRIBUTE.confidentiality) ?? codes(values(ATTRIBUTE.confidentiality), 'ConfidentialityCode')[0]?.code;
  if (confidentiality !== undefined && confidentiality.split('^')[0] !== HIDDEN_FROM_REPRESENTATIVES)
    wrong('confidentiality', 'connexion secrète : INVISIBLE_REPRESENTANTS_LEGAUX seulement');

  const patientCx = text(ATTRIBUTE.patient);
  const patient = patientCx === undefined ? undefined : patientOfCx(patientCx);
  if (patientCx !== undefined && !patient) wrong('patient', 'resource-id : CX mal formé');
  if (patientCx === undefined && policy.patientNeeded)
    wrong('resourceId', `attribut obligatoire absent : ${ATTRIBUTE.patient[0]}`);

  const nameId = textOf(saml(saml(assertion, 'Subject'), 'NameID'))?.trim() ?? '';
  if (nameId === '') wrong('nameId', 'NameID absent');
  else if (!PS_ID_NAT.test(nameId)) wrong('nameIdForm', 'NameID : PS_IdNat attendu', 'strict');
  const context = saml(saml(assertion, 'AuthnStatement'), 'AuthnContext');
  const classRef = textOf(saml(context, 'AuthnContextClassRef'))?.trim();
  if (classRef === undefined) wrong('authnContext', 'AuthnContextClassRef absent');
  if (mode === 'DIRECTE') {
    if (classRef !== undefined && classRef !== SMARTCARD)
      wrong('authnContext', 'mode DIRECTE : SmartcardPKI attendu', 'strict');
    if (signer.cardType === undefined) wrong('card', 'mode DIRECTE : le VIHF est signé par la carte');
    else if (nameId !== signer.commonName) wrong('cardHolder', 'NameID n’est pas le porteur de la carte');
    else if (structure !== undefined && !(activitiesOf(nameId, policy.activities)?.includes(structure) ?? true))
      wrong('structureLink', 'PS et Structure non liés');
  } else if (mode !== undefined) {
    if (mode === 'INDIRECTE_RENFORCEE' && !saml(context, 'AuthnContextDecl'))
      wrong('authnContextDecl', 'mode INDIRECTE_RENFORCEE : AuthnContextDecl attendu', 'strict');
    if (signer.cardType !== undefined)
      wrong('stamp', 'mode indirect : le VIHF est signé par le cachet de la structure');
    else if (structure !== undefined && !isLinked(structure, signer.organisationalUnit ?? ''))
      wrong('structureLink', 'PS et Structure non liés');
  }
  if (structure !== undefined && policy.unknownStructures.includes(structure))
    wrong('structureUnknown', 'Structure introuvable ou Inactive');

  if (structure === undefined || mode === undefined || !MODES.includes(mode)) return undefined;
  return {
    mode: mode as DmpAuthenticationMode,
    accessMode: PURPOSES.includes(purpose?.code ?? '') ? (purpose?.code as DmpAccessMode) : 'normal',
    userId: nameId,
    ...(userName === undefined ? {} : { userName }),
    roles,
    structure,
    sector,
    ...(reason === undefined ? {} : { reason }),
    secretConnection: confidentiality !== undefined,
    ...(patient ? { patient } : {}),
  };
}

/** Structures of a card holder: a member of staff belongs to the one that his identifier names; undefined when nobody knows. */
function activitiesOf(
  id: string,
  activities: Readonly<Record<string, readonly string[]>>,
): readonly string[] | undefined {
  if (Object.hasOwn(activities, id)) return activities[id];
  const inside = /^(.)([^/]+)\//.exec(id);
  return inside ? [`${inside[1]}${inside[2]}`, `1${inside[2]}`] : undefined;
}

/** An HL7 v3 CE that says its type and its label. */
function isTyped(element: SimElement | undefined): boolean {
  return (
    element !== undefined &&
    /^(?:[\w.-]+:)?CE$/.test(attributeOf(element, 'type', NS.xsi) ?? '') &&
    (attributeOf(element, 'displayName') ?? '') !== ''
  );
}

function codeOf(element: SimElement): DmpCode {
  return {
    code: attributeOf(element, 'code') ?? '',
    codeSystem: attributeOf(element, 'codeSystem') ?? '',
    displayName: attributeOf(element, 'displayName') ?? '',
  };
}

function checkRoles(
  roles: readonly DmpCode[],
  wrong: (reason: string, context: string, from?: DmpLevel) => void,
): void {
  const [first, second, third] = roles;
  if (!first || third) wrong('roles', 'un ou deux rôles attendus');
  for (const role of roles) if (!isRole(role)) wrong('role', 'rôle hors de JDV_J65');
  if (!first) return;
  if (!FIRST_ROLE.has(first.codeSystem))
    wrong('firstRole', 'premier rôle : profession, ou catégorie de l’acteur', 'strict');
  const needed =
    first.codeSystem === BY_ROLE ? R85 : first.codeSystem === PROFESSIONS ? SECOND_ROLE[first.code] : undefined;
  if (needed !== undefined) {
    if (second?.codeSystem !== needed) wrong('secondRole', 'Aucune spécialité dans le vihf');
    return;
  }
  const allowed = first.codeSystem === PROFESSIONS ? OPTIONAL_SECOND_ROLE[first.code] : undefined;
  if (second && !(second.codeSystem === SKILLS && allowed?.test(second.code)))
    wrong('secondRoleUnexpected', 'second rôle sans objet pour cette profession', 'strict');
}

/** A structure is the one of the certificate; an EJ signs for its EG: both are FINESS numbers then. */
function isLinked(structure: string, certified: string): boolean {
  return structure === certified || (/^1[0-9A-Z]{9}$/.test(structure) && /^1[0-9A-Z]{9}$/.test(certified));
}
