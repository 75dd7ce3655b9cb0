/**
 * For whom a document is checked. No official text gives a list of schematrons by target: what a target fixes is said by its
 * fields, and the date and the versions are the caller's to say.
 */
export interface OfficialTarget {
  /** Shown in reports: `CI-SIS`, `DMP`, `Ségur`… */
  readonly name: string;
  /** `YYYY-MM` or `YYYY-MM-DD`: no version published after it is taken, whatever the document states. */
  readonly date?: string;
  /**
   * Which version of the rules of the model: the one that the document states (by default), or the newest of the date, to see what
   * another generation of the rules would say of a document written for an earlier one.
   */
  readonly choose?: 'stated' | 'newest';
  /** Version of the rules by model (`{ 'BIO-CR-BIO': '2023.01' }`): goes before anything else. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Keys of the generic schematrons to apply ({@link GENERIC_RULES}); all four by default. */
  readonly generic?: readonly string[];
  /** `false`: the rules of the model are left out. */
  readonly model?: boolean;
  /** The profile of the native rules that goes with it, when both layers run. */
  readonly profile?: 'cisis' | 'dmp' | 'mss';
  /** A target whose rules depend on a date that the caller must give: a report without it says so. */
  readonly needsDate?: boolean;
}

/** The targets that have a name. Each is a start: `{ ...OFFICIAL_TARGETS.segur, date: '2023-01' }`. */
export const OFFICIAL_TARGETS = {
  /** Everything that the kit has for the document, in the version that it states. */
  'ci-sis': { name: 'CI-SIS', profile: 'cisis' },
  /** The DMP takes documents of the CI-SIS: the same rules, beside its own demands, which are native rules. */
  dmp: { name: 'DMP', profile: 'dmp' },
  /** A document sent by MSSanté: the same rules, beside those of its mail. */
  mss: { name: 'MSSanté', profile: 'mss' },
  /** A referential of the Ségur names volets at its date: give the date. */
  segur: { name: 'Ségur', profile: 'dmp', needsDate: true },
  /** What every document must hold, whatever its model. */
  'structuration-minimale': {
    name: 'Structuration minimale',
    profile: 'cisis',
    generic: ['structuration-minimale'],
    model: false,
  },
} as const satisfies Readonly<Record<string, OfficialTarget>>;

/** Names of {@link OFFICIAL_TARGETS}. */
export type OfficialTargetName = keyof typeof OFFICIAL_TARGETS;

/** A target by its name; `undefined` when there is none of that name. */
export function officialTarget(name: string): OfficialTarget | undefined {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(OFFICIAL_TARGETS, key) ? OFFICIAL_TARGETS[key as OfficialTargetName] : undefined;
}

/** The target used when the caller names none. */
export const DEFAULT_TARGET: OfficialTarget = OFFICIAL_TARGETS['ci-sis'];
