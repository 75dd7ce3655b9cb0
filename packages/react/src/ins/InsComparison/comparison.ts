import { namesEquivalent } from '@socle-sante/core/traits';
import type { DiffRow, DiffVerdict, IdentityStatus, InsiSnapshot, TraitField } from '@socle-sante/gateway/contract';

/** What the user has before the eyes. `validatedDiffers`: the record keeps its status, the user arbitrates. */
export type ComparisonKind = 'identical' | 'equivalent' | 'different' | 'blocked' | 'validatedDiffers';

/** A stretch of a value, and whether the other side lacks it. */
export interface ComparisonPart {
  readonly text: string;
  readonly changed: boolean;
}

/** First first names that INSi's list allows: its beginnings, word by word. A list of one word leaves no choice. */
export function firstNameChoices(traits: InsiSnapshot['traits']): readonly string[] {
  const words = (traits.firstNames ?? '').split(/\s+/).filter((word) => word !== '');
  return words.map((_, index) => words.slice(0, index + 1).join(' '));
}

/** How many traits have each verdict; the matricule is not a trait. */
export function countVerdicts(rows: readonly DiffRow[]): Readonly<Record<DiffVerdict | 'all', number>> {
  const traits = rows.filter((row) => row.field !== 'ins');
  const of = (verdict: DiffVerdict): number => traits.filter((row) => row.verdict === verdict).length;
  return {
    all: traits.length,
    same: of('same'),
    equivalent: of('equivalent'),
    different: of('different'),
    missing: of('missing'),
  };
}

/** Traits whose difference must be checked on a document. */
export function toAcknowledge(rows: readonly DiffRow[]): readonly TraitField[] {
  return rows.flatMap(({ field, verdict }) => (field !== 'ins' && verdict === 'different' ? [field] : []));
}

/** The situation, with the first first name that was chosen in place of INSi's. */
export function kindOf(
  rows: readonly DiffRow[],
  insi: Pick<InsiSnapshot, 'blockers'>,
  status: IdentityStatus,
  chosenFirstName: string | undefined,
): ComparisonKind {
  if (insi.blockers.length > 0) return 'blocked';
  const counts = countVerdicts(rows);
  const differs = rows.some(
    ({ field, verdict, local }) =>
      field !== 'ins' &&
      verdict === 'different' &&
      !(field === 'firstName' && chosenFirstName !== undefined && namesEquivalent(local ?? '', chosenFirstName)),
  );
  if (differs && (status === 'VALI' || status === 'QUAL')) return 'validatedDiffers';
  if (counts.different > 0) return 'different';
  return counts.equivalent > 0 ? 'equivalent' : 'identical';
}

/** A birth date in the parts that are read, `31/12/1975`: a day, a month or a year differs as a whole. */
export function dateParts(raw: string, other: string | undefined): readonly ComparisonPart[] {
  const mine = raw.split('-');
  if (mine.length !== 3) return [{ text: raw, changed: other !== undefined && raw !== other }];
  const theirs = other?.split('-');
  return [2, 1, 0].flatMap((place, index) => [
    ...(index === 0 ? [] : [{ text: '/', changed: false }]),
    { text: mine[place] ?? '', changed: theirs !== undefined && mine[place] !== theirs[place] },
  ]);
}
