import { run } from '../bin/lib/command.mjs';
import { codeEntries, entrySpecifier, type WorkspacePackage } from './workspace.ts';

/**
 * Loads every entry of a built package by its own name, as its users do, once by `import` and once by `require`.
 *
 * @param node the Node that loads it
 * @throws CommandError with what Node said
 */
export async function loadEntries(pkg: WorkspacePackage, node = process.execPath): Promise<void> {
  const specifiers = JSON.stringify(codeEntries(pkg.manifest).map((entry) => entrySpecifier(pkg.manifest, entry)));
  const empty = 'if (Object.keys(loaded).length === 0) throw new Error(name + " exports nothing");';
  const asModule = `for (const name of ${specifiers}) { const loaded = await import(name); ${empty} }`;
  const asScript = `for (const name of ${specifiers}) { const loaded = require(name); ${empty} }`;
  // A package may name itself: Node resolves it by its exports, from any file below its package.json.
  await run(node, ['--input-type=module', '--eval', asModule], { cwd: pkg.directory });
  await run(node, ['--input-type=commonjs', '--eval', asScript], { cwd: pkg.directory });
}
