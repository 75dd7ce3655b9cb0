// A journal in a folder: one small file a record, one file a submission, each replaced as a whole.

import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PreparedSubmission } from '@socle-sante/documents/xds';
import { DmpConfigError } from '../errors.js';
import type { DepositJournal, DepositRecord } from './journal.js';

/**
 * Keeps a run in a folder of this machine. A file is written aside, flushed, then renamed: a stop at any moment leaves either the old
 * content or the new one. The folder holds documents of patients: protect it as such. Files are made readable by their owner only.
 * @throws DmpConfigError `dmp.journal` from its methods, when the folder cannot be read or written.
 */
export function createFileJournal(directory: string): DepositJournal {
  const path = (key: string, kind: 'record' | 'submission'): string =>
    join(directory, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.${kind}`);
  return {
    async read(key) {
      const bytes = await content(path(key, 'record'));
      return bytes === undefined ? undefined : guarded(async () => parsed<DepositRecord>(bytes));
    },
    async write(record) {
      await replace(directory, path(record.key, 'record'), [Buffer.from(JSON.stringify(record))]);
    },
    async keep(key, submission) {
      await replace(directory, path(key, 'submission'), packed(submission));
    },
    async load(key) {
      const bytes = await content(path(key, 'submission'));
      return bytes === undefined ? undefined : guarded(async () => unpacked(bytes));
    },
    async discard(key) {
      await guarded(() => rm(path(key, 'submission'), { force: true }));
    },
  };
}

/** Length of a JSON head on 4 octets, the head, then the documents one after the other. */
function packed(submission: PreparedSubmission): Uint8Array[] {
  const { documents, ...rest } = submission;
  const head = Buffer.from(
    JSON.stringify({
      ...rest,
      documents: documents.map(({ bytes, ...own }) => ({ ...own, length: bytes.byteLength })),
    }),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32BE(head.byteLength);
  return [size, head, ...documents.map(({ bytes }) => bytes)];
}

function unpacked(file: Buffer): PreparedSubmission {
  const size = file.readUInt32BE(0);
  const head = parsed<
    Omit<PreparedSubmission, 'documents'> & {
      documents: (Omit<PreparedSubmission['documents'][number], 'bytes'> & { length: number })[];
    }
  >(file.subarray(4, 4 + size));
  let at = 4 + size;
  const documents = head.documents.map(({ length, ...own }) => {
    const bytes = new Uint8Array(file.buffer, file.byteOffset + at, length);
    at += length;
    return { ...own, bytes };
  });
  return { ...head, documents };
}

async function content(path: string): Promise<Buffer | undefined> {
  return guarded(async () => {
    try {
      return await readFile(path);
    } catch (error) {
      if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
      throw error;
    }
  });
}

async function replace(directory: string, path: string, chunks: readonly Uint8Array[]): Promise<void> {
  await guarded(async () => {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const aside = `${path}.new`;
    const file = await open(aside, 'w', 0o600);
    try {
      for (const chunk of chunks) await file.write(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
    await syncFolder(directory);
  });
}

/** The new name lasts a power cut too, where a folder can be flushed. */
async function syncFolder(directory: string): Promise<void> {
  try {
    const folder = await open(directory, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch {
    // Windows opens no folder: its renames are journalled.
  }
}

function parsed<T>(bytes: Uint8Array): T {
  return JSON.parse(new TextDecoder().decode(bytes)) as T;
}

async function guarded<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    throw new DmpConfigError({
      code: 'dmp.journal',
      origin: 'argument',
      message: 'The journal of deposits cannot be read or written.',
      cause,
    });
  }
}
