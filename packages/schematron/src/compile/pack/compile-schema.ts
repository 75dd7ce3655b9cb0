import { type CompiledPack, PACK_FORMAT, type PackManifest, type PackPattern } from '../../manifest.js';
import type { Schema, SchemaPattern } from '../../schema/model.js';
import { ExpressionCompiler } from '../expression/compiler.js';
import { ModuleWriter } from '../module-writer.js';
import { CheckTable } from './checks.js';
import { contextType } from './context-type.js';
import { ContextTable } from './contexts.js';
import { Expressions } from './expressions.js';
import { functionArities } from './functions.js';
import { hashOf } from './hash.js';
import { CompileError, Issues } from './issues.js';
import { keyCodes } from './keys.js';
import { type PackModules, type PatternRecord, sizeOf, writeModules } from './modules.js';
import type { CompileOptions } from './options.js';
import { RuleCompiler, type RuleRecord } from './rules.js';
import { Scopes } from './variables.js';

/** What compiling the patterns of a schema gives. */
interface Compiled {
  readonly patterns: readonly PatternRecord[];
  readonly sizes: readonly { readonly rules: number; readonly checks: number }[];
}

/**
 * Compiles a schema to modules of plain functions, and a manifest that says what they are.
 *
 * @throws CompileError 'schema.compile', with every expression that cannot be compiled and its rule
 */
export function compileSchema(schema: Schema, options: CompileOptions = {}): CompiledPack {
  const writer = new ModuleWriter();
  const issues = new Issues(schema);
  const compiler = new ExpressionCompiler(writer, options.optimise === undefined ? {} : { optimise: options.optimise });
  const expressions = new Expressions(writer, compiler, issues);
  const functions = functionArities(schema, expressions);
  for (const each of schema.functions)
    issues.guard(each.name, each.place, () => compiler.declareFunction(each), undefined);
  const scopes = new Scopes(schema, expressions);
  for (const each of schema.functions) {
    issues.guard(each.name, each.place, () => compiler.defineFunction(each, scopes.everywhere.variables), undefined);
  }
  const keys = keyCodes(schema, scopes.everywhere, expressions);
  const contexts = new ContextTable(expressions);
  const checks = new CheckTable(schema, expressions);
  const { patterns, sizes } = compilePatterns(
    schema,
    scopes,
    contexts,
    new RuleCompiler(expressions, checks),
    expressions,
  );
  if (issues.all.length > 0) throw new CompileError(issues.all);
  const modules = writeModules({ schema, writer, contexts, checks, patterns, keys }, options);
  const manifest = manifestOf(schema, options, modules, sizes, functions, checks.size);
  return { manifest, files: modules.files };
}

function compilePatterns(
  schema: Schema,
  scopes: Scopes,
  contexts: ContextTable,
  rules: RuleCompiler,
  expressions: Expressions,
): Compiled {
  const patterns: PatternRecord[] = [];
  const sizes: { rules: number; checks: number }[] = [];
  for (const [rank, pattern] of schema.patterns.entries()) {
    const scope = scopes.pattern(pattern);
    const made: RuleRecord[] = [];
    const checks = new Set<number>();
    let count = 0;
    for (const [index, rule] of pattern.rules.entries()) {
      const parsed = expressions.pattern(rule.context);
      if (parsed === undefined) continue;
      const type = contextType(parsed);
      const home = pattern.documents === undefined;
      const own = { ...scope, context: { ...type, home } };
      contexts.add(rule.context, own, rank, index);
      const compiled = rules.rule(rule, own);
      made.push(compiled);
      for (const number of compiled.checks) checks.add(number);
      count += compiled.checks.length;
    }
    const documents = pattern.documents === undefined ? {} : { documents: expressions.items(pattern.documents, scope) };
    patterns.push({ rank, rules: made, checks, group: groupOf(schema, pattern), ...documents });
    sizes.push({ rules: pattern.rules.length, checks: count });
  }
  return { patterns, sizes };
}

/** What tells the patterns that are loaded together. */
function groupOf(schema: Schema, { key, id }: SchemaPattern): string {
  return schema.phases
    .filter(({ active }) => active.includes(id ?? key))
    .map((phase) => phase.id)
    .join(' ');
}

function manifestOf(
  schema: Schema,
  options: CompileOptions,
  modules: PackModules,
  sizes: Compiled['sizes'],
  functions: PackManifest['functions'],
  distinctChecks: number,
): PackManifest {
  const { title, schemaVersion, queryBinding, defaultPhase, namespaces, files, deviations } = schema;
  const { common, chunks } = modules;
  return {
    format: PACK_FORMAT,
    ...(title === undefined ? {} : { title }),
    ...(schemaVersion === undefined ? {} : { schemaVersion }),
    queryBinding,
    hash: hashOf([String(PACK_FORMAT), JSON.stringify(options), ...files, ...schema.texts]),
    namespaces: Object.fromEntries(namespaces),
    files,
    ...(defaultPhase === undefined ? {} : { defaultPhase }),
    phases: schema.phases.map(({ id, active }) => ({
      id,
      patterns: schema.patterns.filter((each) => active.includes(each.id ?? each.key)).map(({ key }) => key),
    })),
    patterns: schema.patterns.map((each, rank) => patternFacts(each, modules.chunkOf[rank] ?? 0, sizes[rank])),
    common,
    chunks,
    functions,
    deviations,
    totals: {
      rules: sizes.reduce((sum, { rules }) => sum + rules, 0),
      checks: sizes.reduce((sum, { checks }) => sum + checks, 0),
      distinctChecks,
      functions: modules.functions,
      bytes: sizeOf(modules),
    },
  };
}

function patternFacts(pattern: SchemaPattern, chunk: number, size: Compiled['sizes'][number] | undefined): PackPattern {
  const { key, id, title, isA, place } = pattern;
  return {
    key,
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    ...(isA === undefined ? {} : { isA }),
    chunk,
    rules: size?.rules ?? 0,
    checks: size?.checks ?? 0,
    place,
  };
}
