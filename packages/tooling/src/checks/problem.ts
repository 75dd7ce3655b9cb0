/** One thing that a check found. */
export interface Problem {
  /** From the root of the repository. */
  readonly file: string;
  readonly line?: number;
  /** What is wrong, and what to do. */
  readonly message: string;
}

export function problemLine(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  return `${place}  ${problem.message}`;
}
