import { type Finding, finding, hasErrors } from '@socle-sante/core/finding';
import {
  type FrCoreVersion,
  INS_OIDS,
  type InsIdentifier,
  parseInsIdentifier,
  sameIns,
  toFhirIdentifier,
} from '@socle-sante/core/ins-identifier';
import { oidUrn } from '@socle-sante/core/oid';
import { type IdentityState, VALIDATION_MODES } from '@socle-sante/core/rniv';
import type { SexeLocal } from '@socle-sante/core/traits';
import type { Encoded } from '@socle-sante/documents/identity';
import {
  authorityOid,
  checkLocalIdentifiers,
  completedDate,
  type IdentityView,
  type LocalIdentifier,
  leaks,
  patientMailbox,
  requireIns,
  viewIdentity,
} from '@socle-sante/documents/identity';
import { ATTRIBUTE_CODES, COMMENT_SYSTEM, FR_CORE, STATUS_SYSTEM, statusCode } from './dialect.js';
import type { FhirExtension, FhirHumanName, FhirIdentifier, FrCorePatient } from './types.js';

export interface EncodePatientOptions {
  /** The dialect of the partner: codes of the identity status differ. */
  readonly frCore: FrCoreVersion;
  readonly id?: string;
  readonly active?: boolean;
  readonly deceased?: boolean;
  /** The authority is an OID, or a URI with the scheme `URI`. */
  readonly localIdentifiers?: readonly LocalIdentifier[];
  /** Former INS with `use: old` beside the current one; left out by default. */
  readonly history?: 'omit' | 'old';
  /** Adds the mailbox of Mon espace santé for a qualified identity; `production` as in `patientMailbox`. */
  readonly mailbox?: { readonly production: boolean };
  /** Name of the commune of birth. */
  readonly birthPlaceCity?: string;
}

const GENDER: Readonly<Record<SexeLocal, 'male' | 'female' | 'unknown'>> = { F: 'female', M: 'male', I: 'unknown' };

/**
 * Writes the `Patient` of the French core profiles: `fr-core-patient-ins` with the INS for a qualified identity (the
 * place of birth is then mandatory), `fr-core-patient` with the traits alone otherwise. `birthDate` is always a
 * calendar date.
 */
export function encodePatient(state: IdentityState, options: EncodePatientOptions): Encoded<FrCorePatient> {
  const viewed = viewIdentity(state);
  if (!viewed.ok) return viewed;
  const { view } = viewed;
  const mailbox = options.mailbox && view.ins ? patientMailbox(state, options.mailbox) : undefined;
  const findings = [
    ...view.findings,
    ...completedDate(view),
    ...checkOptions(state, view, options),
    ...(mailbox?.findings ?? []),
  ];
  if (hasErrors(findings)) return { ok: false, findings };

  const identifier = [
    ...(view.ins ? [toFhirIdentifier(view.ins, { frCore: options.frCore })] : []),
    ...(view.ins && options.history === 'old' ? formerIns(state, view.ins, options.frCore) : []),
    ...(options.localIdentifiers ?? []).map(localIdentifier),
  ];
  const value: FrCorePatient = {
    resourceType: 'Patient',
    ...(options.id === undefined ? {} : { id: options.id }),
    meta: { profile: [view.ins ? FR_CORE.patientIns : FR_CORE.patient] },
    extension: [...reliability(state, view, options.frCore), ...birthPlace(view, options.birthPlaceCity)],
    ...(identifier.length > 0 ? { identifier } : {}),
    ...(options.active === undefined ? {} : { active: options.active }),
    name: names(view),
    ...(mailbox?.ok ? { telecom: [{ system: 'email', value: mailbox.value }] } : {}),
    gender: GENDER[view.traits.sexe] ?? 'unknown',
    birthDate: view.birthDate.raw,
    ...(options.deceased === undefined ? {} : { deceasedBoolean: options.deceased }),
  };
  if (!view.ins) findings.push(...leaks(state, JSON.stringify(value)));
  if (hasErrors(findings)) return { ok: false, findings };
  return { ok: true, value, carriesIns: view.ins !== undefined, findings };
}

/** The token of a search by INS, `urn:oid:<OID>|<matricule>`: only for a qualified identity. */
export function encodePatientSearch(state: IdentityState): Encoded<string> {
  const allowed = requireIns(state);
  if (!allowed.ok) return allowed;
  return { ok: true, value: `${oidUrn(allowed.ins.oid)}|${allowed.ins.matricule}`, carriesIns: true, findings: [] };
}

function checkOptions(state: IdentityState, view: IdentityView, options: EncodePatientOptions): Finding[] {
  const identifiers = options.localIdentifiers ?? [];
  const findings = checkLocalIdentifiers(state, identifiers);
  for (const [index, identifier] of identifiers.entries()) {
    if (!systemOf(identifier)) findings.push(finding('ins.fhir.authority', 'error', ['localIdentifiers', index]));
  }
  if (view.ins && !view.traits.lieuNaissance) {
    findings.push(
      finding('ins.fhir.missing', 'error', ['traits', 'lieuNaissance'], { element: 'birthPlace.inseeCode' }),
    );
  }
  if (options.id !== undefined && !/^[A-Za-z0-9.-]{1,64}$/.test(options.id)) {
    findings.push(finding('ins.fhir.id', 'error', ['options', 'id']));
  }
  if (state.document && !isValidationMode(state.document.type)) {
    findings.push(finding('ins.fhir.validationMode', 'warning', ['document', 'type']));
  }
  return findings;
}

function reliability(state: IdentityState, view: IdentityView, dialect: FrCoreVersion): FhirExtension[] {
  const { document, insiCall, collection } = state;
  const coding = (url: string, system: string, code: string): FhirExtension => ({ url, valueCoding: { system, code } });
  const parts: FhirExtension[] = [];
  if (collection) parts.push(coding('methodCollection', FR_CORE.methodCollection, collection));
  if (insiCall && isoDay(insiCall.at)) parts.push({ url: 'dateInterrogationINSi', valueDate: isoDay(insiCall.at) });
  parts.push(coding('identityStatus', STATUS_SYSTEM[dialect], statusCode(view.status, dialect)));
  if (dialect === '2.2') {
    for (const attribute of view.attributes) {
      const concept = { coding: [{ system: COMMENT_SYSTEM, code: ATTRIBUTE_CODES[attribute] }] };
      parts.push({ url: 'comment', valueCodeableConcept: concept });
    }
  }
  if (document && isoDay(document.date)) parts.push({ url: 'validationDate', valueDate: isoDay(document.date) });
  if (document && isValidationMode(document.type)) {
    parts.push(coding('validationMode', FR_CORE.validationMode, document.type));
  }
  const main: FhirExtension = { url: FR_CORE.identityReliability, extension: parts };
  if (dialect === '2.2') return [main];
  // Dialect 2.1 has one code system for statuses and attributes, and lets the extension repeat.
  const attributes = view.attributes.map(
    (attribute): FhirExtension => ({
      url: FR_CORE.identityReliability,
      extension: [coding('identityStatus', STATUS_SYSTEM[dialect], ATTRIBUTE_CODES[attribute])],
    }),
  );
  return [main, ...attributes];
}

function birthPlace({ traits }: IdentityView, city: string | undefined): FhirExtension[] {
  if (!traits.lieuNaissance && !city) return [];
  const insee: FhirExtension[] = traits.lieuNaissance
    ? [{ url: FR_CORE.inseeCode, valueCoding: { system: FR_CORE.communes, code: traits.lieuNaissance } }]
    : [];
  return [
    {
      url: FR_CORE.birthPlace,
      valueAddress: { ...(insee.length > 0 ? { extension: insee } : {}), ...(city ? { city } : {}) },
    },
  ];
}

function names({ traits }: IdentityView): FhirHumanName[] {
  const { nomNaissance, premierPrenom, listePrenoms, nomUtilise, prenomUtilise } = traits;
  const official: FhirHumanName = {
    extension: [{ url: FR_CORE.birthListGivenName, valueString: listePrenoms.trim() }],
    use: 'official',
    family: nomNaissance.trim(),
    given: [premierPrenom.trim()],
  };
  const [family, given] = [nomUtilise?.trim(), prenomUtilise?.trim()];
  if (!family && !given) return [official];
  return [official, { use: 'usual', ...(family ? { family } : {}), ...(given ? { given: [given] } : {}) }];
}

function formerIns(state: IdentityState, current: InsIdentifier, frCore: FrCoreVersion): FhirIdentifier[] {
  const seen: InsIdentifier[] = [current];
  for (const entry of state.history) {
    const read = parseInsIdentifier(entry);
    // The profile fixes `use: temp` for a NIA: a former one has no place in it.
    if (!read.ok || read.value.oid === INS_OIDS.nia || seen.some((ins) => sameIns(ins, read.value))) continue;
    seen.push(read.value);
  }
  return seen.slice(1).map((ins) => ({ ...toFhirIdentifier(ins, { frCore }), use: 'old' }));
}

function localIdentifier(identifier: LocalIdentifier): FhirIdentifier {
  const type = identifier.type ?? 'PI';
  return {
    use: type === 'PI' ? 'usual' : 'secondary',
    type: { coding: [{ system: FR_CORE.hl7IdentifierTypes, code: type }] },
    system: systemOf(identifier) ?? '',
    value: identifier.value.trim(),
  };
}

function systemOf({ authority }: LocalIdentifier): string | undefined {
  const oid = authorityOid(authority);
  if (oid) return oidUrn(oid);
  return authority.scheme === 'URI' && /^[a-z][a-z0-9+.-]*:\S+$/i.test(authority.id ?? '') ? authority.id : undefined;
}

function isValidationMode(type: string): boolean {
  return VALIDATION_MODES.some(({ code }) => code === type);
}

function isoDay(at: string): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(at)?.[0] ?? '';
}
