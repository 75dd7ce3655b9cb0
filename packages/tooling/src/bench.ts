// What a package's bench/*.bench.ts writes: `export const cases: readonly BenchCase[] = [...]`.
// The runner is the published command (`socle bench`), so the type lives there; private code may look at published code, never the reverse.
export type { BenchCase, BenchPair } from '../../cli/src/bench/case.ts';
