import type { DuplicateGroup } from '../contract.js';
import type { IdentityRecord } from '../handlers/ports.js';
import { searchKey } from './identity-match.js';

/** Records that may be one person, and why. */
export interface RecordGroup {
  readonly why: DuplicateGroup['why'];
  readonly records: readonly IdentityRecord[];
}

/**
 * Groups of records that carry the same INS, the same strict traits, or the same birth date and sex with a close name. A
 * pair is told once, for its strongest reason. Linear in the number of records, but for those born on the same day.
 */
export function findDuplicateGroups(records: readonly IdentityRecord[]): RecordGroup[] {
  const told = new Set<string>();
  const untold = (list: readonly IdentityRecord[]) => {
    const key = list
      .map(({ patientRef }) => patientRef)
      .sort()
      .join('|');
    const seen = told.has(key);
    told.add(key);
    return !seen;
  };
  const groups = (why: RecordGroup['why'], keyOf: (record: IdentityRecord) => string | undefined): RecordGroup[] =>
    [...bucket(records, keyOf).values()]
      .filter((list) => list.length > 1 && untold(list))
      .map((list) => ({ why, records: list }));
  const sameIns = groups('sameIns', ({ state }) => state.ins && `${state.ins.matricule}@${state.ins.oid}`);
  const sameTraits = groups('sameTraits', traitsKey);
  const close = [...bucket(records, ({ state }) => `${state.traits.dateNaissance}${state.traits.sexe}`).values()]
    .flatMap((list) => closePairs(list))
    .filter(untold)
    .map((pair): RecordGroup => ({ why: 'sameBirthDateCloseName', records: pair }));
  return [...sameIns, ...sameTraits, ...close];
}

function traitsKey({ state: { traits } }: IdentityRecord): string {
  return [searchKey(traits.nomNaissance), searchKey(traits.premierPrenom), traits.sexe, traits.dateNaissance].join('|');
}

function bucket(records: readonly IdentityRecord[], keyOf: (record: IdentityRecord) => string | undefined) {
  const buckets = new Map<string, IdentityRecord[]>();
  for (const record of records) {
    const key = keyOf(record);
    if (key !== undefined) buckets.set(key, [...(buckets.get(key) ?? []), record]);
  }
  return buckets;
}

function closePairs(list: readonly IdentityRecord[]): IdentityRecord[][] {
  return list.flatMap((a, index) => list.slice(index + 1).flatMap((b) => (isClose(a, b) ? [[a, b]] : [])));
}

/** Same name but for two letters, or one name inside the other, and first names that share their first letter. */
function isClose(a: IdentityRecord, b: IdentityRecord): boolean {
  const [left, right] = [searchKey(a.state.traits.nomNaissance), searchKey(b.state.traits.nomNaissance)];
  const [first, second] = [searchKey(a.state.traits.premierPrenom), searchKey(b.state.traits.premierPrenom)];
  if (first[0] !== second[0]) return false;
  const inside = left.length > 3 && right.length > 3 && (left.includes(right) || right.includes(left));
  return inside || distanceUpTo(left, right, 2) <= 2;
}

/** Number of letters to change, add or take away; `max + 1` when it is more. */
function distanceUpTo(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(row[b.length] ?? max + 1, max + 1);
}
