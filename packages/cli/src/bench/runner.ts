import { Bench } from 'tinybench';
import type { BenchCase, BenchPair } from './case.js';

export interface BenchOptions {
  /** Turns of subject then reference. The ratio is taken turn by turn, so that a machine that slows down slows both. Default 7. */
  readonly rounds?: number;
  /** Time of one function in one turn, in milliseconds. Default 120. */
  readonly roundMs?: number;
  /** Monotonic clock, in milliseconds. Default `performance.now`. */
  readonly now?: () => number;
  /** The longest that one batch of an asynchronous function may take, in milliseconds: a call that hangs ends the run. Default 30 000. */
  readonly batchTimeoutMs?: number;
  /** Aborts between two turns. */
  readonly signal?: AbortSignal;
  /** Told when a case begins. */
  readonly onCase?: (name: string, index: number, total: number) => void;
}

/** What was measured for one case. Times are of one operation, in milliseconds. */
export interface BenchResult {
  readonly name: string;
  readonly subject: string;
  readonly reference: string;
  readonly subjectMs: number;
  readonly referenceMs: number;
  /** Median over the turns of subject time ÷ reference time: 2 means twice as slow as the reference. */
  readonly ratio: number;
  /** Smallest and largest ratio of a turn: how far the figure can be trusted. */
  readonly ratioLow: number;
  readonly ratioHigh: number;
  readonly rounds: number;
  /** Memory of one call of the subject above its own data, in octets, when the case measures it. */
  readonly peakBytes?: number;
}

/** A batch lasts at least this long, so that reading the clock costs nothing beside it. */
const BATCH_MS = 0.5;
const MAX_BATCH = 65_536;

/**
 * Measures every case, one after the other, each against its reference in the same run.
 *
 * @throws what `prepare` or one of the two functions throws: a benchmark of something broken has no figure.
 */
export async function runBench(cases: readonly BenchCase[], options: BenchOptions = {}): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const [index, benchCase] of cases.entries()) {
    options.signal?.throwIfAborted();
    options.onCase?.(benchCase.name, index, cases.length);
    results.push(await runCase(benchCase, options));
  }
  return results;
}

async function runCase(benchCase: BenchCase, options: BenchOptions): Promise<BenchResult> {
  const pair = await benchCase.prepare();
  try {
    return await measure(benchCase, pair, options);
  } finally {
    await pair.dispose?.();
  }
}

async function measure(benchCase: BenchCase, pair: BenchPair, options: BenchOptions): Promise<BenchResult> {
  const now = options.now ?? (() => performance.now());
  const rounds = Math.min(options.rounds ?? 7, benchCase.turns ?? Number.POSITIVE_INFINITY);
  const heavy = benchCase.turns !== undefined;
  const roundMs = options.roundMs ?? 120;
  const limit = options.batchTimeoutMs ?? 30_000;
  // Before the turns, which leave memory that is not given back.
  const peakBytes = await pair.peakBytes?.();
  const tasks = {
    subject: await batched(pair.subject, now, limit),
    reference: await batched(pair.reference, now, limit),
  };
  const subjectTimes: number[] = [];
  const referenceTimes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    options.signal?.throwIfAborted();
    const first = round === 0 && !heavy;
    const bench = new Bench({
      time: roundMs,
      iterations: heavy ? 1 : 5,
      warmup: first,
      warmupTime: Math.max(roundMs, Math.min(benchCase.warmupMs ?? 0, roundMs * 20)),
      now,
      throws: true,
    });
    bench.add('subject', tasks.subject).add('reference', tasks.reference);
    await bench.run();
    subjectTimes.push(medianTime(bench, 'subject'));
    referenceTimes.push(medianTime(bench, 'reference'));
  }
  const ratios = subjectTimes.map((time, round) => time / (referenceTimes[round] ?? Number.NaN));
  return {
    name: benchCase.name,
    subject: benchCase.subject,
    reference: benchCase.reference,
    subjectMs: median(subjectTimes),
    referenceMs: median(referenceTimes),
    ratio: median(ratios),
    ratioLow: Math.min(...ratios),
    ratioHigh: Math.max(...ratios),
    rounds,
    ...(peakBytes === undefined ? {} : { peakBytes }),
  };
}

interface Sample {
  readonly overriddenDuration: number;
  readonly overriddenIterationCost: number;
}

let kept: unknown;

/** A task that calls the function often enough for the clock to see it, and gives back the time of one call. */
async function batched(
  operation: () => unknown,
  now: () => number,
  limit: number,
): Promise<() => Sample | Promise<Sample>> {
  const first = operation();
  const asynchronous = isThenable(first);
  await within(limit, Promise.resolve(first));
  const timed = (calls: number) =>
    asynchronous ? within(limit, timeAsync(operation, calls, now)) : timeSync(operation, calls, now);
  let calls = 1;
  while (calls < MAX_BATCH && (await timed(calls)).overriddenIterationCost < BATCH_MS) calls *= 2;
  // tinybench calls what is not declared async once more, beside the first measure, to see what it gives back.
  return asynchronous ? async () => timed(calls) : () => timed(calls);
}

/** The same promise, or a failure when it takes longer. The timer runs beside the batch and not inside its time. */
async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`a call did not end within ${limit} ms`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function timeSync(operation: () => unknown, calls: number, now: () => number): Sample {
  const start = now();
  for (let call = 0; call < calls; call += 1) kept = operation();
  const cost = now() - start;
  return { overriddenDuration: cost / calls, overriddenIterationCost: cost };
}

async function timeAsync(operation: () => unknown, calls: number, now: () => number): Promise<Sample> {
  const start = now();
  for (let call = 0; call < calls; call += 1) kept = await operation();
  const cost = now() - start;
  return { overriddenDuration: cost / calls, overriddenIterationCost: cost };
}

/** The last value that was measured: reading it from outside is what keeps the work from being optimised away. */
export function lastMeasured(): unknown {
  return kept;
}

function medianTime(bench: Bench, name: string): number {
  const result = bench.getTask(name)?.result;
  if (result?.state !== 'completed')
    throw new Error(`${name}: the measure did not complete (${result?.state ?? 'absent'})`);
  return result.latency.p50;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as PromiseLike<unknown>).then === 'function';
}
