import type { BenchResult } from './runner.js';

/** The document that `socle bench --json` prints. */
export interface BenchReport {
  /** ISO 8601 instant of the end of the run. */
  readonly at: string;
  readonly node: string;
  readonly platform: string;
  readonly results: readonly BenchResult[];
}

/** The words of a row: `0.0012 ms`, `×2.4`, `×2.1–2.6`, with `, +6 MB` after it when memory was measured. */
export interface BenchRow {
  readonly name: string;
  readonly subject: string;
  readonly subjectTime: string;
  readonly reference: string;
  readonly referenceTime: string;
  readonly ratio: string;
  readonly spread: string;
}

export function benchReport(results: readonly BenchResult[], at: Date): BenchReport {
  return { at: at.toISOString(), node: process.version, platform: `${process.platform}-${process.arch}`, results };
}

export function benchRows(results: readonly BenchResult[]): BenchRow[] {
  return results.map((result) => ({
    name: result.name,
    subject: result.subject,
    subjectTime: duration(result.subjectMs),
    reference: result.reference,
    referenceTime: duration(result.referenceMs),
    ratio: `×${figure(result.ratio)}`,
    spread: `×${figure(result.ratioLow)}–${figure(result.ratioHigh)}${memory(result.peakBytes)}`,
  }));
}

/** A time in the unit in which a person reads it: ns, µs, ms or s, three significant figures. */
export function duration(ms: number): string {
  if (ms < 0.001) return `${figure(ms * 1_000_000)} ns`;
  if (ms < 1) return `${figure(ms * 1000)} µs`;
  if (ms < 1000) return `${figure(ms)} ms`;
  return `${figure(ms / 1000)} s`;
}

function memory(bytes: number | undefined): string {
  return bytes === undefined ? '' : `, +${figure(Math.max(0, bytes) / 1_048_576)} MB`;
}

function figure(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
