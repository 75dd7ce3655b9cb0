import { type Finding, finding, type Severity } from '@socle-sante/core/finding';
import { validateIdNatPs, validateIdNatStruct } from '@socle-sante/core/identifiers';
import { fromXdsCx } from '@socle-sante/core/ins-identifier';
import { parseIsoInstant } from '@socle-sante/core/time';
import { jdvJ61 } from '@socle-sante/nomenclatures/jdv-j61';
import { jdvJ65 } from '@socle-sante/nomenclatures/jdv-j65';
import { isMember } from '@socle-sante/nomenclatures/lookup';
import { type CertificateInfo, nameAttribute } from '@socle-sante/wire/tls';
import { AUTHN_CONTEXTS, type VihfClaims } from '../types.js';
import { PURPOSE_SYSTEM, PURPOSES, RESOURCE, SECRET_CONNECTION } from '../vocabulary.js';
import { REF, type VihfContext } from './context.js';
import { checkRoles, clip } from './roles.js';

type Add = (rule: string, severity: Severity, path: readonly (string | number)[], params?: Finding['params']) => void;

const MODES = ['DIRECTE', 'INDIRECTE', 'INDIRECTE_RENFORCEE'];

/**
 * The rules of what an assertion claims, whether it is still to be written or was read.
 *
 * @param certificate The one that signs, when it is known.
 */
export function checkClaims(claims: VihfClaims, context: VihfContext, certificate?: CertificateInfo): Finding[] {
  const findings: Finding[] = [];
  const add: Add = (rule, severity, path, params = {}) => findings.push(finding(rule, severity, path, params, REF));
  checkMandatory(claims, context, add);
  checkMode(claims, add);
  checkUser(claims, certificate, add);
  checkStructure(claims, context, certificate, add);
  findings.push(...checkRoles(claims.roles, context.lists?.roles ?? jdvJ65));
  findings.push(...checkPatient(claims, context));
  checkAccess(claims, context, add);
  checkLogin(claims, context, add);
  return findings;
}

function checkMandatory(claims: VihfClaims, context: VihfContext, add: Add): void {
  const { software } = claims;
  const present: readonly (readonly [string, unknown])[] = [
    ['version', claims.version],
    ['mode', claims.mode],
    ['nameId', claims.nameId],
    ['structure', claims.structure],
    ['sector', claims.sector?.code],
    ['roles', claims.roles[0]],
    ['resource', claims.resource],
    ['purpose', claims.purpose?.code],
    ['software.name', software.name],
    ['software.version', software.version],
    ['software.homologation', software.homologation],
    ['authnInstant', claims.authnInstant],
    ['authnContext', claims.authnContext],
    ...(claims.mode === 'DIRECTE' ? [] : [['subjectId', claims.subjectId] as const]),
  ];
  for (const [name, value] of present) {
    const empty = value === undefined || (typeof value === 'string' && value.trim() === '');
    if (empty) add('vihf.claim.missing', 'error', name.split('.'), { claim: name });
  }
  const versions = context.versions ?? ['3.0', '4.0'];
  if (claims.version !== undefined && !versions.includes(claims.version)) {
    add('vihf.version.unknown', 'error', ['version'], { accepted: versions.join(', ') });
  }
  if (claims.resource !== undefined && claims.resource !== (context.resource ?? RESOURCE)) {
    add('vihf.resource.value', 'error', ['resource'], { expected: context.resource ?? RESOURCE });
  }
}

function checkMode(claims: VihfClaims, add: Add): void {
  const { mode, authnContext } = claims;
  if (mode !== undefined && !MODES.includes(mode)) add('vihf.mode.value', 'error', ['mode']);
  if (authnContext !== undefined && authnContext !== '') {
    const smartcard = authnContext === AUTHN_CONTEXTS.smartcard;
    if (mode === 'DIRECTE' && !smartcard) add('vihf.authn.direct', 'error', ['authnContext']);
    if (mode !== 'DIRECTE' && smartcard) add('vihf.authn.indirect', 'warning', ['authnContext']);
  }
  if (mode === 'INDIRECTE_RENFORCEE' && !claims.authnContextDecl) {
    add('vihf.authn.declaration', 'warning', ['authnContextDecl']);
  }
}

function checkUser(claims: VihfClaims, certificate: CertificateInfo | undefined, add: Add): void {
  const { nameId, subjectId, mode } = claims;
  if (nameId !== undefined && nameId !== '') {
    if (/\s/.test(nameId) || nameId.length > 100) add('vihf.nameId.format', 'error', ['nameId']);
    else if (validateIdNatPs(nameId).length > 0) add('vihf.nameId.form', 'warning', ['nameId']);
    const holder = certificate && nameAttribute(certificate.subject, 'CN');
    if (mode === 'DIRECTE' && holder !== undefined && holder !== nameId) add('vihf.nameId.card', 'error', ['nameId']);
  }
  // A matricule INS, with or without its key, in the place of the name of the user.
  if (subjectId !== undefined && /(?:^|\D)[1-8]\d{4}[\dAB]\d{7}(?:\d{2})?(?:\D|$)/.test(subjectId.replace(/\s/g, ''))) {
    add('vihf.subjectId.patient', 'error', ['subjectId']);
  }
}

function checkStructure(
  claims: VihfClaims,
  context: VihfContext,
  certificate: CertificateInfo | undefined,
  add: Add,
): void {
  const { structure, sector, mode } = claims;
  if (sector !== undefined && !isMember(context.lists?.sectors ?? jdvJ61, sector.code, sector.codeSystem)) {
    add('vihf.sector.value', 'error', ['sector'], { code: clip(sector.code), codeSystem: clip(sector.codeSystem) });
  }
  if (structure === undefined || structure === '') return;
  if (/\s/.test(structure) || structure.length > 100) add('vihf.structure.format', 'error', ['structure']);
  else if (validateIdNatStruct(structure).some(({ severity }) => severity !== 'info'))
    add('vihf.structure.form', 'warning', ['structure']);
  if (mode === 'DIRECTE') {
    const own = context.cardStructures;
    if (own !== undefined && !own.includes(structure)) add('vihf.structure.card', 'error', ['structure']);
    return;
  }
  const holder = certificate && nameAttribute(certificate.subject, 'OU');
  if (holder === undefined || holder === structure) return;
  // A certificate of the legal entity (EJ) may serve for its establishments (EG): both are FINESS numbers.
  const linked = holder.startsWith('1') && structure.startsWith('1');
  add(linked ? 'vihf.structure.entity' : 'vihf.structure.certificate', linked ? 'warning' : 'error', ['structure']);
}

function checkPatient(claims: VihfClaims, context: VihfContext): Finding[] {
  const error = (rule: string): Finding[] => [finding(rule, 'error', ['patient'], {}, REF)];
  if (claims.patient === undefined) {
    return context.patientRequired || context.patient !== undefined ? error('vihf.patient.missing') : [];
  }
  const read = fromXdsCx(claims.patient, { production: context.production ?? false });
  if (!read.ok) return read.findings.map((item) => ({ ...item, path: ['patient'] }));
  const { patient } = context;
  if (patient !== undefined && (patient.matricule !== read.value.matricule || patient.oid !== read.value.oid)) {
    return error('vihf.patient.other');
  }
  return read.findings.map((item) => ({ ...item, path: ['patient'] }));
}

function checkAccess(claims: VihfClaims, context: VihfContext, add: Add): void {
  const { purpose, reason, confidentiality } = claims;
  if (purpose !== undefined && purpose.code !== '') {
    if (!Object.hasOwn(PURPOSES, purpose.code))
      add('vihf.purpose.value', 'error', ['purpose'], { code: clip(purpose.code) });
    if (purpose.codeSystem !== PURPOSE_SYSTEM) {
      add('vihf.purpose.system', 'error', ['purpose'], { expected: PURPOSE_SYSTEM });
    }
  }
  const broken = purpose?.code === 'bris_de_glace';
  if (broken && (context.reasonForBrisDeGlace ?? true) && !reason?.trim())
    add('vihf.reason.missing', 'error', ['reason']);
  if (!broken && reason !== undefined) add('vihf.reason.unexpected', 'warning', ['reason']);
  if (confidentiality === undefined) return;
  if (confidentiality !== SECRET_CONNECTION) {
    add('vihf.secretConnection.value', 'error', ['secretConnection'], { expected: SECRET_CONNECTION });
  } else if (context.minor === false) add('vihf.secretConnection.adult', 'error', ['secretConnection']);
}

function checkLogin(claims: VihfClaims, context: VihfContext, add: Add): void {
  if (claims.authnInstant === undefined) return;
  const instant = readInstant(claims.authnInstant);
  if (instant === undefined) {
    if (claims.authnInstant !== '') add('vihf.authn.instant', 'error', ['authnInstant']);
    return;
  }
  const limit = context.now && context.now.getTime() + (context.maxSkewSeconds ?? 300) * 1000;
  if (limit !== undefined && instant.getTime() > limit) add('vihf.authn.future', 'error', ['authnInstant']);
}

/** An instant as the VIHF writes it: UTC, labelled Z. Local time labelled otherwise is refused. */
export function readInstant(written: string): Date | undefined {
  if (!written.endsWith('Z')) return undefined;
  const read = parseIsoInstant(written);
  return read.ok ? read.value : undefined;
}
