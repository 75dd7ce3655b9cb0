/** A code of a published list, with the label that the list gives it. */
export interface Concept<C extends string = string> {
  readonly code: C;
  /** OID of the code system, or `URN` and `ASTM`, as XDS writes the two that have none. */
  readonly system: string;
  /** The official French label. */
  readonly label: string;
  /** `retired`: a reader still meets it, a writer no longer uses it. */
  readonly status: 'active' | 'retired';
  /** Name of the code system, for people and for `@codeSystemName`. */
  readonly systemName?: string;
}

/** A published list of codes (JDV: jeu de valeurs), at one version. */
export interface ConceptSet<C extends string = string> {
  /** Official identifier, `JDV_J66`. */
  readonly id: string;
  /** Official name without the identifier, `TypeCode_DMP`. */
  readonly name: string;
  readonly oid: string;
  /** Version as published, `20240927`. */
  readonly version: string;
  /** Date of that version, `2024-09-27`. */
  readonly date: string;
  /** Where the rows were read. */
  readonly source: string;
  readonly concepts: readonly Concept<C>[];
}
