import type { Hl7Timestamp } from '@socle-sante/core/time';

/** `II`: an identifier, as written. Absent attributes are absent. */
export interface CdaId {
  readonly root?: string;
  readonly extension?: string;
  readonly assigningAuthorityName?: string;
  readonly nullFlavor?: string;
}

/** `CD`, `CE`, `CV`, `CS`: a coded value, as written. */
export interface CdaCode {
  readonly code?: string;
  readonly codeSystem?: string;
  readonly codeSystemName?: string;
  readonly codeSystemVersion?: string;
  readonly displayName?: string;
  readonly nullFlavor?: string;
  /** `@value`: the number of a `PQR`, which a translation of a quantity or a qualifier may carry. */
  readonly value?: string;
  /** Own text of `originalText`. */
  readonly originalText?: string;
  /** `originalText/reference/@value`, for example `#prob-1`. */
  readonly originalTextReference?: string;
  readonly translations: readonly CdaCode[];
  readonly qualifiers: readonly CdaQualifier[];
}

/** A qualifier of a coded value: laterality, modality. */
export interface CdaQualifier {
  readonly name?: CdaCode;
  readonly value?: CdaCode;
}

/** `TS`: what was written, and what it means. */
export interface CdaTime {
  /** `@value`, untouched. */
  readonly raw?: string;
  readonly nullFlavor?: string;
  /** Parts of the value, absent when it is not an HL7 timestamp. */
  readonly parts?: Hl7Timestamp;
  /** UTC instant `YYYY-MM-DDTHH:mm:ssZ`; absent when the minute or the zone is not written: a zone is never guessed. */
  readonly instant?: string;
  /** `@inclusive` of a bound, when it is stated: `false` leaves the bound itself out. */
  readonly inclusive?: boolean;
}

/** `PQ`: a quantity. */
export interface CdaQuantity {
  readonly value?: string;
  readonly unit?: string;
  /** `@currency` of an amount (`MO`). */
  readonly currency?: string;
  readonly nullFlavor?: string;
  /** `@inclusive` of a bound, when it is stated: `<high value="5" inclusive="false"/>` is “below 5”. */
  readonly inclusive?: boolean;
  readonly translations: readonly CdaCode[];
}

/** `IVL_TS`, or a `TS` in the place of one (`value`). */
export interface CdaInterval {
  readonly value?: CdaTime;
  readonly low?: CdaTime;
  readonly high?: CdaTime;
  readonly center?: CdaTime;
  readonly width?: CdaQuantity;
  readonly nullFlavor?: string;
}

/** One part of a name, and its qualifiers (`BR`, `CL`, …), in document order. */
export interface CdaNamePart {
  readonly text: string;
  readonly qualifiers: readonly string[];
  readonly nullFlavor?: string;
}

/** `PN`: a name of person. */
export interface CdaPersonName {
  readonly use: readonly string[];
  readonly prefixes: readonly CdaNamePart[];
  readonly given: readonly CdaNamePart[];
  readonly family: readonly CdaNamePart[];
  readonly suffixes: readonly CdaNamePart[];
  /** Text outside parts: a name that was not structured. */
  readonly text?: string;
  readonly nullFlavor?: string;
}

/** One part of an address: its element name and its text. */
export interface CdaAddressPart {
  readonly part: string;
  readonly text: string;
}

/** `AD`: an address, parts in document order (`streetAddressLine` included). */
export interface CdaAddress {
  readonly use: readonly string[];
  readonly parts: readonly CdaAddressPart[];
  /** Text outside parts. */
  readonly text?: string;
  readonly nullFlavor?: string;
}

/** `TEL`: a telecom address with its scheme (`tel:`, `mailto:`, …). */
export interface CdaTelecom {
  readonly value?: string;
  readonly use: readonly string[];
  readonly nullFlavor?: string;
}
