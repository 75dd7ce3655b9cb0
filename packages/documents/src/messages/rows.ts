import type { FindingCatalogue } from '@socle-sante/core/finding';

/** One rule in a few words: identifier, then title and action in French, title and action in English. */
export type Row = readonly [rule: string, titre: string, faire: string, title: string, action: string];

/** Rules that have the same reason. */
export interface Group {
  /** What stands before each identifier. */
  readonly prefix: string;
  readonly pourquoi: string;
  readonly why: string;
  readonly rows: readonly Row[];
}

/** Makes a catalogue of groups. */
export function catalogue(groups: readonly Group[]): FindingCatalogue {
  return Object.fromEntries(
    groups.flatMap(({ prefix, pourquoi, why, rows }) =>
      rows.map(([rule, titre, faire, title, action]) => [
        prefix + rule,
        { fr: { title: titre, why: pourquoi, action: faire }, en: { title, why, action } },
      ]),
    ),
  );
}
