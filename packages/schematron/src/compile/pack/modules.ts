import type { PackFile, PackManifest } from '../../manifest.js';
import type { Schema } from '../../schema/model.js';
import { identifiersOf } from '../javascript.js';
import type { ModuleWriter, RenderedModule } from '../module-writer.js';
import type { CheckTable } from './checks.js';
import { lineCount, planChunks, sharedFunctions } from './chunks.js';
import type { ContextTable } from './contexts.js';
import { type CompileOptions, DEFAULT_CHUNK_BYTES } from './options.js';
import type { RuleRecord } from './rules.js';
import { sourceMap } from './source-map.js';

/** A pattern that was compiled. */
export interface PatternRecord {
  readonly rank: number;
  readonly rules: readonly RuleRecord[];
  /** Numbers of all its checks. */
  readonly checks: ReadonlySet<number>;
  /** The function that gives the URIs of other documents. */
  readonly documents?: string;
  /** The phases that make it active. */
  readonly group: string;
}

/** What the modules of a pack are made of. */
export interface ModuleParts {
  readonly schema: Schema;
  readonly writer: ModuleWriter;
  readonly contexts: ContextTable;
  readonly checks: CheckTable;
  readonly patterns: readonly PatternRecord[];
  readonly keys: readonly string[];
}

/** The modules of a pack as text. */
export interface PackModules {
  readonly common: PackFile;
  readonly chunks: readonly PackFile[];
  /** Index of the chunk of each pattern. */
  readonly chunkOf: readonly number[];
  readonly files: ReadonlyMap<string, string>;
  readonly functions: number;
}

/** Writes the modules of a pack: one for each group of patterns, and the one that they share. */
export function writeModules(parts: ModuleParts, options: CompileOptions): PackModules {
  const { writer, patterns, contexts, checks } = parts;
  const codeOf = (members: readonly PatternRecord[]): readonly string[] => [
    ...members.flatMap(({ rules, documents = '' }) => [...rules.flatMap(({ fire, code }) => [fire, code]), documents]),
    ...contexts.code(new Set(members.map(({ rank }) => rank))),
    ...checkCodes(numbersOf(members), checks),
  ];
  const rootsOf = (members: readonly PatternRecord[]): readonly string[] => namesIn(codeOf(members), writer);
  const plans = planChunks(
    patterns.map((each) => {
      const code = codeOf([each]);
      const bytes = code.reduce((sum, { length }) => sum + length, 0);
      return { rank: each.rank, group: each.group, roots: namesIn(code, writer), bytes };
    }),
    writer,
    options.chunkBytes ?? DEFAULT_CHUNK_BYTES,
  ).map(({ ranks }) => ranks.flatMap((rank) => patterns[rank] ?? []));
  const roots = plans.map(rootsOf);
  const common = sharedFunctions(roots, writer);
  const usedBy = new Map<number, number>();
  for (const plan of plans) for (const number of numbersOf(plan)) usedBy.set(number, (usedBy.get(number) ?? 0) + 1);
  const sharedChecks = [...usedBy].filter(([, count]) => count > 1).map(([number]) => number);
  const chunkOf: number[] = [];
  for (const [index, plan] of plans.entries()) for (const { rank } of plan) chunkOf[rank] = index;

  const out = new ModuleOutput(parts, options);
  const commonValue = writer.constant(
    `{ "keys": [${parts.keys.join(', ')}], "checks": ${listFunction('checks', checkCodes(sharedChecks, checks), writer)} }`,
    'shared',
  );
  const commonFile = out.write('common.mjs', [...common, commonValue], undefined, commonValue);
  const shared = new Set(sharedChecks);
  const chunks = plans.map((plan, index) => {
    const own = numbersOf(plan).filter((number) => !shared.has(number));
    const members = [
      `"checks": ${listFunction('checks', checkCodes(own, checks), writer)}`,
      `"patterns": [${plan.map((each) => patternConstant(each, writer)).join(', ')}]`,
      `"states": [${contexts
        .code(new Set(plan.map(({ rank }) => rank)))
        .map((code) => writer.constant(code, 'state'))
        .join(', ')}]`,
    ];
    const value = writer.constant(`{ ${members.join(', ')} }`, `patterns_${index + 1}`);
    return out.write(`patterns-${index + 1}.mjs`, [value], common, value);
  });
  return { common: commonFile, chunks, chunkOf, files: out.files, functions: out.functions };
}

class ModuleOutput {
  readonly files = new Map<string, string>();
  functions = 0;

  constructor(
    private readonly parts: ModuleParts,
    private readonly options: CompileOptions,
  ) {}

  write(file: string, exported: readonly string[], common: ReadonlySet<string> | undefined, value: string): PackFile {
    const { schema, writer } = this.parts;
    const header = [schema.title, schema.files[0]].filter((each) => each !== undefined).join(' — ');
    const rendered = writer.render({ exports: exported, header, ...(common === undefined ? {} : { common }) });
    for (const id of rendered.definitions) if (writer.definition(id)?.kind === 'function') this.functions += 1;
    const { text } = rendered;
    if (this.options.sourceMaps === false) this.files.set(file, text);
    else {
      this.files.set(file, `${text}//# sourceMappingURL=${file}.map\n`);
      this.files.set(`${file}.map`, mapOf(file, rendered, schema));
    }
    return { file, bytes: byteLength(text), value };
  }
}

function mapOf(file: string, rendered: RenderedModule, schema: Schema): string {
  return sourceMap({
    file,
    sources: schema.files,
    texts: schema.texts,
    mappings: rendered.mappings,
    lines: lineCount(rendered),
  });
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

function patternConstant({ rank, rules, documents }: PatternRecord, writer: ModuleWriter): string {
  const facts = listFunction(
    'rules',
    rules.map(({ code }) => code),
    writer,
  );
  const members = [
    `"p": ${rank}`,
    `"fire": [${rules.map(({ fire }) => fire).join(', ')}]`,
    `"rules": ${facts}`,
    ...(documents === undefined ? [] : [`"documents": ${documents}`]),
  ];
  return writer.constant(`{ ${members.join(', ')} }`, `pattern_${rank + 1}`);
}

/** A function that gives a list: its text is not read before it is called. */
function listFunction(hint: string, codes: readonly string[], writer: ModuleWriter): string {
  return writer.define({ hint, params: [], body: ['return [', ...codes.map((code) => `${code},`), '];'] });
}

function checkCodes(numbers: readonly number[], checks: CheckTable): readonly string[] {
  return numbers.flatMap((number) => checks.byNumber(number)?.code ?? []);
}

function numbersOf(patterns: readonly PatternRecord[]): readonly number[] {
  return [...new Set(patterns.flatMap(({ checks }) => [...checks]))].sort((a, b) => a - b);
}

function namesIn(code: readonly string[], writer: ModuleWriter): readonly string[] {
  const found = new Set<string>();
  for (const text of code) for (const id of identifiersOf(text)) if (writer.definition(id) !== undefined) found.add(id);
  return [...found];
}

/** The files of a manifest, without source maps. */
export function sizeOf(files: Pick<PackManifest, 'common' | 'chunks'>): number {
  return files.chunks.reduce((sum, { bytes }) => sum + bytes, files.common.bytes);
}
