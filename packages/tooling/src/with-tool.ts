import { describe, it } from 'vitest';
import { DEBIAN_TOOLS, type DebianToolName, findTool } from './debian.ts';

/** A group of tests that needs a tool of the machine. Without it the group is left out with a word, and fails under `CI`. */
export function describeWithTool(name: DebianToolName, title: string, body: (path: string) => void): void {
  const path = toolFor(name, title);
  describe.runIf(path !== undefined)(titleFor(path, name, title), () => body(path ?? name));
}

/** One test that needs a tool of the machine, under the same rule. */
export function itWithTool(name: DebianToolName, title: string, body: (path: string) => void | Promise<void>): void {
  const path = toolFor(name, title);
  it.runIf(path !== undefined)(titleFor(path, name, title), () => body(path ?? name));
}

function toolFor(name: DebianToolName, title: string): string | undefined {
  const path = findTool(name);
  if (path === undefined && process.env.CI === 'true') {
    const packages = DEBIAN_TOOLS[name].packages.join(', ');
    throw new Error(`${title}: ${name} is absent (Debian: ${packages}), and CI must not pass without it.`);
  }
  return path;
}

function titleFor(path: string | undefined, name: DebianToolName, title: string): string {
  return path === undefined ? `${title} (left out: no ${name})` : title;
}
