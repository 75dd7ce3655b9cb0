import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../bin/lib/command.mjs';
import { FLOORS } from './floors.ts';
import { packageFiles } from './new-package-files.ts';
import { tool } from './paths.ts';

/** Why a package cannot be made; the message says what to do. */
export class NewPackageError extends Error {
  override readonly name = 'NewPackageError';
}

/**
 * Makes the shape of a package: manifest, build, README, one validator with its texts and its test; and tells the compiler where
 * its sources are.
 *
 * @param name folder name and name under the scope, for example `mssante`; it must have a floor (src/floors.ts)
 * @returns the files that were written, from the root
 * @throws NewPackageError when the name is wrong, unknown to the floors, or taken
 */
export async function newPackage(root: string, name: string): Promise<string[]> {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
    throw new NewPackageError(
      `“${name}” is not a package name: small letters, figures and single hyphens, for example mssante`,
    );
  }
  if (FLOORS[name] === undefined) {
    throw new NewPackageError(
      `${name} has no floor: decide where it stands and write it in packages/tooling/src/floors.ts`,
    );
  }
  if (existsSync(join(root, 'packages', name))) throw new NewPackageError(`packages/${name} exists already`);
  const files = packageFiles(name);
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, 'packages', name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  addSourcePaths(join(root, 'tsconfig.json'), name);
  // Long names break lines: the formatter knows where.
  const format = ['format', '--write', '--vcs-enabled=false', `packages/${name}`, 'tsconfig.json'];
  await run(process.execPath, [tool('@biomejs/biome', 'bin/biome'), ...format], { cwd: root });
  return [...Object.keys(files).map((path) => `packages/${name}/${path}`), 'tsconfig.json'];
}

/** The compiler reads sources, so each package needs its two lines; they go after those of the others. */
function addSourcePaths(file: string, name: string): void {
  const text = readFileSync(file, 'utf8');
  const end = /\n( *)\}\n *\},\n *"include"/.exec(text);
  if (end === null) throw new NewPackageError('tsconfig.json has no “paths” where they are expected');
  const indent = `${end[1]}  `;
  const source = `./packages/${name}/src`;
  const lines = [
    `"@socle-sante/${name}": ["${source}/index.ts"]`,
    `"@socle-sante/${name}/*": ["${source}/*.ts", "${source}/*/index.ts", "${source}/*.tsx"]`,
  ];
  const added = `,\n${lines.map((line) => indent + line).join(',\n')}`;
  writeFileSync(file, text.slice(0, end.index) + added + text.slice(end.index));
}
