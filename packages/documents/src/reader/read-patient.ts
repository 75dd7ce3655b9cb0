import { fromCdaId, insOidKind, isInsOid } from '@socle-sante/core/ins-identifier';
import type { XmlElement } from '@socle-sante/wire/xml';
import type { CdaId, CdaPersonName, CdaTime } from './data-types.js';
import { all, attr, compact, first, flag, NS, plain } from './dom.js';
import type { CdaGuardian, CdaPatient, CdaPatientIns, CdaPatientTraits } from './header.js';
import {
  addressesOf,
  codeOf,
  readAddress,
  readIds,
  readPersonName,
  readTime,
  telecomsOf,
  timeOf,
} from './read-data-types.js';
import { organizationOf, personOf } from './read-entities.js';

/** Reads `recordTarget` (CI-SIS, volet Structuration minimale §3.5.5.12). */
export function readPatient(element: XmlElement): CdaPatient {
  const role = first(element, 'patientRole');
  const patient = first(role, 'patient');
  const ids = readIds(role);
  const place = first(patient, 'birthplace', 'place');
  const placeAddress = first(place, 'addr');
  const birthTime = timeOf(patient, 'birthTime');
  const names = all(patient, 'name').map(readPersonName);
  const gender = codeOf(patient, 'administrativeGenderCode');
  const deceasedTime = all(patient, 'deceasedTime', NS.sdtc)[0];
  return compact<CdaPatient>({
    ids,
    ins: ids.flatMap((id) => readIns(id) ?? []),
    localIds: ids.filter((id) => id.root !== undefined && !isInsOid(id.root)),
    traits: readTraits(names, gender?.code, birthTime, plain(first(placeAddress, 'county'))),
    names,
    gender,
    birthTime,
    deceased: flag(all(patient, 'deceasedInd', NS.sdtc)[0], 'value'),
    deceasedTime: deceasedTime === undefined ? undefined : readTime(deceasedTime),
    multipleBirth: flag(all(patient, 'multipleBirthInd', NS.sdtc)[0], 'value'),
    multipleBirthOrder: attr(all(patient, 'multipleBirthOrderNumber', NS.sdtc)[0], 'value'),
    addresses: addressesOf(role),
    telecoms: telecomsOf(role),
    guardians: all(patient, 'guardian').map(readGuardian),
    birthplace:
      place === undefined
        ? undefined
        : compact<NonNullable<CdaPatient['birthplace']>>({
            name: plain(first(place, 'name')),
            address: placeAddress === undefined ? undefined : readAddress(placeAddress),
          }),
    element,
  });
}

function readIns(id: CdaId): CdaPatientIns | undefined {
  if (id.root === undefined || !isInsOid(id.root)) return undefined;
  const read = fromCdaId(id);
  return compact<CdaPatientIns>({
    id,
    kind: insOidKind(id.root),
    identifier: read.ok ? read.value : undefined,
    findings: read.findings,
  });
}

function readTraits(
  names: readonly CdaPersonName[],
  sexe: string | undefined,
  birth: CdaTime | undefined,
  lieuNaissance: string | undefined,
): CdaPatientTraits {
  const family = names.flatMap((name) => name.family);
  const given = names.flatMap((name) => name.given);
  const qualified = (parts: typeof family, qualifier: string): string | undefined =>
    parts.find((part) => part.qualifiers.includes(qualifier))?.text;
  // One element is asked for; several say the same list.
  const lists = names.map((name) => name.given.filter((part) => part.qualifiers.length === 0 && part.text !== ''));
  const list = lists.find((parts) => parts.length > 0)?.map((part) => part.text);
  return compact<CdaPatientTraits>({
    nomNaissance: qualified(family, 'BR'),
    nomUtilise: qualified(family, 'CL'),
    premierPrenom: qualified(given, 'BR'),
    listePrenoms: list?.join(' '),
    prenomUtilise: qualified(given, 'CL'),
    sexe,
    dateNaissance: birth?.raw?.trim().replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
    lieuNaissance,
  });
}

function readGuardian(element: XmlElement): CdaGuardian {
  return compact<CdaGuardian>({
    ids: readIds(element),
    code: codeOf(element),
    addresses: addressesOf(element),
    telecoms: telecomsOf(element),
    person: personOf(element, 'guardianPerson'),
    organization: organizationOf(element, 'guardianOrganization'),
  });
}
