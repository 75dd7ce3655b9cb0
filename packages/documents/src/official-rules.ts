import { officialKey } from './rules/official-key.js';
import { OFFICIAL_TABLE } from './rules/official-table.js';

export { type OfficialKey, officialKey } from './rules/official-key.js';

/** What an official assertion of structuration minimale is here. */
export type OfficialCover =
  /** Rules of {@link validateCda} that fire when it does; `params` tells apart those that name an attribute or a child. */
  | { readonly by: 'native'; readonly rules: readonly NativeRule[] }
  /** It cannot fire: where it stands, what it refuses is excluded. */
  | { readonly by: 'nobody' }
  /** Only the official rules look at it. */
  | { readonly by: 'official' };

/** A rule of {@link validateCda}, and what its `params` name when the rule speaks of several things. */
export interface NativeRule {
  readonly rule: string;
  readonly names?: string;
}

let table: ReadonlyMap<string, OfficialCover> | undefined;

/**
 * What becomes here of an official assertion, by the message that it gives. `undefined`: not an assertion of the pack.
 *
 * Identifiers of the official rules change with each generation of the pack, so that its messages are what one has to go by.
 */
export function coverOf(message: string): OfficialCover | undefined {
  const { template, key } = officialKey(message);
  if (key.startsWith('xsi:type ')) return { by: 'native', rules: [{ rule: 'cda.type.xsiType' }] };
  return officialCovers().get(`${template} | ${key}`);
}

/** The whole table, by `template | key`. */
export function officialCovers(): ReadonlyMap<string, OfficialCover> {
  table ??= new Map(
    Object.entries(OFFICIAL_TABLE).flatMap(([template, rows]) =>
      rows
        .trim()
        .split('\n')
        .map((row): [string, OfficialCover] => {
          const [key = '', cover = ''] = row.split(' => ');
          return [`${template} | ${key}`, coverFrom(cover)];
        }),
    ),
  );
  return table;
}

function coverFrom(text: string): OfficialCover {
  if (text === 'never') return { by: 'nobody' };
  if (text === 'official') return { by: 'official' };
  const rules = text.split(' ').map((each): NativeRule => {
    const [rule = '', names] = each.split('#');
    return { rule: `cda.${rule}`, ...(names === undefined ? {} : { names }) };
  });
  return { by: 'native', rules };
}
