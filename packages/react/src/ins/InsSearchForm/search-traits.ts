import type { Finding } from '@socle-sante/core/finding';
import type { SentTraits, Sex, Traits } from '@socle-sante/gateway/contract';
import { MAX_SEARCH_CALLS, normalizeTraitsRecherche, planAttempts } from '@socle-sante/ins/validate';

/** The traits of a search, as typed. */
export interface InsSearchTraits {
  readonly birthName: string;
  /** Birth list, separated by spaces. */
  readonly firstNames: string;
  readonly sex: Sex | '';
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  /** COG code; empty when it is not given. */
  readonly birthPlace: string;
}

export type InsSearchField = keyof InsSearchTraits;

/** What will go to INSi, or what prevents it. */
export interface InsSearchPlan {
  /** Exactly what is sent; absent while a trait is to be corrected. */
  readonly sent?: SentTraits;
  /** First names in the order in which they are tried. */
  readonly tried: readonly string[];
  /** Combinations left out because a search makes six calls at most. */
  readonly leftOut: number;
  /** First finding of each trait that cannot be sent. */
  readonly problems: Readonly<Partial<Record<InsSearchField, Finding>>>;
}

const fieldOf: Readonly<Record<string, InsSearchField>> = {
  nomNaissance: 'birthName',
  prenoms: 'firstNames',
  sexe: 'sex',
  dateNaissance: 'birthDate',
  lieuNaissance: 'birthPlace',
};

/** Traits of a record, as the search form starts with them. */
export function searchTraitsOf(traits: Traits | undefined): InsSearchTraits {
  return {
    birthName: traits?.birthName ?? '',
    firstNames: traits?.firstNames || (traits?.firstName ?? ''),
    sex: traits?.sex ?? '',
    birthDate: traits?.birthDate ?? '',
    birthPlace: traits?.birthPlace ?? '',
  };
}

/** Brings typed traits to the lexical profile of INSi with the rules of the server, and plans the attempts. */
export function planSearch(traits: InsSearchTraits): InsSearchPlan {
  const normalized = normalizeTraitsRecherche({
    nomNaissance: traits.birthName,
    prenoms: traits.firstNames,
    sexe: traits.sex as Sex,
    dateNaissance: traits.birthDate,
    ...(traits.birthPlace === '' ? {} : { lieuNaissance: traits.birthPlace }),
  });
  const problems: Partial<Record<InsSearchField, Finding>> = {};
  for (const finding of normalized.findings) {
    const field = fieldOf[String(finding.path[0])];
    if (field && finding.severity === 'error') problems[field] ??= finding;
  }
  if (!normalized.ok) return { tried: [], leftOut: 0, problems };
  const { nomNaissance, prenoms, sexe, dateNaissance, lieuNaissance } = normalized.value;
  const plan = planAttempts(prenoms).map(({ prenom }) => prenom);
  return {
    sent: {
      birthName: nomNaissance,
      firstNames: prenoms.join(' '),
      sex: sexe,
      birthDate: dateNaissance,
      ...(lieuNaissance === undefined ? {} : { birthPlace: lieuNaissance }),
    },
    tried: plan.slice(0, MAX_SEARCH_CALLS),
    leftOut: Math.max(0, plan.length - MAX_SEARCH_CALLS),
    problems,
  };
}
