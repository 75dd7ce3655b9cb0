import { nodeFromRegistry } from '../bin/lib/node-from-registry.mjs';
import { loadEntries } from './load-entries.ts';
import { root } from './paths.ts';
import { runVitest, type Totals } from './vitest-run.ts';
import { published, readWorkspace } from './workspace.ts';

/** The Node versions that we promise besides the one of the gate. */
export const OTHER_NODES = [22, 24, 26] as const;

/** True where the registry package with the Node programs can run. */
export const canRunOtherNodes = process.platform === 'linux' && process.arch === 'x64';

/**
 * Loads the built packages on another Node version, and runs there the tests of what may differ: sockets, TLS, streams, keys,
 * processes. The same node_modules.
 */
export async function testOtherNode(major: number): Promise<{ readonly version: string; readonly totals: Totals }> {
  if (!canRunOtherNodes) throw new Error('The other Node versions are taken from the registry for Linux on x64 only.');
  const { path, version } = await nodeFromRegistry(major);
  for (const pkg of published(readWorkspace(root))) await loadEntries(pkg, path);
  return {
    version,
    totals: await runVitest({ name: `node-${major}`, projects: ['node'], node: path, platformOnly: true }),
  };
}
