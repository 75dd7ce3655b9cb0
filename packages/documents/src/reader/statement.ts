import type { XmlElement } from '@socle-sante/wire/xml';
import type { CdaCode, CdaId, CdaInterval, CdaQuantity } from './data-types.js';
import type { CdaAssignedEntity, CdaAuthor, CdaOrganization, CdaPerformer } from './header.js';
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

/** A value of an observation, by its `xsi:type` (resolved by namespace). */
export type CdaValue =
  | { readonly type: 'coded'; readonly xsiType: string; readonly code: CdaCode }
  | { readonly type: 'quantity'; readonly xsiType: string; readonly quantity: CdaQuantity }
  | { readonly type: 'range'; readonly xsiType: string; readonly low?: CdaQuantity; readonly high?: CdaQuantity }
  | {
      readonly type: 'ratio';
      readonly xsiType: string;
      readonly numerator?: CdaQuantity;
      readonly denominator?: CdaQuantity;
    }
  | { readonly type: 'time'; readonly xsiType: string; readonly interval: CdaInterval }
  | { readonly type: 'number'; readonly xsiType: string; readonly raw: string }
  | { readonly type: 'boolean'; readonly xsiType: string; readonly value?: boolean }
  | { readonly type: 'text'; readonly xsiType: string; readonly text: string; readonly reference?: string }
  | { readonly type: 'id'; readonly xsiType: string; readonly id: CdaId }
  | { readonly type: 'media'; readonly xsiType: string; readonly media: CdaMedia }
  | { readonly type: 'null'; readonly xsiType: string; readonly nullFlavor: string }
  | { readonly type: 'other'; readonly xsiType: string };

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
}

export interface CdaStatementParticipant {
  readonly typeCode?: string;
  readonly templateIds: readonly CdaId[];
  readonly time?: CdaInterval;
  readonly classCode?: string;
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
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
}

export interface CdaExternalReference {
  readonly typeCode?: string;
  readonly kind: string;
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
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
  readonly quantity?: CdaQuantity;
  readonly product?: CdaProduct;
  readonly media?: CdaMedia;
  readonly authors: readonly CdaAuthor[];
  readonly performers: readonly CdaPerformer[];
  readonly informants: readonly CdaAssignedEntity[];
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
  readonly nullFlavor?: string;
}

export interface CdaReferenceRange {
  readonly text?: string;
  readonly value?: CdaValue;
  readonly interpretationCode?: CdaCode;
}
