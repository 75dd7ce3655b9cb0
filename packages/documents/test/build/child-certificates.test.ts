import { readFileSync } from 'node:fs';
import { attribute, elements, text, walk, type XmlElement } from '@socle-sante/wire/xml';
import { describe, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { buildCda } from '../../src/cda.ts';
import { type ParsedCda, parseCda } from '../../src/cda-reader.ts';
import { narrativeOf } from '../../src/render.ts';
import type { CseCs8Content, CseCs9Content, CseCs24Content, SubmissionDocument } from '../../src/submission.ts';
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

const later = {
  mother: {
    name: eighthDay.mother.name,
    birthDate: '1989-05-31',
    addresses: [...home.addresses],
    occupation: 'executive',
    activity: 'employed',
  },
  otherParent: { name: { family: 'EXEMPLE', given: 'Guillaume' }, occupation: 'selfEmployed', activity: 'employed' },
  childrenAtHome: 2,
  childcare: 'collective',
  breastMilkMonths: 10,
  mixedMilkMonths: 5,
  accidents: { other: true },
  neurodevelopment: 'referred',
  followUps: [{ to: 'professional' }, { to: 'multidisciplinary' }, { to: 'pmi' }],
} as const;

/** Doses of one vaccine: the first series, then the boosters. */
const doses = <Against extends string>(against: Against, initial: number, boosters = 0) =>
  Array.from({ length: initial + boosters }, (_, index) => ({
    against,
    rank: index + 1,
    series: index < initial ? ('initial' as const) : ('booster' as const),
    at: '2021-02-11',
  }));

/** What the official example of CSE-CS9 tells, without its people. */
const ninthMonth: CseCs9Content = {
  ...later,
  mother: { ...later.mother, addresses: [...home.addresses] },
  otherParent: { ...later.otherParent },
  followUps: [...later.followUps],
  preterm: false,
  measures: { weight: 3900, height: 52, headCircumference: 35 },
  vaccinations: [
    ...doses('tuberculosis', 1),
    ...doses('diphtheriaPolioTetanus', 2),
    ...doses('pertussis', 2),
    ...doses('haemophilus', 2),
    ...doses('hepatitisB', 2),
    ...doses('pneumococcus', 2),
    ...doses('meningococcusC', 1),
    ...doses('rotavirus', 2),
    ...doses('meningococcusB', 2),
  ],
  rsv: {
    given: true,
    at: '2021-05-03T08:30:00+02:00',
    product: {
      text: 'BEYFORTUS 100 mg',
      code: { code: '65150617', displayName: 'BEYFORTUS 100 mg', codeSystem: '1.2.250.1.213.2.3.1' },
      otherCodes: [
        { code: '3400930268636', displayName: 'BEYFORTUS 100 mg', codeSystem: '1.2.250.1.213.2.3.2' },
        { code: 'J06BD08', displayName: 'nirsévimab', codeSystem: '2.16.840.1.113883.6.73' },
      ],
    },
    route: { code: '20035000', displayName: 'Voie intramusculaire', codeSystem: '0.4.0.127.0.16.1.1.2.1' },
    dose: { value: 100, unit: 'mg' },
  },
};

/** What the official example of CSE-CS24 tells, without its people. */
const twentyFourthMonth: CseCs24Content = {
  ...later,
  mother: { ...later.mother, addresses: [...home.addresses] },
  otherParent: { ...later.otherParent },
  followUps: [...later.followUps],
  preterm: true,
  leadRisk: false,
  screens: 'never',
  measures: { weight: 3900, height: 52, headCircumference: 35, bodyMassIndex: 14.4 },
  walking: { acquired: true, ageInMonths: 12 },
  allergies: [{ agent: { text: 'Arachide' }, kind: 'alimentaire', since: '2021-08-03' }],
  vaccinations: [
    ...doses('tuberculosis', 1),
    ...doses('diphtheriaPolioTetanus', 2, 1),
    ...doses('pertussis', 2, 1),
    ...doses('haemophilus', 2, 1),
    ...doses('hepatitisB', 2, 1),
    ...doses('pneumococcus', 2, 1),
    ...doses('measlesMumpsRubella', 2),
    ...doses('meningococcusC', 1, 1),
    ...doses('rotavirus', 2),
    ...doses('meningococcusB', 2, 1),
  ],
};

const cs9 = (content: CseCs9Content = ninthMonth) => certificate({ kind: 'structured', model: 'cse-cs9', content });
const cs24 = (content: CseCs24Content = twentyFourthMonth) =>
  certificate({ kind: 'structured', model: 'cse-cs24', content });

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
  it.each<[string, SubmissionDocument]>([
    ['CSE-CS8_2025.01', cs8()],
    ['CSE-CS9_2024.01', cs9()],
    ['CSE-CS24_2024.01', cs24()],
  ])('give the same codes and values: %s', (name, one) => {
    const official = parseCda(readFileSync(conformanceFile(`cda/ExemplesCDA/${name}.xml`)));
    // Comments bear on other things, and our allergies tell that they are active; the age of the first steps is in metres (`m`) in the example, in months (`mo`) here.
    const told = (parsed: ParsedCda) =>
      facts(parsed.document)
        .filter((fact) => fact !== 'act 48767-8' && fact !== 'observation 33999-4 active')
        .map((fact) => fact.replace(/(MED-201 {2}12) mo?/, '$1'));
    expect(told(built(one))).toEqual(told(official));
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

describe('the certificates of the ninth and of the twenty-fourth month', () => {
  it('show the same as their entries', () => {
    const shown = [cs9(), cs24()].map((one) => JSON.stringify(narrativeOf(built(one))));
    for (const said of [
      'Accueil collectif',
      '10 mois',
      'Autre(s) accident(s) domestique(s)',
      'Vaccin contre la coqueluche',
    ]) {
      for (const one of shown) expect(one, said).toContain(said);
    }
    expect(shown[0]).toContain('BEYFORTUS 100 mg');
    for (const said of ['Arachide', '12 mois', 'Jamais', 'Risque de saturnisme']) expect(shown[1]).toContain(said);
  });

  it('tell the date of birth of the mother even when nothing else is told of her', () => {
    const { name, birthDate } = ninthMonth.mother;
    const { document } = built(
      cs9({ ...ninthMonth, mother: { name, birthDate }, otherParent: undefined, accidents: false }),
    );
    const [subject, ...others] = find(document, 'relatedSubject');
    expect(others).toEqual([]);
    expect(subject && find(subject, 'birthTime').map((node) => attribute(node, 'value'))).toEqual(['19890531']);
    expect(facts(document).filter((fact) => /NF0A|NE2Z|NE61/.test(fact))).toEqual([]);
  });

  it('are refused with the place of what is wrong', () => {
    const at = 'body.content';
    const wrong = {
      accidents: { burn: false },
      followUps: [{ to: 'pmi' as const, at: '2026-13' }],
      otherParent: { name: { family: 'EXEMPLE' }, nir: '1' },
    };
    const both = [
      `documents.cse.accident ${at}.accidents`,
      `documents.time.value ${at}.followUps.0.at`,
      `ins.matricule.format ${at}.otherParent.nir`,
    ];
    expect(refusals(cs9({ ...ninthMonth, ...wrong, rsv: { given: false, at: '2021' } })).sort()).toEqual(
      [...both, `documents.model.notHere ${at}.rsv.at`].sort(),
    );
    expect(
      refusals(cs24({ ...twentyFourthMonth, ...wrong, walking: { acquired: false, ageInMonths: 12 } })).sort(),
    ).toEqual([...both, `documents.model.notHere ${at}.walking.ageInMonths`].sort());
  });
});

function codeOf(node: XmlElement): string | undefined {
  const code = child(node, 'code');
  return code && attribute(code, 'code');
}

describe('the metadata of a certificate', () => {
  it.each<[string, SubmissionDocument]>([
    ['urn:asip:ci-sis:cse-cs8:2017', cs8()],
    ['urn:asip:ci-sis:cse-cs9:2017', cs9()],
    ['urn:asip:ci-sis:cse-cs24:2017', cs24()],
  ])('have the format %s', (format, one) => {
    const submission = {
      ...sampleSubmission,
      id: '2.999.7.9',
      submittedAt: '2026-01-15T10:20:00+01:00',
      documents: [one],
    };
    const content = { uniqueId: one.id ?? '', mimeType: 'text/xml', hash: 'a'.repeat(40), size: 12 };
    const made = deriveMetadata(submission, [content]);
    expect(made.ok && made.value.entries[0]?.formatCode.code).toBe(format);
  });
});
