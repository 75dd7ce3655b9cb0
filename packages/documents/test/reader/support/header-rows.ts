import type { CdaAssignedEntity, CdaOrganization, ParsedCda } from '../../../src/cda-reader.js';
import {
  addresses,
  codes,
  extensions,
  highs,
  labels,
  lows,
  namesOf,
  nulls,
  organizations,
  parts,
  type Row,
  roots,
  some,
  systems,
  telecoms,
  times,
} from './values.js';

/** Everything that an entity says: ids, code, name, telecoms, addresses, organisation. */
function entity(
  what: string,
  path: string,
  person: string,
  organization: string,
  list: readonly (Omit<CdaAssignedEntity, 'organization'> & { organization?: CdaOrganization })[],
): Row[] {
  const orgs = organizations(list.map((item) => item.organization));
  const names = namesOf(list.map((item) => item.person));
  return [
    [`${what} id root`, `${path}/h:id/@root`, roots(list.flatMap((item) => item.ids))],
    [`${what} id extension`, `${path}/h:id/@extension`, extensions(list.flatMap((item) => item.ids))],
    [`${what} code`, `${path}/h:code/@code`, codes(list.map((item) => item.code))],
    [`${what} code system`, `${path}/h:code/@codeSystem`, systems(list.map((item) => item.code))],
    [`${what} code label`, `${path}/h:code/@displayName`, labels(list.map((item) => item.code))],
    [`${what} telecom`, `${path}/h:telecom/@value`, telecoms(list.flatMap((item) => item.telecoms))],
    [`${what} family`, `${path}/h:${person}/h:name/h:family`, parts(names, 'family')],
    [`${what} given`, `${path}/h:${person}/h:name/h:given`, parts(names, 'given')],
    [`${what} prefix`, `${path}/h:${person}/h:name/h:prefix`, parts(names, 'prefixes')],
    [`${what} suffix`, `${path}/h:${person}/h:name/h:suffix`, parts(names, 'suffixes')],
    [`${what} organisation`, `${path}/h:${organization}/h:id/@extension`, extensions(orgs.flatMap((item) => item.ids))],
    [
      `${what} organisation name`,
      `${path}/h:${organization}/h:name[normalize-space()]`,
      orgs.flatMap((item) => item.names),
    ],
    [
      `${what} setting`,
      `${path}/h:${organization}/h:standardIndustryClassCode/@code`,
      codes(orgs.map((item) => item.standardIndustryClassCode)),
    ],
    [
      `${what} organisation telecom`,
      `${path}/h:${organization}/h:telecom/@value`,
      telecoms(orgs.flatMap((item) => item.telecoms)),
    ],
    [
      `${what} city`,
      `${path}/h:addr/h:city | ${path}/h:${organization}/h:addr/h:city`,
      list.flatMap((item) =>
        addresses([...item.addresses, ...(item.organization?.addresses ?? [])])
          .filter((part) => part.startsWith('city='))
          .map((part) => part.slice(5)),
      ),
    ],
  ];
}

/** What the typed header says, and where libxml2 finds it. */
export function headerRows({ header }: ParsedCda): Row[] {
  const d = '/h:ClinicalDocument';
  const patients = header.patients;
  const patientNames = patients.flatMap((patient) => patient.names);
  const encounters = some(header.encounter);
  const events = header.serviceEvents;
  const enc = `${d}/h:componentOf/h:encompassingEncounter`;
  const ev = `${d}/h:documentationOf/h:serviceEvent`;
  const pat = `${d}/h:recordTarget/h:patientRole`;
  const bare = `${pat}/h:patient/h:name`;
  const related = header.informants.flatMap((item) => (item.kind === 'related' ? [item] : []));
  const assigned = header.informants.flatMap((item) => (item.kind === 'assigned' ? [item.entity] : []));
  const performers = events.flatMap((event) => event.performers);
  return [
    ['realm', `${d}/h:realmCode/@code`, some(header.realmCode)],
    ['type', `${d}/h:typeId/@extension`, some(header.typeId?.extension)],
    ['templates', `${d}/h:templateId/@root`, roots(header.templateIds)],
    ['template versions', `${d}/h:templateId/@extension`, extensions(header.templateIds)],
    ['id', `${d}/h:id/@root`, some(header.id?.root)],
    ['id extension', `${d}/h:id/@extension`, some(header.id?.extension)],
    ['code', `${d}/h:code/@code`, codes([header.code])],
    ['code label', `${d}/h:code/@displayName`, labels([header.code])],
    ['code translation', `${d}/h:code/h:translation/@code`, codes(header.code?.translations ?? [])],
    ['title', `${d}/h:title`, some(header.title)],
    ['time', `${d}/h:effectiveTime/@value`, times([header.effectiveTime])],
    ['confidentiality', `${d}/h:confidentialityCode/@code`, codes([header.confidentialityCode])],
    ['language', `${d}/h:languageCode/@code`, some(header.languageCode)],
    ['set', `${d}/h:setId/@root`, some(header.setId?.root)],
    ['version', `${d}/h:versionNumber/@value`, some(header.version)],
    ['version number', `${d}/h:versionNumber/@value`, some(header.versionNumber).map(String)],
    ['patient ids', `${pat}/h:id/@extension`, extensions(patients.flatMap((p) => p.ids))],
    [
      'ins',
      `${pat}/h:id[starts-with(@root, '1.2.250.1.213.1.4.')]/@extension`,
      extensions(patients.flatMap((p) => p.ins.map((i) => i.id))),
    ],
    ['patient family', `${bare}/h:family`, parts(patientNames, 'family')],
    ['patient given', `${bare}/h:given`, parts(patientNames, 'given')],
    ['birth name', `${bare}/h:family[@qualifier='BR'][1]`, patients.flatMap((p) => some(p.traits.nomNaissance))],
    ['used name', `${bare}/h:family[@qualifier='CL'][1]`, patients.flatMap((p) => some(p.traits.nomUtilise))],
    ['first given', `${bare}/h:given[@qualifier='BR'][1]`, patients.flatMap((p) => some(p.traits.premierPrenom))],
    ['list of given', `${bare}/h:given[not(@qualifier)][1]`, patients.flatMap((p) => some(p.traits.listePrenoms))],
    ['used given', `${bare}/h:given[@qualifier='CL'][1]`, patients.flatMap((p) => some(p.traits.prenomUtilise))],
    ['gender', `${pat}/h:patient/h:administrativeGenderCode/@code`, patients.flatMap((p) => some(p.traits.sexe))],
    ['birth', `${pat}/h:patient/h:birthTime/@value`, times(patients.map((p) => p.birthTime))],
    [
      'birth place',
      `${pat}/h:patient/h:birthplace/h:place/h:addr/h:county`,
      patients.flatMap((p) => some(p.traits.lieuNaissance)),
    ],
    [
      'birth place name',
      `${pat}/h:patient/h:birthplace/h:place/h:name`,
      patients.flatMap((p) => some(p.birthplace?.name)),
    ],
    ['deceased', `${pat}/h:patient/sdtc:deceasedInd/@value`, patients.flatMap((p) => some(p.deceased)).map(String)],
    ['death', `${pat}/h:patient/sdtc:deceasedTime/@value`, times(patients.map((p) => p.deceasedTime))],
    [
      'twins',
      `${pat}/h:patient/sdtc:multipleBirthInd/@value`,
      patients.flatMap((p) => some(p.multipleBirth)).map(String),
    ],
    [
      'birth order',
      `${pat}/h:patient/sdtc:multipleBirthOrderNumber/@value`,
      patients.flatMap((p) => some(p.multipleBirthOrder)),
    ],
    ['patient telecom', `${pat}/h:telecom/@value`, telecoms(patients.flatMap((p) => p.telecoms))],
    [
      'patient street',
      `${pat}/h:addr/h:streetName`,
      addresses(patients.flatMap((p) => p.addresses)).flatMap((part) =>
        part.startsWith('streetName=') ? [part.slice(11)] : [],
      ),
    ],
    [
      'guardian',
      `${pat}/h:patient/h:guardian/h:guardianPerson/h:name/h:family`,
      parts(namesOf(patients.flatMap((p) => p.guardians.map((g) => g.person))), 'family'),
    ],
    [
      'guardian telecom',
      `${pat}/h:patient/h:guardian/h:telecom/@value`,
      telecoms(patients.flatMap((p) => p.guardians.flatMap((g) => g.telecoms))),
    ],
    ['author time', `${d}/h:author/h:time/@value`, times(header.authors.map((a) => a.time))],
    ['author function', `${d}/h:author/h:functionCode/@code`, codes(header.authors.map((a) => a.functionCode))],
    ['author device', `${d}/h:author//h:softwareName`, header.authors.flatMap((a) => some(a.device?.softwareName))],
    [
      'author model',
      `${d}/h:author//h:manufacturerModelName`,
      header.authors.flatMap((a) => some(a.device?.manufacturerModelName)),
    ],
    ...entity('author', `${d}/h:author/h:assignedAuthor`, 'assignedPerson', 'representedOrganization', header.authors),
    ...entity(
      'enterer',
      `${d}/h:dataEnterer/h:assignedEntity`,
      'assignedPerson',
      'representedOrganization',
      some(header.dataEnterer?.entity),
    ),
    ...entity('informant', `${d}/h:informant/h:assignedEntity`, 'assignedPerson', 'representedOrganization', assigned),
    ['relation', `${d}/h:informant/h:relatedEntity/@classCode`, related.flatMap((r) => some(r.classCode))],
    ['relation code', `${d}/h:informant/h:relatedEntity/h:code/@code`, codes(related.map((r) => r.code))],
    [
      'relative',
      `${d}/h:informant/h:relatedEntity/h:relatedPerson/h:name/h:family`,
      parts(namesOf(related.map((r) => r.person)), 'family'),
    ],
    [
      'relative telecom',
      `${d}/h:informant/h:relatedEntity/h:telecom/@value`,
      telecoms(related.flatMap((r) => r.telecoms)),
    ],
    [
      'custodian',
      `${d}/h:custodian//h:representedCustodianOrganization/h:id/@extension`,
      extensions(header.custodian?.ids ?? []),
    ],
    ['custodian name', `${d}/h:custodian//h:representedCustodianOrganization/h:name`, header.custodian?.names ?? []],
    [
      'custodian telecom',
      `${d}/h:custodian//h:representedCustodianOrganization/h:telecom/@value`,
      telecoms(header.custodian?.telecoms ?? []),
    ],
    ...entity(
      'recipient',
      `${d}/h:informationRecipient/h:intendedRecipient`,
      'informationRecipient',
      'receivedOrganization',
      header.informationRecipients,
    ),
    ['legal time', `${d}/h:legalAuthenticator/h:time/@value`, times([header.legalAuthenticator?.time])],
    [
      'legal signature',
      `${d}/h:legalAuthenticator/h:signatureCode/@code`,
      some(header.legalAuthenticator?.signatureCode),
    ],
    ...entity(
      'legal',
      `${d}/h:legalAuthenticator/h:assignedEntity`,
      'assignedPerson',
      'representedOrganization',
      some(header.legalAuthenticator?.entity),
    ),
    ['authenticator time', `${d}/h:authenticator/h:time/@value`, times(header.authenticators.map((a) => a.time))],
    ...entity(
      'authenticator',
      `${d}/h:authenticator/h:assignedEntity`,
      'assignedPerson',
      'representedOrganization',
      header.authenticators.flatMap((a) => some(a.entity)),
    ),
    ['participant', `${d}/h:participant/@typeCode`, header.participants.flatMap((p) => some(p.typeCode))],
    [
      'participant class',
      `${d}/h:participant/h:associatedEntity/@classCode`,
      header.participants.flatMap((p) => some(p.classCode)),
    ],
    [
      'participant function',
      `${d}/h:participant/h:functionCode/@code`,
      codes(header.participants.map((p) => p.functionCode)),
    ],
    [
      'participant function text',
      `${d}/h:participant/h:functionCode/h:originalText`,
      header.participants.flatMap((p) => some(p.functionCode?.originalText)),
    ],
    ['participant low', `${d}/h:participant/h:time/h:low/@value`, lows(header.participants.map((p) => p.time))],
    ['participant high', `${d}/h:participant/h:time/h:high/@value`, highs(header.participants.map((p) => p.time))],
    ['participant null', `${d}/h:participant/h:time/@nullFlavor`, nulls(header.participants.map((p) => p.time))],
    ...entity(
      'participant',
      `${d}/h:participant/h:associatedEntity`,
      'associatedPerson',
      'scopingOrganization',
      header.participants,
    ),
    ['order', `${d}/h:inFulfillmentOf/h:order/h:id/@root`, roots(header.orders.flatMap((o) => o.ids))],
    [
      'accession',
      `${d}/h:inFulfillmentOf/h:order/ps:accessionNumber/@extension`,
      extensions(header.orders.flatMap((o) => o.accessionNumbers)),
    ],
    ['act', `${ev}/h:code/@code`, codes(events.map((e) => e.code))],
    ['act translation', `${ev}/h:code/h:translation/@code`, codes(events.flatMap((e) => e.code?.translations ?? []))],
    [
      'act qualifier',
      `${ev}/h:code/h:translation/h:qualifier/h:name/@code`,
      codes(events.flatMap((e) => (e.code?.translations ?? []).flatMap((t) => t.qualifiers.map((q) => q.name)))),
    ],
    ['act id', `${ev}/h:id/@root`, roots(events.flatMap((e) => e.ids))],
    ['act status', `${ev}/lab:statusCode/@code`, events.flatMap((e) => some(e.statusCode))],
    ['act low', `${ev}/h:effectiveTime/h:low/@value`, lows(events.map((e) => e.effectiveTime))],
    ['act high', `${ev}/h:effectiveTime/h:high/@value`, highs(events.map((e) => e.effectiveTime))],
    ['performer time', `${ev}/h:performer/h:time/h:high/@value`, highs(performers.map((p) => p.time))],
    ...entity(
      'performer',
      `${ev}/h:performer/h:assignedEntity`,
      'assignedPerson',
      'representedOrganization',
      performers.flatMap((p) => some(p.entity)),
    ),
    ['related', `${d}/h:relatedDocument/@typeCode`, header.relatedDocuments.flatMap((r) => some(r.typeCode))],
    [
      'related id',
      `${d}/h:relatedDocument/h:parentDocument/h:id/@root`,
      roots(header.relatedDocuments.flatMap((r) => r.ids)),
    ],
    [
      'related version',
      `${d}/h:relatedDocument/h:parentDocument/h:versionNumber/@value`,
      header.relatedDocuments.flatMap((r) => some(r.version)),
    ],
    ['consent', `${d}/h:authorization/h:consent/h:code/@code`, codes(header.consents.map((c) => c.code))],
    [
      'consent status',
      `${d}/h:authorization/h:consent/h:statusCode/@code`,
      header.consents.flatMap((c) => some(c.statusCode)),
    ],
    ['encounter id', `${enc}/h:id/@root`, roots(encounters.flatMap((e) => e.ids))],
    ['encounter code', `${enc}/h:code/@code`, codes(encounters.map((e) => e.code))],
    ['encounter low', `${enc}/h:effectiveTime/h:low/@value`, lows(encounters.map((e) => e.effectiveTime))],
    ['encounter high', `${enc}/h:effectiveTime/h:high/@value`, highs(encounters.map((e) => e.effectiveTime))],
    ['encounter null', `${enc}/h:effectiveTime/@nullFlavor`, nulls(encounters.map((e) => e.effectiveTime))],
    ...entity(
      'responsible',
      `${enc}/h:responsibleParty/h:assignedEntity`,
      'assignedPerson',
      'representedOrganization',
      encounters.flatMap((e) => some(e.responsibleParty)),
    ),
    ...entity(
      'encounter participant',
      `${enc}/h:encounterParticipant/h:assignedEntity`,
      'assignedPerson',
      'representedOrganization',
      encounters.flatMap((e) => e.participants.flatMap((p) => some(p.entity))),
    ),
    ['facility', `${enc}/h:location/h:healthCareFacility/h:code/@code`, codes(encounters.map((e) => e.facility?.code))],
    [
      'facility id',
      `${enc}/h:location/h:healthCareFacility/h:id/@root`,
      roots(encounters.flatMap((e) => e.facility?.ids ?? [])),
    ],
    [
      'facility name',
      `${enc}/h:location/h:healthCareFacility/h:location/h:name`,
      encounters.flatMap((e) => some(e.facility?.name)),
    ],
  ];
}
