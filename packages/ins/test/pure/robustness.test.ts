import { parseXml } from '@socle-sante/wire/xml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMilliseconds } from '../../../tooling/src/cpu-time.js';
import { decodeRecordTarget, encodeRecordTarget } from '../../src/cda.ts';
import { decodeDatamatrix, encodeDatamatrix } from '../../src/datamatrix.ts';
import { decodePatient, encodePatient, validateFrCorePatientIns } from '../../src/fhir.ts';
import { decodePatientMessage, decodePid, decodeZfd, encodePid, readDelimiters, unescapeEr7 } from '../../src/hl7v2.ts';
import { parsePatientMailbox } from '../../src/mailbox.ts';
import { describeInsFinding } from '../../src/messages.ts';
import { validateTraitsRecherche } from '../../src/validate.ts';
import { decodeXdsPatientId, decodeXdsSourcePatientId, decodeXdsSourcePatientInfo } from '../../src/xds.ts';
import { IPP, qualified, ZOE, ZOE_MATRICULE } from './support.ts';

const STATE = qualified({ ...ZOE, nomUtilise: 'EXEMPLE' }, ZOE_MATRICULE);

function value<T>(encoded: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!encoded.ok) throw new Error('refused');
  return encoded.value;
}

const DATAMATRIX = value(encodeDatamatrix(STATE));
const PID = value(encodePid(STATE, { localIdentifiers: [IPP] }));
const CDA = value(encodeRecordTarget(STATE, { localIdentifiers: [IPP] }));
const FHIR = value(encodePatient(STATE, { frCore: '2.1', localIdentifiers: [IPP] }));

type Findings = { readonly findings: readonly Parameters<typeof describeInsFinding>[0][] };

/** Everything that reads a text. */
const READERS: Readonly<Record<string, (text: string) => Findings | undefined>> = {
  datamatrix: (text) => decodeDatamatrix(text),
  datamatrixStrict: (text) =>
    decodeDatamatrix(text, { mode: 'strict', production: true, gsAliases: [text.slice(0, 3)] }),
  pid: (text) => decodePid(text),
  message: (text) => decodePatientMessage(text),
  messageWithMsh: (text) => decodePatientMessage(`MSH|^~\\&|\r${text}`),
  zfd: (text) => decodeZfd(text),
  xdsPatientId: (text) => decodeXdsPatientId(text),
  xdsSource: (text) => decodeXdsSourcePatientId(text),
  xdsInfo: (text) => decodeXdsSourcePatientInfo(text.split('\n')),
  mailbox: (text) => parsePatientMailbox(text),
  search: (text) => ({
    findings: validateTraitsRecherche({
      nomNaissance: text,
      prenoms: text,
      sexe: 'F',
      dateNaissance: text,
      lieuNaissance: text,
    }),
  }),
  delimiters: (text) => {
    unescapeEr7(text, readDelimiters(text));
    return undefined;
  },
};

function check(read: Findings | undefined): void {
  for (const finding of read?.findings.slice(0, 20) ?? []) {
    if (/\{\w+\}/.test(describeInsFinding(finding, 'fr').title))
      throw new Error(`${finding.rule}: a placeholder is not filled`);
  }
}

/** A text with a few characters removed, doubled, replaced or moved. */
function mutations(text: string): fc.Arbitrary<string> {
  const edit = fc.tuple(
    fc.integer({ min: 0, max: text.length }),
    fc.integer({ min: 0, max: 12 }),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('', '|', '^', '~', '\\', '&', '\u001d', 'S4', '\r', '""', '00000000'),
    ),
  );
  return fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) => edits.reduce((t, [at, length, put]) => t.slice(0, at) + put + t.slice(at + length), text));
}

describe('mutated and arbitrary texts give findings, never an exception', () => {
  it.each([
    ['datamatrix', DATAMATRIX],
    ['PID', PID],
    ['ZFD', 'ZFD|00^00^2009|39|Y|N|INSI|20211201|CN|20301231'],
    ['CX', '275126322074974^^^&1.2.250.1.213.1.4.8&ISO^NH'],
    ['sourcePatientInfo', 'PID-5|ADRUN^ZOE^^^^^L\nPID-7|19751231\nPID-8|F'],
    ['mailbox', `${ZOE_MATRICULE}@patient.mssante.fr`],
  ])('%s', (_name, text) => {
    fc.assert(
      fc.property(fc.oneof(mutations(text), fc.string({ unit: 'binary', maxLength: 80 })), (mutated) => {
        for (const read of Object.values(READERS)) check(read(mutated));
      }),
      { numRuns: 300 },
    );
  });

  it('values that are no text', () => {
    for (const wrong of [undefined, null, 42, {}, [], Number.NaN]) {
      const text = wrong as never;
      expect(decodeDatamatrix(text).ok).toBe(false);
      expect(decodePid(text).ok).toBe(false);
      expect(decodePatientMessage(text).ok).toBe(false);
      expect(decodeZfd(text).ok).toBe(false);
      expect(decodeXdsPatientId(text).ok).toBe(false);
      expect(decodeXdsSourcePatientId(text).ok).toBe(false);
      expect(decodeXdsSourcePatientInfo(text)).toMatchObject({ ok: true, value: {} });
      expect(decodePatient(text).ok).toBe(false);
      expect(validateFrCorePatientIns(text, { frCore: '2.1' })).toHaveLength(1);
    }
  });

  it('any JSON in the place of a patient, or of a part of one', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(FHIR)), (json, key) => {
        for (const resource of [
          json,
          { ...FHIR, [key]: json },
          { ...FHIR, [key]: [json] },
          { ...FHIR, identifier: [{ type: json, system: json }] },
        ]) {
          check(decodePatient(resource));
          for (const frCore of ['2.1', '2.2'] as const)
            check({ findings: validateFrCorePatientIns(resource, { frCore }) });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('any well-formed mutation of a recordTarget', () => {
    let read = 0;
    fc.assert(
      fc.property(mutations(CDA), (mutated) => {
        let root: ReturnType<typeof parseXml>;
        try {
          root = parseXml(mutated);
        } catch {
          return;
        }
        read += 1;
        check(decodeRecordTarget(root));
      }),
      { numRuns: 400 },
    );
    expect(read).toBeGreaterThan(10);
  });
});

describe('10 kB take less than 50 ms', () => {
  const size = 10_240;
  const fill = (part: string) => part.repeat(Math.ceil(size / part.length)).slice(0, size);
  const nasty: Readonly<Record<string, string>> = {
    spaces: fill(' '),
    separators: `IS01${fill('\u001d')}`,
    blocks: `IS01${fill('S3A')}`,
    escapes: `PID|||${fill('\\F\\')}`,
    openEscapes: `PID|||||${fill('\\')}`,
    repetitions: `PID|||${fill('1^^^&1.2.250.1.213.1.4.8&ISO^INS~')}`,
    components: `PID|||||${fill('^')}`,
    subcomponents: `PID|||1^^^${fill('&')}`,
    reliability: `PID${fill('|')}`.slice(0, 35) + fill('VALI~'),
    hyphens: fill('-'),
    apostrophes: fill("A' "),
    digits: fill('1'),
    accents: fill('é'),
    lines: fill('PID|\r'),
    aliases: fill('<GS>'),
  };

  it.each(Object.entries(nasty))('%s', (_name, text) => {
    for (const [reader, read] of Object.entries(READERS)) {
      const best = Math.min(...[1, 2, 3].map(() => cpuMilliseconds(() => read(text))));
      expect(best, reader).toBeLessThan(50);
    }
  });

  it('a resource with hundreds of identifiers, a document with hundreds of names', () => {
    const identifier = Array.from({ length: 200 }, () => ({
      system: 'urn:oid:1.2.250.1.213.1.4.8',
      value: ZOE_MATRICULE,
    }));
    expect(
      Math.min(...[1, 2, 3].map(() => cpuMilliseconds(() => decodePatient({ ...FHIR, identifier })))),
    ).toBeLessThan(50);
    const root = parseXml(CDA.replace('<given>', `${'<family qualifier="SP">X</family>'.repeat(300)}<given>`));
    expect(Math.min(...[1, 2, 3].map(() => cpuMilliseconds(() => decodeRecordTarget(root))))).toBeLessThan(50);
  });
});
