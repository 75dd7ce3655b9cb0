import { readFileSync } from 'node:fs';
import { attribute, elements, text, walk, type XmlElement } from '@socle-sante/wire/xml';
import { describe, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { buildCda } from '../../src/cda.ts';
import { type ParsedCda, parseCda } from '../../src/cda-reader.ts';
import { narrativeOf } from '../../src/render.ts';
import type { CseCs8Content, SubmissionDocument } from '../../src/submission.ts';
import { deriveMetadata } from '../../src/xds.ts';
import { ADRUN_MATRICULE, fixedOptions, sampleDocument, sampleSubmission } from '../support/sample.ts';

const CORRESPONDENT = { code: 'CORRE', displayName: 'Correspondant', codeSystem: '1.2.250.1.213.1.1.4.2.280' };

function certificate(body: SubmissionDocument['body']): SubmissionDocument {
  const [act] = sampleDocument.acts;
  if (!act?.performer) throw new Error('no performer');
  const { professional, organization } = act.performer;
  const address = { houseNumber: '142', streetName: 'rue des Exemples', postalCode: '92100', city: 'BOULOGNE' };
  return {
    ...sampleDocument,
    type: { code: 'CERT_DECL', displayName: 'Certificat, déclaration', codeSystem: '1.2.250.1.213.1.1.4.12' },
    title: 'Certificat de santé',
    acts: [
      {
        ...act,
        performer: {
          professional: {
            ...professional,
            name: { family: 'EXEMPLE', given: 'Charles', suffix: 'DR' },
            specialty: {
              code: 'G15_10/SM40',
              displayName: 'Médecin - Pédiatrie (SM)',
              codeSystem: '1.2.250.1.213.1.1.4.5',
            },
          },
          organization: { ...organization, name: 'CLINIQUE FICTIVE', addresses: [address] },
        },
      },
    ],
    participants: [
      {
        type: 'CON',
        class: 'PROV',
        function: CORRESPONDENT,
        name: { family: 'SUITE', given: 'Jacques', suffix: 'DR' },
      },
    ],
    body,
  };
}

const home = {
  addresses: [{ use: 'H', houseNumber: '24', streetName: 'avenue des Exemples', postalCode: '75007', city: 'PARIS' }],
  telecoms: [{ value: 'tel:0600000000', use: 'H' }],
} as const;

/** What the official example of CSE-CS8 2025.01 tells, without its people. */
const eighthDay: CseCs8Content = {
  mother: {
    name: { family: 'EXEMPLE', given: 'Marie', prefix: 'MME' },
    nir: ADRUN_MATRICULE,
    birthDate: '1989-05-31',
    addresses: [...home.addresses],
    telecoms: [...home.telecoms],
    education: 'bac3',
    occupation: 'executive',
    activity: 'employed',
    drinksPerWeek: 2,
    cigarettesPerWeek: 0,
    otherAddiction: true,
  },
  otherParent: {
    name: { family: 'EXEMPLE', given: 'Guillaume', prefix: 'M' },
    education: 'bac3',
    occupation: 'selfEmployed',
    activity: 'employed',
  },
  childrenAtHome: 1,
  feeding: 'breast',
  tuberculosisRisk: false,
  coverage: { kind: 'puma', insurer: { name: "Caisse nationale d'assurance maladie" } },
  pregnancies: {
    gravidity: 1,
    parity: 1,
    preterm: 0,
    lowBirthWeight: 0,
    stillborn: 0,
    earlyDeaths: 0,
    previousCaesarean: false,
  },
  pregnancy: {
    declared: 'first',
    weight: 58,
    height: 172,
    preeclampsia: false,
    hypertension: 'none',
    diabetes: false,
    otherPathology: false,
    hospitalisation: { days: 3, reason: 'other', reasonText: 'chute' },
  },
  prenatalCare: { trisomy21: true, ultrasounds: 4, morphology: false, earlyInterview: false, hbsAntigen: 'negative' },
  delivery: {
    at: '2021-04-25',
    foetuses: 1,
    gestationalAge: 38,
    presentation: 'vertex',
    earlyRupture: false,
    onset: 'caesarean',
    analgesia: 'general',
    method: 'plannedCaesarean',
    caesareanCause: 'foetal',
  },
  newborn: {
    weight: 3900,
    height: 52,
    headCircumference: 35,
    apgar: { at1: 10, at5: 10, at10: 10 },
    firstWeek: {
      respiratoryDistress: true,
      antibiotics: true,
      neurological: false,
      surgicalEmergency: false,
      other: 'ictère',
    },
    specialisedCare: { done: false },
    hearingScreening: { result: 'toCheckAgain', at: '2021-05-03' },
    rsv: { given: true, at: '2021-05-03T08:30:00+02:00' },
    hepatitisB: { given: true, at: '2021-05-03T08:30:00+02:00' },
    transfer: {
      kind: 'secondary',
      leftAt: '2021-05-03T10:05:00+02:00',
      arrivedAt: '2021-05-03T10:30:00+02:00',
      service: 'neonatalIntensiveCare',
      organization: {
        name: 'HÔPITAL FICTIF',
        type: {
          code: 'SA43',
          displayName: 'Hôpital militaire du Service de Santé des Armées',
          codeSystem: '1.2.250.1.71.4.2.4',
        },
      },
    },
  },
  vaccinations: [
    { against: 'tuberculosis', notDone: true },
    { against: 'hepatitisB', notDone: true },
  ],
  followUps: [
    { to: 'professional' },
    { to: 'multidisciplinary' },
    { to: 'pmi', comment: 'La mère est seule la semaine.' },
  ],
};

const cs8 = (content: CseCs8Content = eighthDay) => certificate({ kind: 'structured', model: 'cse-cs8', content });

function built(one: SubmissionDocument): ParsedCda {
  const made = buildCda(one, sampleSubmission, fixedOptions(7));
  if (!made.ok) throw new Error(JSON.stringify(made.findings.filter(({ severity }) => severity === 'error')));
  return parseCda(made.bytes);
}

function refusals(one: SubmissionDocument, submission = sampleSubmission): string[] {
  return buildCda(one, submission, fixedOptions(7))
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, path }) => `${rule} ${path?.join('.')}`);
}

const child = (node: XmlElement, local: string) => elements(node).find((inner) => inner.local === local);
const find = (node: XmlElement, local: string) => [...walk(node)].filter((inner) => inner.local === local);

/** What the entries of the body say, each as its code and its value; not when, nor in which words. */
function facts(document: XmlElement): string[] {
  const body = find(document, 'structuredBody').flatMap((node) => [...walk(node)]);
  return body
    .filter(({ local }) => /^(?:observation|act|procedure|encounter|substanceAdministration|organizer)$/.test(local))
    .map((node) => {
      const code = child(node, 'code');
      const precise = code && find(code, 'qualifier').flatMap((one) => elements(one))[0];
      const named =
        code &&
        find(code, 'qualifier')
          .flatMap((one) => elements(one))
          .find(({ local }) => local === 'value');
      const said = child(node, 'value');
      const value = said && ['code', 'value', 'unit', 'nullFlavor'].map((key) => attribute(said, key) ?? '').join(' ');
      const products = find(node, 'translation').map((one) => attribute(one, 'code'));
      const own = node.local === 'act' && attribute(node, 'moodCode') === 'DEF' ? [] : products;
      const what = named ?? precise ?? code;
      return [node.local, what && attribute(what, 'code'), value, ...own].join(' ').trim();
    })
    .sort();
}

describeWithConformance('the official examples said in our types', () => {
  it('give the same codes and values: CSE-CS8 2025.01', () => {
    const official = parseCda(readFileSync(conformanceFile('cda/ExemplesCDA/CSE-CS8_2025.01.xml')));
    // Comments bear on other things: the example tells one of a pathology that is not there.
    const told = (parsed: ParsedCda) => facts(parsed.document).filter((fact) => fact !== 'act 48767-8');
    expect(told(built(cs8()))).toEqual(told(official));
  });
});

describe('the certificate of the eighth day', () => {
  const parsed = built(cs8());
  const shown = JSON.stringify(narrativeOf(parsed));

  it('has the parents among those who informed, once', () => {
    const informants = (document: XmlElement) =>
      elements(document)
        .filter(({ local }) => local === 'informant')
        .map((node) => find(node, 'code').map((code) => attribute(code, 'code'))[0]);
    expect(informants(parsed.document)).toEqual(['MTH', 'FTH']);
    const again = buildCda(cs8(), sampleSubmission, fixedOptions(7));
    if (!again.ok) throw new Error('not built');
    expect(informants(built(again.document).document)).toEqual(['MTH', 'FTH']);
  });

  it('says whom it speaks of', () => {
    const subjects = find(parsed.document, 'relatedSubject').map((node) => {
      const code = child(node, 'code');
      return code && attribute(code, 'code');
    });
    // Three facts and three habits of the mother, three of the father, the pregnancies and the delivery.
    expect(subjects.filter((code) => code === 'MTH')).toHaveLength(8);
    expect(subjects.filter((code) => code === 'FTH')).toHaveLength(3);
  });

  it('shows the same as its entries', () => {
    for (const said of [
      'Bac +3 et +',
      '2 verre(s) par semaine',
      'Protection universelle maladie (PUMa)',
      '3 jours',
      'chute',
      'Négatif',
      'Césarienne programmée',
      '3900 g',
      'ictère',
      'Audition à recontrôler',
      'Anticorps monoclonal contre le VRS',
      'HÔPITAL FICTIF',
      'Vaccin antituberculeux',
      'La mère est seule la semaine.',
    ]) {
      expect(shown, said).toContain(said);
    }
  });

  it('tells what is not known as unknown, and no hypertension as a negation', () => {
    const { mother, newborn } = eighthDay;
    const little = built(
      cs8({
        ...eighthDay,
        mother: { name: mother.name },
        pregnancies: {},
        pregnancy: { declared: 'notFollowed', hypertension: 'none' },
        prenatalCare: { hbsAntigen: 'notDone' },
        newborn: { ...newborn, apgar: undefined, transfer: undefined },
        followUps: undefined,
        vaccinations: [],
      }),
    );
    const said = facts(little.document);
    expect(said).toContain('observation 11996-6    UNK');
    expect(said).toContain('observation 51659-1    UNK');
    expect(said.some((one) => one.includes('ORG-075 PAT'))).toBe(true);
    const hypertension = find(little.document, 'observation').find(
      (node) => text(node) === '' && codeOf(node) === 'O13',
    );
    expect(hypertension && attribute(hypertension, 'negationInd')).toBe('true');
    expect(JSON.stringify(narrativeOf(little))).toContain('Aucune orientation demandée.');
  });

  it('is refused with the place of what is wrong', () => {
    const { mother, newborn, delivery, pregnancy } = eighthDay;
    const wrong: CseCs8Content = {
      ...eighthDay,
      mother: { ...mother, nir: '123456789012345', birthDate: '1989-02-30', telecoms: [{ value: 'https://x' }] },
      coverage: { kind: 'puma', insured: { name: { family: ' ' } } },
      delivery: { ...delivery, method: 'vaginal' },
      pregnancy: { ...pregnancy, hospitalisation: { days: 3, reasonText: 'chute' } },
      newborn: {
        ...newborn,
        specialisedCare: { done: false, at: '2021' },
        hearingScreening: { result: 'notDone', at: '2021' },
        rsv: { given: false, at: '2021-05-03' },
        transfer: newborn.transfer && { ...newborn.transfer, arrivedAt: '2021-05-02T10:00:00+02:00' },
      },
      vaccinations: [
        { against: 'tuberculosis', product: { code: '1', codeSystem: '1.2', displayName: 'x' } },
        { against: 'hepatitisB', route: { code: '1', codeSystem: '1.2', displayName: 'x' } },
      ],
    };
    const at = 'body.content';
    expect(refusals(cs8(wrong)).sort()).toEqual(
      [
        `documents.telecom.form ${at}.mother.telecoms.0.value`,
        // The mother informed: what is wrong of her is wrong there too.
        'documents.telecom.form informants.0.telecoms.0.value',
        `documents.time.value ${at}.mother.birthDate`,
        `ins.matricule.key ${at}.mother.nir`,
        `documents.text.empty ${at}.coverage.insured.name.family`,
        `documents.model.notHere ${at}.delivery.caesareanCause`,
        `documents.model.missing ${at}.pregnancy.hospitalisation.reason`,
        `documents.model.notHere ${at}.newborn.specialisedCare.at`,
        `documents.model.notHere ${at}.newborn.hearingScreening.at`,
        `documents.model.notHere ${at}.newborn.rsv.at`,
        `documents.period.order ${at}.newborn.transfer`,
        `documents.vaccination.system ${at}.vaccinations.0.product`,
        `documents.vaccination.set ${at}.vaccinations.1.route`,
      ].sort(),
    );
  });

  it('wants who examined the child, and the addresses in parts', () => {
    const one = cs8();
    const [participant] = one.participants ?? [];
    if (!participant) throw new Error('no participant');
    const lines = { addresses: [{ lines: ['1 rue des Exemples'] }] };
    const bare: SubmissionDocument = {
      ...one,
      acts: sampleDocument.acts,
      participants: [
        {
          ...participant,
          function: { code: 'PCP', displayName: 'Médecin Traitant', codeSystem: '2.16.840.1.113883.5.88' },
        },
      ],
    };
    const submission = { ...sampleSubmission, patient: { ...sampleSubmission.patient, ...lines } };
    expect(refusals(bare, submission).sort()).toEqual(
      [
        'documents.cse.correspondent participants',
        'documents.model.addressLines body.model',
        'documents.model.missing acts.0.performer.organization.addresses',
        'documents.model.missing acts.0.performer.organization.name',
        'documents.model.missing acts.0.performer.professional.name',
        'documents.model.missing acts.0.performer.professional.specialty',
        'documents.model.missing body.model',
      ].sort(),
    );
  });
});

function codeOf(node: XmlElement): string | undefined {
  const code = child(node, 'code');
  return code && attribute(code, 'code');
}

describe('the metadata of a certificate', () => {
  it.each<[string, SubmissionDocument]>([['urn:asip:ci-sis:cse-cs8:2017', cs8()]])(
    'have the format %s',
    (format, one) => {
      const submission = {
        ...sampleSubmission,
        id: '2.999.7.9',
        submittedAt: '2026-01-15T10:20:00+01:00',
        documents: [one],
      };
      const content = { uniqueId: one.id ?? '', mimeType: 'text/xml', hash: 'a'.repeat(40), size: 12 };
      const made = deriveMetadata(submission, [content]);
      expect(made.ok && made.value.entries[0]?.formatCode.code).toBe(format);
    },
  );
});
