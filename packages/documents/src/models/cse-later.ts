import type { Coded } from '@socle-sante/core/coded';
import { type Finding, finding } from '@socle-sante/core/finding';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import type { SubmissionDocument } from '../submission/types.js';
import { snomed, ta } from './cse-codes.js';
import { HABIT_HEAD, habitFact, otherHabit, parentBlock } from './cse-habits.js';
import { checkExaminer } from './cse-header.js';
import { checkCertified } from './cse-next.js';
import { checkParents, ofMother, ofOtherParent } from './cse-people.js';
import type { Need } from './definition.js';
import { habitsSectionOf } from './habits.js';
import { type Line, loinc, type Narrator, section } from './narrative.js';
import { type AskedProblem, PAST_ILLNESSES, problemOfConcern, problemsConcern } from './problems.js';
import type { Accidents, CseCs9Content, CseCs24Content } from './schema/cse-later.js';
import type { VitalSign } from './schema/vital-signs.js';
import { choice, count, type ObservedValue, observationLine, yesNo } from './simple-observation.js';
import { coded } from './values.js';
import { vitalSignsSection } from './vital-signs.js';

/** What the certificates of the ninth and of the twenty-fourth month have both. */
type Later = CseCs9Content | CseCs24Content;

/** The day of the examination: that of the act of the header. */
export function examinedAt({ acts, createdAt }: SubmissionDocument): string {
  return acts[0]?.start ?? createdAt;
}

export function checkLater(document: SubmissionDocument, content: Later, need: Need): Finding[] {
  const { accidents } = content;
  const path = ['body', 'content'];
  const untold = accidents !== false && !Object.values(accidents).some((there) => there === true);
  return [
    ...checkExaminer(document, need, 'optional'),
    ...checkParents(content),
    ...checkCertified(content.vaccinations),
    ...(untold ? [finding('documents.cse.accident', 'error', [...path, 'accidents'])] : []),
  ];
}

/** JDV_TypeGarde_CISIS. */
const CHILDCARE: Readonly<Partial<Record<Later['childcare'], Coded>>> = {
  collective: ta('PAT-050', 'Accueil collectif'),
  childminder: ta('PAT-051', 'Assistance maternelle'),
  atHome: snomed('312385000', "service de garde d'enfants à domicile"),
};

/** A fact of the way of life of the child. */
export type HabitOfChild = readonly [what: Coded, value: ObservedValue];

/** FR-Habitus-mode-de-vie (1.2.250.1.213.1.1.2.141): the parents, the home and the child; `more` is what one certificate adds. */
export function laterHabits(narrator: Narrator, content: Later, more: readonly HabitOfChild[] = []): XmlElementNode {
  const { mother, otherParent, childcare, breastMilkMonths, mixedMilkMonths } = content;
  const kind = CHILDCARE[childcare];
  const kept = ta('PAT-058', 'Faites-vous actuellement garder votre enfant ?');
  const milk: HabitOfChild[] = [
    [
      ta('PAT-059', "Durée de l'alimentation au lait maternel exclusif (à partir de la naissance)"),
      count(breastMilkMonths, 'mois'),
    ],
    [ta('PAT-060', "Durée de l'alimentation mixte (à partir de la naissance)"), count(mixedMilkMonths, 'mois')],
  ];
  const fact = ([what, value]: HabitOfChild): Line => habitFact(narrator, what.displayName, otherHabit(what), value);
  const lines = [
    fact([loinc('85722-7', "Nombre d'enfants vivant au foyer"), count(content.childrenAtHome)]),
    // The mother answers: her date of birth is asked for in the subject of an entry, and she may have no other.
    habitFact(narrator, kept.displayName, otherHabit(kept), yesNo(childcare !== 'none'), ofMother(mother)),
    ...(kind ? [fact([ta('PAT-048', "Type de garde de l'enfant"), choice(kind)])] : []),
    ...more.map(fact),
    ...milk.map(fact),
  ];
  return habitsSectionOf(narrator, [
    parentBlock(narrator, 'Mère', mother, () => ofMother(mother)),
    ...(otherParent ? [parentBlock(narrator, 'Autre parent', otherParent, () => ofOtherParent(otherParent))] : []),
    { caption: 'Enfant', head: HABIT_HEAD, lines },
  ]);
}

const ICD11 = '2.16.840.1.113883.6.347';
/** JDV_CauseAccidentDom_CISIS. */
const CAUSES: Readonly<Record<keyof Exclude<Accidents, false>, Coded>> = {
  trauma: coded('NF0A.4', 'Choc traumatique, non classé ailleurs', ICD11, 'CIM-11'),
  burn: coded('NE2Z', 'Brûlures, sans précision', ICD11, 'CIM-11'),
  poisoning: coded('NE61', 'Intoxication SAI', ICD11, 'CIM-11'),
  other: ta('GEN-092.01.13', 'Autre(s) accident(s) domestique(s)'),
};

/** FR-Antecedents-medicaux (1.2.250.1.213.1.1.2.134): born before its time, accidents at home and what they were. */
export function laterHistory(narrator: Narrator, { preterm, accidents }: Later, accident: Coded): XmlElementNode {
  const born = ta('MED-183', 'Prématurité inf. à 33 semaines');
  const causes = accidents === false ? [] : causeLines(narrator, accidents);
  const asked: AskedProblem[] = [
    ...(preterm === undefined ? [] : [{ label: born.displayName, code: born, there: preterm }]),
    {
      label: accident.displayName,
      code: accident,
      there: accidents !== false,
      relations: causes.map(({ entry }) => h('entryRelationship', { typeCode: 'CAUS', inversionInd: 'true' }, [entry])),
    },
  ];
  const problems = asked.map((one) => problemOfConcern(narrator, one));
  return section(narrator, {
    ...PAST_ILLNESSES,
    title: 'Antécédents médicaux',
    head: ['Antécédent', 'Présent'],
    lines: [...problems.map(({ cells }) => ({ cells })), ...causes.map(({ cells }) => ({ cells }))],
    entries: [problemsConcern(narrator, problems, 'completed')],
  });
}

function causeLines(narrator: Narrator, accidents: Exclude<Accidents, false>) {
  return (Object.keys(CAUSES) as (keyof typeof CAUSES)[]).map((key) =>
    observationLine(narrator, {
      label: `– ${CAUSES[key].displayName}`,
      code: h('code', codeAttributes(CAUSES[key])),
      value: yesNo(accidents[key] ?? false),
    }),
  );
}

/** The measures of the day of the examination. */
export function laterMeasures(narrator: Narrator, measures: CseCs24Content['measures'], at: string): XmlElementNode {
  const { weight, height, headCircumference, bodyMassIndex } = measures;
  const all: [VitalSign['code'], number | undefined, string][] = [
    ['29463-7', weight, 'g'],
    ['8302-2', height, 'cm'],
    ['8287-5', headCircumference, 'cm'],
    ['39156-5', bodyMassIndex, 'kg/m2'],
  ];
  const given = all.flatMap(([code, value, unit]) => (value === undefined ? [] : [{ code, value, unit }]));
  return vitalSignsSection(narrator, given, { title: 'Signes vitaux', at });
}

/** JDV_ReperageTroubleNeurodeveloppement_CISIS. */
const NEURODEVELOPMENT: Readonly<Record<Later['neurodevelopment'], Coded>> = {
  noDisorder: snomed('860642002', 'absence de trouble neurodéveloppemental'),
  referred: ta('ORG-197', "Orientation vers une plateforme de coordination et d'orientation"),
};

/** FR-Developpement-psychomoteur (1.2.250.1.213.1.1.2.161). */
export function developmentSection(
  narrator: Narrator,
  { neurodevelopment }: Later,
  at: string,
  more: readonly HabitOfChild[] = [],
): XmlElementNode {
  const facts: HabitOfChild[] = [
    [ta('MED-1274', 'Repérage troubles du neurodéveloppement'), choice(NEURODEVELOPMENT[neurodevelopment])],
    ...more,
  ];
  return section(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.7.3.1.1.13.4', '1.2.250.1.213.1.1.2.161'],
    code: loinc('xx-MCH-PsychoMDev', 'Développement psychomoteur'),
    title: 'Développement psychomoteur',
    entryType: 'DRIV',
    head: ['Observation', 'Précision'],
    lines: facts.map(([what, value]) =>
      observationLine(narrator, { label: what.displayName, code: h('code', codeAttributes(what)), value, at }),
    ),
  });
}
