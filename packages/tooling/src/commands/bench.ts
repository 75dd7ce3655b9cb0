// pnpm bench [--only NAME] [--rounds N]: the cases of the command line, then those of the Schematron compiler beside Saxon-HE.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { argv, execPath } from 'node:process';
import { root } from '../paths.ts';
import { benchSchematron } from '../schematron-bench/bench.ts';

const options = argv.slice(2);
const at = options.findIndex((option) => option === '--only' || option.startsWith('--only='));
const only = at < 0 ? '' : (options[at]?.split('=')[1] ?? options[at + 1] ?? '');
let status = 0;
if (!only.startsWith('schematron')) {
  const socle = join(root, 'packages/cli/dist/socle.js');
  status = spawnSync(execPath, [socle, 'bench', ...options], { stdio: 'inherit' }).status ?? 1;
}
if (status === 0 && 'schematron.'.startsWith(only.slice(0, 11)) && !options.includes('--json')) {
  await benchSchematron(only);
}
process.exitCode = status;
