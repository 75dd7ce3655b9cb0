import type { Finding } from '@socle-sante/core/finding';
import { coverOf, type NativeRule, officialCovers } from '../../src/official-rules.js';

/** One finding of the official rules, as the files of verdicts write it: kind, role, location, text. */
export type OfficialFinding = readonly [kind: string, role: string, location: string, text: string];

/** A place where one side speaks and the other does not. */
export interface Disagreement {
  readonly location: string;
  /** Words of the side that speaks alone: an official message, or a native rule. */
  readonly alone: string;
  readonly side: 'official' | 'native' | 'unknown';
}

/**
 * Holds our findings against the official ones, place by place: for each assertion that the table gives to native rules, one of
 * them fires there; and for each rule that the table names, one of its assertions does.
 */
export function disagreements(official: readonly OfficialFinding[], native: readonly Finding[]): Disagreement[] {
  const out: Disagreement[] = [];
  const ours = new Set(native.map((each) => `${place(each)} ${nameOf(each)}`));
  const theirs = new Set<string>();
  for (const [, , location, text] of official) {
    const cover = coverOf(text);
    if (cover === undefined || cover.by === 'nobody') {
      out.push({ location, alone: text.slice(0, 120), side: 'unknown' });
      continue;
    }
    if (cover.by === 'official') continue;
    for (const rule of cover.rules) theirs.add(`${location} ${named(rule)}`);
    if (!cover.rules.some((rule) => ours.has(`${location} ${named(rule)}`))) {
      out.push({ location, alone: text.slice(0, 120), side: 'official' });
    }
  }
  for (const each of native) {
    if (!isCovered(each)) continue;
    if (!theirs.has(`${place(each)} ${nameOf(each)}`))
      out.push({ location: place(each), alone: nameOf(each), side: 'native' });
  }
  return out;
}

/** The verdict files leave out the position of the first of its name. */
function place(finding: Finding): string {
  return (finding.wire?.pointer ?? '').replaceAll('[1]', '');
}

function named(rule: NativeRule): string {
  return rule.names === undefined ? rule.rule : `${rule.rule}#${rule.names}`;
}

/** What a finding is called in the table. */
function nameOf({ rule, params }: Finding): string {
  const names = params['attribute'] ?? params['child'] ?? params['part'];
  return names === undefined ? rule : `${rule}#${names}`;
}

let covered: ReadonlySet<string> | undefined;

function isCovered(finding: Finding): boolean {
  covered ??= coveredRules();
  return covered.has(nameOf(finding));
}

function coveredRules(): ReadonlySet<string> {
  const all = [...officialCovers().values()].flatMap((cover) => (cover.by === 'native' ? cover.rules : []));
  return new Set(['cda.type.xsiType', ...all.map(named)]);
}
