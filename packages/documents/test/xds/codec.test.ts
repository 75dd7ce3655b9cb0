import { isSocleError } from '@socle-sante/core/error';
import { hasErrors } from '@socle-sante/core/finding';
import { parseXml, serializeXml, XmlError } from '@socle-sante/wire/xml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DecodedRegistryObjects,
  decodeCx,
  decodeCxi,
  decodeRegistryObjects,
  decodeSpecialty,
  decodeXcn,
  decodeXon,
  encodeCx,
  encodeCxi,
  encodeRegistryObjectList,
  encodeSpecialty,
  encodeSubmitObjectsRequest,
  encodeXcn,
  encodeXon,
  entryUuid,
  entryUuidOf,
  logicalId,
  parseEntryUuid,
  parseUniqueId,
  type RegistryObjects,
  readSourcePatientInfo,
  samePatient,
  toXdsTime,
  uniqueId,
  writeSourcePatientInfo,
  xdsInstant,
  xdsTimeOf,
} from '../../src/xds.js';
import { codes, cxis, cxs, registryObjects, words, xcns, xons } from '../support/xds-arbitraries.js';

const runs = { numRuns: 300 };
const RIM = 'urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0';

function list(content: string): DecodedRegistryObjects {
  return decodeRegistryObjects(parseXml(`<r:RegistryObjectList xmlns:r="${RIM}">${content}</r:RegistryObjectList>`));
}

describe('composite values', () => {
  it('XCN, XON, CX, CXi and specialties come back, with accents and delimiters', () => {
    const back = <T>(arb: fc.Arbitrary<T>, encode: (x: T) => string, decode: (text: string) => T | undefined) =>
      fc.assert(
        fc.property(arb, (x) => {
          expect(decode(encode(x))).toEqual(x);
        }),
        runs,
      );
    back(xcns, encodeXcn, decodeXcn);
    back(xons, encodeXon, decodeXon);
    back(cxs, encodeCx, decodeCx);
    back(cxis, encodeCxi, decodeCxi);
    back(codes, encodeSpecialty, decodeSpecialty);
  });

  it('writes the forms of the volet', () => {
    const authority = '1.2.250.1.71.4.2.1';
    const person = { id: '899900063480', family: 'LIBRE', given: 'MAX', authority, nameType: 'D', idType: 'IDNPS' };
    expect(encodeXcn(person)).toBe('899900063480^LIBRE^MAX^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS');
    expect(
      encodeXon({ name: 'CABINET EXEMPLE', authority: '1.2.250.1.71.4.2.2', idType: 'IDNST', id: '10B0127189' }),
    ).toBe('CABINET EXEMPLE^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^10B0127189');
    expect(encodeCx({ extension: '279035121518989', oid: '1.2.250.1.213.1.4.10', type: 'NH' })).toBe(
      '279035121518989^^^&1.2.250.1.213.1.4.10&ISO^NH',
    );
  });

  it('takes CX.7 and compares on the number and the authority', () => {
    const dated = decodeCx('279035121518989^^^&1.2.250.1.213.1.4.10&ISO^NH^^20100907');
    expect(dated).toEqual({ extension: '279035121518989', oid: '1.2.250.1.213.1.4.10', type: 'NH' });
    expect(dated && samePatient(dated, { extension: '279035121518989', oid: '1.2.250.1.213.1.4.10' })).toBe(true);
    expect(decodeCx('279035121518989')).toBeUndefined();
    expect(decodeCx('')).toBeUndefined();
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const decode of [decodeXcn, decodeXon, decodeCx, decodeCxi, decodeSpecialty]) decode(text);
        readSourcePatientInfo([text, `PID-5|${text}`]);
      }),
      runs,
    );
  });

  it('sourcePatientInfo: PID-5 of type L, PID-7, PID-8, the others kept', () => {
    const values = ['PID-5|PAT-TROIS^DOMINIQUE^^^^^L', 'PID-7|19790328', 'PID-8|F', 'PID-11|x'];
    const read = readSourcePatientInfo(values);
    expect(read).toEqual({
      family: 'PAT-TROIS',
      given: 'DOMINIQUE',
      birthDate: '19790328',
      sex: 'F',
      others: ['PID-11|x'],
    });
    expect(writeSourcePatientInfo(read)).toEqual(values);
    fc.assert(
      fc.property(words, words, (family, given) => {
        const info = { family, given, birthDate: '19790328', sex: 'U', others: [] };
        expect(readSourcePatientInfo(writeSourcePatientInfo(info))).toEqual(info);
      }),
      runs,
    );
  });
});

describe('identifiers', () => {
  it('are never taken for one another', () => {
    const urn = 'urn:uuid:0F1E2D3C-4b5a-4697-8897-a6b5c4d3e2f1';
    expect(parseEntryUuid(urn)).toBe(urn.toLowerCase());
    expect(parseUniqueId(urn)).toBeUndefined();
    expect(parseEntryUuid('1.2.250.1')).toBeUndefined();
    expect(() => entryUuid('1.2.250.1')).toThrow(expect.objectContaining({ code: 'documents.xds.id' }));
    expect(() => logicalId('D1')).toThrow(expect.objectContaining({ code: 'documents.xds.id' }));
    expect(() => uniqueId(urn)).toThrow(expect.objectContaining({ code: 'documents.xds.id' }));
    expect(entryUuidOf({ id: 'D1' })).toBeUndefined();
  });
});

describe('times', () => {
  it('are UTC, to the second; a date alone stays a date', () => {
    expect(xdsTimeOf('20260901083000+0200')).toBe('20260901063000');
    expect(xdsTimeOf('202609010830+0200')).toBe('20260901063000');
    expect(xdsTimeOf('2026-09-01T08:30:00+02:00')).toBe('20260901063000');
    expect(xdsTimeOf('20260901')).toBe('20260901');
    expect(xdsTimeOf('20260901083000')).toBeUndefined();
    expect(xdsTimeOf('hier')).toBeUndefined();
    expect(xdsTimeOf('20261231233000-0100')).toBe('20270101003000');
  });

  it('come back as instants', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }), (date) => {
        expect(xdsInstant(toXdsTime(date))?.getTime()).toBe(Math.floor(date.getTime() / 1000) * 1000);
      }),
      runs,
    );
    expect(xdsInstant('2026')?.toISOString()).toBe('2026-01-01T00:00:00.000Z');
    expect(xdsInstant('20261301')).toBeUndefined();
  });
});

describe('registry objects', () => {
  it('come back as they were written, and nothing is told', () => {
    fc.assert(
      fc.property(registryObjects, (objects) => {
        const xml = serializeXml(encodeSubmitObjectsRequest(objects));
        const decoded = decodeRegistryObjects(parseXml(xml));
        expect(decoded.findings).toEqual([]);
        expect(decoded.objects).toEqual(objects);
      }),
      runs,
    );
  });

  it('the same objects give the same bytes, each object named by what belongs to it', () => {
    fc.assert(
      fc.property(registryObjects, (objects) => {
        const xml = serializeXml(encodeRegistryObjectList(objects));
        expect(serializeXml(encodeRegistryObjectList(structuredClone(objects)))).toBe(xml);
        const ids = [...xml.matchAll(/<(?:Classification|ExternalIdentifier) id="([^"]+)"/g)].map((found) => found[1]);
        expect(new Set(ids).size).toBe(ids.length);
        expect(xml.match(/<Classification /g) ?? []).toHaveLength((xml.match(/ classifiedObject="/g) ?? []).length);
        expect(xml.match(/<ExternalIdentifier /g) ?? []).toHaveLength((xml.match(/ registryObject="/g) ?? []).length);
      }),
      { numRuns: 50 },
    );
  });

  it('a mutated message gives findings or a typed error, never anything else', () => {
    let told = 0;
    fc.assert(
      fc.property(
        registryObjects,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('', 'x', '<', '"', 'é', 'urn:uuid:', '>')), { maxLength: 4 }),
        (objects, cuts) => {
          let xml = serializeXml(encodeSubmitObjectsRequest(objects));
          for (const [at, text] of cuts) {
            const place = at % xml.length;
            xml = xml.slice(0, place) + text + xml.slice(place + 1);
          }
          try {
            const { findings } = decodeRegistryObjects(parseXml(xml));
            if (findings.length > 0) told += 1;
            for (const item of findings) expect(item.rule).toMatch(/^documents\.xds\./);
          } catch (error) {
            expect(isSocleError(error) || error instanceof XmlError).toBe(true);
          }
        },
      ),
      runs,
    );
    expect(told).toBeGreaterThan(0);
  });

  it('tells each thing that is missing, and reads the rest', () => {
    const entry = list(
      '<r:ExtrinsicObject id="D1"><r:Name><r:LocalizedString value="Titre"/></r:Name></r:ExtrinsicObject>',
    );
    expect(entry.objects.documentEntries[0]?.title).toBe('Titre');
    expect(hasErrors(entry.findings)).toBe(true);
    expect(new Set(entry.findings.map((item) => item.path[2]))).toEqual(
      new Set([
        'mimeType',
        'uniqueId',
        'patientId',
        'sourcePatientId',
        'creationTime',
        'languageCode',
        'classCode',
        'typeCode',
        'formatCode',
        'healthcareFacilityType',
        'practiceSetting',
      ]),
    );
    expect(entry.findings[0]?.wire?.line).toBe(1);
    expect(decodeRegistryObjects(parseXml('<a/>')).findings).toEqual([
      expect.objectContaining({ rule: 'documents.xds.noObjects' }),
    ]);
  });

  it('reads the marker of a package beside it, a repeated slot once, an object that it does not know', () => {
    const node = 'urn:uuid:d9d542f3-6cc4-48b6-8870-ea235fbc94c2';
    const { objects, findings } = list(
      `<r:RegistryPackage id="F"><r:Slot name="lastUpdateTime"><r:ValueList><r:Value>2026</r:Value></r:ValueList></r:Slot>
       <r:Slot name="lastUpdateTime"><r:ValueList/></r:Slot></r:RegistryPackage>
       <r:Classification id="c" classifiedObject="F" classificationNode="${node}"/><r:Service id="s"/><r:ObjectRef id="x"/>`,
    );
    expect(objects.folders).toHaveLength(1);
    expect(objects.folders[0]?.lastUpdateTime).toBe('2026');
    expect(objects.submissionSets).toEqual([]);
    const rules = findings.map((item) => item.rule);
    expect(rules).toContain('documents.xds.repeated');
    expect(rules).toContain('documents.xds.unknownObject');
    expect(rules).toContain('documents.xds.identifier');
  });

  it('joins a URI that was cut in several values', () => {
    const { objects } = list(
      '<r:ExtrinsicObject id="D1"><r:Slot name="URI"><r:ValueList><r:Value>2|DOC0001.XML</r:Value><r:Value>1|IHE_XDM/SUBSET01/</r:Value></r:ValueList></r:Slot></r:ExtrinsicObject>',
    );
    expect(objects.documentEntries[0]?.uri).toBe('IHE_XDM/SUBSET01/DOC0001.XML');
  });

  it('has no value of the message in a finding', () => {
    const secret = 'SECRETNAME';
    const { findings } = list(
      `<r:ExtrinsicObject id="${secret}" lid="${secret}" mimeType="text/xml"><r:Slot name="creationTime"><r:ValueList><r:Value>${secret}</r:Value></r:ValueList></r:Slot><r:Slot name="size"><r:ValueList><r:Value>${secret}</r:Value></r:ValueList></r:Slot><r:Slot name="sourcePatientId"><r:ValueList><r:Value>${secret}</r:Value></r:ValueList></r:Slot></r:ExtrinsicObject>`,
    );
    expect(findings.length).toBeGreaterThan(5);
    expect(JSON.stringify(findings)).not.toContain(secret);
    const empty: RegistryObjects['associations'] = list('').objects.associations;
    expect(empty).toEqual([]);
  });
});
