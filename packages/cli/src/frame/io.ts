/** What a command may touch of the world: everything goes through here, so that a test needs no process. */
export interface CliIo {
  /** Answers: the one thing that a script reads. */
  readonly out: (text: string) => void;
  /** Diagnostics and progress. */
  readonly err: (text: string) => void;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** True when standard output is a terminal: colours and progress are for people only. */
  readonly isTerminal: boolean;
  readonly columns: number;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly clock: () => Date;
  /** Waits before a call is tried again. Default: timers. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** The process as a {@link CliIo}. */
export function processIo(signal: AbortSignal): CliIo {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    stdin: process.stdin,
    env: process.env,
    cwd: process.cwd(),
    isTerminal: process.stdout.isTTY === true,
    columns: process.stdout.columns ?? 100,
    signal,
    clock: () => new Date(),
  };
}
