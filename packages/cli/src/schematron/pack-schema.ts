import { type ExplainedRule, explainRules, type Pack, type Place } from '@socle-sante/schematron';
import type { Rule, Schema, SchemaPattern, Source } from '@socle-sante/schematron/compile';

/**
 * The schema that a compiled pack tells of: its patterns, rules, checks, messages and phases. Variables, keys and functions are code
 * by then, and are not among them; a value in a message is `…`.
 */
export function schemaOfPack({ pack }: { readonly pack: Pack }): Schema {
  const { manifest } = pack;
  const rules = new Map<string, Rule[]>();
  explainRules(pack, (rule) => {
    const list = rules.get(rule.pattern) ?? [];
    list.push(ruleOf(rule));
    rules.set(rule.pattern, list);
    return false;
  });
  const { title, schemaVersion, queryBinding, defaultPhase } = manifest;
  return {
    ...(title === undefined ? {} : { title }),
    ...(schemaVersion === undefined ? {} : { schemaVersion }),
    queryBinding,
    ...(defaultPhase === undefined ? {} : { defaultPhase }),
    namespaces: new Map(Object.entries(manifest.namespaces)),
    files: manifest.files,
    texts: [],
    phases: manifest.phases.map(({ id, patterns }) => ({ id, active: patterns, lets: [], place: NOWHERE })),
    patterns: manifest.patterns.map((each): SchemaPattern => {
      const { key, id, title: name, isA, place } = each;
      return {
        key,
        ...(id === undefined ? {} : { id }),
        ...(name === undefined ? {} : { title: name }),
        ...(isA === undefined ? {} : { isA }),
        lets: [],
        rules: rules.get(key) ?? [],
        place,
      };
    }),
    lets: [],
    keys: [],
    functions: [],
    diagnostics: new Map(),
    properties: new Map(),
    deviations: manifest.deviations,
  };
}

const NOWHERE: Place = { file: 0, line: 0, column: 0 };
const NO_NAMESPACES: ReadonlyMap<string, string> = new Map();

function ruleOf({ id, context, place, checks }: ExplainedRule): Rule {
  return {
    ...(id === undefined ? {} : { id }),
    context: source(context, place),
    items: checks.map((check) => ({
      kind: check.kind,
      ...(check.id === undefined ? {} : { id: check.id }),
      test: source(check.test, check.place),
      message: [{ kind: 'text' as const, text: check.template }],
      ...(check.role === undefined ? {} : { role: check.role }),
      ...(check.flag === undefined ? {} : { flag: check.flag }),
      diagnostics: [],
      properties: [],
      place: check.place,
    })),
    place,
  };
}

function source(text: string, place: Place): Source {
  return { text, place, namespaces: NO_NAMESPACES };
}
