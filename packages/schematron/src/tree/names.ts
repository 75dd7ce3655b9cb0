/** A name as a document writes it. Two names with the same number have the same namespace and local part. */
export interface Name {
  /** Number of the expanded name: positive when a pack knows it, negative when only its document does. */
  readonly id: number;
  /** '' when there is none. */
  readonly uri: string;
  readonly local: string;
  /** '' when there is none. */
  readonly prefix: string;
}

const known = new Map<string, number>();

/** The key of an expanded name, in Clark notation. */
export function clark(uri: string, local: string): string {
  return `{${uri}}${local}`;
}

/**
 * The number of an expanded name that a pack uses. Numbers are shared by all packs and documents of the process, so that compiled
 * rules compare two integers; only packs add to them, never documents, so that their count is bounded by what was compiled.
 */
export function nameOf(uri: string, local: string): number {
  const key = clark(uri, local);
  const found = known.get(key);
  if (found !== undefined) return found;
  const id = known.size + 1;
  known.set(key, id);
  return id;
}

/** The number of an expanded name when some pack uses it. */
export function knownName(uri: string, local: string): number | undefined {
  return known.get(clark(uri, local));
}

/** How many names packs have made known: a document that was read when there were fewer must look its own up again. */
export function knownNames(): number {
  return known.size;
}

/** The expanded name that a number of a pack stands for, in Clark notation. For reports: it looks through all of them. */
export function expandedName(id: number): string | undefined {
  for (const [name, number] of known) if (number === id) return name;
  return undefined;
}
