import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DmpCommit, DmpCore, DmpSnapshot } from '../core/api.js';
import type { DmpContent } from '../core/metadata.js';

const SNAPSHOT = 'dmp.json';
const JOURNAL = 'dmp.journal';

/** The state of the DMP in a folder: a snapshot, and a journal of what came after it. */
export interface DmpState {
  /** Appends a group of changes and waits for the disk; changes that only trace accesses do not wait. */
  append(commit: DmpCommit): void;
  close(): void;
}

async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A name in a folder is on the disk only once the folder is. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Brings the core to the state of the folder, then makes one snapshot of it all. A line that the end of a process cut is left out:
 * its deposit was never acknowledged.
 */
export async function openState(directory: string, core: DmpCore): Promise<DmpState> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const snapshot = await readIfPresent(join(directory, SNAPSHOT));
  if (snapshot !== undefined) core.restore(JSON.parse(snapshot) as DmpSnapshot);
  const journal = (await readIfPresent(join(directory, JOURNAL))) ?? '';
  for (const line of journal.slice(0, journal.lastIndexOf('\n') + 1).split('\n')) {
    if (line !== '') core.replay(JSON.parse(line) as DmpCommit);
  }

  const next = join(directory, `${SNAPSHOT}.next`);
  const handle = await open(next, 'w', 0o600);
  await handle.writeFile(JSON.stringify(core.snapshot()));
  await handle.sync();
  await handle.close();
  await rename(next, join(directory, SNAPSHOT));
  await syncDirectory(directory);
  await removeLeftovers(join(directory, 'documents'), core);

  const file = openSync(join(directory, JOURNAL), 'w', 0o600);
  fsyncSync(file);
  let length = 0;
  return {
    append(commit) {
      const line = Buffer.from(`${JSON.stringify(commit)}\n`);
      try {
        for (let written = 0; written < line.length; ) written += writeSync(file, line, written);
        if (commit.changes.some(({ collection }) => collection !== 'traces')) fsyncSync(file);
      } catch (error) {
        ftruncateSync(file, length); // the operation is refused: nothing of it may come back
        throw error;
      }
      length += line.length;
    },
    close: () => closeSync(file),
  };
}

/** Uploads that a kill interrupted, and documents that no registered entry speaks of. */
async function removeLeftovers(directory: string, core: DmpCore): Promise<void> {
  let names: string[];
  try {
    names = await readdir(directory);
  } catch {
    return; // no document was ever large enough
  }
  const kept = new Set(core.snapshot().collections.contents.map(([, value]) => (value as DmpContent).ref));
  for (const name of names) if (!kept.has(name)) await rm(join(directory, name), { force: true });
}
