import type { XmlElement } from '@socle-sante/wire/xml';
import { all, attr, compact, first, NS, plain } from './dom.js';
import type {
  CdaAuthenticator,
  CdaConsent,
  CdaDataEnterer,
  CdaEncounter,
  CdaEncounterParticipant,
  CdaFacility,
  CdaHeader,
  CdaOrder,
  CdaParticipant,
  CdaRecipient,
  CdaRelatedDocument,
  CdaServiceEvent,
} from './header.js';
import {
  addressesOf,
  codeOf,
  intervalOf,
  readAddress,
  readId,
  readIds,
  telecomsOf,
  timeOf,
} from './read-data-types.js';
import {
  assignedEntityOf,
  organizationOf,
  personOf,
  readAuthor,
  readInformant,
  readPerformer,
} from './read-entities.js';
import { readPatient } from './read-patient.js';

/** Reads the whole header of a `ClinicalDocument`. It never fails: what is absent or wrong is absent. */
export function readHeader(document: XmlElement): CdaHeader {
  const patients = all(document, 'recordTarget').map(readPatient);
  const version = attr(first(document, 'versionNumber'), 'value');
  const enterer = first(document, 'dataEnterer');
  const legal = first(document, 'legalAuthenticator');
  const encounter = first(document, 'componentOf', 'encompassingEncounter');
  return compact<CdaHeader>({
    realmCode: attr(first(document, 'realmCode'), 'code'),
    typeId: readIds(document, 'typeId')[0],
    templateIds: readIds(document, 'templateId'),
    id: readIds(document)[0],
    code: codeOf(document),
    title: plain(first(document, 'title')),
    effectiveTime: timeOf(document, 'effectiveTime'),
    confidentialityCode: codeOf(document, 'confidentialityCode'),
    languageCode: attr(first(document, 'languageCode'), 'code'),
    setId: readIds(document, 'setId')[0],
    version,
    versionNumber: version !== undefined && /^[1-9][0-9]{0,8}$/.test(version) ? Number(version) : undefined,
    copyTime: timeOf(document, 'copyTime'),
    patient: patients[0],
    patients,
    authors: all(document, 'author').map(readAuthor),
    dataEnterer: enterer === undefined ? undefined : readDataEnterer(enterer),
    informants: all(document, 'informant').flatMap((element) => readInformant(element) ?? []),
    custodian: organizationOf(first(document, 'custodian', 'assignedCustodian'), 'representedCustodianOrganization'),
    informationRecipients: all(document, 'informationRecipient').map(readRecipient),
    legalAuthenticator: legal === undefined ? undefined : readAuthenticator(legal),
    authenticators: all(document, 'authenticator').map(readAuthenticator),
    participants: all(document, 'participant').map(readParticipant),
    orders: all(document, 'inFulfillmentOf').flatMap((element) => all(element, 'order').map(readOrder)),
    serviceEvents: all(document, 'documentationOf').flatMap((element) =>
      all(element, 'serviceEvent').map(readServiceEvent),
    ),
    relatedDocuments: all(document, 'relatedDocument').map(readRelatedDocument),
    consents: all(document, 'authorization').flatMap((element) => all(element, 'consent').map(readConsent)),
    encounter: encounter === undefined ? undefined : readEncounter(encounter),
  });
}

function readDataEnterer(element: XmlElement): CdaDataEnterer {
  return compact<CdaDataEnterer>({
    time: timeOf(element, 'time'),
    entity: assignedEntityOf(element) ?? { ids: [], addresses: [], telecoms: [] },
    element,
  });
}

function readRecipient(element: XmlElement): CdaRecipient {
  const intended = first(element, 'intendedRecipient');
  return compact<CdaRecipient>({
    typeCode: attr(element, 'typeCode'),
    classCode: attr(intended, 'classCode'),
    templateIds: readIds(intended, 'templateId'),
    ids: readIds(intended),
    addresses: addressesOf(intended),
    telecoms: telecomsOf(intended),
    person: personOf(intended, 'informationRecipient'),
    organization: organizationOf(intended, 'receivedOrganization'),
    element,
  });
}

function readAuthenticator(element: XmlElement): CdaAuthenticator {
  return compact<CdaAuthenticator>({
    templateIds: readIds(element, 'templateId'),
    time: timeOf(element, 'time'),
    signatureCode: attr(first(element, 'signatureCode'), 'code'),
    entity: assignedEntityOf(element),
    element,
  });
}

function readParticipant(element: XmlElement): CdaParticipant {
  const associated = first(element, 'associatedEntity');
  return compact<CdaParticipant>({
    typeCode: attr(element, 'typeCode'),
    templateIds: readIds(element, 'templateId'),
    functionCode: codeOf(element, 'functionCode'),
    time: intervalOf(element, 'time'),
    classCode: attr(associated, 'classCode'),
    ids: readIds(associated),
    code: codeOf(associated),
    addresses: addressesOf(associated),
    telecoms: telecomsOf(associated),
    person: personOf(associated, 'associatedPerson'),
    organization: organizationOf(associated, 'scopingOrganization'),
    element,
  });
}

function readOrder(element: XmlElement): CdaOrder {
  return compact<CdaOrder>({
    ids: readIds(element),
    code: codeOf(element),
    accessionNumbers: all(element, 'accessionNumber', NS.dicom).map(readId),
    element,
  });
}

function readServiceEvent(element: XmlElement): CdaServiceEvent {
  return compact<CdaServiceEvent>({
    classCode: attr(element, 'classCode'),
    ids: readIds(element),
    code: codeOf(element),
    statusCode: attr(all(element, 'statusCode', NS.lab)[0], 'code'),
    effectiveTime: intervalOf(element, 'effectiveTime'),
    performers: all(element, 'performer').map(readPerformer),
    element,
  });
}

function readRelatedDocument(element: XmlElement): CdaRelatedDocument {
  const parent = first(element, 'parentDocument');
  return compact<CdaRelatedDocument>({
    typeCode: attr(element, 'typeCode'),
    ids: readIds(parent),
    code: codeOf(parent),
    setId: readIds(parent, 'setId')[0],
    version: attr(first(parent, 'versionNumber'), 'value'),
    element,
  });
}

function readConsent(element: XmlElement): CdaConsent {
  return compact<CdaConsent>({
    ids: readIds(element),
    code: codeOf(element),
    statusCode: attr(first(element, 'statusCode'), 'code'),
    element,
  });
}

function readEncounter(element: XmlElement): CdaEncounter {
  const facility = first(element, 'location', 'healthCareFacility');
  return compact<CdaEncounter>({
    ids: readIds(element),
    code: codeOf(element),
    effectiveTime: intervalOf(element, 'effectiveTime'),
    dischargeDispositionCode: codeOf(element, 'dischargeDispositionCode'),
    responsibleParty: assignedEntityOf(first(element, 'responsibleParty')),
    participants: all(element, 'encounterParticipant').map((node) =>
      compact<CdaEncounterParticipant>({
        typeCode: attr(node, 'typeCode'),
        time: intervalOf(node, 'time'),
        entity: assignedEntityOf(node),
      }),
    ),
    facility: facility === undefined ? undefined : readFacility(facility),
    element,
  });
}

function readFacility(element: XmlElement): CdaFacility {
  const place = first(element, 'location');
  const address = first(place, 'addr');
  return compact<CdaFacility>({
    ids: readIds(element),
    code: codeOf(element),
    name: plain(first(place, 'name')),
    address: address === undefined ? undefined : readAddress(address),
    organization: organizationOf(element, 'serviceProviderOrganization'),
  });
}
