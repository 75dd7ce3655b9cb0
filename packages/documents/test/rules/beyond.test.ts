import { describe, expect, it } from 'vitest';
import { type CdaValidationOptions, validateCda } from '../../src/validate.js';
import { MINIMAL, minimalWith } from './minimal.js';

type Expectation = 'error' | 'warning' | 'nothing';
type Case = readonly [
  rule: string,
  find: string,
  by: string,
  cisis: Expectation,
  dmp: Expectation,
  options?: CdaValidationOptions,
];

const PATIENT_ID = '<id root="1.2.250.1.213.1.4.10" extension="275126322074974"/>';
const PERFORMED = '<low value="20260115100000+0100"/></effectiveTime>\n    <performer';

/** What the official rules let pass, and what we say of it: for the CI-SIS, then for the DMP. */
const CASES: readonly Case[] = [
  ['cda.body.mediaType', 'mediaType="application/pdf"', 'mediaType="image/png"', 'error', 'error'],
  ['cda.body.mediaTypeMissing', ' mediaType="application/pdf"', '', 'error', 'error'],
  ['cda.body.representation', ' representation="B64"', '', 'error', 'error'],
  ['cda.body.representation', 'representation="B64"', 'representation="TXT"', 'error', 'error'],
  ['cda.body.base64', 'representation="B64">', 'representation="B64">é', 'error', 'error'],
  ['cda.body.null', 'representation="B64">', 'representation="B64" nullFlavor="NA">', 'error', 'error'],
  ['cda.body.signature', 'mediaType="application/pdf"', 'mediaType="image/jpeg"', 'error', 'error'],
  ['cda.patient.matricule', '275126322074974', '275126322074973', 'error', 'error'],
  ['cda.patient.matricule', '275126322074974', '2751263220749', 'error', 'error'],
  ['cda.patient.testIdentity', 'ZOE', 'ZOE', 'error', 'error', { environment: 'production' }],
  [
    'cda.patient.realIdentity',
    '1.2.250.1.213.1.4.10',
    '1.2.250.1.213.1.4.8',
    'error',
    'error',
    { environment: 'test' },
  ],
  ['cda.patient.insMissing', PATIENT_ID, '<id root="2.999.7.2" extension="IPP-1"/>', 'nothing', 'error'],
  ['cda.patient.county', '<county>63220', '<county>PARIS', 'error', 'error'],
  ['cda.patient.county', '<county>63220</county>', '<county nullFlavor="UNK"/>', 'error', 'error'],
  [
    'cda.patient.county',
    /<id root="1.2.250.1.213.1.4.10"[\s\S]*<county>63220<\/county>/.exec(MINIMAL)?.[0] ?? '',
    (/<id root="1.2.250.1.213.1.4.10"[\s\S]*<county>63220<\/county>/.exec(MINIMAL)?.[0] ?? '')
      .replace(PATIENT_ID, '<id root="2.999.7.2" extension="IPP-1"/>')
      .replace('<county>63220</county>', '<county nullFlavor="UNK"/>'),
    'nothing',
    'nothing',
  ],
  ['cda.patient.birthTime', '19751231', '197512', 'warning', 'warning'],
  ['cda.patient.givenNames', '<given>ZOE</given>', '<given>MARIE ZOE</given>', 'warning', 'warning'],
  [
    'cda.addr.mixed',
    '<county>63220</county>',
    '<streetAddressLine>1 rue</streetAddressLine><county>63220</county>',
    'warning',
    'warning',
  ],
  ['cda.document.idExtension', 'root="2.999.7.1.20260115.42"', 'root="2.999.7.1" extension="42"', 'nothing', 'error'],
  ['cda.document.idUuid', '2.999.7.1.20260115.42', '6F9619FF-8B86-4011-B42D-00C04FC964FF', 'nothing', 'error'],
  ['cda.document.idLong', '2.999.7.1.20260115.42', `2.999.${'1'.repeat(60)}`, 'nothing', 'error'],
  ['cda.document.titleLong', 'Compte rendu de consultation', 'x'.repeat(129), 'nothing', 'error'],
  ['cda.document.language', 'fr-FR', 'xxfr-FRxx', 'error', 'error'],
  ['cda.document.version', 'versionNumber value="1"', 'versionNumber value="0"', 'error', 'error'],
  ['cda.document.version', 'versionNumber value="1"', 'versionNumber value="-1"', 'error', 'error'],
  ['cda.document.version', 'versionNumber value="1"', 'versionNumber value="01"', 'error', 'error'],
  ['cda.document.version', 'versionNumber value="1"', 'versionNumber value=""', 'error', 'error'],
  ['cda.document.versionOrder', 'ZOE', 'ZOE', 'warning', 'warning', { previous: { versionNumber: 1 } }],
  ['cda.document.setId', 'ZOE', 'ZOE', 'warning', 'warning', { previous: { setId: '2.999.7' } }],
  [
    'cda.document.relation',
    '<componentOf>',
    '<relatedDocument typeCode="XFRM"><parentDocument><id root="2.999"/></parentDocument></relatedDocument><componentOf>',
    'warning',
    'error',
  ],
  [
    'cda.time.precision',
    '<effectiveTime value="20260115101500+0100"/>',
    '<effectiveTime value="20260115"/>',
    'nothing',
    'error',
  ],
  [
    'cda.time.precision',
    '<effectiveTime value="20260115101500+0100"/>',
    '<effectiveTime value="20260115101500"/>',
    'nothing',
    'error',
  ],
  ['cda.time.offset', PERFORMED, PERFORMED.replace('+0100', ''), 'warning', 'warning'],
  [
    'cda.time.order',
    PERFORMED,
    PERFORMED.replace('</eff', '<high value="20260114100000+0100"/></eff'),
    'error',
    'error',
  ],
  ['cda.code.system', 'codeSystem="2.16.840.1.113883.6.1"', 'codeSystem="2.16.840.1.113883.6.3"', 'error', 'error'],
  ['cda.code.system', 'codeSystem="1.2.250.1.71.4.2.4"', 'codeSystem="1.2.250.1.71.4.2.5"', 'error', 'error'],
  ['cda.code.system', 'codeSystem="1.2.250.1.213.1.1.4.9"', 'codeSystem="1.2.250.1.213.1.1.4.8"', 'error', 'error'],
  ['cda.code.system', 'codeSystem="2.16.840.1.113883.5.25"', 'codeSystem="2.16.840.1.113883.5.1"', 'error', 'error'],
  [
    'cda.code.system',
    '<legalAuthenticator>',
    '<informant><relatedEntity classCode="NOK"><code code="FTH" displayName="Père" codeSystem="2.999"/><relatedPerson><name><family>X</family></name></relatedPerson></relatedEntity></informant><legalAuthenticator>',
    'error',
    'error',
  ],
  [
    'cda.code.system',
    '<assignedPerson><name><given>Lise</given><family>EXEMPLE</family></name></assignedPerson>',
    '<assignedPerson><name><given>Lise</given><family>EXEMPLE</family></name></assignedPerson><representedOrganization><standardIndustryClassCode code="AMBULATOIRE" displayName="x" codeSystem="2.999"/></representedOrganization>',
    'error',
    'error',
  ],
  ['cda.code.label', 'displayName="CR ou fiche', 'displayName="Fiche', 'warning', 'warning'],
  [
    'cda.code.dmp',
    'code="11488-4" displayName="CR ou fiche de consultation ou de visite"',
    'code="51851-4" displayName="x"',
    'nothing',
    'error',
  ],
  ['cda.code.dmp', 'code="AMBULATOIRE"', 'code="ESSMS"', 'nothing', 'error'],
  ['cda.code.dmpConfidentiality', '<confidentialityCode code="N"', '<confidentialityCode code="R"', 'nothing', 'error'],
  ['cda.code.confidentiality', 'code="N"', 'code="L"', 'error', 'error'],
  ['cda.code.masking', 'code="N"', 'code="MASQUE_PS"', 'error', 'error'],
  ['cda.author.specialty', /<code code="G15[^>]*>/.exec(MINIMAL)?.[0] ?? '', '', 'error', 'error'],
  [
    'cda.author.person',
    /<assignedPerson><name><prefix>.*<\/assignedPerson>/.exec(MINIMAL)?.[0] ?? '',
    '',
    'error',
    'error',
  ],
  [
    'cda.author.organization',
    /<representedOrganization>.*<name>.*<\/representedOrganization>/.exec(MINIMAL)?.[0] ?? '',
    '',
    'error',
    'error',
  ],
  ['cda.author.idRoot', 'root="1.2.250.1.71.4.2.1"', 'root="2.999"', 'error', 'error'],
  [
    'cda.author.organizationRoot',
    '<representedOrganization><id root="1.2.250.1.71.4.2.2"',
    '<representedOrganization><id root="2.999"',
    'error',
    'error',
  ],
  ['cda.actor.professionalId', '899900000017', '89990000001', 'warning', 'warning'],
  ['cda.actor.structureId', '1750000001', '175000000', 'warning', 'warning'],
  [
    'cda.legalAuthenticator.person',
    '<assignedPerson><name><given>Lise</given><family>EXEMPLE</family></name></assignedPerson>',
    '',
    'warning',
    'error',
  ],
  [
    'cda.informationRecipient.routing',
    '<legalAuthenticator>',
    '<informationRecipient><intendedRecipient><telecom value="mailto:a@b.mssante.fr"/></intendedRecipient></informationRecipient><legalAuthenticator>',
    'warning',
    'warning',
  ],
  [
    'cda.reference.dead',
    '<languageCode',
    '<x xmlns="urn:hl7-org:v3"><reference value="#nowhere"/></x><languageCode',
    'warning',
    'warning',
  ],
  ['cda.id.duplicate', '<languageCode', '<x ID="a"/><y ID="a"/><languageCode', 'warning', 'warning'],
];

describe('what the official rules let pass', () => {
  it.each(['cisis', 'dmp', 'mss'] as const)('finds nothing in a document without fault (%s)', (profile) => {
    expect(validateCda(MINIMAL, { profile, environment: 'test' })).toEqual([]);
  });

  it.each(CASES.map((each) => ({ rule: each[0], each })))(
    '$rule',
    ({ each: [rule, find, by, cisis, dmp, options = {}] }) => {
      const text = minimalWith(find, by);
      const severity = (profile: 'cisis' | 'dmp'): string =>
        validateCda(text, { ...options, profile }).find((each) => each.rule === rule)?.severity ?? 'nothing';
      expect([severity('cisis'), severity('dmp')]).toEqual([cisis, dmp]);
    },
  );

  it('sees an empty body, one that is not a PDF, one that is encrypted, and one that is not PDF/A-1', () => {
    const body = (content: string): string =>
      MINIMAL.replace(/(representation="B64">)[^<]*/, (_whole, tag: string) => tag + content);
    const found = (content: string): string[] =>
      validateCda(body(content)).map((each) => `${each.severity} ${each.rule}`);
    expect(found('')).toEqual(['error cda.body.empty']);
    expect(found(' \n')).toEqual(['error cda.body.empty']);
    expect(found(btoa('hello'))).toEqual(['error documents.pdf.notPdf']);
    expect(found(btoa('%PDF-1.4\ntrailer<</Encrypt 1 0 R>>'))).toContain('error documents.pdf.encrypted');
    expect(found(btoa('%PDF-1.4'))).toContain('warning documents.pdf.noClaim');
  });

  it('lets the patient, a device and a digital service be authors', () => {
    const author = (inside: string): string =>
      MINIMAL.replace(/<assignedAuthor>[\s\S]*<\/assignedAuthor>/, `<assignedAuthor>${inside}</assignedAuthor>`);
    const rules = (inside: string): string[] =>
      validateCda(author(inside), { profile: 'dmp' }).map((each) => each.rule);
    const name = '<assignedPerson><name><given>ZOE</given><family>ADRUN</family></name></assignedPerson>';
    const device =
      '<assignedAuthoringDevice><manufacturerModelName>M</manufacturerModelName><softwareName>S</softwareName></assignedAuthoringDevice>';
    const organization =
      '<representedOrganization><id root="1.2.250.1.71.4.2.2" extension="1750000001"/></representedOrganization>';
    expect(rules(`<id root="1.2.250.1.213.1.4.10" extension="275126322074974"/>${name}`)).toEqual([]);
    const code = (of: string): string => `<code code="${of}" displayName="x" codeSystem="1.2.250.1.213.1.1.4.6"/>`;
    expect(
      rules(`<id root="1.2.250.1.71.4.2.1" extension="3750000001/1"/>${code('DISPOSITIF')}${device}${organization}`),
    ).toEqual([]);
    expect(rules(`<id root="2.999.1" extension="1"/>${code('SNR')}${device}${organization}`)).toEqual([]);
  });
});
