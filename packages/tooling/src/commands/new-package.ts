// pnpm new:package NAME: makes the shape of a package.
import { argv, stdout } from 'node:process';
import { NewPackageError, newPackage } from '../new-package.ts';
import { root } from '../paths.ts';

const [name] = argv.slice(2);
if (name === undefined) {
  stdout.write('pnpm new:package NAME, for example: pnpm new:package mssante\n');
  process.exitCode = 2;
} else {
  try {
    for (const file of await newPackage(root, name)) stdout.write(`wrote ${file}\n`);
    stdout.write('then: pnpm install, and pnpm changeset when it does something for users\n');
  } catch (error) {
    if (!(error instanceof NewPackageError)) throw error;
    stdout.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
