// pnpm check: what can be said of the repository without building it. Each check on a line, then each problem.
import { stdout } from 'node:process';
import { problemLine } from '../checks/problem.ts';
import { REPOSITORY_CHECKS } from '../checks/repository.ts';
import { root } from '../paths.ts';

for (const [name, check] of Object.entries(REPOSITORY_CHECKS)) {
  const problems = check(root);
  stdout.write(`${problems.length === 0 ? '✓' : '✗'} ${name}\n`);
  for (const problem of problems) stdout.write(`    ${problemLine(problem)}\n`);
  if (problems.length > 0) process.exitCode = 1;
}
