import type { DocumentEntry } from '@socle-sante/documents/xds';
import { uniqueId } from '@socle-sante/documents/xds';
import { describe, expect, it } from 'vitest';
import { describeWithConformance } from '../../tooling/src/conformance.js';
import { storedQuery, updateMask } from '../src/operations.js';
import { http, soap } from './support/answers.js';
import { ANSWER, AUTHOR, CONTENT_TYPE, context, INS, VENDOR } from './support/sample.js';
import { schemaErrors } from './support/schema.js';

const ID = 'urn:uuid:0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1';
const LID = 'urn:uuid:11111111-2222-4333-8444-555555555555';

const slot = (name: string, ...values: string[]) =>
  `<r:Slot name="${name}"><r:ValueList>\n${values.map((value) => `<r:Value>${value}</r:Value>`).join('\n')}</r:ValueList></r:Slot>`;
const named = (value: string, lang = 'fr-FR') =>
  `<r:LocalizedString charset="UTF-8" xml:lang="${lang}" value="${value}"/>`;
let last = 0;
const coded = (scheme: string, code: string, system: string, name: string, more = '') =>
  `<r:Classification id="urn:uuid:00000000-0000-4000-8000-${String(++last).padStart(12, '0')}" lid="x" objectType="urn:oasis:names:tc:ebxml-regrep:ObjectType:RegistryObject:Classification" classificationScheme="urn:uuid:${scheme.toUpperCase()}" classifiedObject="${ID}" nodeRepresentation="${code}">${slot('codingScheme', system)}<r:Name>${named(name)}</r:Name>${more}</r:Classification>`;
const identifier = (scheme: string, value: string, name: string) =>
  `<r:ExternalIdentifier id="e${++last}" registryObject="${ID}" identificationScheme="urn:uuid:${scheme}" value="${value}"><r:Name>${named(name)}</r:Name></r:ExternalIdentifier>`;

const PERSON = '899900063480^LIBRE^MAX^PAUL^^DR^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^D^^^IDNPS^X&amp;1.2.3&amp;ISO';

/** An entry as a registry may hold it, with what nobody here wrote. */
const answer = (odd: boolean) =>
  soap(
    `<q:AdhocQueryResponse xmlns:q="urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0" status="urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success"><r:RegistryObjectList xmlns:r="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"><r:ExtrinsicObject id="${ID}" lid="${LID}"${odd ? ' home="urn:oid:1.2.9"' : ''} isOpaque="false" status="urn:oasis:names:tc:ebxml-regrep:StatusType:Approved" mimeType="text/xml" objectType="urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1">
${slot('creationTime', '20260901063000')}${slot('hash', 'A'.repeat(40))}${slot('languageCode', 'fr-FR')}${slot('legalAuthenticator', odd ? PERSON : PERSON.replace('^PAUL', '^').replace(/\^X.*/, ''))}
${slot('repositoryUniqueId', '1.2.250.1.213.4.1.1.1.2')}${slot('size', '12')}${slot('sourcePatientId', 'P42^^^&amp;1.2.3&amp;ISO^PI')}${slot('unVendorSlot', ' a ', 'b')}
<r:Name>${named('Compte rendu')}${odd ? named('Report', 'en') : ''}</r:Name><r:Description/><r:VersionInfo versionName="3"/>
<r:Classification id="au" classificationScheme="urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d" classifiedObject="${ID}">${slot('authorPerson', PERSON.replace('^PAUL', '^').replace(/\^X.*/, ''))}${odd ? slot('authorTelecommunication', '^^Internet^max@exemple.invalid') : ''}</r:Classification>
${coded('41a5887f-8865-4c09-adf7-e362475b143a', '10', '1.2.250.1.213.1.1.4.1', 'Compte rendu')}
${coded('f4f85eac-e6cb-4883-b524-f2705394840f', 'N', '2.16.840.1.113883.5.25', 'Normal', odd ? slot('why', 'x').replace('<r:Slot', '<r:Slot') : '').replace(/(<r:Name>.*<\/r:Name>)(<r:Slot.*<\/r:Slot>)/s, '$2$1')}
${coded('a09d5840-386c-46f2-b5ad-9c3699a4309d', 'urn:ihe:iti:xds-sd:text:2008', '1.3.6.1.4.1.19376.1.2.3', 'Texte')}
${coded('f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1', 'SA07', '1.2.250.1.71.4.2.4', 'Cabinet')}
${coded('cccf5598-8b07-4b77-a05e-ae952c785ead', 'AMBULATOIRE', '1.2.250.1.213.1.1.4.9', 'Ambulatoire')}
${coded('f0306f51-975f-434e-a61c-c59651d33983', '11488-4', '2.16.840.1.113883.6.1', 'CR')}
${odd ? coded('99999999-0000-4000-8000-000000000001', 'Z', '1.2.3', 'Inconnu') : ''}
${identifier('58a6f841-87b3-4a3e-92fd-a8ffeff98427', `${INS.matricule}^^^&amp;${INS.oid}&amp;ISO^NH^^20100907`, 'XDSDocumentEntry.patientId')}
${identifier('2e82c1f6-a085-4c72-9da3-8640a32e42ab', `${VENDOR}.1.1`, 'XDSDocumentEntry.uniqueId')}
${odd ? identifier('99999999-0000-4000-8000-000000000002', 'K-1', 'Autre') : ''}
</r:ExtrinsicObject></r:RegistryObjectList></q:AdhocQueryResponse>`,
  );

function read(odd: boolean): DocumentEntry {
  const [entry] = storedQuery.decode(http(answer(odd)), ANSWER).objects.documentEntries;
  if (entry === undefined) throw new Error('nothing read');
  return entry;
}

function masked(entry: DocumentEntry, more: Partial<DocumentEntry> = {}): string {
  const mask = { code: 'MASQUE_PS', codeSystem: '1.2.250.1.213.1.1.4.13', displayName: 'Masqué' };
  const request = updateMask.encode(
    {
      submissionSet: {
        id: 'SS',
        uniqueId: uniqueId(`${VENDOR}.3.1`),
        sourceId: `${VENDOR}.7`,
        patientId: { extension: INS.matricule, oid: INS.oid, type: 'NH' },
        submissionTime: '20260901063500',
        contentType: CONTENT_TYPE,
        authors: [AUTHOR],
        extraSlots: {},
      },
      entry: { ...entry, confidentiality: [...entry.confidentiality, mask], ...more },
      previousVersion: '3',
    },
    context(),
  );
  return new TextDecoder().decode(request.body);
}

const entryIn = (xml: string) => /<ExtrinsicObject.*<\/ExtrinsicObject>/s.exec(xml)?.[0] ?? '';

describe('an update of the metadata', () => {
  it('an entry that is read whole keeps nothing beside', () => {
    expect(read(false).unread).toBeUndefined();
  });

  it.each([
    ['as it was read', (entry: DocumentEntry) => entry],
    ['after JSON', (entry: DocumentEntry) => JSON.parse(JSON.stringify(entry)) as DocumentEntry],
  ])('sends back what the model does not read, %s', (_, through) => {
    const xml = entryIn(masked(through(read(true))));
    for (const kept of [
      'home="urn:oid:1.2.9"',
      `<Value>${PERSON}</Value>`,
      'value="Report"',
      '<Value>^^Internet^max@exemple.invalid</Value>',
      '<Slot name="why"><ValueList><Value>x</Value></ValueList></Slot>',
      'classificationScheme="urn:uuid:99999999-0000-4000-8000-000000000001"',
      'identificationScheme="urn:uuid:99999999-0000-4000-8000-000000000002"',
      'value="K-1"',
      '<Slot name="unVendorSlot"><ValueList><Value> a </Value><Value>b</Value></ValueList></Slot>',
      'nodeRepresentation="MASQUE_PS"',
    ])
      expect(xml).toContain(kept);
    // The registry keeps its own identifiers, statuses and versions; a date after the type of a CX is never written.
    expect(xml).not.toMatch(/VersionInfo|status=|20100907|urn:uuid:0f1e2d3c|lid="x"/);
    expect(xml.match(/nodeRepresentation="N"/g)).toHaveLength(1);
    const ids = [...xml.matchAll(/<(?:Classification|ExternalIdentifier)[^>]* id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(xml.match(/(?:classifiedObject|registryObject)="D1"/g)).toHaveLength(ids.length);
  });

  it('what was changed since counts', () => {
    const entry = read(true);
    const xml = entryIn(masked(entry, { authors: [AUTHOR], confidentiality: [] }));
    expect(xml).not.toContain('authorTelecommunication');
    expect(xml).not.toContain('name="why"');
    expect(xml).toContain('authorInstitution');
  });
});

describeWithConformance('official schemas', () => {
  it('what is sent back is valid', () => {
    expect(schemaErrors(masked(read(true)))).toEqual([]);
  });
});
