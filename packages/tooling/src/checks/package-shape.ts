import { readFileSync } from 'node:fs';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { CommandError, run } from '../../bin/lib/command.mjs';
import { archiveOf } from '../pack.ts';
import { root, tool } from '../paths.ts';
import { shown, type WorkspacePackage } from '../workspace.ts';
import type { Problem } from './problem.ts';

/** What publint says of a packed package, warnings counted as errors. */
export async function checkPublint(pkg: WorkspacePackage): Promise<Problem[]> {
  const archive = readFileSync(archiveOf(pkg));
  const tarball = archive.buffer.slice(archive.byteOffset, archive.byteOffset + archive.byteLength);
  const { messages, pkg: manifest } = await publint({ strict: true, pack: { tarball } });
  return messages
    .filter((message) => message.type === 'error')
    .map((message) => ({
      file: shown(root, `${pkg.directory}/package.json`),
      message: formatMessage(message, manifest, { color: false }) ?? message.code,
    }));
}

/** Whether the types that a consumer sees are those of the code that it loads, in each module system that the package promises. */
export async function checkTypesResolve(pkg: WorkspacePackage): Promise<Problem[]> {
  const dual = JSON.stringify(pkg.manifest.exports ?? {}).includes('"require"');
  const profile = dual ? 'node16' : 'esm-only';
  const args = [
    archiveOf(pkg),
    '--profile',
    profile,
    '--no-definitely-typed',
    '--no-color',
    '--no-emoji',
    '--format',
    'ascii',
  ];
  const styles = Object.keys(pkg.manifest.exports ?? {}).filter((entry) => entry.endsWith('.css'));
  if (styles.length > 0) args.push('--exclude-entrypoints', ...styles);
  try {
    await run(process.execPath, [tool('@arethetypeswrong/cli', 'dist/index.js'), ...args], { cwd: root });
    return [];
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return [{ file: shown(root, pkg.directory), message: `attw finds wrong types:\n${error.output.trim()}` }];
  }
}
