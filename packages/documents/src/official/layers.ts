import type { Finding } from '@socle-sante/core/finding';
import { coverOf, type NativeRule } from '../official-rules.js';

/** Who speaks: our own rules, or those that the authorities publish. */
export type Layer = 'native' | 'official';

/** The layer of a finding: official ones are `official.*`. */
export function layerOf({ rule }: Pick<Finding, 'rule'>): Layer {
  return rule.startsWith('official.') ? 'official' : 'native';
}

/** Where a native finding stands, as the official rules write places: the position of the first of its name is left out. */
function placeOf({ wire }: Finding): string {
  return (wire?.pointer ?? '').replaceAll('[1]', '');
}

/** What a native finding is called in the table of the official assertions: its rule, and what it names. */
function nameOf({ rule, params }: Finding): string {
  const names = params['attribute'] ?? params['child'] ?? params['part'];
  return names === undefined ? rule : `${rule}#${names}`;
}

function named(rule: NativeRule): string {
  return rule.names === undefined ? rule.rule : `${rule.rule}#${rule.names}`;
}

/** The native findings of a document, to find which of them an official assertion repeats. */
export class NativeLayer {
  readonly #names: ReadonlySet<string>;

  constructor(findings: readonly Finding[]) {
    this.#names = new Set(findings.map((each) => `${placeOf(each)} ${nameOf(each)}`));
  }

  /** The native rule that says the same at the same place as an assertion of the structuration minimale, told by its message. */
  ruleFor(message: string, location: string): string | undefined {
    const cover = coverOf(message);
    if (cover?.by !== 'native') return undefined;
    return cover.rules.find((rule) => this.#names.has(`${location} ${named(rule)}`))?.rule;
  }
}

/** Two layers side by side. */
export interface LayerComparison {
  /** Said by both at the same place. `native` may hold several findings, and one of them may stand in several lines. */
  readonly both: readonly { readonly official: Finding; readonly native: readonly Finding[] }[];
  readonly official: readonly Finding[];
  readonly native: readonly Finding[];
}

/**
 * What both layers say, and what only one says. The official findings must come from a check that was given the native ones
 * (`native` of its options): the link is in `params.native`.
 */
export function compareLayers(native: readonly Finding[], official: readonly Finding[]): LayerComparison {
  const byKey = new Map<string, Finding[]>();
  for (const each of native) {
    const key = `${placeOf(each)} ${each.rule}`;
    byKey.set(key, [...(byKey.get(key) ?? []), each]);
  }
  const both: { official: Finding; native: readonly Finding[] }[] = [];
  const alone: Finding[] = [];
  const linked = new Set<Finding>();
  for (const each of official) {
    const same = byKey.get(`${each.wire?.pointer ?? ''} ${each.params['native'] ?? ''}`);
    if (same === undefined) alone.push(each);
    else {
      both.push({ official: each, native: same });
      for (const one of same) linked.add(one);
    }
  }
  return { both, official: alone, native: native.filter((each) => !linked.has(each)) };
}
