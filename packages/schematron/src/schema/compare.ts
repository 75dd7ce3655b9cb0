import { type ComparedCheck, checksOf } from './flat-checks.js';
import type { Phase, Place, Rule, Schema, SchemaPattern, Source } from './model.js';
import { pairUp } from './pair-up.js';

/** One thing that is not the same in two versions of a schema. */
export interface SchemaDifference {
  readonly change: 'added' | 'removed' | 'changed';
  readonly what:
    | 'pattern'
    | 'rule'
    | 'check'
    | 'let'
    | 'phase'
    | 'default phase'
    | 'query binding'
    | 'function'
    | 'key';
  /** Key of the pattern. */
  readonly pattern?: string;
  /** Id of the rule, or its context. */
  readonly rule?: string;
  /** Id of the check, of the phase, of the variable…; for a check without id, its test. */
  readonly name: string;
  /** What changed: `test`, `message`, `role`, `flag`, `context`, `value`, `patterns`… */
  readonly field?: string;
  readonly before?: string;
  readonly after?: string;
  /** Where it stands in the schema `a`; absent for what was added. */
  readonly placeBefore?: Place;
  /** Where it stands in the schema `b`; absent for what was removed. */
  readonly placeAfter?: Place;
}

/**
 * What changed from one version of a schema to another: patterns, rules and checks added, removed, or with another context, test,
 * message, role or flag; variables, phases, keys, functions. White space in expressions and messages is no difference, nor is a move
 * of a check between a rule and an abstract rule that it extends.
 */
export function compareSchemas(a: Schema, b: Schema): readonly SchemaDifference[] {
  const differences: SchemaDifference[] = [];
  field(differences, { what: 'query binding', name: 'queryBinding' }, 'queryBinding', a.queryBinding, b.queryBinding);
  field(differences, { what: 'default phase', name: 'defaultPhase' }, 'defaultPhase', a.defaultPhase, b.defaultPhase);
  named(differences, 'phase', a.phases, b.phases, [({ id }) => id, activeOf], {
    id: ({ id }) => id,
    patterns: activeOf,
    lets: ({ lets }) => lets.map(({ name, value, content }) => `${name}=${textOf(value) ?? content}`).join('; '),
  });
  named(differences, 'key', a.keys, b.keys, [({ name }) => name], {
    match: ({ match }) => textOf(match),
    use: ({ use }) => textOf(use),
  });
  named(differences, 'function', a.functions, b.functions, [({ name, parameters }) => `${name}#${parameters.length}`], {
    body: ({ body }) => JSON.stringify(body, (key, value) => (skipped.has(key) ? undefined : value)),
  });
  compareLets(differences, a.lets, b.lets, {});
  const pairs = pairUp(a.patterns, b.patterns, [
    ({ key, id }) => (id === undefined ? '' : key),
    ({ title }) => title ?? '',
    rulesOf,
    ({ key }) => key,
  ]);
  for (const [before, after] of pairs) comparePatterns(differences, before, after);
  return differences;
}

/** Characters of a message by which a check is known again. */
const BEGINNING = 60;

function activeOf({ active }: Phase): string {
  return [...active].sort().join(' ');
}

const skipped = new Set(['place', 'namespaces']);

function comparePatterns(
  differences: SchemaDifference[],
  a: SchemaPattern | undefined,
  b: SchemaPattern | undefined,
): void {
  if (a === undefined || b === undefined) {
    addedOrRemoved(differences, { what: 'pattern', name: (a ?? b)?.key ?? '' }, a, b);
    return;
  }
  field(
    differences,
    { what: 'pattern', name: a.key, ...places(a, b) },
    'documents',
    textOf(a.documents),
    textOf(b.documents),
  );
  compareLets(differences, a.lets, b.lets, { pattern: a.key });
  const pairs = pairUp(a.rules, b.rules, [
    (rule) => `${rule.id} ${textOf(rule.context)}`,
    ({ id }) => id ?? '',
    contextOf,
    checksKey,
    messagesKey,
  ]);
  for (const [before, after] of pairs) compareRules(differences, a.key, before, after);
}

function compareRules(
  differences: SchemaDifference[],
  pattern: string,
  a: Rule | undefined,
  b: Rule | undefined,
): void {
  const name = a?.id ?? b?.id ?? textOf((a ?? b)?.context) ?? '';
  if (a === undefined || b === undefined) {
    addedOrRemoved(differences, { what: 'rule', pattern, name }, a, b);
    return;
  }
  const what = { what: 'rule' as const, pattern, rule: name, name, ...places(a, b) };
  field(differences, what, 'context', textOf(a.context), textOf(b.context));
  field(differences, what, 'role', a.role, b.role);
  field(differences, what, 'flag', a.flag, b.flag);
  const before = checksOf(a.items);
  const after = checksOf(b.items);
  compareLets(differences, before.lets, after.lets, { pattern, rule: name });
  const keys = [
    ({ check }: ComparedCheck) => check.id ?? '',
    ({ kind, test, message }: ComparedCheck) => `${kind} ${test} ${message}`,
    ({ kind, test }: ComparedCheck) => `${kind} ${test}`,
    ({ kind, message }: ComparedCheck) => `${kind} ${message}`,
    // Both changed: the beginning of the message still tells what it is about.
    ({ kind, message }: ComparedCheck) => (message.length < BEGINNING ? '' : `${kind} ${message.slice(0, BEGINNING)}`),
  ];
  for (const [one, other] of pairUp(before.checks, after.checks, keys))
    compareChecks(differences, pattern, name, one, other);
}

function compareChecks(
  differences: SchemaDifference[],
  pattern: string,
  rule: string,
  a: ComparedCheck | undefined,
  b: ComparedCheck | undefined,
): void {
  const name = a?.check.id ?? b?.check.id ?? (a ?? b)?.test ?? '';
  const what = { what: 'check' as const, pattern, rule, name };
  if (a === undefined || b === undefined) {
    addedOrRemoved(differences, what, a?.check, b?.check, (a ?? b)?.message);
    return;
  }
  const at = { ...what, ...places(a.check, b.check) };
  field(differences, at, 'kind', a.kind, b.kind);
  field(differences, at, 'test', a.test, b.test);
  field(differences, at, 'message', a.message, b.message);
  field(differences, at, 'role', a.check.role, b.check.role);
  field(differences, at, 'flag', a.check.flag, b.check.flag);
}

type Lets = readonly {
  readonly name: string;
  readonly value?: Source;
  readonly content?: string;
  readonly place: Place;
}[];

function compareLets(
  differences: SchemaDifference[],
  a: Lets,
  b: Lets,
  where: Pick<SchemaDifference, 'pattern' | 'rule'>,
): void {
  const value = (each: Lets[number]) => textOf(each.value) ?? each.content;
  for (const [before, after] of pairUp(a, b, [({ name }) => name])) {
    const what = { what: 'let' as const, ...where, name: before?.name ?? after?.name ?? '' };
    if (before === undefined || after === undefined) addedOrRemoved(differences, what, before, after);
    else field(differences, { ...what, ...places(before, after) }, 'value', value(before), value(after));
  }
}

function named<T extends { readonly place: Place }>(
  differences: SchemaDifference[],
  what: SchemaDifference['what'],
  a: readonly T[],
  b: readonly T[],
  keys: readonly [(each: T) => string, ...((each: T) => string)[]],
  fields: Readonly<Record<string, (each: T) => string | undefined>>,
): void {
  const [name] = keys;
  for (const [before, after] of pairUp(a, b, keys)) {
    const each = before ?? after;
    if (each === undefined) continue;
    if (before === undefined || after === undefined) {
      addedOrRemoved(differences, { what, name: name(each) }, before, after);
      continue;
    }
    for (const [key, of] of Object.entries(fields)) {
      field(differences, { what, name: name(each), ...places(before, after) }, key, of(before), of(after));
    }
  }
}

type Subject = Omit<SchemaDifference, 'change'>;

function addedOrRemoved(
  differences: SchemaDifference[],
  subject: Subject,
  a: { readonly place: Place } | undefined,
  b: { readonly place: Place } | undefined,
  text?: string,
): void {
  if (a !== undefined) {
    const before = text === undefined ? {} : { before: text };
    differences.push({ change: 'removed', ...subject, ...before, placeBefore: a.place });
  } else if (b !== undefined) {
    const after = text === undefined ? {} : { after: text };
    differences.push({ change: 'added', ...subject, ...after, placeAfter: b.place });
  }
}

function field(
  differences: SchemaDifference[],
  subject: Subject,
  name: string,
  before: string | undefined,
  after: string | undefined,
): void {
  if (before === after) return;
  differences.push({
    change: 'changed',
    ...subject,
    field: name,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  });
}

function places(
  a: { readonly place: Place },
  b: { readonly place: Place },
): Pick<SchemaDifference, 'placeBefore' | 'placeAfter'> {
  return { placeBefore: a.place, placeAfter: b.place };
}

function textOf(source: Source | undefined): string | undefined {
  return source?.text.replace(/\s+/g, ' ').trim();
}

function contextOf(rule: Rule): string {
  return textOf(rule.context) ?? '';
}

function checksKey(rule: Rule): string {
  return checksOf(rule.items)
    .checks.map(({ kind, test }) => `${kind} ${test}`)
    .join('\n');
}

function messagesKey(rule: Rule): string {
  return checksOf(rule.items)
    .checks.map(({ message }) => message)
    .join('\n');
}

function rulesOf(pattern: SchemaPattern): string {
  return pattern.rules.map((rule) => `${contextOf(rule)}\n${checksKey(rule)}`).join('\n');
}
