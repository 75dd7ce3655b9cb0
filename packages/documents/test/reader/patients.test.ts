import { parseXml } from '@socle-sante/wire/xml';
import { describe, expect, test } from 'vitest';
import { parseCda } from '../../src/cda-reader.js';
import { decodeRecordTarget } from '../../src/patient.js';
import { MINIMAL } from '../rules/minimal.js';

const patient = /<recordTarget>[\s\S]*<\/recordTarget>/.exec(MINIMAL)?.[0] ?? '';
const parsed = (text: string) => parseCda(new TextEncoder().encode(text)).header;

describe('patients of a document', () => {
  test('the list of given names may be cut in several elements', () => {
    const text = MINIMAL.replace('<given>ZOE</given>', '<given>ZOE</given><given>ANNE</given>');
    expect(parsed(text).patient?.traits.listePrenoms).toBe('ZOE ANNE');
    expect(decodeRecordTarget(parseXml(text)).value?.traits.listePrenoms).toBe('ZOE ANNE');
  });

  test('two patients are both read, and neither is taken for an identity', () => {
    const text = MINIMAL.replace(patient, patient + patient.replaceAll('ADRUN', 'AUTRE'));
    expect(parsed(text).patients.map(({ traits }) => traits.nomNaissance)).toEqual(['ADRUN', 'AUTRE']);
    const read = decodeRecordTarget(parseXml(text));
    expect(read.ok).toBe(false);
    expect(read.findings.map(({ rule }) => rule)).toContain('ins.cda.severalPatients');
  });
});

test('a statement about another person says so, whatever its depth', () => {
  const observation = (id: string, more = '') =>
    `<observation classCode="OBS" moodCode="EVN"><id root="${id}"/>${more}</observation>`;
  const text = MINIMAL.replace(
    /<component>[\s\S]*<\/component>/,
    `<component><structuredBody><component><section><code code="1" codeSystem="2.999"/><text/>
      <entry>${observation('2.999.1')}</entry>
      <entry><organizer classCode="CLUSTER" moodCode="EVN"><subject><relatedSubject classCode="PRS"><code code="CHILD" codeSystem="2.16.840.1.113883.5.111"/></relatedSubject></subject>
        <component>${observation('2.999.2', `<entryRelationship typeCode="SUBJ">${observation('2.999.3')}</entryRelationship>`)}</component></organizer></entry>
      <component><section><subject><relatedSubject><code code="FTH" codeSystem="2.16.840.1.113883.5.111"/></relatedSubject></subject>
        <component><section><entry>${observation('2.999.4')}</entry></section></component></section></component>
    </section></component></structuredBody></component>`,
  );
  const { body } = parseCda(new TextEncoder().encode(text));
  if (body.kind !== 'structured') throw new Error('a body');
  const [section] = body.sections;
  const [own, organizer] = section?.entries ?? [];
  expect(own?.statement?.subject).toBeUndefined();
  const [child] = organizer?.statement?.relations ?? [];
  expect(child?.statement?.subject?.code?.code).toBe('CHILD');
  expect(child?.statement?.relations[0]?.statement?.subject?.code?.code).toBe('CHILD');
  expect(section?.subject).toBeUndefined();
  expect(section?.sections[0]?.sections[0]?.entries[0]?.statement?.subject?.code?.code).toBe('FTH');
});

test('a bound that is left out of a range is said, and a treatment says its conditions and its rhythm', () => {
  const text = MINIMAL.replace(
    /<component>[\s\S]*<\/component>/,
    `<component xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><structuredBody><component><section><text/>
      <entry><observation classCode="OBS" moodCode="EVN"><value xsi:type="IVL_PQ"><high value="5" unit="g/L" inclusive="false"/></value><value xsi:type="ED"><p xmlns="urn:x">gras</p> texte<reference value="#a"/></value></observation></entry>
      <entry><substanceAdministration classCode="SBADM" moodCode="INT">
        <effectiveTime xsi:type="IVL_TS"><low value="20260101"/></effectiveTime>
        <effectiveTime xsi:type="SXPR_TS" operator="A"><comp xsi:type="PIVL_TS" institutionSpecified="true"><period value="8" unit="h"/></comp><comp xsi:type="EIVL_TS" operator="A"><event code="ACM"/><offset><low value="-30" unit="min"/></offset></comp></effectiveTime>
        <maxDoseQuantity><numerator value="4" unit="g"/><denominator value="1" unit="d"/></maxDoseQuantity>
        <precondition><criterion><text>si douleur</text><value xsi:type="BL" value="true"/></criterion></precondition>
      </substanceAdministration></entry>
    </section></component></structuredBody></component>`,
  );
  const { body } = parseCda(new TextEncoder().encode(text));
  if (body.kind !== 'structured') throw new Error('a body');
  const [observed, treated] = (body.sections[0]?.entries ?? []).map(({ statement }) => statement);
  expect(observed?.values).toMatchObject([
    { type: 'range', high: { value: '5', unit: 'g/L', inclusive: false } },
    { type: 'text', text: 'gras texte', reference: '#a' },
  ]);
  expect(treated?.timings).toMatchObject([
    { type: 'interval', interval: { low: { raw: '20260101' } } },
    {
      type: 'set',
      operator: 'A',
      parts: [
        { type: 'periodic', period: { value: '8', unit: 'h' }, institutionSpecified: true },
        { type: 'event', operator: 'A', event: { code: 'ACM' }, offset: { low: { value: '-30', unit: 'min' } } },
      ],
    },
  ]);
  expect(treated?.maxDose).toMatchObject({
    numerator: { value: '4', unit: 'g' },
    denominator: { value: '1', unit: 'd' },
  });
  expect(treated?.preconditions).toMatchObject([{ text: 'si douleur', value: { type: 'boolean', value: true } }]);
});
