import { describe } from 'vitest';
import { DEBIAN_TOOLS, type DebianToolName, findTool } from './debian.ts';

/** A group of tests that needs a tool of the machine. Without it the group is left out with a word, and fails under `CI`. */
export function describeWithTool(name: DebianToolName, title: string, body: (path: string) => void): void {
  const path = findTool(name);
  if (path === undefined && process.env.CI === 'true') {
    throw new Error(
      `${title}: ${name} is absent (Debian: ${DEBIAN_TOOLS[name].packages.join(', ')}), and CI must not pass without it.`,
    );
  }
  describe.runIf(path !== undefined)(path === undefined ? `${title} (left out: no ${name})` : title, () =>
    body(path ?? name),
  );
}
