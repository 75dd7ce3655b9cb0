import type { ModuleWriter, RenderedModule } from '../module-writer.js';

/** A pattern, and the functions that its code names. */
export interface ChunkInput {
  readonly rank: number;
  /** Identifiers of what it needs. */
  readonly roots: readonly string[];
  /** Size of its own code, beside what it needs. */
  readonly bytes: number;
  /** What tells the patterns that are loaded together: the phases that make it active. */
  readonly group: string;
}

/** Patterns whose code is in one file. */
export interface ChunkPlan {
  readonly ranks: readonly number[];
}

/**
 * Parts patterns into files of about `chunkBytes` each: neighbours go together when the same phases make them active. What several
 * files need is left to the common module, so it is counted once.
 */
export function planChunks(
  patterns: readonly ChunkInput[],
  writer: ModuleWriter,
  chunkBytes: number,
): readonly ChunkPlan[] {
  const sizes = sizesOf(writer);
  const plans: { ranks: number[]; group: string; held: Set<string>; bytes: number }[] = [];
  for (const { rank, roots, group, bytes: own } of patterns) {
    const needs = writer.closure(roots);
    let plan = plans.findLast((each) => each.group === group);
    const more = (held: ReadonlySet<string>): number => {
      let bytes = 0;
      for (const id of needs) if (!held.has(id)) bytes += sizes.get(id) ?? 0;
      return bytes;
    };
    if (plan === undefined || plan.bytes + own + more(plan.held) > chunkBytes) {
      plan = { ranks: [], group, held: new Set(), bytes: 0 };
      plans.push(plan);
    }
    plan.bytes += own + more(plan.held);
    plan.ranks.push(rank);
    for (const id of needs) plan.held.add(id);
  }
  return plans.map(({ ranks }) => ({ ranks }));
}

/** Functions that more than one chunk needs. */
export function sharedFunctions(chunks: readonly (readonly string[])[], writer: ModuleWriter): Set<string> {
  if (chunks.length < 2) return new Set();
  const counts = new Map<string, number>();
  for (const roots of chunks) {
    for (const id of writer.closure(roots)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const shared = new Set<string>();
  for (const [id, count] of counts) {
    if (count > 1 && writer.definition(id)?.kind === 'function') shared.add(id);
  }
  return shared;
}

function sizesOf(writer: ModuleWriter): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { id, lines } of writer.definitions()) {
    sizes.set(
      id,
      lines.reduce((sum, line) => sum + (typeof line === 'string' ? line : line.text).length + 1, 0),
    );
  }
  return sizes;
}

/** How many lines a module has. */
export function lineCount({ text }: RenderedModule): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
