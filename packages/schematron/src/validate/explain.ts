import type { Place } from '../schema/model.js';
import type { Pack } from './pack.js';

/** A check of a rule, and what it compiled to. */
export interface ExplainedCheck {
  readonly kind: 'assert' | 'report';
  readonly id?: string;
  readonly test: string;
  /** The message, `…` for each value. */
  readonly template: string;
  readonly place: Place;
  /** The function of the test. */
  readonly code: string;
}

/** A rule, and what it compiled to. */
export interface ExplainedRule {
  /** Key of the pattern. */
  readonly pattern: string;
  readonly id?: string;
  readonly context: string;
  readonly place: Place;
  /** The function that makes its checks. */
  readonly code: string;
  readonly checks: readonly ExplainedCheck[];
}

/** The rules of a pack that have this id, this context, or are of the pattern of this key, with what they compiled to. */
export function explainRules(pack: Pack, asked: string): readonly ExplainedRule[] {
  const found: ExplainedRule[] = [];
  for (const [rank, { key }] of pack.manifest.patterns.entries()) {
    if (!pack.isLoaded(rank)) continue;
    const { fire } = pack.pattern(rank);
    for (const [index, { id, context, place, checks }] of pack.rules(rank).entries()) {
      if (asked !== key && asked !== id && asked !== context) continue;
      found.push({
        pattern: key,
        ...(id === undefined ? {} : { id }),
        context,
        place: placeOf(place),
        code: String(fire[index]),
        checks: checks.map((number) => explainCheck(pack, number)),
      });
    }
  }
  return found;
}

function explainCheck(pack: Pack, number: number): ExplainedCheck {
  const { kind, id, test, template, text, place, holds } = pack.check(number);
  return {
    kind,
    ...(id === undefined ? {} : { id }),
    test,
    template: template ?? (typeof text === 'string' ? text : ''),
    place: placeOf(place),
    code: String(holds),
  };
}

function placeOf([file, line, column]: readonly [number, number, number]): Place {
  return { file, line, column };
}
