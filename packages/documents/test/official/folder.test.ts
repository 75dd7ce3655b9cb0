import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOfficialRules, type OfficialReport } from '../../src/official.js';
import { OfficialFolderError, openOfficialFolder } from '../../src/official-folder.js';
import { OWN_KIT, type OwnDocument, ownDocument, schema, temporaryFolder, write } from './kit.js';

const temporary = temporaryFolder();
const cache = join(temporary.path, 'cache');
const root = join(temporary.path, 'kit');
beforeAll(() => write(root, OWN_KIT));
afterAll(() => temporary.remove());

async function check(document: OwnDocument | Uint8Array, folder = root): Promise<OfficialReport> {
  const kit = await openOfficialFolder(folder, { cache });
  try {
    return await createOfficialRules(kit).validate(document instanceof Uint8Array ? document : ownDocument(document));
  } finally {
    kit.close();
  }
}

const rules = ({ findings }: OfficialReport): string[] => findings.map(({ rule }) => rule);
const bio = (extension?: string): string =>
  `<templateId root="1.2.250.1.213.1.1.1.55"${extension === undefined ? '' : ` extension="${extension}"`}/>`;

describe('the folder of the official rules', () => {
  it('must exist and be laid out as the kit', async () => {
    const absent = openOfficialFolder(join(temporary.path, 'nowhere'));
    await expect(absent).rejects.toThrow(OfficialFolderError);
    await expect(absent).rejects.toMatchObject({ code: 'documents.official.folder', origin: 'argument' });
    const empty = openOfficialFolder(join(root, 'jeuxDeValeurs'));
    await expect(empty).rejects.toMatchObject({ code: 'documents.official.layout' });
    await expect(empty).rejects.toMatchObject({ userMessage: { fr: { action: /schematrons/ } } });
  });

  it('says what it has and what it lacks', async () => {
    const kit = await openOfficialFolder(root, { cache, xsd: false });
    expect(kit.files).toEqual([
      'profils/structurationMinimale/ASIP-STRUCT-MIN-StrucMin.sch',
      'CI-SIS_BIO-CR-BIO_2021.01.sch',
      'CI-SIS_BIO-CR-BIO_2024.01.sch',
    ]);
    expect(kit.missing).toContain('profils/IHE.sch');
    expect(kit.missing).toHaveLength(60);
    expect([kit.xsd, kit.terminologies]).toEqual([undefined, false]);
    expect(await kit.open('profils/IHE.sch')).toBeUndefined();
  });

  it('rules that are missing are told, and the verdict is not complete', async () => {
    const report = await check({});
    expect(report.findings.map(({ rule, params }) => [rule, params['file']])).toEqual([
      ['official.pack.missing', 'profils/IHE.sch'],
      ['official.pack.missing', 'profils/CI-SIS_ModelesDeContenusCDA.sch'],
      ['official.pack.missing', 'profils/CI-SIS_Modeles_ANS.sch'],
    ]);
    expect(report.complete).toBe(false);
    expect(report.steps).toEqual([
      { step: 'xsd', state: 'passed' },
      { step: 'rules', state: 'passed' },
      { step: 'vocabularies', state: 'skipped', why: 'noVocabulary' },
    ]);
  });

  it('rules that cannot be compiled are told, never a silent pass', async () => {
    const report = await check({ model: bio('2024.01') });
    const refused = report.findings.find(({ rule }) => rule === 'official.pack.refused');
    expect(refused).toMatchObject({ severity: 'error', params: { code: 'schema.compile' } });
    expect(report.steps[1]).toEqual({ step: 'rules', state: 'failed' });
  });

  it('a rule that stops is told, unless the XML schema refuses the document first', async () => {
    const stopped = await check({ model: bio('2021.01'), version: 'x' });
    expect(stopped.findings.find(({ rule }) => rule === 'official.fault')).toMatchObject({
      severity: 'error',
      params: { code: 'FORG0001', pack: 'CI-SIS_BIO-CR-BIO_2021.01' },
      wire: { pointer: '/ClinicalDocument', line: 1 },
    });
    const refused = await check({ model: bio('2021.01'), version: 'x', effectiveTime: '' });
    expect(rules(refused)).toContain('official.xsd');
    expect(rules(refused)).not.toContain('official.fault');
  });

  it('findings have the message without values, a place, a severity by role', async () => {
    const report = await check({ title: '', code: 'secret', effectiveTime: 'secret' });
    expect(report.findings.filter(({ rule }) => rule.startsWith('official.assert'))).toMatchObject([
      {
        severity: 'error',
        params: { message: 'The title of … is missing.', pack: 'ASIP-STRUCT-MIN-StrucMin', pattern: 'header' },
        wire: { pointer: '/ClinicalDocument', line: 1, column: 1 },
        ref: { document: 'ContenuCDA-3-0', section: 'ASIP-STRUCT-MIN-StrucMin' },
      },
      { severity: 'error', params: { message: 'The code … is not in the list.' } },
    ]);
    const xsd = report.findings.find(({ rule }) => rule === 'official.xsd');
    expect(xsd?.wire?.line).toBe(2);
    expect(xsd?.params['message']).toContain("The value '…' is not accepted by the pattern '[0-9]+'");
    expect(JSON.stringify(report.findings)).not.toContain('secret');
  });

  it('a document that something wraps is checked as if nothing did', async () => {
    const bare = new TextDecoder().decode(ownDocument({ title: '', effectiveTime: 'secret' }));
    const plain = bare.replace(/^<\?xml[^?]*\?>\s*/, '');
    const alone = await check(new TextEncoder().encode(plain));
    expect(rules(alone)).toEqual(expect.arrayContaining(['official.xsd', 'official.assert']));
    const wrappers = [
      `<?xml-stylesheet href="#"?><xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">${plain}</xsl:stylesheet>`,
      `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:Object>${plain}</ds:Object></ds:Signature>`,
      // Its namespace comes from the wrapper.
      `<any xmlns="urn:hl7-org:v3">${plain.replace(' xmlns="urn:hl7-org:v3"', '')}</any>`,
    ];
    for (const text of wrappers) {
      const wrapped = await check(new TextEncoder().encode(text));
      expect(wrapped.findings).toEqual(
        alone.findings.map((found) =>
          expect.objectContaining({ rule: found.rule, params: found.params, severity: found.severity }),
        ),
      );
      expect(wrapped.findings.map(({ wire }) => [wire?.pointer, wire?.line])).toEqual(
        alone.findings.map(({ wire }) => [wire?.pointer, wire?.line]),
      );
    }
  });

  it('shows the values to who asks for them', async () => {
    const kit = await openOfficialFolder(root, { cache });
    const document = ownDocument({ code: 'seen', effectiveTime: 'seen' });
    const { findings } = await createOfficialRules(kit).validate(document, { values: 'show' });
    kit.close();
    expect(findings.map(({ params }) => params['message'])).toContain('The code seen is not in the list.');
    expect(String(findings[0]?.params['message'])).toContain("'seen' is not accepted");
  });

  it('the value set that the kit lacks is written from the one that it has, and said', async () => {
    const report = await check({ code: '11502-2' });
    expect(rules(report)).not.toContain('official.assert');
    expect(report.deviations.map(({ code, noted }) => [code, typeof noted])).toEqual(
      expect.arrayContaining([
        ['kit.valueSet.J07', 'string'],
        ['kit.valueSet.J07.written', 'string'],
      ]),
    );
    const own = join(temporary.path, 'supplemented');
    const list = (code: string): string =>
      `<valueSets><valueSet><conceptList><concept code="${code}"/></conceptList></valueSet></valueSets>`;
    write(own, { ...OWN_KIT, 'supplement/voc-1.2.250.1.213.1.1.5.471-DYNAMIC.xml': list('other') });
    const supplied = await check({ code: 'other' }, own);
    expect(rules(supplied)).not.toContain('official.assert');
    expect(supplied.deviations.map(({ code }) => code)).not.toContain('kit.valueSet.J07.written');
  });

  it('an XML schema that cannot be used is told', async () => {
    const own = join(temporary.path, 'damaged');
    write(own, { ...OWN_KIT, 'infrastructure/cda/CDA_extended.xsd': '<xs:schema' });
    const damaged = await check({}, own);
    expect(damaged.findings[0]).toMatchObject({
      rule: 'official.pack.refused',
      severity: 'error',
      params: { pack: 'CDA_extended.xsd', code: 'documents.official.schema' },
    });
    expect([damaged.complete, damaged.steps[0]?.state]).toEqual([false, 'failed']);
  });

  it('no document chooses its schema, nor what is read to check it', async () => {
    const text = new TextDecoder().decode(ownDocument());
    const hostile = text.replace(
      '<ClinicalDocument',
      '<ClinicalDocument xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x file:///etc/passwd urn:hl7-org:v3 other.xsd" xsi:noNamespaceSchemaLocation="file:///etc/hosts"',
    );
    const report = await check(new TextEncoder().encode(hostile));
    expect(report.steps[0]).toEqual({ step: 'xsd', state: 'passed' });
  });

  it('what is not XML, has a document type or is not a CDA document is told', async () => {
    for (const text of ['<a', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', '']) {
      const report = await check(new TextEncoder().encode(text));
      expect(rules(report)).toEqual(['official.unreadable']);
      expect(report.steps.every(({ state }) => state === 'skipped')).toBe(true);
      expect(report.complete).toBe(false);
    }
    expect(rules(await check(new TextEncoder().encode('<a/>')))).toContain('cda.document.root');
  });

  it('compiles once, and finds it again', async () => {
    const file = 'profils/structurationMinimale/ASIP-STRUCT-MIN-StrucMin.sch';
    const own = join(temporary.path, 'cache-of-its-own');
    for (const known of [false, true]) {
      const kit = await openOfficialFolder(root, { cache: own });
      await Promise.all([kit.open(file), kit.open(file)]);
      expect(kit.cached.get(file)).toBe(known);
    }
    write(root, { [`schematrons/${file}`]: `${OWN_KIT[`schematrons/${file}`]}<!-- changed -->` });
    const changed = await openOfficialFolder(root, { cache: own });
    await changed.open(file);
    expect(changed.cached.get(file)).toBe(false);
    rmSync(own, { recursive: true });
  });

  it('stops when it is told to', async () => {
    const kit = await openOfficialFolder(root, { cache });
    const official = createOfficialRules(kit);
    const reason = new Error('enough');
    await expect(official.validate(ownDocument(), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const slow = {
      ...kit,
      async open(file: string) {
        const pack = await kit.open(file);
        controller.abort(reason);
        return pack;
      },
    };
    await expect(createOfficialRules(slow).validate(ownDocument(), { signal: controller.signal })).rejects.toBe(reason);
    kit.close();
  });

  it('says that a bound was reached', async () => {
    const kit = await openOfficialFolder(root, { cache });
    const { findings } = await createOfficialRules(kit).validate(ownDocument(), { limits: { steps: 1 } });
    expect(findings[0]).toMatchObject({ rule: 'official.bound', severity: 'error', params: { code: 'limit.steps' } });
    kit.close();
  });

  it('runs the vocabularies when the folder has them', async () => {
    const own = join(temporary.path, 'vocabularies');
    const rdf =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><notation>11502-2</notation></rdf:RDF>';
    write(own, {
      ...OWN_KIT,
      'schematrons/profils/terminologies/terminologie/2.16.840.1.113883.6.1.rdf': rdf,
      'schematrons/profils/terminologies/schematron/terminologie.sch': schema(
        `<pattern><rule context="cda:code"><assert test="@code = doc('../terminologie/2.16.840.1.113883.6.1.rdf')//notation">unknown <value-of select="@code"/></assert></rule></pattern>`,
      ),
    });
    const passed = await check({}, own);
    expect(passed.steps[2]).toEqual({ step: 'vocabularies', state: 'passed' });
    const failed = await check({ code: 'x' }, own);
    expect(failed.steps[2]).toEqual({ step: 'vocabularies', state: 'failed' });
    expect(failed.findings.at(-1)?.params).toMatchObject({ message: 'unknown …', pack: 'terminologie' });
  });
});
