import type { XmlElement } from '@socle-sante/wire/xml';
import type { CdaAddress, CdaCode, CdaId, CdaInterval, CdaQuantity, CdaTelecom } from './data-types.js';
import type { CdaAuthor, CdaInformant, CdaOrganization, CdaPerformer, CdaSubject } from './header.js';
import type { CdaMedia } from './parsed.js';

export type CdaStatementKind =
  | 'act'
  | 'encounter'
  | 'observation'
  | 'observationMedia'
  | 'organizer'
  | 'procedure'
  | 'regionOfInterest'
  | 'substanceAdministration'
  | 'supply';

/** A value of an observation, by its `xsi:type` (whatever its prefix). `element` keeps what is not typed. */
export type CdaValue = { readonly xsiType: string; readonly element: XmlElement } & (
  | { readonly type: 'coded'; readonly code: CdaCode }
  | { readonly type: 'quantity'; readonly quantity: CdaQuantity }
  | {
      readonly type: 'range';
      readonly low?: CdaQuantity;
      readonly high?: CdaQuantity;
      readonly center?: CdaQuantity;
      readonly width?: CdaQuantity;
      /** `@value`: an interval of one point. */
      readonly value?: CdaQuantity;
    }
  | { readonly type: 'ratio'; readonly numerator?: CdaQuantity; readonly denominator?: CdaQuantity }
  | { readonly type: 'time'; readonly interval: CdaInterval }
  | { readonly type: 'number'; readonly raw: string }
  | { readonly type: 'boolean'; readonly value?: boolean }
  | { readonly type: 'text'; readonly text: string; readonly reference?: string; readonly language?: string }
  | { readonly type: 'id'; readonly id: CdaId }
  | { readonly type: 'media'; readonly media: CdaMedia }
  | { readonly type: 'null'; readonly nullFlavor: string }
  | { readonly type: 'other' }
);

/**
 * One `effectiveTime`, by its `xsi:type`: an interval or an instant, a period (`PIVL_TS`: every 8 hours), an event (`EIVL_TS`:
 * before the meal), or a set of them (`SXPR_TS`). `operator` says how it goes with those before (`A`: and; `E`: but not).
 */
export type CdaTiming = { readonly operator?: string; readonly element: XmlElement } & (
  | { readonly type: 'interval'; readonly interval: CdaInterval }
  | {
      readonly type: 'periodic';
      /** When it takes place within the period. */
      readonly phase?: CdaInterval;
      readonly period?: CdaQuantity;
      /** `institutionSpecified`: “3 times a day” as the ward does, not every 8 hours. */
      readonly institutionSpecified?: boolean;
    }
  | { readonly type: 'event'; readonly event?: CdaCode; readonly offset?: CdaDose }
  | { readonly type: 'set'; readonly parts: readonly CdaTiming[] }
  | { readonly type: 'null'; readonly nullFlavor: string }
  | { readonly type: 'other' }
);

/** `precondition/criterion`: a condition of the act (“if pain”, a contra-indication that was looked at). */
export interface CdaPrecondition {
  readonly templateIds: readonly CdaId[];
  readonly code?: CdaCode;
  readonly text?: string;
  readonly textReference?: string;
  readonly value?: CdaValue;
  readonly element: XmlElement;
}

/** An `entry` of a section. */
export interface CdaEntry {
  /** `COMP`, `DRIV`. */
  readonly typeCode?: string;
  readonly templateIds: readonly CdaId[];
  readonly statement?: CdaStatement;
  readonly element: XmlElement;
}

/** A link between statements: `entryRelationship`, or `component` of an organizer. */
export interface CdaRelation {
  readonly typeCode?: string;
  readonly inversionInd: boolean;
  readonly negationInd: boolean;
  readonly sequenceNumber?: string;
  readonly statement?: CdaStatement;
  readonly element: XmlElement;
}

export interface CdaStatementParticipant {
  readonly typeCode?: string;
  readonly templateIds: readonly CdaId[];
  readonly time?: CdaInterval;
  readonly classCode?: string;
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  readonly addresses: readonly CdaAddress[];
  readonly telecoms: readonly CdaTelecom[];
  /** `scopingEntity`. */
  readonly scoping?: { readonly ids: readonly CdaId[]; readonly code?: CdaCode };
  /** `playingEntity`: code and names; also `playingDevice`. */
  readonly playing?: { readonly classCode?: string; readonly code?: CdaCode; readonly names: readonly string[] };
  readonly element: XmlElement;
}

/** `manufacturedProduct`: a medicine, a vaccine, a device. */
export interface CdaProduct {
  readonly templateIds: readonly CdaId[];
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  readonly names: readonly string[];
  readonly lotNumber?: string;
  readonly manufacturer?: CdaOrganization;
  readonly element: XmlElement;
}

export interface CdaSpecimen {
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  readonly names: readonly string[];
  readonly element: XmlElement;
}

export interface CdaExternalReference {
  readonly typeCode?: string;
  readonly kind: string;
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  readonly text?: string;
  readonly textReference?: string;
  readonly element: XmlElement;
}

/** A clinical statement, whatever its model: what is common is typed, the rest stays in `element`. */
export interface CdaStatement {
  readonly kind: CdaStatementKind;
  readonly classCode?: string;
  readonly moodCode?: string;
  readonly negationInd: boolean;
  readonly templateIds: readonly CdaId[];
  readonly ids: readonly CdaId[];
  readonly xmlId?: string;
  readonly code?: CdaCode;
  /** Own text of `text`. */
  readonly text?: string;
  /** `text/reference/@value`. */
  readonly textReference?: string;
  readonly statusCode?: string;
  /** First `effectiveTime` read as an interval. */
  readonly effectiveTime?: CdaInterval;
  /** All of them: period, frequency, exceptions. */
  readonly timings: readonly CdaTiming[];
  /** All of them, as elements: the second of a treatment says how often (`PIVL_TS`, `EIVL_TS`, `SXPR_TS`). */
  readonly effectiveTimes: readonly XmlElement[];
  readonly priorityCode?: CdaCode;
  readonly values: readonly CdaValue[];
  readonly interpretationCodes: readonly CdaCode[];
  readonly methodCodes: readonly CdaCode[];
  readonly targetSiteCodes: readonly CdaCode[];
  readonly routeCode?: CdaCode;
  readonly approachSiteCodes: readonly CdaCode[];
  readonly repeatNumber?: string;
  readonly doseQuantity?: CdaDose;
  readonly rateQuantity?: CdaDose;
  /** `maxDoseQuantity`: at most so much in so long. */
  readonly maxDose?: { readonly numerator?: CdaQuantity; readonly denominator?: CdaQuantity };
  readonly administrationUnitCode?: CdaCode;
  readonly quantity?: CdaQuantity;
  /** `independentInd` of a supply. */
  readonly independent?: boolean;
  /** `expectedUseTime` of a supply. */
  readonly expectedUseTime?: CdaInterval;
  readonly languageCode?: string;
  /** Of whom the statement speaks when it is not the patient: its own `subject`, else that of what holds it. */
  readonly subject?: CdaSubject;
  readonly preconditions: readonly CdaPrecondition[];
  readonly product?: CdaProduct;
  readonly media?: CdaMedia;
  readonly authors: readonly CdaAuthor[];
  readonly performers: readonly CdaPerformer[];
  readonly informants: readonly CdaInformant[];
  readonly participants: readonly CdaStatementParticipant[];
  readonly specimens: readonly CdaSpecimen[];
  readonly references: readonly CdaExternalReference[];
  readonly referenceRanges: readonly CdaReferenceRange[];
  readonly relations: readonly CdaRelation[];
  readonly element: XmlElement;
}

/** A dose or a rate: one quantity, or a range. */
export interface CdaDose {
  readonly quantity?: CdaQuantity;
  readonly low?: CdaQuantity;
  readonly high?: CdaQuantity;
  readonly center?: CdaQuantity;
  readonly width?: CdaQuantity;
  readonly nullFlavor?: string;
}

export interface CdaReferenceRange {
  readonly text?: string;
  readonly value?: CdaValue;
  readonly interpretationCode?: CdaCode;
}
