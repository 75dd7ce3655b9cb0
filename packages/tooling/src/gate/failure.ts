import { CommandError } from '../../bin/lib/command.mjs';
import { type Problem, problemLine } from '../checks/problem.ts';
import { TestsFailed } from '../vitest-run.ts';

/** A check found something; each problem is a line. */
export class ChecksFailed extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
    this.name = 'ChecksFailed';
    this.problems = problems;
  }
}

/** Throws when there are problems. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ChecksFailed(problems);
}

/** All that there is to say of a failure: the whole output of the command that failed, each problem, or the stack. */
export function explain(error: unknown): string {
  if (error instanceof ChecksFailed) return error.problems.map(problemLine).join('\n');
  if (error instanceof TestsFailed) return error.output;
  if (error instanceof CommandError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
