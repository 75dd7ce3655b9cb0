import { validateCog } from '@socle-sante/core/cog';
import { type Finding, finding, type Severity, type SourceRef, under } from '@socle-sante/core/finding';
import {
  type FrCoreVersion,
  INS_OIDS,
  type InsOid,
  isInsOid,
  validateInsIdentifier,
} from '@socle-sante/core/ins-identifier';
import { parseDateLunaire } from '@socle-sante/core/lunar-date';
import { oidFromUrn } from '@socle-sante/core/oid';
import { FR_CORE, STATUS_SYSTEM } from './dialect.js';
import { codes, extensions, type Json, object, objects, string, strings } from './json.js';

export interface ValidateFrCoreOptions {
  readonly frCore: FrCoreVersion;
  /** Severity of a wrong key: `error` by default. */
  readonly key?: Severity;
  readonly production?: boolean;
}

const IDENTIFIERS: Readonly<Record<InsOid, { readonly code: string; readonly uses: readonly string[] }>> = {
  [INS_OIDS.nir]: { code: 'INS-NIR', uses: ['official', 'old'] },
  [INS_OIDS.nia]: { code: 'INS-NIA', uses: ['temp'] },
  [INS_OIDS.nirTest]: { code: 'INS-NIR-TEST', uses: ['official', 'old'] },
  [INS_OIDS.nirDemo]: { code: 'INS-NIR-DEMO', uses: ['official', 'old'] },
};

interface Facts {
  readonly identifiers: readonly Json[];
  readonly hasActiveIns: boolean;
  readonly statuses: readonly Json[];
  readonly statusCodes: readonly string[];
  readonly comments: readonly string[];
}

/**
 * Checks a resource against `fr-core-patient-ins` in one dialect: cardinalities, fixed values, invariants (`fr-
 * core-1`, `fr-core-2`; `fr-core-identity-reliability-1`, `-2`), and the rule that only a qualified identity carries
 * an INS. It does not check what belongs to the base resource. Accepts any JSON value; never throws.
 */
export function validateFrCorePatientIns(resource: unknown, options: ValidateFrCoreOptions): Finding[] {
  const patient = object(resource);
  if (patient['resourceType'] !== 'Patient') return [finding('ins.fhir.resourceType', 'error')];
  const facts = read(patient);
  return [
    ...structure(patient),
    ...names(patient),
    ...birthPlace(patient, facts),
    ...identifiers(facts, options),
    ...status(facts, options.frCore),
  ];
}

function read(patient: Json): Facts {
  const reliabilities = extensions(patient, FR_CORE.identityReliability);
  const statuses = reliabilities
    .flatMap((one) => extensions(one, 'identityStatus'))
    .map((part) => object(part['valueCoding']));
  const all = objects(patient['identifier']);
  return {
    identifiers: all,
    hasActiveIns: all.some((identifier) => {
      const oid = insOidOf(identifier);
      return oid !== undefined && identifier['use'] === IDENTIFIERS[oid].uses[0];
    }),
    statuses,
    statusCodes: statuses.map((one) => string(one['code']) ?? ''),
    comments: reliabilities
      .flatMap((one) => extensions(one, 'comment'))
      .flatMap((part) => codes(part['valueCodeableConcept'])),
  };
}

/** The OID of an identifier that stands in the place of an INS; a billing number (type `NH`) does not. */
function insOidOf(identifier: Json): InsOid | undefined {
  const oid = oidFromUrn(string(identifier['system']) ?? '');
  return oid && isInsOid(oid) && !codes(identifier['type']).includes('NH') ? oid : undefined;
}

function profile(section: string): SourceRef {
  return { document: 'hl7.fhir.fr.core', section };
}

function count(found: number, min: number, max: number, element: string, path: (string | number)[]): Finding[] {
  if (found < min) return [finding('ins.fhir.missing', 'error', path, { element }, profile('fr-core-patient-ins'))];
  if (found > max)
    return [finding('ins.fhir.tooMany', 'error', path, { element, max, found }, profile('fr-core-patient-ins'))];
  return [];
}

function structure(patient: Json): Finding[] {
  const findings = [
    ...count(
      extensions(patient, FR_CORE.identityReliability).length,
      1,
      Number.POSITIVE_INFINITY,
      'identityReliability',
      ['extension'],
    ),
    ...count(objects(patient['identifier']).length, 1, Number.POSITIVE_INFINITY, 'identifier', ['identifier']),
    ...count(string(patient['gender']) ? 1 : 0, 1, 1, 'gender', ['gender']),
    ...count(string(patient['birthDate']) ? 1 : 0, 1, 1, 'birthDate', ['birthDate']),
  ];
  const gender = string(patient['gender']);
  if (gender && !['male', 'female', 'unknown'].includes(gender))
    findings.push(finding('ins.fhir.gender', 'error', ['gender']));
  const birthDate = string(patient['birthDate']);
  const date = parseDateLunaire(birthDate ?? '');
  if (birthDate && !(date.ok && date.value.isCalendarDate))
    findings.push(finding('ins.fhir.birthDate', 'error', ['birthDate']));
  return findings;
}

function names(patient: Json): Finding[] {
  const official = objects(patient['name']).filter((name) => name['use'] === 'official');
  const findings = count(official.length, 1, 1, 'name[official]', ['name']);
  for (const name of official) {
    const list = extensions(name, FR_CORE.birthListGivenName);
    findings.push(
      ...count(string(name['family']) ? 1 : 0, 1, 1, 'name[official].family', ['name']),
      ...count(strings(name['given']).length, 1, 1, 'name[official].given', ['name']),
      ...count(list.length, 1, 1, 'name[official].birth-list-given-name', ['name']),
    );
    if (list[0] && !string(list[0]['valueString'])) {
      findings.push(finding('ins.fhir.missing', 'error', ['name'], { element: 'birth-list-given-name.valueString' }));
    }
  }
  return findings;
}

function birthPlace(patient: Json, facts: Facts): Finding[] {
  const places = extensions(patient, FR_CORE.birthPlace);
  const findings = count(places.length, 1, 1, 'birthPlace', ['extension']);
  for (const place of places) {
    const insee = extensions(object(place['valueAddress']), FR_CORE.inseeCode);
    findings.push(...count(insee.length, 1, 1, 'birthPlace.inseeCode', ['extension']));
    const code = string(object(insee[0]?.['valueCoding'])['code']);
    if (!insee[0]) continue;
    findings.push(...validateCog(code ?? '', ['extension']).filter((f) => f.rule !== 'cog.unknown'));
    const validated = facts.statusCodes.includes('VALI') || facts.statusCodes.includes('QUAL');
    // hl7.fhir.fr.core issue 262.
    if (code === '99999' && validated) findings.push(finding('ins.fhir.unknownPlace', 'warning', ['extension']));
  }
  return findings;
}

function identifiers(facts: Facts, options: ValidateFrCoreOptions): Finding[] {
  return facts.identifiers.flatMap((identifier, index) => {
    const path = ['identifier', index];
    const oid = insOidOf(identifier);
    const types = codes(identifier['type']);
    if (!oid) {
      // In dialect 2.2 the billing number has its own OIDs, .13 and .14.
      const old =
        options.frCore === '2.2' &&
        types.includes('NH') &&
        isInsOid(oidFromUrn(string(identifier['system']) ?? '') ?? '');
      return old ? [finding('ins.fhir.nssSystem', 'warning', path)] : [];
    }
    const { code, uses } = IDENTIFIERS[oid];
    const findings: Finding[] = [];
    if (!types.includes(code)) findings.push(finding('ins.fhir.identifierType', 'error', path, { expected: code }));
    const use = string(identifier['use']) ?? '';
    if (!uses.includes(use))
      findings.push(finding('ins.fhir.identifierUse', 'error', path, { expected: uses.join(', ') }));
    const matricule = string(identifier['value']);
    if (!matricule) return [...findings, finding('ins.fhir.missing', 'error', path, { element: 'identifier.value' })];
    const { key, production } = options;
    return [
      ...findings,
      ...under(
        path,
        validateInsIdentifier({ matricule, oid }, { ...(key ? { key } : {}), ...(production ? { production } : {}) }),
      ),
    ];
  });
}

function status(facts: Facts, dialect: FrCoreVersion): Finding[] {
  const path = ['extension'];
  const rule = (name: string, section: string): Finding =>
    finding(`ins.fhir.${name}`, 'error', path, {}, profile(section));
  const findings: Finding[] = [];
  const foreign = facts.statuses.some((one) => one['system'] !== STATUS_SYSTEM[dialect]);
  if (foreign) findings.push(finding('ins.fhir.dialect', 'error', path, { expected: dialect }));
  const said = new Set(facts.statusCodes);
  if (dialect === '2.1') {
    const officials = facts.identifiers.filter((identifier) => identifier['use'] === 'official').length;
    const temporary = facts.identifiers.some(
      (identifier) => insOidOf(identifier) === INS_OIDS.nia && identifier['use'] === 'temp',
    );
    if (said.has('VALI') && !facts.hasActiveIns) findings.push(rule('frCore1', 'fr-core-1'));
    if (said.has('VALI') && officials !== 1 && !temporary) findings.push(rule('frCore2', 'fr-core-2'));
  } else {
    const doubtful = facts.comments.includes('DOUT');
    const fictitious = facts.comments.includes('FICT');
    if ((doubtful || fictitious) && !said.has('PROV'))
      findings.push(rule('reliability1', 'fr-core-identity-reliability-1'));
    if (doubtful && fictitious) findings.push(rule('reliability2', 'fr-core-identity-reliability-2'));
  }
  const qualified = dialect === '2.1' ? said.has('VALI') : said.has('QUAL');
  if (facts.hasActiveIns && !qualified) findings.push(rule('notQualified', 'fr-core-patient-ins'));
  if (dialect === '2.2' && said.has('QUAL') && !facts.hasActiveIns)
    findings.push(rule('qualifiedWithoutIns', 'fr-core-patient-ins'));
  return findings;
}
