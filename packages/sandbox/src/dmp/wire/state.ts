import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SocleArgumentError } from '@socle-sante/core/error';
import type { DmpCommit, DmpCore, DmpSnapshot } from '../core/api.js';
import type { DmpContent } from '../core/metadata.js';

const SNAPSHOT = 'dmp.json';
const JOURNAL = 'dmp.journal';

/** The state of the DMP in a folder: a snapshot, and a journal of what came after it. */
export interface DmpState {
  /** Appends a group of changes and waits for the disk; changes that only trace accesses do not wait. */
  append(commit: DmpCommit): void;
  /** Begins again from what the core holds now: one snapshot, an empty journal. */
  restart(): void;
  close(): void;
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
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

/** Writes to the end, then to the disk. */
function withSync(path: string, flags: string, use: (file: number) => void): void {
  const file = openSync(path, flags, 0o600);
  try {
    use(file);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Brings the core to the state of the folder, then makes one snapshot of it all. A line that the end of a process cut is left out:
 * its deposit was never acknowledged. Anything else that cannot be read is an error, and the files stay as they are.
 *
 * @param write how octets go to the journal, for the tests of a disk that fails
 */
export async function openState(
  directory: string,
  core: DmpCore,
  write: (file: number, data: Uint8Array, offset: number, length: number, at: number) => number = writeSync,
): Promise<DmpState> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  read(directory, core);
  // After a kill between the snapshot and this, the journal is replayed on the newer snapshot: to the same state.
  writeSnapshot(directory, core);
  await removeLeftovers(join(directory, 'documents'), core);

  const file = openSync(join(directory, JOURNAL), 'w', 0o600);
  fsyncSync(file);
  let length = 0;
  return {
    append(commit) {
      const line = Buffer.from(`${JSON.stringify(commit)}\n`);
      try {
        // Each at its own place: after a write that failed, the next one must not leave a hole.
        for (let written = 0; written < line.length; )
          written += write(file, line, written, line.length - written, length + written);
        if (commit.changes.some(({ collection }) => collection !== 'traces')) fsyncSync(file);
      } catch (error) {
        ftruncateSync(file, length); // the operation is refused: nothing of it may come back
        throw error;
      }
      length += line.length;
    },
    restart() {
      writeSnapshot(directory, core);
      ftruncateSync(file, 0);
      fsyncSync(file);
      length = 0;
    },
    close: () => closeSync(file),
  };
}

function read(directory: string, core: DmpCore): void {
  const unreadable = (name: string, cause: unknown) =>
    new SocleArgumentError({
      code: 'sandbox.stateUnreadable',
      service: 'sandbox',
      message: `The state of the simulator cannot be read (${name}): move the folder away, or delete it to begin again.`,
      cause,
    });
  const snapshot = readIfPresent(join(directory, SNAPSHOT));
  try {
    if (snapshot !== undefined) {
      const parsed = JSON.parse(snapshot) as DmpSnapshot;
      if (parsed.version !== 1) throw new Error(`version ${String(parsed.version)}`);
      core.restore(parsed);
    }
  } catch (error) {
    throw unreadable(SNAPSHOT, error);
  }
  const journal = readIfPresent(join(directory, JOURNAL)) ?? '';
  try {
    for (const line of journal.slice(0, journal.lastIndexOf('\n') + 1).split('\n'))
      if (line !== '') core.replay(JSON.parse(line) as DmpCommit);
  } catch (error) {
    throw unreadable(JOURNAL, error);
  }
}

/** Whole or not at all: written beside, then renamed. */
function writeSnapshot(directory: string, core: DmpCore): void {
  const next = join(directory, `${SNAPSHOT}.next`);
  withSync(next, 'w', (file) => writeFileSync(file, JSON.stringify(core.snapshot())));
  renameSync(next, join(directory, SNAPSHOT));
  withSync(directory, 'r', () => undefined);
}

/** Names of the documents that stand in files. */
export function filesOf(core: DmpCore): ReadonlySet<string> {
  const values = core.snapshot().collections.contents.map(([, value]) => (value as DmpContent).ref);
  return new Set(values.filter((ref) => ref !== undefined));
}

/** Uploads that a kill interrupted, and documents that no registered entry speaks of. */
async function removeLeftovers(directory: string, core: DmpCore): Promise<void> {
  let names: string[];
  try {
    names = await readdir(directory);
  } catch {
    return; // no document was ever large enough
  }
  const kept = filesOf(core);
  for (const name of names) if (!kept.has(name)) await rm(join(directory, name), { force: true });
}
