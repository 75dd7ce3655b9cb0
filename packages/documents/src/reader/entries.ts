import type { XmlElement } from '@socle-sante/wire/xml';
import type { CdaCode, CdaId, CdaInterval, CdaQuantity } from './data-types.js';
import { compact } from './dom.js';
import type { CdaPerformer } from './header.js';
import type { CdaMedia, CdaSection } from './parsed.js';
import type { CdaDose, CdaPrecondition, CdaProduct, CdaStatement, CdaTiming, CdaValue } from './statement.js';

/** A frequent entry of the CI-SIS (volet Modèles de contenus CDA), read from its templates; `statement` keeps the rest. */
export type ClinicalEntry =
  | ConcernEntry
  | ProblemEntry
  | AllergyEntry
  | TreatmentEntry
  | ImmunizationEntry
  | ProcedureEntry
  | VitalSignsEntry
  | PlannedImmunizationEntry
  | LaboratoryEntry
  | SpecimenEntry
  | ResultEntry
  | ReferenceEntry
  | CommentEntry
  | AttachedDocumentEntry;

interface Base {
  readonly statement: CdaStatement;
}

/** A concern (problem or allergy): its status and the observations that it gathers. */
export interface ConcernEntry extends Base {
  readonly kind: 'problemConcern' | 'allergyConcern';
  /** `active`, `suspended`, `aborted`, `completed`. */
  readonly status?: string;
  readonly period?: CdaInterval;
  readonly entries: readonly ClinicalEntry[];
}

/** A problem: what it is (`value`), since when, how severe. */
export interface ProblemEntry extends Base {
  readonly kind: 'problem';
  /** `negationInd`: the problem was looked for and is absent. */
  readonly absent: boolean;
  readonly category?: CdaCode;
  readonly problem?: CdaCode;
  readonly period?: CdaInterval;
  readonly severity?: CdaCode;
  readonly status?: CdaCode;
}

export interface AllergyEntry extends Base {
  readonly kind: 'allergy';
  readonly absent: boolean;
  /** Kind of reaction or of intolerance. */
  readonly category?: CdaCode;
  /** The agent, from the participant that is consumed; else the value. */
  readonly agent?: CdaCode;
  readonly agentNames: readonly string[];
  readonly period?: CdaInterval;
  readonly severity?: CdaCode;
  readonly reactions: readonly ClinicalEntry[];
}

export interface TreatmentEntry extends Base {
  readonly kind: 'treatment';
  /** `INT`: intended (prescribed); `EVN`: given. */
  readonly mood?: string;
  readonly absent: boolean;
  readonly period?: CdaInterval;
  /** Every `effectiveTime`: when, how often, but not. */
  readonly timings: readonly CdaTiming[];
  /** The second `effectiveTime`, how often: kept as written. */
  readonly frequency?: XmlElement;
  readonly dose?: CdaDose;
  readonly rate?: CdaDose;
  readonly maxDose?: CdaStatement['maxDose'];
  /** “If pain”, “if fever”: the treatment is given only then. */
  readonly conditions: readonly CdaPrecondition[];
  readonly route?: CdaCode;
  readonly product?: CdaProduct;
}

interface Vaccine extends Base {
  /** First series (`INITIMMUNIZ`), booster (`BOOSTER`), not said (`IMMUNIZ`), or that none is known. */
  readonly code?: CdaCode;
  readonly when?: CdaInterval;
  readonly dose?: CdaDose;
  readonly route?: CdaCode;
  readonly sites: readonly CdaCode[];
  readonly product?: CdaProduct;
  /** Rank of the dose, as written. */
  readonly rank?: string;
  readonly comments: readonly CommentEntry[];
}

export interface ImmunizationEntry extends Vaccine {
  readonly kind: 'immunization';
  /** `negationInd`: not given. */
  readonly absent: boolean;
  readonly performer?: CdaPerformer;
  /** What happened after. */
  readonly reactions: readonly ProblemEntry[];
}

/** A vaccination that is planned (`INT`) or proposed (`PRP`). */
export interface PlannedImmunizationEntry extends Vaccine {
  readonly kind: 'plannedImmunization';
  readonly mood?: string;
  /** `negationInd`: must not be given. */
  readonly absent: boolean;
}

export interface ProcedureEntry extends Base {
  readonly kind: 'procedure';
  readonly mood?: string;
  readonly status?: string;
  readonly procedure?: CdaCode;
  readonly when?: CdaInterval;
  readonly sites: readonly CdaCode[];
}

export interface VitalSignsEntry extends Base {
  readonly kind: 'vitalSigns';
  readonly when?: CdaInterval;
  readonly measures: readonly ResultEntry[];
}

/** A laboratory report, a battery of results, or an isolate with its own. */
export interface LaboratoryEntry extends Base {
  readonly kind: 'laboratoryReport' | 'laboratoryBattery' | 'laboratoryIsolate';
  /** What the report or the battery is; the germ of an isolate. */
  readonly code?: CdaCode;
  readonly status?: string;
  readonly when?: CdaInterval;
  readonly entries: readonly ClinicalEntry[];
}

/** A sample: when it was taken and received, what it is, from where. */
export interface SpecimenEntry extends Base {
  readonly kind: 'specimen';
  /** The act of sampling. */
  readonly act?: CdaCode;
  readonly when?: CdaInterval;
  readonly ids: readonly CdaId[];
  readonly material?: CdaCode;
  readonly sites: readonly CdaCode[];
  readonly received?: CdaInterval;
}

/** An observation with its value: vital sign, laboratory result, simple observation. */
export interface ResultEntry extends Base {
  readonly kind: 'vitalSign' | 'laboratoryResult' | 'observation';
  readonly code?: CdaCode;
  readonly status?: string;
  readonly when?: CdaInterval;
  readonly values: readonly CdaValue[];
  /** The first value, when it is a quantity. */
  readonly quantity?: CdaQuantity;
  readonly interpretations: readonly CdaCode[];
  /** Earlier results of the same examination (relation `REFR`). */
  readonly previous: readonly ResultEntry[];
}

export interface ReferenceEntry extends Base {
  readonly kind: 'externalReference';
  readonly ids: CdaStatement['ids'];
}

export interface CommentEntry extends Base {
  readonly kind: 'comment';
  readonly text?: string;
  /** `#id` of the text in the narrative. */
  readonly textReference?: string;
}

export interface AttachedDocumentEntry extends Base {
  readonly kind: 'attachedDocument';
  readonly type?: CdaCode;
  readonly medias: readonly CdaMedia[];
}

const E = '1.3.6.1.4.1.19376.1.5.3.1.4.';
const T = {
  problemConcern: `${E}5.2`,
  allergyConcern: `${E}5.3`,
  problem: `${E}5`,
  allergy: `${E}6`,
  treatment: `${E}7`,
  immunization: `${E}12`,
  plannedImmunization: `${E}12.2`,
  procedure: `${E}19`,
  vitalSigns: `${E}13.1`,
  vitalSign: `${E}13.2`,
  simpleObservation: `${E}13`,
  severity: `${E}1`,
  problemStatus: `${E}1.1`,
  externalReference: `${E}4`,
  comment: `${E}2`,
  laboratoryReport: '1.3.6.1.4.1.19376.1.3.1',
  laboratoryBattery: '1.3.6.1.4.1.19376.1.3.1.4',
  laboratoryIsolate: '1.3.6.1.4.1.19376.1.3.1.5',
  laboratoryResult: '1.3.6.1.4.1.19376.1.3.1.6',
  specimenCollection: '1.3.6.1.4.1.19376.1.3.1.2',
  specimenReceived: '1.3.6.1.4.1.19376.1.3.1.3',
  vaccinationRank: '2.16.840.1.113883.10.20.1.46',
  attachedDocument: '1.2.250.1.213.1.1.3.18',
} as const;

/** The frequent entries of a section, in their order; an entry of another model is not in the list (see `section.entries`). */
export function clinicalEntries(section: CdaSection): ClinicalEntry[] {
  return section.entries.flatMap(({ statement, templateIds }) => {
    if (statement === undefined) return [];
    // The template of a laboratory report stands on the entry, not on its act.
    const report = templateIds.some((id) => id.root === T.laboratoryReport) && statement.kind === 'act';
    return (report ? laboratory(statement, 'laboratoryReport') : clinicalEntry(statement)) ?? [];
  });
}

/** What a statement is by its templates; `undefined` when it follows none of the frequent models. */
export function clinicalEntry(statement: CdaStatement): ClinicalEntry | undefined {
  const is = (template: string): boolean => has(statement, template);
  const { kind } = statement;
  if (kind === 'act') {
    if (is(T.problemConcern)) return concern(statement, 'problemConcern');
    if (is(T.allergyConcern)) return concern(statement, 'allergyConcern');
    if (is(T.laboratoryReport)) return laboratory(statement, 'laboratoryReport');
    if (is(T.externalReference)) {
      return { kind: 'externalReference', ids: statement.references.flatMap((item) => item.ids), statement };
    }
    if (is(T.comment)) return comment(statement);
  }
  if (kind === 'organizer') {
    if (is(T.vitalSigns)) return vitalSigns(statement);
    if (is(T.laboratoryBattery)) return laboratory(statement, 'laboratoryBattery');
    if (is(T.laboratoryIsolate)) return laboratory(statement, 'laboratoryIsolate');
    if (is(T.attachedDocument)) return attached(statement);
  }
  if (kind === 'observation') {
    // An allergy declares the template of a problem too: the narrower one first.
    if (is(T.allergy)) return allergy(statement);
    if (is(T.problem)) return problem(statement);
    if (is(T.laboratoryResult)) return result(statement, 'laboratoryResult');
    if (is(T.vitalSign)) return result(statement, 'vitalSign');
    if (is(T.simpleObservation)) return result(statement, 'observation');
  }
  if (kind === 'substanceAdministration') {
    if (is(T.plannedImmunization)) return plannedImmunization(statement);
    if (is(T.immunization)) return immunization(statement);
    if (is(T.treatment)) return treatment(statement);
  }
  if (kind !== 'procedure') return undefined;
  if (is(T.specimenCollection)) return specimen(statement);
  return is(T.procedure) ? procedure(statement) : undefined;
}

function has(statement: CdaStatement, template: string): boolean {
  return statement.templateIds.some((id) => id.root === template);
}

function below(statement: CdaStatement): CdaStatement[] {
  return statement.relations.flatMap((relation) => relation.statement ?? []);
}

function entriesBelow(statement: CdaStatement): ClinicalEntry[] {
  return below(statement).flatMap((item) => clinicalEntry(item) ?? []);
}

/** The coded value of the observation of that template, below. */
function valueBelow(statement: CdaStatement, template: string): CdaCode | undefined {
  const found = below(statement).find((item) => has(item, template));
  return found === undefined ? undefined : codedValue(found);
}

function codedValue(statement: CdaStatement): CdaCode | undefined {
  const found = statement.values.find((value) => value.type === 'coded');
  return found?.type === 'coded' ? found.code : undefined;
}

function concern(statement: CdaStatement, kind: ConcernEntry['kind']): ConcernEntry {
  return compact<ConcernEntry>({
    kind,
    status: statement.statusCode,
    period: statement.effectiveTime,
    entries: entriesBelow(statement),
    statement,
  });
}

function problem(statement: CdaStatement): ProblemEntry {
  return compact<ProblemEntry>({
    kind: 'problem',
    absent: statement.negationInd,
    category: statement.code,
    problem: codedValue(statement),
    period: statement.effectiveTime,
    severity: valueBelow(statement, T.severity),
    status: valueBelow(statement, T.problemStatus),
    statement,
  });
}

function allergy(statement: CdaStatement): AllergyEntry {
  const agents = statement.participants.filter((item) => item.typeCode === 'CSM');
  return compact<AllergyEntry>({
    kind: 'allergy',
    absent: statement.negationInd,
    category: statement.code,
    agent: agents.find((item) => item.playing?.code !== undefined)?.playing?.code ?? codedValue(statement),
    agentNames: agents.flatMap((item) => item.playing?.names ?? []),
    period: statement.effectiveTime,
    severity: valueBelow(statement, T.severity),
    reactions: entriesBelow(statement).filter((item) => item.kind === 'problem'),
    statement,
  });
}

function treatment(statement: CdaStatement): TreatmentEntry {
  return compact<TreatmentEntry>({
    kind: 'treatment',
    mood: statement.moodCode,
    absent: statement.negationInd,
    period: statement.effectiveTime,
    timings: statement.timings,
    frequency: statement.effectiveTimes[1],
    dose: statement.doseQuantity,
    rate: statement.rateQuantity,
    maxDose: statement.maxDose,
    conditions: statement.preconditions,
    route: statement.routeCode,
    product: statement.product,
    statement,
  });
}

function vaccine(statement: CdaStatement): Vaccine {
  const rank = below(statement).find((item) => has(item, T.vaccinationRank))?.values[0];
  return {
    code: statement.code,
    when: statement.effectiveTime,
    dose: statement.doseQuantity,
    route: statement.routeCode,
    sites: statement.approachSiteCodes,
    product: statement.product,
    rank: rank?.type === 'number' ? rank.raw : undefined,
    comments: entriesBelow(statement).filter((item) => item.kind === 'comment'),
    statement,
  };
}

function immunization(statement: CdaStatement): ImmunizationEntry {
  return compact<ImmunizationEntry>({
    kind: 'immunization',
    absent: statement.negationInd,
    ...vaccine(statement),
    performer: statement.performers[0],
    reactions: entriesBelow(statement).filter((item) => item.kind === 'problem'),
  });
}

function plannedImmunization(statement: CdaStatement): PlannedImmunizationEntry {
  return compact<PlannedImmunizationEntry>({
    kind: 'plannedImmunization',
    mood: statement.moodCode,
    absent: statement.negationInd,
    ...vaccine(statement),
  });
}

function specimen(statement: CdaStatement): SpecimenEntry {
  const sample = statement.participants.find((item) => item.typeCode === 'PRD');
  return compact<SpecimenEntry>({
    kind: 'specimen',
    act: statement.code,
    when: statement.effectiveTime,
    ids: sample?.ids ?? [],
    material: sample?.playing?.code,
    sites: statement.targetSiteCodes,
    received: below(statement).find((item) => has(item, T.specimenReceived))?.effectiveTime,
    statement,
  });
}

function procedure(statement: CdaStatement): ProcedureEntry {
  return compact<ProcedureEntry>({
    kind: 'procedure',
    mood: statement.moodCode,
    status: statement.statusCode,
    procedure: statement.code,
    when: statement.effectiveTime,
    sites: statement.targetSiteCodes,
    statement,
  });
}

function vitalSigns(statement: CdaStatement): VitalSignsEntry {
  return compact<VitalSignsEntry>({
    kind: 'vitalSigns',
    when: statement.effectiveTime,
    measures: below(statement).flatMap((item) => (item.kind === 'observation' ? [result(item, 'vitalSign')] : [])),
    statement,
  });
}

function laboratory(statement: CdaStatement, kind: LaboratoryEntry['kind']): LaboratoryEntry {
  return compact<LaboratoryEntry>({
    kind,
    code: kind === 'laboratoryIsolate' ? statement.specimens[0]?.code : statement.code,
    status: statement.statusCode,
    when: statement.effectiveTime,
    entries: entriesBelow(statement),
    statement,
  });
}

function result(statement: CdaStatement, kind: ResultEntry['kind']): ResultEntry {
  const [first] = statement.values;
  return compact<ResultEntry>({
    kind,
    code: statement.code,
    status: statement.statusCode,
    when: statement.effectiveTime,
    values: statement.values,
    quantity: first?.type === 'quantity' ? first.quantity : undefined,
    interpretations: statement.interpretationCodes,
    previous: statement.relations.flatMap(({ typeCode, statement: earlier }) =>
      kind === 'laboratoryResult' && typeCode === 'REFR' && earlier?.kind === 'observation'
        ? [result(earlier, kind)]
        : [],
    ),
    statement,
  });
}

function comment(statement: CdaStatement): CommentEntry {
  return compact<CommentEntry>({
    kind: 'comment',
    text: statement.text,
    textReference: statement.textReference,
    statement,
  });
}

function attached(statement: CdaStatement): AttachedDocumentEntry {
  const parts = below(statement);
  return compact<AttachedDocumentEntry>({
    kind: 'attachedDocument',
    type: parts.map(codedValue).find((value) => value !== undefined),
    medias: parts.flatMap((item) => item.media ?? []),
    statement,
  });
}
