import { type Finding, finding, hasErrors, under } from '@socle-sante/core/finding';
import { fromCdaId, type InsIdentifier, isInsOid } from '@socle-sante/core/ins-identifier';
import { formatDateLunaire, parseDateLunaire } from '@socle-sante/core/lunar-date';
import type { SexeLocal, TraitsLocaux } from '@socle-sante/core/traits';
import { attribute, child, children, descend, elements, text, type XmlElement } from '@socle-sante/wire/xml';
import type { LocalIdentifier } from '../local-identifier.js';
import {
  checkReceivedTraits,
  keepIns,
  presentTraits,
  type ReceivedIdentity,
  type ReceiveOptions,
} from '../received.js';
import type { Received } from '../result.js';
import { CDA_NAMESPACE, GENDER_CODE_SYSTEM } from './vocabulary.js';

const NS = CDA_NAMESPACE;

/**
 * Reads the patient of a parsed CDA document: give `ClinicalDocument`, `recordTarget` or `patientRole`. Names are read
 * by qualifier, in any order. The rules of the CI-SIS (volet Structuration minimale §3.5.5.12) that the document
 * breaks are findings with their line. A CDA has no status: an INS in it means that its author holds a qualified
 * identity. Never throws.
 */
export function decodeRecordTarget(root: XmlElement, options: ReceiveOptions = {}): Received<ReceivedIdentity> {
  const role = findRole(root);
  const several = root.local === 'ClinicalDocument' && children(root, NS, 'recordTarget').length > 1;
  if (!role)
    return { ok: false, findings: [at(root, finding('ins.cda.notFound', 'error', [], { element: 'patientRole' }))] };
  const patient = child(role, NS, 'patient');
  const ids = readIds(role, options);
  const names = patient ? readNames(child(patient, NS, 'name')) : { traits: {}, findings: [] };
  const born = patient ? readBirth(patient) : { traits: {}, findings: [] };
  const traits = presentTraits({ ...names.traits, ...born.traits });
  const kept = keepIns(ids.candidates, ids.candidates.length > 0 ? 'QUAL' : undefined, []);
  const findings = [
    // Whose document is it? One patient must not be chosen for another.
    ...(several ? [at(root, finding('ins.cda.severalPatients', 'error', [], { element: 'recordTarget' }))] : []),
    ...nullFlavors(role, patient),
    ...ids.findings,
    ...names.findings,
    ...born.findings,
    ...(ids.insRoot ? required(role, traits) : []),
    ...kept.findings,
    ...checkReceivedTraits(traits, false),
  ];
  const value: ReceivedIdentity = {
    ...(kept.ins ? { ins: kept.ins, status: 'QUAL' as const } : {}),
    formerIns: [],
    localIdentifiers: ids.local,
    otherNational: ids.national,
    traits,
    attributes: [],
  };
  return hasErrors(findings) ? { ok: false, value, findings } : { ok: true, value, findings };
}

function findRole(root: XmlElement): XmlElement | undefined {
  if (root.namespace !== NS) return undefined;
  if (root.local === 'patientRole') return root;
  if (root.local === 'recordTarget') return child(root, NS, 'patientRole');
  return descend(root, NS, 'recordTarget', 'patientRole');
}

/** A finding with the place of the element in the document. */
function at(element: XmlElement, f: Finding): Finding {
  return { ...f, wire: { line: element.line, column: element.column } };
}

function nullFlavors(role: XmlElement, patient: XmlElement | undefined): Finding[] {
  const name = patient ? child(patient, NS, 'name') : undefined;
  const parts = name ? elements(name).filter(({ local }) => local === 'family' || local === 'given') : [];
  return [role, ...children(role, NS, 'id'), patient, name, ...parts]
    .filter((element) => element !== undefined)
    .filter((element) => attribute(element, 'nullFlavor') !== undefined)
    .map((element) =>
      at(element, finding('ins.cda.nullFlavor', 'warning', [element.local], { element: element.local })),
    );
}

function readIds(role: XmlElement, options: ReceiveOptions) {
  const candidates: InsIdentifier[] = [];
  const local: LocalIdentifier[] = [];
  const national: LocalIdentifier[] = [];
  const findings: Finding[] = [];
  let insRoot = false;
  for (const [index, id] of children(role, NS, 'id').entries()) {
    const root = (attribute(id, 'root') ?? '').trim();
    const extension = (attribute(id, 'extension') ?? '').trim();
    const other: LocalIdentifier = { value: extension, authority: { id: root } };
    if (isInsOid(root)) {
      insRoot = true;
      const read = fromCdaId({ root, extension }, options);
      findings.push(...under(['id', index], read.findings).map((f) => at(id, f)));
      if (index > 0 && candidates.length === 0)
        findings.push(at(id, finding('ins.cda.insNotFirst', 'warning', ['id', index])));
      if (read.ok) candidates.push(read.value);
    } else if (/^1\.2\.250\.1\.213\.1\.4\.(?:2|6|13|14)$/.test(root)) {
      national.push(other);
      findings.push(at(id, finding('ins.received.otherNational', 'info', ['id', index])));
    } else if (extension) local.push(other);
  }
  return { candidates, local, national, findings, insRoot };
}

function readNames(name: XmlElement | undefined): { traits: Partial<TraitsLocaux>; findings: Finding[] } {
  if (!name) return { traits: {}, findings: [] };
  const findings: Finding[] = [];
  const parts = (local: 'family' | 'given', qualifier: string | undefined): string[] =>
    children(name, NS, local)
      .filter((element) => attribute(element, 'qualifier') === qualifier)
      .map((element) => oneLine(text(element)));
  const part = (local: 'family' | 'given', qualifier: string): string | undefined => parts(local, qualifier)[0];
  for (const element of elements(name)) {
    if (element.namespace !== NS || (element.local !== 'family' && element.local !== 'given')) continue;
    const qualifier = attribute(element, 'qualifier');
    const known = qualifier === 'BR' || qualifier === 'CL' || (qualifier === undefined && element.local === 'given');
    if (known) continue;
    const found = qualifier === undefined ? '-' : /^[A-Za-z]{1,8}$/.test(qualifier) ? qualifier : '?';
    findings.push(
      at(element, finding('ins.cda.qualifier', 'warning', [element.local], { element: element.local, found })),
    );
  }
  return {
    traits: {
      nomNaissance: part('family', 'BR'),
      // One element is asked for; several say the same list.
      listePrenoms: parts('given', undefined)
        .filter((given) => given !== '')
        .join(' '),
      premierPrenom: part('given', 'BR'),
      nomUtilise: part('family', 'CL'),
      prenomUtilise: part('given', 'CL'),
    },
    findings,
  };
}

/** A name that was wrapped by a pretty-printer, on one line again. */
function oneLine(value: string): string {
  return value
    .split(/[\r\n\t]+/)
    .map((part) => part.trim())
    .join(' ')
    .trim();
}

function readBirth(patient: XmlElement): { traits: Partial<TraitsLocaux>; findings: Finding[] } {
  const findings: Finding[] = [];
  const gender = child(patient, NS, 'administrativeGenderCode');
  const birthTime = child(patient, NS, 'birthTime');
  const county = descend(patient, NS, 'birthplace', 'place', 'addr', 'county');
  const sexe = gender ? readGender(gender) : undefined;
  if (gender && !sexe) findings.push(at(gender, finding('ins.received.sexe', 'warning', ['administrativeGenderCode'])));
  const value = birthTime ? (attribute(birthTime, 'value') ?? '').trim() : '';
  // YYYYMMDD, possibly with a time; a shorter value is a year or a month.
  const date = parseDateLunaire(
    /^[0-9]{8}(?:[0-9]{2,6})?(?:\.[0-9]+)?(?:[+-][0-9]{4})?$/.test(value) ? value.slice(0, 8) : '',
    'hl7',
  );
  if (birthTime && !date.ok) findings.push(at(birthTime, finding('ins.received.birthDate', 'warning', ['birthTime'])));
  return {
    traits: {
      ...(sexe ? { sexe } : {}),
      ...(date.ok ? { dateNaissance: formatDateLunaire(date.value, 'iso') } : {}),
      ...(county ? { lieuNaissance: text(county).trim() } : {}),
    },
    findings,
  };
}

function readGender(gender: XmlElement): SexeLocal | undefined {
  if ((attribute(gender, 'codeSystem') ?? GENDER_CODE_SYSTEM) !== GENDER_CODE_SYSTEM) return undefined;
  const code = attribute(gender, 'code');
  if (code === 'F' || code === 'M') return code;
  return code === 'UN' || code === 'U' ? 'I' : undefined;
}

/** What must stand beside an INS (rule of the header schematron of the ANS). */
function required(role: XmlElement, traits: Partial<TraitsLocaux>): Finding[] {
  const rules = [
    ['nomNaissance', 'family[@qualifier=BR]'],
    ['listePrenoms', 'given'],
    ['premierPrenom', 'given[@qualifier=BR]'],
    ['sexe', 'administrativeGenderCode'],
    ['dateNaissance', 'birthTime'],
    ['lieuNaissance', 'birthplace/place/addr/county'],
  ] as const;
  return rules
    .filter(([field]) => !traits[field])
    .map(([field, element]) => at(role, finding('ins.cda.missing', 'error', ['traits', field], { element })));
}
