import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../paths.ts';

const script = join(import.meta.dirname, 'child.mjs');
const start = promisify(execFile);

export interface Compiled {
  readonly milliseconds: number;
  readonly peakBytes: number;
  /** What the process took before it compiled. */
  readonly emptyBytes: number;
  readonly codeBytes: number;
  readonly mapBytes: number;
}

export interface Loaded {
  readonly loadMs: number;
  /** Time of the processor, all threads: what other processes take is not in it. */
  readonly loadCpuMs: number;
  readonly firstMs: number;
  /** From the start of the process to its end. */
  readonly wholeMs: number;
}

export interface Timed {
  readonly times: readonly {
    readonly what: 'parse' | 'run';
    readonly document: string;
    readonly pack: string;
    readonly milliseconds: number;
  }[];
  readonly peakBytes: number;
}

export interface Grown {
  readonly rows: readonly {
    readonly bytes: number;
    readonly readMs: number;
    readonly packs: Readonly<Record<string, number>>;
    readonly findings: number;
  }[];
  readonly peakBytes: number;
}

interface Answers {
  readonly compile: Compiled;
  readonly load: Omit<Loaded, 'wholeMs'>;
  readonly run: Timed;
  readonly official: Timed;
  readonly grow: Grown;
}

/** Has one thing measured in a process of its own: in this checkout, or in the folder of packages that SOCLE_BENCH_PACKAGES names. */
export async function child<Order extends keyof Answers>(
  order: Order,
  what: Readonly<Record<string, unknown>>,
): Promise<Answers[Order] & { readonly wholeMs: number }> {
  const begun = performance.now();
  const text = JSON.stringify({
    ...what,
    order,
    packages: process.env['SOCLE_BENCH_PACKAGES'] ?? join(root, 'packages'),
  });
  const { stdout } = await start(process.execPath, [script, text], { maxBuffer: 64 * 1024 * 1024 });
  return { ...(JSON.parse(stdout) as Answers[Order]), wholeMs: performance.now() - begun };
}
