import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DmpContent } from '../core/metadata.js';
import { syncDirectory } from './state.js';

/** A part received whole: its octets are in memory when small, in a file otherwise. */
export interface SpooledPart {
  readonly size: number;
  /** Digests, base64. */
  readonly sha1: string;
  readonly sha256: string;
  /** SHA-1, hexadecimal. */
  readonly sha1Hex: string;
  open(): AsyncIterable<Uint8Array>;
  /** The first `limit` octets at most. */
  head(limit: number): Promise<Uint8Array>;
  /** Makes the octets last (synchronised to the disk) and tells how to find them again. */
  keep(): Promise<DmpContent>;
  /** Lets go of what was not kept. */
  discard(): Promise<void>;
}

interface SpoolWriter {
  write(chunk: Uint8Array): Promise<void>;
  finish(): Promise<SpooledPart>;
}

/** Where received documents go. */
export interface Spool {
  writer(): SpoolWriter;
  /** Octets of a registered document. */
  read(content: DmpContent): AsyncIterable<Uint8Array>;
  /** Removes a document that nothing speaks of any more. */
  remove(ref: string): Promise<void>;
  /** Removes temporary files; those of a state folder stay. */
  close(): Promise<void>;
}

/** Below this, octets stay in memory (and in the journal, when there is one). */
const IN_MEMORY = 64 * 1024;

/** @param directory folder that lasts; without it, large documents go to a temporary one that `close` removes */
export function createSpool(directory: string | undefined): Spool {
  let temporary: Promise<string> | undefined;
  const folder = async () => {
    if (directory !== undefined) {
      const path = join(directory, 'documents');
      await mkdir(path, { recursive: true, mode: 0o700 });
      return path;
    }
    temporary ??= mkdtemp(join(tmpdir(), 'socle-dmp-'));
    return temporary;
  };
  const pathOf = async (ref: string) => join(await folder(), ref);

  function writer(): SpoolWriter {
    const hashes = [createHash('sha1'), createHash('sha256')] as const;
    let chunks: Uint8Array[] = [];
    let size = 0;
    let file: { readonly handle: FileHandle; readonly path: string } | undefined;
    return {
      async write(chunk) {
        for (const hash of hashes) hash.update(chunk);
        size += chunk.length;
        if (!file && size <= IN_MEMORY) {
          chunks.push(Uint8Array.from(chunk));
          return;
        }
        if (!file) {
          const path = await pathOf(`incoming-${randomUUID()}`);
          file = { path, handle: await open(path, 'wx', 0o600) };
          for (const early of chunks) await file.handle.write(early);
          chunks = [];
        }
        await file.handle.write(chunk);
      },
      async finish() {
        const [sha1, sha256] = hashes.map((hash) => hash.digest());
        const common = {
          size,
          sha1: sha1?.toString('base64') ?? '',
          sha1Hex: sha1?.toString('hex') ?? '',
          sha256: sha256?.toString('base64') ?? '',
        };
        return file ? inFile(common, file, pathOf) : inMemory(common, Buffer.concat(chunks));
      },
    };
  }

  return {
    writer,
    async *read(content) {
      if (content.bytes) yield content.bytes;
      else if (content.ref !== undefined)
        yield* createReadStream(await pathOf(content.ref), { highWaterMark: 256 * 1024 });
    },
    remove: async (ref) => rm(await pathOf(ref), { force: true }),
    async close() {
      if (temporary) await rm(await temporary, { recursive: true, force: true });
    },
  };
}

type Digests = Pick<SpooledPart, 'size' | 'sha1' | 'sha1Hex' | 'sha256'>;

function inMemory(common: Digests, bytes: Uint8Array): SpooledPart {
  return {
    ...common,
    async *open() {
      yield bytes;
    },
    head: async (limit) => bytes.subarray(0, limit),
    keep: async () => ({ size: common.size, sha1: common.sha1Hex, bytes }),
    discard: async () => undefined,
  };
}

function inFile(
  common: Digests,
  file: { readonly handle: FileHandle; readonly path: string },
  pathOf: (ref: string) => Promise<string>,
): SpooledPart {
  let kept: string | undefined;
  let closed = false;
  const close = async () => {
    if (!closed) await file.handle.close();
    closed = true;
  };
  return {
    ...common,
    async *open() {
      yield* createReadStream(kept ?? file.path, { highWaterMark: 256 * 1024 });
    },
    async head(limit) {
      const handle = await open(kept ?? file.path, 'r');
      try {
        const buffer = Buffer.alloc(Math.min(limit, common.size));
        let read = 0;
        while (read < buffer.length) {
          const { bytesRead } = await handle.read(buffer, read, buffer.length - read, read);
          if (bytesRead === 0) break;
          read += bytesRead;
        }
        return buffer.subarray(0, read);
      } finally {
        await handle.close();
      }
    },
    async keep() {
      const ref = `doc-${randomUUID()}`;
      await file.handle.sync();
      await close();
      kept = await pathOf(ref);
      await rename(file.path, kept);
      await syncDirectory(dirname(kept));
      return { size: common.size, sha1: common.sha1Hex, ref };
    },
    async discard() {
      await close();
      await rm(kept ?? file.path, { force: true });
    },
  };
}
