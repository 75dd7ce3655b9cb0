import { SocleArgumentError } from './error.js';
import { type Checked, type Finding, finding, hasErrors, type Severity } from './finding.js';
import { type MatriculeIns, parseMatricule, validateMatricule } from './matricule.js';
import { oidFromUrn } from './oid.js';

/** The closed set of OIDs that may stand beside a matricule INS (ANS, « Liste des OID des autorités d'affectation des INS »). */
export const INS_OIDS = {
  nir: '1.2.250.1.213.1.4.8',
  nia: '1.2.250.1.213.1.4.9',
  nirTest: '1.2.250.1.213.1.4.10',
  nirDemo: '1.2.250.1.213.1.4.11',
} as const;

export type InsOid = (typeof INS_OIDS)[keyof typeof INS_OIDS];
export type InsNature = 'NIR' | 'NIA';
export type InsOidKind = 'production' | 'test' | 'demo';

/** A matricule and the OID that says what it is. The two never travel apart. */
export interface InsIdentifier {
  readonly matricule: MatriculeIns;
  readonly oid: InsOid;
}

export interface InsIdentifierOptions {
  /** In production the test and demonstration OIDs are refused. */
  readonly production?: boolean;
  /** Severity of a wrong key; `error` by default. */
  readonly key?: Severity;
}

/** Known OIDs that are refused, with what they are: the message can then say it. */
const REFUSED_OIDS: Readonly<Record<string, string>> = {
  '1.2.250.1.213.1.4.2': 'insC',
  '1.2.250.1.213.1.4.6': 'insC',
  '1.2.250.1.213.1.4.13': 'nss',
  '1.2.250.1.213.1.4.14': 'nss',
};

const TABLE: Readonly<
  Record<InsOid, { nature: InsNature; kind: InsOidKind; fhirCode: string; fhirUse: 'official' | 'temp' }>
> = {
  [INS_OIDS.nir]: { nature: 'NIR', kind: 'production', fhirCode: 'INS-NIR', fhirUse: 'official' },
  [INS_OIDS.nia]: { nature: 'NIA', kind: 'production', fhirCode: 'INS-NIA', fhirUse: 'temp' },
  [INS_OIDS.nirTest]: { nature: 'NIR', kind: 'test', fhirCode: 'INS-NIR-TEST', fhirUse: 'official' },
  [INS_OIDS.nirDemo]: { nature: 'NIR', kind: 'demo', fhirCode: 'INS-NIR-DEMO', fhirUse: 'official' },
};

const REFS = {
  oid: { document: 'ANS, liste des OID des autorités d’affectation des INS' },
  hl7v2: { document: 'IHE PAM France', version: '2.11', section: 'PID-3' },
  xds: { document: 'CI-SIS, volet Partage de documents de santé', section: 'patientId' },
  fhir: { document: 'fr-core', version: '2.1.0', section: 'fr-core-patient-ins' },
} as const;

const FHIR_TYPE_SYSTEM = 'https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203';

/** True for one of the four OIDs of an INS. */
export function isInsOid(oid: string): oid is InsOid {
  return Object.hasOwn(TABLE, oid);
}

/** What the number is. It is said by the OID alone: a NIR and a NIA have the same shape. */
export function insNature(oid: InsOid): InsNature {
  return TABLE[oid].nature;
}

/** Where the OID may be used. INSi's own test service answers with a `production` OID for fictitious persons. */
export function insOidKind(oid: InsOid): InsOidKind {
  return TABLE[oid].kind;
}

/**
 * Checks an OID in the place of an INS. Errors: `ins.oid.unknown`, `ins.oid.insC`, `ins.oid.nss`, and with
 * `production` `ins.oid.notProduction`. Never throws.
 */
export function validateInsOid(oid: string, options: InsIdentifierOptions = {}): Finding[] {
  if (!isInsOid(oid)) {
    const known = Object.hasOwn(REFUSED_OIDS, oid) ? REFUSED_OIDS[oid] : undefined;
    return [finding(`ins.oid.${known ?? 'unknown'}`, 'error', ['oid'], {}, REFS.oid)];
  }
  return options.production && insOidKind(oid) !== 'production'
    ? [finding('ins.oid.notProduction', 'error', ['oid'], { oid }, REFS.oid)]
    : [];
}

/** Checks a matricule and its OID together. Never throws. */
export function validateInsIdentifier(
  input: { readonly matricule: string; readonly oid: string },
  options: InsIdentifierOptions = {},
): Finding[] {
  return [
    ...validateMatricule(input.matricule, { ...(options.key ? { key: options.key } : {}), path: ['matricule'] }),
    ...validateInsOid(input.oid, options),
  ];
}

/** Reads a matricule and its OID. */
export function parseInsIdentifier(
  input: { readonly matricule: string; readonly oid: string },
  options: InsIdentifierOptions = {},
): Checked<InsIdentifier> {
  const findings = validateInsIdentifier(input, options);
  const matricule = parseMatricule(input.matricule, { key: 'warning' });
  if (hasErrors(findings) || !matricule.ok || !isInsOid(input.oid)) return { ok: false, findings };
  return { ok: true, value: { matricule: matricule.value, oid: input.oid }, findings };
}

/** True when both halves are the same. */
export function sameIns(a: InsIdentifier, b: InsIdentifier): boolean {
  return a.matricule === b.matricule && a.oid === b.oid;
}

/**
 * HL7 v2 `CX` of PID-3 (IHE PAM France 2.11). `date` (YYYYMMDD) is CX.7, whose meaning is not settled: left out by default.
 * @throws SocleArgumentError `core.cx.date` when `date` is not eight digits.
 */
export function toHl7v2Cx(ins: InsIdentifier, options: { readonly date?: string } = {}): string {
  if (options.date !== undefined && !/^[0-9]{8}$/.test(options.date)) {
    throw new SocleArgumentError({ code: 'core.cx.date', service: 'core', message: 'CX.7 must be written YYYYMMDD' });
  }
  const date = options.date ? `^^${options.date}` : '';
  return `${ins.matricule}^^^ASIP-SANTE-INS-${insNature(ins.oid)}&${ins.oid}&ISO^INS${date}`;
}

/** `CX` of XDS metadata and of the VIHF: CX.4.1 empty, CX.5 `NH` (CI-SIS, volet Partage de documents de santé). */
export function toXdsCx(ins: InsIdentifier): string {
  return `${ins.matricule}^^^&${ins.oid}&ISO^NH`;
}

/** The `id` of a CDA `patientRole` (CI-SIS, volet Structuration minimale §3.5.5.12). */
export interface CdaId {
  readonly root: string;
  readonly extension: string;
}

export function toCdaId(ins: InsIdentifier): CdaId {
  return { root: ins.oid, extension: ins.matricule };
}

/** The two published dialects of the French core profiles. The INS is spelled the same in both; the NSS is not. */
export type FrCoreVersion = '2.1' | '2.2';

/** A FHIR R4 `Identifier`, as far as an INS needs it. */
export interface FhirInsIdentifier {
  readonly use?: string;
  readonly type?: { readonly coding?: readonly { readonly system?: string; readonly code?: string }[] };
  readonly system?: string;
  readonly value?: string;
}

/** FHIR `Identifier` of `fr-core-patient-ins`. */
export function toFhirIdentifier(ins: InsIdentifier, _options: { readonly frCore: FrCoreVersion }): FhirInsIdentifier {
  const { fhirCode, fhirUse } = TABLE[ins.oid];
  return {
    use: fhirUse,
    type: { coding: [{ system: FHIR_TYPE_SYSTEM, code: fhirCode }] },
    system: `urn:oid:${ins.oid}`,
    value: ins.matricule,
  };
}

/**
 * Reads one repetition of PID-3. Besides those of {@link validateInsIdentifier}: error `ins.hl7v2.notIns` (another
 * identifier), warnings `ins.hl7v2.type` (CX.5 is not `INS`) and `ins.hl7v2.namespace` (CX.4.1 is not the official one).
 */
export function fromHl7v2Cx(cx: string, options: InsIdentifierOptions = {}): Checked<InsIdentifier> {
  const parts = readCx(cx);
  if (!parts) return { ok: false, findings: [finding('ins.hl7v2.notIns', 'error', [], {}, REFS.hl7v2)] };
  const read = parseInsIdentifier(parts, options);
  if (!read.ok) return read;
  const findings = [...read.findings];
  if (parts.type !== 'INS')
    findings.push(finding('ins.hl7v2.type', 'warning', [], { found: code(parts.type) }, REFS.hl7v2));
  if (parts.namespace !== `ASIP-SANTE-INS-${insNature(read.value.oid)}`)
    findings.push(finding('ins.hl7v2.namespace', 'warning', [], {}, REFS.hl7v2));
  return { ok: true, value: read.value, findings };
}

/**
 * Reads an XDS `patientId`. Error `ins.xds.notIns`; warning `ins.xds.spelling` when CX.4.1 is not empty or CX.5 is not `NH`.
 */
export function fromXdsCx(cx: string, options: InsIdentifierOptions = {}): Checked<InsIdentifier> {
  const parts = readCx(cx);
  if (!parts) return { ok: false, findings: [finding('ins.xds.notIns', 'error', [], {}, REFS.xds)] };
  const read = parseInsIdentifier(parts, options);
  if (!read.ok || (parts.type === 'NH' && parts.namespace === '')) return read;
  return {
    ok: true,
    value: read.value,
    findings: [...read.findings, finding('ins.xds.spelling', 'warning', [], {}, REFS.xds)],
  };
}

/** Reads the `id` of a CDA `patientRole`. */
export function fromCdaId(
  id: { readonly root?: string; readonly extension?: string },
  options: InsIdentifierOptions = {},
): Checked<InsIdentifier> {
  return parseInsIdentifier({ matricule: id.extension ?? '', oid: id.root ?? '' }, options);
}

/**
 * Reads a FHIR `Identifier`. Error `ins.fhir.nss`: in fr-core 2.1 a billing number has the system of the NIR and the type
 * `NH`; it must never be taken for an INS. Warnings: `ins.fhir.old` (the identifier is a former one: history only),
 * `ins.fhir.type` (the type code does not agree with the system).
 */
export function fromFhirIdentifier(
  identifier: FhirInsIdentifier,
  options: InsIdentifierOptions = {},
): Checked<InsIdentifier> {
  const codes = (identifier.type?.coding ?? []).map((c) => c.code ?? '');
  if (codes.includes('NH')) return { ok: false, findings: [finding('ins.fhir.nss', 'error', ['type'], {}, REFS.fhir)] };
  const read = parseInsIdentifier(
    { matricule: identifier.value ?? '', oid: oidFromUrn(identifier.system ?? '') ?? '' },
    options,
  );
  if (!read.ok) return read;
  const findings = [...read.findings];
  if (identifier.use === 'old') findings.push(finding('ins.fhir.old', 'warning', ['use'], {}, REFS.fhir));
  if (!codes.includes(TABLE[read.value.oid].fhirCode))
    findings.push(finding('ins.fhir.type', 'warning', ['type'], {}, REFS.fhir));
  return { ok: true, value: read.value, findings };
}

/** Components of a `CX` whose CX.4 is an ISO OID; `undefined` for anything else. */
function readCx(cx: string): { matricule: string; namespace: string; oid: string; type: string } | undefined {
  if (typeof cx !== 'string' || cx.length > 512) return undefined;
  const [matricule = '', , , authority = '', type = ''] = cx.split('^');
  const [namespace = '', oid = '', scheme = ''] = authority.split('&');
  return scheme === 'ISO' ? { matricule, namespace, oid, type } : undefined;
}

/** A code, short and without anything but letters, digits and hyphens: what was received may be anything. */
function code(text: string): string {
  return /^[A-Za-z0-9-]{0,20}$/.test(text) ? text : '?';
}
