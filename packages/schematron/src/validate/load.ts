import { type CompiledPack, PACK_FORMAT, type PackFile, type PackManifest } from '../manifest.js';
import { runtime } from '../runtime/index.js';
import type { CompiledChunk, CompiledCommon, CompiledPattern, CompiledState, PackModule } from './compiled.js';
import { PackError } from './error.js';
import { activeRanks, Pack, phaseNamed } from './pack.js';

/** A pack that is somewhere else: its manifest, and how its modules are had. */
export interface PackSource {
  readonly manifest: PackManifest;
  /** Imports a module of the pack by its file name: `(file) => import(`./pack/${file}`)`. */
  readonly load: (file: string) => Promise<unknown>;
}

export interface LoadOptions {
  /** Phases that will run: the chunks of other patterns are not loaded. By default all are. */
  readonly phases?: readonly string[];
}

/**
 * Loads the modules of a pack. A pack in memory is imported from `data:` URLs, which Node does; in a page give `load`, for modules
 * that are files of the site (`script-src 'self'`).
 *
 * @throws PackError 'pack.format', 'pack.incomplete', 'pack.phase'
 */
export async function loadPack(source: CompiledPack | PackSource, options: LoadOptions = {}): Promise<Pack> {
  const { manifest } = source;
  if (manifest.format !== PACK_FORMAT) {
    throw new PackError(
      'pack.format',
      `The pack has format ${String(manifest.format)}; this version reads ${PACK_FORMAT}.`,
    );
  }
  const load = 'files' in source ? (file: string) => loadText(source.files.get(file), file) : source.load;
  const wanted = chunksOf(manifest, options.phases);
  const [common, ...chunks] = await Promise.all(
    [manifest.common, ...wanted].map(async (file) => moduleOf(await importing(load, file), file)),
  );
  if (common === undefined) throw new PackError('pack.incomplete', 'The pack has no common module.');
  const shared = common.create(runtime, {});
  const resets = [shared.reset];
  const given = valueFrom<CompiledCommon>(shared, manifest.common);
  const checks = [given.checks];
  const patterns = new Map<number, CompiledPattern>();
  const states = new Map<number, CompiledState>();
  for (const [index, module] of chunks.entries()) {
    const file = wanted[index] ?? manifest.common;
    const made = module.create(runtime, shared);
    const chunk = valueFrom<CompiledChunk>(made, file);
    checks.push(chunk.checks);
    for (const each of chunk.patterns) patterns.set(each.p, each);
    for (const each of chunk.states) states.set(each.s, withRules(states.get(each.s), each));
    resets.push(made.reset);
  }
  return new Pack({ manifest, checks, patterns, states, common: given, resets });
}

/** A state is in every chunk that has rules for it, with these rules. */
function withRules(known: CompiledState | undefined, more: CompiledState): CompiledState {
  if (known === undefined) return more;
  return { ...more, rules: [...(known.rules ?? []), ...(more.rules ?? [])] };
}

function chunksOf(manifest: PackManifest, phases: readonly string[] | undefined): readonly PackFile[] {
  if (phases === undefined) return manifest.chunks;
  const wanted = new Set<number>();
  for (const phase of phases) {
    for (const rank of activeRanks(manifest, phaseNamed(manifest, phase))) {
      wanted.add(manifest.patterns[rank]?.chunk ?? 0);
    }
  }
  return manifest.chunks.filter((_file, index) => wanted.has(index));
}

async function importing(load: (file: string) => Promise<unknown>, { file }: PackFile): Promise<unknown> {
  try {
    return await load(file);
  } catch (cause) {
    throw new PackError('pack.incomplete', `The module ${file} of the pack cannot be loaded.`, cause);
  }
}

function loadText(text: string | undefined, file: string): Promise<unknown> {
  if (text === undefined) throw new PackError('pack.incomplete', `The pack has no file ${file}.`);
  // A map beside the module has no address here, and Node run with source maps would look for it.
  const url = `data:text/javascript;charset=utf-8,${encodeURIComponent(text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'))}`;
  return import(/* @vite-ignore */ url);
}

function moduleOf(found: unknown, { file }: PackFile): PackModule {
  if (typeof found === 'object' && found !== null && 'create' in found && typeof found.create === 'function') {
    return found as PackModule;
  }
  throw new PackError('pack.incomplete', `${file} is not a module of a pack.`);
}

function valueFrom<T>(made: Readonly<Record<string, unknown>>, { file, value }: PackFile): T {
  const found = made[value];
  if (typeof found !== 'object' || found === null) {
    throw new PackError('pack.incomplete', `${file} does not give ${value}.`);
  }
  return found as T;
}
