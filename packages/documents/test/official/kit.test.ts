import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Finding, hasErrors } from '../../../core/src/finding.js';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.js';
import {
  compareLayers,
  createOfficialRules,
  layerOf,
  OFFICIAL_TARGETS,
  type OfficialOptions,
  type OfficialReport,
  type OfficialRules,
} from '../../src/official.js';
import { type OfficialFolder, openOfficialFolder } from '../../src/official-folder.js';
import { validateCda } from '../../src/validate.js';
import { temporaryFolder } from './kit.js';

const temporary = temporaryFolder();
const example = (name: string): Uint8Array =>
  readFileSync(conformanceFile(name.includes('/') ? `cda/${name}` : `cda/ExemplesCDA/${name}`));
const text = (name: string): string => new TextDecoder().decode(example(name));
const bytes = (xml: string): Uint8Array => new TextEncoder().encode(xml);

describeWithConformance('the official kit', () => {
  let kit: OfficialFolder;
  let rules: OfficialRules;
  beforeAll(async () => {
    kit = await openOfficialFolder(conformanceFile('cda'), { cache: join(temporary.path, 'cache') });
    rules = createOfficialRules(kit);
  });
  afterAll(() => {
    kit.close();
    temporary.remove();
  });
  const check = (input: Uint8Array, options?: OfficialOptions): Promise<OfficialReport> =>
    rules.validate(input, options);

  it('has every schematron, and the vocabularies are said to be skipped', async () => {
    expect([kit.missing, kit.files.length]).toEqual([[], 64]);
    const report = await check(example('supplement/n1-minimal.xml'));
    expect(report.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['official.incomplete', 'info']]);
    expect(report.steps).toEqual([
      { step: 'xsd', state: 'passed' },
      { step: 'rules', state: 'passed' },
      { step: 'vocabularies', state: 'skipped', why: 'noVocabulary' },
    ]);
  });

  it('its faults are reported, named and dated', async () => {
    const { deviations, complete } = await check(example('BIO-CR-BIO_2023.01_Electrophorese.xml'));
    expect(complete).toBe(false);
    const codes = deviations.map(({ code }) => code);
    for (const code of ['kit.regex.integer', 'kit.valueSet.J07', 'kit.contents.valueSet', 'kit.bioCrBio2023.empty']) {
      expect(codes).toContain(code);
      expect(deviations.find((each) => each.code === code)?.noted).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    expect(codes.filter((code) => code === 'include.missing')).toHaveLength(9);
    expect(codes).toContain('include.case');
    expect(codes).not.toContain('deviation.unused');
  });

  it('recognises the version of a document that states none', async () => {
    const report = await check(example('BIO-CR-BIO_2024.01_TSH_1.xml'));
    expect(report.selection.model).toMatchObject({ model: 'BIO-CR-BIO', version: '2024.01' });
    expect(report.findings.find(({ rule }) => rule === 'official.version.recognised')?.params).toEqual({
      model: 'BIO-CR-BIO',
      version: '2024.01',
      assumed: '2021.01',
    });
    expect([hasErrors(report.findings), report.packs.length]).toEqual([false, 5]);
  });

  it.each(['VSM_1.4_2022.01.xml', 'BIO-TROD_2024.01_Angine.xml', 'CSE-MDE_2023.01.xml', 'VAC-NOTE_2023.01.xml'])(
    'no value of %s is in a finding',
    async (name) => {
      // Every value and every text of the document becomes one that nothing else holds, but for what chooses the rules.
      let count = 0;
      const marked = text(name)
        .replace(/\s(?:code|extension|displayName|value|unit|use|root|codeSystem)="[^"]*"/g, (whole) => {
          if (/root="1\.2\.250\.1\.213\.1\.1\.1|root="1\.3\.6|POCD_HD|root="2\.16\.840\.1\.113883\.1\.3/.test(whole))
            return whole;
          count += 1;
          return `${whole.slice(0, whole.indexOf('"'))}"DUPONT${count}ZQX"`;
        })
        .replace(/>[^<>]*[A-Za-z][^<>]*</g, () => {
          count += 1;
          return `>DUPONT${count}ZQX<`;
        });
      const report = await check(bytes(marked));
      expect(report.findings.length).toBeGreaterThan(60);
      expect(JSON.stringify(report.findings)).not.toMatch(/ZQX/);
      const shown = await check(bytes(marked), { values: 'show' });
      expect(JSON.stringify(shown.findings)).toMatch(/ZQX/);
      expect(shown.findings).toHaveLength(report.findings.length);
    },
  );

  it('links an assertion to the native rule that says the same', async () => {
    const broken = bytes(
      text('supplement/n1-minimal.xml')
        .replace(/<title>.*?<\/title>/s, '')
        .replace(/<languageCode code="[^"]*"/, '<languageCode code="?"'),
    );
    const native = validateCda(broken);
    const { findings } = await check(broken, { native });
    const linked = findings.filter(({ params }) => params['native'] !== undefined);
    expect(linked.map(({ params }) => params['native'])).toContain('cda.header.title.missing');
    const sides = compareLayers(native, findings);
    expect(sides.both.map(({ official }) => official)).toEqual(linked);
    for (const { official, native: same } of sides.both) {
      expect(same.map(({ rule }) => rule)).toContain(official.params['native']);
    }
    const counted = new Set([...sides.both.flatMap((each) => each.native), ...sides.native]);
    expect(counted.size).toBe(native.length);
    expect([...sides.official, ...sides.both].length).toBe(findings.length);
    const layers = (list: readonly Finding[]) => new Set(list.map(layerOf));
    expect([layers(native), layers(findings)]).toEqual([new Set(['native']), new Set(['official'])]);
    expect((await check(broken)).findings.some(({ params }) => 'native' in params)).toBe(false);
  });

  it('compares two targets on the documents of the user', async () => {
    const version = (each: string) => ({ ...OFFICIAL_TARGETS['ci-sis'], versions: { 'BIO-CR-BIO': each } });
    const files = ['BIO-CR-BIO_2024.01_TSH_1.xml', 'BIO-CR-BIO_2021.01_Microbiologie_V1.xml', 'CSE-MDE_2023.01.xml'];
    const documents = files.map((file) => ({ file, bytes: example(file) }));
    const [fresh, old, other] = await rules.compare(documents, version('2021.01'), version('2024.01'));
    expect(fresh).toMatchObject({ file: files[0], valid: [false, true], versions: ['2021.01', '2024.01'], fresh: [] });
    expect(fresh?.gone.every(({ params }) => params['pack'] === 'CI-SIS_BIO-CR-BIO_2021.01')).toBe(true);
    expect(old).toMatchObject({ versions: ['2021.01', '2024.01'], valid: [true, false] });
    expect(new Set(old?.fresh.map(({ params }) => params['pack']))).toEqual(new Set(['CI-SIS_BIO-CR-BIO_2024.01']));
    expect(other).toMatchObject({ versions: ['2023.01', '2023.01'], valid: [true, true], gone: [], fresh: [] });
    const dates = await rules.compare(
      documents.slice(0, 1),
      { ...OFFICIAL_TARGETS.segur, date: '2022-01', choose: 'newest' },
      { ...OFFICIAL_TARGETS.segur, date: '2024-06', choose: 'newest' },
    );
    expect(dates[0]?.versions).toEqual(['2021.01', '2024.01']);
  });
});
