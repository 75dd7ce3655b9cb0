import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { type Child, h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { commentAct } from './comments.js';
import { type Anchor, loinc, type Narrator } from './narrative.js';
import type { Certainty, CodedText, Criticality, Health, ProblemStatus, Severity } from './schema/shared.js';
import { coded, codedElement } from './values.js';

/** Something said of an entry besides what it is: what the reader sees, and the related entry that says the same. */
export interface Remark {
  readonly shown: readonly Child[];
  readonly relation: XmlElementNode;
}

const snomed = (code: string, displayName: string) => coded(code, displayName, SYSTEMS.snomed, 'SNOMED CT');

/** JDV_SeveriteObservation_CISIS. */
const SEVERITIES: Readonly<Record<Severity, Coded>> = {
  mild: snomed('255604002', 'léger'),
  mildToModerate: snomed('371923003', 'léger à modéré'),
  moderate: snomed('6736007', 'modéré'),
  moderateToSevere: snomed('371924009', 'modéré à sévère'),
  severe: snomed('24484000', 'grave'),
  fatal: snomed('442452003', 'gravité mortelle'),
};

const CONDITION = '2.16.840.1.113883.4.642.1.1074';
/** JDV_HL7_ConditionClinical_CISIS. */
const PROBLEM_STATUSES: Readonly<Record<ProblemStatus, Coded>> = {
  active: coded('active', 'Actif', CONDITION),
  recurrence: coded('recurrence', 'Récurrent', CONDITION),
  relapse: coded('relapse', 'Rechute', CONDITION),
  inactive: coded('inactive', 'Inactif', CONDITION),
  remission: coded('remission', 'En rémission', CONDITION),
  resolved: coded('resolved', 'Résolu', CONDITION),
};

const ALLERGY = '2.16.840.1.113883.4.642.4.1373';
/** JDV_HL7_allergyintolerance_clinical_CISIS. */
const ALLERGY_STATUSES = {
  active: coded('active', 'Actif', ALLERGY),
  inactive: coded('inactive', 'Inactif', ALLERGY),
  resolved: coded('resolved', 'Résolu', ALLERGY),
} as const;

/** JDV_HealthStatusCodes_CISIS. */
const HEALTH: Readonly<Record<Health, Coded>> = {
  well: snomed('102499006', 'en forme'),
  asymptomatic: snomed('84387000', 'asymptomatique'),
  chronicallyIll: snomed('27624003', 'maladie chronique'),
  disabled: snomed('21134002', 'incapacité'),
  severelyDisabled: snomed('161045001', 'incapacité : sévère'),
  moribund: snomed('271593001', 'moribond'),
  deceased: snomed('419620001', 'mort'),
};

const VERIFICATION = '2.16.840.1.113883.4.642.1.1075';
/** JDV_HL7_condition_ver_status_CISIS. */
const CERTAINTIES: Readonly<Record<Certainty, Coded>> = {
  confirmed: coded('confirmed', 'Confirmé', VERIFICATION),
  unconfirmed: coded('unconfirmed', 'Non confirmé', VERIFICATION),
  refuted: coded('refuted', 'Réfuté', VERIFICATION),
};

const CRITICALITY = '2.16.840.1.113883.4.642.4.130';
/** JDV_HL7_allergy_intolerance_criticality_CISIS. */
const CRITICALITIES: Readonly<Record<Criticality, Coded>> = {
  low: coded('low', 'Bas', CRITICALITY),
  high: coded('high', 'Elevé', CRITICALITY),
  unableToAssess: coded('unable-to-assess', 'Impossible à évaluer', CRITICALITY),
};

/** FR-Severite (1.2.250.1.213.1.1.3.29). */
export function severityRemark(narrator: Narrator, severity: Severity): Remark {
  const value = SEVERITIES[severity];
  const anchor = narrator.anchor(value.displayName);
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    ...templates('2.16.840.1.113883.10.20.1.55', '1.3.6.1.4.1.19376.1.5.3.1.4.1', '1.2.250.1.213.1.1.3.29'),
    h('code', { code: 'SEV', displayName: 'Sévérité', codeSystem: '2.16.840.1.113883.5.4' }),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('value', { 'xsi:type': 'CD', ...codeAttributes(value) }),
  ]);
  return remark(anchor, subject(observation));
}

/** FR-Statut-du-probleme (1.2.250.1.213.1.1.3.30) of a problem. */
export function problemStatusRemark(narrator: Narrator, status: ProblemStatus): Remark {
  return statusRemark(narrator, PROBLEM_STATUSES[status]);
}

/** FR-Statut-du-probleme (1.2.250.1.213.1.1.3.30) of an allergy, whose list is another one. */
export function allergyStatusRemark(narrator: Narrator, status: keyof typeof ALLERGY_STATUSES): Remark {
  return statusRemark(narrator, ALLERGY_STATUSES[status]);
}

function statusRemark(narrator: Narrator, value: Coded): Remark {
  const anchor = narrator.anchor(value.displayName);
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN', negationInd: 'false' }, [
    ...templates(
      '2.16.840.1.113883.10.20.1.50',
      '2.16.840.1.113883.10.20.1.57',
      '1.3.6.1.4.1.19376.1.5.3.1.4.1.1',
      '1.2.250.1.213.1.1.3.30',
    ),
    h('code', loinc('33999-4', 'Status')),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('value', { 'xsi:type': 'CE', ...codeAttributes(value) }),
  ]);
  return remark(anchor, h('entryRelationship', { typeCode: 'REFR', inversionInd: 'false' }, [observation]));
}

/** FR-Statut-clinique-du-patient (1.2.250.1.213.1.1.3.31). */
export function healthRemark(narrator: Narrator, health: Health): Remark {
  const value = HEALTH[health];
  const anchor = narrator.anchor(value.displayName);
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN', negationInd: 'false' }, [
    ...templates('2.16.840.1.113883.10.20.1.51', '1.3.6.1.4.1.19376.1.5.3.1.4.1.2', '1.2.250.1.213.1.1.3.31'),
    h('code', loinc('11323-3', 'Statut clinique du patient')),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('value', { 'xsi:type': 'CE', ...codeAttributes(value) }),
  ]);
  return remark(anchor, h('entryRelationship', { typeCode: 'REFR', inversionInd: 'false' }, [observation]));
}

/** FR-Certitude (1.2.250.1.213.1.1.3.171). */
export function certaintyRemark(narrator: Narrator, certainty: Certainty): Remark {
  return qualifier(narrator, CERTAINTIES[certainty], loinc('66455-7', 'Certitude'), '1.2.250.1.213.1.1.3.171', 'CD');
}

/** FR-Criticite (1.2.250.1.213.1.1.3.172). */
export function criticalityRemark(narrator: Narrator, criticality: Criticality): Remark {
  const value = CRITICALITIES[criticality];
  return qualifier(narrator, value, loinc('82606-5', 'Criticité'), '1.2.250.1.213.1.1.3.172', 'CE');
}

function qualifier(narrator: Narrator, value: Coded, code: Coded, template: string, type: 'CD' | 'CE'): Remark {
  const anchor = narrator.anchor(value.displayName);
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN', negationInd: 'false' }, [
    ...templates('1.3.6.1.4.1.19376.1.5.3.1.4.13', '1.2.250.1.213.1.1.3.48', template),
    narrator.id(),
    h('code', codeAttributes(code)),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', { nullFlavor: 'NA' }),
    h('value', { 'xsi:type': type, ...codeAttributes(value) }),
  ]);
  return remark(anchor, subject(observation));
}

/** FR-Commentaire-ER (1.2.250.1.213.1.1.3.32). */
export function commentRemark(narrator: Narrator, comment: string): Remark {
  const anchor = narrator.anchor(comment);
  return remark(anchor, subject(commentAct(anchor)));
}

/** Why something was done or taken: FR-Reference-interne (1.2.250.1.213.1.1.3.36). */
export function reasonRemark(narrator: Narrator, reason: CodedText): Remark {
  const anchor = narrator.anchor(reason.text);
  const act = h('act', { classCode: 'ACT', moodCode: 'EVN' }, [
    ...templates('1.3.6.1.4.1.19376.1.5.3.1.4.4.1', '1.2.250.1.213.1.1.3.36'),
    narrator.id(),
    // A reason without a code is NA here, not UNK (IHE PCC, internal reference).
    codedElement('code', reason, anchor, { nullFlavor: 'NA' }),
  ]);
  return remark(anchor, h('entryRelationship', { typeCode: 'RSON', inversionInd: 'false' }, [act]));
}

/** The relations of what was said, in order. */
export function relations(...remarks: readonly (Remark | undefined)[]): XmlElementNode[] {
  return remarks.flatMap((one) => (one ? [one.relation] : []));
}

/** A relation `SUBJ` that is read backwards: what is inside speaks of what is outside. */
export function subject(inner: XmlElementNode): XmlElementNode {
  return h('entryRelationship', { typeCode: 'SUBJ', inversionInd: 'true' }, [inner]);
}

/** One `templateId` for each root. */
export function templates(...roots: readonly string[]): XmlElementNode[] {
  return roots.map((root) => h('templateId', { root }));
}

export function remark(anchor: Anchor, relation: XmlElementNode): Remark {
  return { shown: [anchor.content], relation };
}
