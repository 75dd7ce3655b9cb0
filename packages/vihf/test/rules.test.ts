import { readFileSync } from 'node:fs';
import { isSocleError } from '@socle-sante/core/error';
import { describeFinding } from '@socle-sante/core/finding';
import { coreFindings } from '@socle-sante/core/messages';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../tooling/src/conformance.js';
import { inspectVihf } from '../src/inspect.js';
import { vihfFindings } from '../src/messages.js';
import { AUTHN_CONTEXTS, type VihfInput } from '../src/types.js';
import { type VihfContext, validateVihf, validateVihfInput } from '../src/validate.js';
import { verifyVihf } from '../src/verify.js';
import { build, certificateOf, direct, indirect, MEDECIN, OTHER_STRUCTURE_ID, PATIENT, testPki } from './support.js';

beforeAll(() => testPki());

const told = new Set<string>();
const rulesOf = (findings: ReturnType<typeof validateVihf>): string[] => {
  for (const { rule } of findings) told.add(rule);
  return findings.map(({ rule }) => rule);
};
const role = (code: string, codeSystem: string, displayName = code) => ({ code, codeSystem, displayName });
const PROFESSIONS = '1.2.250.1.71.1.2.7';
const SKILLS = '1.2.250.1.71.4.2.5';

describe('rules of what is to be said', () => {
  it('finds nothing in a good one', () => {
    expect(validateVihfInput(indirect())).toEqual([]);
    expect(validateVihfInput(direct())).toEqual([]);
  });

  const WRONG: readonly (readonly [string, Partial<VihfInput>, VihfContext?])[] = [
    ['vihf.claim.missing', { nameId: ' ' }],
    ['vihf.claim.missing', { subjectId: '' }],
    ['vihf.claim.missing', { software: { name: '', version: '1', homologation: 'x' } }],
    ['vihf.claim.missing', { authnInstant: new Date(Number.NaN) }],
    ['vihf.version.unknown', { version: '2.0' }],
    ['vihf.resource.value', { resource: 'urn:ror' }],
    ['vihf.mode.value', { mode: 'AIR' as VihfInput['mode'] }],
    ['vihf.authn.indirect', { authnContext: AUTHN_CONTEXTS.smartcard }],
    [
      'vihf.authn.future',
      { authnInstant: new Date('2026-09-01T08:00:00Z') },
      { now: new Date('2026-09-01T06:00:00Z') },
    ],
    ['vihf.nameId.format', { nameId: '8999 00000003' }],
    ['vihf.nameId.form', { nameId: '899900000004' }],
    ['vihf.subjectId.patient', { subjectId: 'EXEMPLE 2790351215189' }],
    ['vihf.subjectId.patient', { subjectId: '2 79 03 51 215 189 89' }],
    ['vihf.structure.format', { structure: '10B0 999999' }],
    ['vihf.structure.form', { structure: '10B099' }],
    ['vihf.sector.value', { sector: { code: 'SA66', codeSystem: '1.2.250.1.71.4.2.4' } }],
    ['vihf.sector.value', { sector: { code: 'SA07', codeSystem: '' } }],
    ['vihf.role.value', { roles: [role('10', SKILLS)] }],
    ['vihf.role.label', { roles: [role('60', PROFESSIONS, 'IDE')] }],
    ['vihf.role.first', { roles: [role('SM26', SKILLS, 'Qualifié en médecine générale (SM)')] }],
    [
      'vihf.role.count',
      { roles: [MEDECIN, role('SM26', SKILLS), role('SM02', SKILLS)] as unknown as VihfInput['roles'] },
    ],
    ['vihf.role.secondMissing', { roles: [MEDECIN] }],
    ['vihf.role.secondMissing', { roles: [role('21', PROFESSIONS, 'Pharmacien')] }],
    ['vihf.role.secondMissing', { roles: [role('99', '1.2.250.1.213.1.6.1.140')] }],
    ['vihf.role.secondSystem', { roles: [MEDECIN, role('A', '1.2.250.1.71.4.2.6')] }],
    ['vihf.role.secondUnexpected', { roles: [role('70', PROFESSIONS), role('SM26', SKILLS)] }],
    ['vihf.patient.missing', { patient: undefined as never }, { patientRequired: true }],
    ['ins.oid.notProduction', {}, { production: true }],
    ['vihf.reason.missing', { purpose: 'bris_de_glace' }],
    ['vihf.reason.unexpected', { reason: 'Urgence' }],
    ['vihf.purpose.value', { purpose: 'urgence' as VihfInput['purpose'] & string }],
    ['vihf.secretConnection.adult', { secretConnection: true }, { minor: false }],
  ];

  it.each(WRONG.map(([rule, more, context = {}]) => ({ rule, more, context })))('$rule', ({ rule, more, context }) => {
    const findings = validateVihfInput(indirect(more), context);
    const found = rulesOf(findings);
    if (rule.startsWith('ins.')) expect(found.some((name) => name.startsWith('ins.'))).toBe(true);
    else expect(found).toContain(rule);
  });

  it('holds the direct mode against the card', async () => {
    const certificate = await certificateOf('cps-sign');
    const context = { certificate, cardStructures: [OTHER_STRUCTURE_ID] };
    const found = rulesOf(
      validateVihfInput(direct({ nameId: '899900000029', authnContext: AUTHN_CONTEXTS.password }), context),
    );
    expect(found).toEqual(expect.arrayContaining(['vihf.nameId.card', 'vihf.structure.card', 'vihf.authn.direct']));
  });

  it('holds the structure against the certificate, and lets an establishment of its entity pass with a warning', async () => {
    const certificate = await certificateOf('org-sign');
    const rules = (structure: string) => rulesOf(validateVihfInput(indirect({ structure }), { certificate }));
    expect(rules(OTHER_STRUCTURE_ID)).toContain('vihf.structure.entity');
    expect(rules('499900063480001')).toContain('vihf.structure.certificate');
  });

  it('lets what is not settled be switched', () => {
    const broken = indirect({ purpose: 'bris_de_glace' });
    expect(rulesOf(validateVihfInput(broken, { reasonForBrisDeGlace: false }))).not.toContain('vihf.reason.missing');
    expect(
      rulesOf(
        validateVihfInput(indirect({ version: '2.0', resource: 'urn:ror' }), {
          versions: ['2.0'],
          resource: 'urn:ror',
        }),
      ),
    ).toEqual([]);
    const air = indirect({ mode: 'INDIRECTE_RENFORCEE' });
    expect(rulesOf(validateVihfInput(air, {}, { authnContextDecl: false }))).toContain('vihf.authn.declaration');
  });
});

describe('rules of what was written', () => {
  const now = () => new Date();
  const value = (name: string, content: string) => (xml: string) =>
    xml.replace(new RegExp(`(Name="${name}">.*?<saml2:AttributeValue[^>]*>)[^<]*`), `$1${content}`);
  const drop = (name: string) => (xml: string) =>
    xml.replace(new RegExp(`<saml2:Attribute Name="${name}">.*?</saml2:Attribute>`), '');
  const SIGNATURE = /<ds:Signature .*<\/ds:Signature>/s;

  it.each<readonly [string, (xml: string) => string]>([
    ['vihf.xml.malformed', (xml) => xml.slice(0, -3)],
    ['vihf.xml.malformed', (xml) => `<!DOCTYPE a>${xml}`],
    ['vihf.assertion.absent', () => '<a/>'],
    ['vihf.assertion.absent', (xml) => `<a>${xml}${xml}</a>`],
    ['vihf.assertion.id', (xml) => xml.replace(/ ID="_[0-9a-f]/, ' ID="3')],
    ['vihf.assertion.samlVersion', (xml) => xml.replace('Version="2.0"', 'Version="1.1"')],
    ['vihf.assertion.missing', (xml) => xml.replace(SIGNATURE, '')],
    [
      'vihf.assertion.order',
      (xml) =>
        xml.replace(SIGNATURE, '').replace('</saml2:Assertion>', `${SIGNATURE.exec(xml)?.[0]}</saml2:Assertion>`),
    ],
    ['vihf.assertion.order', (xml) => xml.replace('<saml2:Subject>', '<saml2:Advice></saml2:Advice><saml2:Subject>')],
    ['vihf.assertion.issueInstant', (xml) => xml.replace(/IssueInstant="([^"]+)Z"/, 'IssueInstant="$1+02:00"')],
    ['vihf.assertion.clock', (xml) => xml.replace(/IssueInstant="[^"]+"/, 'IssueInstant="2026-01-01T00:00:00.000Z"')],
    [
      'vihf.conditions.audience',
      (xml) =>
        xml.replace(
          '<saml2:AuthnStatement ',
          '<saml2:Conditions><saml2:AudienceRestriction><saml2:Audience>a</saml2:Audience></saml2:AudienceRestriction></saml2:Conditions><saml2:AuthnStatement ',
        ),
    ],
    [
      'vihf.conditions.dates',
      (xml) =>
        xml.replace(
          '<saml2:AuthnStatement ',
          '<saml2:Conditions NotOnOrAfter="2026-01-01T00:00:00Z"></saml2:Conditions><saml2:AuthnStatement ',
        ),
    ],
    [
      'vihf.attribute.duplicate',
      (xml) =>
        xml.replace(
          '<saml2:Attribute Name="LPS_Nom">',
          '<saml2:Attribute Name="Authentification_mode"><saml2:AttributeValue>INDIRECTE</saml2:AttributeValue></saml2:Attribute><saml2:Attribute Name="LPS_Nom">',
        ),
    ],
    ['vihf.attribute.obsolete', (xml) => xml.replace('"LPS_Nom"', '"LPS_Type"')],
    ['vihf.attribute.unknown', (xml) => xml.replace('"LPS_Nom"', '"LPS_Name"')],
    ['vihf.attribute.shape', (xml) => xml.replace(/<PurposeOfUse .*<\/PurposeOfUse>/, 'normal')],
    ['vihf.issuer.format', (xml) => xml.replace(':X509SubjectName"', ':unspecified"')],
    ['vihf.issuer.subject', (xml) => xml.replace('>CN=DMP SIMULATEUR', '>CN=AUTRE')],
    ['vihf.certificate.absent', (xml) => xml.replace(/<ds:KeyInfo>.*<\/ds:KeyInfo>/s, '')],
    ['vihf.claim.missing', drop('VIHF_Version')],
    ['vihf.claim.missing', drop('urn:oasis:names:tc:xacml:2.0:subject:role')],
    ['vihf.version.unknown', value('VIHF_Version', '1.0')],
    ['vihf.mode.value', value('Authentification_Mode', 'DELEGUEE')],
    ['vihf.authn.instant', (xml) => xml.replace(/AuthnInstant="[^"]+"/, 'AuthnInstant="2026-09-01T06:00:00"')],
    ['vihf.purpose.system', (xml) => xml.replace('1.2.250.1.213.1.1.4.248', '1.2.250.1.213.1.1.4.249')],
    [
      'vihf.secretConnection.value',
      (xml) =>
        xml.replace(
          '<saml2:Attribute Name="LPS_Nom">',
          '<saml2:Attribute Name="Confidentiality_code"><saml2:AttributeValue>N</saml2:AttributeValue></saml2:Attribute><saml2:Attribute Name="LPS_Nom">',
        ),
    ],
    ['ins', value('urn:oasis:names:tc:xacml:2.0:resource:resource-id', 'abc')],
  ])('%s', async (rule, change) => {
    const xml = await build();
    const changed = change(xml);
    expect(changed).not.toBe(xml);
    const found = rulesOf(validateVihf(changed, { now: now() }));
    expect(rule === 'ins' ? found.filter((name) => name.startsWith('ins.')) : found).not.toEqual([]);
    if (rule !== 'ins') expect(found).toContain(rule);
  });

  it('is not built when the certificate of TLS is of another holder', async () => {
    const context = { tlsCertificate: await certificateOf('cps-auth') };
    await expect(build(indirect(), { context })).rejects.toMatchObject({
      code: 'vihf.certificate',
      findings: [{ rule: 'vihf.issuer.tls' }],
    });
    await expect(
      build(indirect(), { context: { tlsCertificate: await certificateOf('org-auth-cli') } }),
    ).resolves.toBeTypeOf('string');
  });

  it('holds the issuer against the TLS certificate, whatever its order', async () => {
    const tlsCertificate = await certificateOf('other-org-auth-cli');
    expect(rulesOf(validateVihf(await build(), { tlsCertificate }))).toContain('vihf.issuer.tls');
    const same = { tlsCertificate: await certificateOf('org-auth-cli') };
    expect(rulesOf(validateVihf(await build(indirect(), { wire: { issuer: 'reversed' } }), same))).not.toContain(
      'vihf.issuer.tls',
    );
  });

  it('holds the patient against that of the message', async () => {
    const other = { ...PATIENT, matricule: '207058575627097' as typeof PATIENT.matricule };
    expect(rulesOf(validateVihf(await build(), { patient: other }))).toContain('vihf.patient.other');
  });

  it('judges the certificate that signed', async () => {
    const certificates = ['org-auth-cli', 'org-sign-expired', 'org-sign-wrongUsage', 'notYetValid'];
    const found = await Promise.all(
      certificates.map(async (name) =>
        rulesOf(validateVihf(await build(), { now: now(), certificate: await certificateOf(name) })),
      ),
    );
    expect(found.map((rules) => rules.filter((item) => item.startsWith('vihf.certificate')))).toEqual([
      ['vihf.certificate.authentication'],
      ['vihf.certificate.expired'],
      ['vihf.certificate.usage'],
      ['vihf.certificate.notYetValid', 'vihf.certificate.authentication'],
    ]);
  });
});

describe('texts', () => {
  it('exist in both languages for each rule, and only for rules that are told', () => {
    const own = [...told].filter((rule) => rule.startsWith('vihf.')).sort();
    expect(Object.keys(vihfFindings).sort()).toEqual(own);
    for (const locale of ['fr', 'en'] as const) {
      for (const finding of validateVihf('<a/>')) {
        const text = describeFinding(finding, locale, vihfFindings, coreFindings);
        expect(`${text.title}${text.why}${text.action}`).not.toMatch(/\{\w+\}/);
      }
    }
  });
});

describeWithConformance('the reference sample', () => {
  it('is read, and found to lack a signature and the certificate that would explain its issuer', () => {
    const xml = readFileSync(conformanceFile('xds/samples/vihf-indirecte.unsigned.xml'));
    const view = inspectVihf(xml);
    expect(view.claims).toMatchObject({ mode: 'INDIRECTE', version: '3.0', sector: { code: 'SA07' } });
    const errors = validateVihf(xml).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule, params }) => [rule, params['element']])).toEqual([
      ['vihf.assertion.missing', 'Signature'],
    ]);
  });
});

describe('anything', () => {
  const word = fc
    .stringMatching(/^[A-Za-zÀ-ÿ0-9&<>"' .-]{1,24}$/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const anInput = fc.record({
    mode: fc.constantFrom<VihfInput['mode']>('INDIRECTE', 'INDIRECTE_RENFORCEE'),
    version: fc.constantFrom('3.0', '4.0'),
    subjectId: word.filter((text) => !/\d{7}/.test(text)),
    purpose: fc.constantFrom<NonNullable<VihfInput['purpose']>>('normal', 'centre_15'),
    secretConnection: fc.boolean(),
    software: fc.record({ id: word, name: word, version: word, homologation: word }),
    authnInstant: fc.date({ min: new Date('2020-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }),
    authnContext: fc.constantFrom(AUTHN_CONTEXTS.password, AUTHN_CONTEXTS.tlsClient),
  });

  it('that is built is read back as it was said', async () => {
    await fc.assert(
      fc.asyncProperty(anInput, async (more) => {
        const input = indirect(more);
        const { claims, issuer } = inspectVihf(await build(input));
        expect(issuer.name).toMatch(/^CN=/);
        expect(claims).toMatchObject({
          version: more.version,
          mode: more.mode,
          nameId: input.nameId,
          subjectId: more.subjectId,
          structure: input.structure,
          sector: input.sector,
          roles: input.roles,
          patient: '279035121518989^^^&1.2.250.1.213.1.4.10&ISO^NH',
          resource: 'urn:dmp',
          software: more.software,
          authnInstant: more.authnInstant.toISOString(),
          authnContext: more.authnContext,
        });
        expect(claims.purpose?.code).toBe(more.purpose);
        expect(claims.confidentiality).toBe(more.secretConnection ? 'INVISIBLE_REPRESENTANTS_LEGAUX' : undefined);
      }),
      { numRuns: 60 },
    );
  });

  it('that was changed is found, or does not verify; nothing crashes', async () => {
    const xml = await build();
    const trust = { certificate: (await testPki()).identity('org-sign').certPem };
    const cut = fc.record({
      at: fc.nat(xml.length - 1),
      length: fc.nat(40),
      put: fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('<', '>', '"', '&#0;', '</saml2:Attribute>')),
    });
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(cut, async ({ at, length, put }) => {
        const changed = xml.slice(0, at) + put + xml.slice(at + length);
        fc.pre(changed !== xml);
        expect(() => validateVihf(changed, { now: new Date() })).not.toThrow();
        const verdict = await verifyVihf(changed, { trust }).then(
          (verified) => verified,
          (reason: unknown) => reason,
        );
        if (verdict instanceof Error) {
          refused += 1;
          expect(isSocleError(verdict)).toBe(true);
        } else {
          // Only what the signature does not cover may differ: the view is that of the signed bytes.
          expect((verdict as { view: unknown }).view).toMatchObject({
            id: inspectVihf(xml).id,
            claims: inspectVihf(xml).claims,
          });
        }
      }),
      { numRuns: 150 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  it('that is not XML gives findings', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.uint8Array()), (given) => {
        expect(validateVihf(given).length).toBeGreaterThan(0);
      }),
    );
  });
});
