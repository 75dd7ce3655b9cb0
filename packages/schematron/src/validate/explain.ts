import type { Place } from '../schema/model.js';
import { expandedName } from '../tree/names.js';
import { ATTRIBUTE, ELEMENT } from '../tree/node.js';
import type { CompiledPlace, CompiledState } from './compiled.js';
import type { Pack } from './pack.js';

/** A check of a rule, and what it compiled to. */
export interface ExplainedCheck {
  /** Its number in the pack. */
  readonly number: number;
  readonly kind: 'assert' | 'report';
  readonly id?: string;
  readonly role?: string;
  readonly flag?: string;
  readonly test: string;
  /** The message, `…` for each value. */
  readonly template: string;
  readonly place: Place;
  /** Name of the function of the test in its module. */
  readonly name: string;
  /** That function. */
  readonly code: string;
}

/** A step of the context of a rule. */
export interface ExplainedStep {
  /** After `/` or after `//`. */
  readonly axis: 'child' | 'descendant';
  readonly kind: 'element' | 'attribute' | 'node';
  /** In Clark notation; absent for any name. */
  readonly node?: string;
  /** Name of the function of its predicates; absent when the name tells all. */
  readonly name?: string;
  readonly code?: string;
  /** It is looked up by the value of an attribute, own or of a child element, instead of being tried on each node. */
  readonly index?: { readonly child?: string; readonly attribute: string; readonly values: readonly string[] };
}

/** A rule, and what it compiled to. */
export interface ExplainedRule {
  /** Ranks in the manifest. */
  readonly rank: { readonly pattern: number; readonly rule: number };
  /** Key of the pattern. */
  readonly pattern: string;
  readonly id?: string;
  readonly context: string;
  readonly place: Place;
  /** Name of the function that makes its checks, in its module. */
  readonly name: string;
  /** That function. */
  readonly code: string;
  /** The ways to its context, one for each branch of a union. */
  readonly contexts: readonly (readonly ExplainedStep[])[];
  readonly checks: readonly ExplainedCheck[];
}

/**
 * The rules of a pack that have this id, this context, or are of the pattern of this key, or those that a function chooses, with what
 * they compiled to.
 */
export function explainRules(pack: Pack, asked: string | ((rule: ExplainedRule) => boolean)): readonly ExplainedRule[] {
  const found: ExplainedRule[] = [];
  for (const [rank, { key }] of pack.manifest.patterns.entries()) {
    if (!pack.isLoaded(rank)) continue;
    for (const [index, { id, context }] of pack.rules(rank).entries()) {
      if (typeof asked === 'string' && asked !== key && asked !== id && asked !== context) continue;
      const rule = explainRule(pack, rank, index);
      if (rule !== undefined && (typeof asked === 'string' || asked(rule))) found.push(rule);
    }
  }
  return found;
}

/** A rule by its ranks. */
export function explainRule(pack: Pack, pattern: number, rule: number): ExplainedRule | undefined {
  const told = pack.rules(pattern)[rule];
  const fire = pack.pattern(pattern).fire[rule];
  if (told === undefined || fire === undefined) return undefined;
  const { id, context, place, checks } = told;
  return {
    rank: { pattern, rule },
    pattern: pack.manifest.patterns[pattern]?.key ?? '',
    ...(id === undefined ? {} : { id }),
    context,
    place: placeOf(place),
    name: fire.name,
    code: String(fire),
    contexts: pack.contexts(pattern, rule).map((steps) => steps.map(explainStep)),
    checks: checks.map((number) => explainCheck(pack, number)),
  };
}

function explainCheck(pack: Pack, number: number): ExplainedCheck {
  const { kind, id, role, flag, test, template, text, place, holds } = pack.check(number);
  return {
    number,
    kind,
    ...(id === undefined ? {} : { id }),
    ...(role === undefined ? {} : { role }),
    ...(flag === undefined ? {} : { flag }),
    test,
    template: template ?? (typeof text === 'string' ? text : ''),
    place: placeOf(place),
    name: holds.name,
    code: String(holds),
  };
}

function explainStep({ deep, kind, name, test, key }: CompiledState): ExplainedStep {
  const node = expandedName(name);
  return {
    axis: deep === true ? 'descendant' : 'child',
    kind: kind === ELEMENT ? 'element' : kind === ATTRIBUTE ? 'attribute' : 'node',
    ...(node === undefined ? {} : { node }),
    ...(test === undefined ? {} : { name: test.name, code: String(test) }),
    ...(key === undefined ? {} : { index: explainIndex(key) }),
  };
}

function explainIndex({
  child,
  attribute,
  values,
}: NonNullable<CompiledState['key']>): NonNullable<ExplainedStep['index']> {
  const holder = expandedName(child);
  return { ...(holder === undefined ? {} : { child: holder }), attribute: expandedName(attribute) ?? '', values };
}

function placeOf([file, line, column]: CompiledPlace): Place {
  return { file, line, column };
}
