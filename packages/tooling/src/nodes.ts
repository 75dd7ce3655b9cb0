import { nodeFromRegistry } from '../bin/lib/node-from-registry.mjs';
import { loadEntries } from './load-entries.ts';
import { root } from './paths.ts';
import { runVitest, sumTotals, type Totals } from './vitest-run.ts';
import { published, readWorkspace } from './workspace.ts';

/** The Node versions that we promise besides the one of the gate. */
export const OTHER_NODES = [22, 24, 26] as const;

/** True where the registry package with the Node programs can run. */
export const canRunOtherNodes = process.platform === 'linux' && process.arch === 'x64';

/** Loads the built packages and runs the unit tests on each of the other Node versions, with the same node_modules. */
export async function testOtherNodes(onVersion?: (version: string, totals: Totals) => void): Promise<Totals> {
  const nodes = await Promise.all(OTHER_NODES.map((major) => nodeFromRegistry(major)));
  const packages = published(readWorkspace(root));
  const all: Totals[] = [];
  for (const { path, version } of nodes) {
    for (const pkg of packages) await loadEntries(pkg, path);
    const totals = await runVitest({ name: `node-${version}`, projects: ['node'], node: path });
    onVersion?.(version, totals);
    all.push(totals);
  }
  return sumTotals(all);
}
