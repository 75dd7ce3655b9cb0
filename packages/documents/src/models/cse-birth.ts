import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { icd10, snomed, ta } from './cse-codes.js';
import { ofMother } from './cse-people.js';
import { type Line, loinc, type Narrator, section } from './narrative.js';
import { pregnanciesSectionOf, pregnancyLine } from './pregnancies.js';
import { templates } from './remarks.js';
import type { CseCs8Content, Delivery } from './schema/cse-cs8.js';
import { choice, count, type ObservedValue, observationLine, unknownQuantity, yesNo } from './simple-observation.js';
import { valueElement } from './values.js';

type Pregnancy = CseCs8Content['pregnancy'];

const DECLARED: Readonly<Record<Pregnancy['declared'], Coded>> = {
  first: snomed('57630001', 'premier trimestre de la grossesse'),
  second: snomed('59466002', 'deuxième trimestre de la grossesse'),
  third: snomed('41587001', 'troisième trimestre de la grossesse'),
  notFollowed: ta('GEN-109', 'Non suivie'),
};

const TREATED = ta('MED-1155', 'traité');
const UNTREATED = ta('MED-1156', 'non traité');

const REASONS: Readonly<Record<NonNullable<NonNullable<Pregnancy['hospitalisation']>['reason']>, Coded>> = {
  growth: icd10('P05.0', "Faible poids pour l'âge gestationnel"),
  hypertension: icd10('O13', 'Hypertension gestationnelle [liée à la grossesse]'),
  pretermLabour: icd10('O47.0', 'Faux travail avant 37 semaines révolues de gestation'),
  other: ta('GEN-092.01.08', "Autre motif d'hospitalisation"),
};

const OTHER_PATHOLOGY = icd10(
  'O99',
  "Autres maladies de la mère classées ailleurs, mais compliquant la grossesse, l'accouchement et la puerpéralité",
);

function quantity(value: number | undefined, unit: string): ObservedValue {
  return value === undefined ? unknownQuantity() : valueElement({ kind: 'quantity', value, unit });
}

function daysOf(days: number | undefined): ObservedValue {
  return { ...quantity(days, 'd'), ...(days === undefined ? {} : { shown: `${days} jour${days > 1 ? 's' : ''}` }) };
}

/** FR-Historique-des-grossesses (1.2.250.1.213.1.1.2.77) of the mother: earlier pregnancies, then this one. */
export function motherSection(narrator: Narrator, { mother, pregnancies, pregnancy }: CseCs8Content): XmlElementNode {
  const fact = (what: Coded, { shown, node }: ObservedValue, more = {}): Line =>
    pregnancyLine(narrator, { what, shown, node, ...more });
  const earlier = [
    fact(loinc('11996-6', 'Gestité (nombre total de grossesses y compris actuelle)'), count(pregnancies.gravidity)),
    fact(loinc('11977-6', "Parité (nombre total d'accouchements y compris actuel)"), count(pregnancies.parity)),
    fact(loinc('11637-6', "Nombre d'enfants prématurés (nés avant 37 semaines)"), count(pregnancies.preterm)),
    fact(ta('MED-159', "Nombre d'enfants pesant moins de 2500 g"), count(pregnancies.lowBirthWeight)),
    fact(loinc('57062-2', "Nombre d'enfants mort-nés"), count(pregnancies.stillborn)),
    fact(ta('MED-1184', "Nombre d'enfants nés vivants et décédés avant 28 jours"), count(pregnancies.earlyDeaths)),
    fact(icd10('O82.9', 'Accouchement par césarienne, sans précision'), yesNo(pregnancies.previousCaesarean), {
      label: 'Antécédents de césarienne',
    }),
  ];
  const { hypertension, otherPathology, hospitalisation: stay } = pregnancy;
  const present = [
    fact(
      loinc('75200-6', 'Date de la première consultation (déclaration de grossesse)'),
      choice(DECLARED[pregnancy.declared]),
    ),
    fact(loinc('8348-5', 'Poids corporel avant grossesse'), quantity(pregnancy.weight, 'kg')),
    fact(loinc('8302-2', 'Taille'), quantity(pregnancy.height, 'cm')),
    fact(icd10('O14.9', 'Prééclampsie, sans précision'), yesNo(pregnancy.preeclampsia), { label: 'Prééclampsie' }),
    ...(hypertension === undefined ? [] : [hypertensionLine(narrator, hypertension)]),
    fact(icd10('O24.4', 'Diabète sucré survenant au cours de la grossesse'), yesNo(pregnancy.diabetes)),
    fact(OTHER_PATHOLOGY, yesNo(otherPathology === undefined ? undefined : otherPathology !== false), {
      label: 'Autre pathologie en cours de grossesse',
      comment: otherPathology === false ? undefined : otherPathology,
    }),
    fact(ta('ORG-077', 'Hospitalisation (y compris à domicile)'), daysOf(stay?.days), {
      label: "Nombre de jours d'hospitalisation (y compris à domicile)",
    }),
    ...(stay?.reason
      ? [fact(ta('ORG-086', "Motif d'hospitalisation"), choice(REASONS[stay.reason]), { comment: stay.reasonText })]
      : []),
  ];
  const head = ['Observation', 'Précision', 'Commentaire'] as const;
  return pregnanciesSectionOf(
    narrator,
    [
      { caption: 'Antécédents', head, lines: earlier },
      { caption: 'Grossesse', head, lines: present },
    ],
    ofMother(mother),
  );
}

/** The list of values holds treated and untreated alone: no hypertension is the negation of untreated. */
function hypertensionLine(narrator: Narrator, hypertension: NonNullable<Pregnancy['hypertension']>): Line {
  const { node, shown } = choice(hypertension === 'treated' ? TREATED : UNTREATED);
  const none = hypertension === 'none';
  return pregnancyLine(narrator, {
    what: icd10('O13', 'Hypertension gestationnelle [liée à la grossesse]'),
    node,
    shown: none ? 'Non' : `Oui, ${shown}`,
    negated: none,
  });
}

const HBS: Readonly<Record<'positive' | 'negative', readonly [Coded, string]>> = {
  positive: [
    snomed('406117000', "dosage immuno-enzymatique de l'antigène de surface de l'hépatite B positif"),
    'Positif',
  ],
  negative: [
    snomed('406118005', "dosage immuno-enzymatique de l'antigène de surface de l'hépatite B négatif"),
    'Négatif',
  ],
};

/** FR-Examens-et-surveillance-prenataux (1.2.250.1.213.1.1.2.173). */
export function prenatalSection(narrator: Narrator, care: CseCs8Content['prenatalCare']): XmlElementNode {
  const facts: [Coded, ObservedValue][] = [
    [ta('GEN-078', 'Dépistage biologique de la trisomie 21'), yesNo(care.trisomy21)],
    [ta('ORG-079', "Nombre total d'échographies"), count(care.ultrasounds)],
    [ta('ORG-080', 'Echographie morphologique'), yesNo(care.morphology)],
    [ta('GEN-079', 'Entretien prénatal précoce'), yesNo(care.earlyInterview)],
    [loinc('51659-1', 'Recherche Ag Hbs'), hbsValue(care.hbsAntigen)],
  ];
  const lines = facts.map(([what, value]) =>
    observationLine(narrator, { label: what.displayName, code: h('code', codeAttributes(what)), value }),
  );
  const battery = h('organizer', { classCode: 'BATTERY', moodCode: 'EVN' }, [
    ...templates('1.3.6.1.4.1.19376.1.5.3.1.1.21.3.10', '1.2.250.1.213.1.1.3.98'),
    narrator.id(),
    h('code', loinc('XX-ANTENATALTESTINGBATTERY', 'ANTENATAL TESTING AND SURVEILLANCE BATTERY')),
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', {}, [h('low', { nullFlavor: 'NA' })]),
    ...lines.map(({ entry }) => h('component', {}, [entry])),
  ]);
  return section(narrator, {
    templateIds: [
      '1.3.6.1.4.1.19376.1.5.3.1.1.21.2.5',
      '1.3.6.1.4.1.19376.1.5.3.1.1.21.2.5.1',
      '1.2.250.1.213.1.1.2.173',
    ],
    code: loinc('57078-8', 'Examens et surveillance prénataux'),
    title: 'Examens et surveillance prénataux',
    head: ['Examen', 'Résultat'],
    lines: lines.map(({ cells }) => ({ cells })),
    entries: [battery],
  });
}

function hbsValue(result: CseCs8Content['prenatalCare']['hbsAntigen']): ObservedValue {
  // The rules of the model take a result, or a null value when none was looked for.
  if (result === 'notDone') return { ...choice(undefined), shown: 'Non faite' };
  const [code, shown] = HBS[result];
  return { ...choice(code), shown };
}

const PRESENTATIONS: Readonly<Record<NonNullable<Delivery['presentation']>, Coded>> = {
  vertex: snomed('70028003', 'présentation du sommet'),
  breech: snomed('6096002', 'présentation en siège du fœtus'),
  other: ta('GEN-092.01.21', 'Autre présentation foetale'),
};

const ONSETS: Readonly<Record<Delivery['onset'], Coded>> = {
  spontaneous: snomed('84457005', 'déclenchement spontané du travail'),
  induced: snomed('112070001', 'déclenchement provoqué du travail'),
  caesarean: snomed('11466000', 'césarienne'),
};

const ANALGESIAS: Readonly<Record<Delivery['analgesia'], Coded>> = {
  none: ta('MED-222', "Pas d'anesthésie"),
  general: snomed('50697003', 'anesthésie générale'),
  spinal: snomed('231249005', 'anesthésie rachidienne'),
  epidural: snomed('18946005', 'anesthésie épidurale'),
  other: ta('GEN-092.03.04', 'Autre anesthésie'),
};

const METHODS: Readonly<Record<Delivery['method'], Coded>> = {
  vaginal: snomed('700000006', 'voie basse spontanée'),
  instrumental: snomed('236974004', 'voie basse instrumentale'),
  plannedCaesarean: ta('MED-1273', 'Césarienne programmée'),
  caesareanInLabour: ta('MED-1253', 'Césarienne pendant travail'),
};

const CAUSES: Readonly<Record<NonNullable<Delivery['caesareanCause']>, Coded>> = {
  maternal: ta('MED-219', 'Cause maternelle'),
  foetal: ta('MED-210', 'Cause fœtale'),
  both: ta('MED-1272', 'Cause materno-fœtale'),
};

/** FR-Travail-et-accouchement (1.2.250.1.213.1.1.2.123), said of the mother. */
export function deliverySection(narrator: Narrator, { mother, delivery }: CseCs8Content): XmlElementNode {
  const { rank, presentation, caesareanCause } = delivery;
  const facts: [Coded, ObservedValue][] = [
    [loinc('55281-0', 'Nombre de fœtus'), count(delivery.foetuses)],
    ...(rank === undefined ? [] : [[loinc('73771-8', 'Rang de naissance'), count(rank)] as [Coded, ObservedValue]]),
    [
      loinc('11885-1', "Age gestationnel (semaines d'amenorrhées révolues)"),
      count(delivery.gestationalAge, 'semaines'),
    ],
    [ta('MED-1248', 'Présentation fœtale'), choice(presentation && PRESENTATIONS[presentation])],
    [ta('MED-166', "Rupture membranaire plus de 12 h avant l'accouchement"), yesNo(delivery.earlyRupture)],
    [loinc('73813-8', 'Caractéristiques du travail'), choice(ONSETS[delivery.onset])],
    [ta('MED-168', 'Analgésie au cours du travail'), choice(ANALGESIAS[delivery.analgesia])],
    [loinc('57071-3', "Méthode d'accouchement"), choice(METHODS[delivery.method])],
    ...(caesareanCause
      ? [[ta('MED-600', 'Cause de la césarienne'), choice(CAUSES[caesareanCause])] as [Coded, ObservedValue]]
      : []),
  ];
  const lines = facts.map(([what, value]) =>
    observationLine(narrator, {
      label: what.displayName,
      code: h('code', codeAttributes(what)),
      value,
      at: delivery.at,
    }),
  );
  return section(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.1.21.2.3', '1.2.250.1.213.1.1.2.123'],
    code: loinc('57074-7', 'Travail et accouchement'),
    title: 'Travail et accouchement',
    subject: ofMother(mother),
    sections: [eventsSection(narrator, 'Évènements observés', ['Observation', 'Précision'], lines)],
  });
}

/** FR-Resultats-evenements (1.2.250.1.213.1.1.2.163). */
export function eventsSection(
  narrator: Narrator,
  title: string,
  head: readonly string[],
  lines: readonly Line[],
): XmlElementNode {
  return section(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.1.21.2.9', '1.3.6.1.4.1.19376.1.7.3.1.1.13.7', '1.2.250.1.213.1.1.2.163'],
    code: loinc('42545-4', 'Evènements observés'),
    title,
    head,
    lines,
  });
}
