import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe } from 'vitest';

/** The official files: `SOCLE_CONFORMANCE`, or the folder `shared/conformance` beside the repository. */
export const conformanceRoot =
  process.env['SOCLE_CONFORMANCE'] ?? resolve(import.meta.dirname, '../../../../shared/conformance');

/** True when the official files are on this machine. */
export const hasConformance = existsSync(join(conformanceRoot, 'README.md'));

/** Absolute path of an official file, for example `insi/personas.json`. */
export function conformanceFile(relativePath: string): string {
  return join(conformanceRoot, relativePath);
}

/**
 * A group of tests that needs the official files. Without them it is left out with a clear word, and fails under `CI`.
 */
export function describeWithConformance(name: string, body: () => void): void {
  if (!hasConformance && process.env['CI'] === 'true') {
    throw new Error(`${name}: the official conformance files are absent, and CI must not pass without them.`);
  }
  describe.runIf(hasConformance)(
    hasConformance ? name : `${name} (left out: no conformance folder beside the repository)`,
    body,
  );
}
