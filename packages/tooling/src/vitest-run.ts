import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError, run } from '../bin/lib/command.mjs';
import { cacheFolder, root, vitestBin } from './paths.ts';

/** What a run of vitest counted. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  /** Tests that did not run, by their full name. */
  readonly leftOut: readonly string[];
}

export interface VitestRun {
  /** Name of the report file, unique among the runs of a gate. */
  readonly name: string;
  readonly config?: string;
  readonly projects: readonly string[];
  /** The Node that runs it. Default: this one. */
  readonly node?: string;
  /** Only the tests of what may differ from one version of Node to another. */
  readonly platformOnly?: boolean;
}

export class TestsFailed extends Error {
  readonly totals: Totals;
  readonly output: string;

  constructor(name: string, totals: Totals, output: string) {
    super(`${name}: ${totals.failed} failed`);
    this.name = 'TestsFailed';
    this.totals = totals;
    this.output = output;
  }
}

/**
 * Runs tests and counts them.
 *
 * @throws TestsFailed with the whole output when a test fails, or when the run ends badly for another reason (counted as one)
 */
export async function runVitest({
  name,
  config = 'vitest.config.ts',
  projects,
  node = process.execPath,
  platformOnly = false,
}: VitestRun): Promise<Totals> {
  const report = join(cacheFolder, 'reports', `${name}.json`);
  mkdirSync(join(cacheFolder, 'reports'), { recursive: true });
  rmSync(report, { force: true });
  const args = [
    vitestBin,
    'run',
    `--config=${join('packages/tooling', config)}`,
    ...projects.map((project) => `--project=${project}`),
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  let output = '';
  let broken = false;
  try {
    output = await run(node, args, {
      cwd: root,
      env: { ...plainEnvironment(), ...(platformOnly ? { SOCLE_TESTS: 'platform' } : {}) },
    });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    output = error.output;
    broken = true;
  }
  const totals = existsSync(report) ? countTests(readFileSync(report, 'utf8')) : { passed: 0, failed: 0, leftOut: [] };
  if (!broken && totals.failed === 0) return totals;
  throw new TestsFailed(name, { ...totals, failed: Math.max(1, totals.failed) }, withoutDots(output));
}

/** No colour in what goes to a log: several tools take FORCE_COLOR=0 for a yes, so it is taken away. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _colour, ...environment } = process.env;
  return { ...environment, NO_COLOR: '1' };
}

/** The failures, without the mark of every test that ran. */
function withoutDots(output: string): string {
  return output
    .split('\n')
    .filter((line) => !/^[·x*-]+$/.test(line.trim()))
    .join('\n');
}

interface JsonReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Reads the totals of vitest's JSON report. */
export function countTests(json: string): Totals {
  const report = JSON.parse(json) as JsonReport;
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    leftOut: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName),
  };
}
