// pnpm build [--force] [NAME…]: builds the packages that changed, or those that are named.
import { argv, stdout } from 'node:process';
import { CommandError } from '../../bin/lib/command.mjs';
import { buildPackages } from '../build.ts';

const names = argv.slice(2).filter((argument) => !argument.startsWith('-'));
try {
  const built = await buildPackages({
    force: argv.includes('--force'),
    ...(names.length === 0 ? {} : { only: names }),
  });
  stdout.write(built.length === 0 ? 'every package is up to date\n' : `built ${built.join(', ')}\n`);
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  stdout.write(`${error.message}\n`);
  process.exitCode = 1;
}
