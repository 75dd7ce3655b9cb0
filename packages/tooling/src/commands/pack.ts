// pnpm pack:all: builds and packs every published package into .socle/packs, as publishing would.
import { stdout } from 'node:process';
import { buildPackages } from '../build.ts';
import { explain } from '../gate/failure.ts';
import { archiveOf, packAll } from '../pack.ts';
import { root } from '../paths.ts';
import { shown } from '../workspace.ts';

try {
  await buildPackages();
  for (const pkg of await packAll()) stdout.write(`${shown(root, archiveOf(pkg))}\n`);
} catch (error) {
  stdout.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
