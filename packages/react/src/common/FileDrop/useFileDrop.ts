'use client';
import { useCallback, useRef, useState } from 'react';
import type { BaseProps } from '../../base/component.js';
import { useEmit } from '../../base/use-emit.js';
import {
  type AcceptedKind,
  declaresPdfA1,
  type FileKind,
  readZipDirectory,
  sniffKind,
  type ZipProblem,
} from './file-kind.js';

export type FileProblemCode = 'type' | 'big' | 'empty' | 'notA1' | ZipProblem;

export interface FileProblem {
  readonly code: FileProblemCode;
  readonly severity: 'error' | 'warning';
}

/** A file that was read on this machine. Nothing was sent. */
export interface DroppedFile {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly kind: FileKind;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Hexadecimal SHA-256 of the content; empty for a file that was refused before being hashed. */
  readonly sha256: string;
  readonly problems: readonly FileProblem[];
}

export interface FileDropOptions {
  readonly accept: readonly AcceptedKind[];
  /** Largest file, in bytes. 10 MB by default. */
  readonly maxBytes?: number;
  readonly multiple?: boolean;
  /** A PDF that does not declare PDF/A-1 is refused instead of pointed at. */
  readonly requirePdfA1?: boolean;
  /** The files without error, each time the list changes. */
  readonly onFiles?: (files: readonly DroppedFile[]) => void;
  readonly onEvent?: NonNullable<BaseProps['onEvent']>;
}

export interface FileDropView {
  readonly files: readonly DroppedFile[];
  /** Names being read. */
  readonly reading: readonly string[];
  readonly maxBytes: number;
  add(files: Iterable<File>): Promise<void>;
  remove(key: string): void;
}

export const DEFAULT_MAX_BYTES = 10_000_000;

/** True when the file may be used. */
export function isUsable(file: DroppedFile): boolean {
  return file.problems.every((problem) => problem.severity !== 'error');
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Reads one file and says what is wrong with it. The type comes from the content, never from the name. */
export async function inspectFile(
  file: File,
  key: string,
  options: Pick<FileDropOptions, 'accept' | 'maxBytes' | 'requirePdfA1'>,
): Promise<DroppedFile> {
  const { accept, maxBytes = DEFAULT_MAX_BYTES } = options;
  const shape = { key, name: file.name, size: file.size };
  const refused = (code: FileProblemCode, kind: FileKind, bytes = new Uint8Array()): DroppedFile => ({
    ...shape,
    kind,
    bytes,
    sha256: '',
    problems: [{ code, severity: 'error' }],
  });
  // A file that is too large is never brought into memory.
  if (file.size > maxBytes) return refused('big', sniffKind(new Uint8Array(await file.slice(0, 4096).arrayBuffer())));
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) return refused('empty', 'unknown');
  const kind = sniffKind(bytes);
  if (kind === 'zip' || kind === 'xdm-zip') {
    const directory = readZipDirectory(bytes);
    if (!directory.ok) return refused(directory.problem, kind);
  }
  if (!(accept as readonly FileKind[]).includes(kind)) return refused('type', kind);
  const problems: FileProblem[] =
    kind === 'pdf' && !declaresPdfA1(bytes)
      ? [{ code: 'notA1', severity: options.requirePdfA1 ? 'error' : 'warning' }]
      : [];
  return { ...shape, kind, bytes, sha256: await sha256(bytes), problems };
}

/** Files brought by the user: read, recognised and hashed here; sent by nobody before the step is confirmed. */
export function useFileDrop(options: FileDropOptions): FileDropView {
  const [files, setFiles] = useState<readonly DroppedFile[]>([]);
  const [reading, setReading] = useState<readonly string[]>([]);
  const emit = useEmit('FileDrop', options.onEvent);
  const latest = useRef(options);
  latest.current = options;
  const list = useRef<readonly DroppedFile[]>([]);
  const next = useRef(0);

  const replace = useCallback((all: readonly DroppedFile[]) => {
    list.current = all;
    setFiles(all);
    latest.current.onFiles?.(all.filter(isUsable));
  }, []);

  const add = useCallback(
    async (added: Iterable<File>) => {
      const { multiple = false } = latest.current;
      const wanted = multiple ? [...added] : [...added].slice(0, 1);
      if (wanted.length === 0) return;
      setReading(wanted.map((file) => file.name));
      const read: DroppedFile[] = [];
      for (const file of wanted) {
        next.current += 1;
        read.push(await inspectFile(file, `f${next.current}`, latest.current));
      }
      setReading([]);
      for (const file of read) {
        emit(isUsable(file) ? 'file.accepted' : 'file.refused', {
          outcome: isUsable(file) ? 'success' : 'refused',
          ...(file.problems[0] ? { officialCode: file.problems[0].code } : {}),
        });
      }
      replace(multiple ? [...list.current, ...read] : read);
    },
    [emit, replace],
  );
  const remove = useCallback((key: string) => replace(list.current.filter((file) => file.key !== key)), [replace]);

  return { files, reading, maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES, add, remove };
}
