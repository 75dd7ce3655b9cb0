import { type Finding, finding } from '@socle-sante/core/finding';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { h } from '../cda/tree.js';
import type { SubmissionDocument } from '../submission/types.js';
import { deliverySection, motherSection, prenatalSection } from './cse-birth.js';
import { ta } from './cse-codes.js';
import { coverageSection } from './cse-coverage.js';
import { HABIT_HEAD, habitFact, otherHabit, parentBlock } from './cse-habits.js';
import { CERTIFICATE, checkChild, checkExaminer, EXAMINATION } from './cse-header.js';
import { newbornSection } from './cse-newborn.js';
import { certifiedVaccinations, checkCertified, checkGiven, followUpSection } from './cse-next.js';
import { checkParents, checkRelative, ofMother, ofOtherParent, withParents } from './cse-people.js';
import type { ModelDefinition, Need } from './definition.js';
import { habitsSectionOf } from './habits.js';
import { loinc, type Narrator } from './narrative.js';
import type { CseCs8Content } from './schema/cse-cs8.js';
import { choice, count, yesNo } from './simple-observation.js';

/** The health certificate of the first eight days (CSE-CS8 2025.01, IHE QRPH Health Birth Summary). */
export const cseCs8: ModelDefinition<CseCs8Content> = {
  templateIds: [
    { root: '1.3.6.1.4.1.19376.1.7.3.1.1.13.1' },
    { root: '1.2.250.1.213.1.1.1.5' },
    { root: '1.2.250.1.213.1.1.1.5.1', extension: '2025.01' },
  ],
  type: CERTIFICATE,
  act: EXAMINATION,
  pdfCopy: 'optional',
  complete: (document) =>
    document.body.kind === 'structured' && document.body.model === 'cse-cs8'
      ? withParents(document, document.body.content)
      : document,
  check: checkBirthCertificate,
  checkPatient: (patient) => [
    ...checkChild(patient),
    ...(patient.addresses?.some(({ postalCode }) => postalCode !== undefined)
      ? []
      : [
          finding('documents.model.missing', 'error', ['body', 'model'], {
            model: 'cse-cs8',
            field: 'patient.addresses.postalCode',
          }),
        ]),
  ],
  sections: (narrator, content) => [
    wayOfLife(narrator, content),
    coverageSection(narrator, content),
    motherSection(narrator, content),
    prenatalSection(narrator, content.prenatalCare),
    deliverySection(narrator, content),
    newbornSection(narrator, content.newborn, content.delivery.at),
    certifiedVaccinations(narrator, content.vaccinations),
    followUpSection(narrator, content.followUps ?? []),
  ],
};

function checkBirthCertificate(document: SubmissionDocument, content: CseCs8Content, need: Need): Finding[] {
  const { coverage, delivery, newborn, pregnancy } = content;
  const path = ['body', 'content'];
  const notHere = (field: string, ...at: string[]) =>
    finding('documents.model.notHere', 'error', [...path, ...at, field], { field });
  const findings = [
    ...checkExaminer(document, need, 'mandatory'),
    ...checkParents(content),
    ...checkRelative(coverage.insured, [...path, 'coverage', 'insured']),
    ...checkGiven(newborn.rsv, [...path, 'newborn', 'rsv']),
    ...checkGiven(newborn.hepatitisB, [...path, 'newborn', 'hepatitisB']),
    ...checkCertified(content.vaccinations),
  ];
  const caesarean = delivery.method === 'plannedCaesarean' || delivery.method === 'caesareanInLabour';
  if (delivery.caesareanCause && !caesarean) findings.push(notHere('caesareanCause', 'delivery'));
  const { specialisedCare, hearingScreening } = newborn;
  if (!specialisedCare.done && specialisedCare.at !== undefined) {
    findings.push(notHere('at', 'newborn', 'specialisedCare'));
  }
  if (hearingScreening.result === 'notDone' && hearingScreening.at !== undefined) {
    findings.push(notHere('at', 'newborn', 'hearingScreening'));
  }
  const { hospitalisation } = pregnancy;
  if (hospitalisation?.reasonText !== undefined) {
    need(hospitalisation.reason !== undefined, [...path, 'pregnancy', 'hospitalisation', 'reason']);
  }
  // Functions of the participants: the rules of the model want that of the doctor who will follow the child among them.
  const functions = (document.participants ?? []).map((one) => one.function?.code);
  if (functions.some((code) => code !== undefined) && !functions.includes('CORRE')) {
    findings.push(finding('documents.cse.correspondent', 'error', ['participants']));
  }
  return findings;
}

/** FR-Habitus-mode-de-vie (1.2.250.1.213.1.1.2.141): the mother, the other parent, the home and the child. */
function wayOfLife(narrator: Narrator, content: CseCs8Content): XmlElementNode {
  const { mother, otherParent } = content;
  const fact = (label: string, code: XmlElementNode, value: ReturnType<typeof count>, said?: XmlElementNode) =>
    habitFact(narrator, label, code, value, said);
  const consumption = [
    fact(
      "Consommation d'alcool pendant la grossesse",
      h('code', loinc('74013-4', "Consommation d'alcool")),
      count(mother.drinksPerWeek, 'verre(s) par semaine'),
      ofMother(mother),
    ),
    fact(
      'Consommation de tabac pendant la grossesse',
      h('code', loinc('74011-8', 'Consommation tabagique')),
      count(mother.cigarettesPerWeek, 'cigarette(s) par semaine'),
      ofMother(mother),
    ),
    fact(
      'Autre addiction',
      otherHabit(ta('GEN-092.01.04', 'Autre addiction')),
      yesNo(mother.otherAddiction),
      ofMother(mother),
    ),
  ];
  const child = [
    fact(
      "Nombre d'enfants vivant au foyer avant la naissance",
      otherHabit(loinc('85722-7', "Nombre d'enfants vivant au foyer")),
      count(content.childrenAtHome),
    ),
    fact("Type d'alimentation", otherHabit(loinc('67704-7', "Type d'alimentation")), choice(FEEDINGS[content.feeding])),
    fact(
      'Facteurs de risque familiaux de tuberculose',
      otherHabit(ta('MED-183', 'Facteurs de risque familiaux de tuberculose')),
      yesNo(content.tuberculosisRisk),
    ),
  ];
  return habitsSectionOf(narrator, [
    parentBlock(narrator, 'Mère', mother, () => ofMother(mother), consumption),
    ...(otherParent ? [parentBlock(narrator, 'Autre parent', otherParent, () => ofOtherParent(otherParent))] : []),
    { caption: 'Enfant', head: HABIT_HEAD, lines: child },
  ]);
}

/** JDV_TypeAllaitementNouveauNe_CISIS. */
const FEEDINGS = {
  breast: ta('MED-1256', 'Alimentation lait maternel exclusif'),
  mixed: ta('MED-1257', 'Alimentation mixte'),
  formula: ta('MED-1258', 'Alimentation lait artificiel exclusif'),
} as const;
