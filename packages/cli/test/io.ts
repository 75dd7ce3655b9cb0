import type { CliIo } from '../src/frame/io.js';
import { runCli } from '../src/run.js';

/** What a command wrote, and its exit status. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  json<T = Record<string, unknown>>(): T;
}

/** Runs a command in this process, with its own world. */
export async function socle(args: readonly string[], world: Partial<CliIo> = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const io: CliIo = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    stdin: (async function* () {})(),
    env: { LANG: 'fr_FR.UTF-8' },
    cwd: process.cwd(),
    isTerminal: false,
    columns: 100,
    signal: new AbortController().signal,
    clock: () => new Date(),
    ...world,
  };
  const code = await runCli(args, io);
  return { code, out, err, json: () => JSON.parse(out) };
}
