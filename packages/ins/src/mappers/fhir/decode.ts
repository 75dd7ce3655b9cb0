import { type Finding, finding, hasErrors, under } from '@socle-sante/core/finding';
import { type FrCoreVersion, fromFhirIdentifier, type InsIdentifier, isInsOid } from '@socle-sante/core/ins-identifier';
import { parseDateLunaire } from '@socle-sante/core/lunar-date';
import { oidFromUrn } from '@socle-sante/core/oid';
import {
  COLLECTION_METHODS,
  type CollectionMethod,
  type IdentityAttribute,
  type RnivStatus,
} from '@socle-sante/core/rniv';
import type { SexeLocal, TraitsLocaux } from '@socle-sante/core/traits';
import type { LocalIdentifier, Received } from '@socle-sante/documents/identity';
import {
  checkReceivedTraits,
  keepIns,
  presentTraits,
  type ReceivedIdentity,
  type ReceiveOptions,
} from '@socle-sante/documents/identity';
import { FR_CORE, STATUS_SYSTEM } from './dialect.js';
import { codes, extensions, type Json, object, objects, string, strings } from './json.js';

export interface ReceivedFhirPatient extends ReceivedIdentity {
  /** The dialect that the code system of `identityStatus` belongs to; absent when it says none. */
  readonly frCore?: FrCoreVersion;
  readonly collection?: CollectionMethod;
  /** `dateInterrogationINSi`, as received. */
  readonly insiDate?: string;
  readonly validationDate?: string;
  readonly validationMode?: string;
}

/**
 * Reads a `Patient` of the French core profiles, in either dialect. In 2.1 `VALI` with an INS is a qualified identity;
 * in 2.2 it is `QUAL`, and an INS beside any other status is left out with a warning. A billing number is never taken
 * for an INS. Accepts any JSON value; never throws.
 */
export function decodePatient(resource: unknown, options: ReceiveOptions = {}): Received<ReceivedFhirPatient> {
  const patient = object(resource);
  if (patient['resourceType'] !== 'Patient')
    return { ok: false, findings: [finding('ins.fhir.resourceType', 'error')] };
  const numbers = readIdentifiers(patient, options);
  const names = readNames(patient);
  const born = readBirth(patient);
  const reliability = readReliability(patient);
  const traits = presentTraits({ ...names.traits, ...born.traits });
  // In dialect 2.2 a validated identity is, by definition, not qualified: the INS beside it cannot be relied on.
  const unreliable = reliability.frCore === '2.2' && reliability.status === 'VALI' && numbers.candidates.length > 0;
  const kept = keepIns(unreliable ? [] : numbers.candidates, reliability.status, reliability.attributes);
  const findings = [
    ...numbers.findings,
    ...names.findings,
    ...born.findings,
    ...reliability.findings,
    ...(unreliable ? [finding('ins.received.notQualified', 'warning', [], { status: 'VALI' })] : []),
    ...kept.findings,
    ...checkReceivedTraits(traits, kept.ins !== undefined),
  ];
  const value: ReceivedFhirPatient = {
    ...(kept.ins ? { ins: kept.ins } : {}),
    formerIns: numbers.former,
    localIdentifiers: numbers.local,
    otherNational: numbers.national,
    traits,
    ...(kept.status ? { status: kept.status } : {}),
    attributes: reliability.attributes,
    ...(reliability.frCore ? { frCore: reliability.frCore } : {}),
    ...reliability.details,
  };
  return hasErrors(findings) ? { ok: false, value, findings } : { ok: true, value, findings };
}

function readIdentifiers(patient: Json, options: ReceiveOptions) {
  const candidates: InsIdentifier[] = [];
  const former: InsIdentifier[] = [];
  const local: LocalIdentifier[] = [];
  const national: LocalIdentifier[] = [];
  const findings: Finding[] = [];
  for (const [index, identifier] of objects(patient['identifier']).entries()) {
    const path = ['identifier', index];
    const system = string(identifier['system']) ?? '';
    const value = string(identifier['value']) ?? '';
    const use = string(identifier['use']);
    const types = codes(identifier['type']);
    const oid = oidFromUrn(system);
    const other = toLocal(value, system, oid, types[0]);
    const billing = types.includes('NH');
    if (oid && isInsOid(oid) && !billing) {
      const type = { coding: types.map((code) => ({ code })) };
      const read = fromFhirIdentifier({ system, value, type }, options);
      findings.push(...under(path, read.findings));
      if (read.ok) (use === 'old' ? former : candidates).push(read.value);
    } else if (billing || (oid && /^1\.2\.250\.1\.213\.1\.4\.(?:2|6|13|14)$/.test(oid))) {
      national.push(other);
      findings.push(finding('ins.received.otherNational', 'info', path));
    } else if (value) local.push(other);
  }
  return { candidates, former, local, national, findings };
}

function toLocal(value: string, system: string, oid: string | undefined, type: string | undefined): LocalIdentifier {
  const authority = oid ? { id: oid } : system ? { id: system, scheme: 'URI' } : {};
  return { value, authority, ...(type ? { type } : {}) };
}

function readNames(patient: Json): { traits: Partial<TraitsLocaux>; findings: Finding[] } {
  const all = objects(patient['name']);
  const official = all.find((name) => name['use'] === 'official');
  const birth = official ?? all.find((name) => name['use'] === undefined);
  const usual = all.find((name) => name['use'] === 'usual');
  const findings = official ? [] : [finding('ins.fhir.officialName', 'warning', ['name'])];
  const given = strings(birth?.['given']);
  const list = string(extensions(birth, FR_CORE.birthListGivenName)[0]?.['valueString']);
  return {
    traits: {
      nomNaissance: string(birth?.['family']),
      premierPrenom: given[0],
      listePrenoms: list ?? (given.length > 1 ? given.join(' ') : undefined),
      nomUtilise: string(usual?.['family']),
      prenomUtilise: strings(usual?.['given'])[0],
    },
    findings,
  };
}

function readBirth(patient: Json): { traits: Partial<TraitsLocaux>; findings: Finding[] } {
  const findings: Finding[] = [];
  const gender = string(patient['gender']);
  const sexe = readGender(gender);
  if (gender && !sexe) findings.push(finding('ins.received.sexe', 'warning', ['gender']));
  const birthDate = string(patient['birthDate']);
  const date = parseDateLunaire(birthDate ?? '');
  if (birthDate && !date.ok) findings.push(finding('ins.received.birthDate', 'warning', ['birthDate']));
  const place = object(extensions(patient, FR_CORE.birthPlace)[0]?.['valueAddress']);
  const insee = object(extensions(place, FR_CORE.inseeCode)[0]?.['valueCoding']);
  return {
    traits: {
      ...(sexe ? { sexe } : {}),
      ...(date.ok ? { dateNaissance: date.value.raw } : {}),
      lieuNaissance: string(insee['code']),
    },
    findings,
  };
}

function readGender(gender: string | undefined): SexeLocal | undefined {
  if (gender === 'female') return 'F';
  if (gender === 'male') return 'M';
  return gender === 'unknown' || gender === 'other' ? 'I' : undefined;
}

function readReliability(patient: Json) {
  const all = extensions(patient, FR_CORE.identityReliability);
  const coding = (url: string): Json[] =>
    all.flatMap((one) => extensions(one, url)).map((part) => object(part['valueCoding']));
  const statuses = coding('identityStatus');
  const comments = all
    .flatMap((one) => extensions(one, 'comment'))
    .flatMap((part) => codes(part['valueCodeableConcept']));
  const said = new Set([...statuses.map((status) => string(status['code']) ?? ''), ...comments]);
  const attributes: IdentityAttribute[] = [];
  if (said.has('HOMA') || said.has('HOMD')) attributes.push('homonyme');
  if (said.has('DOUT')) attributes.push('douteuse');
  if (said.has('FICT')) attributes.push('fictive');
  const present = (['QUAL', 'VALI', 'RECUP', 'PROV'] as const).filter((code) => said.has(code));
  const findings: Finding[] = [];
  if (present.length > 1) findings.push(finding('ins.received.contradiction', 'warning', ['extension']));
  // Of two statuses that contradict each other the lower one is believed.
  const status: RnivStatus | undefined = present.at(-1) ?? (said.has('VIDE') ? 'PROV' : undefined);
  const systems = statuses.map((one) => one['system']);
  const frCore: FrCoreVersion | undefined = systems.includes(STATUS_SYSTEM['2.2'])
    ? '2.2'
    : systems.includes(STATUS_SYSTEM['2.1'])
      ? '2.1'
      : undefined;
  const method = coding('methodCollection').map((one) => string(one['code']))[0];
  const collection = COLLECTION_METHODS.find(({ code }) => code === method)?.code;
  const date = (url: string): string | undefined =>
    all.flatMap((one) => extensions(one, url)).map((part) => string(part['valueDate']))[0];
  const [insiDate, validationDate] = [date('dateInterrogationINSi'), date('validationDate')];
  const validationMode = coding('validationMode').map((one) => string(one['code']))[0];
  const details = {
    ...(collection ? { collection } : {}),
    ...(insiDate ? { insiDate } : {}),
    ...(validationDate ? { validationDate } : {}),
    ...(validationMode ? { validationMode } : {}),
  };
  return { status, attributes, frCore, details, findings };
}
