import { isInsOid } from '@socle-sante/core/ins-identifier';
import type { XmlElement } from '@socle-sante/wire/xml';
import { all, attr, compact, first, plain } from './dom.js';
import type {
  CdaAssignedEntity,
  CdaAuthor,
  CdaAuthorKind,
  CdaDevice,
  CdaOrganization,
  CdaPerformer,
  CdaPerson,
} from './header.js';
import { addressesOf, codeOf, intervalOf, readIds, readPersonName, telecomsOf, timeOf } from './read-data-types.js';

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

/** Reads `performer`, of an act or of an entry. */
export function readPerformer(element: XmlElement): CdaPerformer {
  return compact<CdaPerformer>({
    typeCode: attr(element, 'typeCode'),
    templateIds: readIds(element, 'templateId'),
    functionCode: codeOf(element, 'functionCode'),
    time: intervalOf(element, 'time'),
    entity: assignedEntityOf(element),
  });
}
