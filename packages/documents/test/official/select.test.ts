import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../schematron/src/index.js';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.js';
import {
  type DocumentProfile,
  documentProfile,
  OFFICIAL_MODELS,
  OFFICIAL_TARGETS,
  type OfficialTarget,
  officialTarget,
  selectOfficialRules,
} from '../../src/official.js';

const MODELS = '1.2.250.1.213.1.1.1';

function profile(templateIds: readonly string[], more: Partial<DocumentProfile> = {}): DocumentProfile {
  const written = templateIds.map((each) => {
    const [arc = '', extension] = each.split('^');
    return { root: `${MODELS}.${arc}`, ...(extension === undefined ? {} : { extension }) };
  });
  return { templateIds: [{ root: `${MODELS}.1` }, ...written], ...more };
}

function chosen(document: DocumentProfile, target?: OfficialTarget): unknown[] {
  const { model, findings } = selectOfficialRules(document, target);
  return [model?.file, ...findings.map(({ rule }) => rule)];
}

const bio = (extension = '') => profile([`55${extension === '' ? '' : `^${extension}`}`]);
const CI_SIS = OFFICIAL_TARGETS['ci-sis'];

describe('the rules of a document', () => {
  it('are the four generic schematrons, then that of its model', () => {
    expect(selectOfficialRules(profile(['13^201310']))).toEqual({
      files: [
        'profils/structurationMinimale/ASIP-STRUCT-MIN-StrucMin.sch',
        'profils/IHE.sch',
        'profils/CI-SIS_ModelesDeContenusCDA.sch',
        'profils/CI-SIS_Modeles_ANS.sch',
        'CI-SIS_VSM_1.4_2022.01.sch',
      ],
      model: { model: 'VSM', version: '2022.01', file: 'CI-SIS_VSM_1.4_2022.01.sch' },
      alternatives: [],
      findings: [],
    });
    expect(selectOfficialRules(profile([])).files).toHaveLength(4);
  });

  it('follow the longest template of a family, and the code where there is no template', () => {
    expect(chosen(profile(['5', '5.2^2024.01']))).toEqual(['CI-SIS_CSE-CS9_2024.01.sch']);
    expect(chosen(profile(['2.1.3^2022.01', '2.1']))).toEqual(['CI-SIS_CARD-F-PRC-DCI_2022.01.sch']);
    expect(chosen(profile([], { code: '85208-7' }))).toEqual(['CI-SIS_TLM-CR_2022.01.sch']);
    expect(chosen(profile(['38^2022.01'], { code: '85208-7' }))).toEqual(['CI-SIS_TLM-DA_2022.01.sch']);
    expect(chosen(profile([], { code: '11488-4' }))).toEqual([undefined]);
  });

  it('of an unknown model are the generic ones, and it is said', () => {
    const { model, findings } = selectOfficialRules(profile(['9999']));
    expect([model, findings[0]?.rule, findings[0]?.params]).toEqual([
      undefined,
      'official.model.unknown',
      { templateId: `${MODELS}.9999` },
    ]);
    // What is not an OID is not shown.
    const odd = selectOfficialRules(profile(['DUPONT Marie']));
    expect(odd.findings[0]?.params).toEqual({ templateId: '…' });
  });

  it('are of the version that the document states', () => {
    expect(chosen(bio('2021.01'))).toEqual(['CI-SIS_BIO-CR-BIO_2021.01.sch']);
    expect(chosen(bio('2023.01'))).toEqual(['CI-SIS_BIO-CR-BIO_2023.01.sch']);
    expect(chosen(bio('1999.01'))).toEqual(['CI-SIS_BIO-CR-BIO_2024.01.sch', 'official.version.unknown']);
    const { findings } = selectOfficialRules(bio('Dupont'));
    expect(findings[0]?.params).toMatchObject({ stated: '…' });
  });

  it('are, when none is stated, of the newest at the date of the document', () => {
    const dated = (effectiveTime: string) => chosen({ ...bio(), effectiveTime });
    expect(dated('20221231235959+0100')).toEqual(['CI-SIS_BIO-CR-BIO_2021.01.sch', 'official.version.notStated']);
    expect(dated('2023')).toEqual(['CI-SIS_BIO-CR-BIO_2021.01.sch', 'official.version.notStated']);
    expect(dated('20300101')).toEqual(['CI-SIS_BIO-CR-BIO_2024.01.sch', 'official.version.notStated']);
    expect(dated('20000101')).toEqual(['CI-SIS_BIO-CR-BIO_2021.01.sch', 'official.version.notStated']);
    expect(chosen(bio())).toEqual(['CI-SIS_BIO-CR-BIO_2024.01.sch', 'official.version.notStated']);
    const { alternatives } = selectOfficialRules({ ...bio(), effectiveTime: '20221231' });
    expect(alternatives.map(({ version }) => version)).toEqual(['2024.01', '2023.01']);
    // A model of one version leaves nothing to guess.
    expect(chosen(profile(['45']))).toEqual(['CI-SIS_IMG-CR-IMG_2024.01.sch']);
  });

  it('are bounded by the date of the target', () => {
    const at = (date: string, more: Partial<OfficialTarget> = {}) => ({ ...CI_SIS, date, ...more });
    expect(chosen(bio('2024.01'), at('2023-06'))).toEqual(['CI-SIS_BIO-CR-BIO_2023.01.sch', 'official.version.later']);
    expect(chosen(bio('2021.01'), at('2023-06'))).toEqual(['CI-SIS_BIO-CR-BIO_2021.01.sch']);
    expect(chosen(bio('2021.01'), at('2023-06', { choose: 'newest' }))).toEqual([
      'CI-SIS_BIO-CR-BIO_2023.01.sch',
      'official.version.other',
    ]);
    expect(chosen(bio('2024.01'), at('2019-01'))).toEqual([
      'CI-SIS_BIO-CR-BIO_2021.01.sch',
      'official.version.none',
      'official.version.later',
    ]);
  });

  it('are those that the target names', () => {
    const versions = (version: string) => ({ ...CI_SIS, versions: { 'BIO-CR-BIO': version } });
    expect(chosen(bio('2021.01'), versions('2023.01'))).toEqual(['CI-SIS_BIO-CR-BIO_2023.01.sch']);
    expect(chosen(bio('2021.01'), versions('1.0'))).toEqual([
      'CI-SIS_BIO-CR-BIO_2021.01.sch',
      'official.version.unknown',
    ]);
    const header = selectOfficialRules(bio('2021.01'), OFFICIAL_TARGETS['structuration-minimale']);
    expect(header.files).toEqual(['profils/structurationMinimale/ASIP-STRUCT-MIN-StrucMin.sch']);
    expect(chosen(bio('2021.01'), OFFICIAL_TARGETS.segur)).toContain('official.target.noDate');
    expect([officialTarget(' DMP ')?.profile, officialTarget('toString'), officialTarget('x')]).toEqual([
      'dmp',
      undefined,
      undefined,
    ]);
  });
});

interface Example {
  readonly file: string;
  readonly specific: string | null;
}

/** Examples whose model cannot be told from what they say. */
const EXCEPTIONS: Readonly<Record<string, { readonly chosen: string; readonly why: string }>> = {
  '01_Modèles_contenus_CDA.xml': {
    chosen: 'CI-SIS_VSM_2023.01.sch',
    why: 'A catalogue of sections that bears the template of the VSM; its verdict was recorded with the generic rules alone.',
  },
  'BIO-CR-BIO_2024.01_TSH_1.xml': {
    chosen: 'CI-SIS_BIO-CR-BIO_2021.01.sch',
    why: 'States no version and bears a date of 2021: the version is recognised when the rules of 2021 do not pass.',
  },
  'BIO-CR-BIO_2024.01_TSH_2.xml': {
    chosen: 'CI-SIS_BIO-CR-BIO_2021.01.sch',
    why: 'States no version and bears a date of 2021: the version is recognised when the rules of 2021 do not pass.',
  },
};

describeWithConformance('the official examples', () => {
  it('get the schematron that their verdict was recorded with', () => {
    const examples: Example[] = JSON.parse(readFileSync(conformanceFile('cda/expected/examples.json'), 'utf8'));
    const different = examples.flatMap(({ file, specific }) => {
      const read = documentProfile(readDocument(readFileSync(conformanceFile(`cda/ExemplesCDA/${file}`))));
      const { model } = selectOfficialRules(read ?? { templateIds: [] });
      return (model?.file ?? null) === specific ? [] : [[file, model?.file]];
    });
    expect(examples).toHaveLength(61);
    expect(different).toEqual(Object.entries(EXCEPTIONS).map(([file, each]) => [file, each.chosen]));
  });

  it('and the table of models names every schematron of the kit', () => {
    const known = OFFICIAL_MODELS.flatMap(({ versions }) => versions.map(({ file }) => file));
    const files = readdirSync(conformanceFile('cda/schematrons')).filter((name) => name.endsWith('.sch'));
    expect([...known].sort()).toEqual(files.sort());
  });
});
