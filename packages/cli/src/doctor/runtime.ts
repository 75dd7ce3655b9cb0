import { type Diagnosis, ok, problem } from './diagnosis.js';

const LOWEST = [20, 19] as const;

/** The Node that runs this: 20.19 is the first that every package supports. */
export function checkRuntime(version: string): Diagnosis {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > LOWEST[0] || (major === LOWEST[0] && minor >= LOWEST[1]))
    return ok('node', `Node ${version}`, `Node ${version}`);
  return problem(
    'node',
    'error',
    `Node ${version} : il faut 20.19 ou plus.`,
    `Node ${version}: 20.19 or later is needed.`,
  );
}
