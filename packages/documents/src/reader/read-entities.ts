import { isInsOid } from '@socle-sante/core/ins-identifier';
import type { XmlElement } from '@socle-sante/wire/xml';
import { all, attr, compact, first, flag, NS, plain } from './dom.js';
import type {
  CdaAssignedEntity,
  CdaAuthor,
  CdaAuthorKind,
  CdaDevice,
  CdaInformant,
  CdaOrganization,
  CdaPerformer,
  CdaPerson,
  CdaSubject,
} from './header.js';
import {
  addressesOf,
  codeOf,
  intervalOf,
  readCode,
  readId,
  readIds,
  readPersonName,
  readTime,
  telecomsOf,
  timeOf,
} from './read-data-types.js';

/** The person child of that name: its names. */
export function personOf(parent: XmlElement | undefined, local: string): CdaPerson | undefined {
  const found = first(parent, local);
  return found === undefined ? undefined : { names: all(found, 'name').map(readPersonName) };
}

/** Reads an organisation. */
export function readOrganization(element: XmlElement): CdaOrganization {
  const part = first(element, 'asOrganizationPartOf');
  return compact<CdaOrganization>({
    ids: readIds(element),
    names: all(element, 'name').flatMap((name) => plain(name) ?? []),
    telecoms: telecomsOf(element),
    addresses: addressesOf(element),
    standardIndustryClassCode: codeOf(element, 'standardIndustryClassCode'),
    partOf:
      part === undefined
        ? undefined
        : compact<NonNullable<CdaOrganization['partOf']>>({
            ids: readIds(part),
            code: codeOf(part),
            whole: organizationOf(part, 'wholeOrganization'),
          }),
  });
}

/** The organisation child of that name. */
export function organizationOf(parent: XmlElement | undefined, local: string): CdaOrganization | undefined {
  const found = first(parent, local);
  return found === undefined ? undefined : readOrganization(found);
}

/** Reads `assignedEntity`. */
export function readAssignedEntity(element: XmlElement): CdaAssignedEntity {
  return compact<CdaAssignedEntity>({
    classCode: attr(element, 'classCode'),
    ids: readIds(element),
    code: codeOf(element),
    addresses: addressesOf(element),
    telecoms: telecomsOf(element),
    person: personOf(element, 'assignedPerson'),
    organization: organizationOf(element, 'representedOrganization'),
  });
}

/** The `assignedEntity` child. */
export function assignedEntityOf(parent: XmlElement | undefined): CdaAssignedEntity | undefined {
  const found = first(parent, 'assignedEntity');
  return found === undefined ? undefined : readAssignedEntity(found);
}

/** Reads `informant`; `undefined` when it holds neither form. */
export function readInformant(element: XmlElement): CdaInformant | undefined {
  const assigned = first(element, 'assignedEntity');
  if (assigned !== undefined) return { kind: 'assigned', entity: readAssignedEntity(assigned), element };
  const related = first(element, 'relatedEntity');
  if (related === undefined) return undefined;
  return compact<Extract<CdaInformant, { kind: 'related' }>>({
    kind: 'related',
    classCode: attr(related, 'classCode'),
    code: codeOf(related),
    addresses: addressesOf(related),
    telecoms: telecomsOf(related),
    person: personOf(related, 'relatedPerson'),
    element,
  });
}

/** Reads `author`, of the header or of an entry. */
export function readAuthor(element: XmlElement): CdaAuthor {
  const assigned = first(element, 'assignedAuthor');
  const deviceElement = first(assigned, 'assignedAuthoringDevice');
  const device =
    deviceElement === undefined
      ? undefined
      : compact<CdaDevice>({
          manufacturerModelName: plain(first(deviceElement, 'manufacturerModelName')),
          softwareName: plain(first(deviceElement, 'softwareName')),
          code: codeOf(deviceElement),
        });
  const ids = readIds(assigned);
  const code = codeOf(assigned);
  return compact<CdaAuthor>({
    kind: authorKind(
      ids.map((id) => id.root ?? ''),
      code?.code,
      device !== undefined,
    ),
    templateIds: readIds(element, 'templateId'),
    time: timeOf(element, 'time'),
    functionCode: codeOf(element, 'functionCode'),
    ids,
    code,
    addresses: addressesOf(assigned),
    telecoms: telecomsOf(assigned),
    person: personOf(assigned, 'assignedPerson'),
    device,
    organization: organizationOf(assigned, 'representedOrganization'),
    element,
  });
}

function authorKind(roots: readonly string[], code: string | undefined, device: boolean): CdaAuthorKind {
  if (device) return code === 'SNR' ? 'service' : 'system';
  if (roots.some(isInsOid)) return 'patient';
  return roots.includes('1.2.250.1.71.4.2.1') ? 'professional' : 'unknown';
}

/**
 * Reads `subject`: who a section or an entry speaks of, when it is not the patient (a newborn child in the document of its
 * mother, a relative in a family history).
 */
export function readSubject(element: XmlElement): CdaSubject {
  const related = first(element, 'relatedSubject');
  const person = first(related, 'subject');
  const deceasedTime = all(person, 'deceasedTime', NS.sdtc)[0];
  return compact<CdaSubject>({
    templateIds: readIds(element, 'templateId'),
    classCode: attr(related, 'classCode'),
    code: codeOf(related),
    addresses: addressesOf(related),
    telecoms: telecomsOf(related),
    ids: all(person, 'id', NS.sdtc).map(readId),
    names: all(person, 'name').map(readPersonName),
    gender: codeOf(person, 'administrativeGenderCode'),
    birthTime: timeOf(person, 'birthTime'),
    deceased: flag(all(person, 'deceasedInd', NS.sdtc)[0], 'value'),
    deceasedTime: deceasedTime === undefined ? undefined : readTime(deceasedTime),
    multipleBirth: flag(all(person, 'multipleBirthInd', NS.sdtc)[0], 'value'),
    multipleBirthOrder: attr(all(person, 'multipleBirthOrderNumber', NS.sdtc)[0], 'value'),
    element,
  });
}

/** Reads `performer`, of an act or of an entry. */
export function readPerformer(element: XmlElement): CdaPerformer {
  return compact<CdaPerformer>({
    typeCode: attr(element, 'typeCode'),
    templateIds: readIds(element, 'templateId'),
    functionCode: codeOf(element, 'functionCode') ?? all(element, 'functionCode', NS.sdtc).map(readCode)[0],
    modeCode: codeOf(element, 'modeCode'),
    time: intervalOf(element, 'time'),
    entity: assignedEntityOf(element),
    element,
  });
}
