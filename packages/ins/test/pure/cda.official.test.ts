import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { INS_OIDS } from '@socle-sante/core';
import { parseXml } from '@socle-sante/wire/xml';
import { XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';
import { fsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { beforeAll, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance, hasConformance } from '../../../tooling/src/conformance.ts';
import { decodeRecordTarget, encodeRecordTarget } from '../../src/cda.ts';
import { IPP, provisional, qualified, recovered, validated, ZOE, ZOE_MATRICULE } from './support.ts';

const LIMITS = { maxBytes: 16_000_000, maxElements: 500_000, maxTextLength: 16_000_000 };

/** Matricules of official examples whose key is wrong (fact sheet of the files, and computed). */
const WRONG_KEYS = new Set(['221042545611404', '222127505611201', '224027511583555']);

/** Examples with a family name whose qualifier is not BR or CL: the error is the publisher's. */
const ODD_QUALIFIER = /eDISP-MED_2024\.01|trans-cda-v2\.1.*\/(?:oru|mdm)-/;

function examples(): string[] {
  const list = (folder: string, filter: RegExp) =>
    readdirSync(conformanceFile(folder))
      .filter((name) => filter.test(name))
      .map((name) => `${folder}/${name}`);
  const messages = readdirSync(conformanceFile('hl7v2'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => list(`hl7v2/${entry.name}`, /\.cda\.xml$/));
  return [
    ...list('cda/ExemplesCDA', /\.xml$/),
    'cda/supplement/n1-minimal.xml',
    'xds/samples/document.cda.xml',
    ...messages,
  ];
}

describeWithConformance('official CDA examples', () => {
  it.each(hasConformance ? examples() : [])('%s', (file) => {
    const read = decodeRecordTarget(parseXml(readFileSync(conformanceFile(file)), LIMITS));
    const text = readFileSync(conformanceFile(file), 'utf8');
    const [, matricule = ''] = /<patientRole[^>]*>[\s\S]*?<id[^>]*extension="([^"]*)"[^>]*>/.exec(text) ?? [];
    const rules = read.findings.map((f) => f.rule);
    expect(rules.includes('ins.cda.qualifier')).toBe(ODD_QUALIFIER.test(file));
    expect(read.value?.traits.nomNaissance).toMatch(/^[A-Z -]+$/);
    expect(read.value?.traits.dateNaissance).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    if (WRONG_KEYS.has(matricule)) {
      expect(rules).toContain('ins.matricule.key');
      expect(read.value?.ins).toBeUndefined();
      expect(read.ok).toBe(false);
    } else {
      expect(read.value?.ins?.matricule).toBe(matricule);
      // What the official rules require beside an INS is there in every example.
      expect(rules).not.toContain('ins.cda.missing');
      expect(read.ok).toBe(true);
    }
  });
});

describeWithConformance('our recordTarget against the official CDA schema', () => {
  let validator: XsdValidator;
  let shell = '';
  beforeAll(() => {
    xmlRegisterInputProvider(fsInputProviders);
    const path = conformanceFile('cda/infrastructure/cda/CDA_extended.xsd');
    validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(path), { url: pathToFileURL(path).href }));
    shell = readFileSync(conformanceFile('cda/supplement/n1-minimal.xml'), 'utf8');
  });

  const everything = {
    localIdentifiers: [IPP],
    addresses: [
      {
        use: 'HP' as const,
        houseNumber: '28',
        streetName: 'Avenue de Breteuil',
        additionalLocator: 'Bâtiment B',
        unitID: 'Escalier A',
        postBox: 'BP 1',
        precinct: 'LIEU-DIT',
        postalCode: '75007',
        city: 'PARIS',
        country: 'FRANCE',
      },
    ],
    telecoms: [{ value: 'tel:0144534551', use: 'H' as const }],
    mailbox: { production: false },
    birthPlace: { name: 'Maternité', city: 'ISSOIRE' },
  };

  const used = { ...ZOE, nomUtilise: 'EXEMPLE', prenomUtilise: 'ZO' };
  it.each([
    ['qualifiée, everything', qualified(used, ZOE_MATRICULE, INS_OIDS.nirTest), everything],
    ['qualifiée, nothing more', qualified(ZOE, ZOE_MATRICULE), {}],
    ['récupérée', recovered(ZOE, ZOE_MATRICULE), { localIdentifiers: [IPP] }],
    ['validée', validated(ZOE), { localIdentifiers: [IPP] }],
    ['provisoire, undetermined sex', provisional({ ...ZOE, sexe: 'I' }), { localIdentifiers: [IPP] }],
  ])('%s', (_name, state, options) => {
    const encoded = encodeRecordTarget(state, options);
    if (!encoded.ok) throw new Error(encoded.findings.map((f) => f.rule).join());
    const document = XmlDocument.fromString(
      shell.replace(/<recordTarget>[\s\S]*<\/recordTarget>/, () => encoded.value),
    );
    expect(() => validator.validate(document)).not.toThrow();
    document.dispose();
  });
});
